"""From the labels that a trained model gives to words (BIO) to findings of the rules' kind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from alaqat.entities import people as people_module
from alaqat.entities import propagation
from alaqat.entities.list_matches import Scan
from alaqat.entities.names import GLUED, kind
from alaqat.entities.spans import Finding, Known, Office, longest
from alaqat.model.records import EntityType, Token

# Corpora of Arabic names write PERS and MISC where this project writes PER and OTHER.
TYPES: dict[str, EntityType] = {
    "LOC": "LOC",
    "ORG": "ORG",
    "PER": "PER",
    "PERS": "PER",
    "MISC": "OTHER",
    "OTHER": "OTHER",
}
Span = tuple[int, int, EntityType]


def spans(tokens: Sequence[Token], labels: Sequence[str]) -> Iterator[Span]:
    """Folded spans and types of labelled words; an I- label of another kind than the one before begins a name."""
    open_: Span | None = None
    before = "O"
    for token, label in zip(tokens, labels, strict=True):
        kind_ = TYPES.get(label[2:])
        if open_ and kind_ and label[0] == "I" and before[2:] == label[2:]:
            open_ = (open_[0], token.end, kind_)
        else:
            if open_:
                yield open_
            open_ = (token.start, token.end, kind_) if kind_ else None
        before = label
    if open_:
        yield open_


def findings(scan: Scan, found: Sequence[Span], rule: str) -> tuple[list[Finding], list[Office]]:
    """A model's spans with the list row and the office that the rules know there, and the surnames of its persons."""
    people, offices = people_module.find(scan)
    titled = {finding.start: finding for finding in longest(people)}
    listed = {(place.start, place.end): row for place, row in scan.names.values()}
    named = longest(_finding(scan, span, titled, listed, rule) for span in found)
    return longest([*named, *propagation.find(scan, named)]), offices


def _finding(
    scan: Scan,
    span: Span,
    titled: dict[int, Finding],
    listed: dict[tuple[int, int], Known],
    rule: str,
) -> Finding:
    start, end, type_ = span
    start = _without_clitic(scan, start, end, type_)
    beside = titled.get(start)
    row = listed.get((start, end))
    row = row if row is not None and row.type == type_ else None
    country = row.country if row else beside.country if beside else None
    return Finding(
        start, end, type_, rule, row, office=beside.office if beside else None, country=country
    )


def _without_clitic(scan: Scan, start: int, end: int, type_: EntityType) -> int:
    """Where the name begins in its first word: after the clitic, where the lists know what follows it."""
    index = bisect_left(scan.starts, start)
    listed = scan.names.get(index)
    if listed and listed[0].end <= end and listed[1].type == type_:
        return listed[0].start
    word = scan.words[index]
    glued = (
        type_ == "PER"
        and word[:1] in GLUED
        and kind(word) in ("no", "unknown")
        and kind(word[1:]) == "known"
    )
    return start + 1 if glued else start
