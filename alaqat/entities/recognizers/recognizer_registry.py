"""Which recognizer works: chosen by name, loaded once."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

from alaqat.entities.recognizers import crf
from alaqat.entities.recognizers.camel_ner import Camel
from alaqat.entities.recognizers.crf import Trained
from alaqat.entities.recognizers.morphology_filter import Morphology
from alaqat.entities.recognizers.rules import Recognizer, Rules
from alaqat.model.errors import AlaqatError

CHOICE, MODEL = "ALAQAT_RECOGNIZER", "ALAQAT_MODEL"
_MAKERS: dict[str, Callable[[Path | None], Recognizer]] = {
    Rules.name: lambda path: Rules(),
    Camel.name: lambda path: Camel(path=path),
    Morphology.name: lambda path: Morphology(path=path),
    Trained.name: lambda path: Trained(path=path),
}
NAMES = tuple(_MAKERS)


class RecognizerUnknown(AlaqatError):
    """No recognizer has that name; the message lists those there are."""


def chosen() -> Recognizer:
    """The recognizer that ALAQAT_RECOGNIZER names, with the model of ALAQAT_MODEL.

    Where it is not set: the trained one if its model stands in its usual place, else the rules. Raises
    RecognizerUnknown or RecognizerMissing, so that a long run can ask before it begins.
    """
    model = os.environ.get(MODEL)
    return named(_wanted(), Path(model) if model else None)


def _wanted() -> str:
    return os.environ.get(CHOICE) or (Trained.name if crf.MODEL.exists() else Rules.name)


def signature() -> str:
    """What annotations depend on beside rules and code: the recognizer's name, and its model's path, size and time."""
    name = _wanted()
    model = os.environ.get(MODEL) or (str(crf.MODEL) if name == Trained.name else None)
    if not model or name == Rules.name or not Path(model).exists():
        return name
    stat = Path(model).stat()
    return f"{name} {model} {stat.st_size} {stat.st_mtime_ns}"


@cache
def named(name: str, model: Path | None = None) -> Recognizer:
    """The recognizer of that name, loaded once; `model` is its model's file or folder, None for the usual one.

    Raises RecognizerUnknown for another name, RecognizerMissing where a model is needed and not there.
    """
    try:
        make = _MAKERS[name]
    except KeyError as reason:
        raise RecognizerUnknown(
            f"recognizer {name!r} is not known; use one of: {', '.join(NAMES)}"
        ) from reason
    return make(model)
