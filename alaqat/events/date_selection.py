"""Selects the date expression of a candidate: the entry's, its own, or the sentence's first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from alaqat.events import background_filter
from alaqat.events.article_context import ArticleContext, Candidate, Segment, Span
from alaqat.events.chronicle_entries import Entry
from alaqat.events.date_mentions import (
    DateMention,
    first_after,
    inside,
    is_led_by_since,
    last_before,
)
from alaqat.events.matched_words import Word
from alaqat.lexicon.distances import distance

_FEBRUARY_29 = (2, 29)


def find(
    context: ArticleContext, segment: Segment, candidate: Candidate, candidates: Sequence[Candidate]
) -> DateMention | None:
    """The expression that dates a candidate, or None; `candidates` are all of the sentence."""
    entry = context.entry(segment)
    if entry and _is_dated_by_heading(segment, candidate, candidates[0], entry):
        return entry.heading
    return _naming_year(segment, candidate) or _in_sentence(context, segment, candidate, candidates)


def _is_dated_by_heading(
    segment: Segment, candidate: Candidate, first: Candidate, entry: Entry
) -> bool:
    """True if the date that heads its line dates the candidate: one of the first clause."""
    if candidate.relative or candidate.clause != first.clause:
        return False
    return entry.inline and segment.start <= entry.heading.start < segment.end


def _naming_year(segment: Segment, candidate: Candidate) -> DateMention | None:
    """The year that names the object of a relative clause ("the 2015 agreement that it signed")."""
    noun, clause_start = candidate.trigger.object_word, candidate.clause[0]
    if not candidate.relative or noun is None:
        return None
    years = (mention for mention in segment.dates if mention.noun is not None)
    return next(
        (year for year in years if noun.start < year.start < year.end <= clause_start), None
    )


def _in_sentence(
    context: ArticleContext, segment: Segment, candidate: Candidate, candidates: Sequence[Candidate]
) -> DateMention | None:
    """The expression in the candidate's clause, otherwise the one that opens its sentence."""
    cause_word = background_filter.circumstance(context, segment, candidate, candidates)
    if cause_word or is_argument(candidate, candidates):
        return _of_cause(segment, candidate, cause_word)
    if candidate.tail:
        return _own(segment, candidate) or next(iter(inside(segment.dates, *candidate.tail)), None)
    usable = [mention for mention in segment.dates if not _is_so_far(mention, segment, candidate)]
    mention = _of_clause(usable, candidate, candidates)
    return mention or _of_sentence(context, usable, segment, candidate, candidates)


