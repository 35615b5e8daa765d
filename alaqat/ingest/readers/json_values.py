"""Plain values of the nested ones that dumps hold: {"rendered": …}, {"$date": …}, lists of pieces.

The shapes are those of WordPress REST, MongoDB's extended JSON, NewsAPI, Telegram's export, Scrapy,
Elasticsearch and JSON-LD.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

# Keys of an object that stands for one value, the first that it has.
_VALUE_KEYS: Final = {
    "text": ("rendered", "plaintext", "plain_text", "raw", "text", "content", "body", "value"),
    "published": ("$date", "$numberLong", "iso", "date", "datetime", "@value", "value", "start"),
    "url": ("href", "url", "@id", "link", "canonical", "rendered", "value"),
    "name": ("$oid", "$numberLong", "@id", "id", "value"),
}
_OTHER_KEYS: Final = ("name", "title", "rendered", "label", "@value", "value", "text", "id", "url")
# Keys of a piece of formatted text in Telegram's export.
_PIECE_KEYS: Final = frozenset({"type", "text", "href", "user_id", "document_id", "language"})
_DEEPEST: Final = 6


def plain_value(value: Any, field: str, depth: int = 0) -> Any:
    """The text or number of a field's value; the value itself if it has no known shape."""
    if depth > _DEEPEST:
        return value
    if isinstance(value, Mapping):
        return _of_object(value, field, depth)
    if not isinstance(value, list):
        return value
    if field != "text":
        plain = (plain_value(item, field, depth + 1) for item in value)
        return next((item for item in plain if item not in (None, "")), None)
    return _joined(value, depth)


def _of_object(value: Mapping[Any, Any], field: str, depth: int) -> Any:
    keys = _VALUE_KEYS.get(field, _OTHER_KEYS)
    found = next((key for key in keys if value.get(key) not in (None, "")), None)
    if found is None:
        return None if not any(value.values()) else value
    return plain_value(value[found], field, depth + 1)


def _joined(pieces: list[Any], depth: int) -> Any:
    """Paragraphs a line each; pieces of formatted text without anything between them."""
    texts = [plain_value(piece, "text", depth + 1) for piece in pieces]
    if not all(isinstance(text, str) for text in texts if text is not None):
        return pieces
    separator = "" if _is_inline(pieces) else "\n"
    return separator.join(text for text in texts if text)


def _is_inline(pieces: list[Any]) -> bool:
    objects = [piece for piece in pieces if isinstance(piece, Mapping)]
    return bool(objects) and all("type" in item and item.keys() <= _PIECE_KEYS for item in objects)
