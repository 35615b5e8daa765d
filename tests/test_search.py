"""Search finds a word however it is spelled."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alaqat import rows, store
from tests.conftest import KINDS, happenings, visit


@pytest.mark.parametrize(
    "query", ["تشاد", "تَشاد", "فرنسا", "وفرنسا".removeprefix("و"), "Chad", "france", "الوزير", "وزير", "الاربعاء"]
)
def test_spellings_find_the_sentence(tiny, query):
    assert len(store.search(tiny, query)) >= 2


@pytest.mark.parametrize("query", ["ألمانيا", "", "   ", "؟؟", "***", '"'])
def test_what_is_not_there_is_not_found(tiny, query):
    assert store.search(tiny, query).empty


def test_every_word_must_be_there(tiny):
    assert len(store.search(tiny, "وزير تشاد")) == 2
    assert store.search(tiny, "وزير ألمانيا").empty


@settings(max_examples=40)
@given(query=st.text(max_size=60))
def test_no_query_breaks_the_search(search_build, query):
    assert list(store.search(search_build, query).columns) == ["article_id", "sentence"]


@pytest.fixture(scope="module")
def search_build(tmp_path_factory):
    found = visit()
    frames = rows.assemble([found], happenings(found), KINDS)
    return store.publish(frames, root=tmp_path_factory.mktemp("s"), version="v", built="t")
