"""The choice of nodes of the network."""

import pandas as pd
import pytest

from components.charts import network_graph
from components.widgets import network_choice
from tests.components.outline import drawn, outline


@pytest.mark.parametrize("nodes", [(), ("c1",), ("c1", "c2")])
def test_the_boxes_as_a_whole(nodes, sample_view, whole):
    view = sample_view.with_values({"nodes": nodes})
    whole(f"boxes {len(nodes)}", outline(lambda: network_choice.boxes(view)))


def test_a_choice_in_a_box_is_in_the_address(sample_view):
    view = sample_view.with_values({"nodes": ("c1",)})
    test = drawn(lambda: network_choice.boxes(view), node="c1")
    test.selectbox(key=network_choice.SECOND).set_value("c2").run()
    assert test.query_params["node"] == ["c1", "c2"]
    test.selectbox(key=network_choice.FIRST).set_value("p1").run()
    assert test.query_params["node"] == "p1"


def test_the_network_of_a_view_as_a_whole(sample_view, whole):
    shown = network_choice.part(sample_view.selection(), ("p1",))
    whole("nodes", shown.nodes.to_csv() + shown.edges.to_csv() + f"left out: {shown.left_out}")
    option = network_graph.option(shown, sample_view.words, "light")
    whole("graph", outline(lambda: network_choice.graph(option, shown, alt="<alt>")))


@pytest.mark.parametrize(
    ("nodes", "count", "marked"), [((), 0, 0), (("c1",), 2, 2), (("c1", "c2"), 1, 2)]
)
def test_the_sentences_are_those_that_name_every_chosen_node(nodes, count, marked, sample_view):
    sentences, marks = network_choice.sentences(sample_view, nodes)
    assert len(sentences) == count
    assert sum(map(len, marks.values())) >= marked


def test_neighbours_are_labelled_with_their_joint_sentences():
    edges = pd.DataFrame({"a": ["x", "n"], "b": ["n", "y"], "sentences": [3, 1]})
    labels = network_choice._joined("n", edges, str.upper, network_choice.Words("en"))
    assert labels == {"x": "X (3 sentences)", "y": "Y (1 sentence)"}


@pytest.mark.parametrize(("indices", "last", "nodes"), [
    ([0], (), "c1"), ([], (), None), ([], ("c1",), "c1"),
])  # fmt: skip
def test_a_click_chooses_a_node_and_a_second_one_drops_it(
    indices, last, nodes, sample_view, monkeypatch
):
    shown, gone = network_choice.part(sample_view.selection(), ()), []
    clicked = tuple(shown.ids[index] for index in indices)
    state = {"k": {}, "k_last": last}
    monkeypatch.setattr(network_choice.st, "session_state", state)
    monkeypatch.setattr(network_choice.network_part, "clicked", lambda *_: clicked)
    monkeypatch.setattr(network_choice.navigation, "current", lambda: sample_view)
    monkeypatch.setattr(network_choice.navigation, "go", gone.append)
    network_choice._click("k", shown)
    assert gone[0].nodes == ((nodes,) if nodes else ())
    assert state["k_last"] == gone[0].nodes
