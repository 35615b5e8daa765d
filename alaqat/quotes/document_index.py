"""Index of one article for the quote rules: tokens, mentions, marks and cues by folded offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from alaqat.lexicon.distances import distance
from alaqat.model.records import Document, Entity, Mention, Token
from alaqat.quotes.cue_finder import Cue, find_cues
from alaqat.quotes.mark_pairing import Mark, find_marks
from alaqat.quotes.quote_lexicon import NO_ROLES, word_roles
from alaqat.quotes.speaker_lexicon import is_preposed_noun


@dataclass(frozen=True, slots=True)
class MentionRef:
    """A mention with its entity and its folded offsets."""

    start: int
    end: int
    mention: Mention
    entity: Entity

    @property
    def type(self) -> str:
        """The type of its entity: PER, ORG, LOC, OTHER."""
        return self.entity.type


@dataclass(frozen=True, slots=True)
class DocumentIndex:
    """One article with its mentions, marks and cues in order, and their starts for bisection.

    All offsets are folded. `verb_starts` are the begins of the cues that are verbs.
    """

    document: Document
    mentions: Sequence[MentionRef]
    marks: Sequence[Mark]
    cues: Sequence[Cue]
    verb_starts: frozenset[int]
    token_starts: Sequence[int]
    mention_starts: Sequence[int]
    mark_starts: Sequence[int]

    @property
    def text(self) -> str:
        """The folded text."""
        return self.document.folded

    def token_position(self, offset: int) -> int:
        """Position of the first token that starts at or after `offset`."""
        return bisect_left(self.token_starts, offset)

    def tokens(self, start: int, stop: int, limit: int = 60) -> Sequence[Token]:
        """At most `limit` tokens of `start:stop`."""
        first = self.token_position(start)
        last = min(bisect_left(self.token_starts, stop), first + limit)
        return self.document.tokens[first:last]

    def token_before(self, offset: int, back: int = 1) -> Token | None:
        """The token `back` places before `offset`; None before the first token."""
        position = self.token_position(offset) - back
        return self.document.tokens[position] if position >= 0 else None

    def word_before(self, offset: int) -> Token | None:
        """The token before the one that holds `offset`; None before the first token."""
        token = self.token_before(offset)
        is_inside = token is not None and token.end > offset
        return self.token_before(token.start) if token and is_inside else token

    def roles_before(self, offset: int, back: int = 1) -> frozenset[str]:
        """The roles of the token `back` places before `offset`."""
        token = self.token_before(offset, back)
        return word_roles(token.text) if token is not None else NO_ROLES

    def first_word(self, start: int, end: int) -> str:
        """The first word of `start:end`, up to a space."""
        return self.text[start:end].split(" ", 1)[0]

    def mention_in(self, start: int, stop: int) -> MentionRef | None:
        """The first mention that starts in `start:stop`."""
        position = bisect_left(self.mention_starts, start)
        if position < len(self.mentions) and self.mentions[position].start < stop:
            return self.mentions[position]
        return None

    def mentions_before(self, offset: int, limit: int) -> Sequence[MentionRef]:
        """At most `limit` mentions that start before `offset`, the nearest first."""
        position = bisect_left(self.mention_starts, offset)
        return self.mentions[max(0, position - limit) : position][::-1]

    def mentions_after(self, offset: int, limit: int) -> Sequence[MentionRef]:
        """At most `limit` mentions that start at or after `offset`."""
        position = bisect_left(self.mention_starts, offset)
        return self.mentions[position : position + limit]

    def last_mention(self, before: int, *types: str, within: int) -> MentionRef | None:
        """The nearest possible speaker of one of `types` that ends at or before `before`.

        The mention starts at most `within` characters before `before`.
        """
        for mention in self.mentions_before(before, distance("quote-speaker-mentions-back")):
            if before - mention.start > within:
                return None
            if mention.end <= before and mention.type in types and self.can_speak(mention):
                return mention
        return None

    def can_speak(self, mention: MentionRef) -> bool:
        """True if a mention is outside marks and no platform, and nothing is sent to it.

        «A copy reached the site of X» has a preposition on the noun before the name.
        """
        noun = self.word_before(mention.start)
        is_receiver = noun is not None and is_preposed_noun(noun.text)
        if is_receiver or self.is_inside_marks(mention.start):
            return False
        return "platform" not in word_roles(self.text[mention.start : mention.end])

    def is_inside_marks(self, offset: int) -> bool:
        """True if `offset` is inside marked words."""
        position = bisect_right(self.mark_starts, offset) - 1
        return position >= 0 and offset < self.marks[position].right

    def is_inside_mention(self, offset: int) -> bool:
        """True if `offset` is inside a mention, past its start."""
        position = bisect_left(self.mention_starts, offset) - 1
        return position >= 0 and offset < self.mentions[position].end

    def has_word_after(self, offset: int) -> bool:
        """True if a word follows at `offset`, after at most one space."""
        return self.text[offset : offset + 2].strip()[:1].isalnum()

    def is_verb_cue(self, offset: int) -> bool:
        """True if a verb that is a cue begins at `offset`, its conjunction included."""
        return offset in self.verb_starts

    def marks_in(self, start: int, stop: int) -> Sequence[Mark]:
        """Marked spans that open in `start:stop`."""
        first, last = bisect_left(self.mark_starts, start), bisect_left(self.mark_starts, stop)
        return self.marks[first:last]


def build_index(document: Document, entities: Sequence[Entity]) -> DocumentIndex:
    """Index an article with its entities and their mentions."""
    marks = find_marks(document.folded)
    mentions = _outermost(_mention_refs(document, entities))
    cues = _outside_names(find_cues(document, marks), mentions)
    return DocumentIndex(
        document=document,
        mentions=mentions,
        marks=marks,
        cues=cues,
        verb_starts=frozenset(cue.begin for cue in cues if cue.kind == "verb"),
        token_starts=[token.start for token in document.tokens],
        mention_starts=[mention.start for mention in mentions],
        mark_starts=[mark.left for mark in marks],
    )


def _outside_names(cues: Sequence[Cue], mentions: Sequence[MentionRef]) -> list[Cue]:
    """The cues without those that spell a part of a person's name."""
    starts = [mention.start for mention in mentions]

    def is_inside_name(cue: Cue) -> bool:
        position = bisect_left(starts, cue.start) - 1
        is_inside = position >= 0 and cue.start < mentions[position].end
        return is_inside and mentions[position].type == "PER"

    return [cue for cue in cues if not is_inside_name(cue)]


def _mention_refs(document: Document, entities: Sequence[Entity]) -> list[MentionRef]:
    """Every mention of every entity, by start, the longer one first."""
    refs = [
        MentionRef(*document.folded_span(mention.start, mention.end), mention, entity)
        for entity in entities
        for mention in entity.mentions
    ]
    return sorted(refs, key=lambda ref: (ref.start, -ref.end))


def _outermost(mentions: Sequence[MentionRef]) -> list[MentionRef]:
    """The mentions, sorted by start, without those that begin inside another."""
    outermost: list[MentionRef] = []
    for mention in mentions:
        if not outermost or mention.start >= outermost[-1].end:
            outermost.append(mention)
    return outermost
