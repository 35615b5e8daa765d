"""Dates an event: by its own expression, its sentence, its context, or the article's day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from alaqat.events import background_filter, date_selection, event_date
from alaqat.events.article_context import ArticleContext, Candidate, Segment
from alaqat.events.date_mentions import DateMention, inside, last_before
from alaqat.events.event_date import EventDate
from alaqat.events.matched_words import (
    Word,
    between,
    has_any_cue,
    is_cue,
    right_before,
    word_at,
)
from alaqat.lexicon.distances import distance

_COARSE = ("year", "decade")


def find(
    context: ArticleContext, segment: Segment, candidate: Candidate, candidates: Sequence[Candidate]
) -> list[EventDate]:
    """The dates of one candidate: none, one, or several dates joined by "and".

    `candidates` are all of the sentence, in text order.
    """
    exact = (
        _at_range_end(segment, candidate)
        or _counted_back(context, segment, candidate, candidates)
        or _since_power(context, segment, candidate, candidates)
    )
    if exact:
        return [exact]
    mention = date_selection.find(context, segment, candidate, candidates)
    if mention and _is_excluded(context, segment, candidate, mention):
        return []
    days = _days_from(candidate.word, segment.words)
    if mention and not days and not _is_promised_for(context, candidate, mention):
        text = context.document.folded
        dated = date_selection.with_year(text, segment.dates, mention, candidate.clause)
        lasting = event_date.since_interval(dated, context.document.article.published)
        return [lasting] if lasting else event_date.coordinated(segment.dates, dated)
    if mention and days:
        date = event_date.from_mention(mention)
    else:
        date = _inferred(context, segment, candidate, candidates)
    return [event_date.shifted(date, days)] if date else []


def _at_range_end(segment: Segment, candidate: Candidate) -> EventDate | None:
    """The end of the range that "before that" follows."""
    if not candidate.before:
        return None
    earlier = last_before(segment.dates, candidate.clause[0])
    return event_date.closing_unit(earlier) if earlier else None


def _counted_back(
    context: ArticleContext, segment: Segment, candidate: Candidate, candidates: Sequence[Candidate]
) -> EventDate | None:
    """The date of a noun after a lapse of time ("two days after the signing of").

    It is counted from the day of the sentence's verb, otherwise from the story's day.
    """
    cause_word = background_filter.circumstance(context, segment, candidate, candidates)
    period = _lapse_after(context, cause_word, candidate) if cause_word else None
    if period is None:
        return None
    verbs = (other for other in candidates if other.is_main_verb and other is not candidate)
    main = next(verbs, None)
    own = _of_mention(context, segment, main, candidates) if main else None
    base = own or context.story
    if base is None or base.granularity != "day":
        return None
    counted = event_date.earlier_by(base, period)
    return replace(counted, by="sentence") if counted else None


def _since_power(
    context: ArticleContext, segment: Segment, candidate: Candidate, candidates: Sequence[Candidate]
) -> EventDate | None:
    """The beginning of the rule under which relations changed, as "from" that date.

    "Under X, who came to power in 2003": the relative clause about the ruler has the date, and the
    clause of the change has none.
    """
    end = candidate.clause[1]
    own_words = between(segment.words, candidate.word.end, end)
    if candidate.trigger.rule.frame != "change" or not has_any_cue(own_words, "reign"):
        return None
    if inside(segment.dates, *candidate.clause):
        return None
    accessions = (other for other in candidates if other.clause[0] == end and other.relative)
    accession = next((other for other in accessions if _is_of_power(other)), None)
    start = _of_mention(context, segment, accession, candidates) if accession else None
    return replace(start, mod="ON_OR_AFTER") if start else None


def _is_of_power(candidate: Candidate) -> bool:
    """True if somebody comes to power."""
    return is_cue(candidate.trigger.object_word, "power")


def _lapse_after(context: ArticleContext, word: Word, candidate: Candidate) -> str | None:
    """The ISO value of the lapse of time between a word of circumstance and its noun."""
    latest = word.end + distance("event-circumstance-gap")
    return next(
        (
            period
            for start, end, period in context.lapses
            if word.end <= start <= latest and end < candidate.word.start
        ),
        None,
    )


def _of_mention(
    context: ArticleContext, segment: Segment, candidate: Candidate, candidates: Sequence[Candidate]
) -> EventDate | None:
    """The date that the sentence's own expression gives a candidate, without any inference."""
    mention = date_selection.find(context, segment, candidate, candidates)
    return event_date.from_mention(mention)


