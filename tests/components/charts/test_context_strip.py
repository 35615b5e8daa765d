import re
from datetime import date
from itertools import pairwise

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from components.charts import context_strip
from components.charts.chart_frame import Scene
from components.charts.context_strip import MOST, cells
from components.i18n.words import Words
from tests.components.charts.test_axis_range import LISTS, events, years

EN = Words("en")


def scene(first=date(2003, 1, 1), last=date(2022, 12, 31)):
    return Scene((first, last), EN, lambda **changes: f"./timeline?zoom={changes['zoom']}")


def test_a_long_time_without_events_is_one_cell():
    assert [cell.name for cell in cells(years(1867, 2010, 2012), EN)] == [
        "1867",
        "",
        "2010",
        "",
        "2012",
    ]


def test_events_of_days_have_months_where_days_would_be_too_many():
    many = events(*((day, day) for day in pd.date_range("2018-01-01", "2018-06-30").date))
    assert [cell.name for cell in cells(many, EN)][:2] == ["January 2018", "February 2018"]


@given(LISTS)
def test_every_dated_event_is_in_one_cell(intervals):
    found = cells(events(*intervals), EN)
    assert sum(cell.count for cell in found) == len(intervals)
    assert all(one.last < other.first for one, other in pairwise(found))


@given(st.lists(st.integers(1000, 2100), min_size=1, max_size=300))
def test_a_strip_never_has_too_many_cells(numbers):
    assert len(cells(years(*numbers), EN)) <= MOST


def test_of_too_many_years_the_earliest_share_a_cell():
    found = cells(years(*range(1900, 2019)), EN)
    assert found[0].count == 60
    assert "before" in found[0].name
    assert found[-1].name == "2018"


def test_a_cell_leads_to_its_time_and_the_shown_part_is_framed():
    html = context_strip.html(cells(years(1867, 2010, 2012), EN), scene())
    assert 'href="./timeline?zoom=1867-01-01_1867-12-31"' in html
    assert re.search('class="shown" style="--x:40.00%;--w:60.00%"', html)


def test_a_strip_is_drawn_from_three_cells_on():
    assert context_strip.html(cells(years(2010, 2011), EN), scene()) == ""
    assert context_strip.html(cells(years(2010, 2011, 2012), EN), scene())


def test_a_name_that_is_pushed_inwards_at_the_end_leaves_room_for_itself():
    html = context_strip.html(cells(years(*range(1959, 2019)), EN), scene())
    assert ">2018</span>" in html
    assert ">2016</span>" not in html


def test_a_strip_as_a_whole(whole):
    found = cells(
        events(
            (date(2010, 1, 1), date(2010, 1, 31)), (date(2010, 3, 4),) * 2, (date(2012, 1, 1),) * 2
        ),
        EN,
    )
    whole("days", context_strip.html(found, scene(date(2010, 1, 1), date(2010, 12, 31))))
    whole("years", context_strip.html(cells(years(1867, 2010, 2011, 2012), EN), scene()))
    whole(
        "months",
        "\n".join(
            map(
                repr,
                cells(
                    events(*[(date(2010, m, d),) * 2 for m in (1, 2, 5) for d in range(1, 29)]), EN
                ),
            )
        ),
    )
