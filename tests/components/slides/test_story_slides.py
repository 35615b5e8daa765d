from dataclasses import replace
from datetime import date
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alaqat import store
from alaqat.cli import main
from alaqat.model.pins import Pin
from components.slides import slide_html, story_slides
from components.slides.story_slides import Material, Slide
from components.view.view_state import ViewState
from tests.conftest import ROOT

AR, EN = ViewState(), ViewState(lang="en")


def held(build, view=AR) -> Material:
    events, quotes = store.read(build, "events"), store.read(build, "quotes")

    def find(kind, key):
        table, column = (events, "event_id") if kind == "e" else (quotes, "quote_id")
        return next(iter(table[table[column] == key].to_dict("records")), None)

    chosen = view.selection()
    shown = (store.read(build, name, chosen) for name in ("events", "quotes"))
    return Material(
        *shown, store.read(build, "articles"), find, pair="ISR-TUR", title="Israel and Turkey"
    )


@pytest.fixture(scope="module")
def seed(tmp_path_factory):
    root = tmp_path_factory.mktemp("seed")
    main(["build", str(ROOT / "seeds"), "--store", str(root)])
    return store.latest(root)


def test_the_first_article_alone_tells_a_story_of_eight_slides(seed):
    shown = story_slides.slides(EN, (), held(seed))
    assert [slide.kind for slide in shown] == ["title", *["event"] * 4, "quote", "quote", "sources"]
    assert [slide.title for slide in shown[5:7]] == ["Benny Gantz", "Hulusi Akar"]
    days = [slide.first for slide in shown[1:-1]]
    assert days == sorted(days)
    assert days[0].year == 2008
    assert days[-1] == date(2022, 10, 27)


def test_the_story_has_its_turning_points_and_no_year_and_side_twice(seed):
    acts = [slide for slide in story_slides.automatic(AR, held(seed)) if slide.kind == "event"]
    assert {(2016, "cooperation"), (2018, "conflict"), (2022, "cooperation")} <= {
        (s.first.year, s.side) for s in acts
    }
    assert len({(slide.first.year, slide.side) for slide in acts}) == len(acts)


def test_every_slide_of_the_story_says_when_who_and_where_it_was_read(seed):
    for view in (AR, EN):
        for slide in story_slides.automatic(view, held(seed)):
            assert all((slide.when, slide.who, slide.text, slide.source, slide.title))


def test_leaving_a_slide_leads_to_its_event_with_the_years_around_it(seed):
    slide = story_slides.automatic(replace(EN, kinds=("sanction",), present=True), held(seed))[0]
    left = story_slides.slides(
        replace(EN, kinds=("sanction",), present=True, slide=3), (), held(seed)
    )[1]
    assert (slide.page, left.view.present, left.view.slide) == ("timeline", False, 1)
    assert left.view.event
    assert left.view.kinds == ("sanction",)
    assert left.view.window == (date(2007, 1, 1), date(2009, 12, 31))


def test_pins_are_told_in_the_readers_order_with_notes_and_the_view_of_each(seed):
    material = held(seed)
    quote, event = material.quotes["quote_id"].iloc[0], material.events["event_id"].iloc[2]
    pins = (
        Pin("q", quote, "first"),
        Pin("e", event, seen="from=2009&to=2011&zoom=2010-02-01_2010-08-01"),
    )
    shown = story_slides.slides(replace(EN, year_from=2020), pins, material)
    assert [(slide.kind, slide.note) for slide in shown] == [
        ("title", ""),
        ("quote", "first"),
        ("event", ""),
        ("sources", ""),
    ]
    shown = shown[1:]
    assert (shown[0].page, shown[0].view.quote, shown[0].view.year_from) == ("quotes", quote, None)
    assert (shown[1].view.event, shown[1].view.year_to) == (event, 2011)
    assert shown[1].view.zoom == "2010-02-01_2010-08-01"


def test_a_pin_of_another_build_says_so_and_keeps_its_note(seed):
    shown = story_slides.slides(AR, (Pin("e", "gone", "note"),), held(seed))
    assert [(slide.kind, slide.note) for slide in shown[1:]] == [("gone", "note"), ("sources", "")]
    assert "note" in slide_html.html(shown, replace(AR, slide=2), "timeline")


def test_an_empty_selection_has_no_slides(seed):
    assert story_slides.slides(AR, (), held(seed, replace(AR, year_from=1900, year_to=1901))) == []


