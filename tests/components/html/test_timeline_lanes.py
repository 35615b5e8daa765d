import re

import pytest

from components.data import event_queries
from components.html import timeline_lanes
from components.view.view_state import ViewState


@pytest.fixture(autouse=True)
def two_visits(tiny, monkeypatch):
    """France visits Chad and is quoted, in 2018 and in 2020."""
    monkeypatch.setenv("ALAQAT_STORE", str(tiny.path.parent))


def chart(**choices):
    view = ViewState(lang="en", **choices)
    return timeline_lanes.chart(view, timeline_lanes.lanes(view, event_queries.events(view)))


def test_the_links_of_a_chart_lead_to_the_timeline():
    links = re.findall('href="([^"]*)"', chart())
    assert sum("event=" in link for link in links) == 2
    assert all(link.startswith("./timeline?") for link in links)


def test_a_shown_part_of_the_axis_is_named_on_the_link_that_ends_it():
    shown = chart(zoom="2018-05-01_2018-06-30")
    ((address, text),) = re.findall('<a class="chip" href="([^"]*)".*?><bdi>(.*?)</bdi>', shown)
    assert "zoom" not in address
    assert text == "May 2018 – June 2018 ×"


def test_a_chart_beside_another_as_a_whole(whole):
    whole("one lane", chart())
    whole("two lanes", chart(pair="FRA-TCD", comparison="outlet:outlet أ", event="e"))


@pytest.mark.parametrize(
    ("choices", "titles", "outlets"),
    [
        ({}, [""], [()]),
        ({"comparison": "FRA-TCD"}, ["all pairs", "France ⇄ Chad"], [(), ()]),
        ({"pair": "FRA-TCD", "comparison": "outlet:W"}, ["France ⇄ Chad", "W"], [(), ("W",)]),
        ({"sources": ("V",), "comparison": "outlet:W"}, ["V", "W"], [("V",), ("W",)]),
    ],
)
def test_a_comparison_is_a_second_lane(choices, titles, outlets):
    view = ViewState(lang="en", **choices)
    lanes = timeline_lanes.lanes(view, event_queries.events(view))
    plain = [re.sub("[\u2066-\u2069]", "", lane.title) for lane in lanes]
    assert (plain, [lane.sources for lane in lanes]) == (titles, outlets)


def test_the_events_of_two_lanes_are_together_once_in_order_of_time():
    view = ViewState(lang="en", comparison="FRA-TCD")
    every = timeline_lanes.together(timeline_lanes.lanes(view, event_queries.events(view)))
    assert [day.year for day in every["date_from"]] == [2018, 2020]
    assert list(every.index) == [0, 1]
