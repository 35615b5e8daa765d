"""Finds reporting cues: verbs, participles, nouns and source phrases that introduce quotes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from alaqat.arabic.clitics import clitic_kind, has_conjunction
from alaqat.lexicon.distances import distance
from alaqat.lexicon.match import Hit
from alaqat.model.records import Document
from alaqat.quotes.mark_pairing import Mark
from alaqat.quotes.quote_lexicon import (
    CueEntry,
    cue_matcher,
    is_clitic_of,
    is_definite,
    is_part_of_names,
    is_verb_with_object,
    word_roles,
)
from alaqat.quotes.speaker_lexicon import is_honorific, noun_kind

# Roles of words that come before a noun but hardly before a finite verb.
_BEFORE_NOUN = frozenset({"soft", "an", "bi", "necessity", "about", "ala", "ila", "min", "prenoun"})
# Kinds of cues that take no preposition before them.
_VERBAL = frozenset({"verb", "participle"})
_SENTENCE_ENDS = frozenset(".!؟?:")
_LONGEST_COURTESY = 12  # characters of a title between a verb and a name
_STOPS = frozenset(".،,؛:")
# Roles of words that bring what a verb reports, and kinds of nouns that can be its subject.
_COMPLEMENTIZERS = frozenset({"an", "bi", "pronominal"})
_SPEAKERS = frozenset({"person", "group", "body", "medium", "report", "document"})
_SAYING = frozenset({"utter", "say"})


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
        if cue.kind == "source":
            cue = _source_cue(document, cue, position)
        if not _is_name_after(document, hit, last) and _is_reporting(document, cue, position):
            cues.append(cue)
            last = cue
    return cues


def _source_cue(document: Document, cue: Cue, position: int) -> Cue:
    """A source phrase that begins at the token `position`, with the verb that goes on with it.

    «As X said» is the verb alone («also») where a sentence begins with it or content follows.
    """
    words = document.folded[cue.start : cue.end].split(" ", 1)
    if "as" in word_roles(words[0]) and _is_additive(document, position):
        verb = cue_matcher().find(words[-1])[0]
        start = cue.end - len(words[-1])
        return replace(cue, begin=start, start=start, entry=verb.entry, clitic="")
    last = bisect_left([token.start for token in document.tokens[position:]], cue.end) + position
    following = document.tokens[last].text if last < len(document.tokens) else ""
    if "what" in word_roles(words[-1]) and is_verb_with_object(following):
        return replace(cue, end=document.tokens[last].end)
    return cue


def _is_additive(document: Document, position: int) -> bool:
    """True if «as» at the token `position` means «also».

    It begins its sentence, or a complementizer or marks follow before a pause.
    """
    before = document.tokens[position - 1].text if position else "."
    if before[-1] in _SENTENCE_ENDS:
        return True
    for token in document.tokens[position : position + distance("quote-complement-reach")]:
        if not word_roles(token.text).isdisjoint({"an", "bi"}):
            return True
        if token.text in _STOPS:
            return False
    return False


def _has_source_before(hit: Hit[CueEntry], last: Cue) -> bool:
    """True if a source phrase ends right before the hit."""
    return last.kind == "source" and hit.start - last.end <= 1


def _is_name_after(document: Document, hit: Hit[CueEntry], last: Cue) -> bool:
    """True if a verb is right after a verb of saying: it spells the speaker's name.

    A title of courtesy may be between («Mr»).
    """
    if hit.entry.kind != "verb" or hit.clitic or hit.start - last.end > _LONGEST_COURTESY:
        return False
    between = document.folded[last.end : hit.start].strip()
    if between and not is_honorific(between):
        return False
    return last.kind == "verb" and last.group in _SAYING


def _is_reporting(document: Document, cue: Cue, position: int) -> bool:
    """True if the word, the token at `position`, is used as a cue there."""
    if cue.kind == "none":
        return True
    if not _has_cue_clitic(cue):
        return False
    before = _roles_at(document, position - 1)
    if "an" in before and "without" in _roles_at(document, position - 2):
        return False
    return cue.kind != "verb" or _is_finite_verb(document, cue, position)


def _has_cue_clitic(cue: Cue) -> bool:
    """True if the clitic suits the cue: no preposition before a verb, no future of «go on»."""
    if cue.kind in _VERBAL and not is_clitic_of(cue.clitic, "conjunction", "future"):
        return False
    return cue.group != "continue" or clitic_kind(cue.clitic) != "future"


def _is_finite_verb(document: Document, cue: Cue, position: int) -> bool:
    """True if a verb is not negated and not the noun or adjective that its letters also spell.

    It is the token at `position`.
    """
    before = _roles_at(document, position - 1)
    if "negation" in before and cue.group != "believe":
        return False
    roles = word_roles(document.folded[cue.start : cue.end])
    if "joined" in roles and not cue.is_joined:
        return False
    if "homograph" not in roles or cue.clitic:
        return True
    following = document.tokens[position + 1 : position + 2]
    if "superlative" in roles and any(_is_ranked(token.text) for token in following):
        return False
    return before.isdisjoint(_BEFORE_NOUN)


def _is_ranked(word: str) -> bool:
    """True for a word that a superlative before it ranks («the foremost newspapers»).

    It has no article, heads no description and is no part of names.
    """
    is_noun = word.isalpha() and word_roles(word).isdisjoint(_COMPLEMENTIZERS)
    if not is_noun or is_definite(word) or is_part_of_names(word):
        return False
    return noun_kind(word) not in _SPEAKERS


def _roles_at(document: Document, position: int) -> frozenset[str]:
    """The roles of the token at `position`, none before the first token."""
    return word_roles(document.tokens[position].text) if position >= 0 else frozenset()
