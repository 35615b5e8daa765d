"""One reading of an article: its words, and at each word what the lists know to begin there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from alaqat.arabic.clitics import DEFINITE_ARTICLE, SWALLOWED_ARTICLE, clitics_of
from alaqat.arabic.fold import folded
from alaqat.entities.gazetteer import (
    Blocked,
    Entry,
    Field,
    Head,
    People,
    Title,
    common_words,
    demonym_en,
    endings,
    matcher,
    words,
)
from alaqat.entities.spans import Known
from alaqat.lexicon.match import Hit
from alaqat.model.records import Document

E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry of type E stands: its first character, and the word after its last."""

    start: int
    stop: int
    end: int


class Scan:
    """The words of the folded text and the list entries that begin at each of them (the longest of each kind)."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.folded
        self.words = [token.text for token in document.tokens]
        self.starts = [token.start for token in document.tokens]
        self.ends = [token.end for token in document.tokens]
        self.peoples: dict[int, tuple[Place, People]] = {}
        self.titles: dict[int, tuple[Place, Title]] = {}
        self.fields: dict[int, tuple[Place, Field]] = {}
        self.heads: dict[int, tuple[Place, Head]] = {}
        self.names: dict[int, tuple[Place, Known]] = {}
        self.blocked: list[tuple[int, int]] = []
        self._fill(hit for hit in matcher().overlapping(self.text) if _allowed(hit))

    def joined(self, index: int) -> bool:
        """Whether word `index` follows the word before it after a single space."""
        return (
            0 < index < len(self.words)
            and self.starts[index] - self.ends[index - 1] == 1
            and self.blank(index)
        )

    def blank(self, index: int) -> bool:
        """Whether the character before word `index` is a plain space."""
        return self.text[self.starts[index] - 1] == " "

    def _fill(self, hits: Iterable[Hit[Entry]]) -> None:
        found: list[tuple[int, Place, Known]] = []
        for hit in hits:
            index = bisect_right(self.starts, hit.start) - 1
            place = Place(hit.start, bisect_left(self.starts, hit.end), hit.end)
            match hit.entry:
                case People():
                    _keep(self.peoples, index, place, hit.entry)
                case Title():
                    _keep(self.titles, index, place, hit.entry)
                case Field():
                    _keep(self.fields, index, place, hit.entry)
                case Head():
                    _keep(self.heads, index, place, hit.entry)
                case Known():
                    found.append((index, place, hit.entry))
                case Blocked():
                    self.blocked.append((hit.start, hit.end))
        self._weigh(found)

    def _is_adjective(self, index: int, place: Place) -> bool:
        """Whether a name that is also an adjective («الأطلسي») follows a noun with the article or a possessive."""
        if self.text[place.start : place.end] not in words("adjectival") or not self.joined(index):
            return False
        return self.words[index - 1].startswith(DEFINITE_ARTICLE) or self.words[index - 1].endswith(
            endings("possessive")
        )

    def _is_common(self, index: int, place: Place) -> bool:
        """Whether the word that a city's name would end, clitic and all, is a common word."""
        return (
            place.start > self.starts[index]
            and self.text[self.starts[index] : place.end] in common_words()
        )

    def _weigh(self, found: list[tuple[int, Place, Known]]) -> None:
        """Keep the names; of rows that share a spelling, the one whose state the article speaks of most."""
        told = Counter(people.country for _, people in self.peoples.values())
        shared = Counter(place for _, place, _ in found)
        told.update(
            known.country
            for _, place, known in found
            if known.country and shared[place] == 1 and not known.context
        )
        for index, place, known in found:
            if any(start <= place.start and place.end <= end for start, end in self.blocked):
                continue
            if self._is_adjective(index, place) or (
                known.kind == "city" and self._is_common(index, place)
            ):
                continue
            if known.context and not told[known.country or ""]:
                continue
            rival = self.names.get(index)
            if (
                rival
                and rival[0] == place
                and told[known.country or ""] <= told[rival[1].country or ""]
            ):
                continue
            _keep(self.names, index, place, known)
        self._make_adjectives()

    def _make_adjectives(self) -> None:
        """States whose name is an adjective too («السعودية» after a noun with the article) become adjectives there.

        «سورية» is the adjective wherever the article writes «سوريا» for the state.
        """
        spelled = {
            (known.id, self.text[place.start : place.end]) for place, known in self.names.values()
        }
        for index, (place, known) in list(self.names.items()):
            surface = self.text[place.start : place.end]
            follows = self.joined(index) and place.start == self.starts[index]
            definite = (
                surface.startswith(DEFINITE_ARTICLE) and follows and self._is_definite(index - 1)
            )
            bare = (
                not surface.startswith(DEFINITE_ARTICLE)
                and (known.id, folded(known.name_ar)) in spelled
            )
            if surface in words("state_adjective") and (definite or bare):
                del self.names[index]
                self.peoples[index] = (
                    place,
                    People(known.country or "", demonym_en()[known.country or ""], True),
                )

    def _is_definite(self, index: int) -> bool:
        """Whether word `index` is a noun with the article, clitics before it or not, and no name of a place."""
        word = self.words[index]
        held = index in self.names and self.names[index][1].type == "LOC"
        return not held and (
            word.startswith((DEFINITE_ARTICLE, SWALLOWED_ARTICLE))
            or word[1:].startswith(DEFINITE_ARTICLE)
        )


def _keep(kept: dict[int, tuple[Place, E]], index: int, place: Place, entry: E) -> None:
    rival = kept.get(index)
    if rival is None or place.end >= rival[0].end:
        kept[index] = (place, entry)


_LEADING = frozenset(clitics_of("conjunction", "preposition"))
_SHORT = 3  # letters: below it a letter read as a clitic is mostly part of another word


def _allowed(hit: Hit[Entry]) -> bool:
    """Whether the clitic before a hit can stand there: never the article or the future, none before short names."""
    if not hit.clitic:
        return True
    if hit.clitic not in _LEADING:
        return False
    return not (isinstance(hit.entry, Known) and hit.end - hit.start < _SHORT)
