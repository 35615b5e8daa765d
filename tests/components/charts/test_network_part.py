"""The part of the network that is drawn, its measures and positions, and what a click selects."""

from __future__ import annotations

import pandas as pd
import pytest

from components.charts import network_graph, network_part
from tests.components.charts.test_network_graph import EDGES, EN, ENTITIES, entity

PLACES = network_part.places(ENTITIES)


def test_only_what_some_sentence_joins_is_drawn():
    shown = network_part.drawn(ENTITIES, EDGES)
    assert shown.ids == ["a", "b", "c", "d"]
    assert sorted(shown.pairs) == [("a", "b"), ("a", "c"), ("c", "d")]


def test_the_most_named_are_drawn_and_the_rest_counted():
    shown = network_part.drawn(ENTITIES, EDGES, most=2)
    assert (shown.ids, shown.pairs, shown.left_out) == (["a", "b"], [("a", "b")], 2)


def test_what_is_chosen_is_drawn_however_seldom_named():
    assert network_part.drawn(ENTITIES, EDGES, chosen=["d"], most=2).ids == ["a", "b", "d"]


def test_the_strongest_edges_are_drawn_and_those_of_the_chosen_before_them(monkeypatch):
    monkeypatch.setattr(network_graph, "LINES", 1)
    shown = network_part.drawn(ENTITIES, EDGES, chosen=["d"])
    assert [
        link["target"] for link in network_graph.option(shown, EN, "light")["series"][0]["links"]
    ] == ["d"]
    assert network_part.drawn(ENTITIES, EDGES).pairs[0] == ("a", "b")


def test_the_strongest_edge_of_each_node_is_drawn_before_second_ones():
    found = [
        ("a", "b", 9, 9),
        ("a", "c", 8, 8),
        ("a", "d", 7, 7),
        ("b", "d", 6, 6),
        ("c", "d", 1, 1),
        ("b", "c", 5, 5),
    ]
    pairs = network_part.drawn(ENTITIES, pd.DataFrame(found, columns=EDGES.columns)).pairs
    assert pairs.index(("c", "d")) < pairs.index(("b", "c"))


def test_a_node_keeps_its_place_in_every_selection():
    whole = network_part.at(ENTITIES, PLACES).set_index("entity_id")
    part = network_part.at(ENTITIES.iloc[2:4], PLACES).set_index("entity_id")
    assert (whole.loc[["c", "d"], ["x", "y"]] == part[["x", "y"]]).all(axis=None)


def test_degree_and_betweenness_are_those_of_the_drawn_graph():
    table = network_part.measures(network_part.drawn(ENTITIES, EDGES)).set_index("entity_id")
    assert table["degree"].to_dict() == {"a": 2, "c": 2, "b": 1, "d": 1}
    assert table["betweenness"].round(3).to_dict() == {"a": 0.667, "c": 0.667, "b": 0.0, "d": 0.0}


@pytest.mark.parametrize(("kind", "index", "meant"), [
    ("node", 2, ("c",)), ("edge", 0, ("a", "b")), ("node", 99, ()), ("edge", -1, ()),
])  # fmt: skip
def test_a_click_means_the_entity_or_pair_that_was_drawn_there(kind, index, meant):
    state = {"selection": {"selected": [{"data_type": kind, "data_indices": [index]}]}}
    assert network_part.clicked(state, network_part.drawn(ENTITIES, EDGES)) == meant


def test_no_click_means_nothing():
    assert (
        network_part.clicked({"selection": {"selected": []}}, network_part.drawn(ENTITIES, EDGES))
        == ()
    )


def test_what_is_named_often_has_more_room_about_it():
    crowd = pd.DataFrame(
        [entity(str(n), mentions=100 if n in (4, 5) else 1, x=n / 10) for n in range(10)]
    )
    x = network_part.at(crowd, network_part.places(crowd)).set_index("entity_id")["x"]
    assert x["5"] - x["4"] > 10 * (x["2"] - x["1"])
