import re
from datetime import date

import pandas as pd

from components.charts import coverage
from components.charts.chart_frame import Scene
from components.i18n.words import Words

EN = Words("en")
ARTICLES = pd.DataFrame(
    {"published": pd.to_datetime(["2018-06-01", "2018-06-30", "2018-08-02", None])}
)
YEAR = (date(2018, 1, 1), date(2018, 12, 31))
STRIP = coverage.strip(ARTICLES, Scene(YEAR, EN, lambda **_: ""))


def test_articles_are_counted_by_month_and_empty_months_left_out():
    june, august = coverage.stretches(ARTICLES, YEAR).items()
    assert june == ((date(2018, 6, 1), date(2018, 6, 30)), 2)
    assert august[1] == 1


def test_a_long_axis_counts_by_the_year():
    assert coverage.stretches(ARTICLES, (date(2000, 1, 1), date(2018, 12, 31))) == {YEAR: 3}


def test_articles_outside_the_axis_are_not_drawn():
    assert coverage.stretches(ARTICLES, (date(2019, 1, 1), date(2019, 12, 31))) == {}


def test_the_more_articles_the_darker():
    assert re.findall(r"opacity:([\d.]+)", STRIP) == ["1.00", "0.65"]


def test_the_strip_has_a_name_and_a_cell_says_how_many_articles_are_held():
    assert "Articles held" in STRIP
    assert "June 2018" in STRIP
    assert "2 articles" in STRIP


def test_an_axis_without_articles_says_so():
    assert "No article held is from these years" in coverage.note(
        ARTICLES, (date(2003, 1, 1), date(2003, 12, 31)), EN
    )
