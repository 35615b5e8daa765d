"""The timeline's table: dated rows first; the headings count all, the rows are those of a leaf."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from components.html import event_table
from components.i18n.words import Words
from components.view.view_state import ViewState

DAYS = (date(2017, 6, 5), None, date(2021, 1, 5))
ROW = {
    "granularity": "day",
    "mod": None,
    "kind": "consult",
    "polarity": "cooperation",
    "status": "done",
}
NAMED = {
    "label_en": "Talks",
    "label_ar": "لقاء",
    "sentence": "نص",
    "actors": ["Egypt"],
    "actors_ar": ["مصر"],
}
OTHER = {"recipients": ["Qatar"], "recipients_ar": ["قطر"]}


def _row(number: int, day: date | None) -> dict[str, Any]:
    known = pd.Timestamp(day) if day else pd.NaT
    return {"event_id": f"e{number}", "date_from": known, "date_to": known, **ROW, **NAMED, **OTHER}


EVENTS = event_table.ordered(pd.DataFrame([_row(number, day) for number, day in enumerate(DAYS)]))


def _html(listed: pd.DataFrame) -> str:
    rows = listed.to_dict("records")
    return event_table.table(EVENTS, rows, ViewState(lang="en"))  # type: ignore[arg-type]


def test_events_without_a_date_are_ordered_last() -> None:
    assert list(EVENTS["event_id"]) == ["e0", "e2", "e1"]


def test_events_of_the_axis_are_ordered_before_remote_ones() -> None:
    axis = (date(2020, 1, 1), date(2022, 12, 31))
    assert list(event_table.ordered(EVENTS, axis)["event_id"]) == ["e2", "e0", "e1"]
    newest = event_table.ordered(EVENTS, is_newest_first=True)
    assert list(newest["event_id"]) == ["e2", "e0", "e1"]


def test_two_lanes_have_a_column_with_their_names() -> None:
    rows = EVENTS.to_dict("records")
    told = event_table.table(EVENTS, rows, ViewState(lang="en"), lanes={"e0": "A", "e2": "A, B"})
    assert ">Lane</th>" in told
    assert "<td>A, B</td>" in told


def test_every_leaf_counts_all_under_its_headings() -> None:
    for leaf in (EVENTS, EVENTS[:1], EVENTS[2:]):
        assert "<h2>2 dated events</h2>" in _html(leaf)
        assert "<h2>1 event without a date</h2>" in _html(leaf)


def test_a_leaf_lists_its_own_rows_each_below_its_heading() -> None:
    assert _html(EVENTS).count('<td class="sentence"') == 3
    first, last = _html(EVENTS[:2]), _html(EVENTS[2:])
    assert first.index("Talks") < first.index("without a date")
    assert last.index("without a date") < last.index("Talks")
    assert (first.count('<td class="sentence"'), last.count('<td class="sentence"')) == (2, 1)


@pytest.mark.parametrize("newest", [False, True])
def test_a_table_as_a_whole(newest, whole):
    view = ViewState(lang="en", newest=newest, event="e2", query="نص")
    shown = event_table.table(
        EVENTS,
        EVENTS.to_dict("records"),
        view,
        pin=lambda event: f"<i>{event}</i>",
        lanes={"e0": "<one>"} if newest else None,
    )
    whole("newest first" if newest else "oldest first", shown)


def test_the_legend_names_every_shape_and_look(whole):
    whole("legend", event_table.legend(Words("en")))


def test_the_events_of_the_axis_come_first_and_the_undated_last():
    events = pd.DataFrame([_row(number, day) for number, day in enumerate((*DAYS, DAYS[0]))])
    for window, order in (
        ((DAYS[2], DAYS[2]), ["e2", "e0", "e3", "e1"]),
        ((date(2017, 6, 6), date(2021, 1, 4)), ["e0", "e2", "e3", "e1"]),
        ((date(2017, 6, 5), date(2017, 6, 5)), ["e0", "e3", "e2", "e1"]),
        (None, ["e0", "e2", "e3", "e1"]),
    ):
        assert list(event_table.ordered(events, window)["event_id"]) == order
    newest = event_table.ordered(events, None, is_newest_first=True)
    assert list(newest["event_id"]) == ["e3", "e2", "e0", "e1"]
