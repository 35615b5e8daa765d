"""The event extractor: finds triggers in clauses, then their parties, status and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from alaqat.events import (
    argument_constraints,
    argument_extraction,
    clauses,
    deduplicate,
    event_dating,
    story_date,
    triggers,
)
from alaqat.events import candidates as candidate_finder
from alaqat.events.arguments.prepositions import Sides
from alaqat.events.article_context import (
    ArticleContext,
    Candidate,
    Segment,
    Span,
    build_context,
)
from alaqat.events.event_date import EventDate
from alaqat.events.matched_words import Word, word_at
from alaqat.events.triggers import Trigger
from alaqat.lexicon.distances import distance
from alaqat.lexicon.match import Hit
from alaqat.model.records import Document, Entity, EventMention, Quote, Sentence, Timex

# Prose has one of these marks, or ends with a closing mark; a headline or a link has neither.
_PROSE = re.compile('[.!?\N{ARABIC QUESTION MARK}…:\N{ARABIC COMMA},\N{ARABIC SEMICOLON}]|["»”)]$')
# Marks that join a clause to its neighbours.
_JOINING = " \t\n،,؛;:-–—*•"
_QUESTION_MARKS, _CLOSING_MARKS = ("?", "؟"), ' "»”)'
_PAIR = 2


def find(
    document: Document,
    timexes: Sequence[Timex],
    entities: Sequence[Entity],
    quotes: Sequence[Quote],
) -> tuple[EventMention, ...]:
    """The events of an article in text order, each once; undated where nothing dates it.

    `timexes` give their dates, `entities` the persons and places with their states, `quotes` the
    words of speakers.
    """
    context = build_context(document, timexes, entities, quotes)
    for sentence in document.sentences:
        context.begin_sentence()
        is_headline = _is_headline(document, sentence)
        for segment in context.segments(sentence.fstart, sentence.fend):
            if not is_headline or context.entry(segment):
                _read(context, segment)
    return tuple(context.events)


def _is_headline(document: Document, sentence: Sentence) -> bool:
    """True for a headline, a subtitle or a link: few words without sentence punctuation.

    The only sentence of an article is no headline.
    """
    if len(document.sentences) < distance("event-prose-sentences"):
        return False
    text = document.folded[sentence.fstart : sentence.fend]
    return len(text.split()) < distance("event-headline-words") and not _PROSE.search(text)


def _read(context: ArticleContext, segment: Segment) -> None:
    """Record the events of one segment."""
    text = context.document.folded
    fired = _reported_triggers(context, segment)
    if not fired or _is_question(text, segment):
        return
    names = {party.start - len(party.clitic) for party in segment.parties}
    span = segment.start, segment.end
    cuts = clauses.boundaries(text, segment.words, fired, names, span)
    context.discourse.begin_segment()
    entry = context.entry(segment)
    is_past = entry is not None and context.is_past(entry.heading)
    candidates = list(
        candidate_finder.find(context, fired, segment.words, cuts, in_chronicle=is_past)
    )
    events = [
        event
        for candidate in candidates
        for event in _mentions(context, segment, candidate, candidates, cuts)
    ]
    for event in deduplicate.distinct(events):
        _record(context, event)


def _reported_triggers(context: ArticleContext, segment: Segment) -> list[Trigger]:
    """Triggers outside of quotes and outside of names of parties."""
    fired = triggers.find(context.document.folded, segment.words, segment.start, segment.end)
    return [
        trigger
        for trigger in fired
        if not candidate_finder.is_quoted(context, trigger, segment.words)
        and not _is_in_name(segment, trigger.word)
    ]


def _is_in_name(segment: Segment, item: Word | Hit[str]) -> bool:
    """True if a word is part of a party's name ("the Organisation for the Prohibition of ...")."""
    return any(party.start <= item.start < party.end for party in segment.parties)


def _is_question(text: str, segment: Segment) -> bool:
    return text[segment.start : segment.end].rstrip(_CLOSING_MARKS).endswith(_QUESTION_MARKS)


def _mentions(
    context: ArticleContext,
    segment: Segment,
    candidate: Candidate,
    candidates: Sequence[Candidate],
    cuts: Sequence[int],
) -> list[EventMention]:
    """The event mentions of one candidate: none if its rule is not met, one for each date."""
    sides = argument_extraction.sides(context, segment, candidate, candidates)
    dates = event_dating.find(context, segment, candidate, candidates)
    if not _is_event(segment, candidate, sides, dates):
        return []
    if candidate.status in ("denied", "hypothetical"):
        dates = []
    extent = _extent(segment, candidate, candidates, cuts)
    mention = replace(
        _undated(context.document, segment, candidate, extent),
        actors=sides[0],
        recipients=sides[1],
    )
    return [_dated(mention, date, context) for date in dates] or [mention]


def _is_event(
    segment: Segment, candidate: Candidate, sides: Sides, dates: Sequence[EventDate]
) -> bool:
    """True if a candidate meets its rule and does not only refer to a known event."""
    parties = (*sides[0], *sides[1])
    if _is_unreal(candidate, len(parties)):
        return False
    if argument_constraints.is_lacking_parties(candidate, parties):
        return False
    if argument_constraints.has_party_violation(segment, candidate, sides):
        return False
    is_dated = any(date.by == "sentence" for date in dates)
    return is_dated or not _is_reference(segment, candidate, sides)


