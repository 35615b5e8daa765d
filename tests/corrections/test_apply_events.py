"""Corrections of events and quotes carried out on a small collection."""

from datetime import date

import pytest

from alaqat import corrections
from alaqat.corrections.model import Correction
from alaqat.events import merging
from tests.conftest import visit


@pytest.fixture
def found():
    return [visit("2018-06-01", "ب"), visit("2020-03-04", "أ")]


@pytest.fixture
def happenings(found):
    return merging.merge([(one.article.id, event) for one in found for event in one.events])


def key(happening):
    return corrections.place(happening.lead)


def carry(happenings, *rows: Correction, found=()):
    return corrections.carried(happenings, rows, found)


def test_a_date_is_corrected_and_says_so_and_the_event_keeps_its_id(happenings):
    row = Correction("date", key(happenings[0]), "2018-05-01/2018-05-31")
    made = carry(happenings, row)
    event = made.happenings[0].lead[1]
    assert (event.date_from, event.granularity, event.dated_by) == (
        date(2018, 5, 1),
        "month",
        "correction",
    )
    assert made.happenings[0].id == happenings[0].id == made.done[row]
    assert made.happenings[0].reports == happenings[0].reports


def test_an_event_can_be_undated(happenings):
    event = carry(happenings, Correction("date", key(happenings[0]))).happenings[0].lead[1]
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
def test_an_interval_is_as_fine_as_it_is(happenings, first, last, fine):
    made = carry(happenings, Correction("date", key(happenings[0]), f"{first}/{last}"))
    assert made.happenings[0].lead[1].granularity == fine


def test_a_code_brings_its_side_and_intensity(happenings):
    event = (
        carry(happenings, Correction("code", key(happenings[0]), "SANCTION/expel"))
        .happenings[0]
        .lead[1]
    )
    assert (event.plover, event.mode, event.polarity, event.rule) == (
        "SANCTION",
        "expel",
        "conflict",
        "correction",
    )
    assert event.intensity < 0


def test_parties_are_known_by_code_and_by_any_name(happenings, found):
    row = Correction("actors", key(happenings[0]), "TUR|تشاد|Nobody Known")
    actors = carry(happenings, row, found=found).happenings[0].lead[1].actors
    assert [(actor.name, actor.country) for actor in actors] == [
        ("Turkey", "TUR"),
        ("Chad", "TCD"),
        ("Nobody Known", None),
    ]


def test_a_hidden_event_is_gone_and_the_others_stay(happenings):
    made = carry(happenings, Correction("hide", key(happenings[0])))
    assert made.happenings == happenings[1:]


def test_joined_events_are_the_first_with_the_reports_of_both(happenings):
    one, two = happenings
    (joined,) = carry(happenings, Correction("join", key(one), key(two))).happenings
    assert (joined.id, joined.lead) == (one.id, one.lead)
    assert set(joined.reports) == {*one.reports, *two.reports}


def test_a_report_is_split_off_again(happenings):
    one, two = happenings
    rows = (Correction("join", key(one), key(two)), Correction("split", key(two)))
    made = carry(happenings, *rows)
    assert [happening.lead for happening in made.happenings] == [one.lead, two.lead]
    assert len({happening.id for happening in made.happenings}) == 2


def test_what_is_no_longer_there_is_said(happenings):
    row = Correction("date", "0123456789abcdef:7", "2018-05-01/2018-05-01")
    made = carry(happenings, row)
    assert made.done == {row: None}
    assert made.happenings == happenings


def test_a_lone_report_cannot_be_split(happenings):
    row = Correction("split", key(happenings[0]))
    assert carry(happenings, row).done[row] is None


def test_a_quote_gets_its_speaker(found):
    (one, _) = found
    quote = one.quotes[0]
    name = corrections.quote_id(one.article.id, quote)
    told = corrections.respoken(found, [Correction("speaker", name, "loc:TCD")])
    assert (told[0].quotes[0].speaker, told[0].quotes[0].country, told[0].quotes[0].rule) == (
        "Chad",
        "TCD",
        "correction",
    )
    assert told[1] == found[1]


def test_a_hidden_quote_and_a_hidden_entity_are_gone(found):
    name = corrections.quote_id(found[0].article.id, found[0].quotes[0])
    told = corrections.respoken(found, [Correction("hide", name), Correction("hide", "loc:TCD")])
    assert told[0].quotes == ()
    assert [entity.id for entity in told[1].entities] == ["loc:FRA"]


def test_without_corrections_nothing_changes(found, happenings):
    assert corrections.respoken(found, []) == found
    assert carry(happenings).happenings == happenings
