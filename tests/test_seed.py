"""The seed article, end to end, and variants of it: nothing in the result hangs on its names or numbers."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from functools import cache

import pytest

from alaqat import ingest, readers
from alaqat.build.pipeline import annotate
from alaqat.model.settings import DEFAULT_READER
from tests import builders
from tests.conftest import SEED

SHA256 = "d1295acec2e292b36fa1ddb5914ca370d0bd5e845b41075cab193497aef5f77f"
NO_CHANGE: dict[str, str] = {}
# The same story told of other states, people, months and years: longest first, so that no part is replaced twice.
ELSEWHERE = {
    "عام 2003": "عام 2006",
    "عام 2008": "عام 2009",
    "عام 2010": "عام 2011",
    "من 2016 حتى 2018": "من 2014 حتى 2017",
    "17 أغسطس الفائت": "9 يونيو الفائت",
    "الإسرائيلية": "اليونانية",
    "الإسرائيلي": "اليوناني",
    "إسرائيلية": "يونانية",
    "إسرائيل": "اليونان",
    "تل أبيب": "أثينا",
    "التركية": "المصرية",
    "التركي": "المصري",
    "تركيا": "مصر",
    "أنقرة": "القاهرة",
    "بيني جانتس": "نيكوس باباس",
    "جانتس": "باباس",
    "رجب طيب أردوغان": "عبد الفتاح السيسي",
    "أردوغان": "السيسي",
    "خلوصي أكار": "محمد زكي",
    "أكار": "زكي",
}
STORIES = {
    "as written": (
        NO_CHANGE,
        "Israel",
        "Turkey",
        (2003, 2008, 2010, (2016, 2018)),
        date(2022, 8, 17),
    ),
    "elsewhere": (ELSEWHERE, "Greece", "Egypt", (2006, 2009, 2011, (2014, 2017)), date(2022, 6, 9)),
}


@cache
def told(story):
    text = SEED.read_text(encoding="utf-8")
    for old, new in STORIES[story][0].items():
        text = re.sub(rf"(?<!\w)([وبل]?){old}(?!\w)", lambda match, new=new: match[1] + new, text)
    return annotate(builders.article(text, "2022-10-27"), readers.named(DEFAULT_READER))


@pytest.fixture(params=STORIES)
def story(request):
    return request.param


def events(story, start, end, **wanted):
    """Events of the story dated exactly start–end that have the wanted fields."""
    return [
        event
        for event in told(story).events
        if (event.date_from, event.date_to) == (start, end)
        and all(getattr(event, name) == value for name, value in wanted.items())
    ]


def year(number, last=None):
    return date(number, 1, 1), date(last or number, 12, 31)


def names(event):
    return {actor.name for actor in (*event.actors, *event.recipients)}


def timexes(story, value):
    return [timex.text for timex in told(story).timexes if timex.value == value]


def test_the_seed_is_the_article_byte_for_byte(shared):
    assert SEED.read_bytes() == (shared / "seeds" / SEED.name).read_bytes()


def test_the_seed_never_changes():
    assert hashlib.sha256(SEED.read_bytes()).hexdigest() == SHA256


def test_the_sidecar_dates_the_seed():
    seed = ingest.article(SEED)
    assert (seed.published, seed.language) == (date(2022, 10, 27), "ar")


def test_coming_to_power_is_a_landmark(story):
    assert events(story, *year(STORIES[story][3][0]), polarity="neutral")


def test_the_operation_raised_tension(story):
    assert events(story, *year(STORIES[story][3][1]), polarity="conflict")


def test_the_raid_on_the_ship_and_the_freeze_share_a_year(story):
    _, first, second, years, _ = STORIES[story]
    raid = events(story, *year(years[2]), plover="ASSAULT")
    freeze = events(story, *year(years[2]), plover="SANCTION")
    assert any({first, second} <= names(event) for event in raid)
    assert freeze


def test_the_reconciliation_is_one_interval(story):
    first, last = STORIES[story][3][3]
    assert events(story, *year(first, last), polarity="cooperation")


def test_the_ambassadors_left_at_the_end_of_the_interval(story):
    _, first, second, years, _ = STORIES[story]
    left = events(story, *year(years[3][1]), plover="SANCTION")
    assert any(names(event) == {first, second} for event in left)


def test_the_resumption_was_announced_on_its_day(story):
    _, first, second, _, day = STORIES[story]
    assert any(
        names(event) == {first, second} for event in events(story, day, day, polarity="cooperation")
    )


def test_the_visit_is_news_of_the_day(story):
    _, first, second, *_ = STORIES[story]
    day = date(2022, 10, 27)
    assert any(
        names(event) == {first, second} for event in events(story, day, day, plover="CONSULT")
    )


def test_the_election_is_still_to_come(story):
    _, first, *_ = STORIES[story]
    planned = events(story, date(2022, 10, 27), date(2022, 11, 3), status="planned")
    assert any(first in names(event) for event in planned)


def test_thursday_is_the_day_of_publication(story):
    assert "الخميس" in timexes(story, "2022-10-27")


def test_a_range_is_one_expression(story):
    first, last = STORIES[story][3][3]
    assert timexes(story, f"{first}/{last}") == [f"من {first} حتى {last}"]


def test_two_months_after_the_resumption_is_not_in_the_future(story):
    after = next(timex for timex in told(story).timexes if timex.text == "شهرين")
    assert after.value == "P2M"
    assert after.date_from is not None
    assert after.date_from <= date(2022, 10, 27)


def test_a_name_is_no_month(story):
    assert not any("رجب" in timex.text for timex in told(story).timexes)


def test_eight_quotations_have_the_right_speaker():
    said = [quote for quote in told("as written").quotes if quote.kind == "direct"]
    speakers = [quote.speaker for quote in said]
    assert speakers == ["Benny Gantz", *["Hulusi Akar"] * 2, *["Benny Gantz"] * 5]
    assert {"زاد", "أردف"} <= {quote.cue for quote in said}
    assert said[-1].speaker_text == "مكتبه"
    assert "الوزير الإسرائيلي" in {quote.speaker_text for quote in said}


def test_the_quotations_keep_their_speakers_elsewhere():
    said = [quote for quote in told("elsewhere").quotes if quote.kind == "direct"]
    speaker = {quote.speaker for quote in said[:1]} | {quote.speaker for quote in said[3:]}
    assert len(said) == 8
    assert len(speaker) == 1
    assert len({quote.speaker for quote in said}) == 2


def test_names_in_marks_are_no_quotations(story):
    said = " ".join(quote.text for quote in told(story).quotes if quote.kind == "direct")
    assert "مافي مرمرة" not in said
    assert "حزب الوحدة الوطنية" not in said


@pytest.mark.parametrize(
    ("name", "mentions", "country"),
    [("Benny Gantz", 7, "ISR"), ("Recep Tayyip Erdogan", 3, "TUR"), ("Hulusi Akar", 3, "TUR")],
)
def test_a_person_is_one_entity_with_all_mentions(name, mentions, country):
    people = [entity for entity in told("as written").entities if entity.canonical_en == name]
    assert [(len(one.mentions), one.country, one.type) for one in people] == [
        (mentions, country, "PER")
    ]


def test_states_carry_their_code(story):
    _, first, second, *_ = STORIES[story]
    states = {
        entity.canonical_en: entity.country
        for entity in told(story).entities
        if entity.type == "LOC"
    }
    assert {first, second} <= set(states)
    assert len(states[first]) == len(states[second]) == 3


def test_every_span_is_its_text(story):
    found = told(story)
    spans = [
        *found.timexes,
        *found.quotes,
        *(mention for entity in found.entities for mention in entity.mentions),
    ]
    assert all(found.document.text[one.start : one.end] == one.text for one in spans)
    assert all(
        found.document.text[event.start : event.end] == event.sentence for event in found.events
    )


def test_without_a_publication_day_nothing_relative_is_dated():
    text = SEED.read_text(encoding="utf-8")
    found = annotate(builders.article(text, None), readers.named(DEFAULT_READER))
    assert all(timex.date_from is None for timex in found.timexes if timex.text == "الخميس")
    assert all(event.dated_by != "article" for event in found.events)
    assert any(event.date_from == date(2010, 1, 1) for event in found.events)
