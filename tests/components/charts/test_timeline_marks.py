from datetime import date

import pandas as pd
import pytest

from components.charts import timeline_marks
from components.charts.event_layout import place
from components.i18n.words import Words
from components.theme.colours import COLOURS
from tests.components.charts.test_timeline_figure import event

EN, LIGHT = Words("en"), COLOURS["light"]


def marks(*events: dict):
    return place(events, (date(2010, 1, 1), date(2020, 12, 31)))


def month(mod=None, **more):
    return event(first="2017-06-01", last="2017-06-30", granularity="month", mod=mod, **more)


@pytest.mark.parametrize(("mod", "parts"), [(None, 1), ("START", 4), ("END", 4), ("APPROX", 7)])
def test_a_vague_end_fades_in_three_steps(mod, parts):
    drawn = timeline_marks.bars(marks(month(mod)), EN, LIGHT)
    assert len(drawn["x"]) == parts
    assert sum(drawn["x"]) == pytest.approx(30 * timeline_marks.DAY_MS)


def test_the_early_part_of_a_month_is_solid_at_its_beginning():
    colours = timeline_marks.bars(marks(month("START")), EN, LIGHT)["marker"]["color"]
    assert [colour.rsplit(",", 1)[1] for colour in colours] == ["0.45)", "0.3)", "0.18)", "0.08)"]


def test_a_report_with_another_day_is_a_rival_and_a_coarser_one_is_not():
    lead = event("e", "2017-06-05")
    assert timeline_marks.has_other_date(lead, event("e", "2017-06-06"))
    assert not timeline_marks.has_other_date(lead, event("e", "2017-06-01", "2017-06-30"))
    assert not timeline_marks.has_other_date(lead, event("other", "2017-06-06"))
    assert not timeline_marks.has_other_date(lead, event("e", None))


def test_a_rival_date_is_tied_to_its_event():
    (drawn,) = timeline_marks.rivals(marks(event("e")), [event("e", "2017-06-09")], EN, LIGHT)
    assert drawn["x"] == ["2017-06-05", pd.Timestamp("2017-06-09").isoformat(), None]
    assert "9 June 2017" in drawn["text"][0]


def test_without_rivals_nothing_is_drawn():
    assert list(timeline_marks.rivals(marks(event("e")), [], EN, LIGHT)) == []
