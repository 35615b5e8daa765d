"""The rows of a frame as dictionaries."""

from __future__ import annotations

from typing import Any

import pandas as pd


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame, None for a missing value (several times faster than `to_dict`)."""
    names = [str(name) for name in frame.columns]
    # only NaN and NaT are not equal to themselves
    columns = [
        [None if value != value else value for value in frame[name].tolist()]  # noqa: PLR0124
        for name in frame.columns
    ]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]
