"""The last step of every door: a text and what is said of it become an article, or the refusal that says why not."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any

from alaqat.arabic.fold import LETTER
from alaqat.ingest.encoding import garbled
from alaqat.ingest.limits import ARTICLE, SAMPLE
from alaqat.ingest.metadata import publication_date
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Article

# Below this share of Arabic letters among all letters a text is not Arabic: news with Latin names stays above 0.8.
ARABIC_SHARE = 0.5
# A stray NUL, or a replacement sign, is the trace of a bad export; more than a few, and more than one character in a
# hundred, is no text.
FEW_STRAYS = 3
_ARABIC = re.compile(LETTER)
_LONE = re.compile("[\ud800-\udfff]")
_LINK = re.compile("https?://", re.IGNORECASE)
_FIELDS = ("source", "title", "url", "language")
# What is said of an article, with the name of who says it: "sidecar", "metadata", "reader".
Said = tuple[str, Mapping[str, Any]]


def finish(text: str, *, name: str, where: str, said: Sequence[Said] = ()) -> Article:
    """The article that `text` is; the first of `said` that has a field gives it. Raises ArticleRefused."""
    whole = _LONE.sub("\ufffd", text)
    _require_text(whole, where)
    fields = {field: _field(field, said, where) for field in _FIELDS}
    # Only what a browser opens as a page is a link; «javascript:» and the like never reach a reader or an export.
    fields["url"] = fields["url"] if _LINK.match(fields["url"] or "") else None
    published, basis = publication_date.published(said, url=fields["url"], text=whole, where=where)
    return Article(
        id=identity(whole),
        text=whole,
        published=published,
        name=_LONE.sub("", name),
        published_basis=basis,
        **fields,
    )


def identity(text: str) -> str:
    """An article's id: the first 16 hexadecimal digits of its text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _field(field: str, said: Sequence[Said], where: str) -> str | None:
    for _, fields in said:
        value = fields.get(field)
        if not isinstance(value, str | None):
            raise ArticleRefused(f"{where}: '{field}' should be text in quotation marks")
        if value and value.strip():
            return _LONE.sub("\ufffd", value.strip())
    return None


def _require_text(text: str, where: str) -> None:
    if not text.strip("\ufeff\0 \t\r\n"):
        raise ArticleRefused(f"{where}: is empty; put the article's text in it or remove it")
    if len(text) > ARTICLE:
        raise ArticleRefused(
            f"{where}: has {len(text):,} characters, more than {ARTICLE:,}; split it into its articles"
        )
    for sign, what in (("\0", "NUL bytes"), ("\ufffd", "replacement signs, its letters are lost")):
        if text.count(sign) > max(FEW_STRAYS, len(text) // 100):
            raise ArticleRefused(
                f"{where}: is full of {what}, so it is no text file; give the article as UTF-8 text"
            )
    if how := garbled(text[:SAMPLE]):
        raise ArticleRefused(
            f"{where}: is garbled: it looks like {how}; save the original again as UTF-8"
        )
    _require_arabic(text, where)


def _require_arabic(text: str, where: str) -> None:
    letters = sum(char.isalpha() for char in text)
    if not letters:
        raise ArticleRefused(
            f"{where}: holds no letter, only marks, figures or signs; give an Arabic article"
        )
    share = len(_ARABIC.findall(text)) / letters
    if share < ARABIC_SHARE:
        raise ArticleRefused(
            f"{where}: only {share:.0%} of its letters are Arabic; give an Arabic article"
        )
