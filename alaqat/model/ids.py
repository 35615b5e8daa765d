"""Ids of what the store holds: hashes of content, the same in every build."""

from __future__ import annotations

import hashlib


def identity(*parts: object) -> str:
    """A content hash of 16 hexadecimal digits: how what the store holds is called."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]
