import re
from dataclasses import replace
from datetime import date

import pytest

from components.assets import load_styles
from components.charts import timeline_marks
from components.charts.chart_frame import Scene
from components.i18n.bidi import FSI, LRI, PDI, RLI
from components.i18n.words import Words
from components.theme.event_kinds import KINDS
from tests.components.charts.test_timeline_figure import event

DECADE = (date(2010, 1, 1), date(2019, 12, 31))
SCENE = Scene(DECADE, Words("en"), lambda **changes: f"./timeline?event={changes['event']}", "e")


def plain(text):
    return text.translate(dict.fromkeys(map(ord, FSI + LRI + RLI + PDI)))


def drawn(*events: dict, scene=SCENE):
    marks = [timeline_marks.mark(one, scene) for one in events]
    placed = timeline_marks.by_width([timeline_marks.item(one, scene.window) for one in marks])
    return timeline_marks.marks(marks, placed, scene)


def test_labels_name_the_first_parties_where_the_events_are_of_several_pairs():
    sides = {"actors": ["Chad", "Togo"], "recipients": ["Peru"], "actors_ar": ["تشاد", "توغو"]}
    row = event(**sides, recipients_ar=["بيرو"])
    scene = replace(SCENE, has_parties=True)
    what = timeline_marks.mark(row, SCENE).label
    assert plain(timeline_marks.mark(row, scene).label) == f"{what}: Chad → Peru"
    met = event(actors=["Chad", "Togo", "Peru"], recipients=[], recipients_ar=[])
    assert plain(timeline_marks.mark(met, scene).label) == f"{what}: Chad, Togo"
    # a run of its own direction: without it the arrow would point from the recipient
    arabic = timeline_marks.mark(row, replace(scene, words=Words("ar"))).label
    assert re.search(f"{RLI}.*تشاد.* ← .*بيرو", arabic)


def month(mod=None, **more):
    return event(first="2017-06-01", last="2017-06-30", granularity="month", mod=mod, **more)


def test_a_day_is_a_point_and_a_longer_date_a_bar_as_long_as_what_is_known():
    assert "point" in drawn(event())
    year = event(first="2015-01-01", last="2015-12-31", granularity="year")
    assert "long" in drawn(year)
    first, length = re.search(r"--x:([\d.]+)%;--f:([\d.]+)", drawn(year)).groups()
    assert (float(first), float(length)) == (
        pytest.approx(50, abs=0.1),
        pytest.approx(0.1, abs=1e-3),
    )


def test_a_bar_is_cut_at_the_ends_of_the_axis():
    era = event(first="1990-01-01", last="2014-12-31", granularity="range")
    assert re.search(r"--x:0.00%;--f:0.5", drawn(era))


@pytest.mark.parametrize(
    ("mod", "classes"),
    [
        (None, ""),
        ("START", "vague fade-last"),
        ("END", "vague fade-first"),
        ("APPROX", "vague fade-first fade-last"),
    ],
)
def test_a_vague_end_fades(mod, classes):
    assert f"long {classes}".strip() in drawn(month(mod))
    assert ("vague" in drawn(month(mod))) == bool(classes)


def test_side_kind_and_status_are_classes():
    planned = drawn(event(kind="assault", polarity="conflict", status="planned"))
    assert 'class="mark conflict kind-assault point hollow' in planned


def test_a_mark_is_a_link_with_its_date_parties_and_label_as_its_name():
    told = drawn(event())
    assert 'href="./timeline?event=e"' in told
    name = re.search('aria-label="([^"]*)"', told).group(1)
    assert [part in name for part in ("5 June 2017", "Chad", "Visit")] == [True] * 3


def test_the_chosen_mark_is_the_stop_of_the_tab_key():
    told = drawn(event("a"), event("e", "2018-01-01"))
    assert re.findall('data-event="(.)" tabindex="(-?.)"', told) == [("a", "-1"), ("e", "0")]
    assert told.count('aria-current="true"') == 1


def test_the_year_of_the_whole_axis_is_not_repeated_in_labels():
    year = Scene((date(2017, 1, 1), date(2017, 12, 31)), Words("en"), SCENE.link)
    assert "<small>June 5</small>" in drawn(event(), scene=year)
    assert "<small>5 June 2017</small>" in drawn(event())


def test_what_comes_from_articles_is_escaped():
    assert "<i>x" not in drawn(event(actors=["<i>x"]))


def test_a_report_with_another_day_is_a_rival_and_a_coarser_one_is_not():
    lead = event("e", "2017-06-05")
    assert timeline_marks.has_other_date(lead, event("e", "2017-06-06"))
    assert not timeline_marks.has_other_date(lead, event("e", "2017-06-01", "2017-06-30"))
    assert not timeline_marks.has_other_date(lead, event("other", "2017-06-06"))
    assert not timeline_marks.has_other_date(lead, event("e", None))


def test_a_rival_date_is_tied_to_its_event():
    own = timeline_marks.mark(event("e"), SCENE)
    placed = timeline_marks.by_width([timeline_marks.item(own, DECADE)])
    (told,) = timeline_marks.rivals([own], placed, [event("e", "2017-06-09")], SCENE)
    assert "9 June 2017" in told
    assert 'class="rival later"' in told
    assert list(timeline_marks.rivals([own], placed, [], SCENE)) == []


def test_every_kind_has_a_shape():
    styles = load_styles()
    assert [kind for kind in KINDS if f".kind-{kind} .shape" not in styles] == []


def test_marks_as_a_whole(whole):
    shown = [event("a", "2012-01-01", "2013-12-31", granularity="range", mod="APPROX"), month("END", status="planned"),
             event("e", polarity="conflict", intensity=-20.0), event("n", polarity="neutral", intensity=0.0)]  # fmt: skip
    whole("marks", drawn(*shown))
    items = [timeline_marks.item(timeline_marks.mark(one, SCENE), DECADE) for one in shown]
    whole("items", "\n".join(map(repr, items)))


@pytest.mark.parametrize(
    ("reports", "strength"), [(None, 4.0), (0, 4.0), (1, 4.0), (2, 6.0), (8, 10.0)]
)
def test_more_reports_make_an_event_stronger(reports, strength):
    assert timeline_marks.strength(event(reports=reports)) == strength
