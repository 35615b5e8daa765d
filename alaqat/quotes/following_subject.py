"""The subject that follows its verb, distinguished from an object that does."""

from __future__ import annotations

from alaqat.lexicon.distances import distance
from alaqat.quotes import topics
from alaqat.quotes.content_spans import COMMAS, Content
from alaqat.quotes.cue_finder import Cue
from alaqat.quotes.quote_lexicon import has_affix, is_definite, word_roles
from alaqat.quotes.speaker_history import SpeakerHistory
from alaqat.quotes.speakers import Speaker, read_speaker
from alaqat.quotes.syntax import (
    TRANSITIVE,
    has_charge_after,
    has_object_pronoun,
    is_adjacent,
    is_complement,
    is_no_subject,
)

# Classes of verbs with their object before its evaluation.
_OBJECT_FIRST = frozenset({"evaluate", "accuse"})
_LEADING = frozenset({"lead", "negation"})
_OBJECT_GAP = 2  # characters between an object and its evaluation


def subject_after(history: SpeakerHistory, cue: Cue, content: Content) -> Speaker | None:
    """The subject that follows the verb `cue`, before its content."""
    index = history.index
    if cue.kind == "participle":
        return None
    pause = index.text[cue.end : cue.end + 1] in COMMAS
    phrase = read_speaker(index, cue.end + pause, content.start)
    if phrase is None or is_no_subject(index, phrase):
        return None
    if _is_object(history, cue, content, phrase):
        return None
    speaker = history.resolver.resolve(phrase, history.speaking)
    if speaker.is_described:
        return speaker
    return speaker if _is_unlisted_subject(history, cue, content, speaker) else None


def _is_unlisted_subject(
    history: SpeakerHistory, cue: Cue, content: Content, phrase: Speaker
) -> bool:
    """True if a phrase that no entity and no noun explains is the subject of the verb before it."""
    index = history.index
    if cue.group == "utter" or has_object_pronoun(index, cue):
        return cue.group != "demand" and not is_complement(index, cue, phrase)
    if cue.group != "say" or _is_led(history, cue):
        return False
    text = index.text[phrase.start : phrase.end]
    return is_definite(text) or text.isascii() or is_adjacent(index, phrase, content)


def _is_object(history: SpeakerHistory, cue: Cue, content: Content, phrase: Speaker) -> bool:
    """True if the phrase after a transitive verb is its object, the subject being elsewhere."""
    if cue.group not in TRANSITIVE or has_object_pronoun(history.index, cue):
        return False
    if not phrase.is_described or _is_led(history, cue):
        return True
    if history.speaking is None and history.subject() is None:
        return False
    text = history.index.text
    if phrase.type == "LOC" and not has_affix("feminine", text[cue.start : cue.end]):
        # A place is feminine, except a few names: it is no subject of a masculine verb.
        return "masculine" not in word_roles(text[phrase.start : phrase.end])
    return cue.is_joined and _is_object_first(history, cue, content, phrase)


def _is_object_first(history: SpeakerHistory, cue: Cue, content: Content, phrase: Speaker) -> bool:
    """True if a verb that evaluates or accuses goes on from its object to what it says of it."""
    if cue.group == "accuse" and has_charge_after(history.index, phrase):
        return True
    if cue.group not in _OBJECT_FIRST or content.start - phrase.end > _OBJECT_GAP:
        return False
    return content.complement is None or content.complement.role != "an"


def _is_led(history: SpeakerHistory, cue: Cue) -> bool:
    """True if the subject is right before an unjoined verb, at the beginning of its clause."""
    if cue.is_joined:
        return False
    index = history.index
    topic = topics.topic(index, history.clause_start(cue), cue.begin)
    if topic is None or not topic.is_described:
        return False
    # A person's name may be set off by commas.
    pauses = COMMAS if topic.type == "PER" else frozenset[str]()
    return all(
        token.text in pauses or not _LEADING.isdisjoint(word_roles(token.text))
        for token in index.tokens(topic.end, cue.begin, distance("quote-verb-reach"))
    )
