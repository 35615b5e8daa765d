import pytest

from components.view import url_values, view_state


@pytest.mark.parametrize("value", ["2018", "2018-06", "2018-06-30"])
def test_a_period_is_a_year_a_month_or_a_day(value):
    assert url_values.period(value) == value


@pytest.mark.parametrize(
    "value", ["", "18", "2018-13", "2018-02-30", "0999", "2101", "2018-6", "x"]
)
def test_what_is_no_period_is_left_out_of_the_view(value):
    assert view_state.parse({"period": [value]})[0].period is None


def test_a_text_must_match_its_pattern_from_end_to_end():
    read = url_values.matching("[a-c]+")
    assert read("abc") == "abc"
    with pytest.raises(ValueError, match="abcd"):
        read("abcd")
