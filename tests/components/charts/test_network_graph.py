"""The network: what is drawn, where, how, and what a click means."""

from __future__ import annotations

import json
import re
from html import unescape

import pandas as pd
import pytest

from components.charts import network_graph, network_part
from components.html import network_panel
from components.i18n.words import Words
from components.theme.colours import COLOURS
from components.view.view_state import SORTS
from tests.components.payloads import PAYLOADS

EN, AR = Words("en"), Words("ar")


def entity(key, kind="LOC", country=None, mentions=1, x=0.0, *, name=None):
    named = {"canonical_en": name or key, "canonical_ar": name or f"ع{key}"}
    return {
        "entity_id": key,
        **named,
        "type": kind,
        "country": country,
        "mentions": mentions,
        "x": x,
        "y": -x,
    }


ENTITIES = pd.DataFrame([
    entity("a", country="FRA", mentions=9, x=0.1),
    entity("b", country="TCD", mentions=4, x=0.2),
    entity("c", "PER", "FRA", 3, 0.9),
    entity("d", "ORG", "MLI", 2, 0.3),
    entity("alone", mentions=8, x=0.5),
])  # fmt: skip
EDGES = pd.DataFrame(
    [("a", "b", 3, 5), ("a", "c", 1, 1), ("c", "d", 1, 2)],
    columns=["a", "b", "articles", "sentences"],
)


def link(page, **changes):
    return f"./{page}?" + "&".join(f"{name}={value}" for name, value in changes.items())


def option(**fields):
    return network_graph.option(network_part.drawn(ENTITIES, EDGES), EN, "light", **fields)[
        "series"
    ][0]


def by_id(series):
    return {node["id"]: node for node in series["data"]}


def plain(html):
    return re.sub("[\u2066-\u2069]", "", unescape(re.sub(r"<[^>]*>", "", html)))


def test_shape_is_kind_and_no_node_has_a_colour_with_a_meaning():
    nodes = by_id(option())
    assert [nodes[key]["symbol"] for key in "acd"] == ["roundRect", "circle", "diamond"]
    assert {node["itemStyle"]["color"] for node in nodes.values()} == {COLOURS["light"]["neutral"]}


@pytest.mark.parametrize(("polarity", "line"), [("cooperation", "solid"), ("conflict", "dashed")])
def test_an_edge_has_the_colour_and_line_of_its_events(polarity, line):
    parties = pd.DataFrame(
        [("e", "a", polarity), ("e", "b", polarity)], columns=["event_id", "name", "polarity"]
    )
    shown = network_part.drawn(ENTITIES, EDGES, parties=parties)
    links = network_graph.option(shown, EN, "light")["series"][0]["links"]
    styles = {(edge["source"], edge["target"]): edge["lineStyle"] for edge in links}
    assert (styles["a", "b"]["color"], styles["a", "b"]["type"]) == (
        COLOURS["light"][polarity],
        line,
    )
    assert styles["a", "c"]["color"] == COLOURS["light"]["faint"]


def test_one_chosen_node_stands_in_the_middle_of_a_larger_picture():
    series = option(chosen=("c",))
    node = by_id(series)["c"]
    assert (series["center"], series["zoom"]) == ([node["x"], node["y"]], network_graph.ZOOM)
    assert "center" not in option(chosen=("a", "b"))


def test_size_grows_with_mentions_and_width_with_sentences():
    series = option()
    sizes = [node["symbolSize"] for node in series["data"]]
    assert sizes == sorted(sizes, reverse=True)
    assert series["links"][0]["lineStyle"]["width"] > series["links"][1]["lineStyle"]["width"]


def test_a_chosen_node_keeps_its_neighbours_bright():
    nodes = by_id(option(chosen=("c",)))
    assert [nodes[key]["itemStyle"]["opacity"] for key in "abcd"] == [1, 0.2, 1, 1]


def test_a_chosen_edge_keeps_only_its_ends_bright():
    series = option(chosen=("b", "a"))
    assert [node["itemStyle"]["opacity"] for node in series["data"]] == [1, 1, 0.2, 0.2]
    assert [edge["lineStyle"]["opacity"] for edge in series["links"]] == [1, 0.06, 0.06]


def test_clicks_can_come_back_and_places_are_not_moved():
    series = option()
    assert (series["selectedMode"], series["layout"]) == ("single", "none")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_names_are_text_in_labels_tooltips_and_table(payload):
    shown = network_part.drawn(pd.DataFrame([entity("a", name=payload), entity("b")]), EDGES[:1])
    node = network_graph.option(shown, EN, "light")["series"][0]["data"][0]
    tip = node["tooltip"]["formatter"]
    assert payload in node["name"]
    assert payload in unescape(re.sub(r"<[^>]*>", "", tip))
    assert set(re.findall(r"<(\w+)", tip)) == {"span"}
    assert "{" not in tip
    assert payload in unescape(re.sub(r"<[^>]*>", "", network_panel.table(shown, EN, link)))


