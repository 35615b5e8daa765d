from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.charts import periods
from components.charts.periods import SIDES, UNITS, counts, left_out, stretch, within
from components.i18n.words import Words


def row(first, last=None, polarity="conflict", granularity="day", *, status="done", intensity=0.0):
    return {
        "event_id": f"{first}{polarity}",
        "date_from": pd.Timestamp(first),
        "date_to": pd.Timestamp(last or first),
        "granularity": granularity,
        "mod": None,
        "polarity": polarity,
        "status": status,
        "intensity": intensity,
        "reports": 1,
        "kind": "consult",
        "label_en": "Talks",
        "label_ar": "لقاء",
        **{name: [] for name in ("actors", "actors_ar", "recipients", "recipients_ar")},
    }


UP = "cooperation"
YEARS = (date(2016, 1, 1), date(2018, 12, 31))
TENSE = pd.DataFrame(  # three years of which only years are known
    [
        row("2016-01-01", "2018-12-31", UP, "range", intensity=6.0),
        row("2018-01-01", "2018-12-31", granularity="year", intensity=-5.0),
        row("2018-01-01", "2018-12-31", granularity="year", intensity=-7.0),
    ]
)
MONTHS = pd.DataFrame(
    [
        row("2017-06-05", polarity=UP, intensity=4.0),
        row("2017-06-05", intensity=-9.0),
        row("2017-06-01", "2017-06-30", granularity="month", intensity=-6.0),
        row("2017-07-31", "2017-08-06", granularity="week"),
        row("2018-01-01", "2018-12-31", polarity=UP, granularity="year"),
        row("2018-02-03", polarity=UP, status="planned"),
        row("2018-02-03", polarity="neutral"),
        row(None),
    ]
)


def test_years_stay_years_where_the_dates_are_years():
    summed = counts(TENSE, YEARS)
    assert summed.labels == ["2016", "2017", "2018"]
    assert summed.table["conflict"].tolist() == [0, 0, 2]


def test_an_interval_is_drawn_once_and_in_no_column():
    summed = counts(TENSE, YEARS)
    assert summed.table[UP].sum() == 0
    (interval,) = summed.intervals
    assert (interval.first, interval.last, interval.side) == (*YEARS, UP)


def test_the_two_sides_are_treated_alike():
    other = {UP: "conflict", "conflict": UP}
    mirrored = counts(TENSE.assign(polarity=TENSE["polarity"].map(other)), YEARS)
    own = counts(TENSE, YEARS)
    for side in SIDES:
        assert mirrored.table[side].tolist() == own.table[other[side]].tolist()
    assert mirrored.intervals[0].side == other[own.intervals[0].side]


def test_dates_of_days_are_counted_by_month_over_years_and_by_day_over_weeks():
    assert counts(MONTHS, YEARS).unit == "month"
    days = pd.DataFrame([row(f"2018-02-{day:02}") for day in range(1, 20)])
    summed = counts(days, (date(2018, 2, 1), date(2018, 2, 28)))
    assert summed.unit == "day"
    assert summed.table["conflict"].tolist() == [1] * 19 + [0] * 9


def test_a_week_over_two_months_counts_once_in_that_of_its_middle():
    table = counts(MONTHS, YEARS).table["conflict"]
    assert (table["2017-07"], table["2017-08"]) == (0, 1)


def test_intensity_is_summed_without_its_sign():
    assert counts(MONTHS, YEARS).table["conflict_intensity"]["2017-06"] == 15.0


def test_events_of_one_interval_are_one_interval():
    (interval,) = counts(pd.concat([TENSE, TENSE.iloc[:1]]), YEARS).intervals
    assert len(interval.rows) == 2


def test_the_events_behind_a_column_are_those_it_counts():
    summed = counts(MONTHS, YEARS)
    for period, counted in summed.table.iterrows():
        behind = within(MONTHS, period)
        for side in SIDES:
            assert sum(one["polarity"] == side for one in behind) == counted[side]


def test_what_is_left_out_is_counted_by_reason():
    axis = (date(2018, 1, 1), date(2018, 12, 31))
    assert left_out(MONTHS, axis) == {"undated": 1, "undone": 1, "neutral": 1, "remote": 4}


DAYS = st.dates(date(1900, 1, 1), date(2030, 12, 31))
SPANS = st.sampled_from([0, 0, 0, 6, 29, 364, 1000])
EVENTS = st.lists(st.tuples(DAYS, SPANS, st.sampled_from([UP, "conflict", "neutral"])), max_size=40)


@settings(deadline=None)
@given(EVENTS, DAYS, st.sampled_from([20, 200, 4_000, 40_000]))
def test_columns_and_intervals_hold_every_event_of_the_axis_once(found, first, length):
    events = pd.DataFrame(
        [row(day, day + timedelta(days=span), side, "range") for day, span, side in found]
        or [row(None)]
    )
    window = (first, first + timedelta(days=length))
    summed = counts(events, window)
    drawn = int(summed.table[list(SIDES)].to_numpy().sum())
    drawn += sum(len(interval.rows) for interval in summed.intervals)
    missing = left_out(events, window)
    assert drawn + sum(missing.values()) == len(events)


@settings(deadline=None)
@given(EVENTS, DAYS, st.sampled_from([20, 200, 4_000]))
def test_no_column_is_finer_than_a_date_in_it(found, first, length):
    events = pd.DataFrame(
        [row(day, day + timedelta(days=span), side, "range") for day, span, side in found]
        or [row(None)]
    )
    summed = counts(events, (first, first + timedelta(days=length)))
    for period in summed.table.index[summed.table[list(SIDES)].sum(axis=1) > 0]:
        for one in within(events, period):
            assert (one["date_to"] - one["date_from"]).days < UNITS[summed.unit][0]


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("2018", ("2018-01-01", "2018-12-31")),
        ("2020-02", ("2020-02-01", "2020-02-29")),
        ("2018-06-05", ("2018-06-05", "2018-06-05")),
    ],
)
def test_a_period_has_its_days(period, days):
    assert tuple(map(str, stretch(period))) == days


def test_a_period_is_named_in_the_readers_language():
    assert periods.name("2017-06", Words("ar")) == "يونيو 2017"
    assert periods.name("2017-06-05", Words("en")) == "5 June 2017"


def test_the_counts_of_a_frame_are_computed_once_and_those_of_its_like_anew():
    assert counts(MONTHS, YEARS) is counts(MONTHS, YEARS)
    assert counts(MONTHS, YEARS) is not counts(MONTHS.copy(), YEARS)
    first = counts(MONTHS, YEARS)
    periods.COUNTS_CACHE.clear()
    assert counts(MONTHS, YEARS) is not first


def test_the_chosen_years_are_the_axis_and_without_events_there_is_none():
    assert periods.axis(MONTHS, (2010, 2019)) == (date(2010, 1, 1), date(2019, 12, 31))
    assert periods.axis(MONTHS.iloc[-1:]) is None
