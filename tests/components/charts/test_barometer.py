import re
from datetime import timedelta

import pandas as pd
from hypothesis import given, settings

from components.charts import barometer, turning_points
from components.html import barometer_table
from components.i18n.words import Words
from tests.components.charts.test_periods import EVENTS as ANY
from tests.components.charts.test_periods import MONTHS, TENSE, UP, row

EN = Words("en")
TURNING = pd.DataFrame(
    [
        row("2010-01-01", "2010-12-31", UP, "year", intensity=5.0),
        row("2012-01-01", "2012-12-31", granularity="year", intensity=-9.0),
        row("2013-01-01", "2015-12-31", UP, "range", intensity=6.0),
    ]
)


def html(events, words=EN, **shown):
    return barometer.html(
        events,
        words,
        lambda **changes: f"./?period={changes['period']}",
        lambda **changes: f"./timeline?{'&'.join(f'{k}={v}' for k, v in changes.items())}",
        barometer.Shown(**shown),
    )


def test_three_years_of_which_only_years_are_known_are_years_and_an_interval():
    drawn = html(TENSE, years=(2016, 2018))
    assert drawn.count('class="column') == 1
    assert drawn.count('class="mark cooperation') == 1
    assert "period=2018" in drawn


def test_every_column_has_its_value():
    drawn = html(MONTHS)
    assert re.findall(r'class="value[^>]*>(\d+)<', drawn) == ["1", "2", "1"]


def test_a_turning_point_is_named_at_its_column():
    drawn = html(TURNING, turns=turning_points.points(TURNING))
    assert drawn.count("kind-consult point") == 1
    assert 'href="./timeline?event=2012-01-01conflict"' in drawn


def test_a_turning_point_in_an_interval_is_named_by_the_interval_alone():
    turns = turning_points.points(TURNING)
    assert [turn.period for turn in turns] == ["2012", "2013"]
    assert html(TURNING, turns=turns).count("event=2013-01-01cooperation") == 1


def test_several_events_of_one_interval_share_a_mark_that_leads_to_its_days():
    twice = pd.concat([TURNING, TURNING.iloc[2:]])
    assert "zoom=2013-01-01_2015-12-31" in html(twice)
    assert "2 events of cooperation" in html(twice).replace("\u2068", "").replace("\u2069", "")


def test_the_height_can_be_the_intensity():
    assert ">15</span>" in html(MONTHS, measure="intensity")


def test_remote_years_are_left_to_a_stub():
    remote = pd.concat([TENSE, *[TENSE] * 3, pd.DataFrame([row("1071-01-01", "1071-12-31")])])
    assert "before" in html(remote)
    assert 'class="stub before"' in html(remote)


def test_no_events_no_chart():
    assert html(MONTHS.iloc[:0]) == ""
    assert "no dated event" in barometer.summary(MONTHS.iloc[:0], EN)


def test_the_table_holds_the_numbers_of_the_columns_and_the_intervals():
    told = barometer_table.table(TENSE, EN, lambda **changes: f"./?{changes}", (2016, 2018))
    assert ">2018</a></td>" in told
    assert '<td class="num">2</td><td class="num">12</td>' in told
    assert "<td>2016–2018</td>" in told


def test_what_the_chart_leaves_out_is_counted():
    told = barometer_table.note(MONTHS, EN)
    assert all(
        part in told
        for part in ("1 event without", "1 event not told as done", "1 event of neither")
    )
    assert barometer_table.note(TENSE, EN) == ""


def test_the_events_of_a_column_lead_to_the_timeline():
    told = barometer_table.events_of_period(
        MONTHS, "2017-06", EN, lambda **changes: f"./{changes}", close="./"
    )
    assert "June 2017: 3 events" in told
    assert told.count("<li>") == 3


@settings(deadline=None, max_examples=40)
@given(ANY)
def test_values_on_the_columns_never_sum_to_more_than_the_events(found):
    rows = [row(day, day + timedelta(days=span), side, "range") for day, span, side in found]
    drawn = html(pd.DataFrame(rows or [row(None)]))
    values = re.findall(r'class="value[^>]*>([\d,]+)<', drawn)
    assert sum(int(value.replace(",", "")) for value in values) <= len(rows)


def test_a_chart_as_a_whole(whole):
    articles = pd.DataFrame({"published": pd.to_datetime(["2010-06-01", "2012-06-30"])})
    turns = turning_points.points(TURNING)
    whole("count", html(TURNING, turns=turns, articles=articles, period="2012"))
    whole("intensity", html(MONTHS, measure="intensity"))
    whole("years", html(TENSE, Words("ar"), years=(2017, 2020)))
    whole(
        "summary",
        barometer.summary(TURNING, EN) + "|" + barometer.summary(MONTHS, EN, (2018, 2018)),
    )
