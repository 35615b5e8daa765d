from datetime import date

import pandas as pd

from components.charts import timeline_counts, timeline_figure
from components.i18n.words import Words
from components.theme.colours import COLOURS
from tests.components.charts.test_timeline_figure import event

EN, LIGHT = Words("en"), COLOURS["light"]
YEARS = (date(2012, 1, 1), date(2018, 12, 31))
WEEKS = (date(2017, 6, 1), date(2017, 6, 30))
MANY = pd.DataFrame(
    [
        event(str(n), f"{2012 + n % 7}-06-05", reports=n)
        for n in range(timeline_counts.MOST_DRAWN + 1)
    ]
)


def test_a_crowd_is_counted_by_the_year_on_each_side():
    up, down = timeline_counts.bars(MANY, YEARS, EN, LIGHT)
    assert len(up["x"]) == 7
    assert max(up["y"]) == timeline_counts.TALLEST
    assert set(down["y"]) == {0}


def test_a_bar_carries_the_closer_look_that_shows_its_events():
    up, _ = timeline_counts.bars(MANY, YEARS, EN, LIGHT)
    assert up["customdata"][0] == ["look:2012-01-01_2012-12-31"]


def test_the_timeline_sends_bars_instead_of_thousands_of_marks():
    sent = timeline_figure.figure(MANY, EN, "light")["data"]
    assert sum(len(trace["x"]) for trace in sent) < 50
    assert "too many to tell apart" in timeline_counts.note(MANY, YEARS, EN)


def test_where_a_few_weeks_hold_too_many_the_most_reported_are_drawn():
    crowded = MANY.assign(date_from=pd.Timestamp("2017-06-05"), date_to=pd.Timestamp("2017-06-05"))
    assert not timeline_counts.is_crowded(crowded, WEEKS)
    assert timeline_counts.fewer(crowded)["reports"].min() == 1
    assert "most reported" in timeline_counts.note(crowded, WEEKS, EN)


def test_a_month_ends_with_its_last_day():
    assert timeline_counts.stretch("2020-02") == (date(2020, 2, 1), date(2020, 2, 29))


def test_few_events_need_no_note():
    assert timeline_counts.note(MANY.head(5), YEARS, EN) == ""
