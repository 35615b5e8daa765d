"""The words of one family that a search finds beside the word itself: «الفلسطينية» for «فلسطين».

A state's name and its adjectives of nationality lead to each other; any other word to its own
adjective of relation (nisba).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from alaqat.arabic.clitics import without_definite_article
from alaqat.arabic.fold import search_key
from alaqat.lexicon.load import forms, table

SHORTEST = 4  # letters of a word whose adjective is made by rule; shorter ones make other words


def related_words(key: str) -> tuple[str, ...]:
    """The words related to a word (its search key), as they are written, without the article."""
    bare = without_definite_article(key)
    family = _families().get(bare)
    words = family or tuple(bare + ending for ending in _endings() if len(bare) >= SHORTEST)
    return tuple(word for word in words if search_key(word) != bare)


@cache
def _families() -> Mapping[str, tuple[str, ...]]:
    """The names and adjectives of each state under the search key of each of them."""
    names: dict[str, list[str]] = {}
    for row in table("countries", ("iso3", "forms")):
        names.setdefault(row["iso3"], []).extend(_single_words(forms(row)))
    for row in table("demonyms", ("iso3", "forms")):
        names.setdefault(row["iso3"], []).extend(_single_words(forms(row)))
    families: dict[str, tuple[str, ...]] = {}
    for words in names.values():
        family = tuple(dict.fromkeys(words))
        for word in family:
            families.setdefault(search_key(word), family)
    return families


def _single_words(names: list[str]) -> Iterator[str]:
    """The names of one word, without the article."""
    return (without_definite_article(name) for name in names if " " not in name)


@cache
def _endings() -> tuple[str, ...]:
    rows = table("enclitics", ("surface", "kind"))
    return tuple(row["surface"] for row in rows if row["kind"] == "relation")
