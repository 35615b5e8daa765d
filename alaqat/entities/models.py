"""The models of camel-tools, where their data is installed: loaded in one guarded place, and only when asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from alaqat.errors import AlaqatError


class RecognizerMissing(AlaqatError):
    """A recognizer was asked for whose package, data or model is not there; the message says how to get it."""


def ner(path: Path | None = None) -> Any:
    """camel-tools' NERecognizer: the model in folder `path`, None for the installed `ner-arabert`."""

    def load() -> Any:
        from camel_tools.ner import NERecognizer  # noqa: PLC0415 - loads torch and a data catalogue

        return NERecognizer(str(path), use_gpu=False) if path else NERecognizer.pretrained()

    return _guarded(load, "ner-arabert")


def analyzer(path: Path | None = None) -> Any:
    """camel-tools' morphological analyzer over the database file `path`, None for the installed `calima-msa-r13`."""

    def load() -> Any:
        from camel_tools.morphology.analyzer import Analyzer  # noqa: PLC0415 - loads a data catalogue
        from camel_tools.morphology.database import MorphologyDB  # noqa: PLC0415

        return Analyzer(MorphologyDB(str(path)) if path else MorphologyDB.builtin_db())

    return _guarded(load, "morphology-db-msa-r13")


def _guarded(load: Callable[[], Any], package: str) -> Any:
    """What `load` gives; without its data camel-tools raises classes of no common base, at import or later."""
    try:
        return load()
    except Exception as reason:
        raise RecognizerMissing(
            f"camel-tools' {package} cannot be loaded ({type(reason).__name__}: {reason}); "
            f"install it with: camel_data -i {package}"
        ) from reason