def _is_excluded(
    context: ArticleContext, segment: Segment, candidate: Candidate, mention: DateMention
) -> bool:
    """True if the sentence's date cannot be the event's: then the event has none."""
    if _is_too_far(candidate, mention) or _is_ahead_of(segment, candidate, mention):
        return True
    published, last = context.document.article.published, mention.timex.date_to
    return candidate.status == "planned" and _is_before(last, published)


def _is_too_far(candidate: Candidate, mention: DateMention) -> bool:
    """True if the rule needs a noun with its own date, and the date is not right after it."""
    gap = mention.start - candidate.word.end
    needs_own = candidate.trigger.rule.dated and not candidate.is_verbal
    return needs_own and not 0 <= gap <= distance("event-own-date")


def _is_before(first: date | None, second: date | None) -> bool:
    """True if both days are known and the first is earlier."""
    return first is not None and second is not None and first < second


def _is_ahead_of(segment: Segment, candidate: Candidate, mention: DateMention) -> bool:
    """True if the date comes before "ahead of" the event: it is the date of a report."""
    begin = candidate.word.begin
    lead = right_before(segment.words, begin, distance("event-leading-word"))
    return mention.end <= begin and has_any_cue(lead, "ahead")


def _is_promised_for(context: ArticleContext, candidate: Candidate, mention: DateMention) -> bool:
    """True if a date after publication belongs to the request or threat, not to the act itself."""
    if not candidate.category.has_unreal_object or candidate.status != "done":
        return False
    date = event_date.from_mention(mention)
    return date is not None and _is_before(context.document.article.published, date.first)


def _days_from(word: Word, words: Sequence[Word]) -> int:
    """Days from the sentence's day to a noun after "the day after" (-1) or "on the eve of" (+1)."""
    reach = range(distance("event-morrow-gap") + 1)
    for cue in between(words, word.start - distance("event-leading-word"), word.start):
        if cue.has_cue("morrow", "eve") and word.start - cue.end in reach:
            return -1 if cue.has_cue("morrow") else 1
    return 0


def _inferred(
    context: ArticleContext, segment: Segment, candidate: Candidate, candidates: Sequence[Candidate]
) -> EventDate | None:
    """The date of an event without its own: from the clause before, or from the story."""
    joined = _of_clause_before(context, segment, candidate, candidates)
    return joined or _of_context(context, segment, candidate, candidates)


def _of_clause_before(
    context: ArticleContext, segment: Segment, candidate: Candidate, candidates: Sequence[Candidate]
) -> EventDate | None:
    """The date of the clause that a past tense continues with "and", "but", "also" or "when"."""
    opener = word_at(segment.words, candidate.clause[0])
    if candidate.trigger.reading != "past" or opener is None:
        return None
    index = candidates.index(candidate)
    is_verb_first = opener is candidate.word
    is_joined = is_verb_first and bool(candidate.word.clitic)
    if opener.has_cue("when") or (index == 0 and is_joined):
        return _closing_day(segment, candidate)
    if index == 0 or not (is_joined or opener.has_cue("contrast", "continue")):
        return None
    previous = candidates[index - 1]
    if previous.clause[1] == candidate.clause[0]:
        return _of_verb(context, segment, previous, candidates)
    return _closing_day(segment, candidate) if is_verb_first else None


def _of_verb(
    context: ArticleContext, segment: Segment, previous: Candidate, candidates: Sequence[Candidate]
) -> EventDate | None:
    """The date of the verb before, as a date of the context."""
    if previous.trigger.reading not in ("past", "present"):
        return None
    return _as_context(_of_mention(context, segment, previous, candidates))