def is_argument(candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    """True for a noun that is the topic of an act of speech: it happened before, on some day."""
    return candidate.is_noun and any(_can_be_about(other, candidate) for other in candidates)


def _can_be_about(speech: Candidate, candidate: Candidate) -> bool:
    """True if an act of speech is before a candidate in its clause."""
    if speech.clause != candidate.clause or speech.word.start >= candidate.word.start:
        return False
    return speech.category.is_speech and not speech.category.is_meeting


def _of_cause(
    segment: Segment, candidate: Candidate, cause_word: Word | None
) -> DateMention | None:
    """The expression of a noun that is cause or topic of another act: its own or a coarse one."""
    own = _own(segment, candidate)
    is_lasting = cause_word is not None and cause_word.has_cue("since")
    return own if own or is_lasting else _coarse(segment, candidate)


def _own(segment: Segment, candidate: Candidate) -> DateMention | None:
    """The expression that follows a noun in its own phrase, or in the relative clause about it."""
    word, end = candidate.word, (candidate.tail or candidate.clause)[1]
    near = min(end, word.end + distance("event-own-date") + 1)
    return next(iter(_dating(inside(segment.dates, word.end, near), word)), None)


def _dating(mentions: Sequence[DateMention], word: Word) -> list[DateMention]:
    """The mentions that may date the event of a word."""
    return [mention for mention in mentions if mention.can_date(word)]


def _coarse(segment: Segment, candidate: Candidate) -> DateMention | None:
    """A week, month or year elsewhere in the sentence, which the cause shares with its effect.

    Acts of speech take it from their own clause only ("in May it expelled him after the killing").
    """
    dating = _dating(segment.dates, candidate.word)
    coarse = [mention for mention in dating if mention.is_coarse]
    own = choose(coarse, candidate.clause, candidate.word)
    if own or candidate.category.is_speech:
        return own
    edge = segment.start + distance("event-opening-date")
    return next((item for item in coarse if item.end <= edge and not item.since), None)


def _of_clause(
    usable: Sequence[DateMention], candidate: Candidate, candidates: Sequence[Candidate]
) -> DateMention | None:
    """The expression of the candidate's clause, preferably without another act between them."""
    plover = candidate.trigger.rule.plover
    others = [other.word.start for other in candidates if other.trigger.rule.plover != plover]
    strict = candidate.is_noun or candidate.category.is_speech
    return choose(usable, candidate.clause, candidate.word, others, strict=strict)


def _is_so_far(mention: DateMention, segment: Segment, candidate: Candidate) -> bool:
    """True if it opens the sentence and lasts until now ("since X took office in April")."""
    if mention.scope is None or mention.end > candidate.word.start:
        return False
    return mention.scope - segment.start <= distance("event-opening-word")


def _of_sentence(
    context: ArticleContext,
    usable: Sequence[DateMention],
    segment: Segment,
    candidate: Candidate,
    candidates: Sequence[Candidate],
) -> DateMention | None:
    """The date before a participle; for verbs and talks, the date that opens the sentence."""
    if not _can_share_date(candidate):
        return None
    word = candidate.word
    if candidate.trigger.reading == "participle":
        return last_before(segment.dates, word.start)
    edge = max(candidates[0].word.start, segment.start + distance("event-opening-date"))
    opening = (item for item in _dating(usable, word) if item.is_point and item.end <= edge)
    return next(
        (
            mention
            for mention in opening
            if not background_filter.is_in_relative_clause(context, segment, mention, word)
        ),
        None,
    )


def _can_share_date(candidate: Candidate) -> bool:
    """True for what a verb reports, and for talks, outside relative clauses."""
    is_reported = candidate.is_verbal or candidate.category.is_meeting
    return is_reported and not candidate.relative


def choose(
    mentions: Sequence[DateMention],
    clause: Span,
    word: Word,
    others: Sequence[int] = (),
    *,
    strict: bool = True,
) -> DateMention | None:
    """The clause's expression for a trigger word: the next one after it, or the last one before.

    An expression with another trigger (offsets `others`) between them is used only if there is no
    other expression, and never with `strict`.
    """
    usable = _usable(mentions, clause, word)
    before, after = last_before(usable, word.start), first_after(usable, word.end)
    if _is_news_before(before, after):
        return before
    ranked = [mention for mention in _ranked(before, after, word) if mention]
    free = (mention for mention in ranked if not _is_across(mention, word, others))
    return next(free, None if strict else next(iter(ranked), None))


def _usable(mentions: Sequence[DateMention], clause: Span, word: Word) -> list[DateMention]:
    """The clause's expressions that may date a word; those with "since" only if right after it.

    If there is no other expression, one with "since" may be anywhere in the clause.
    """
    reach = range(distance("event-since-word") + 1)
    dating = [
        mention
        for mention in _dating(inside(mentions, *clause), word)
        if mention.end <= word.start or not mention.is_countdown
    ]
    points = [item for item in dating if not item.since or item.start - word.end in reach]
    return points or dating


def _is_news_before(before: DateMention | None, after: DateMention | None) -> bool:
    """True if the expression before is a day of the news, and the one after is no such day."""
    if before is None or after is None:
        return False
    return before.is_news_day and not after.is_news_day


def _ranked(
    before: DateMention | None, after: DateMention | None, word: Word
) -> tuple[DateMention | None, DateMention | None]:
    """The nearest expressions on both sides; the one after is first unless the other is adjacent.

    "Held, last Tuesday, a summit" has the date before, if no other follows closely.
    """
    if before is None or word.start - before.end > distance("event-touching-date"):
        return after, before
    is_far = after is None or after.start - word.end > distance("event-far-date")
    return (before, after) if is_far else (after, before)


def _is_across(mention: DateMention, word: Word, others: Sequence[int]) -> bool:
    """True if another trigger is between an expression and a word."""
    low, high = sorted((mention.start, word.start))
    return any(low < other < high for other in others)


def with_year(
    text: str, mentions: Sequence[DateMention], mention: DateMention, clause: Span
) -> DateMention:
    """`mention`, with the year that its clause adds later ("on 5 May it signed ... in 1945")."""
    near = inside(mentions, clause[0] - distance("event-fronted-date"), clause[1])
    pair = _day_and_year(text, near)
    if pair is None or mention not in pair:
        return mention
    timex = pair[0].timex
    day = _in_year(timex.date_from, pair[1].timex.date_from)
    if day is None:
        return mention
    return replace(mention, timex=replace(timex, date_from=day, date_to=day, anchor="none"))


def _day_and_year(text: str, near: Sequence[DateMention]) -> tuple[DateMention, DateMention] | None:
    """A day without a year, and a separate year after it without "since"."""
    day = next(filter(_is_yearless_day, near), None)
    year = next(filter(_is_free_year, near), None)
    if day is None or year is None or day.start > year.start:
        return None
    return None if is_led_by_since(text, year.start) else (day, year)


def _is_yearless_day(mention: DateMention) -> bool:
    """True for a day and month with the year of publication."""
    return mention.timex.rule == "day-month" and mention.timex.anchor == "published"


def _is_free_year(mention: DateMention) -> bool:
    """True for a year that neither names a noun nor belongs to a "since"."""
    return mention.timex.rule == "year-word" and (mention.noun, mention.scope) == (None, None)


def _in_year(day: date | None, year: date | None) -> date | None:
    """A day moved to an earlier year; None if the year is not earlier or lacks that day."""
    if day is None or year is None or year.year >= day.year:
        return None
    return None if (day.month, day.day) == _FEBRUARY_29 else day.replace(year=year.year)
