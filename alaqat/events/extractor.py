"""The event coder: triggers in clauses, then their parties, status and date; one event a happening."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from alaqat.arabic.dateline import dateline_end
from alaqat.events import (
    argument_constraints,
    clauses,
    date_choice,
    deduplicate,
    event_dating,
    parties,
    triggers,
)
from alaqat.events import candidates as triage
from alaqat.events.arguments import core, prepositions
from alaqat.events.article_context import ArticleContext, Candidate, Segment, build_context
from alaqat.events.date_choice import EventDate
from alaqat.events.matched_words import Word, between
from alaqat.events.parties import Party
from alaqat.events.triggers import Trigger
from alaqat.lexicon.categories import category
from alaqat.lexicon.match import Hit
from alaqat.model.records import Actor, Document, Entity, EventMention, Quote, Sentence, Timex

# A paragraph of fewer words without a closing mark is a headline, a subtitle or a link.
_TITLE_WORDS = 14
_STOPPED = re.compile(r"[.!?؟…:،,؛]|[\"»”)]$")
# Marks that join a clause to its neighbours.
_JOINING = " \t\n،,؛;:-–—*•"
# What ends a question, and the marks that may follow it.
_ASKS, _CLOSING = ("?", "؟"), ' "»”)'
# Violence or protest told without a date this far into a sentence (folded characters) is circumstance, not news: of
# labelled sentences with a trigger past the 60th character 12 % were judged to report violence, of the others 38 %.
_CIRCUMSTANCE = 110
# Letters of the bare conjunction "that".
_BARE = 2
# The place and agency that open a report: up to a dash, after a bracket or not.
_LONGEST = 90
# How far after a killing (folded characters) its means and place are told.
_MEANS = 110
# The most words of a verb and its subject's title after "that".
_VERB = 4
# How far before a party (folded characters) the word stands that makes a mere place of it.
_NEAR = 25


def find(
    document: Document,
    timexes: Sequence[Timex],
    entities: Sequence[Entity],
    quotes: Sequence[Quote],
) -> tuple[EventMention, ...]:
    """Events of an article in text order: one for each happening, undated where nothing dates it.

    `timexes` date them, `entities` name persons and places with their states, `quotes` show what is only said.
    """
    context = build_context(document, timexes, entities, quotes)
    for sentence in document.sentences:
        context.turn()
        for segment in context.segments(sentence.fstart, sentence.fend):
            if context.entry(segment) or not _title(document, sentence):
                _segment(context, segment)
    return tuple(context.events)


def _title(document: Document, sentence: Sentence) -> bool:
    text = document.folded[sentence.fstart : sentence.fend]
    return (
        len(document.sentences) > 4
        and len(text.split()) < _TITLE_WORDS
        and not _STOPPED.search(text)
    )


def _segment(context: ArticleContext, segment: Segment) -> None:
    text = context.document.folded
    fired = triggers.find(text, segment.words, segment.start, segment.end)
    fired = [
        one
        for one in fired
        if not triage.is_quoted(context, one, segment.words) and not _in_name(segment, one)
    ]
    if not fired or text[segment.start : segment.end].rstrip(_CLOSING).endswith(_ASKS):
        return
    names = {party.start - len(party.clitic) for party in segment.parties}
    cuts = clauses.boundaries(text, segment.words, fired, names, (segment.start, segment.end))
    context.discourse.latest = ()
    entry = context.entry(segment)
    told = entry is not None and context.is_past(entry.heading)
    found = list(triage.find(context, fired, segment.words, cuts, in_chronicle=told))
    made = [event for one in found for event in _code(context, segment, one, found, cuts)]
    for event in deduplicate.distinct(made):
        _keep(context, event)


def _in_name(segment: Segment, trigger: Trigger) -> bool:
    """Whether a trigger is part of a party's name ("the Organisation for the Prohibition of ...")."""
    return any(party.start <= trigger.word.start < party.end for party in segment.parties)


def _code(
    context: ArticleContext,
    segment: Segment,
    one: Candidate,
    candidates: Sequence[Candidate],
    cuts: Sequence[int],
) -> list[EventMention]:
    """The events of one candidate: none if its rule asks for more than is there, several if it is dated severally."""
    sides = _sides(context, segment, one, candidates)
    dates: list[EventDate | None] = [*event_dating.find(context, segment, one, candidates)]
    everyone = (*sides[0], *sides[1])
    own = any(date and date.by == "sentence" for date in dates)
    late = (
        one.trigger.rule.category.is_bodily
        and one.trigger.word.start - segment.start > _CIRCUMSTANCE
    )
    referred = not own and (
        one.trigger.rule.dated
        or late
        or argument_constraints.is_mere_mention(one, everyone)
        or argument_constraints.has_demonstrative(segment, one)
    )
    if (
        argument_constraints.is_lacking_parties(one, everyone)
        or argument_constraints.has_party_violation(segment, one, sides)
        or referred
    ):
        return []
    if one.status == "denied" and one.trigger.rule.plover == "COERCE":
        return []
    if one.status in ("denied", "hypothetical"):
        dates = [None]
        if len(everyone) < 2:
            return []
    extent = (
        (segment.start, segment.end)
        if len({other.clause for other in candidates}) == 1
        else _extent(segment, one, cuts)
    )
    blank = _blank(context.document, segment, one, extent)
    return [
        _dated(replace(blank, actors=sides[0], recipients=sides[1]), date, context)
        for date in dates or [None]
    ]