def _as_context(date: EventDate | None) -> EventDate | None:
    """A date of another part of the article, marked as context."""
    return replace(date, by="context") if date else None


def _closing_day(segment: Segment, candidate: Candidate) -> EventDate | None:
    """The day at the end of the previous, eventless clause ("issued on Monday, and accused")."""
    reach = range(distance("event-joined-date") + 1)
    closing = (item for item in segment.dates if candidate.clause[0] - item.end in reach)
    mention = next((item for item in closing if item.noun is None and not item.since), None)
    return _as_context(event_date.from_mention(mention))


def _of_context(
    context: ArticleContext, segment: Segment, candidate: Candidate, candidates: Sequence[Candidate]
) -> EventDate | None:
    """The date of the last event, of the chronicle's entry, or of the story."""
    if context.last_date and _can_continue(context, segment, candidate):
        return _as_context(context.last_date)
    if candidate.status == "planned" or background_filter.is_earlier(context, segment, candidate):
        return None
    if background_filter.circumstance(context, segment, candidate, candidates):
        return None
    entry = context.entry(segment)
    if entry:
        dated = event_date.from_mention(entry.heading)
        return _as_context(dated) if candidate.is_main_verb else None
    is_news = _is_of_the_story(context, segment, candidate, candidates)
    return context.story if is_news else None


def _can_continue(context: ArticleContext, segment: Segment, candidate: Candidate) -> bool:
    """True if it has the date of the event before: by "then", "also", "among these measures"."""
    if has_any_cue(between(segment.words, *candidate.clause), "then"):
        return True
    if candidate.status != "done" or not _is_continuing(context, segment):
        return False
    opening = segment.opening(distance("event-opening-word"))
    return candidate.is_verbal or has_any_cue(opening, "among")


def _is_continuing(context: ArticleContext, segment: Segment) -> bool:
    """True if a sentence opens with "also" etc., soon after an event dated finer than a year."""
    if context.last_date is None or context.last_date.granularity in _COARSE:
        return False
    is_near = context.sentences_since <= distance("event-continuing-sentences")
    opening = segment.opening(distance("event-continuing-word"))
    return is_near and has_any_cue(opening, "continue")


def _is_of_the_story(
    context: ArticleContext, segment: Segment, candidate: Candidate, candidates: Sequence[Candidate]
) -> bool:
    """True if an event without a date is reported as news of the story's day."""
    if candidate.is_noun and not background_filter.is_reported(context, segment, candidate):
        return False
    if candidate.category.is_meeting:
        is_recent = candidate.is_verbal or not _is_in_history(context)
        return is_recent and not candidate.tail
    if not _is_main_act(segment, candidate, candidates):
        return False
    is_speech = candidate.category.is_speech
    if is_speech and not candidate.word.clitic:
        return True
    is_recent = is_speech or not _is_in_history(context)
    return is_recent and not _has_old_date(context, segment, candidate)


def _is_main_act(segment: Segment, candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    """True if a verb or "on the eve of" reports it, outside of relative clauses and quotes."""
    is_described = candidate.relative or candidate.tail is not None
    if is_described or date_selection.is_argument(candidate, candidates):
        return False
    return candidate.is_verbal or _days_from(candidate.word, segment.words) != 0


def _has_old_date(context: ArticleContext, segment: Segment, candidate: Candidate) -> bool:
    """True if the date before the trigger is long before the story's day."""
    free = (mention for mention in segment.dates if mention.noun is None)
    before = (mention.timex for mention in free if mention.end <= candidate.word.start)
    return any(_is_long_ago(context, timex.date_to) for timex in before)


def _is_in_history(context: ArticleContext) -> bool:
    """True if the last date of the text is long before the story's day."""
    return context.last_date is not None and _is_long_ago(context, context.last_date.last)


def _is_long_ago(context: ArticleContext, day: date | None) -> bool:
    """True if a day is more than `event-history-days` before the story's day."""
    if day is None or context.story is None:
        return False
    return (context.story.first - day).days > distance("event-history-days")