def _is_unreal(candidate: Candidate, parties: int) -> bool:
    """True for a denied or hypothetical event with few parties or a category void if denied."""
    if candidate.status == "denied" and candidate.category.is_void_if_denied:
        return True
    return candidate.status in ("denied", "hypothetical") and parties < _PAIR


def _is_reference(segment: Segment, candidate: Candidate, sides: Sides) -> bool:
    """True if an undated candidate only refers to an event, by its rule, its place or its words."""
    return (
        candidate.trigger.rule.dated
        or _is_late_violence(segment, candidate)
        or argument_constraints.is_mere_mention(candidate, (*sides[0], *sides[1]))
        or argument_constraints.has_demonstrative(segment, candidate)
    )


def _is_late_violence(segment: Segment, candidate: Candidate) -> bool:
    """True for violence or protest so late in its sentence that it is background, not news."""
    offset = candidate.word.start - segment.start
    return candidate.category.is_bodily and offset > distance("event-late-violence")


def _extent(
    segment: Segment, candidate: Candidate, candidates: Sequence[Candidate], cuts: Sequence[int]
) -> Span:
    """The span that reports the event: its sentence, or its clause if the sentence has others.

    The clause includes the relative clause about its noun, and the content of an act of speech.
    """
    if len({other.clause for other in candidates}) == 1:
        return segment.start, segment.end
    start, end = candidate.clause[0], (candidate.tail or candidate.clause)[1]
    if candidate.is_verbal and candidate.category.is_speech:
        opener = word_at(segment.words, end)
        if opener is not None and opener.has_cue("that"):
            return start, clauses.clause_at(cuts, end)[1]
    return start, end


def _topic(segment: Segment, candidate: Candidate) -> str | None:
    """The PLOVER context of the topic word nearest to the trigger, in its clause or sentence."""
    start, end = candidate.clause
    hits = [hit for hit in segment.topics if not _is_in_name(segment, hit)]
    own = [hit for hit in hits if start <= hit.start < end]
    nearest = min(own or hits, key=lambda hit: _gap(hit, candidate.word), default=None)
    return nearest.entry if nearest else None


def _gap(hit: Hit[str], word: Word) -> int:
    """Folded characters between two words; 0 if they overlap."""
    return max(0, hit.start - word.end, word.start - hit.end)


def _undated(
    document: Document, segment: Segment, candidate: Candidate, extent: Span
) -> EventMention:
    """The event mention coded by its rule, without parties and date."""
    rule, word = candidate.trigger.rule, candidate.word
    start, end = document.span(*_trimmed(document.folded, *extent))
    trigger_start, trigger_end = document.span(word.start, word.end)
    return EventMention(
        start=start,
        end=end,
        sentence=document.text[start:end],
        plover=rule.plover,
        polarity=rule.polarity,
        intensity=rule.intensity,
        rule=rule.id,
        trigger_start=trigger_start,
        trigger_end=trigger_end,
        mode=rule.mode,
        context=_topic(segment, candidate),
        status=candidate.status,
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    """A span without the marks and spaces that only join it to its neighbours."""
    bare = text[start:end].rstrip(_JOINING)
    lead = len(bare) - len(bare.lstrip(_JOINING))
    return (start + lead, start + len(bare)) if bare.strip(_JOINING) else (start, end)


def _dated(event: EventMention, date: EventDate, context: ArticleContext) -> EventMention:
    """The event with a date; one that is done is planned if its date is after publication."""
    is_planned = event.status == "done" and _is_coming(date, context.document)
    return replace(
        event,
        status="planned" if is_planned else event.status,
        date_from=date.first,
        date_to=date.last,
        granularity=date.granularity,
        dated_by=date.by,
        mod=date.mod,
    )


def _is_coming(date: EventDate, document: Document) -> bool:
    published = document.article.published
    if published is None:
        return False
    return date.first > published or (date.planned and date.last > published)


def _record(context: ArticleContext, event: EventMention) -> None:
    """Add an event to the article's, unless the article reported it before."""
    reported = context.by_rule[event.rule]
    if any(deduplicate.is_repetition(event, other) for other in reported):
        return
    for other in list(_superseded(event, reported)):
        reported.remove(other)
        context.events.remove(other)
    _update_memory(context, event)
    context.events.append(event)
    reported.append(event)


def _superseded(event: EventMention, reported: Sequence[EventMention]) -> Iterator[EventMention]:
    return (other for other in reported if deduplicate.is_better_dated(event, other))


def _update_memory(context: ArticleContext, event: EventMention) -> None:
    """Remember the day, parties and date of a new event for the sentences that follow."""
    if _is_first_dated(context, event):
        published = context.document.article.published
        context.story = story_date.of_event(event, published) or context.story
    context.discourse.remember(event)
    if event.date_from and event.date_to and event.status == "done":
        date = EventDate(event.date_from, event.date_to, event.granularity, "context")
        context.remember_date(date)


def _is_first_dated(context: ArticleContext, event: EventMention) -> bool:
    """True if a sentence dates the event, and no event before it has a date."""
    has_dates = any(other.date_from for other in context.events)
    return event.dated_by == "sentence" and not has_dates
