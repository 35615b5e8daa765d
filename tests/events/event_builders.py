"""Event mentions, date mentions and words, for the tests of single steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from alaqat.events.date_mentions import DateMention
from alaqat.events.matched_words import Word
from alaqat.model.records import Actor, EventMention, Timex

CHAD, NIGER, MALI = (
    Actor("Chad", "تشاد", "TCD"),
    Actor("Niger", "النيجر", "NER"),
    Actor("Mali", "مالي", "MLI"),
)
DAY = date(2020, 1, 15)
SENTENCE = "طردت تشاد سفير النيجر احتجاجا على توقيف صيادين في البحيرة"


def event_mention(sentence=SENTENCE, **changes):
    """Chad expels Niger's envoy on `DAY`, with `changes`."""
    event = EventMention(
        start=0,
        end=len(sentence),
        sentence=sentence,
        plover="SANCTION",
        polarity="conflict",
        intensity=-5.5,
        rule="expel-envoy",
        trigger_start=0,
        trigger_end=4,
        mode="expel",
        actors=(CHAD,),
        recipients=(NIGER,),
        date_from=DAY,
        date_to=DAY,
        granularity="day",
        dated_by="sentence",
    )
    return replace(event, **changes)


def date_mention(start, first=DAY, last=None, *, since=False, noun=None, scope=None, **timex):
    """A date of five characters at `start`, counted from publication; other fields of its Timex in `timex`."""
    fields = {"type": "DATE", "granularity": "day", "anchor": "published", **timex}
    last = last or first
    value = fields.pop("value", str(first))
    expression = Timex(
        start, start + 5, "x", value=value, rule="r", date_from=first, date_to=last, **fields
    )
    return DateMention(start, start + 5, expression, since, noun, scope)


def word(start, end, *cues, clitic=""):
    return Word(start, end, clitic, (), frozenset(cues), fires=False)
