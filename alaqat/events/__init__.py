"""Who did what to whom, when, and whether: PLOVER events of one article."""

from __future__ import annotations

from alaqat.events.extractor import find

__all__ = ["find"]
