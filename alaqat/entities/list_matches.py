"""The words of an article, and the entries of the word lists that begin at each of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

from alaqat.arabic.clitics import DEFINITE_ARTICLE, SWALLOWED_ARTICLE, clitics_of
from alaqat.arabic.fold import folded
from alaqat.entities.gazetteer import (
    BlockedPhrase,
    BodyHead,
    Demonym,
    Entry,
    Portfolio,
    TitleEntry,
    common_words,
    demonym_en,
    endings,
    matcher,
    words,
)
from alaqat.entities.spans import ListedName
from alaqat.lexicon.distances import distance
from alaqat.lexicon.match import Hit
from alaqat.model.records import Document, EntityType

E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class MatchSpan:
    """The place of a list entry: folded offsets `start:end`, and the index of the word after it."""

    start: int
    stop: int
    end: int


NameMatch = tuple[int, MatchSpan, ListedName]


class ListMatches:
    """The words of the folded text, and by word the longest list entry of each kind at it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.folded
        self.words = [token.text for token in document.tokens]
        self.starts = [token.start for token in document.tokens]
        self.ends = [token.end for token in document.tokens]
        self.demonyms: dict[int, tuple[MatchSpan, Demonym]] = {}
        self.titles: dict[int, tuple[MatchSpan, TitleEntry]] = {}
        self.portfolios: dict[int, tuple[MatchSpan, Portfolio]] = {}
        self.body_heads: dict[int, tuple[MatchSpan, BodyHead]] = {}
        self.names: dict[int, tuple[MatchSpan, ListedName]] = {}
        self.blocked: list[tuple[int, int]] = []
        self._collect(hit for hit in matcher().overlapping(self.text) if _has_valid_clitic(hit))

    def is_joined(self, index: int) -> bool:
        """True if a single plain space separates word `index` from the word before it."""
        if not 0 < index < len(self.words):
            return False
        start = self.starts[index]
        return start - self.ends[index - 1] == 1 and self.text[start - 1] == " "

    def has_name(self, index: int, *types: EntityType) -> bool:
        """True if a listed name of one of `types` begins at word `index`."""
        return index in self.names and self.names[index][1].type in types

    def is_whole_word(self, index: int, span: MatchSpan) -> bool:
        """True if `span` begins with word `index` and not after a clitic of it."""
        return span.start == self.starts[index]

    def slice(self, span: MatchSpan) -> str:
        """The folded text of `span`."""
        return self.text[span.start : span.end]

    def surface(self, index: int) -> str:
        """Word `index` as the article spells it."""
        return self.document.surface(self.starts[index], self.ends[index])

    def _collect(self, hits: Iterable[Hit[Entry]]) -> None:
        candidates: list[NameMatch] = []
        for hit in hits:
            index = bisect_right(self.starts, hit.start) - 1
            span = MatchSpan(hit.start, bisect_left(self.starts, hit.end), hit.end)
            match hit.entry:
                case Demonym():
                    _keep_longest(self.demonyms, index, span, hit.entry)
                case TitleEntry():
                    _keep_longest(self.titles, index, span, hit.entry)
                case Portfolio():
                    _keep_longest(self.portfolios, index, span, hit.entry)
                case BodyHead():
                    _keep_longest(self.body_heads, index, span, hit.entry)
                case ListedName():
                    candidates.append((index, span, hit.entry))
                case BlockedPhrase():
                    self.blocked.append((hit.start, hit.end))
        self._choose_names(candidates)
        self._turn_names_into_adjectives()

    def _choose_names(self, candidates: Sequence[NameMatch]) -> None:
        """Keep the names; of rows with one spelling that of the state the article names most."""
        weights = self._country_weights(candidates)
        doubtful = Counter(
            name.country for _, span, name in candidates if self._is_doubtful_whole(span)
        )
        by_word: dict[int, list[NameMatch]] = defaultdict(list)
        for candidate in candidates:
            by_word[candidate[0]].append(candidate)
        whole_words = [name for index, span, name in candidates if self.is_whole_word(index, span)]
        for index, span, name in candidates:
            if self._is_no_name(index, span, name) or _is_out_of_context(name, weights):
                continue
            if _is_in_longer_name(span, name, by_word[index], weights):
                continue
            is_doubtful = self._is_doubtful_split(index, span, name)
            if is_doubtful and not self._has_witness(name, whole_words):
                continue
            if self._is_doubtful_whole(span) and _weight(name, weights) <= doubtful[name.country]:
                continue
            rival = self.names.get(index)
            if rival and rival[0] == span and not _is_likelier(name, rival[1], weights):
                continue
            _keep_longest(self.names, index, span, name)

    def _is_doubtful_split(self, index: int, span: MatchSpan, name: ListedName) -> bool:
        """True if a clitic and a name are likely another word: «كسرت», «لزاما», «بلاتر»."""
        if self.is_whole_word(index, span):
            return False
        word = self.text[self.starts[index] : span.end]
        if word in words("doubtful_split"):
            return True
        if name.kind != "city" or span.end - span.start > distance("entity-short-town"):
            return False
        return _is_inflected(word) or self._is_after_possible_name(index)

    def _is_doubtful_whole(self, span: MatchSpan) -> bool:
        """True if a place's name is more often a noun with its owner: «جده».

        Such a spelling counts where the article names the place's state besides.
        """
        return self.slice(span) in words("doubtful_whole")

    def _is_after_possible_name(self, index: int) -> bool:
        """True if the word before can be a given name: it is joined and no common word."""
        return self.is_joined(index) and self.words[index - 1] not in common_words()

    def _has_witness(self, name: ListedName, whole_words: Iterable[ListedName]) -> bool:
        """True if the article names the place without a clitic, or a town's state elsewhere."""
        others = [other for other in whole_words if not other.needs_context]
        if any(other.id == name.id for other in others):
            return True
        countries = {demonym.country for _, demonym in self.demonyms.values()}
        return name.kind == "city" and name.country in countries | {one.country for one in others}

    def _country_weights(self, candidates: Sequence[NameMatch]) -> Counter[str]:
        """How often the article names each state, by adjectives and by unambiguous names."""
        weights = Counter(demonym.country for _, demonym in self.demonyms.values())
        rows = Counter(span for _, span, _ in candidates)
        weights.update(
            name.country
            for _, span, name in candidates
            if name.country and rows[span] == 1 and not name.needs_context
        )
        return weights

    def _is_no_name(self, index: int, span: MatchSpan, name: ListedName) -> bool:
        if any(start <= span.start and span.end <= end for start, end in self.blocked):
            return True
        if self._is_adjective(index, span):
            return True
        return name.kind == "city" and self._is_common_word(index, span)

    def _is_adjective(self, index: int, span: MatchSpan) -> bool:
        """True for a name that is an adjective too («الأطلسي») after a definite noun."""
        if self.slice(span) not in words("adjectival") or not self.is_joined(index):
            return False
        if not self.is_whole_word(index, span):
            return self.slice(span) in words("adjectival_joined")
        noun = self.words[index - 1]
        if noun in words("not_definite"):
            return False
        return noun.startswith(DEFINITE_ARTICLE) or noun.endswith(endings("possessive"))

    def _is_common_word(self, index: int, span: MatchSpan) -> bool:
        """True if the clitic and the city's name after it make a common word together."""
        word = self.text[self.starts[index] : span.end]
        return not self.is_whole_word(index, span) and word in common_words()

    def _turn_names_into_adjectives(self) -> None:
        """Turn names of states that are used as adjectives into adjectives."""
        spellings = {(name.id, self.slice(span)) for span, name in self.names.values()}
        for index, (span, name) in list(self.names.items()):
            if self.slice(span) in words("state_adjective") and self._is_state_adjective(
                index, spellings
            ):
                del self.names[index]
                country = name.country or ""
                self.demonyms[index] = span, Demonym(country, demonym_en()[country], True)

    def _is_state_adjective(self, index: int, spellings: set[tuple[str, str]]) -> bool:
        """True for «السعودية» after a definite noun, and for «سورية» if the state is «سوريا»."""
        span, name = self.names[index]
        if not self.slice(span).startswith(DEFINITE_ARTICLE):
            return (name.id, folded(name.name_ar)) in spellings
        follows = self.is_joined(index) and self.is_whole_word(index, span)
        return follows and self._is_definite_noun(index - 1)

    def _is_definite_noun(self, index: int) -> bool:
        """True if word `index` has the definite article, after a clitic or not, and is no place."""
        word = self.words[index]
        if self.has_name(index, "LOC") or word in words("not_definite"):
            return False
        return word.startswith((DEFINITE_ARTICLE, SWALLOWED_ARTICLE)) or word.startswith(
            DEFINITE_ARTICLE, 1
        )


