import pandas as pd

from components import barometer
from components.text import Words


def row(first, last, polarity):
    return {"date_from": pd.Timestamp(first), "date_to": pd.Timestamp(last), "polarity": polarity}


EVENTS = pd.DataFrame(
    [
        row("2016-01-01", "2018-12-31", "cooperation"),
        row("2018-05-01", "2018-05-01", "conflict"),
        row("2018-06-01", "2018-06-01", "conflict"),
        row("2020-06-01", "2020-06-01", "neutral"),
    ]
)


def test_an_interval_counts_in_each_of_its_years():
    assert barometer.counts(EVENTS)["cooperation"].to_dict() == {2016: 1, 2017: 1, 2018: 1, 2019: 0, 2020: 0}


def test_cooperation_goes_up_and_conflict_down():
    up, down = barometer.figure(EVENTS, Words("en"), "light")["data"]
    assert max(up["y"]) == 1
    assert min(down["y"]) == -2


def test_years_run_from_the_right_in_arabic():
    left, right = barometer.figure(EVENTS, Words("ar"), "light")["layout"]["xaxis"]["range"]
    assert left > right


def test_hover_counts_in_the_plural_of_its_language():
    _, down = barometer.figure(EVENTS, Words("ar"), "light")["data"]
    assert "حدثا صراع" in down["text"][2]


def test_no_events_make_an_empty_axis():
    figure = barometer.figure(EVENTS.iloc[:0], Words("en"), "dark")
    assert all(bar["x"] == [] for bar in figure["data"])
    assert "no dated event" in barometer.summary(EVENTS.iloc[:0], Words("en"))
