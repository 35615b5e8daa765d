"""Counts of right, annotated and found records, for each measure and by category, basis and outlet.

All figures are micro-averaged over the articles. The measures:

timex_span_f1     time expressions: spans overlap
timex_value_f1    … and mean the same interval or duration
quote_f1          quotes: characters overlap (intersection over union) by 0.8
quote_speaker_f1  … and have the same speaker
entity_f1         named mentions: same span and type (PER, LOC, ORG)
entity_nominal_f1 descriptions: spans overlap by half, same entity
event_date_f1     events: half of the shorter clause overlaps, same first and last day
event_type_f1     … and the same PLOVER category
event_polarity_f1 … and the same polarity
event_actor_f1    pairs of event and party, over events that are matched by date
event_side_f1     … but actors and recipients apart, where recipients are annotated
event_trigger_f1  events: the trigger is in the annotated clause, with any date
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final, NamedTuple

from alaqat.evaluation.gold_files import GoldArticle
from alaqat.evaluation.name_matching import arabic_names, is_same_name, is_same_speaker
from alaqat.evaluation.span_matching import Json, Pair, iou, match, overlap
from alaqat.evaluation.time_values import is_same_value
from alaqat.lexicon.load import table

MEASURES: Final = (
    "timex_span_f1",
    "timex_value_f1",
    "quote_f1",
    "quote_speaker_f1",
    "entity_f1",
    "entity_nominal_f1",
    "event_date_f1",
    "event_type_f1",
    "event_polarity_f1",
    "event_actor_f1",
    "event_side_f1",
    "event_trigger_f1",
)
# groups that the scores of events are given by
GROUPS: Final = ("category", "date basis", "outlet")
_NAMED_TYPES: Final = ("PER", "LOC", "ORG")
_LEAST_QUOTE_OVERLAP: Final = 0.8
_LEAST_OVERLAP: Final = 0.5
_POLARITY_WEIGHT: Final = 0.5
# what a found event was dated by, in the words of the annotations
_BASES: Final = {"article": "publication", "event": "context"}
_EXCERPT: Final = 60


@dataclass(slots=True)
class Tally:
    """Counts of annotated and found records, and of those that are right on either side."""

    gold: int = 0
    found: int = 0
    gold_right: int = 0
    found_right: int = 0

    @property
    def precision(self) -> float:
        """Right among found; 0 if nothing was found."""
        return self.found_right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right among annotated; 0 if nothing is annotated."""
        return self.gold_right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, right: int, gold: int, found: int) -> None:
        """Add counts with as many right on both sides."""
        self.gold += gold
        self.found += found
        self.gold_right += right
        self.found_right += right


class Key(NamedTuple):
    """What a tally counts: a measure over all records (`group` and `value` empty) or over some."""

    measure: str
    group: str = ""
    value: str = ""


class ScoreError(NamedTuple):
    """One difference between annotations and what was found."""

    article: str
    kind: str
    text: str


@dataclass(slots=True)
class Scores:
    """The tallies of all articles scored so far, and the errors in them."""

    articles: int = 0
    tallies: dict[Key, Tally] = field(default_factory=lambda: defaultdict(Tally))
    errors: list[ScoreError] = field(default_factory=list)

    def add(self, annotated: GoldArticle, found: Json) -> None:
        """Score one article; `found` has the keys of the annotations.

        What the annotations have no key for is not annotated, and not scored.
        """
        self.articles += 1
        scored = _ScoredArticle(self, annotated, found)
        scorers = {
            "timex": scored.score_timexes,
            "quotes": scored.score_quotes,
            "entities": scored.score_mentions,
            "events": scored.score_events,
        }
        for name, score in scorers.items():
            if name in annotated.gold:
                score()


