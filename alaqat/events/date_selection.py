"""Which date expression of a sentence belongs to a candidate: the entry's, its own, or the sentence's first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from alaqat.events import background_filter
from alaqat.events.article_context import ArticleContext, Candidate, Segment
from alaqat.events.chronicle_entries import Entry
from alaqat.events.date_mentions import DateMention, inside, is_led_by_since
from alaqat.lexicon.distances import distance

_FEBRUARY_29 = (2, 29)


def find(
    context: ArticleContext, segment: Segment, candidate: Candidate, candidates: Sequence[Candidate]
) -> DateMention | None:
    """The expression that dates a candidate, or None; `candidates` are all of the sentence."""
    entry = context.entry(segment)
    is_main = not candidate.relative and candidate.clause == candidates[0].clause
    if entry and is_main and _has_inline_heading(segment, entry):
        return entry.heading
    return _naming_year(segment, candidate) or _in_sentence(context, segment, candidate, candidates)


def _has_inline_heading(segment: Segment, entry: Entry) -> bool:
    return entry.inline and segment.start <= entry.heading.start < segment.end


def _naming_year(segment: Segment, candidate: Candidate) -> DateMention | None:
    """The year that names the object of a relative clause ("the 2015 agreement that it signed")."""
    noun, clause_start = candidate.trigger.object_word, candidate.clause[0]
    if not candidate.relative or noun is None or noun.end > clause_start:
        return None
    before = (mention for mention in segment.dates if noun.start < mention.start)
    years = (mention for mention in before if mention.noun is not None)
    return next((mention for mention in years if mention.end <= clause_start), None)


def _in_sentence(
    context: ArticleContext, segment: Segment, candidate: Candidate, candidates: Sequence[Candidate]
) -> DateMention | None:
    """The expression in the candidate's clause, else the one that opens its sentence."""
    cause_word = background_filter.circumstance(context, segment, candidate, candidates)
    if cause_word or is_argument(candidate, candidates):
        own = _own(segment, candidate)
        is_lasting = cause_word is not None and cause_word.has_cue("since")
        return own if own or is_lasting else _coarse(segment, candidate)
    if candidate.tail:
        return _own(segment, candidate) or next(inside(segment.dates, *candidate.tail), None)
    usable = [mention for mention in segment.dates if not _is_so_far(mention, segment, candidate)]
    mention = _of_clause(usable, candidate, candidates)
    if mention or not _can_take_opening(candidate):
        return mention
    if candidate.trigger.reading == "participle":
        earlier = (item for item in reversed(segment.dates) if item.end <= candidate.word.start)
        return next(earlier, None)
    return _opening(context, usable, segment, candidate, candidates)