@lru_cache(maxsize=16384)
def _is_inflected(word: str) -> bool:
    """True if a common word is left of `word` without ending, or without first letter too."""
    stems = {word.removesuffix(ending) for ending in endings("word_ending")} - {word}
    stems |= {stem[1:] for stem in stems}
    return any(
        len(stem) >= distance("entity-shortest-stem") and stem in common_words() for stem in stems
    )


def _is_out_of_context(name: ListedName, weights: Mapping[str, int]) -> bool:
    """True for a name that needs its state in the article, which names it nowhere."""
    return name.needs_context and not _weight(name, weights)


def _is_in_longer_name(
    span: MatchSpan, name: ListedName, others: Iterable[NameMatch], weights: Mapping[str, int]
) -> bool:
    """True if the word holds a longer name («كابل») and the article favours no other state."""
    return any(
        other_span.start < span.start
        and other_span.end >= span.end
        and (other.kind != "city" or _weight(name, weights) <= _weight(other, weights))
        for _, other_span, other in others
    )


def _is_likelier(name: ListedName, other: ListedName, weights: Mapping[str, int]) -> bool:
    """True if the article names the state of `name` more, or only the other is a town."""
    weight, rival = _weight(name, weights), _weight(other, weights)
    is_less_rare = other.kind == "city" and name.kind != "city"
    return weight > rival or (weight == rival and is_less_rare)


def _weight(name: ListedName, weights: Mapping[str, int]) -> int:
    """How often the article names the state of `name`."""
    return weights.get(name.country or "", 0)


def _keep_longest(
    entries: dict[int, tuple[MatchSpan, E]], index: int, span: MatchSpan, entry: E
) -> None:
    rival = entries.get(index)
    if rival is None or span.end >= rival[0].end:
        entries[index] = (span, entry)


@cache
def _leading_clitics() -> frozenset[str]:
    return frozenset(clitics_of("conjunction", "preposition"))


def _has_valid_clitic(hit: Hit[Entry]) -> bool:
    """False if the hit follows an article or a future particle, or is too short for its clitic."""
    if not hit.clitic:
        return True
    if hit.clitic not in _leading_clitics():
        return False
    is_name = isinstance(hit.entry, ListedName)
    return not is_name or hit.end - hit.start >= distance("entity-name-after-clitic")
