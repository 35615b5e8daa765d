"""What the rules look at: one article's folded text, tokens, mentions, marks and cues, by position."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from alaqat.arabic.clitics import has_conjunction
from alaqat.lexicon.match import Hit
from alaqat.model.records import Document, Entity, Mention, Token
from alaqat.quotes import mark_pairing
from alaqat.quotes.mark_pairing import Mark
from alaqat.quotes.quote_lexicon import CueEntry, clitic_is, cues, parts

# What may stand before a noun but hardly before a finite verb.
_BEFORE_NOUN = frozenset({"soft", "an", "bi", "necessity", "about", "ala", "ila", "min", "prenoun"})


@dataclass(frozen=True, slots=True)
class Naming:
    """A mention with its entity and its folded offsets."""

    start: int
    end: int
    mention: Mention
    entity: Entity


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting cue in folded offsets; `start` is without the clitic, `begin` with it."""

    begin: int
    start: int
    end: int
    entry: CueEntry
    clitic: str

    @property
    def joined(self) -> bool:
        """Whether a conjunction is written before it."""
        return has_conjunction(self.clitic)


@dataclass(frozen=True, slots=True)
class View:
    """One article, ready to be asked what stands where."""

    document: Document
    namings: Sequence[Naming]
    marks: Sequence[Mark]
    cues: Sequence[Cue]
    cue_starts: frozenset[int]
    starts: Sequence[int]
    naming_starts: Sequence[int]
    mark_starts: Sequence[int]

    @property
    def text(self) -> str:
        """The folded text."""
        return self.document.folded

    def token_index(self, at: int) -> int:
        """Index of the first token that starts at or after `at`."""
        return bisect_left(self.starts, at)

    def tokens(self, start: int, stop: int, limit: int = 60) -> Sequence[Token]:
        """At most `limit` tokens of `start:stop`."""
        first = self.token_index(start)
        last = min(bisect_left(self.starts, stop), first + limit)
        return self.document.tokens[first:last]

    def naming_in(self, start: int, stop: int) -> Naming | None:
        """The first mention that starts in `start:stop`."""
        at = bisect_left(self.naming_starts, start)
        return (
            self.namings[at] if at < len(self.namings) and self.namings[at].start < stop else None
        )

    def before(self, at: int, limit: int) -> Sequence[Naming]:
        """At most `limit` mentions before `at`, the nearest first."""
        index = bisect_left(self.naming_starts, at)
        return self.namings[max(0, index - limit) : index][::-1]

    def after(self, at: int, limit: int) -> Sequence[Naming]:
        """At most `limit` mentions that start at or after `at`."""
        index = bisect_left(self.naming_starts, at)
        return self.namings[index : index + limit]

    def last_naming(self, before: int, *types: str, within: int = 10**9) -> Naming | None:
        """The nearest mention of one of `types` that ends at or before `before`, not inside marked words."""
        for naming in self.before(before, 40):
            if before - naming.start > within:
                return None
            if naming.end <= before and naming.entity.type in types and self._speaks(naming):
                return naming
        return None

    def _speaks(self, naming: Naming) -> bool:
        """Whether a mention can be a speaker: outside marks, and no place to publish."""
        return not self.marked(naming.start) and "platform" not in parts(
            self.text[naming.start : naming.end]
        )

    def marked(self, at: int) -> bool:
        """Whether folded offset `at` is inside marked words."""
        index = bisect_right(self.mark_starts, at) - 1
        return index >= 0 and at < self.marks[index].right

    def named(self, at: int) -> bool:
        """Whether folded offset `at` is inside a mention, past its start."""
        index = bisect_left(self.naming_starts, at) - 1
        return index >= 0 and at < self.namings[index].end

    def relative(self, cue: Cue) -> bool:
        """Whether a relative pronoun stands before a cue: «what he called …»."""
        at = self.token_index(cue.begin)
        return at > 0 and bool({"who", "relative"} & parts(self.document.tokens[at - 1].text))

    def is_cue(self, at: int) -> bool:
        """Whether a verb that is a cue begins at `at`, its conjunction included."""
        return at in self.cue_starts

    def after_where(self, cue: Cue) -> bool:
        """Whether «where» stands before a cue: «in a tweet, where he said …»."""
        at = self.token_index(cue.begin)
        return at > 0 and "where" in parts(self.document.tokens[at - 1].text)

    def marks_in(self, start: int, stop: int) -> Sequence[Mark]:
        """Marked spans that open in `start:stop`."""
        return self.marks[
            bisect_left(self.mark_starts, start) : bisect_left(self.mark_starts, stop)
        ]


