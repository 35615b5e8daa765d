"""Values of a frame's cells made safe for HTML."""

from __future__ import annotations

import html
from typing import Any

import pandas as pd


def is_missing(value: Any) -> bool:
    """True for an empty cell of a frame: None, NaN or NaT."""
    if isinstance(value, str):
        return False
    return value is None or bool(pd.api.types.is_scalar(value) and pd.isna(value))


def escape(value: object) -> str:
    """`value` as escaped HTML text; an empty cell (None, NaN, NaT) becomes the empty string."""
    return "" if is_missing(value) else html.escape(str(value))
