import re
from datetime import date, timedelta

import pandas as pd
import pytest

from components.charts import timeline_figure
from components.charts.chart_frame import Scene
from components.charts.timeline_figure import Lane, Shown
from components.i18n.words import Words

AR, EN = Words("ar"), Words("en")
NO_ARTICLES = pd.DataFrame({"published": pd.Series(dtype="datetime64[ns]")})


def event(key="e", first="2017-06-05", last=None, **more):
    row = {
        "event_id": key,
        "date_from": first and pd.Timestamp(first),
        "date_to": first and pd.Timestamp(last or first),
        "granularity": "day",
        "mod": None,
        "kind": "consult",
        "label_en": "Visit",
        "label_ar": "زيارة",
        "polarity": "cooperation",
        "intensity": 4.0,
        "status": "done",
        "actors": ["Chad"],
        "actors_ar": ["تشاد"],
        "recipients": ["Mali"],
        "recipients_ar": ["مالي"],
        "sentence": "زار الوزير مالي.",
        "start": 0,
        "end": 16,
        "trigger_start": 0,
        "trigger_end": 3,
        "reports": 1,
    }
    return {**row, **more}


def draw(*events: dict, words=EN, more=(), **shown):
    frame = pd.DataFrame(events)
    window = timeline_figure.window(frame, Shown(**shown))
    scene = Scene(window, words, lambda **changes: f"./timeline?{changes}")
    return timeline_figure.html([Lane(frame), *more], NO_ARTICLES, scene)


def era(key="e", first=2016, last=2018, **more):
    return event(key, f"{first}-01-01", f"{last}-12-31", granularity="range", **more)


MANY = [event(str(n), f"{2012 + n % 7}-06-05", reports=n + 1) for n in range(200)]


def test_every_dated_event_is_a_mark():
    drawn = draw(event("a"), event("b", "2012-01-01"), event("c", None))
    assert re.findall('data-event="(.)"', drawn) == ["a", "b"]


def test_few_marks_all_have_their_label_at_every_width():
    drawn = draw(*(event(str(n), f"{2003 + n}-02-0{n % 9 + 1}") for n in range(20)))
    assert not re.search('class="mark[^"]*none', drawn)


def test_the_years_of_events_are_ticks():
    drawn = draw(event("a", "2003-02-01"), event("b", "2008-02-01"), event("c", "2022-02-01"))
    ticks = re.findall(r'class="tick"[^>]*>(\d+)<', drawn)
    assert [year in ticks for year in ("2003", "2008", "2022")] == [True] * 3


def test_an_interval_of_more_than_a_year_is_a_band_unless_it_is_the_whole_axis():
    assert 'class="era cooperation"' in draw(era(), event("b", "2012-01-01"))
    assert 'class="era' not in draw(era(), zoom=(date(2017, 1, 1), date(2017, 12, 31)))


def test_a_remote_event_is_a_stub_that_leads_to_it():
    drawn = draw(event("a", "1071-06-05"), *MANY[:20])
    assert 'class="stub before"' in drawn
    assert "1 event" in drawn
    assert "1071" in drawn


def test_too_many_events_are_counted_in_columns_with_the_strongest_named():
    drawn = draw(*MANY)
    assert drawn.count('class="column') < 200
    assert sum(map(int, re.findall(r'class="value[^>]*>(\d+)<', drawn))) == 200
    assert 'class="mark' in drawn
    frame = pd.DataFrame(MANY)
    note = timeline_figure.note(frame, timeline_figure.window(frame), EN)
    assert "too many to tell apart" in note


def test_a_column_leads_to_its_days():
    assert "zoom&#x27;: &#x27;2012-01-01_2012-12-31" in draw(*MANY)


def test_where_a_day_holds_too_many_the_most_reported_are_drawn():
    frame = pd.DataFrame([event(str(n), reports=n + 1) for n in range(200)])
    span = (date(2017, 6, 5), date(2017, 6, 6))
    assert not timeline_figure.is_crowded(frame, span)
    assert timeline_figure.fewer(frame)["reports"].min() == 51
    assert "most reported" in timeline_figure.note(frame, span, EN)
    assert timeline_figure.note(frame.head(5), span, EN) == ""


def test_two_lanes_share_one_axis():
    other = Lane(pd.DataFrame([event("z", "2015-01-01")]), "Mali ⇄ Chad")
    drawn = draw(event("a"), more=[other])
    assert drawn.count('class="plot"') == 2
    assert drawn.count('class="ticks"') == 1
    assert "Mali ⇄ Chad" in drawn


def test_the_chosen_years_are_the_axis_even_when_nothing_happened():
    empty = pd.DataFrame([event()]).iloc[:0]
    assert timeline_figure.window(empty, Shown((2012, 2013))) == (
        date(2012, 1, 1),
        date(2013, 12, 31),
    )


