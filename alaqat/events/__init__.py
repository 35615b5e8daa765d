"""PLOVER events of one article, with actors, recipients, date and status."""

from __future__ import annotations

from alaqat.events.extractor import find

__all__ = ["find"]
