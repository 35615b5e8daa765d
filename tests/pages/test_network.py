import json
import re
from html import unescape

import pytest

from alaqat import store
from alaqat.model.selection import Selection
from tests.pages import hostile
from tests.pages.conftest import html_of

pytestmark = pytest.mark.usefixtures("sample")


def read_by(test):
    return re.sub("[\u2066-\u2069]", "", unescape(re.sub(r"<[^>]*>", "", html_of(test))))


def series(test):
    return json.loads(test.get("echarts_chart")[0].proto.spec)["series"][0]


@pytest.mark.parametrize(("lang", "name"), [("ar", "مصر"), ("en", "Egypt")])
def test_nodes_are_named_in_the_readers_language(show, lang, name):
    test = show("network", lang=lang)
    assert not test.exception
    assert name in {node["name"][1:-1] for node in series(test)["data"]}


def test_edges_are_those_the_store_counts(show, sample):
    links = series(show("network", lang="en"))["links"]
    counted = store.neighbours(sample)
    assert {(link["source"], link["target"], link["value"]) for link in links} == set(
        counted[["a", "b", "sentences"]].itertuples(index=False, name=None)
    )


def test_years_on_screen_slice_the_network(show, sample):
    year = Selection(year_from=2017, year_to=2017)
    shown = series(show("network", lang="en", **{"from": "2017", "to": "2017"}))
    counted = store.read(sample, "entities", year).set_index("entity_id")["mentions"].to_dict()
    assert {node["id"]: node["value"] for node in shown["data"]} == counted
    assert len(shown["links"]) == len(store.neighbours(sample, year))


def test_a_chosen_node_lists_its_sentences_with_its_name_marked(show, sample):
    entity = store.read(sample, "entities").query("canonical_en == 'Egypt'")["entity_id"].iloc[0]
    body = html_of(show("network", lang="en", node=entity))
    assert "<mark>مصر</mark>" in body
    assert re.search(r'href="\./articles\?[^"]*article=', body)


def test_a_chosen_pair_lists_exactly_the_sentences_that_join_it(show, sample):
    edge = store.neighbours(sample).iloc[0]
    test = show("network", lang="en", node=[edge["a"], edge["b"]])
    assert html_of(test).count('<li class="card">') == edge["sentences"]


def test_the_boxes_choose_what_a_click_chooses(show, sample):
    edge = store.neighbours(sample).iloc[0]
    test = show("network", lang="en")
    test.selectbox(key="network_who").select(edge["a"]).run()
    assert test.query_params["node"] in (edge["a"], [edge["a"]])
    test.selectbox(key="network_with").select(edge["b"]).run()
    assert test.query_params["node"] == [edge["a"], edge["b"]]


def test_the_table_holds_every_node(show):
    test = show("network", lang="en")
    table = html_of(test).partition('class="net-table"')[2]
    assert table.count('<th scope="row">') == len(series(test)["data"])


def test_years_without_sentences_say_so(show):
    test = show("network", lang="en", **{"from": "1990", "to": "1991"})
    assert not test.exception
    assert not test.get("echarts_chart")
    assert "show everything" in html_of(test)


def test_an_unknown_node_does_no_harm(show):
    test = show("network", lang="en", node="nothing")
    assert not test.exception
    assert "0 sentences" in read_by(test)


def test_hostile_names_are_shown_as_typed(show, tmp_path, monkeypatch):
    hostile.publish(tmp_path)
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path))
    test = show("network", lang="ar", node="p1")
    body = html_of(test)
    assert hostile.SCRIPT in unescape(body)
    assert "<script>window.ran" not in body
    assert "<script" not in series(test)["data"][0]["tooltip"]["formatter"]