def view(document: Document, entities: Sequence[Entity]) -> View:
    """Index an article for the rules."""
    found = mark_pairing.find(document.folded)
    lefts = [mark.left for mark in found]
    namings = sorted(_namings(document, entities), key=lambda naming: (naming.start, -naming.end))
    kept = _outermost(namings)
    starts = [token.start for token in document.tokens]
    hits = _cues(document, found, lefts, starts)
    return View(
        document,
        kept,
        found,
        hits,
        frozenset(cue.begin for cue in hits if cue.entry.kind == "verb"),
        starts,
        [naming.start for naming in kept],
        lefts,
    )


def _namings(document: Document, entities: Sequence[Entity]) -> list[Naming]:
    return [
        Naming(*document.folded_span(mention.start, mention.end), mention, entity)
        for entity in entities
        for mention in entity.mentions
    ]


def _outermost(namings: Sequence[Naming]) -> list[Naming]:
    """Mentions without those that lie inside another."""
    kept: list[Naming] = []
    for naming in namings:
        if not kept or naming.start >= kept[-1].end:
            kept.append(naming)
    return kept


def _cues(
    document: Document, found: Sequence[Mark], lefts: Sequence[int], starts: Sequence[int]
) -> list[Cue]:
    """Cues outside marked words, one per place."""
    kept: list[Cue] = []
    for hit in cues().find(document.folded):
        if kept and hit.start < kept[-1].end:
            continue
        at = bisect_right(lefts, hit.start) - 1
        if at >= 0 and hit.start < found[at].right:
            continue
        if kept and kept[-1].entry.kind == "source" and hit.start - kept[-1].end <= 1:
            kept[-1] = replace(kept[-1], end=hit.end)  # «according to what X said»: one cue
            continue
        if _is_name(kept, hit):
            continue
        cue = Cue(hit.start - len(hit.clitic), hit.start, hit.end, hit.entry, hit.clitic)
        if cue.entry.kind == "none" or _stands(document, cue, starts):
            kept.append(cue)
    return kept


def _is_name(kept: Sequence[Cue], hit: Hit[CueEntry]) -> bool:
    """Whether a verb stands right after a verb of saying: it spells the speaker's name."""
    last = kept[-1] if kept else None
    if last is None or hit.entry.kind != "verb" or hit.clitic or hit.start - last.end != 1:
        return False
    return last.entry.kind == "verb" and last.entry.group == "utter"


def _stands(document: Document, cue: Cue, starts: Sequence[int]) -> bool:
    """Whether the word is a cue there: not negated, not the noun it also spells, no preposition before it."""
    kind, group = cue.entry.kind, cue.entry.group
    if kind in ("verb", "participle") and not clitic_is(cue.clitic, "conjunction", "future"):
        return False
    if group == "continue" and cue.clitic and clitic_is(cue.clitic, "future"):
        return False  # «will go on with …» brings no words
    at = bisect_left(starts, cue.begin)
    before = parts(document.tokens[at - 1].text) if at else frozenset[str]()
    if "an" in before and at > 1 and "without" in parts(document.tokens[at - 2].text):
        return False
    if kind == "verb" and "negation" in before and group != "believe":
        return False
    if (
        kind == "verb"
        and not cue.joined
        and "joined" in parts(document.folded[cue.start : cue.end])
    ):
        return False
    homograph = (
        kind == "verb"
        and not cue.clitic
        and "homograph" in parts(document.folded[cue.start : cue.end])
    )
    return not homograph or not before & _BEFORE_NOUN
