"""Ids of the store's records: hashes of their content, equal in every build."""

from __future__ import annotations

import hashlib

from alaqat.model.records import Quote


def identity(*parts: object) -> str:
    """A content hash of 16 hexadecimal digits."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]


def quote_id(article_id: str, quote: Quote) -> str:
    """The id of a quote, from its article and its span."""
    return identity(article_id, quote.start, quote.end)
