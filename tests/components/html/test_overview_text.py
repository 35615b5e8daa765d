"""The texts of the overview as a reader's browser gets them."""

import pytest

from components.charts.turning_points import Turn
from components.data import event_queries
from components.html import overview_text
from components.i18n.bidi import FSI, PDI
from components.i18n.words import Words
from components.view import view_state

EN = Words("en")
EVENT = {"event_id": "e<1>", "kind": "consult", "label_en": "Talks", "label_ar": "محادثات"}
TURNS = [Turn("2018", "conflict", EVENT), Turn("2020-03", "cooperation", EVENT)]


def plain(text):
    return text.translate(dict.fromkeys(map(ord, FSI + PDI)))


def link(**changes):
    return f"./?{changes}"


@pytest.mark.parametrize("name", ["latest", "speakers", "pairs"])
def test_each_list_has_its_rows_and_a_link_to_all(name, sample_view, whole):
    whole(name, getattr(overview_text, name)(sample_view))


@pytest.mark.parametrize("name", ["latest", "speakers", "pairs"])
def test_a_list_without_rows_has_a_dash(name, sample_view, whole):
    nothing = sample_view.with_values({"query": "ظظظ"})
    whole(f"{name} without rows", getattr(overview_text, name)(nothing))


def test_a_name_that_the_store_lacks_is_its_id(sample_view):
    assert overview_text._name("gone", {}, EN) == "gone"


def test_the_parts_without_rows_of_the_store(whole):
    whole("opening", overview_text.opening("<Head>", "line"))
    whole("measures", overview_text.measures("intensity", EN, link))
    whole("turning", overview_text.turning(TURNS, EN, link))
    assert overview_text.turning([], EN, link) == ""


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        ([], "From 2012 to 2021: 10 events, 1 quote"),
        (TURNS, "From 2012 to 2021: 10 events, 1 quote, 2 turning points"),
    ],
)
def test_the_sentence_counts_what_there_is(sample_view, turns, said):
    events = event_queries.events(sample_view)
    assert plain(overview_text.sentence(events, 1, turns, EN)) == said


def test_the_sentence_of_undated_events_has_no_years(sample_view):
    events = event_queries.events(sample_view)
    undated = events[events["date_from"].isna()]
    assert overview_text.sentence(undated, 0, [], EN) == "1 event, 0 quotes"


def test_an_address_is_escaped_in_a_link():
    said = overview_text.measures(
        "count", EN, lambda **_: view_state.href("", view_state.EMPTY, query='&"')
    )
    assert '?q=%26%22"' in said
