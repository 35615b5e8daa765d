"""The interval of an event: from an expression, joined, counted back, shifted."""

from __future__ import annotations

from datetime import date

import pytest

from alaqat.events import event_date
from alaqat.events.event_date import EventDate
from tests.events.event_builders import date_mention

MARCH = EventDate(date(2020, 3, 31), date(2020, 3, 31), "day", "sentence")


@pytest.mark.parametrize(
    ("first", "last", "mod", "expected"),
    [
        ((2020, 1, 1), (2020, 12, 31), "END", ((2020, 10, 1), (2020, 12, 31))),
        ((2020, 2, 1), (2020, 2, 29), "END", ((2020, 2, 21), (2020, 2, 29))),
        ((2020, 2, 1), (2020, 2, 29), "START", ((2020, 2, 1), (2020, 2, 10))),
        ((2020, 2, 1), (2020, 2, 29), "MID", ((2020, 2, 10), (2020, 2, 20))),
        ((2020, 1, 1), (2020, 12, 31), "MID", ((2020, 6, 1), (2020, 7, 31))),
        ((2020, 2, 3), (2020, 2, 9), "MID", ((2020, 2, 3), (2020, 2, 9))),
        ((2020, 1, 1), (2020, 12, 31), "APPROX", ((2020, 1, 1), (2020, 12, 31))),
    ],
)
def test_a_modifier_narrows_years_and_months_only(first, last, mod, expected):
    found = event_date.from_mention(date_mention(0, date(*first), date(*last), mod=mod))
    assert (found.first, found.last) == (date(*expected[0]), date(*expected[1]))


def test_no_mention_and_no_interval_give_no_date():
    assert event_date.from_mention(None) is None
    assert event_date.from_mention(date_mention(0, None)) is None


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([14, 15], [((14, 15), "range")]),
        ([14, 20], [((14, 14), "day"), ((20, 20), "day")]),
    ],
)
def test_joined_days_are_one_interval_if_they_follow_each_other(days, expected):
    mentions = [date_mention(7 * i, date(2020, 1, day)) for i, day in enumerate(days)]
    found = event_date.coordinated(mentions, mentions[0])
    assert [((d.first.day, d.last.day), d.granularity) for d in found] == expected


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("P2D", (2020, 3, 29), (2020, 3, 29)),
        ("P1W", (2020, 3, 24), (2020, 3, 24)),
        ("P3M", (2019, 12, 1), (2019, 12, 31)),
        ("P1Y", (2019, 1, 1), (2019, 12, 31)),
    ],
)
def test_a_period_before_a_day_is_as_fine_as_its_unit(period, first, last):
    found = event_date.earlier_by(MARCH, period)
    assert (found.first, found.last) == (date(*first), date(*last))


def test_a_period_without_a_number_counts_nothing():
    assert event_date.earlier_by(MARCH, "PXD") is None


@pytest.mark.parametrize(
    ("value", "granularity", "first"),
    [
        ("2012/2015", "year", (2015, 1, 1)),
        ("2015-01/2015-12", "month", (2015, 12, 1)),
        ("2015-12-01/2015-12-31", "day", (2015, 12, 31)),
    ],
)
def test_a_range_ends_with_its_last_unit(value, granularity, first):
    mention = date_mention(0, date(2012, 1, 1), date(2015, 12, 31), type="RANGE", value=value)
    found = event_date.closing_unit(mention)
    assert (found.granularity, found.first) == (granularity, date(*first))


def test_a_shifted_date_comes_from_the_context():
    assert event_date.shifted(MARCH, 1).by == "context"
    assert event_date.shifted(MARCH, 0) is MARCH
