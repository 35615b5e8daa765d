"""A recognizer trained on the user's labelled corpus: a conditional random field (CRF)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from alaqat.arabic.camel import RecognizerMissing
from alaqat.entities.list_matches import ListMatches
from alaqat.entities.recognizers import bio, crf_features
from alaqat.entities.recognizers.rules import Recognized, RuleContext
from alaqat.model.records import Document
from alaqat.model.settings import DATA

MODEL = DATA / "model" / "recognizer.crfsuite"


class TrainedRecognizer:
    """Names by the trained model; titles, list rows and surnames by the rules.

    Raises RecognizerMissing without a model in `path` (None: `MODEL`).
    """

    name = "trained"

    def __init__(self, *, path: Path | None = None) -> None:
        self._tagger = tagger(path or MODEL)

    def recognize(self, document: Document) -> Recognized:
        """Named mentions without overlaps in text order, and every title."""
        matches = ListMatches(document)
        spans = list(self._spans(document, matches))
        return RuleContext(matches, self.name).recognized(spans)

    def _spans(self, document: Document, matches: ListMatches) -> Iterator[bio.LabelledSpan]:
        for sentence in document.sentences:
            first = bisect_left(matches.starts, sentence.fstart)
            stop = bisect_left(matches.starts, sentence.fend)
            labels = self._tagger.tag(crf_features.of(matches, first, stop))
            yield from bio.spans(document.tokens[first:stop], labels)


def tagger(path: Path) -> Any:
    """The model in `path`, as a pycrfsuite.Tagger; raises RecognizerMissing if there is none."""
    import pycrfsuite  # type: ignore[import-untyped]  # noqa: PLC0415 - not loaded for the rules

    crf_tagger = pycrfsuite.Tagger()
    try:
        if path.stat().st_size == 0:
            raise ValueError("the file is empty")
        crf_tagger.open(str(path))
    except (OSError, ValueError) as reason:
        raise RecognizerMissing(
            f"{path}: no trained recognizer can be read there ({reason}); "
            "train one with: python -m alaqat train-recognizer CORPUS.bio"
        ) from reason
    return crf_tagger
