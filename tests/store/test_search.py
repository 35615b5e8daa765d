"""Search finds a word however it is spelled."""

import csv
from operator import and_
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alaqat import store
from alaqat.arabic.document import prepare
from alaqat.model.records import Annotations
from tests import builders


@pytest.mark.parametrize(
    "query",
    [
        "تشاد",
        "تَشاد",
        "فرنسا",
        "وفرنسا".removeprefix("و"),
        "Chad",
        "france",
        "الوزير",
        "وزير",
        "الاربعاء",
    ],
)
def test_spellings_find_the_sentence(tiny, query):
    assert len(builders.search(tiny, query)) >= 2


@pytest.mark.parametrize("query", ["ألمانيا", "", "   ", "؟؟", "***", '"'])
def test_what_is_not_there_is_not_found(tiny, query):
    assert builders.search(tiny, query).empty


def test_every_word_must_be_there(tiny):
    assert len(builders.search(tiny, "وزير تشاد")) == 2
    assert builders.search(tiny, "وزير ألمانيا").empty


@settings(max_examples=40)
@given(query=st.text(max_size=60))
def test_no_query_breaks_the_search(search_build, query):
    assert list(builders.search(search_build, query).columns) == ["article_id", "sentence"]


@pytest.fixture(scope="module")
def search_build(tmp_path_factory):
    found = builders.visit()
    frames = builders.frames([found], builders.events(found))
    return store.publish(frames, root=tmp_path_factory.mktemp("s"), version="v", built="t")


@pytest.fixture(scope="module")
def pairs():
    """Queries with a text each and whether a reader expects it found; every text is a line of one article."""
    text = (Path(__file__).parent / "search_pairs.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@pytest.fixture(scope="module")
def lines(pairs, tmp_path_factory):
    """A search over all texts of the pairs: the texts that a query finds."""
    texts = sorted({pair["text"] for pair in pairs})
    found = Annotations(prepare(builders.article("\n".join(texts))))
    build = store.publish(
        builders.frames([found], []),
        root=tmp_path_factory.mktemp("lines"),
        version="v",
        built="t",
    )
    places = [texts[sentence.paragraph] for sentence in found.document.sentences]
    return lambda query: {places[number] for number in builders.search(build, query)["sentence"]}


def test_the_pairs_are_found_as_a_reader_expects(pairs, lines):
    expected = [pair["found"] == "1" for pair in pairs]
    found = [pair["text"] in lines(pair["query"]) for pair in pairs]
    both = sum(map(and_, expected, found))
    assert len(pairs) >= 200
    assert both / sum(expected) >= 0.98
    assert both / sum(found) >= 0.95


def test_what_is_found_is_marked_where_it_stands(pairs, lines):
    for pair in pairs:
        if pair["text"] in lines(pair["query"]):
            assert store.highlights(pair["text"], pair["query"]), pair


def test_a_hit_is_marked_in_the_spelling_of_its_text():
    text = "قال وأَرْدُوغـان: لا"
    ((start, end),) = store.highlights(text, "اردوغان")
    assert text[start:end] == "وأَرْدُوغـان"


@given(text=st.text(max_size=80), query=st.text(max_size=20))
def test_marked_stretches_lie_in_the_text_in_order(text, query):
    spans = store.highlights(text, query)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    ("query", "count"), [("تشاد", 2), ("تشادي", 2), ('"تشادي"', 0), ("«تشاد»", 2)]
)
def test_a_state_and_its_adjective_find_each_other_unless_quoted(tiny, query, count):
    assert len(builders.search(tiny, query)) == count


def test_related_words_are_those_of_the_index(tiny):
    assert store.related(tiny, "تشادي") == ["تشاد"]
    assert store.related(tiny, '"تشادي"') == []
