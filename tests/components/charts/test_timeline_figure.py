from datetime import date

import pandas as pd
import pytest

from components.charts import timeline_figure
from components.charts.axes import ticks
from components.i18n.bidi import PDI, RLI
from components.i18n.words import Words
from components.theme.colours import COLOURS

AR, EN = Words("ar"), Words("en")
DAY_MS = 86_400_000


def event(key="e", first="2017-06-05", last=None, **more):
    row = {
        "event_id": key,
        "date_from": first and pd.Timestamp(first),
        "date_to": first and pd.Timestamp(last or first),
        "granularity": "day",
        "mod": None,
        "kind": "consult",
        "label_en": "Visit",
        "label_ar": "زيارة",
        "polarity": "cooperation",
        "intensity": 4.0,
        "status": "done",
        "actors": ["Chad"],
        "actors_ar": ["تشاد"],
        "recipients": ["Mali"],
        "recipients_ar": ["مالي"],
        "sentence": "زار الوزير مالي.",
        "start": 0,
        "end": 16,
        "trigger_start": 0,
        "trigger_end": 3,
        "reports": 1,
    }
    return {**row, **more}


def draw(*events: dict, words=EN, **more):
    return timeline_figure.figure(
        pd.DataFrame(events), words, "light", timeline_figure.Shown(**more)
    )


def bars(figure):
    return figure["data"][0]


def points(figure):
    return figure["data"][1]


def test_a_day_is_a_point_and_no_bar():
    figure = draw(event())
    assert bars(figure)["x"] == []
    assert points(figure)["x"] == ["2017-06-05"]


@pytest.mark.parametrize(
    ("granularity", "first", "last", "days"),
    [
        ("week", "2017-06-05", "2017-06-11", 7),
        ("month", "2017-06-01", "2017-06-30", 30),
        ("year", "2016-01-01", "2016-12-31", 366),
        ("range", "2016-01-01", "2018-12-31", 1096),
    ],
)
def test_a_longer_date_is_a_bar_exactly_as_long_as_what_is_known(granularity, first, last, days):
    drawn = bars(draw(event(first=first, last=last, granularity=granularity)))
    assert (drawn["base"], drawn["x"]) == ([first], [days * DAY_MS])


def test_a_year_has_its_shape_in_its_middle_not_on_its_first_day():
    figure = draw(event(first="2010-01-01", last="2010-12-31", granularity="year"))
    assert points(figure)["x"] == ["2010-07-02"]


def test_cooperation_is_above_conflict_below_and_neither_on_the_axis():
    up, down = (
        event("a", intensity=4.0),
        event("b", polarity="conflict", kind="assault", intensity=-9.0),
    )
    flat = event("c", polarity="neutral", kind="other", intensity=0.0)
    assert points(draw(up, down, flat))["y"] == [4.0, -9.0, 0.0]


def test_height_keeps_the_side_when_the_score_has_no_sign():
    assert points(draw(event(polarity="conflict", kind="words", intensity=0.0)))["y"][0] < 0


def test_shape_and_colour_say_kind_and_side():
    marker = points(draw(event(), event("b", kind="assault", polarity="conflict")))["marker"]
    assert marker["symbol"] == ["circle", "x"]
    assert marker["color"] == [COLOURS["light"]["cooperation"], COLOURS["light"]["conflict"]]


def test_planned_is_hollow_and_vague_is_faded():
    marker = points(draw(event(status="planned"), event("b", first="2012-01-01", mod="APPROX")))[
        "marker"
    ]
    assert marker["color"][0] == COLOURS["light"]["paper"]
    assert marker["color"][1].endswith(",0.45)")


def test_marks_of_one_day_stand_apart_on_their_own_side():
    heights = points(draw(*(event(str(n)) for n in range(8))))["y"]
    assert all(abs(a - b) >= 1 for i, a in enumerate(heights) for b in heights[:i])
    assert all(0 < y < timeline_figure.EDGE for y in heights)


def test_time_runs_from_the_right_in_arabic():
    left, right = draw(event(), words=AR)["layout"]["xaxis"]["range"]
    assert left > right
    assert draw(event())["layout"]["xaxis"]["range"] == [right, left]


