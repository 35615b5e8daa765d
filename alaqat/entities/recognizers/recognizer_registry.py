"""The recognizers by name, each loaded once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from alaqat.entities.recognizers import crf
from alaqat.entities.recognizers.camel_models import CamelRecognizer, MorphologyRecognizer
from alaqat.entities.recognizers.crf import TrainedRecognizer
from alaqat.entities.recognizers.rules import Recognizer, Rules
from alaqat.model.errors import AlaqatError
from alaqat.model.settings import Settings

_FACTORIES: dict[str, Callable[[Path | None], Recognizer]] = {
    Rules.name: lambda path: Rules(),
    CamelRecognizer.name: lambda path: CamelRecognizer(path=path),
    MorphologyRecognizer.name: lambda path: MorphologyRecognizer(path=path),
    TrainedRecognizer.name: lambda path: TrainedRecognizer(path=path),
}
NAMES = tuple(_FACTORIES)


class RecognizerUnknown(AlaqatError):
    """No recognizer has that name; the message lists the names."""


def chosen() -> Recognizer:
    """The recognizer of the settings (ALAQAT_RECOGNIZER, ALAQAT_MODEL).

    By default it is the trained one if its model is in its usual place, otherwise the rules. Raises
    RecognizerUnknown or RecognizerMissing.
    """
    settings = Settings.from_env()
    return load_recognizer(_chosen_name(settings), settings.model)


def _chosen_name(settings: Settings) -> str:
    return settings.recognizer or (TrainedRecognizer.name if crf.MODEL.exists() else Rules.name)


def signature() -> str:
    """The recognizer's name, and the path, size and time of its model.

    Annotations depend on it as they do on rules and code.
    """
    settings = Settings.from_env()
    name = _chosen_name(settings)
    model = settings.model or (crf.MODEL if name == TrainedRecognizer.name else None)
    if name == Rules.name or model is None or not model.exists():
        return name
    stat = model.stat()
    return f"{name} {model} {stat.st_size} {stat.st_mtime_ns}"


@cache
def load_recognizer(name: str, model: Path | None = None) -> Recognizer:
    """The recognizer called `name`, loaded once.

    `model` is the file or folder of its model, None for the usual one. Raises RecognizerUnknown,
    and RecognizerMissing if it needs a model that is not there.
    """
    try:
        factory = _FACTORIES[name]
    except KeyError as reason:
        raise RecognizerUnknown(
            f"recognizer {name!r} is not known; use one of: {', '.join(NAMES)}"
        ) from reason
    return factory(model)
