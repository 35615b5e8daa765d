"""Turn the HTML that fields of tables and records hold into plain text."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

_BLOCKS: Final = (
    "p|div|br|hr|li|ul|ol|dl|dt|dd|tr|table|tbody|thead|h[1-6]|blockquote|pre|article|section|figure"
    "|figcaption|header|footer|aside|main|nav|center"
)
_INLINE: Final = (
    "a|abbr|b|big|cite|code|del|em|font|i|iframe|img|ins|kbd|label|mark|o:p|q|s|small|source|span"
    "|strike|strong|sub|sup|svg|td|th|time|tt|u|var|video|audio|picture|body|html|head|meta|link"
    "|script|style|noscript|object|embed|param|form|input|button|wbr|bdi|bdo"
)
_HIDDEN: Final = re.compile(
    r"<(script|style|noscript|iframe|head|svg|figcaption)\b[^<>]*>.*?</\1\s*>|<!--.*?-->"
    r"|<!\[CDATA\[|\]\]>",
    re.IGNORECASE | re.DOTALL,
)
_TAG: Final = re.compile(rf"</?(?:{_BLOCKS}|{_INLINE})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BLOCK_TAG: Final = re.compile(rf"\s*</?(?:{_BLOCKS})(?:\s[^<>]*)?/?>\s*", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
_SPACES: Final = re.compile(r"[ \t\r\f\v\u00a0]+")
_LINE_ENDS: Final = re.compile(r" ?\n[ \n]*")


def plain_text(value: str) -> str:
    """`value` without HTML tags and entities, a block a line; as it is if it holds neither.

    Without any tag, escaped tags (`&lt;p&gt;`) are read as tags.
    """
    if not (_TAG.search(value) or _ENTITY.search(value)):
        return value
    if not _TAG.search(value):
        value = unescape(value)
    if not _TAG.search(value):
        return _SPACES.sub(" ", value) if "\u00a0" in value else value
    flat = _SPACES.sub(" ", _HIDDEN.sub(" ", value).replace("\n", " "))
    text = unescape(_TAG.sub("", _BLOCK_TAG.sub("\n", flat)))
    return _LINE_ENDS.sub("\n", _SPACES.sub(" ", text)).strip()
