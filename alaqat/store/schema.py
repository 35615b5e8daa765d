"""The frame contracts: the columns, types and constraints of every table the dashboard reads.

A column's type is one of `str`, `int`, `float`, `bool`, `date`, `list` (of str), or `offset`, an
integer that may be unknown; `!` marks a column that is never null. Dates are datetime64 columns,
NaT if unknown; text is None if unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

_SPAN = {"start": "int!", "end": "int!", "text": "str!"}
_INTERVAL = {"date_from": "date", "date_to": "date", "granularity": "str"}
_READ_BY = {"read_by": "str!", "probability": "float"}
_SENTENCE_KEY = {"article_id": "str!", "sentence": "int!"}
_CODED = {
    "plover": "str",
    "mode": "str",
    "context": "str",
    "polarity": "str!",
    "intensity": "float!",
    "status": "str!",
}
_REPORT = {
    "article_id": "str!",
    "sentence_number": "int!",
    "start": "int!",
    "end": "int!",
    "sentence": "str!",
    "trigger_start": "int!",
    "trigger_end": "int!",
    "rule": "str!",
    **_READ_BY,
}

FRAMES: Mapping[str, Mapping[str, str]] = {
    "articles": {
        "article_id": "str!",
        "published": "date",
        "source": "str",
        "title": "str",
        "url": "str",
        "language": "str",
        "published_basis": "str",
        "name": "str!",
        "text": "str!",
    },
    "copies": {
        "article_id": "str!",
        "copy_id": "str!",
        "kind": "str!",
        "published": "date",
        "source": "str",
        "title": "str",
        "url": "str",
        "language": "str",
        "published_basis": "str",
        "name": "str!",
        "text": "str",
    },
    "sentences": {
        **_SENTENCE_KEY,
        **_SPAN,
        "paragraph": "int!",
        "date_from": "date",
        "date_to": "date",
    },
    "timexes": {
        **_SENTENCE_KEY,
        **_SPAN,
        "type": "str!",
        "value": "str!",
        "mod": "str",
        **_INTERVAL,
        "anchor": "str",
        "rule": "str!",
    },
    "entities": {
        "entity_id": "str!",
        "canonical_en": "str!",
        "canonical_ar": "str!",
        "type": "str!",
        "country": "str",
        "wikidata": "str",
        "role": "str",
        "role_en": "str",
        "mentions": "int!",
        "articles": "int!",
        "x": "float",
        "y": "float",
    },
    "mentions": {
        "entity_id": "str!",
        **_SENTENCE_KEY,
        **_SPAN,
        "nominal": "bool!",
        "role": "str",
        "role_en": "str",
        "recognizer": "str!",
        "reason": "str!",
    },
    "quotes": {
        "quote_id": "str!",
        **_SENTENCE_KEY,
        **_SPAN,
        "kind": "str!",
        "cue": "str",
        "speaker": "str",
        "speaker_ar": "str",
        "speaker_id": "str",
        "speaker_text": "str",
        "country": "str",
        "role": "str",
        "role_en": "str",
        "date_from": "date",
        "date_to": "date",
        "rule": "str!",
        **_READ_BY,
        "topic": "str",
        "group_id": "str!",
        "lead_rank": "int!",
        "event_id": "str",
    },
    "events": {
        "event_id": "str!",
        **_INTERVAL,
        "mod": "str",
        "dated_by": "str",
        **_CODED,
        "kind": "str!",
        "label_en": "str!",
        "label_ar": "str!",
        "future": "bool!",
        "certainty": "str!",
        "actors": "list!",
        "actors_ar": "list!",
        "recipients": "list!",
        "recipients_ar": "list!",
        **_REPORT,
        "cause": "str",
        "cause_start": "offset",
        "cause_end": "offset",
        "cause_event_id": "str",
        "reports": "int!",
        "published": "date",
    },
    "reports": {
        "event_id": "str!",
        **_REPORT,
        **_INTERVAL,
        "dated_by": "str",
        "plover": "str",
        "status": "str!",
    },
    "participants": {
        "event_id": "str!",
        "name": "str!",
        "name_ar": "str!",
        "country": "str",
        "side": "str!",
        "position": "int!",
    },
    "edges": {"a": "str!", "b": "str!", **_SENTENCE_KEY},
    "corrections": {
        "kind": "str!",
        "a": "str!",
        "b": "str!",
        "reason": "str!",
        "by": "str!",
        "day": "date",
        "item": "str",
    },
}

_DTYPES: Mapping[str, Any] = {
    "str": "object",
    "int": "int64",
    "offset": "object",
    "float": "float64",
    "bool": "bool",
    "date": "datetime64[us]",
    "list": "object",
}

Row = dict[str, Any]
# rows packed at a time; the longest text that is stored once for all rows that have it
_SAMPLE = 64  # texts that say whether a column repeats few
_PACK_ROWS, _LONGEST_SHARED = 10_000, 40


def frame(name: str, rows: Iterable[Row]) -> pd.DataFrame:
    """Rows as the frame called `name`, with its columns, order and types, also without rows."""
    columns = FRAMES[name]
    untyped = pd.DataFrame(list(rows), columns=list(columns), dtype="object")
    return typed(name, untyped)


def typed(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """`table` with the dtypes of the contract and None for missing text."""
    out = {}
    for column, kind in FRAMES[name].items():
        plain = kind.rstrip("!")
        values = pd.to_datetime(table[column]) if plain == "date" else table[column]
        values = values.astype(_DTYPES[plain])
        out[column] = values.where(values.notna(), None) if plain == "str" else values
    return pd.DataFrame(out, columns=list(FRAMES[name]))


class FrameRows:
    """The rows of one frame, packed into arrays as they are added to save memory.

    With a `folder` the arrays are files in it, so that only one part is in memory at a time.
    Iterating gives the parts; there is always one.
    """

    def __init__(self, name: str, folder: Path | None = None) -> None:
        self._name = name
        self._folder = folder
        self._rows: list[Row] = []
        self._parts: list[pd.DataFrame | Path] = []
        self._shared_values: dict[str, str] = {}

    def add(self, rows: Iterable[Row]) -> None:
        """Add rows."""
        self._rows.extend(rows)
        if len(self._rows) >= _PACK_ROWS:
            self._pack()

    def frame(self) -> pd.DataFrame:
        """All rows added so far."""
        parts = list(self)
        if len(parts) == 1:
            return parts[0]
        whole = pd.concat(parts, ignore_index=True)
        if self._folder is None:
            self._parts = [whole]
        return whole

    def __iter__(self) -> Iterator[pd.DataFrame]:
        if self._rows or not self._parts:
            self._pack()
        for part in self._parts:
            yield part if isinstance(part, pd.DataFrame) else pd.read_pickle(part)  # noqa: S301

    def _pack(self) -> None:
        table = frame(self._name, self._rows)
        for column, kind in FRAMES[self._name].items():
            if kind.startswith("str") and column != "text":
                table[column] = pd.Series([*map(self._shared, table[column])], dtype="object")
        self._rows = []
        if self._folder is None:
            self._parts.append(table)
            return
        path = self._folder / f"{self._name}-{len(self._parts)}.pickle"
        table.to_pickle(path)
        self._parts.append(path)
        self._shared_values.clear()

    def _shared(self, value: str | None) -> str | None:
        """The first equal object, so that a million rows share a few thousand ids and names."""
        if value is None or len(value) > _LONGEST_SHARED:
            return value
        return self._shared_values.setdefault(value, value)


def fetched(name: str, arrays: Mapping[str, Any]) -> pd.DataFrame:
    """Arrays of a query, masked where null, as the frame called `name` or as some of its columns.

    It is several times faster than `typed`, in which pandas inspects every value again.
    """
    kinds = {column: FRAMES[name][column].rstrip("!") for column in arrays}
    return pd.DataFrame(
        {column: _series(arrays[column], kind) for column, kind in kinds.items()}, copy=False
    )


def _series(values: Any, kind: str) -> pd.Series[Any]:
    plain = _lists(unmasked(values)) if kind == "list" else unmasked(values)
    plain = _repeated(plain) if kind == "str" else plain
    series: pd.Series[Any] = pd.Series(plain, dtype=_DTYPES[kind], copy=False)
    return series


def _repeated(values: Any) -> Any:
    """The texts of a column, equal ones as one object, which saves memory in cached frames.

    DuckDB returns a new object for each. A column whose first texts mostly differ (ids, sentences)
    is returned unchanged.
    """
    first = values[:_SAMPLE].tolist()
    if 2 * len(set(first)) > len(first):
        return values
    shared: dict[Any, Any] = {}
    texts = values.tolist()
    out = np.empty(len(values), dtype="object")
    out[:] = list(map(shared.setdefault, texts, texts))
    return out


def unmasked(values: Any) -> Any:
    """An array with None, NaN or NaT where it was masked."""
    if not isinstance(values, np.ma.MaskedArray):
        return values
    missing: Any = {"M": np.datetime64("NaT"), "f": np.nan}.get(values.dtype.kind)
    return np.where(np.ma.getmaskarray(values), missing, values.data)


def _lists(values: Any) -> Any:
    out = np.empty(len(values), dtype="object")
    out[:] = [list(value) for value in values]
    return out


def check(name: str, table: pd.DataFrame) -> None:
    """Raise pandera's SchemaError if a frame breaks its contract."""
    import pandera.pandas as pa  # noqa: PLC0415  slow to import, and the dashboard never checks

    columns = {
        column: pa.Column(_DTYPES[kind.rstrip("!")], nullable=not kind.endswith("!"))
        for column, kind in FRAMES[name].items()
    }
    checks = []
    if "date_from" in columns:
        checks.append(pa.Check(_has_ordered_dates, error="date_from <= date_to, both or neither"))
    if "end" in columns:
        checks.append(pa.Check(lambda table: table["start"] < table["end"], error="start < end"))
    pa.DataFrameSchema(columns, checks=checks, strict=True, ordered=True).validate(table)


def require(name: str, table: pd.DataFrame) -> None:
    """Raise ValueError if a frame breaks its contract.

    It finds what `check` finds but the types, without pandera, which takes longer to load than a
    few rows take to publish.
    """
    if list(table.columns) != list(FRAMES[name]):
        raise ValueError(f"{name}: has the columns {', '.join(table.columns)}")
    for column, kind in FRAMES[name].items():
        if kind.endswith("!") and table[column].isna().any():
            raise ValueError(f"{name}: {column} is null")
    if "date_from" in table and not _has_ordered_dates(table).all():
        raise ValueError(f"{name}: date_from <= date_to, both or neither")
    if "end" in table and not (table["start"] < table["end"]).all():
        raise ValueError(f"{name}: start < end")


def _has_ordered_dates(table: pd.DataFrame) -> pd.Series[bool]:
    both_unknown = table["date_from"].isna() & table["date_to"].isna()
    return both_unknown | (table["date_from"] <= table["date_to"])
