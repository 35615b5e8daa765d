"""Where the object of a verb begins that has its subject right before: «the minister the envoy»."""

from __future__ import annotations

from itertools import takewhile

from alaqat.arabic.clitics import has_definite_article
from alaqat.lexicon.distances import distance
from alaqat.model.records import Token
from alaqat.quotes.content_spans import Content
from alaqat.quotes.cue_finder import Cue
from alaqat.quotes.document_index import DocumentIndex, MentionRef
from alaqat.quotes.quote_lexicon import has_suffix, is_definite, word_roles
from alaqat.quotes.speaker_lexicon import demonym, is_honorific, is_relation, noun_kind

# Classes of verbs with the one spoken to as object.
_TWO_PLACE = frozenset({"accuse", "demand", "address"})
_SUBJECTS = frozenset({"person", "group", "body", "medium"})
_ENDING = frozenset({"soft", "breaker", "an", "bi", "who"})
_SHORTEST_PLURAL = 6  # letters of a plural with its article («العين» is none)


def object_start(index: DocumentIndex, cue: Cue, start: int, content: Content) -> int:
    """The offset of the object in the phrase at `start`; where the words begin if it has none.

    The subject is complete with its first definite noun or name; the next noun of a person or
    body is the object's then («the prime minister | the farmers»).
    """
    stop = content.start
    if not _can_have_object(cue, content):
        return stop
    is_complete = False
    for token in takewhile(_is_inside, index.tokens(start, stop, distance("quote-phrase-tokens"))):
        mention = index.mention_in(token.start, token.end)
        if is_complete and (_is_body_at(mention, token) or _can_begin_object(token.text)):
            return token.start
        is_complete |= mention is not None or _is_complete_with(token.text)
    return stop


def _is_body_at(mention: MentionRef | None, token: Token) -> bool:
    """True for a body or place that begins with the token and is no nationality."""
    if mention is None or mention.type == "PER" or mention.start != token.start:
        return False
    return demonym(token.text) is None


def _is_complete_with(word: str) -> bool:
    """True for a word that nothing can follow as its genitive: definite, nunated, a nationality."""
    kind = noun_kind(word)
    is_nunated = kind == "group" and has_suffix("plural person", word)
    is_definite_noun = has_definite_article(word) and kind is not None
    return is_definite(word) or is_definite_noun or is_nunated or demonym(word) is not None


def _can_have_object(cue: Cue, content: Content) -> bool:
    """True for a verb of two places, and for a verb of saying with «ب» («reminded X of»)."""
    if cue.kind != "verb" or content.complement is None:
        return False
    return cue.group in _TWO_PLACE or (cue.group == "say" and content.complement.role == "bi")


def _is_inside(token: Token) -> bool:
    """True for a word of the phrase: punctuation and particles end it."""
    return token.text[0].isalnum() and _ENDING.isdisjoint(word_roles(token.text))


def _can_begin_object(word: str) -> bool:
    """True for a noun of a person or body that is no title before a name, and for «the farmers»."""
    if is_definite(word) and len(word) >= _SHORTEST_PLURAL and has_suffix("oblique plural", word):
        return True
    if is_relation(word):
        return has_suffix("owner", word)
    if is_honorific(word) or demonym(word) is not None or "stacked" in word_roles(word):
        return False
    return noun_kind(word) in _SUBJECTS
