"""Finding names by rules, and the protocol of every recognizer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol

from alaqat.entities import bodies, listed_names, people, places, propagation
from alaqat.entities.list_matches import ListMatches
from alaqat.entities.name_words import CLITIC_LETTERS, word_kind
from alaqat.entities.recognizers.bio import LabelledSpan
from alaqat.entities.spans import EntitySpan, ListedName, OfficeSpan, without_overlaps
from alaqat.model.records import Document

Recognized = tuple[Sequence[EntitySpan], Sequence[OfficeSpan]]


class Recognizer(Protocol):
    """Finds the named mentions of an article."""

    name: str

    def recognize(self, document: Document) -> Recognized:
        """Named mentions without overlaps in text order, and every title."""
        ...


class Rules:
    """Names by word lists, patterns and cues, and the surnames of the persons found."""

    name = "rules"

    def recognize(self, document: Document) -> Recognized:
        """Named mentions without overlaps in text order, and every title."""
        matches = ListMatches(document)
        listed_names.drop_parts_of_names(matches)
        persons, offices = people.find(matches)
        persons = [span for span in persons if self.is_acceptable(matches, span)]
        listed = listed_names.find(matches)
        spans = without_overlaps([*bodies.find(matches), *places.find(matches), *persons, *listed])
        return without_overlaps([*spans, *propagation.find(matches, spans)]), offices

    def is_acceptable(self, matches: ListMatches, span: EntitySpan) -> bool:
        """True if a person found by a pattern is accepted; subclasses may refuse some."""
        return True


class RuleContext:
    """What the rules know at the spans of a trained model: list rows, titles and surnames."""

    def __init__(self, matches: ListMatches, rule: str) -> None:
        self._matches = matches
        self._rule = rule
        persons, self._offices = people.find(matches)
        self._titled = {span.start: span for span in without_overlaps(persons)}
        self._listed = {(span.start, span.end): row for span, row in matches.names.values()}

    def recognized(self, labelled: Sequence[LabelledSpan]) -> Recognized:
        """The model's spans with list row and title, the surnames of its persons; every title."""
        spans = without_overlaps(map(self._entity_span, labelled))
        surnames = propagation.find(self._matches, spans)
        return without_overlaps([*spans, *surnames]), self._offices

    def _entity_span(self, labelled: LabelledSpan) -> EntitySpan:
        start = self._start(labelled)
        titled = self._titled.get(start)
        row = self._row(start, labelled)
        source = row or titled
        return EntitySpan(
            start,
            labelled.end,
            labelled.type,
            self._rule,
            row,
            office=titled.office if titled else None,
            country=source.country if source else None,
        )

    def _row(self, start: int, labelled: LabelledSpan) -> ListedName | None:
        row = self._listed.get((start, labelled.end))
        return row if row and row.type == labelled.type else None

    def _start(self, labelled: LabelledSpan) -> int:
        """Where the name begins in its first word: after a clitic if the lists know the rest."""
        matches = self._matches
        index = bisect_left(matches.starts, labelled.start)
        if matches.has_name(index, labelled.type) and matches.names[index][0].end <= labelled.end:
            return matches.names[index][0].start
        if labelled.type != "PER" or not _has_clitic_before_name(matches.words[index]):
            return labelled.start
        return labelled.start + 1


def _has_clitic_before_name(word: str) -> bool:
    if word[:1] not in CLITIC_LETTERS or word_kind(word) not in ("no", "unknown"):
        return False
    return word_kind(word[1:]) == "known"
