"""camel-tools' trained recognizer (`ner-arabert`), where its data is installed; torch comes only when asked for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from alaqat.arabic import camel
from alaqat.entities.list_matches import Scan
from alaqat.entities.recognizers import bio
from alaqat.entities.spans import Finding, Office
from alaqat.model.records import Document, Token


class Camel:
    """Names by camel-tools' recognizer; titles and list rows by the rules, so that roles and ids stay the same."""

    name = "camel"

    def __init__(self, model: Any | None = None, *, path: Path | None = None) -> None:
        self._model = model if model is not None else camel.ner(path)

    def recognize(self, document: Document) -> tuple[Sequence[Finding], Sequence[Office]]:
        """Findings of the model, each with the list row and the office that the rules know at the same span."""
        return bio.findings(Scan(document), list(self._spans(document)), self.name)

    def _spans(self, document: Document) -> Iterator[bio.Span]:
        for sentence in document.sentences:
            inside = [
                token for token in document.tokens if sentence.fstart <= token.start < sentence.fend
            ]
            tokens = [token for token in inside if _is_seen(token)]
            if tokens:
                yield from bio.spans(
                    tokens, self._model.predict_sentence([token.text for token in tokens])
                )


def _is_seen(token: Token) -> bool:
    """Whether the model gives the word a label: BERT's tokenizer drops marks and control characters without a trace."""
    return any(unicodedata.category(char)[0] not in "CMZ" for char in token.text)
