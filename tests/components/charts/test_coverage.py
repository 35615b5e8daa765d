from datetime import date

import pandas as pd

from components.charts import coverage
from components.charts.timeline_marks import faded
from components.i18n.words import Words
from components.theme.colours import COLOURS

EN = Words("en")
ARTICLES = pd.DataFrame(
    {"published": pd.to_datetime(["2018-06-01", "2018-06-30", "2018-08-02", None])}
)
YEAR = (date(2018, 1, 1), date(2018, 12, 31))


def test_articles_are_counted_by_month_and_empty_months_left_out():
    june, august = coverage.stretches(ARTICLES, YEAR).items()
    assert june == ((date(2018, 6, 1), date(2018, 6, 30)), 2)
    assert august[1] == 1


def test_a_long_axis_counts_by_the_year():
    assert coverage.stretches(ARTICLES, (date(2000, 1, 1), date(2018, 12, 31))) == {YEAR: 3}


def test_articles_outside_the_axis_are_not_drawn():
    assert coverage.stretches(ARTICLES, (date(2019, 1, 1), date(2019, 12, 31))) == {}


def test_the_more_articles_the_darker():
    june, august = coverage.strip(ARTICLES, YEAR, EN, COLOURS["light"])["marker"]["color"]
    assert (june, august) == tuple(faded(COLOURS["light"]["ink"], alpha) for alpha in (0.75, 0.45))


def test_a_cell_says_how_many_articles_are_held():
    assert "June 2018" in coverage.strip(ARTICLES, YEAR, EN, COLOURS["light"])["text"][0]
    assert "2 articles" in coverage.strip(ARTICLES, YEAR, EN, COLOURS["light"])["text"][0]


def test_an_axis_without_articles_says_so():
    assert "No article held is from these years" in coverage.note(
        ARTICLES, (date(2003, 1, 1), date(2003, 12, 31)), EN
    )


def test_bars_have_a_cell_for_each_period():
    assert coverage.by_period(ARTICLES, ["2018-06", "2018-07", "2018-08"]) == [2, 0, 1]
    assert coverage.by_period(ARTICLES, ["2017", "2018"]) == [0, 3]
