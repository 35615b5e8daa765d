"""The timeline page: its chart, table and comparison."""

import pytest

from components.data import event_queries
from components.widgets import timeline_charts
from tests.components.outline import drawn, outline


def test_the_box_of_comparisons_as_a_whole(sample_view, whole):
    whole("box", outline(lambda: timeline_charts.comparison_box(sample_view)))
    chosen = sample_view.with_values({"sources": ("Outlet A",), "pair": "EGY-QAT"})
    whole("box without what is chosen", outline(lambda: timeline_charts.comparison_box(chosen)))


def test_a_comparison_is_in_the_address(sample_view):
    test = drawn(lambda: timeline_charts.comparison_box(sample_view))
    test.selectbox[0].set_value("EGY-QAT").run()
    assert test.query_params["beside"] == "EGY-QAT"


@pytest.mark.parametrize("name", ["one lane", "two lanes", "zoom"])
def test_the_table_as_a_whole(name, sample_view, whole):
    changes = {
        "one lane": {"newest": True},
        "two lanes": {"comparison": "outlet:Outlet A", "kinds": ("sanction",)},
        "zoom": {"zoom": "2017-06-01_2017-06-30"},
    }
    view = sample_view.with_values(changes[name])
    whole(f"table {name}", outline(lambda: timeline_charts.table(view)))


def test_without_events_there_is_no_table(sample_view):
    nothing = sample_view.with_values({"query": "ظظظ"})
    assert outline(lambda: timeline_charts.table(nothing)) == ""


def test_the_card_of_a_chosen_event_stands_beside_the_chart(sample_view, monkeypatch):
    monkeypatch.setattr(timeline_charts.timeline_lanes, "chart", lambda *_: "CHART")
    monkeypatch.setattr(
        timeline_charts.event_selection, "panel", lambda view, dated: f"CARD {len(dated)}"
    )
    event = event_queries.events(sample_view)["event_id"].iloc[0]
    plain = outline(lambda: timeline_charts.draw(sample_view))
    assert plain == 'html: <div class="chart-page"><div>CHART</div></div>'
    card = outline(lambda: timeline_charts.draw(sample_view.with_values({"event": event})))
    assert card == 'html: <div class="chart-page has-card"><div>CHART</div>CARD 9</div>'
