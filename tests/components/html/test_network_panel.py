"""The network in words: its sentence, its legend, its table and the sentences of what is chosen."""

import pandas as pd
import pytest

from components.charts import network_part
from components.html import network_panel
from tests.components.charts.test_network_graph import EDGES, EN, ENTITIES, link, plain

JOINED = pd.concat([EDGES, pd.DataFrame([{"a": "a", "b": "alone", "articles": 1, "sentences": 1}])])
DRAWN = network_part.drawn(ENTITIES, JOINED)
SENTENCES = pd.DataFrame([
    {"article_id": "n1", "sentence": 0, "start": 0, "text": "زارت تشاد <مالي>"},
    {"article_id": "n2", "sentence": 3, "start": 40, "text": "سنعمل"},
    {"article_id": "n3", "sentence": 1, "start": 9, "text": "قال"},
])  # fmt: skip
ARTICLES = pd.DataFrame([
    {"article_id": "n1", "published": pd.NaT, "source": None},
    {"article_id": "n2", "published": pd.Timestamp("2020-03-04"), "source": "Wire"},
    {"article_id": "n3", "published": pd.Timestamp("2021-03-04"), "source": "Wire"},
])  # fmt: skip
MENTIONS = pd.DataFrame(
    [("c", "n1", 0, 5, 9), ("d", "n1", 0, 10, 13), ("c", "n2", 3, 41, 44), ("x", "n2", 3, 0, 1)],
    columns=["entity_id", "article_id", "sentence", "start", "end"],
)


def test_the_sentence_counts_and_names_those_joined_to_most():
    assert plain(network_panel.summary(DRAWN, EN)) == (
        "Network of 5 entities and 4 links; joined to the most others: a, c, alone."
    )


def test_the_legend_has_only_the_shapes_and_lines_that_are_drawn(whole):
    parties = pd.DataFrame(
        [("e", "a", "conflict"), ("e", "b", "conflict")], columns=["event_id", "name", "polarity"]
    )
    shown = network_part.drawn(ENTITIES, EDGES, parties=parties)
    whole("legend", network_panel.legend(shown, EN))


def test_the_legend_says_that_the_weakest_lines_are_not_drawn(monkeypatch):
    monkeypatch.setattr(network_panel, "LINES", 2)
    assert "the 2 strongest of 4 links are drawn" in plain(network_panel.legend(DRAWN, EN))
    monkeypatch.setattr(network_panel, "LINES", 4)
    assert "strongest" not in network_panel.legend(DRAWN, EN)


@pytest.mark.parametrize("sort", ["degree", "name", "state"])
def test_the_table_marks_how_it_is_sorted_and_what_is_chosen(sort, whole):
    whole(f"table by {sort}", network_panel.table(DRAWN, EN, link, chosen=("c",), sort=sort))


@pytest.mark.parametrize(
    ("sort", "order"),
    [("name", ["a", "alone", "b", "c", "d"]), ("state", ["b", "a", "c", "d", "alone"]),
     ("mentions", ["a", "alone", "b", "c", "d"]), ("degree", ["a", "c", "alone", "b", "d"])],
)  # fmt: skip
def test_rows_are_sorted_by_the_column(sort, order):
    rows = network_panel.ordered(network_part.measures(DRAWN), sort, EN)
    assert [row["entity_id"] for row in rows] == order


def test_without_a_choice_the_panel_says_how_to_choose(whole):
    whole("hint", network_panel.panel([], {}, {}, EN, link))


def test_one_chosen_name_can_be_corrected(whole):
    listed = network_panel.newest(SENTENCES, ARTICLES)
    marks = network_panel.spans(MENTIONS, ["c", "d"])
    whole("panel of one", network_panel.panel(listed, marks, {"c": "<C>"}, EN, link))


def test_two_chosen_names_head_their_sentences():
    panel = plain(network_panel.panel([], {}, {"c": "C", "d": "D"}, EN, link))
    assert panel == "C — D0 sentences"


@pytest.mark.parametrize(("count", "said"), [(60, "60 sentences"), (61, "61 sentences (the newest 60 are listed)")])  # fmt: skip
def test_of_very_many_sentences_the_newest_are_listed(count, said):
    row = network_panel.newest(SENTENCES, ARTICLES)[0]
    panel = network_panel.panel([row] * count, {}, {"c": "C"}, EN, link)
    assert f">{said}<" in panel
    assert panel.count("<li") == 60


def test_the_newest_sentence_comes_first_and_the_undated_last():
    listed = network_panel.newest(SENTENCES, ARTICLES)
    assert [row["article_id"] for row in listed] == ["n3", "n2", "n1"]


def test_spans_are_those_of_the_chosen_names_alone():
    assert network_panel.spans(MENTIONS, ["c", "d"]) == {
        ("n1", 0): [(5, 9), (10, 13)],
        ("n2", 3): [(41, 44)],
    }
