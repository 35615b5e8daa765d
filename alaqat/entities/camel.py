"""camel-tools' trained recognizer (`ner-arabert`), where its data is installed; torch comes only when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alaqat.entities.findings import Finding, Office, longest
from alaqat.entities.persons import find as find_persons
from alaqat.entities.scan import Scan
from alaqat.errors import AlaqatError
from alaqat.records import Document, EntityType

# camel-tools writes PERS and MISC where this project writes PER and OTHER.
_TYPES: dict[str, EntityType] = {"LOC": "LOC", "ORG": "ORG", "PERS": "PER", "MISC": "OTHER"}


class RecognizerMissing(AlaqatError):
    """A recognizer was asked for whose package or data is not installed; the message says how to install it."""


class Camel:
    """Names by camel-tools' recognizer; titles and list rows by the rules, so that roles and ids stay the same."""

    name = "camel"

    def __init__(self, model: Any | None = None) -> None:
        self._model = model if model is not None else _pretrained()

    def recognize(self, document: Document) -> tuple[Sequence[Finding], Sequence[Office]]:
        """Findings of the model, each with the list row and the office that the rules know at the same span."""
        scan = Scan(document)
        people, offices = find_persons(scan)
        titled = {finding.start: finding for finding in longest(people)}
        known = {(place.start, place.end): entry for place, entry in scan.names.values()}
        findings = []
        for start, end, kind in self._spans(document):
            beside = titled.get(start)
            row = known.get((start, end))
            row = row if row is not None and row.type == kind else None
            country = row.country if row else beside.country if beside else None
            findings.append(
                Finding(start, end, kind, self.name, row, office=beside.office if beside else None, country=country)
            )
        return longest(findings), offices

    def _spans(self, document: Document) -> list[tuple[int, int, EntityType]]:
        """Folded spans and types, read from the model's BIO labels sentence by sentence."""
        spans: list[tuple[int, int, EntityType]] = []
        for sentence in document.sentences:
            tokens = [token for token in document.tokens if sentence.fstart <= token.start < sentence.fend]
            labels = self._model.predict_sentence([token.text for token in tokens])
            before = "O"
            for token, label in zip(tokens, labels, strict=True):
                kind = _TYPES.get(label[2:])
                if kind and label[0] == "I" and before[2:] == label[2:] and spans:
                    spans[-1] = (spans[-1][0], token.end, kind)
                elif kind:
                    spans.append((token.start, token.end, kind))
                before = label
        return spans


def _pretrained() -> Any:
    """The installed model; without its data camel-tools raises classes of no common base, at import or later."""
    try:
        from camel_tools.ner import NERecognizer  # noqa: PLC0415 - loads torch and a data catalogue

        return NERecognizer.pretrained()
    except Exception as reason:
        raise RecognizerMissing(
            f"camel-tools' ner-arabert cannot be loaded ({type(reason).__name__}: {reason}); "
            "install it with: camel_data -i ner-arabert"
        ) from reason
