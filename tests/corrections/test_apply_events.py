"""Corrections of events applied to a small collection."""

from datetime import date

import pytest

from alaqat import corrections
from alaqat.corrections import Correction, PartyNames
from alaqat.events import merging
from tests import builders


@pytest.fixture
def visits():
    return builders.visits()


@pytest.fixture
def events(visits):
    return merging.merge(
        [(annotated.article.id, event) for annotated in visits for event in annotated.events]
    )


def key(event):
    article_id, mention = event.lead
    return corrections.report_key(article_id, mention.trigger_start)


def correct(events, *rows: Correction, entities=()):
    names = PartyNames(rows)
    names.add_entities(entities)
    return corrections.correct_events(events, rows, names)


def test_a_date_is_corrected_and_says_so_and_the_event_keeps_its_id(events):
    row = Correction("date", key(events[0]), "2018-05-01/2018-05-31")
    made = correct(events, row)
    _, event = made.events[0].lead
    assert (event.date_from, event.granularity, event.dated_by) == (
        date(2018, 5, 1),
        "month",
        "correction",
    )
    assert made.events[0].id == events[0].id == made.changed[row]
    assert made.events[0].reports == events[0].reports


def test_an_event_can_be_undated(events):
    event = correct(events, Correction("date", key(events[0]))).events[0].lead[1]
    assert (event.date_from, event.date_to, event.dated_by) == (None, None, None)


@pytest.mark.parametrize(
    ("first", "last", "fine"),
    [
        ("2018-05-01", "2018-05-01", "day"),
        ("2018-02-01", "2018-02-28", "month"),
        ("2018-01-01", "2018-12-31", "year"),
        ("2016-01-01", "2018-12-31", "range"),
        ("2018-05-03", "2018-05-31", "range"),
    ],
)
def test_an_interval_is_as_fine_as_it_is(events, first, last, fine):
    made = correct(events, Correction("date", key(events[0]), f"{first}/{last}"))
    assert made.events[0].lead[1].granularity == fine


def test_a_code_brings_its_side_and_intensity(events):
    event = correct(events, Correction("code", key(events[0]), "SANCTION/expel")).events[0].lead[1]
    assert (event.plover, event.mode, event.polarity, event.rule) == (
        "SANCTION",
        "expel",
        "conflict",
        "correction",
    )
    assert event.intensity < 0


def test_parties_are_known_by_code_and_by_any_name(events, visits):
    row = Correction("actors", key(events[0]), "TUR|تشاد|Nobody Known")
    actors = correct(events, row, entities=visits[0].entities).events[0].lead[1].actors
    assert [(actor.name, actor.country) for actor in actors] == [
        ("Turkey", "TUR"),
        ("Chad", "TCD"),
        ("Nobody Known", None),
    ]


def test_a_hidden_event_is_gone_and_the_others_stay(events):
    row = Correction("hide", key(events[0]))
    made = correct(events, row)
    assert (made.events, made.changed[row]) == (events[1:], events[0].id)


def test_joined_events_are_the_first_with_the_reports_of_both(events):
    one, two = events
    (joined,) = correct(events, Correction("join", key(one), key(two))).events
    assert (joined.id, joined.lead) == (one.id, one.lead)
    assert set(joined.reports) == {*one.reports, *two.reports}


def test_a_report_is_split_off_again(events):
    one, two = events
    rows = (Correction("join", key(one), key(two)), Correction("split", key(two)))
    made = correct(events, *rows)
    assert [event.lead for event in made.events] == [one.lead, two.lead]
    assert len({event.id for event in made.events}) == 2


def test_what_is_no_longer_there_is_said(events):
    row = Correction("date", "0123456789abcdef:7", "2018-05-01/2018-05-01")
    made = correct(events, row)
    assert made.changed == {row: None}
    assert made.events == events


def test_a_lone_report_cannot_be_split(events):
    row = Correction("split", key(events[0]))
    assert correct(events, row).changed[row] is None


def test_without_corrections_nothing_changes(events):
    assert correct(events).events == events