def _extent(segment: Segment, one: Candidate, cuts: Sequence[int]) -> tuple[int, int]:
    """The clause that tells it, with the relative clause that says when it was, or with what its words say."""
    start, end = one.clause[0], (one.tail or one.clause)[1]
    opener = next((word for word in segment.words if word.start - len(word.clitic) == end), None)
    says = (
        one.is_verbal
        and one.trigger.rule.category.is_speech
        and opener is not None
        and opener.has_cue("that")
    )
    return start, clauses.clause_at(cuts, end)[1] if says else end


def _context(segment: Segment, one: Candidate) -> str | None:
    """PLOVER's context of a happening: what the word nearest to its trigger is about, in its clause or its sentence."""
    said = [
        hit
        for hit in segment.topics
        if not any(party.start <= hit.start < party.end for party in segment.parties)
    ]
    here = [hit for hit in said if one.clause[0] <= hit.start < one.clause[1]]
    nearest = min(here or said, key=lambda hit: _apart(hit, one.trigger.word), default=None)
    return nearest.entry if nearest else None


def _apart(hit: Hit[str], word: Word) -> int:
    """Folded characters between two words; none where one lies in the other."""
    return max(0, hit.start - word.end, word.start - hit.end)


def _sides(
    context: ArticleContext, segment: Segment, one: Candidate, candidates: Sequence[Candidate]
) -> prepositions.Sides:
    text, word, (start, end) = context.document.folded, one.trigger.word, one.clause
    end = one.tail[1] if one.tail else end
    plover = one.trigger.rule.plover
    spoken = [
        party
        for party in segment.parties
        if party.start < end and not _aside(segment, party, text, plover)
    ]
    here = [party for party in spoken if party.start >= start]
    earlier = parties.merged([party for party in spoken if party.end <= start])
    if plover == "PROTEST":
        end = _through_relative(segment, end)
        told = [party for party in segment.parties if not _aside(segment, party, text, plover)]
        here = [party for party in told if start <= party.start < end]
    limit = min(end, _reach(candidates, one)) if end == one.clause[1] else end
    ahead = parties.merged([party for party in here if word.end <= party.start < limit])
    led = parties.merged([party for party in here if party.end <= word.start])
    before = prepositions.link(text, segment.words, led, start)
    after = prepositions.link(text, segment.words, ahead, word.end, one.trigger.object_word)
    if one.is_verbal and plover in ("ACCUSE", "SUPPORT"):
        after = prepositions.link_praised(text, segment.words, after, word.end)
    clause = between(segment.words, start, end)
    pair = any(other.has_cue("pair") for other in clause)
    if pair and one.is_verbal and context.discourse.pair() and _both(text, clause, word):
        before, after = [], []
    group = any(other.has_cue("group") for other in clause)
    pronoun = bool(clause) and _that_they(clause[0], start)
    prior = prepositions.link(text, segment.words, earlier, segment.start)
    doer = core.sentence_subject(prior)
    context.discourse.nearer = (
        context.discourse.latest if pronoun and context.discourse.latest else doer
    )
    told = [party for party in segment.parties if word.end <= party.start < word.end + _MEANS]
    means = prepositions.link(text, segment.words, told, word.end)
    scene = core.ArgumentContext(segment.words, before, after, pair, pronoun, group, prior, means)
    sides = core.sides(one.trigger, scene, context.discourse)
    if plover == "REQUEST" and sides[0] and not sides[1]:
        sides = sides[0], _asked(segment, one, text)
    if one.relative and one.trigger.rule.frame == "patient" and one.trigger.reading == "past":
        sides = core.with_described_victim(sides, one.trigger, scene, start)
    context.discourse.latest = sides[0] or context.discourse.latest
    return sides


def _asked(segment: Segment, one: Candidate, text: str) -> tuple[Actor, ...]:
    """Who is to do what the next clause says ("asked that China withdraw its envoy"): its verb's subject."""
    end = one.clause[1]
    opener = next((word for word in segment.words if word.start - len(word.clitic) == end), None)
    if opener is None or not opener.has_cue("that"):
        return ()
    named = [party for party in segment.parties if opener.end <= party.start and party.clitic == ""]
    return tuple(
        party.actor for party in named[:1] if len(text[opener.end : party.start].split()) <= _VERB
    )


def _both(text: str, clause: Sequence[Word], verb: Word) -> bool:
    """Whether "the two countries" stands right after a verb: nobody else is its subject."""
    return any(
        other.has_cue("pair") and not text[verb.end : other.start].strip() for other in clause
    )


