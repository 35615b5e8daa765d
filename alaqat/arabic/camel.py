"""The only importer of camel-tools: its normalisers, its word tokenizer, and its models.

Its `utils.dediac` and `utils.charsets` are not imported here: they load `emoji`, 36 MB of resident
memory (2026-11, emoji 2.16), which every process of the dashboard would hold. The diacritics that
`dediac_ar` removes are written in `arabic.fold`, which must know the offset of each removed
character; a test compares the two.

The models (named entity recognizer, morphological analyzer) need the packages of
requirements-models.txt and data that `camel_data` installs; they are loaded only when a recognizer
asks for them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from camel_tools.utils.normalize import (
    normalize_alef_ar,
    normalize_alef_maksura_ar,
    normalize_teh_marbuta_ar,
    normalize_unicode,
)

from alaqat.model.errors import AlaqatError


class RecognizerMissing(AlaqatError):
    """The package, data or model of a recognizer is missing; the message says how to install it."""


def normalize_presentation_forms(text: str) -> str:
    """`text` with ligatures and positional forms as plain letters (Unicode NFKC)."""
    return str(normalize_unicode(text))


def normalize_alef(text: str) -> str:
    """`text` with every alef written bare and alef maksura as yeh."""
    return str(normalize_alef_maksura_ar(normalize_alef_ar(text)))


def normalize_teh_marbuta(text: str) -> str:
    """`text` with teh marbuta written as heh."""
    return str(normalize_teh_marbuta_ar(text))


def word_tokens(text: str) -> list[str]:
    """The words and marks of `text` in order, split by camel-tools' simple tokenizer."""
    from camel_tools.tokenizers.word import simple_word_tokenize  # noqa: PLC0415 - loads emoji

    return list(simple_word_tokenize(text))


def ner(path: Path | None = None) -> Any:
    """camel-tools' NERecognizer of the model in `path` (None: the installed `ner-arabert`)."""

    def load() -> Any:
        from camel_tools.ner import NERecognizer  # noqa: PLC0415 - loads torch and a data catalogue

        return NERecognizer(str(path), use_gpu=False) if path else NERecognizer.pretrained()

    return _guarded(load, "ner-arabert")


def analyzer(path: Path | None = None) -> Any:
    """camel-tools' morphological analyzer over `path` (None: the installed `calima-msa-r13`)."""

    def load() -> Any:
        from camel_tools.morphology.analyzer import Analyzer  # noqa: PLC0415 - loads data
        from camel_tools.morphology.database import MorphologyDB  # noqa: PLC0415

        return Analyzer(MorphologyDB(str(path)) if path else MorphologyDB.builtin_db())

    return _guarded(load, "morphology-db-msa-r13")


def _guarded(load: Callable[[], Any], package: str) -> Any:
    """The result of `load`.

    Raises RecognizerMissing for any error: those of camel-tools have no common base.
    """
    try:
        return load()
    except Exception as reason:
        raise RecognizerMissing(
            f"camel-tools' {package} cannot be loaded ({type(reason).__name__}: {reason}); "
            f"install it with: pip install -r requirements-models.txt, then camel_data -i {package}"
        ) from reason
