"""The subject that follows its verb, distinguished from an object that does."""

from __future__ import annotations

from alaqat.lexicon.distances import distance
from alaqat.quotes import topics
from alaqat.quotes.agreement import cue_agreement
from alaqat.quotes.content_spans import COMMAS, Content
from alaqat.quotes.cue_finder import Cue
from alaqat.quotes.object_start import object_start
from alaqat.quotes.quote_lexicon import has_suffix, word_roles
from alaqat.quotes.speaker_history import SpeakerHistory
from alaqat.quotes.speakers import Speaker, read_speaker
from alaqat.quotes.subject_start import subject_start
from alaqat.quotes.syntax import (
    TRANSITIVE,
    has_charge_after,
    has_object_pronoun,
)

# Classes of verbs with their object before its evaluation.
_OBJECT_FIRST = frozenset({"evaluate", "accuse"})
_WITH_ADDRESSEE = frozenset({"demand", "address"})
_LEADING = frozenset({"lead", "negation"})
_COURTESY = 2  # words of a name with a title before it
_OBJECT_GAP = 2  # characters between an object and its evaluation


def subject_after(history: SpeakerHistory, cue: Cue, content: Content) -> Speaker | None:
    """The subject that follows the verb `cue`, before its content."""
    index = history.index
    if cue.kind == "participle":
        return None
    start = subject_start(index, cue.end, content.start)
    words = index.tokens(start, content.start, _COURTESY)
    bearer = history.resolver.bearer(words[:1], history.speaking)
    if bearer is not None:
        return bearer
    stop = object_start(index, cue, start, content)
    phrase = read_speaker(index, start, stop) or history.resolver.namesake(words)
    if phrase is None or _is_other_argument(history, cue, content, phrase):
        return None
    speaker = history.resolver.resolve(phrase, history.speaking)
    is_subject = speaker.is_described or _is_unlisted_subject(history, cue, content, speaker)
    return speaker if is_subject else None


def _is_other_argument(
    history: SpeakerHistory, cue: Cue, content: Content, phrase: Speaker
) -> bool:
    """True if the phrase after a verb is its object: by its case, its gender or its place."""
    index = history.index
    word = index.first_word(subject_start(index, cue.end, phrase.end), phrase.end)
    if not history.resolver.can_follow(cue_agreement(cue, index.text), phrase, word):
        return True
    is_oblique = phrase.entity is None and has_suffix("oblique plural", word)
    return is_oblique or _is_object(history, cue, content, phrase)


def _is_unlisted_subject(
    history: SpeakerHistory, cue: Cue, content: Content, phrase: Speaker
) -> bool:
    """True if a phrase that no entity and no noun explains is the subject of the verb before it."""
    if cue.group == "utter" or has_object_pronoun(history.index, cue):
        return cue.group != "demand"
    return cue.group == "say" and not _is_led(history, cue)


def _is_object(history: SpeakerHistory, cue: Cue, content: Content, phrase: Speaker) -> bool:
    """True if the phrase after a transitive verb is its object, the subject being elsewhere."""
    if cue.group not in TRANSITIVE or has_object_pronoun(history.index, cue):
        return False
    if not phrase.is_described or _is_led(history, cue):
        return True
    if history.speaking is None and history.subject() is None:
        return False
    if not cue.is_joined:
        return False
    word = history.index.first_word(phrase.start, phrase.end)
    if cue.group in _WITH_ADDRESSEE and "addressed" in word_roles(word):
        return True
    return _is_object_first(history, cue, content, phrase)


def _is_object_first(history: SpeakerHistory, cue: Cue, content: Content, phrase: Speaker) -> bool:
    """True if a verb that evaluates or accuses goes on from its object to what it says of it."""
    if cue.group == "accuse" and has_charge_after(history.index, phrase):
        return True
    if cue.group not in _OBJECT_FIRST or content.start - phrase.end > _OBJECT_GAP:
        return False
    return content.complement is None or content.complement.role != "an"


def _is_set_off(text: str) -> bool:
    """True if commas enclose all that is between a name and its verb."""
    between = text.strip()
    return len(between) > 1 and between[0] in COMMAS and between[-1] in COMMAS


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
    if topic.type == "PER" and _is_set_off(index.text[topic.end : cue.begin]):
        return True
    return all(
        token.text in pauses or not _LEADING.isdisjoint(word_roles(token.text))
        for token in index.tokens(topic.end, cue.begin, distance("quote-verb-reach"))
    )