@dataclass(slots=True)
class _ScoredArticle:
    """One article on its way into the scores."""

    scores: Scores
    annotated: GoldArticle
    found: Json

    def score_timexes(self) -> None:
        """Spans and values of time expressions."""
        gold, found = self._records("timex")
        pairs = match(gold, found, lambda a, b: iou(a, b) > 0)
        right = [
            pair for pair in pairs if is_same_value(pair[0].get("value"), pair[1].get("value"))
        ]
        self._count("timex_span_f1", pairs, gold, found)
        self._count("timex_value_f1", right, gold, found)
        self._log("timex missed", (_text(record) for record in _unmatched(gold, pairs, 0)))
        self._log(
            "timex value",
            (f"{_text(a)} gold {a.get('value')} found {b.get('value')}" for a, b in pairs
             if (a, b) not in right),
        )  # fmt: skip

    def score_quotes(self) -> None:
        """Spans and speakers of quotes."""
        gold, found = self._records("quotes")
        pairs = match(gold, found, lambda a, b: iou(a, b) >= _LEAST_QUOTE_OVERLAP)
        right = [pair for pair in pairs if self._has_same_speaker(*pair)]
        self._count("quote_f1", pairs, gold, found)
        self._count("quote_speaker_f1", right, gold, found)
        outlet = self.annotated.article.source or "unknown"
        for measure, matched in (("quote_f1", pairs), ("quote_speaker_f1", right)):
            self._tally(measure, "outlet", outlet).add(len(matched), len(gold), len(found))
        self._log("quote missed", (_text(record) for record in _unmatched(gold, pairs, 0)))
        self._log("quote extra", (_text(record) for record in _unmatched(found, pairs, 1)))
        self._log(
            "quote speaker",
            (f"{_text(a)} gold {_speaker(a)} found {_speaker(b)}" for a, b in pairs
             if (a, b) not in right),
        )  # fmt: skip

    def _has_same_speaker(self, gold: Json, found: Json) -> bool:
        return is_same_speaker(gold, found, arabic_names(self.annotated.gold, gold))

    def score_mentions(self) -> None:
        """Named mentions, and descriptions that lead to their entity."""
        for measure, is_nominal, can_match in (
            ("entity_f1", False, _is_same_mention),
            ("entity_nominal_f1", True, _is_same_description),
        ):
            gold = list(_mentions(self.annotated.gold, is_nominal=is_nominal))
            found = list(_mentions(self.found, is_nominal=is_nominal))
            pairs = match(gold, found, can_match)
            self._count(measure, pairs, gold, found)
            kind = "description missed" if is_nominal else "name missed"
            self._log(kind, (_mention_text(record) for record in _unmatched(gold, pairs, 0)))
            if not is_nominal:
                extra = _unmatched(found, pairs, 1)
                self._log("name extra", (_mention_text(record) for record in extra))

    def score_events(self) -> None:
        """Dates, categories, polarities, parties and triggers of events."""
        gold, found = self._records("events")
        pairs = match(gold, found, is_same_event, event_weight)
        rights = {
            "event_date_f1": pairs,
            "event_type_f1": [pair for pair in pairs if has_same_root(*pair)],
            "event_polarity_f1": [pair for pair in pairs if _has_same_polarity(*pair)],
        }
        outlet = self.annotated.article.source or "unknown"
        for measure, right in rights.items():
            self._count(measure, right, gold, found)
            self._tally(measure, "outlet", outlet).add(len(right), len(gold), len(found))
        self._count_by("category", rights["event_type_f1"], gold, found)
        if any("date_basis" in event for event in gold):
            self._count_by("date basis", pairs, gold, found)
        for pair in pairs:
            self._count_parties(*pair, outlet)
        self.scores.tallies[Key("event_trigger_f1")].add(
            _triggers_found(gold, found), len(gold), len(found)
        )
        self._log("event missed", (_event_text(record) for record in _unmatched(gold, pairs, 0)))
        self._log("event extra", (_event_text(record) for record in _unmatched(found, pairs, 1)))
        self._log(
            "event category",
            (f"{_event_text(a)} found {b.get('plover')}" for a, b in pairs
             if not has_same_root(a, b)),
        )  # fmt: skip

    def _count_parties(self, gold: Json, found: Json, outlet: str) -> None:
        wanted, named = gold.get("actors", []), found.get("actors", [])
        counts = _shared_names(wanted, named), len(wanted), len(named)
        self.scores.tallies[Key("event_actor_f1")].add(*counts)
        self._tally("event_actor_f1", "outlet", outlet).add(*counts)
        if counts[0] < max(counts):
            self._log("event parties", [f"{_event_text(gold)} found {', '.join(named)}"])
        if "recipients" in gold:
            for side in (_doers, _recipients):
                sides = side(gold), side(found)
                self.scores.tallies[Key("event_side_f1")].add(
                    _shared_names(*sides), *map(len, sides)
                )

    def _records(self, name: str) -> tuple[list[Json], list[Json]]:
        return self.annotated.gold.get(name, []), self.found.get(name, [])

    def _tally(self, measure: str, group: str, value: str) -> Tally:
        return self.scores.tallies[Key(measure, group, value)]

    def _count(
        self, measure: str, right: Sequence[Pair], gold: Sequence[Json], found: Sequence[Json]
    ) -> None:
        self.scores.tallies[Key(measure)].add(len(right), len(gold), len(found))

    def _count_by(
        self, group: str, right: Sequence[Pair], gold: Sequence[Json], found: Sequence[Json]
    ) -> None:
        """Count each event under the value that it has itself: annotated and found may differ."""
        measure, value_of = _GROUPED[group]
        for event in gold:
            self._tally(measure, group, value_of(event)).gold += 1
        for event in found:
            self._tally(measure, group, value_of(event)).found += 1
        for a, b in right:
            self._tally(measure, group, value_of(a)).gold_right += 1
            self._tally(measure, group, value_of(b)).found_right += 1

    def _log(self, kind: str, texts: Iterable[str]) -> None:
        name = self.annotated.article.name
        self.scores.errors.extend(ScoreError(name, kind, text) for text in texts)


