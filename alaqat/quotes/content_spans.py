"""Where reported words begin and end: the complement of a cue, and the clause it opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from alaqat.lexicon.distances import distance
from alaqat.model.records import Token
from alaqat.quotes.cue_finder import Cue
from alaqat.quotes.document_index import DocumentIndex
from alaqat.quotes.mark_pairing import Mark
from alaqat.quotes.marked_names import is_name
from alaqat.quotes.quote_lexicon import forms_of, is_present_verb, word_roles

COMMAS = frozenset("،,؛")
_COMPLEMENTIZERS = ("an", "bi", "fa")
_PREPOSITIONS = ("ila", "ala", "min", "can")
_EDGE = " \n\t.,،؛:!?؟…-–—)("
_CLOSING_MARKS = '"«“”'
# Classes of verbs after which «that» with a verb in the present reports no words.
_WISHING = frozenset({"demand", "deny", "express", "accuse", "answer"})
_THAT = 2  # letters of the complementizer without a preposition
_VERB_REACH = 3  # characters from a complementizer into the verb after it
_PARTICLES = 2  # a clause is not cut after so few words, which contain no verb


@dataclass(frozen=True, slots=True)
class Complement:
    """A complementizer: `start` with its preposition, `end` where its clause begins, its role."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Content:
    """What follows a cue up to the next one; `start` is the first of complement, marks, colon."""

    start: int
    complement: Complement | None
    marks: tuple[Mark, ...]
    colon: int | None

    @property
    def is_unmarked(self) -> bool:
        """True if neither marks nor a colon follow the cue."""
        return not self.marks and self.colon is None


def find_content(index: DocumentIndex, cue: Cue, stop: int) -> Content:
    """The content of `cue`, looked for in the text up to `stop`."""
    marks = [mark for mark in index.marks_in(cue.end, stop) if not is_name(index, mark)]
    complement = _complement(index, cue, stop)
    if complement is not None:
        marks = _marks_with_complement(index, marks, complement)
        if marks and marks[0].left < complement.start:
            complement = None
    first_mark = marks[0].left if marks else stop
    colon = _colon(index, cue, first_mark)
    start = min(first_mark, complement.start if complement else stop, colon or stop)
    return Content(start, complement, tuple(marks), colon)


def _marks_with_complement(
    index: DocumentIndex, marks: Sequence[Mark], complement: Complement
) -> list[Mark]:
    """The marks without those before the complementizer that may be part of the narration."""
    return [mark for mark in marks if mark.left >= complement.start or _is_certain(index, mark)]


def _is_certain(index: DocumentIndex, mark: Mark) -> bool:
    """True if marks before a complementizer are the content anyway: long or after a colon."""
    is_long = mark.words >= distance("quote-certain-words")
    return is_long or index.text[: mark.left][-3:].strip().endswith(":")


def _colon(index: DocumentIndex, cue: Cue, stop: int) -> int | None:
    """Offset of the first colon after the cue, or None."""
    offset = index.text.find(":", cue.end, min(stop, cue.end + distance("quote-colon-reach")))
    return offset if offset >= 0 else None


def _complement(index: DocumentIndex, cue: Cue, stop: int) -> Complement | None:
    """The first complementizer that the cue can govern."""
    tokens = index.tokens(cue.end, stop, distance("quote-complement-reach"))
    for position, token in enumerate(tokens):
        roles = word_roles(token.text)
        if not roles or index.is_inside_marks(token.start) or index.is_inside_mention(token.start):
            continue
        if "cut" in roles and _has_punctuation_before(tokens, position):
            return None
        complement = _complement_at(cue, tokens, position)
        if complement is not None:
            return complement
    return None


def _has_punctuation_before(tokens: Sequence[Token], position: int) -> bool:
    """True if punctuation parts a token from the one before it."""
    return position > 0 and not tokens[position - 1].text[0].isalnum()


def _complement_at(cue: Cue, tokens: Sequence[Token], position: int) -> Complement | None:
    """The complementizer at `position` if it is one and the cue takes it."""
    roles = word_roles(tokens[position].text)
    role = next(filter(roles.__contains__, _COMPLEMENTIZERS), None)
    if role is None or (role == "an" and _has_necessity_before(tokens, position)):
        return None
    complement = Complement(tokens[position].start, _end_of_repeated(tokens, position), role)
    if role == "an":
        complement = _with_preposition(complement, tokens, position)
    return complement if _can_take(cue, complement.role) else None


def _can_take(cue: Cue, role: str) -> bool:
    """True if a cue takes complements of a role; a source phrase takes all."""
    return cue.kind == "source" or (role != "fa" and role in cue.entry.takes)


def _has_necessity_before(tokens: Sequence[Token], position: int) -> bool:
    """True after a word of need or judgement, adverbs between («very sad that»)."""
    while position > 1 and "adverb" in word_roles(tokens[position - 1].text):
        position -= 1
    return position > 0 and "necessity" in word_roles(tokens[position - 1].text)


def _with_preposition(complement: Complement, tokens: Sequence[Token], position: int) -> Complement:
    """The complement with the preposition right before `position`, if one is there."""
    for before in tokens[max(0, position - 1) : position]:
        roles = word_roles(before.text)
        role = next(filter(roles.__contains__, _PREPOSITIONS), complement.role)
        start = complement.start if role == complement.role else before.start
        return replace(complement, start=start, role=role)
    return complement


def _end_of_repeated(tokens: Sequence[Token], position: int) -> int:
    """End of the complementizer, one written twice included (a common slip)."""
    end = position
    while end + 1 < len(tokens) and tokens[end + 1].text == tokens[position].text:
        end += 1
    return tokens[end].end


def reported_clause(index: DocumentIndex, start: int, stop: int) -> tuple[int, int]:
    """The span of the reported clause of `start:stop`: it ends at the narrator's next words."""
    tokens = index.tokens(start, stop, distance("quote-clause-tokens"))
    for position, token in enumerate(tokens):
        if "cut" in word_roles(token.text) and _is_cut(tokens, position):
            return _trimmed(index, start, token.start)
    return _trimmed(index, start, stop)


def _is_cut(tokens: Sequence[Token], position: int) -> bool:
    """True if a particle of the narrator has a comma before it or needs none."""
    if position <= _PARTICLES:
        return False
    is_lone = "lone" in word_roles(tokens[position].text)
    return is_lone or tokens[position - 1].text in COMMAS


def is_wish(index: DocumentIndex, cue: Cue, complement: Complement) -> bool:
    """True if «that» after a verb of will or doubt opens what should be done («asked him to …»).

    Its verb, in the present, follows at once.
    """
    that = index.first_word(complement.end - _THAT, complement.end)
    if cue.group not in _WISHING or that not in forms_of("that"):
        return False
    verb = next(iter(index.tokens(complement.end, complement.end + _VERB_REACH, 1)), None)
    return verb is not None and is_present_verb(verb.text)


def _trimmed(index: DocumentIndex, start: int, stop: int) -> tuple[int, int]:
    """The span without punctuation around it, its closing bracket included."""
    inner = index.text[start:stop]
    begin = start + len(inner) - len(inner.lstrip(_EDGE))
    end = max(begin, start + len(inner.rstrip(_EDGE + _CLOSING_MARKS)))
    if _is_bracket_open(index.text[begin:end]) and index.text[end : end + 1] == ")":
        end += 1
    return begin, end


def _is_bracket_open(text: str) -> bool:
    """True if `text` opens more round brackets than it closes."""
    return text.count(")") < text.count("(")
