"""A build is whole, current and answers selections."""

from dataclasses import replace

import numpy as np
import pytest

from alaqat import store
from alaqat.model.errors import StoreBroken, StoreMissing
from alaqat.model.selection import Selection
from alaqat.store import aggregates, integrity, schema
from alaqat.store.schema import FRAMES, check, frame
from tests import builders


@pytest.mark.parametrize("name", list(FRAMES))
def test_an_empty_frame_keeps_its_contract(name):
    check(name, frame(name, []))


@pytest.mark.parametrize("name", list(FRAMES))
def test_what_is_read_is_what_was_published(tiny, name):
    check(name, store.read(tiny, name))


def test_a_build_keeps_its_laws(tiny):
    assert integrity.violations(tiny) == []


def test_a_broken_law_is_named(tmp_path):
    found = builders.visit()
    frames = builders.frames([found], builders.events(found))
    frames["quotes"].loc[0, "text"] = "غير ما في النص"
    frames["reports"].loc[0, "event_id"] = "nobody"
    said = integrity.violations(store.publish(frames, root=tmp_path, version="v", built="t"))
    assert any(line.startswith("quotes:") for line in said)
    assert any("nobody leads nowhere" in line for line in said)


def test_a_copy_of_nothing_and_a_basis_without_a_day_are_broken_laws(tmp_path):
    found = builders.visit(outlet="ج")
    frames = builders.frames([found], builders.events(found))
    row = dict.fromkeys(FRAMES["copies"]) | {
        "article_id": "nobody",
        "copy_id": found.article.id,
        "kind": "version",
    }
    frames["copies"] = frame("copies", [row | {"name": "old", "published_basis": "link"}])
    said = integrity.violations(store.publish(frames, root=tmp_path, version="v", built="t"))
    assert [line.partition(" ")[2] for line in said] == [
        "nobody leads nowhere",
        f"{found.article.id} is an article as well",
        "old says where its day was read and has none",
    ]


def test_a_build_that_lost_a_part_is_made_again(own_tiny):
    found = [builders.visit("2018-06-01", "ب"), builders.visit("2020-03-04", "أ")]
    frames = builders.frames(found, builders.events(*found))
    (own_tiny.path / "search.sqlite").unlink()
    again = store.publish(frames, root=own_tiny.path.parent, version="v", built="t")
    assert again.id == own_tiny.id
    assert len(builders.search(again, "تشاد")) == 2


def test_the_same_articles_in_any_order_are_the_same_build(tmp_path):
    one, two = builders.visit("2018-06-01", "ب"), builders.visit("2020-03-04", "أ")
    builds = [
        store.publish(
            builders.frames(found, builders.events(one, two)),
            root=tmp_path,
            version="v",
            built="t",
        )
        for found in ([one, two], [two, one])
    ]
    assert builds[0].id == builds[1].id


def test_nothing_built_names_the_command(tmp_path):
    with pytest.raises(StoreMissing, match="python -m alaqat build"):
        store.latest(tmp_path)


def test_a_build_that_is_not_whole_is_refused(own_tiny):
    (own_tiny.path / "manifest.json").write_text("{")
    with pytest.raises(StoreBroken, match="is not whole"):
        store.latest(own_tiny.path.parent)


def test_a_build_of_another_version_says_what_to_do(own_tiny):
    (own_tiny.path / "manifest.json").write_text('{"shape": "other"}')
    with pytest.raises(StoreBroken, match="made by another version; run: python -m alaqat rebuild"):
        store.latest(own_tiny.path.parent)


def test_a_new_build_becomes_current_and_the_old_one_stays(own_tiny):
    found = builders.visit("2021-01-01", "ج")
    root = own_tiny.path.parent
    fresh = store.publish(
        builders.frames([found], builders.events(found)), root=root, version="v", built="t"
    )
    assert store.latest(root).id == fresh.id
    assert len(store.read(own_tiny, "articles")) == 2


@pytest.mark.parametrize("name", list(FRAMES))
@pytest.mark.parametrize(
    "selection",
    [
        Selection(year_from=2018, year_to=2018),
        Selection(year_from=-5, year_to=99_999),
        Selection(
            kinds=("consult",),
            actors=("Chad",),
            query="تشاد",
            speaker="France",
            entities=("loc:FRA",),
        ),
        Selection(query='"NEAR( OR * -'),
        Selection(article="none"),
        Selection(pair="FRA-TCD", year_from=2018),
    ],
)
def test_every_frame_takes_every_selection(tiny, name, selection):
    assert list(store.read(tiny, name, selection).columns) == list(FRAMES[name])


@pytest.mark.parametrize(
    "name", ["events", "quotes", "articles", "sentences", "mentions", "edges", "reports"]
)
def test_a_year_keeps_what_is_dated_in_it(tiny, name):
    kept = store.read(tiny, name, Selection(year_from=2020, year_to=2020))
    assert 0 < len(kept) < len(store.read(tiny, name))


def test_an_actor_keeps_its_events_and_its_sides_quotes(tiny):
    chad = Selection(actors=("Chad",))
    assert len(store.read(tiny, "events", chad)) == 2
    assert store.read(tiny, "quotes", chad).empty
    assert len(store.read(tiny, "quotes", Selection(actors=("France",)))) == 2


def test_a_pair_keeps_what_both_states_take_part_in(tiny):
    both, other = Selection(pair="FRA-TCD"), Selection(pair="EGY-FRA")
    assert len(store.read(tiny, "events", both)) == 2
    assert store.read(tiny, "events", other).empty
    assert store.read(tiny, "articles", other).empty


