"""The rules' events and the model's as one list: each event once, with how likely the model
finds it.

The rules' events stay, with their code, mode and days; where the model knows the trigger it
names the
sides. The model adds what no rule finds. Measured on validation and on ten articles that the rules
were made with: letting the model's code or days stand instead gains nothing on the first and loses
on the second.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from alaqat.model.records import Actor, Annotations, EventMention
from alaqat.readers.trained.event_records import FoundEvent, RecordMaker, found_events, view_of
from alaqat.readers.trained.reader import Reading, TrainedReader
from alaqat.readers.trained.windows import WordIndex, annotated_name

_PAIR = 2
# Most characters between two words that tell one act.
_CLOSE = 20


@dataclass(frozen=True, slots=True)
class Policy:
    """The lowest probabilities at which what the model finds is used.

    `alone` is for an event in a clause in which the rules find none, `neighbour` for another event
    in a clause in which they find one, `sides` for the sides of an event that the rules give none.
    """

    alone: float = 0.48
    neighbour: float = 0.6
    sides: float = 0.2


def read_combined(reader: TrainedReader, found: Annotations) -> list[FoundEvent]:
    """The events of an article by rules and model together; `found` is what the rules found."""
    return combine_events(reader, found, found.events)


def combine_events(
    reader: TrainedReader, found: Annotations, earlier: Sequence[EventMention]
) -> list[FoundEvent]:
    """The events that earlier readers found, and the model's events that they did not find."""
    view = view_of(found)
    reading = reader.read(view)
    policy = Policy(**reader.policy)
    maker = RecordMaker(reader.name, view, reading, found.events)
    completed = [_with_sides(event, reading, maker, policy) for event in earlier]
    return combine(completed, found_events(reader.name, view, reading, found.events), policy)


def _with_sides(
    event: EventMention, reading: Reading, maker: RecordMaker, policy: Policy
) -> FoundEvent:
    """An event of the rules with the sides that the model names, and the model's probability of it.

    The rules' sides stay where the model only leaves out some of them, or only adds to a pair.
    """
    a, b = WordIndex(reading.words).span(event.trigger_start, event.trigger_end)
    finding = next((one for one in reading.findings if a <= one.word < b), None)
    if finding is None:
        return FoundEvent(event, None if _has_side_only(event) else 0.0)
    actors, recipients = maker.sides(finding)
    if finding.probability >= policy.sides and _is_heard(
        {*actors, *recipients}, {*event.actors, *event.recipients}
    ):
        event = replace(event, actors=actors, recipients=recipients)
    return FoundEvent(event, finding.probability)


def _has_side_only(event: EventMention) -> bool:
    """Whether an event has a side and no category, as strained and improved relations have.

    They are 124 of 5,839 annotated events: that the model finds none there says little.
    """
    return event.plover is None and event.polarity != "neutral"


def _is_heard(named: Set[Actor], ruled: Set[Actor]) -> bool:
    """Whether the parties that the model names stand instead of those of the rules."""
    if not named or named < ruled:
        return False
    return len(ruled) < _PAIR or not named > ruled


def combine(
    rules: Sequence[FoundEvent], read: Sequence[FoundEvent], policy: Policy
) -> list[FoundEvent]:
    """All events of the rules, and those of the model that they do not tell, in text order."""
    dated = [one.event for one in rules if one.event.date_from]
    added = [
        one
        for one in read
        if not any(_is_same_trigger(one.event, other.event) for other in rules)
        and not any(_is_same_event(one.event, event) for event in dated)
        and (one.probability or 0.0) >= _least(one.event, dated, policy)
    ]
    return sorted([*rules, *added], key=lambda one: (one.event.trigger_start, one.event.start))


def _least(event: EventMention, dated: Sequence[EventMention], policy: Policy) -> float:
    has_neighbour = any(_is_same_clause(event, other) for other in dated)
    return policy.neighbour if has_neighbour else policy.alone


def _is_same_trigger(one: EventMention, other: EventMention) -> bool:
    return one.trigger_start < other.trigger_end and other.trigger_start < one.trigger_end


def _is_same_clause(one: EventMention, other: EventMention) -> bool:
    return one.start < other.end and other.start < one.end


def _gap(one: EventMention, other: EventMention) -> int:
    """The characters between two triggers."""
    return max(one.trigger_start, other.trigger_start) - min(one.trigger_end, other.trigger_end)


def root(category: str | None) -> str | None:
    """The category as the annotations tell it apart."""
    return annotated_name(category) if category else None


def _is_same_event(one: EventMention, other: EventMention) -> bool:
    """Whether both tell the same act on the same days in one clause.

    A word that the model puts into no category, close to the trigger of the rules, tells their act
    ("entered into an agreement").
    """
    is_part = one.plover is None and _gap(one, other) <= _CLOSE
    has_same_kind = is_part or root(one.plover) == root(other.plover)
    if not has_same_kind or not _is_same_clause(one, other):
        return False
    return (one.date_from, one.date_to) == (other.date_from, other.date_to)