def test_the_option_is_json():
    assert json.loads(
        json.dumps(network_graph.option(network_part.drawn(ENTITIES, EDGES), AR, "dark"))
    )


def test_an_empty_store_draws_nothing_and_does_not_fail():
    shown = network_part.drawn(ENTITIES[:0], EDGES[:0])
    assert (
        network_graph.option(network_part.Drawn(shown.nodes, shown.edges, 0), EN, "light")[
            "series"
        ][0]["data"]
        == []
    )


def test_the_picture_is_told_in_words():
    assert plain(network_panel.summary(network_part.drawn(ENTITIES, EDGES), EN)) == (
        "Network of 4 entities and 3 links; joined to the most others: a, c, b."
    )


def test_the_table_has_a_row_a_node_and_marks_the_chosen():
    html = network_panel.table(network_part.drawn(ENTITIES, EDGES), EN, link, chosen=["c"])
    assert html.count("<tr") == 5
    assert re.search(
        r'<tr aria-current="true"[^>]*><th scope="row"><a href="./network\?sort=degree&amp;nodes=\(&#x27;c',
        html,
    )


@pytest.mark.parametrize(("sort", "order"), [
    ("degree", "acbd"), ("betweenness", "acbd"), ("mentions", "abcd"), ("name", "abcd"), ("state", "bacd"),
])  # fmt: skip
def test_the_table_is_ordered_by_the_column_of_the_link(sort, order):
    html = network_panel.table(network_part.drawn(ENTITIES, EDGES), EN, link, sort=sort)
    assert "".join(re.findall(r'<th scope="row"><a[^>]*><bdi>(\w)', html)) == order
    (heading,) = re.findall(r'aria-sort="(\w+)">([^<]*)', html)
    assert heading[0] == ("ascending" if sort in ("name", "state") else "descending")
    offered = re.findall(
        r"sort=(\w+)",
        html.partition("</thead>")[0].partition("<thead>")[2].replace("aria-sort", ""),
    )
    assert {*offered, sort} == set(SORTS)


def test_every_order_the_table_offers_can_stand_in_a_link():
    assert set(network_panel.SORTS) == set(SORTS)


def test_a_heading_keeps_what_is_chosen():
    html = unescape(
        network_panel.table(network_part.drawn(ENTITIES, EDGES), EN, link, chosen=["c"])
    )
    assert "./network?nodes=('c',)&sort=mentions" in html


def test_the_chosen_names_lead_to_their_pages():
    html = unescape(network_panel.panel([], {}, {"a": "France", "b": "Chad"}, EN, link))
    assert re.findall(r'href="([^"]*)"', html) == ["./person?entity=a", "./person?entity=b"]


def test_the_legend_names_the_shapes_and_lines_present():
    legend = plain(network_panel.legend(network_part.drawn(ENTITIES, EDGES), EN))
    for part in ("person", "place", "body", "no dated event joins them"):
        assert part in legend
    assert "mostly" not in legend


SENTENCE = {
    "article_id": "n",
    "sentence": 0,
    "start": 10,
    "text": "زارت فرنسا تشاد",
    "published": None,
    "source": None,
}


def test_the_panel_marks_the_chosen_names_at_their_place():
    marks = {("n", 0): [(15, 20)]}
    html = network_panel.panel([SENTENCE], marks, {"a": "France"}, EN, link)
    assert "زارت <mark>فرنسا</mark> تشاد" in html
    assert 'href="./articles?article=n&amp;at=10"' in html
    assert "1 sentence" in plain(html)


def test_nothing_chosen_tells_what_to_do():
    assert "Choose a node" in network_panel.panel([], {}, {}, EN, link)


def test_sentences_come_newest_first():
    found = pd.DataFrame([SENTENCE, SENTENCE | {"article_id": "m"}]).drop(
        columns=["published", "source"]
    )
    articles = pd.DataFrame(
        {"article_id": ["n", "m"], "published": pd.to_datetime(["2010-01-01", "2020-01-01"])}
    )
    ordered = network_panel.newest(found, articles.assign(source=None))
    assert [row["article_id"] for row in ordered] == ["m", "n"]


@pytest.mark.parametrize("chosen", [(), ("a", "b")])
def test_an_option_as_a_whole(chosen, whole):
    parties = pd.DataFrame(
        [
            ("e", "a", "conflict"),
            ("e", "b", "conflict"),
            ("f", "a", "cooperation"),
            ("f", "c", "cooperation"),
        ],
        columns=["event_id", "name", "polarity"],
    )
    shown = network_part.drawn(ENTITIES, EDGES, parties=parties)
    text = json.dumps(
        network_graph.option(shown, EN, "dark", chosen=chosen), ensure_ascii=False, indent=1
    )
    whole(f"option {len(chosen)}", text)