def test_a_pairs_quotes_are_its_sides_own_in_articles_about_it(tiny):
    assert len(store.read(tiny, "quotes", Selection(pair="FRA-TCD"))) == 2
    assert store.read(tiny, "quotes", Selection(pair="EGY-FRA")).empty


def test_a_pairs_sentences_report_its_events(tiny):
    found = store.read(tiny, "sentences", Selection(pair="FRA-TCD"))
    assert list(found["sentence"]) == [0, 0]


def test_pairs_are_counted_by_their_events_in_one_spelling(tiny):
    found = store.facet(tiny, "pair", Selection(pair="EGY-FRA"))
    assert list(zip(found["value"], found["count"], strict=True)) == [("FRA-TCD", 2)]


def test_entities_are_counted_within_the_selection(tiny):
    entities = store.read(tiny, "entities", Selection(year_from=2018, year_to=2018))
    assert list(entities["mentions"]) == [1, 1]


@pytest.mark.parametrize("name", ["kinds", "actors", "pair", "speaker", "sources", "years"])
def test_a_facet_counts_without_its_own_filter(tiny, name):
    own = Selection(
        kinds=("assault",), actors=("Nobody",), speaker="Nobody", year_from=1990, year_to=1990
    )
    alone = {
        "kinds": Selection(kinds=own.kinds),
        "actors": Selection(actors=own.actors),
        "speaker": Selection(speaker=own.speaker),
        "pair": Selection(pair="EGY-FRA"),
        "sources": Selection(),
        "years": Selection(year_from=1990, year_to=1990),
    }[name]
    assert store.facet(tiny, name, alone)["count"].sum() > 0
    assert list(store.facet(tiny, name).columns) == ["value", "label_ar", "count"]


def test_a_quote_knows_the_event_its_sentence_reports(tmp_path):
    found = builders.visit()
    quote = replace(found.quotes[0], **builders.span(found.document.text, "فرنسا تشاد"))
    told = replace(found, quotes=(quote, *found.quotes))
    frames = builders.frames([told], builders.events(told))
    assert list(frames["quotes"]["event_id"]) == [frames["events"].loc[0, "event_id"], None]


def test_two_entities_are_joined_by_the_sentences_that_name_both(tiny):
    pairs = store.neighbours(tiny)
    joined = store.joint_sentences(tiny, "loc:TCD", "loc:FRA")
    assert (pairs.loc[0, "articles"], pairs.loc[0, "sentences"]) == (2, len(joined))
    assert joined["text"].str.contains("فرنسا").all()


def test_an_unknown_frame_is_named(tiny):
    with pytest.raises(KeyError, match="there is no frame"):
        store.read(tiny, "nothing")


def test_a_frame_is_counted_and_bounded_without_reading_it(tiny):
    events = store.read(tiny, "events")
    assert aggregates.count(tiny, "events", Selection(year_from=2020)) == len(
        store.read(tiny, "events", Selection(year_from=2020))
    )
    assert aggregates.bounds(tiny, "events") == (
        events["date_from"].min().date(),
        events["date_to"].max().date(),
    )


def test_some_columns_of_some_rows_are_read(tiny):
    key = store.read(tiny, "events")["event_id"].iloc[0]
    found = store.read(tiny, "events", columns=("event_id", "actors"), only=("event_id", [key]))
    assert found.to_dict("list") == {
        "event_id": [key],
        "actors": [store.read(tiny, "events")["actors"].iloc[0]],
    }


def test_the_strongest_edges_are_the_first_of_all(tiny):
    assert store.neighbours(tiny, most=2).equals(store.neighbours(tiny).head(2))


def test_the_edges_among_entities_and_of_one_are_rows_of_all(tiny):
    every = store.neighbours(tiny)
    ids = ["loc:TCD", "loc:FRA", "loc:none"]
    inside = every["a"].isin(ids) & every["b"].isin(ids)
    assert store.neighbours(tiny, among=ids).equals(every[inside].reset_index(drop=True))
    own = (every["a"] == "loc:TCD") | (every["b"] == "loc:TCD")
    assert store.neighbours(tiny, one="loc:TCD").equals(every[own].reset_index(drop=True))


def test_the_joined_entities_are_the_ends_of_all_edges(tiny):
    edges = store.neighbours(tiny)
    assert aggregates.joined(tiny) == sorted({*edges["a"], *edges["b"]})


def test_the_parties_are_those_of_the_events_of_a_selection(tiny):
    selection = Selection(year_from=2020)
    events = store.read(tiny, "events", selection)[["event_id", "polarity"]]
    every = store.read(tiny, "participants")[["event_id", "name"]].merge(events)
    names = list(every["name"][:1])
    own = every[every["name"].isin(names)]
    found = aggregates.parties(tiny, names, selection)
    assert sorted(found) == sorted(own.itertuples(index=False, name=None))


def test_equal_texts_of_a_column_are_one_object():
    texts = np.array([f"{side}flict" for side in ("con", "con", "af", "con")], dtype="object")
    ids = np.array([f"e{number}" for number in range(4)], dtype="object")
    found = schema.fetched("events", {"event_id": ids, "polarity": texts})
    assert found["polarity"].tolist() == ["conflict", "conflict", "afflict", "conflict"]
    assert len({id(text) for text in found["polarity"]}) == 2
    assert found["event_id"].tolist() == ids.tolist()
