"""The name of an entity in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components.i18n.words import Words


def entity_name(row: Mapping[str, Any], words: Words) -> str:
    """An entity's name in the reader's language: `canonical_ar` or `canonical_en`."""
    first, second = (
        ("canonical_ar", "canonical_en") if words.is_rtl else ("canonical_en", "canonical_ar")
    )
    return str(row[first] or row[second])
