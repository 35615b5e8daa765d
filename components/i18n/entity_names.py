"""The name and the office of an entity in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components.i18n.escape import is_missing
from components.i18n.words import Words


def entity_name(row: Mapping[str, Any], words: Words) -> str:
    """An entity's name in the reader's language: `canonical_ar` or `canonical_en`."""
    first, second = (
        ("canonical_ar", "canonical_en") if words.is_rtl else ("canonical_en", "canonical_ar")
    )
    return str(row[first] or row[second])


def office_name(row: Mapping[str, Any], words: Words) -> str | None:
    """An office in the reader's language: `role_en` if it is known, else `role` as written."""
    known = [] if words.is_rtl else [row.get("role_en")]
    return next(
        (str(name) for name in (*known, row["role"]) if name and not is_missing(name)), None
    )
