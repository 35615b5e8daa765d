"""Places by the word before them: «بلدة سيالكوت», «جبل آثوس»."""

from __future__ import annotations

from collections.abc import Iterator

from alaqat.arabic.clitics import DEFINITE_ARTICLE
from alaqat.entities.gazetteer import endings, words
from alaqat.entities.list_matches import ListMatches
from alaqat.entities.name_words import is_rare, word_kind
from alaqat.entities.spans import EntitySpan


def find(matches: ListMatches) -> Iterator[EntitySpan]:
    """Unlisted places after a noun for a town, region, mountain, river or building."""
    for index, word in enumerate(matches.words[:-1]):
        if not matches.is_joined(index + 1):
            continue
        if word in words("place_whole"):
            yield from _building(matches, index)
        elif word in words("place_part"):
            yield from _unlisted(matches, index, index + 1)
        elif word in words("place_head"):
            yield from _unlisted(matches, index + 1, index + 1)


def _unlisted(matches: ListMatches, first: int, index: int) -> Iterator[EntitySpan]:
    """The place from word `first` to word `index`, which names it."""
    if index not in matches.names and _can_name_place(matches, index):
        yield EntitySpan(matches.starts[first], matches.ends[index], "LOC", "place_head")


def _building(matches: ListMatches, index: int) -> Iterator[EntitySpan]:
    """«مطار بغداد الدولي», «مطار الشعيرات»: a noun, the place it is named after, an adjective."""
    after = index + 1
    country = None
    if matches.has_name(after, "LOC") and matches.is_whole_word(after, matches.names[after][0]):
        span, listed = matches.names[after]
        stop, country = span.stop, listed.country
    elif after not in matches.names and _can_name_place(matches, after):
        stop = after + 1
    else:
        return
    if matches.is_joined(stop) and matches.words[stop] in words("place_tail"):
        stop += 1
    start, end = matches.starts[index], matches.ends[stop - 1]
    yield EntitySpan(start, end, "LOC", "place_head", country=country)


def _can_name_place(matches: ListMatches, index: int) -> bool:
    """True if word `index` is no common word, adjective of nationality or title."""
    if index in matches.demonyms or index in matches.titles or index in matches.portfolios:
        return False
    word = matches.words[index]
    if word in words("place_part") or word in words("place_head"):
        return False
    if word.startswith(DEFINITE_ARTICLE):
        return is_rare(word)
    return word_kind(word) in ("known", "unknown") and not word.endswith(
        endings("adjective_ending")[1]
    )