def test_the_words_of_each_side_come_before_anybodys_second():
    def said(key, speaker, country, text, start):
        return {"quote_id": key, "speaker": speaker, "speaker_ar": speaker, "country": country, "text": text,
                "kind": "direct", "group_id": key, "start": start}  # fmt: skip

    quotes = pd.DataFrame([
        said("a", "A", "ISR", "ك" * 60, 1), said("b", "B", "ISR", "ك" * 60, 2),
        said("c", "C", "TUR", "ك" * 60, 3), said("d", "D", "USA", "ك" * 60, 0),
    ])  # fmt: skip
    assert [row["quote_id"] for row in story_slides.best_quotes(quotes, "ISR-TUR")] == [
        "a",
        "c",
        "d",
        "b",
    ]


def test_a_quote_that_fits_a_glance_beats_a_longer_one():
    base = {"speaker": "A", "speaker_ar": "A", "country": "ISR", "kind": "direct"}
    quotes = pd.DataFrame(
        [
            {**base, "quote_id": str(n), "group_id": str(n), "text": "ك" * n, "start": n}
            for n in (9, 99, 900)
        ]
    )
    assert [row["quote_id"] for row in story_slides.best_quotes(quotes, None)] == ["99"]


def test_a_slide_has_a_caption_in_the_other_language(seed):
    english, arabic = (story_slides.automatic(view, held(seed))[0] for view in (EN, AR))
    for slide, other in ((english, arabic), (arabic, english)):
        assert all(part in slide.caption for part in (other.when, other.who))
    page = slide_html.html([english], EN, "")
    assert '<p class="stage-caption" lang="ar"><bdi dir="rtl">' in page


def test_the_days_of_a_slide_are_lit_among_the_events_of_the_selection(seed):
    material = held(seed)
    shown = story_slides.slides(EN, (), material)
    background = story_slides.background(EN, (), material)
    page = slide_html.html(shown, replace(EN, slide=2), "", background)
    assert page.count("stage-here") == 1
    assert page.count("stage-tick") > len(shown) - 2
    assert story_slides.background(EN, (Pin("e", "x"),), material) == []


def test_the_slides_as_pins_tell_the_same_story(seed):
    material = held(seed)
    shown = story_slides.slides(EN, (), material)
    again = story_slides.slides(EN, story_slides.pins_of(shown), material)
    assert [slide.text for slide in again[1:-1]] == [slide.text for slide in shown[1:-1]]


@given(st.lists(st.floats(0, 100), max_size=30))
def test_marks_of_the_axis_do_not_touch_and_keep_their_order(places):
    moved = slide_html._apart(places)
    order = sorted(range(len(places)), key=places.__getitem__)
    step = min(slide_html.APART, 100 / max(1, len(places)))
    assert all(moved[b] - moved[a] > step - 1e-6 for a, b in pairwise(order))
    assert all(-1e-6 <= place <= 100 for place in moved)


def test_a_slide_beyond_the_last_is_the_last_and_text_arrives_escaped():
    slides = [Slide("title", "<b>one</b>", EN), Slide("sources", "two", EN)]
    assert "&lt;b&gt;one" in slide_html.html(slides, EN, "timeline")
    last = slide_html.html(slides, replace(EN, slide=99), "timeline")
    assert 'data-slide="2"' in last
    assert "2 / 2" in last


def test_the_way_on_points_left_in_arabic():
    slides = [Slide("title", "one", AR), Slide("sources", "two", AR)]
    assert '">←</a>' in slide_html.html(slides, AR, "timeline")
    assert '">→</a>' in slide_html.html(slides, EN, "timeline")


def test_composed_lines_run_in_the_direction_of_the_page():
    page = slide_html.html(
        [Slide("title", "\u2067إسرائيل\u2069 ⇄ \u2067تركيا\u2069", AR, note="note")], AR, ""
    )
    assert 'dir="rtl"' in page
    assert page.count("<bdi>") == 1
    assert '<p class="stage-note"><bdi>' in page


def test_a_long_passage_is_cut_where_a_slide_ends(seed):
    material = held(seed)
    events = material.events.assign(sentence="كلمة " * 300)
    shown = story_slides.automatic(AR, replace(material, events=events))
    assert all(len(slide.text) <= story_slides.LONGEST for slide in shown)


def test_the_axis_names_the_years_of_its_slides_with_room_between():
    days = [date(2003, 5, 1), date(2004, 1, 1), date(2016, 1, 1), date(2018, 12, 31)]
    begin = date(2003, 1, 1)
    labels = list(slide_html._years(days, begin, (date(2022, 12, 31) - begin).days))
    assert [label[-11:-7] for label in labels] == ["2003", "2016", "2018"]


def test_a_turning_point_of_the_title_slide_has_the_colour_of_its_side(seed):
    title = story_slides.slides(EN, (), held(seed))[0]
    assert title.line_sides == ("cooperation", "conflict", "cooperation")
    assert '<li class="conflict">2018 ■' in slide_html.html([title], EN, "")