def test_hover_speaks_the_readers_language_and_is_isolated():
    text = points(draw(event(), words=AR))["text"][0]
    assert f"<b>{RLI}5 يونيو 2017{PDI}</b>" in text
    assert "تشاد" in text
    assert text.count(RLI) == text.count("<br>") + 1


def test_hover_escapes_what_comes_from_articles():
    text = points(draw(event(sentence='<a href="x">زار</a>')))["text"][0]
    assert "<a" not in text


def test_an_interval_of_more_than_a_year_is_a_named_era():
    figure = draw(event(first="2016-01-01", last="2018-12-31", granularity="range"), words=AR)
    (shape,) = figure["layout"]["shapes"]
    assert (shape["x0"], shape["x1"]) == ("2016-01-01", "2019-01-01")
    assert "زيارة" in figure["layout"]["annotations"][-1]["text"]


def test_of_many_eras_only_the_longest_are_bands():
    eras = [
        event(str(n), first=f"{1990 + n}-01-01", last=f"{1992 + 2 * n}-01-01", granularity="range")
        for n in range(9)
    ]
    shapes = draw(*eras)["layout"]["shapes"]
    assert [shape["x0"][:4] for shape in shapes] == [str(1990 + n) for n in range(3, 9)]


def test_an_era_is_cut_at_the_ends_of_the_axis():
    era = event(first="2010-01-01", last="2018-12-31", granularity="range")
    (shape,) = draw(era, years=(2012, 2013))["layout"]["shapes"]
    assert (shape["x0"], shape["x1"]) == ("2012-01-01", "2014-01-01")


@pytest.mark.parametrize(("words", "first", "last"), [(EN, "left", "right"), (AR, "right", "left")])
def test_an_era_at_an_end_of_the_axis_is_named_from_there_inwards(words, first, last):
    years = (
        {"last": "2010-06-30", "granularity": "range"},
        {"last": "2039-12-31", "granularity": "range"},
    )
    eras = event(first="2008-01-01", **years[0]), event("b", first="2037-01-01", **years[1])
    names = draw(*eras, words=words, years=(2010, 2039))["layout"]["annotations"][-2:]
    assert [(name["x"], name["xanchor"]) for name in names] == [
        ("2010-01-01", first),
        ("2039-12-31", last),
    ]


def test_the_chosen_years_are_the_axis_even_when_nothing_happened():
    empty = pd.DataFrame([event()]).iloc[:0]
    left, right = timeline_figure.figure(empty, EN, "light", timeline_figure.Shown((2012, 2013)))[
        "layout"
    ]["xaxis"]["range"]
    assert left < "2012-01-01"
    assert right > "2013-12-31"


def test_the_chosen_event_is_ringed():
    ring = draw(event(), event("b", first="2012-01-01"), chosen="b")["data"][2]
    assert (ring["x"], ring["marker"]["symbol"]) == (["2012-01-01"], "circle-open")


def test_undated_events_are_not_drawn():
    assert len(points(draw(event(), event("b", first=None)))["x"]) == 1


def test_a_closer_look_is_the_axis_and_holds_only_what_touches_it():
    figure = draw(
        event(), event("b", first="2018-06-05"), zoom=(date(2018, 6, 1), date(2018, 6, 30))
    )
    assert points(figure)["x"] == ["2018-06-05"]
    assert figure["layout"]["xaxis"]["range"] == ["2018-05-31", "2018-07-01"]


def test_eras_are_offered_longest_first_and_once():
    eras = [
        event("a", "2016-01-01", "2018-12-31", granularity="range"),
        event("b", "2016-01-01", "2018-12-31", granularity="range"),
        event("c", "2003-01-01", "2010-12-31", granularity="range"),
    ]
    assert [row["event_id"] for row in timeline_figure.eras(pd.DataFrame([*eras, event()]))] == [
        "c",
        "a",
    ]


def test_short_axes_name_their_months_in_the_readers_language():
    named = ticks((date(2022, 1, 1), date(2022, 12, 31)), AR)
    assert named["ticktext"][0] == f"{RLI}يناير<br>2022{PDI}"


def test_the_summary_counts_each_side():
    told = timeline_figure.summary(pd.DataFrame([event(), event("b", polarity="conflict")]), EN)
    assert "cooperation 1, conflict 1, neutral 0" in told
