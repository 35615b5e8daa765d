import pytest

from alaqat.model.selection import EVERYTHING, FILTERS, Selection, values


@pytest.mark.parametrize(
    ("name", "value", "selected"),
    [
        ("actors", ("Chad", "Niger"), ("Chad", "Niger")),
        ("query", "قمة", ("قمة",)),
        ("year_from", 2011, (2011,)),
    ],
)
def test_a_filter_selects_the_values_it_is_given(name, value, selected):
    assert values(Selection(**{name: value}), name) == selected


def test_filters_select_nothing_by_themselves():
    assert {values(EVERYTHING, name) for name in FILTERS} == {()}
