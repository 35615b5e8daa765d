"""The pairs with most cooperation and most conflict."""

import pandas as pd

from components.charts import network_part
from components.html import network_answer
from tests.components.charts.test_network_graph import EDGES, EN, ENTITIES, link, plain


def answer(*rows):
    parties = pd.DataFrame(rows, columns=["event_id", "name", "polarity"])
    shown = network_part.drawn(ENTITIES, EDGES, parties=parties)
    return plain(network_answer.answer(shown, EN, link))


def test_the_pair_with_most_events_of_a_polarity_is_named():
    rows = [(n, name, "conflict") for n in ("e", "f") for name in ("c", "d")]
    found = answer(*rows, ("g", "a", "conflict"), ("g", "b", "conflict"))
    assert "Most conflict: c — d (2 events of conflict)" in found
    assert "Most cooperation" not in found


def test_a_pair_with_most_of_both_is_named_once():
    found = answer(*[(name, end, name) for name in ("cooperation", "conflict") for end in "ab"])
    assert found.count("a — b") == 1
    assert "Most cooperation and most conflict: a — b" in found


def test_without_events_it_says_what_the_lines_mean():
    assert "No dated event joins two of these names" in answer()


def test_the_answer_as_a_whole(whole):
    rows = [("e", "c", "conflict"), ("e", "d", "conflict")]
    parties = pd.DataFrame(rows, columns=["event_id", "name", "polarity"])
    shown = network_part.drawn(ENTITIES, EDGES, parties=parties)
    whole("answer", network_answer.answer(shown, EN, link))
    whole("no events", network_answer.answer(network_part.drawn(ENTITIES, EDGES), EN, link))