def _through_relative(segment: Segment, end: int) -> int:
    """The end of a clause with the relative clause that describes its last noun."""
    opener = next((word for word in segment.words if word.start - len(word.clitic) == end), None)
    return segment.end if opener is not None and opener.has_cue("relative") else end


def _that_they(opener: Word, start: int) -> bool:
    """Whether the clause at `start` opens with "that" and a pronoun, longer than the bare conjunction."""
    return (
        opener.start - len(opener.clitic) == start
        and opener.has_cue("that")
        and opener.end - opener.start > _BARE
    )


def _reach(candidates: Sequence[Candidate], one: Candidate) -> int:
    """Where a noun's or a victim's phrase ends: at the next trigger, whose the parties after it are."""
    if one.trigger.reading != "noun" and one.trigger.rule.frame not in ("patient", "suffers"):
        return one.clause[1]
    starts = [
        other.trigger.word.start
        for other in candidates
        if other.trigger.word.start > one.trigger.word.start
    ]
    return min(starts, default=one.clause[1])


def _aside(segment: Segment, party: Party, text: str, plover: str | None) -> bool:
    """Whether a party only says whose newspaper tells it, where it was filed, or whose border a deed was near."""
    if party.end <= segment.start + _LONGEST and _filed(segment, text) >= party.end:
        return True
    begin = party.start - len(party.clitic)
    near = between(segment.words, begin - _NEAR, begin)
    if any(_locates(word, party, text, plover) for word in near):
        return True
    return party.kind == "adjective" and any(
        _heads(word, party, text) for word in between(segment.words, party.start - 40, party.start)
    )


def _locates(word: Word, party: Party, text: str, plover: str | None) -> bool:
    """Whether a word says where somebody or something is ("residing in", "the border with"), or who backs them."""
    backed = plover != "PROTEST" and party.kind != "body" and word.has_cue("loyal")
    aside = (
        word.has_cue("aside") or backed or (category(plover).is_bodily and word.has_cue("border"))
    )
    return aside and len(text[word.end : party.start - len(party.clitic)].split()) <= 1


def _filed(segment: Segment, text: str) -> int:
    """Where the dateline ends ("Dubai (CNN) --"), or the segment's start: a sentence's own dash follows a verb."""
    end = dateline_end(text, segment.start, segment.end)
    if end is None or any(
        word.fires or word.has_cue("say") for word in between(segment.words, segment.start, end)
    ):
        return segment.start
    return end


def _heads(word: Word, party: Party, text: str) -> bool:
    """Whether a word for a medium or a source stands at most two words before its adjective."""
    near = 0 <= party.start - word.end <= 20
    return near and word.has_cue("media") and len(text[word.end : party.start].split()) <= 2


def _blank(
    document: Document, segment: Segment, one: Candidate, extent: tuple[int, int]
) -> EventMention:
    """The event as its rule codes it, before its parties and date."""
    rule, word = one.trigger.rule, one.trigger.word
    start, end = document.span(*_trimmed(document.folded, *extent))
    trigger = document.span(word.start, word.end)
    return EventMention(
        start=start,
        end=end,
        sentence=document.text[start:end],
        plover=rule.plover,
        polarity=rule.polarity,
        intensity=rule.intensity,
        rule=rule.id,
        trigger_start=trigger[0],
        trigger_end=trigger[1],
        mode=rule.mode,
        context=_context(segment, one),
        status=one.status,
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the marks and spaces that only join it to what is beside it."""
    bare = text[start:end].rstrip(_JOINING)
    lead = len(bare) - len(bare.lstrip(_JOINING))
    return (start + lead, start + len(bare)) if bare.strip(_JOINING) else (start, end)


def _dated(event: EventMention, date: EventDate | None, context: ArticleContext) -> EventMention:
    if date is None:
        return event
    published = context.document.article.published
    coming = published is not None and (
        date.first > published or (date.planned and date.last > published)
    )
    return replace(
        event,
        status="planned" if coming and event.status == "done" else event.status,
        date_from=date.first,
        date_to=date.last,
        granularity=date.granularity,
        dated_by=date.by,
        mod=date.mod,
    )


def _keep(context: ArticleContext, event: EventMention) -> None:
    """Remember an event, unless the article told of it before."""
    if any(deduplicate.told(event, other) for other in context.told[event.rule]):
        return
    for other in [
        other for other in context.told[event.rule] if deduplicate.known_better(event, other)
    ]:
        context.told[event.rule].remove(other)
        context.events.remove(other)
    if event.dated_by == "sentence" and not any(other.date_from for other in context.events):
        context.story = date_choice.news(event, context.document.article.published) or context.story
    context.events.append(event)
    context.told[event.rule].append(event)
    if event.actors:
        context.discourse.subject = event.actors
    everyone = (*event.actors, *event.recipients)
    if len(everyone) > 2:
        context.discourse.group = everyone
    if (
        len(everyone) == 2
        and not category(event.plover).is_bodily
        and all(parties.is_state(actor) for actor in everyone)
    ):
        context.discourse.dyad = everyone
    if event.date_from and event.date_to and event.status == "done":
        context.remember(EventDate(event.date_from, event.date_to, event.granularity, "context"))