def test_an_empty_choice_has_the_axis_of_the_whole():
    whole = (date(2003, 1, 1), date(2022, 12, 31))
    empty = pd.DataFrame([event()]).iloc[:0]
    assert timeline_figure.window(empty, Shown(whole=whole)) == whole


def test_a_zoom_is_the_axis():
    zoom = (date(2017, 6, 1), date(2017, 6, 30))
    assert timeline_figure.window(pd.DataFrame(MANY), Shown(zoom=zoom)) == zoom


def test_eras_are_the_longest_intervals_each_once():
    eras = [era("a"), era("b"), era("c", 2000, 2010), event("d")]
    found = timeline_figure.eras(pd.DataFrame(eras))
    assert [row["event_id"] for row in found] == ["c", "a"]


@pytest.mark.parametrize(("words", "name"), [(EN, "Visit"), (AR, "زيارة")])
def test_labels_are_in_the_readers_language(words, name):
    assert f"{name} <small>" in draw(event(), words=words)


def test_the_summary_counts_each_side():
    told = timeline_figure.summary(pd.DataFrame([event(), event("b", polarity="conflict")]), EN)
    assert "cooperation 1, conflict 1, neutral 0" in told


RICH = [
    event("a", "2010-03-01", kind="aid", intensity=7.0, reports=3),
    event("b", "2010-03-05", polarity="conflict", kind="accuse", intensity=-2.0, status="denied"),
    event("c", "2012-01-01", "2012-12-31", granularity="year", mod="START"),
    event("d", "2012-06-01", "2012-06-30", granularity="month", polarity="neutral", intensity=0.0),
    event("f", "2012-06-04", "2012-06-10", granularity="week", polarity="conflict", intensity=-9.0),
    era("g", 2012, 2015, polarity="conflict", intensity=-4.0),
    event("h", None),
    *(event(f"i{n}", f"2019-05-0{n + 1}", label_en=f"Visit {n}") for n in range(5)),
]
REPORTS = [event("a", "2010-07-01"), event("a", "2010-03-01")]
ARTICLES = pd.DataFrame({"published": pd.to_datetime(["2010-06-01", "2019-06-30", "2019-08-02"])})


def figure(frame, *more, chosen="c", words=EN, **shown):
    frame = pd.DataFrame(frame)
    window = timeline_figure.window(frame, Shown(**shown))
    scene = Scene(window, words, lambda **changes: f"./timeline?{changes}", chosen)
    lanes = [Lane(frame, "<One>" if more else "", REPORTS), *more]
    return timeline_figure.html(lanes, ARTICLES, scene)


def test_a_chart_as_a_whole(whole):
    whole("marks", figure(RICH))
    whole("zoom", figure(RICH, zoom=(date(2012, 3, 1), date(2012, 9, 30)), words=AR))
    whole("two lanes", figure(RICH[:3], Lane(pd.DataFrame(RICH[5:9]), "<Two>")))


def test_a_crowded_chart_as_a_whole(monkeypatch, whole):
    monkeypatch.setattr(timeline_figure, "MOST_MARKS", 6)
    whole("columns", figure(RICH))


@pytest.mark.parametrize(
    ("count", "days", "is_crowded", "said"),
    [
        (150, 3, False, ""),
        (151, 2, False, "151 events: the 150 most reported are drawn."),
        (
            151,
            3,
            True,
            "151 events: too many to tell apart, so bars count them. Choose a bar to see its events.",
        ),
    ],
)
def test_an_axis_is_crowded_by_more_marks_than_its_days_can_hold(count, days, is_crowded, said):
    span = (date(2012, 1, 1), date(2012, 1, 1) + timedelta(days))
    dated = pd.DataFrame(RICH[:1] * count)
    assert timeline_figure.is_crowded(dated, span) is is_crowded
    assert re.sub("[\u2066-\u2069]", "", timeline_figure.note(dated, span, EN)) == said
    assert len(timeline_figure.fewer(dated)) == 150


def test_an_empty_chart_says_so():
    assert (
        timeline_figure.summary(pd.DataFrame(RICH[6:7]), EN)
        == "An empty time axis: no dated event."
    )


def test_events_at_the_ends_of_the_axis_are_on_it():
    frame = pd.DataFrame(RICH[:2])
    for first, last, count in (
        (date(2010, 3, 1), date(2010, 3, 5), 2),
        (date(2010, 3, 2), date(2010, 3, 4), 0),
        (date(2010, 3, 5), date(2011, 1, 1), 1),
    ):
        assert len(timeline_figure.within(frame, (first, last))) == count
