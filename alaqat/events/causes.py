"""Finds the causes that sentences state for their events: "over the killing of ten civilians"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from alaqat.arabic.clitics import clitic_kind
from alaqat.events.event_rules import by_lemma
from alaqat.events.inflection import scan
from alaqat.events.matched_words import Word, between, group, has_any_cue
from alaqat.lexicon.distances import distance
from alaqat.model.records import Document, EventMention, Timex

# Marks that end a cause, and those between an event and words that are no cause of it.
_PHRASE_END = re.compile("[،,؛;:.!?؟\n]|$")
_SENTENCE_MARKS = re.compile("[؛;:.!?؟\n]")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence for the search of causes; all offsets are folded.

    `triggers` are the spans of its events, each with the event's index in the article, in text
    order; `times` are the offsets where its expressions of time begin.
    """

    text: str
    span: Span
    words: Sequence[Word]
    triggers: Sequence[tuple[Span, int]]
    times: Sequence[int]

    def is_joined(self, start: int, end: int) -> bool:
        """True if no clause begins between two offsets, but for one that goes on with a date."""
        openers = (word for word in between(self.words, start, end) if word.has_cue("open"))
        is_one_clause = all(word.has_cue("goes-on") for word in openers)
        return is_one_clause and not _SENTENCE_MARKS.search(self.text, start, end)


def with_causes(
    document: Document, timexes: Sequence[Timex], events: Sequence[EventMention]
) -> tuple[EventMention, ...]:
    """The events of an article, each with the cause that its sentence states, if it states one.

    If the cause reports another event of the article, `cause_trigger` is that event's trigger.
    """
    causes: dict[int, Span] = {}
    for sentence in _sentences(document, timexes, events):
        causes.update(_shared(sentence, _causes(sentence)))
    return tuple(
        _with_cause(document, event, causes[index], events) if index in causes else event
        for index, event in enumerate(events)
    )


def _sentences(
    document: Document, timexes: Sequence[Timex], events: Sequence[EventMention]
) -> Iterator[_Sentence]:
    """The sentences that report events."""
    words = group(scan(document.folded)) if events else []
    times = [document.folded_span(timex.start, timex.end)[0] for timex in timexes]
    spans = [
        (document.folded_span(event.trigger_start, event.trigger_end), index)
        for index, event in enumerate(events)
    ]
    for sentence in document.sentences:
        start, end = sentence.fstart, sentence.fend
        triggers = sorted(item for item in spans if start <= item[0][0] < end)
        if triggers:
            own_times = [time for time in times if start <= time < end]
            own_words = between(words, start, end)
            yield _Sentence(document.folded, (start, end), own_words, triggers, own_times)


def _causes(sentence: _Sentence) -> dict[int, Span]:
    """The causes of a sentence by the index of their event; an event has the first one."""
    causes: dict[int, Span] = {}
    for word in sentence.words:
        span = _cause(sentence, word)
        index = _effect(sentence, span) if span else None
        if span and index is not None:
            causes.setdefault(index, span)
    return causes


def _cause(sentence: _Sentence, cue: Word) -> Span | None:
    """The span of a cause, from its cue on; None if the word leads to no cause."""
    if not cue.has_cue("because", "following"):
        return None
    end = _end(sentence, cue)
    words = between(sentence.words, cue.end, min(end, cue.end + distance("event-cause-act")))
    if has_any_cue(words[:1], "asked") or not sentence.text[cue.end : end].strip():
        return None
    is_cause = cue.has_cue("because") or _is_of_act(sentence, cue, words)
    return (cue.start, end) if is_cause else None


def _is_of_act(sentence: _Sentence, cue: Word, words: Sequence[Word]) -> bool:
    """True if an act follows "after": no lapse of time, and no talks, which only precede."""
    if any(0 <= time - cue.end <= 1 for time in sentence.times):
        return False
    return any(word.fires and not _is_meeting(word) for word in words)


def _is_meeting(word: Word) -> bool:
    """True if all rules that a word may fire are of talks and visits."""
    rules = [rule for form in word.forms for rule in by_lemma().get(form.name, ())]
    return all(rule.category.is_meeting for rule in rules)


def _end(sentence: _Sentence, cue: Word) -> int:
    """The end of a cause: a mark, a clause that begins after it, or the longest length."""
    mark = _PHRASE_END.search(sentence.text, cue.end, sentence.span[1])
    longest = cue.start + distance("event-cause-length")
    end = min(mark.start() if mark else sentence.span[1], longest)
    openers = (word for word in between(sentence.words, cue.end, end) if _is_new_clause(word))
    end = next((word.begin for word in openers), end)
    if end == longest:
        end = sentence.text.rfind(" ", cue.end, end)
    return cue.end + len(sentence.text[cue.end : end].rstrip())


def _is_new_clause(word: Word) -> bool:
    """True for a word that opens a clause, and for "and" with a verb."""
    is_joined_verb = clitic_kind(word.clitic) == "conjunction" and word.is_verbal
    return word.has_cue("open") or is_joined_verb


def _effect(sentence: _Sentence, cause: Span) -> int | None:
    """The index of the event of a cause: the last before it, or the first after a fronted one."""
    before = [item for item in sentence.triggers if item[0][1] <= cause[0]]
    if before:
        (_, end), index = before[-1]
        return index if sentence.is_joined(end, cause[0]) else None
    if cause[0] - sentence.span[0] > distance("event-opening-word"):
        return None
    after = (item for item in sentence.triggers if item[0][0] >= cause[1])
    return next((index for span, index in after if sentence.is_joined(cause[1], span[0])), None)


def _shared(sentence: _Sentence, causes: dict[int, Span]) -> dict[int, Span]:
    """The causes, also for the first of two verbs that "and" joins ("recalled and expelled")."""
    everything = dict(causes)
    pairs = list(zip(sentence.triggers, sentence.triggers[1:], strict=False))
    for ((_, end), index), ((start, _), following) in reversed(pairs):
        cause = everything.get(following)
        is_later = cause is not None and cause[0] > start
        if cause and is_later and _is_coordinated(sentence, end, start):
            everything.setdefault(index, cause)
    return everything


def _is_coordinated(sentence: _Sentence, end: int, start: int) -> bool:
    """True if the trigger at `start` goes on with "and", no mark between it and the one before."""
    is_marked = _PHRASE_END.search(sentence.text, end, start)
    verbs = (word for word in sentence.words if word.start == start)
    is_joined = any(clitic_kind(word.clitic) == "conjunction" for word in verbs)
    return is_joined and (is_marked is None or is_marked.start() >= start)


def _with_cause(
    document: Document, event: EventMention, cause: Span, events: Sequence[EventMention]
) -> EventMention:
    """The event with its cause in source offsets, and the trigger of the event in the cause."""
    start, end = document.span(*cause)
    triggers = sorted(other.trigger_start for other in events if other is not event)
    inside = next((trigger for trigger in triggers if start <= trigger < end), None)
    return replace(
        event,
        cause=document.text[start:end],
        cause_start=start,
        cause_end=end,
        cause_trigger=inside,
    )
