"""Where the subject of a verb can begin: behind what may stand between the two."""

from __future__ import annotations

from collections.abc import Sequence

from alaqat.lexicon.distances import distance
from alaqat.model.records import Token
from alaqat.quotes.document_index import DocumentIndex
from alaqat.quotes.quote_lexicon import (
    has_suffix,
    is_adjective,
    is_definite,
    spelled_forms,
    word_roles,
)

_CLOSING = {"(": ")", "[": "]", "-": "-", "–": "–", "—": "—"}
_COMMAS = frozenset("،,")
_PASSED = frozenset({"adverb", "mood", "pronominal"})
_SHORTEST_CIRCUMSTANCE = 5  # letters of «ضاحكا», its ending included
_TANWIN = "\u064b"
_OCCASION = 2  # words of the shortest occasion
_LONGEST_OCCASION = 3


def subject_start(index: DocumentIndex, start: int, stop: int) -> int:
    """The offset in `start:stop` behind what may stand between a verb and its subject.

    That is a comma, an adverb, «to him», a remark in brackets or between dashes, an occasion («at
    that time»), and how the speaker is («smiling»).
    """
    tokens = index.tokens(start, stop, distance("quote-phrase-tokens"))
    position = 0
    while position < len(tokens):
        length = _length_of_passed(index, tokens[position:])
        if not length:
            return tokens[position].start
        position += length
    return stop


def _length_of_passed(index: DocumentIndex, tokens: Sequence[Token]) -> int:
    """How many of the first tokens stand between a verb and its subject."""
    first = tokens[0]
    if first.text in _CLOSING:
        return _length_of_remark(tokens)
    roles = word_roles(first.text)
    if first.text in _COMMAS or (not _PASSED.isdisjoint(roles) and "soft" not in roles):
        return 1
    if index.document.surface(first.start, first.end) in spelled_forms("spelled adverb"):
        return 1
    if is_circumstance(index, tokens):
        return 1
    return _length_of_occasion(index, tokens)


def _length_of_remark(tokens: Sequence[Token]) -> int:
    """The tokens of a remark with its brackets or dashes; 1 where it is not closed."""
    closing = _CLOSING[tokens[0].text]
    ends = (place for place, token in enumerate(tokens[1:], 2) if token.text == closing)
    return next(ends, 1)


def is_circumstance(index: DocumentIndex, tokens: Sequence[Token]) -> bool:
    """True if the first token is an indefinite accusative and no name («smiling»).

    Where its ending is not written out, it has punctuation or nothing after it.
    """
    token, following = tokens[0], tokens[1:2]
    if len(token.text) < _SHORTEST_CIRCUMSTANCE or not has_suffix("accusative", token.text):
        return False
    if is_definite(token.text) or index.mention_in(token.start, token.end) is not None:
        return False
    is_written = _TANWIN in index.document.surface(token.start, token.end)
    is_last = not following or not following[0].text[0].isalnum()
    return is_written or (is_last and is_adjective(token.text))


def _length_of_occasion(index: DocumentIndex, tokens: Sequence[Token]) -> int:
    """The tokens of «at that time», «in a later statement» before a name; 0 without them.

    A name behind a preposition («in a tweet on X») is no subject.
    """
    roles = [word_roles(token.text) for token in tokens[:_LONGEST_OCCASION]]
    if len(roles) < _LONGEST_OCCASION or "in" not in roles[0] or "occasion" not in roles[1]:
        return 0
    names = (index.mention_in(token.start, token.end) for token in tokens[_OCCASION:])
    places = (place for place, name in enumerate(names, _OCCASION) if name is not None)
    length = next(places, 0)
    is_posted = length > _OCCASION and "soft" in word_roles(tokens[length - 1].text)
    return length if length <= _LONGEST_OCCASION and not is_posted else 0
