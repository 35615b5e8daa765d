import pandas as pd
import pytest

from components.charts import barometer, periods
from components.html import barometer_table
from components.i18n.words import Words


def row(first, last, polarity, granularity="day", *, status="done", intensity=0.0):
    return {
        "event_id": f"{first}{polarity}",
        "date_from": pd.Timestamp(first),
        "date_to": pd.Timestamp(last),
        "granularity": granularity,
        "mod": None,
        "polarity": polarity,
        "status": status,
        "intensity": intensity,
        "kind": "consult",
        "label_en": "Talks",
        "label_ar": "لقاء",
        **{name: [] for name in ("actors", "actors_ar", "recipients", "recipients_ar")},
    }


EVENTS = pd.DataFrame(
    [
        row("2017-05-31", "2017-06-06", "cooperation", "week", intensity=4.0),
        row("2017-06-05", "2017-06-05", "conflict", intensity=-9.0),
        row("2017-06-01", "2017-06-30", "conflict", "month", intensity=-6.0),
        row("2017-07-01", "2018-02-28", "conflict", "range", intensity=-2.0),
        row("2018-01-01", "2018-12-31", "cooperation", "year"),
        row("2018-02-03", "2018-02-03", "cooperation", status="planned"),
        row(None, None, "conflict"),
    ]
)


def test_a_short_span_is_counted_by_month():
    table = periods.counts(EVENTS)
    assert (table.index[0], table.index[-1]) == ("2017-05", "2018-12")
    assert table["conflict"]["2017-06"] == 2
    assert table["conflict"]["2018-02"] == 1


def test_intensity_is_summed_without_its_sign():
    assert periods.counts(EVENTS)["conflict_intensity"]["2017-06"] == 15.0


def test_a_week_counts_once_in_the_month_of_its_middle():
    assert periods.counts(EVENTS)["cooperation"].to_dict()["2017-06"] == 1
    assert periods.counts(EVENTS)["cooperation"].sum() == 1


def test_a_year_is_in_no_month_but_in_its_year():
    assert periods.left_out(EVENTS) == (1, 1, 0, 1)
    years = periods.counts(EVENTS, (2010, 2019))
    assert years["cooperation"].to_dict()[2018] == 1
    assert periods.left_out(EVENTS, (2010, 2019)) == (1, 1, 0, 0)


def test_neutral_events_are_counted_apart():
    neutral = pd.DataFrame([row("2017-05-31", "2017-05-31", "neutral")])
    assert periods.left_out(neutral) == (0, 0, 1, 0)
    assert periods.within(neutral, "2017-05") == []


def test_what_was_only_planned_is_in_no_bar():
    assert all(one["status"] == "done" for one in periods.within(EVENTS, "2018-02"))


@pytest.mark.parametrize("years", [(None, None), (2010, 2019)])
def test_the_events_behind_a_bar_are_those_it_counts(years):
    table = periods.counts(EVENTS, years)
    for period, counted in table.iterrows():
        behind = periods.within(EVENTS, str(period))
        for side in periods.SIDES:
            assert sum(one["polarity"] == side for one in behind) == counted[side]


def test_chosen_years_are_the_ends_of_the_axis():
    assert list(periods.counts(EVENTS, (2017, 2017)).index)[::11] == ["2017-01", "2017-12"]


def test_months_of_three_years_are_the_most_that_is_shown():
    assert periods.is_monthly(EVENTS, (2016, 2018))
    assert not periods.is_monthly(EVENTS, (2015, 2018))


def test_the_bars_can_show_intensity():
    shown = barometer.Shown(measure="intensity", period="2017-06")
    _, down = barometer.figure(EVENTS, Words("en"), "light", shown)["data"]
    assert min(down["y"]) == -15.0
    assert down["marker"]["line"]["width"][down["x"].index("2017-06")] == 2


def test_a_month_is_named_on_hover_in_the_readers_language():
    _, down = barometer.figure(EVENTS, Words("ar"), "light")["data"]
    assert "يونيو 2017: حدثا صراع" in down["text"][down["x"].index("2017-06")].replace("\u2067", "")


def test_the_table_holds_the_numbers_of_the_bars():
    told = barometer_table.table(EVENTS, Words("en"), lambda **changes: f"./?{changes}")
    assert told.count("<tr>") == 1 + 9
    assert "June 2017</a></td>" in told
    assert '<td class="num">2</td><td class="num">15</td>' in told


def test_what_the_bars_leave_out_is_counted():
    told = barometer_table.note(EVENTS, Words("en"))
    assert all(
        part in told
        for part in ("1 event without", "1 event not told as done", "1 event with a date too")
    )
    assert barometer_table.note(EVENTS.iloc[:2], Words("en")) == ""


def test_the_events_of_a_bar_lead_to_the_timeline():
    told = barometer_table.events_of_period(
        EVENTS, "2017-06", Words("en"), lambda **changes: f"./{changes}", close="./"
    )
    assert "June 2017: 3 events" in told
    assert told.count("<li>") == 3


def test_the_counts_of_a_frame_are_made_once_and_those_of_its_like_anew():
    assert periods.counts(EVENTS) is periods.counts(EVENTS)
    assert periods.counts(EVENTS) is not periods.counts(EVENTS.copy())
    assert periods.counts(EVENTS, (2010, 2019)) is not periods.counts(EVENTS)


def test_a_cleared_cache_counts_anew():
    first = periods.counts(EVENTS)
    periods.COUNTS_CACHE.clear()
    assert periods.counts(EVENTS) is not first
