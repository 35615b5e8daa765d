import pandas as pd
import pytest

from alaqat.store.builds import Build
from components.data import query_cache
from components.data.query_cache import QueryCache

BUILD = Build("one", "one", {})


@pytest.fixture
def asked():
    return []


@pytest.fixture
def ask(asked):
    def ask(build, name, *, rows=100):
        asked.append(name)
        return pd.DataFrame({"value": [name] * rows})

    return ask


def test_an_answer_is_asked_for_once(ask, asked):
    cache = QueryCache(1000, smallest=10)
    first, second = (cache.answer(ask, BUILD, "a") for _ in range(2))
    assert first is second
    assert asked == ["a"]


def test_the_oldest_answers_are_dropped_when_too_much_is_held(ask, asked):
    cache = QueryCache(250, smallest=10)
    for name in "abcbca":
        cache.answer(ask, BUILD, name)
    assert asked == ["a", "b", "c", "a"]


def test_an_answer_that_is_too_large_is_given_and_not_kept(ask, asked):
    cache = QueryCache(50, smallest=10)
    assert [len(cache.answer(ask, BUILD, "a")) for _ in range(2)] == [100, 100]
    assert asked == ["a", "a"]


def test_small_answers_count_as_some_values(ask, asked):
    cache = QueryCache(100, smallest=60)
    for name in "aba":
        cache.answer(ask, BUILD, name, rows=1)
    assert asked == ["a", "b", "a"]


def test_another_build_or_option_gives_another_answer(ask, asked):
    cache = QueryCache(1000, smallest=10)
    cache.answer(ask, BUILD, "a")
    cache.answer(ask, Build("two", "two", {}), "a")
    cache.answer(ask, BUILD, "a", rows=2)
    assert asked == ["a", "a", "a"]


def test_a_cleared_cache_asks_again(ask, asked):
    cache = QueryCache(1000, smallest=10)
    for _ in range(2):
        cache.answer(ask, BUILD, "a")
        cache.clear()
    assert asked == ["a", "a"]


def test_what_nobody_asks_for_any_more_is_forgotten(ask, asked, monkeypatch):
    cache, now = QueryCache(1000, smallest=10), [100.0]
    monkeypatch.setattr(query_cache, "monotonic", lambda: now[0])
    cache.answer(ask, BUILD, "a")
    cache.answer(ask, BUILD, "b")
    now[0] = 150.0
    cache.answer(ask, BUILD, "b")
    now[0] = 161.0
    cache.forget(60.0)
    for name in "ab":
        cache.answer(ask, BUILD, name)
    assert asked == ["a", "b", "a"]


def test_what_is_made_of_a_build_is_made_once_for_each_build(asked):
    cache, other = QueryCache(1000, smallest=10), Build("two", "two", {})

    def make(name):
        asked.append(name)
        return f"<p>{name}</p>", len(name)

    found = [cache.rendered(make, build, "a") for build in (BUILD, BUILD, other)]
    assert found == [("<p>a</p>", 1)] * 3
    assert asked == ["a", "a"]


def test_the_size_of_a_text_is_that_of_its_memory():
    text = "م" * 6_700
    assert query_cache.size((text, 1)) == pytest.approx(2 * len(text) / query_cache.BYTES, rel=0.02)
