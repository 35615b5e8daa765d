"""The day that a news article is about: a day in its lead, or the day of publication."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from alaqat.events.date_mentions import DateMention
from alaqat.events.event_date import EventDate
from alaqat.lexicon.distances import distance
from alaqat.model.records import Document, EventMention

_PHRASE_END = re.compile(r"[،,؛;:.]")


def of_lead(
    document: Document,
    mentions: Sequence[DateMention],
    statement_ends: Sequence[int],
    circumstances: Sequence[int] = (),
) -> EventDate | None:
    """The day of the article's statement or first sentence, or of publication.

    None for undated articles. `statement_ends` are the offsets where words of stating end ("in a
    statement on Sunday evening"), `circumstances` those of words like "after" and "in protest at".
    The day must be in the first sentences and shortly before publication.
    """
    published = document.article.published
    if published is None:
        return None
    opening = _opening_end(document)
    stated = (
        mention
        for mention in mentions
        if mention.start < opening and _is_stated(mention, statement_ends)
    )
    days = (_news_day(mention, published) for mention in stated)
    article_day = EventDate(published, published, "day", "article")
    return (
        next((day for day in days if day), None)
        or _day_of_first_sentence(document, mentions, circumstances)
        or article_day
    )


def _day_of_first_sentence(
    document: Document, mentions: Sequence[DateMention], circumstances: Sequence[int]
) -> EventDate | None:
    """The first day of the first sentence, if it is within `event-lead-window` of publication.

    None if it is the day of what the news is about ("in protest at the raid on Monday").
    """
    published = document.article.published
    if published is None or not document.sentences:
        return None
    end = document.sentences[0].fend
    lead = (mention for mention in mentions if mention.start < end)
    earliest = published - timedelta(days=distance("event-lead-window"))
    for mention in lead:
        day = _news_day(mention, published)
        if day and day.first >= earliest:
            return None if _is_circumstance(document, mention, circumstances) else day
    return None


def _is_circumstance(
    document: Document, mention: DateMention, circumstances: Sequence[int]
) -> bool:
    """True if a word like "after" is before a date in its phrase."""
    start = bisect_right(circumstances, mention.start) - 1
    if start < 0:
        return False
    return _PHRASE_END.search(document.folded, circumstances[start], mention.start) is None


def _opening_end(document: Document) -> int:
    """The end of the first sentences, which may name the day of the story."""
    opening = document.sentences[: distance("event-story-sentences")]
    return opening[-1].fend if opening else 0


def _is_stated(mention: DateMention, statement_ends: Sequence[int]) -> bool:
    """True if a date follows closely after a word of stating."""
    index = bisect_right(statement_ends, mention.start) - 1
    return index >= 0 and mention.start - statement_ends[index] <= distance("event-stated-date")


def _news_day(mention: DateMention, published: date) -> EventDate | None:
    """The single day of a mention counted from publication, if it is shortly before it."""
    timex = mention.timex
    day = timex.date_from
    if timex.anchor != "published" or timex.type not in ("DATE", "TIME"):
        return None
    if day is None or day != timex.date_to:
        return None
    is_news = published - _window() < day <= published
    return EventDate(day, day, "day", "context") if is_news else None


def of_event(event: EventMention, published: date | None) -> EventDate | None:
    """An event's day, if it is recent enough to be the story's day."""
    day = event.date_from
    if day is None or published is None or event.date_to != day:
        return None
    is_news = published - _window() <= day <= published
    return EventDate(day, day, "day", "context") if is_news else None


def _window() -> timedelta:
    return timedelta(days=distance("event-news-window"))
