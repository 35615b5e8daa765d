"""The settings, from environment variables: paths of data, recognizer and reader."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass
from pathlib import Path

from alaqat.model.home import HOME, WORK

DATA = HOME / "data"
_STORE = WORK / "build"
_CORRECTIONS = WORK / "corrections.csv"
# The default reader: a name, or several joined as NAME+NAME.
DEFAULT_READER = "rules+trained"
# Seconds that 100,000 characters of an article may take; they take about one.
_ARTICLE_SECONDS = 60.0
# The budget of reading one file.
_FILE_SECONDS = 20.0
_FILE_MEGABYTES = 500.0


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run. Call `from_env` at each use, so that changed variables have effect.

    `data` is the folder with `lexicon/` and `rules/` (ALAQAT_DATA), read once per process. `store`
    is the folder of the builds (ALAQAT_STORE), `corrections` the file of corrections
    (ALAQAT_CORRECTIONS). `recognizer` is the name of the recognizer of names (ALAQAT_RECOGNIZER)
    and `model` the file or folder of its model (ALAQAT_MODEL), None for the default. `reader` is
    the name of the reader that finds events and quotes (ALAQAT_READER).
    `article_seconds` is the limit of time for an article, 0 for none (ALAQAT_ARTICLE_SECONDS);
    `file_seconds` and `file_megabytes` are those of reading a file, 0 for none
    (ALAQAT_FILE_SECONDS, ALAQAT_FILE_MEGABYTES).
    """

    data: Path = DATA
    store: Path = _STORE
    corrections: Path = _CORRECTIONS
    recognizer: str | None = None
    model: Path | None = None
    reader: str = DEFAULT_READER
    article_seconds: float = _ARTICLE_SECONDS
    file_seconds: float = _FILE_SECONDS
    file_megabytes: float = _FILE_MEGABYTES

    @classmethod
    def from_env(cls) -> Settings:
        """The settings from the environment variables; defaults for those that are not set."""
        model = os.environ.get("ALAQAT_MODEL")
        return cls(
            data=Path(os.environ.get("ALAQAT_DATA") or DATA),
            store=Path(os.environ.get("ALAQAT_STORE") or _STORE),
            corrections=Path(os.environ.get("ALAQAT_CORRECTIONS") or _CORRECTIONS),
            recognizer=os.environ.get("ALAQAT_RECOGNIZER") or None,
            model=Path(model) if model else None,
            reader=os.environ.get("ALAQAT_READER") or DEFAULT_READER,
            article_seconds=_limit("ALAQAT_ARTICLE_SECONDS", _ARTICLE_SECONDS),
            file_seconds=_limit("ALAQAT_FILE_SECONDS", _FILE_SECONDS),
            file_megabytes=_limit("ALAQAT_FILE_MEGABYTES", _FILE_MEGABYTES),
        )


def _limit(name: str, default: float) -> float:
    """The number in the environment variable `name`, the default where it holds none."""
    try:
        limit = float(os.environ.get(name) or "")
    except ValueError:
        return default
    return limit if 0 <= limit < math.inf else default
