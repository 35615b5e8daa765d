"""The parts of the overview, each made of the view alone."""

import pytest

from components.html import overview_parts

PARTS = ("opening", "chart", "notes", "table", "events_of_period")


@pytest.mark.parametrize("name", PARTS)
def test_each_part_is_made_of_the_view_alone(name, sample_view, whole):
    view = sample_view.with_values({"period": "2017", "measure": "intensity"})
    whole(name, getattr(overview_parts, name)(view))


def test_without_a_chosen_bar_no_events_are_listed(sample_view):
    assert overview_parts.events_of_period(sample_view) == ""


def test_without_events_the_axis_is_that_of_all(sample_view, whole):
    whole("chart of nothing", overview_parts.chart(sample_view.with_values({"query": "ظظظ"})))


def test_links_to_other_pages_have_neither_bar_nor_measure(sample_view):
    view = sample_view.with_values({"period": "2017", "measure": "intensity", "year_from": 2012})
    there = overview_parts.elsewhere(view)
    assert (there.period, there.measure, there.year_from) == (None, "count", 2012)
