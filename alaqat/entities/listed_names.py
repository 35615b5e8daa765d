"""Names of the lists; those of persons with the given names before a listed surname."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from alaqat.arabic.fold import folded
from alaqat.entities.list_matches import ListMatches, MatchSpan
from alaqat.entities.name_words import CLITIC_LETTERS
from alaqat.entities.spans import EntitySpan, ListedName
from alaqat.entities.spelling_variants import is_alike
from alaqat.lexicon.distances import distance


def find(matches: ListMatches) -> Iterator[EntitySpan]:
    """Every listed name of the article."""
    for index, (span, listed) in matches.names.items():
        start = _start(matches, index, span, listed)
        yield EntitySpan(start, span.end, listed.type, "list", listed, country=listed.country)


def _start(matches: ListMatches, index: int, span: MatchSpan, listed: ListedName) -> int:
    """Where the name begins: before the given names, in any spelling, if a surname is listed."""
    is_surname = listed.type == "PER" and span.stop == index + 1
    if not is_surname or not matches.is_whole_word(index, span):
        return span.start
    start = span.start
    given_names = _given_names(listed.name_ar)
    first = max(index - 1 - distance("entity-given-names"), -1)
    for before in range(index - 1, first, -1):
        if not matches.is_joined(before + 1):
            break
        word = matches.words[before]
        if _is_given_name(word, given_names):
            start = matches.starts[before]
        elif word[:1] in CLITIC_LETTERS and _is_given_name(word[1:], given_names):
            return matches.starts[before] + 1
        else:
            break
    return start


def _is_given_name(word: str, given_names: tuple[str, ...]) -> bool:
    return any(is_alike(word, name) for name in given_names)


@lru_cache(maxsize=4096)
def _given_names(name: str) -> tuple[str, ...]:
    """The words of a full name but the last, those of two letters or more."""
    return tuple(word for word in folded(name).split()[:-1] if len(word) > 1)
