import re
from datetime import date

import pandas as pd
import pytest

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


def test_a_strip_as_a_whole(whole):
    whole("strip", coverage.strip(ARTICLES, Scene(YEAR, EN, lambda **_: "")))
    for first, last in ((2018, 2018), (2000, 2018), (2019, 2020)):
        whole(
            f"note {first}-{last}",
            coverage.note(ARTICLES, (date(first, 1, 1), date(last, 12, 31)), EN),
        )


@pytest.mark.parametrize(("first", "unit"), [(2008, "months"), (2007, "years")])
def test_an_axis_of_more_than_ten_years_counts_by_the_year(first, unit):
    found = coverage.stretches(ARTICLES, (date(first, 1, 1), date(2018, 12, 31)))
    assert len(found) == (2 if unit == "months" else 1)
