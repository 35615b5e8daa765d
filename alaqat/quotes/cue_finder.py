"""Finds reporting cues: verbs, participles, nouns and source phrases that introduce quotes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from alaqat.arabic.clitics import clitic_kind, has_conjunction
from alaqat.lexicon.match import Hit
from alaqat.model.records import Document
from alaqat.quotes.mark_pairing import Mark
from alaqat.quotes.quote_lexicon import CueEntry, cue_matcher, is_clitic_of, word_roles

# Roles of words that come before a noun but hardly before a finite verb.
_BEFORE_NOUN = frozenset({"soft", "an", "bi", "necessity", "about", "ala", "ila", "min", "prenoun"})
# Kinds of cues that take no preposition before them.
_VERBAL = frozenset({"verb", "participle"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting cue in folded offsets; `start` is without the clitic, `begin` with it."""

    begin: int
    start: int
    end: int
    entry: CueEntry
    clitic: str

    @property
    def kind(self) -> str:
        """Its `kind` in cues.csv."""
        return self.entry.kind

    @property
    def group(self) -> str:
        """Its `class` in cues.csv."""
        return self.entry.group

    @property
    def is_joined(self) -> bool:
        """True if a conjunction is written before it."""
        return has_conjunction(self.clitic)


# Placeholder before the first cue of an article.
_BEFORE_ALL = Cue(-1, -1, -1, CueEntry("", "none", "", frozenset()), "")


def find_cues(document: Document, marks: Sequence[Mark]) -> list[Cue]:
    """Cues of `document` outside the marked spans `marks`, in order, without overlap."""
    mark_starts = [mark.left for mark in marks]
    token_starts = [token.start for token in document.tokens]
    cues: list[Cue] = []
    last = _BEFORE_ALL
    for hit in cue_matcher().find(document.folded):
        mark = bisect_right(mark_starts, hit.start) - 1
        is_marked = mark >= 0 and hit.start < marks[mark].right
        if is_marked or hit.start < last.end:
            continue
        if _has_source_before(hit, last):
            last = cues[-1] = replace(last, end=hit.end)  # «according to what X said»: one cue
            continue
        cue = Cue(hit.start - len(hit.clitic), hit.start, hit.end, hit.entry, hit.clitic)
        position = bisect_left(token_starts, cue.begin)
        if not _is_name_after(hit, last) and _is_reporting(document, cue, position):
            cues.append(cue)
            last = cue
    return cues


def _has_source_before(hit: Hit[CueEntry], last: Cue) -> bool:
    """True if a source phrase ends right before the hit."""
    return last.kind == "source" and hit.start - last.end <= 1


def _is_name_after(hit: Hit[CueEntry], last: Cue) -> bool:
    """True if a verb is right after a verb of saying: it spells the speaker's name."""
    if hit.entry.kind != "verb" or hit.clitic or hit.start - last.end != 1:
        return False
    return last.kind == "verb" and last.group == "utter"


def _is_reporting(document: Document, cue: Cue, position: int) -> bool:
    """True if the word, the token at `position`, is used as a cue there."""
    if cue.kind == "none":
        return True
    if not _has_cue_clitic(cue):
        return False
    before = _roles_at(document, position - 1)
    if "an" in before and "without" in _roles_at(document, position - 2):
        return False
    return cue.kind != "verb" or _is_finite_verb(document, cue, before)


def _has_cue_clitic(cue: Cue) -> bool:
    """True if the clitic suits the cue: no preposition before a verb, no future of «go on»."""
    if cue.kind in _VERBAL and not is_clitic_of(cue.clitic, "conjunction", "future"):
        return False
    return cue.group != "continue" or clitic_kind(cue.clitic) != "future"


def _is_finite_verb(document: Document, cue: Cue, before: frozenset[str]) -> bool:
    """True if a verb is not negated and not the noun that its letters also spell.

    `before` are the roles of the word before it.
    """
    if "negation" in before and cue.group != "believe":
        return False
    roles = word_roles(document.folded[cue.start : cue.end])
    if "joined" in roles and not cue.is_joined:
        return False
    is_homograph = "homograph" in roles and not cue.clitic
    return not is_homograph or before.isdisjoint(_BEFORE_NOUN)


def _roles_at(document: Document, position: int) -> frozenset[str]:
    """The roles of the token at `position`, none before the first token."""
    return word_roles(document.tokens[position].text) if position >= 0 else frozenset()
