import re

import pandas as pd

from components.charts import barometer
from components.charts.turning_points import Turn
from components.html import barometer_table
from components.i18n.words import Words


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
    assert barometer.counts(EVENTS)["cooperation"].to_dict() == {
        2016: 1,
        2017: 1,
        2018: 1,
        2019: 0,
        2020: 0,
    }


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


def test_the_table_holds_the_numbers_of_the_bars():
    up, down = barometer.figure(EVENTS, Words("en"), "light")["data"]
    told = barometer_table.table(EVENTS, Words("en"), lambda **changes: "./")
    rows = re.findall(
        r'>(\d{4})</a></td><td class="num">(\d+)</td>.*?</td><td class="num">(\d+)</td>', told
    )
    drawn = zip(up["x"], up["y"], down["y"], strict=True)
    assert [(int(a), int(b), int(c)) for a, b, c in rows] == [
        (x, y, -z) for x, y, z in drawn if y or z
    ]


def test_turning_points_are_numbered_at_the_ends_of_their_bars():
    turns = [Turn("2016", "cooperation", {}), Turn("2018", "conflict", {})]
    notes = barometer.figure(EVENTS, Words("en"), "light", barometer.Shown(turns=turns))["layout"][
        "annotations"
    ]
    assert [(note["text"], note["x"]) for note in notes[2:]] == [
        ("<b>1</b>", 2016),
        ("<b>2</b>", 2018),
    ]


def test_the_articles_held_are_a_strip_on_the_same_axis():
    articles = pd.DataFrame({"published": pd.to_datetime(["2017-01-02", "2017-05-01", None])})
    *_, strip = barometer.figure(EVENTS, Words("en"), "light", barometer.Shown(articles=articles))[
        "data"
    ]
    assert strip["x"] == [2016, 2017, 2018, 2019, 2020]
    assert strip["y"] == [0, 1, 0, 0, 0]
