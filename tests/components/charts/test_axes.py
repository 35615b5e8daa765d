from datetime import date

from components.charts.axes import ticks
from components.i18n.words import Words

EN = Words("en")


def test_a_long_axis_leaves_the_number_of_years_to_the_width_of_the_screen():
    named = ticks((date(2003, 1, 1), date(2022, 12, 31)), EN)
    assert named["tickformatstops"][-1] == {"dtickrange": ["M12", None], "value": "%Y"}
    assert "dtick" not in named


def test_an_axis_of_a_few_weeks_names_days():
    named = ticks((date(2018, 5, 20), date(2018, 6, 20)), EN)
    assert "May" in named["ticktext"][0]
    assert len(named["tickvals"]) <= 10


def test_an_axis_of_a_year_names_its_months():
    assert ticks((date(2018, 1, 1), date(2018, 12, 31)), EN)["tickvals"][:2] == [
        "2018-01-01",
        "2018-03-01",
    ]
