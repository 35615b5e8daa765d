"""How the ends of an edge get on: counted from the events in which both take part."""

import pandas as pd
import pytest

from components.charts.network_balance import NO_PARTIES, balance, with_balance

NODES = pd.DataFrame({"entity_id": ["x", "y", "z"], "canonical_en": ["Chad", "Mali", "Niger"]})
EDGES = pd.DataFrame({"a": ["x", "y"], "b": ["y", "z"], "sentences": [3, 1]})


def parties(*rows):
    return pd.DataFrame(rows, columns=["event_id", "name", "polarity"])


def test_an_event_counts_for_the_edge_of_two_of_its_parties():
    found = with_balance(
        EDGES, NODES, parties(("e", "Chad", "conflict"), ("e", "Mali", "conflict"))
    )
    assert found["conflict"].tolist() == [1, 0]
    assert found["balance"].tolist() == ["conflict", "none"]


def test_a_party_on_both_sides_of_an_event_counts_once():
    rows = [("e", name, "cooperation") for name in ("Chad", "Mali", "Chad")]
    assert with_balance(EDGES, NODES, parties(*rows))["cooperation"].tolist() == [1, 0]


def test_an_event_of_one_known_party_joins_nobody():
    rows = [("e", "Chad", "conflict"), ("e", "Somebody", "conflict")]
    assert with_balance(EDGES, NODES, parties(*rows))["balance"].tolist() == ["none", "none"]


def test_without_events_there_is_no_balance():
    assert with_balance(EDGES, NODES, NO_PARTIES)["balance"].tolist() == ["none", "none"]


@pytest.mark.parametrize(("counts", "word"), [
    ((2, 1), "cooperation"), ((1, 2), "conflict"), ((1, 1), "both"), ((0, 0), "none"),
])  # fmt: skip
def test_the_balance_is_the_polarity_of_more_events(counts, word):
    assert balance(*counts) == word
