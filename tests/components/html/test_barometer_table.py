"""The numbers of the barometer as a table, and what it does not draw."""

import pandas as pd
import pytest

from components.data import event_queries
from components.html import barometer_table
from components.i18n.words import Words

EN = Words("en")


def link(**changes):
    return f"./?{changes}"


@pytest.fixture
def events(sample_view):
    return event_queries.events(sample_view)


def test_the_table_has_a_row_for_each_bar_and_each_long_interval(events, whole):
    whole("table", barometer_table.table(events, EN, link))


def test_the_note_counts_by_reason_what_is_not_drawn(events, whole):
    whole("note", barometer_table.note(events, EN, (2013, 2018)))


def test_a_chosen_bar_lists_its_events(events, whole):
    shown = barometer_table.events_of_period(events, "2017", EN, link, close="./?a&b")
    whole("events of a period", shown)


@pytest.mark.parametrize("count", [0, 1])
def test_without_dated_events_there_is_neither_table_nor_note(events, count):
    undated = events[events["date_from"].isna()].iloc[:count]
    assert barometer_table.table(undated, EN, link) == ""
    assert barometer_table.note(undated, EN) == ""


def test_where_every_event_is_drawn_no_note_is_needed(events):
    drawn = events[events["granularity"].eq("day") & events["polarity"].ne("neutral")]
    done = pd.DataFrame(drawn[drawn["status"] == "done"])
    assert barometer_table.note(done, EN) == ""