def is_argument(candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    """True if it is a noun that an act of speech in its clause is about: it was before, on an unknown day."""
    return candidate.is_noun and any(
        other.category.is_speech and not other.category.is_meeting
        for other in candidates
        if other.clause == candidate.clause and other.word.start < candidate.word.start
    )


def _own(segment: Segment, candidate: Candidate) -> DateMention | None:
    """The expression that follows a noun in its own phrase, or in the relative clause about it."""
    word, end = candidate.word, (candidate.tail or candidate.clause)[1]
    near = min(end, word.end + distance("event-own-date") + 1)
    after = inside(segment.dates, word.end, near)
    return next((mention for mention in after if mention.can_date(word.start, word.end)), None)


def _coarse(segment: Segment, candidate: Candidate) -> DateMention | None:
    """A week, month or year elsewhere in the sentence, which the cause shares with its effect.

    Acts of speech take it from their own clause only ("in May it expelled him after the killing").
    """
    word = candidate.word
    coarse = [
        mention
        for mention in segment.dates
        if _is_coarse(mention) and mention.can_date(word.start, word.end)
    ]
    own = choose(coarse, candidate.clause, (word.start, word.end))
    if own or candidate.category.is_speech:
        return own
    edge = segment.start + distance("event-opening-date")
    opening = (mention for mention in coarse if mention.end <= edge)
    return next((mention for mention in opening if not mention.since), None)


def _is_coarse(mention: DateMention) -> bool:
    return mention.timex.granularity != "day" and mention.timex.anchor != "event"


def _of_clause(
    usable: Sequence[DateMention], candidate: Candidate, candidates: Sequence[Candidate]
) -> DateMention | None:
    """The expression of the candidate's clause, preferably with no other act between the two."""
    plover, word = candidate.trigger.rule.plover, candidate.word
    others = [other.word.start for other in candidates if other.trigger.rule.plover != plover]
    strict = candidate.is_noun or candidate.category.is_speech
    return choose(usable, candidate.clause, (word.start, word.end), others, strict=strict)


def _is_so_far(mention: DateMention, segment: Segment, candidate: Candidate) -> bool:
    """True if it opens the sentence with "since X took office in April": a time that lasts until now."""
    is_opening = mention.scope is not None and mention.scope - segment.start <= distance(
        "event-opening-word"
    )
    return is_opening and mention.end <= candidate.word.start


def _can_take_opening(candidate: Candidate) -> bool:
    is_reported = candidate.is_verbal or candidate.category.is_meeting
    return is_reported and not candidate.relative


def _opening(
    context: ArticleContext,
    usable: Sequence[DateMention],
    segment: Segment,
    candidate: Candidate,
    candidates: Sequence[Candidate],
) -> DateMention | None:
    """The date that opens the sentence, and dates all of it."""
    word = candidate.word
    first_trigger = min(other.word.start for other in candidates)
    edge = max(first_trigger, segment.start + distance("event-opening-date"))
    points = (item for item in usable if not (item.since or item.is_countdown))
    opening = (item for item in points if item.end <= edge and item.can_date(word.start, word.end))
    return next(
        (
            mention
            for mention in opening
            if not background_filter.is_in_relative_clause(context, segment, mention, word)
        ),
        None,
    )


def choose(
    mentions: Sequence[DateMention],
    clause: tuple[int, int],
    trigger: tuple[int, int],
    others: Sequence[int] = (),
    *,
    strict: bool = True,
) -> DateMention | None:
    """The clause's expression that belongs to the trigger: the next after it, else the nearest before.

    `clause` and `trigger` are spans, `others` the offsets of other triggers. One that stands
    across another trigger is taken only where no other is there, and never when `strict`.
    """
    usable = _usable(mentions, clause, trigger)
    before = next((item for item in reversed(usable) if item.end <= trigger[0]), None)
    after = next((item for item in usable if item.start >= trigger[1]), None)
    if before and after and before.is_news_day and not after.is_news_day:
        return before
    ordered = (before, after) if _is_touching(before, after, trigger) else (after, before)
    ranked = [mention for mention in ordered if mention]
    fallback = ranked[0] if ranked and not strict else None
    free = (mention for mention in ranked if not _is_across(mention, trigger, others))
    return next(free, fallback)


def _usable(
    mentions: Sequence[DateMention], clause: tuple[int, int], trigger: tuple[int, int]
) -> list[DateMention]:
    """The clause's expressions that may date the trigger; one with "since" only right after it."""
    reach = distance("event-since-word")
    mentioned = [mention for mention in inside(mentions, *clause) if mention.can_date(*trigger)]
    dating = [item for item in mentioned if item.end <= trigger[0] or not item.is_countdown]
    points = [item for item in dating if not item.since or 0 <= item.start - trigger[1] <= reach]
    return points or dating


def _is_across(mention: DateMention, trigger: tuple[int, int], others: Sequence[int]) -> bool:
    low, high = sorted((mention.start, trigger[0]))
    return any(low < other < high for other in others)


def _is_touching(
    before: DateMention | None, after: DateMention | None, trigger: tuple[int, int]
) -> bool:
    """True if an expression touches the trigger from before ("held, last Tuesday, a summit"), none close after."""
    if before is None or trigger[0] - before.end > distance("event-touching-date"):
        return False
    return after is None or after.start - trigger[1] > distance("event-far-date")


def with_year(
    text: str, mentions: Sequence[DateMention], mention: DateMention, clause: tuple[int, int]
) -> DateMention:
    """A day and month in the year that its clause adds ("on 5 May it signed ... in 1945"), else `mention`."""
    near = list(inside(mentions, clause[0] - distance("event-fronted-date"), clause[1]))
    pair = _day_and_year(text, near)
    if pair is None or mention not in pair:
        return mention
    timex = pair[0].timex
    day = _in_year(timex.date_from, pair[1].timex.date_from)
    if day is None:
        return mention
    return replace(mention, timex=replace(timex, date_from=day, date_to=day, anchor="none"))


def _day_and_year(text: str, near: Sequence[DateMention]) -> tuple[DateMention, DateMention] | None:
    """A day without a year and a year of its own after it, not led by "since"."""
    day, year = next(_yearless_days(near), None), next(_free_years(near), None)
    if day is None or year is None:
        return None
    is_pair = day.start <= year.start and not is_led_by_since(text, year.start)
    return (day, year) if is_pair else None


def _yearless_days(mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    days = (mention for mention in mentions if mention.timex.rule == "day-month")
    return (mention for mention in days if mention.timex.anchor == "published")


def _free_years(mentions: Sequence[DateMention]) -> Iterator[DateMention]:
    years = (mention for mention in mentions if mention.timex.rule == "year-word")
    return (mention for mention in years if mention.noun is None and mention.scope is None)


def _in_year(day: date | None, year: date | None) -> date | None:
    """A day moved to an earlier year; None where that is impossible or no earlier year."""
    if day is None or year is None or year.year >= day.year:
        return None
    return None if (day.month, day.day) == _FEBRUARY_29 else day.replace(year=year.year)