def _unmatched(records: Sequence[Json], pairs: Sequence[Pair], side: int) -> list[Json]:
    matched = {id(pair[side]) for pair in pairs}
    return [record for record in records if id(record) not in matched]


def _mentions(annotations: Json, *, is_nominal: bool) -> Iterator[Json]:
    """The mentions of one sort, each with the type and the name of its entity."""
    for entity in annotations.get("entities", []):
        for mention in entity["mentions"]:
            has_type = is_nominal or entity["type"] in _NAMED_TYPES
            if bool(mention.get("nominal")) is is_nominal and has_type:
                own = {"type": entity["type"], "name": entity.get("canonical_en")}
                yield {**mention, **own}


def _is_same_mention(gold: Json, found: Json) -> bool:
    return all(gold[name] == found[name] for name in ("start", "end", "type"))


def _is_same_description(gold: Json, found: Json) -> bool:
    return iou(gold, found) > _LEAST_OVERLAP and is_same_name(gold["name"], found["name"])


@cache
def _annotated() -> Mapping[str, str]:
    """The name that annotations write for a category where it is not its own."""
    rows = table("annotation_categories", ("annotated", "plover"))
    return {row["plover"]: row["annotated"] for row in rows}


def _root(category: str | None) -> str | None:
    return _annotated().get(category or "", category)


def has_same_root(gold: Json, found: Json) -> bool:
    """True for events of one category, by the names of annotated articles."""
    return _root(gold.get("plover")) == _root(found.get("plover"))


def _has_same_polarity(gold: Json, found: Json) -> bool:
    return bool(gold.get("polarity") == found.get("polarity"))


def is_same_event(gold: Json, found: Json) -> bool:
    """True for events of the same days whose clauses overlap."""
    has_same_days = all(gold.get(name) == found.get(name) for name in ("date_from", "date_to"))
    return has_same_days and overlap(gold, found) >= _LEAST_OVERLAP


def event_weight(gold: Json, found: Json) -> float:
    """How well two events of the same days fit: by clause, category and polarity."""
    same_polarity = _POLARITY_WEIGHT * _has_same_polarity(gold, found)
    return iou(gold, found) + has_same_root(gold, found) + same_polarity


def _triggers_found(gold: Sequence[Json], found: Sequence[Json]) -> int:
    """The number of annotated clauses with a found trigger; each trigger counts once."""
    left = list(found)
    count = 0
    for event in gold:
        place = event.get("trigger_start", event["start"])
        inside = [
            other for other in left if event["start"] <= other["trigger_start"] < event["end"]
        ]
        if inside:
            count += 1
            left.remove(min(inside, key=lambda other: abs(other["trigger_start"] - place)))
    return count


def _shared_names(gold: Sequence[str], found: Sequence[str]) -> int:
    """How many names of two lists are the same, one to one."""
    left = list(found)
    for name in gold:
        same = next((i for i, other in enumerate(left) if is_same_name(name, other)), None)
        if same is not None:
            left.pop(same)
    return len(found) - len(left)


def _recipients(event: Json) -> list[str]:
    return list(event.get("recipients", []))


def _doers(event: Json) -> list[str]:
    """The actors that are not recipients; the JSON of an article lists all parties as actors."""
    return [name for name in event.get("actors", []) if name not in _recipients(event)]


def _category(event: Json) -> str:
    return _root(event.get("plover")) or "other"


def _basis(event: Json) -> str:
    """The basis of an event's date as the annotations call it: sentence, context, publication."""
    basis = event.get("date_basis") or event.get("dated_by") or "unknown"
    return _BASES.get(basis, basis)


# group of events → the measure that is counted by it, and its value for an event
_GROUPED: Final[Mapping[str, tuple[str, Callable[[Json], str]]]] = {
    "category": ("event_type_f1", _category),
    "date basis": ("event_date_f1", _basis),
}


def _text(record: Json) -> str:
    return f"«{record['text'][:_EXCERPT]}»"


def _speaker(quote: Json) -> str:
    return str(quote.get("speaker") or quote.get("speaker_ar") or quote.get("speaker_text"))


def _mention_text(record: Json) -> str:
    return f"{_text(record)} {record['type']} {record['name']}"


def _event_text(event: Json) -> str:
    days = f"{event.get('date_from')}..{event.get('date_to')}"
    parties = ", ".join(event.get("actors", []))
    return f"{days} {event.get('plover')} ({parties}) «{event.get('sentence', '')[:_EXCERPT]}»"
