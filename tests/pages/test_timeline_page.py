import re

import pytest

from alaqat import store
from alaqat.store.schema import FRAMES
from tests.pages.conftest import html_of
from tests.pages.sample import publish

pytestmark = pytest.mark.usefixtures("sample")


def _marks(test) -> list[str]:
    return re.findall('class="mark [^>]*data-event="([^"]*)"', html_of(test))


@pytest.mark.parametrize(("lang", "title"), [("ar", "9 أحداث مؤرخة"), ("en", "9 dated events")])
def test_all_events_are_counted_in_the_readers_language(show, lang, title):
    test = show("timeline", lang=lang)
    assert not test.exception
    assert title in html_of(test)


def test_undated_events_have_their_own_heading(show):
    assert "1 event without a date" in html_of(show("timeline", lang="en"))


def test_chart_and_table_hold_the_same_events(show):
    test = show("timeline", lang="en")
    table = html_of(test)[html_of(test).index("<table") :]
    assert len(_marks(test)) == 9
    assert all(f"event={event}" in table for event in _marks(test))


def test_a_year_filter_of_the_url_reaches_chart_table_and_boxes(show):
    test = show("timeline", lang="en", **{"from": "2020", "to": "2021"})
    assert "4 dated events" in html_of(test)
    assert '<option value="2020" selected>' in html_of(test)
    assert len(_marks(test)) == 4


def test_an_empty_choice_keeps_the_axis_and_offers_the_way_back(show):
    test = show("timeline", lang="en", kind=["assault"], **{"from": "2013", "to": "2013"})
    assert 'data-first="2013-01-01" data-last="2013-12-31"' in html_of(test)
    assert "show everything" in html_of(test)
    assert "No " in html_of(test)


def test_the_event_of_a_link_is_opened_with_its_sentence_marked(show, sample):
    event = store.read(sample, "events").iloc[0]
    body = html_of(show("timeline", lang="en", event=event["event_id"]))
    assert "<mark>" in body
    assert "dated by its own sentence" in body
    assert f"article={event['article_id']}&amp;at={event['start']}" in body


def test_article_text_arrives_escaped(show, sample):
    events = store.read(sample, "events")
    undated = events[events["date_from"].isna()].iloc[0]
    body = html_of(show("timeline", lang="ar", event=undated["event_id"]))
    assert "&lt;قرب&gt;" in body
    assert "<b>" not in body


def test_a_link_to_an_unknown_event_says_so(show):
    assert "names an event" in html_of(show("timeline", lang="en", event="nothing"))


def test_a_link_to_an_event_of_an_earlier_build_explains_itself_and_points_on(
    show, tmp_path, monkeypatch
):
    now = publish(tmp_path)
    frames = {name: store.read(now, name) for name in FRAMES}
    event = frames["events"].iloc[0]["event_id"]
    before = {
        name: frame.replace({"event_id": {event: "older"}}) if "event_id" in frame else frame
        for name, frame in frames.items()
    }
    store.publish(before, root=tmp_path, version="0", built="2025-12-31T00:00:00")
    publish(tmp_path)
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    body = html_of(show("timeline", lang="en", event="older"))
    assert "an event of an earlier build" in body
    assert f"event={event}" in body[body.index("From the same sentence now") :][:200]


def test_a_senseless_parameter_is_ignored_and_said(show):
    test = show("timeline", lang="en", **{"from": "abc"})
    assert not test.exception
    assert "from=abc" in html_of(test)


def test_the_language_switch_keeps_the_choice(show):
    body = html_of(show("timeline", lang="en", kind=["consult"]))
    assert '<a href="./timeline?kind=consult" lang="ar" hreflang="ar">' in body


def test_a_choice_without_events_and_years_has_the_axis_of_all(show):
    body = html_of(show("timeline", lang="en", q="zzz"))
    assert 'data-first="2012-01-01" data-last="2021-12-31"' in body


def test_two_lanes_have_one_axis_and_one_table_with_their_names(show):
    body = html_of(show("timeline", lang="en", pair="EGY-QAT", beside="outlet:Outlet A"))
    assert body.count('class="plot"') == 2
    assert body.count('class="ticks"') == 1
