"""The noun phrase that a clause or sentence begins with, behind its particles and dateline."""

from __future__ import annotations

from alaqat.lexicon.distances import distance
from alaqat.model.records import Token
from alaqat.quotes.document_index import DocumentIndex, MentionRef
from alaqat.quotes.quote_lexicon import word_roles
from alaqat.quotes.speaker_lexicon import speaker_noun
from alaqat.quotes.speakers import Speaker, read_speaker
from alaqat.quotes.unlisted_names import is_person_word


def main_subject(
    index: DocumentIndex, start: int, stop: int, *, can_skip: bool = True
) -> Speaker | None:
    """The subject of the main verb of `start:stop`.

    With `can_skip` a leading adverbial phrase is skipped up to its comma.
    """
    first = _first_word(index, start, stop)
    if first is None:
        return None
    mention = index.mention_in(first.start, first.end)
    if can_skip and _is_adverbial(first, mention):
        comma = index.text.find(
            "،", first.end, min(stop, first.end + distance("quote-adverbial-phrase"))
        )
        return main_subject(index, comma + 1, stop, can_skip=False) if comma >= 0 else None
    is_nominal = mention is not None or speaker_noun(first.text) is not None
    subject = read_speaker(index, first.start if is_nominal else first.end, stop)
    if subject is None or subject.is_described:
        return subject
    # A noun that no list explains is more often a thing than a person.
    return subject if is_person_word(index.first_word(subject.start, subject.end)) else None


def topic(index: DocumentIndex, start: int, stop: int) -> Speaker | None:
    """The noun phrase a clause begins with; None if a verb of reporting begins it."""
    first = _first_word(index, start, stop)
    if first is None or index.is_verb_cue(first.start):
        return None
    return read_speaker(index, first.start, stop)


def _first_word(index: DocumentIndex, start: int, stop: int) -> Token | None:
    """The first word of a clause behind punctuation and leading particles."""
    for token in index.tokens(start, stop, distance("quote-lead-tokens")):
        if token.text[0].isalnum() and "lead" not in word_roles(token.text):
            return token
    return None


def _is_adverbial(token: Token, mention: MentionRef | None) -> bool:
    """True if a preposition or particle is before the noun or is attached to the mention."""
    if not word_roles(token.text).isdisjoint({"soft", "breaker"}):
        return True
    return mention is not None and mention.start > token.start + 1
