"""Ways to read an article: each gives events and quotes as the same records."""

from __future__ import annotations

from alaqat.readers.protocol import Prefetching, Reader, ReaderMissing, ReaderResult, ReaderUnknown
from alaqat.readers.reader_registry import NAMES, chosen, named, signature

__all__ = [
    "NAMES",
    "Prefetching",
    "Reader",
    "ReaderMissing",
    "ReaderResult",
    "ReaderUnknown",
    "chosen",
    "named",
    "signature",
]
