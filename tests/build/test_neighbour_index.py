"""What a few new articles are compared with is found again."""

from __future__ import annotations

import sqlite3
from collections import Counter

import pytest

from alaqat.build import neighbour_index
from alaqat.build.neighbour_index import NeighbourIndex


@pytest.fixture
def index():
    connection = sqlite3.connect(":memory:")
    for sql in neighbour_index._TABLES:
        connection.execute(sql)
    yield NeighbourIndex(connection)
    connection.close()


def test_a_hash_of_64_bits_finds_the_quotes_that_have_it(index):
    hashes = (0, 1, 2**63 - 1, 2**63, 2**64 - 1)
    index.add_quotes({"a": hashes[:3], "b": hashes[2:]})
    assert index.quotes_with(hashes) == dict(
        zip(hashes, [{"a"}, {"a"}, {"a", "b"}, {"b"}, {"b"}], strict=True)
    )
    index.remove_quotes(["b"])
    assert index.quotes_with(hashes[3:]) == {2**63: set(), 2**64 - 1: set()}


def test_names_are_counted_and_taken_off_again(index):
    names = Counter({("canonical_ar", "مصر"): 2})
    index.add_names("e", names)
    index.add_names("e", names)
    assert index.names_of(["e"]) == {"e": Counter({("canonical_ar", "مصر"): 4})}
    index.add_names("e", Counter({("canonical_ar", "مصر"): 4}), -1)
    assert index.names_of(["e"]) == {}


def test_an_index_is_of_the_build_that_it_was_committed_with(index):
    assert index.mark == ("", "")
    index.commit("a", "rules")
    index.commit("b", "rules")
    assert index.mark == ("b", "rules")
