"""A recognizer trained on a labelled corpus of the user's own: a conditional random field over words and list hits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from alaqat.arabic.camel import RecognizerMissing
from alaqat.entities.list_matches import Scan
from alaqat.entities.recognizers import bio, crf_features
from alaqat.entities.spans import Finding, Office
from alaqat.model.records import Document
from alaqat.model.settings import DATA

MODEL = DATA / "model" / "recognizer.crfsuite"


class Trained:
    """Names by the trained model; titles, list rows and surnames by the rules, so that roles and ids stay the same."""

    name = "trained"

    def __init__(self, *, path: Path | None = None) -> None:
        self._tagger = tagger(path or MODEL)

    def recognize(self, document: Document) -> tuple[Sequence[Finding], Sequence[Office]]:
        """Findings of the model, each with the list row and the office that the rules know at the same span."""
        scan = Scan(document)
        return bio.findings(scan, list(self._spans(document, scan)), self.name)

    def _spans(self, document: Document, scan: Scan) -> Iterator[bio.Span]:
        for sentence in document.sentences:
            first, stop = (
                bisect_left(scan.starts, edge) for edge in (sentence.fstart, sentence.fend)
            )
            if first < stop:
                told = self._tagger.tag(crf_features.of(scan, first, stop))
                yield from bio.spans(document.tokens[first:stop], told)


def tagger(path: Path) -> Any:
    """The model of the file `path`; raises RecognizerMissing where there is none."""
    import pycrfsuite  # type: ignore[import-untyped]  # noqa: PLC0415 - only who trained a model needs it

    found = pycrfsuite.Tagger()
    try:
        if path.stat().st_size == 0:
            raise ValueError("the file is empty")
        found.open(str(path))
    except (OSError, ValueError) as reason:
        raise RecognizerMissing(
            f"{path}: no trained recognizer can be read there ({reason}); "
            "train one with: python -m alaqat train-recognizer CORPUS.bio"
        ) from reason
    return found
