"""Names of the lists; those of persons with the given names before a listed surname."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from alaqat.arabic.clitics import DEFINITE_ARTICLE
from alaqat.arabic.fold import folded
from alaqat.entities.gazetteer import common_words, words
from alaqat.entities.list_matches import ListMatches, MatchSpan
from alaqat.entities.name_words import (
    ALEF_MAKSURA,
    CLITIC_LETTERS,
    has_final_alef_maksura,
    is_frequent,
    is_part,
    is_rare,
    is_sure_part,
    word_kind,
)
from alaqat.entities.spans import EntitySpan, ListedName
from alaqat.entities.spelling_variants import is_alike
from alaqat.lexicon.distances import distance

FATHATAN: Final = "\u064b"
# Kinds of words after one name that make another person's name of it.
NAME_KINDS: Final = frozenset(("known", "unknown", "article", "chain", "weak"))


def find(matches: ListMatches) -> Iterator[EntitySpan]:
    """Every listed name of the article."""
    for index, (span, listed) in matches.names.items():
        start = _start(matches, index, span, listed)
        yield EntitySpan(start, span.end, listed.type, "list", listed, country=listed.country)


def drop_parts_of_names(matches: ListMatches) -> None:
    """Take out the listed names that are parts of other persons' names."""
    for index, (span, listed) in list(matches.names.items()):
        is_full_name = listed.type == "PER" and span.stop - index > 1
        is_part_of_name = is_full_name and _has_further_part(matches, span.stop)
        if is_part_of_name or _is_given_name_of_titled(matches, index):
            del matches.names[index]


def _is_given_name_of_titled(matches: ListMatches, index: int) -> bool:
    """True for a place's name between a title and a surname: «الصحفية آسيا العطار»."""
    span, listed = matches.names[index]
    word = matches.words[index]
    can_be_given = word in words("given_place") or is_part(word)
    if listed.type != "LOC" or span.stop != index + 1 or not can_be_given:
        return False
    return is_behind_title(matches, index) and _can_be_surname(matches, span.stop)


def is_behind_title(matches: ListMatches, index: int) -> bool:
    """True if a definite title of a person ends right before word `index`."""
    is_titled = any(title.stop == index for title, _ in matches.titles.values())
    has_article = index > 0 and matches.words[index - 1].startswith(DEFINITE_ARTICLE)
    return is_titled and has_article and matches.is_joined(index)


def _can_be_surname(matches: ListMatches, index: int) -> bool:
    """True if word `index` is joined, can be part of a name, and is in no other list."""
    if not matches.is_joined(index) or index in matches.names or index in matches.demonyms:
        return False
    word = matches.words[index]
    is_listed_part = word.startswith(DEFINITE_ARTICLE) and is_part(word)
    return index not in matches.titles and (is_sure_part(word) or is_listed_part)


def _has_further_part(matches: ListMatches, stop: int) -> bool:
    """True if the word after a full name is one more part of it, and no other person's name."""
    if not matches.is_joined(stop) or stop in matches.names or stop in matches.titles:
        return False
    word = matches.words[stop]
    if word.startswith(DEFINITE_ARTICLE):
        return _is_surname_with_article(matches, stop)
    has_clitic = word[0] in CLITIC_LETTERS and word[1:] in common_words()
    is_part_of_name = is_frequent(word) and is_sure_part(word) and not has_clitic
    if not is_part_of_name or FATHATAN in matches.surface(stop):
        return False
    if word in words("alias") or has_final_alef_maksura(matches, stop):
        return False
    return not (matches.is_joined(stop + 1) and word_kind(matches.words[stop + 1]) in NAME_KINDS)


def _is_surname_with_article(matches: ListMatches, index: int) -> bool:
    """True for a listed surname as «المنصوري» that is no common word and no verb («التقى»)."""
    word = matches.words[index]
    if index in matches.demonyms or matches.surface(index).endswith(ALEF_MAKSURA):
        return False
    return is_frequent(word) and is_rare(word)


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
