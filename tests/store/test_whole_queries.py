"""What queries of a small store answer, as a whole."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from alaqat import store
from alaqat.build.pipeline import annotate
from alaqat.model.selection import Selection
from alaqat.store import aggregates, event_row, integrity, network_layout, related_words
from alaqat.store.comparison import compare, comparison_lines
from alaqat.store.edition import edition
from alaqat.store.schema import FRAMES
from tests import builders
from tests.pages import sample

SELECTIONS = {
    "everything": {}, "pair": {"pair": "EGY-QAT"}, "years": {"year_from": 2013, "year_to": 2017},
    "first year": {"year_from": 2020}, "last year": {"year_to": 2012}, "kinds": {"kinds": ("sanction", "aid")},
    "actors": {"actors": ("Qatar",)}, "sources": {"sources": ("Outlet A",)}, "speaker": {"speaker": "Sameh Fahmy"},
    "day": {"granularity": "day"}, "year": {"granularity": "year"}, "probable": {"certainty": "probable"},
    "query": {"query": "قطر"}, "quoted": {"query": '"المصالحة ممكنة"'}, "entities": {"entities": ("c1", "p1")},
    "article": {"article": "a" * 16}, "nothing": {"query": "ظظظ"},
}  # fmt: skip


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    return sample.publish(tmp_path_factory.mktemp("sample"))


def lines(table):
    return pd.DataFrame(table).to_csv(index=False)


@pytest.mark.parametrize("name", SELECTIONS)
def test_a_selection_as_a_whole(name, build, whole):
    selection = Selection(**SELECTIONS[name])
    parts = []
    for table in ("articles", "sentences", "entities", "mentions", "quotes", "events", "reports"):
        key = next(iter(FRAMES[table]))
        found = store.read(build, table, selection, columns=(key,))[key]
        assert aggregates.count(build, table, selection) == len(found)
        parts.append(f"{table} {len(found)}: {' '.join(found)[:300]}")
    for known in ("pair", "kinds", "actors", "speaker", "years"):
        facet = store.facet(build, known, selection)
        parts.append(f"facet {known}: {facet.to_dict('records')}")
    parts.append(lines(store.neighbours(build, selection)))
    parts.append(
        lines(store.joint_sentences(build, "c1", "c2", selection)[["article_id", "sentence"]])
    )
    parts.append(f"joined {aggregates.joined(build, selection)}")
    parts.append(f"parties {sorted(aggregates.parties(build, ('Egypt', 'Qatar'), selection))[:4]}")
    whole(name, "\n".join(parts))


def test_the_quotes_of_a_store_in_each_arrangement(build, whole):
    for name in aggregates.ARRANGEMENTS:
        ids = aggregates.sayings(build, Selection(), "", (0, 5), name)
        assert ids == list(store.read(build, "quotes")["group_id"])
        assert aggregates.sayings(build, Selection(), "", (1, 5), name) == []
    assert aggregates.between(build, Selection(), date(2020, 12, 30), date(2020, 12, 30), 3)[0] == 1
    assert aggregates.between(build, Selection(), date(2020, 12, 31), date(2021, 1, 1), 3) == (
        0,
        (),
    )


@pytest.mark.parametrize(("name", "ends"), [
    ("articles", (date(2020, 12, 30), date(2021, 1, 6))), ("events", (date(2012, 5, 1), date(2021, 1, 16))),
    ("quotes", (date(2020, 12, 30), date(2020, 12, 30))), ("timexes", None),
])  # fmt: skip
def test_the_first_and_the_last_day_of_a_frame(name, ends, build):
    assert aggregates.bounds(build, name) == ends


def test_outlets_and_edition_of_a_store(build):
    assert aggregates.outlets(build) == ["Outlet A"]
    assert len({*map(len, (edition(build).version, edition(build).rules))}) == 1
    assert integrity.violations(build) == []


def test_every_row_of_an_event_as_a_whole(whole):
    read = annotate(
        builders.article(
            "قطعت مصر علاقاتها مع قطر في 5 يونيو 2017. ويلتقي الوزيران غدا.", "2017-06-06"
        )
    )
    whole("event rows", "\n".join(repr(event_row.event_row(event)) for event in read.events))


def test_the_layout_of_a_network_is_the_same_for_all(whole):
    mentions = {"a": 3, "b": 2, "c": 2, "d": 1}
    pairs = [("a", "b"), ("a", "b"), ("b", "c"), ("a", "x")]
    whole("layout", repr(network_layout.positions(mentions, pairs)))
    assert network_layout.placed(mentions) == ["a", "b", "c", "d"]
    assert network_layout.positions({}, []) == {}
    many = {f"e{number:03}": 1 for number in range(500)}
    assert len(network_layout.placed(many)) == 400


@pytest.mark.parametrize("word", ["فلسطين", "الفلسطينيه", "سفينه", "سد", "تركيا", "قطري"])
def test_related_words_as_a_whole(word, whole):
    whole(f"related {word}", " ".join(related_words.related_words(word)))


def test_a_comparison_as_a_whole(tmp_path, whole):
    frames = builders.frames(builders.visits())
    old = store.publish(frames, root=tmp_path / "a", version="one", built="t")
    frames["events"].loc[0, "actors"] = frames["events"]["recipients"].iloc[0]
    for column, value in (("plover", "AGREE"), ("date_from", pd.Timestamp("2018-05-01"))):
        frames["events"].loc[0, column] = value
    new = store.publish(frames, root=tmp_path / "b", version="one", built="t")
    whole("changed", "\n".join(comparison_lines(compare(old, new))))
    one = builders.publish(builders.visits()[:1], tmp_path / "c")
    whole("added", "\n".join(comparison_lines(compare(one, new))))
    whole("removed", "\n".join(comparison_lines(compare(new, one))))


@pytest.mark.parametrize(("frame", "column", "value"), [
    ("mentions", "text", "x"), ("reports", "sentence", "x"), ("reports", "event_id", "x"), ("articles", "published_basis", "url"),
])  # fmt: skip
def test_a_broken_constraint_is_a_sentence(frame, column, value, tmp_path, whole):
    frames = builders.frames(builders.visits())
    if column == "published_basis":
        frames[frame].loc[0, "published"] = pd.NaT
    frames[frame].loc[0, column] = value
    broken = store.publish(frames, root=tmp_path, version="one", built="t")
    whole(f"{frame} {column}", "\n".join(integrity.violations(broken)))
