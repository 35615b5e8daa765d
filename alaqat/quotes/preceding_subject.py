"""The subject that is before its verb, or that a verb without subject goes on with."""

from __future__ import annotations

from collections.abc import Sequence

from alaqat.arabic.clitics import without_conjunction
from alaqat.lexicon.distances import distance
from alaqat.model.records import Token
from alaqat.quotes import topics
from alaqat.quotes.cue_finder import Cue
from alaqat.quotes.quote_lexicon import is_definite, word_roles
from alaqat.quotes.speaker_history import SpeakerHistory
from alaqat.quotes.speaker_lexicon import noun_kind
from alaqat.quotes.speakers import Speaker, last_speaker, read_speaker
from alaqat.quotes.syntax import has_object_pronoun

_LEADING = frozenset({"lead", "adverb"})
_SPEAKING_KINDS = frozenset({"person", "body", "medium"})
_INITIAL = 2  # characters before the cue at the beginning of a sentence: a mark and a space


def elided_subject(history: SpeakerHistory, cue: Cue) -> Speaker | None:
    """The subject of a verb that has none after it."""
    if cue.kind == "participle":
        return _continued(history, cue)
    if cue.begin - history.start <= _INITIAL:
        return history.running or history.previous
    if cue.is_joined:
        return _continued(history, cue)
    return _unjoined(history, cue) or history.speaking or history.previous


def subject_before(history: SpeakerHistory, cue: Cue) -> Speaker | None:
    """A subject before its verb: the topic of the clause, otherwise the nearest mention."""
    start = history.clause_start(cue)
    topic = topics.topic(history.index, start, cue.begin)
    if topic is not None and (topic.is_known or _has_noun_first(history, topic)):
        return history.resolver.resolve(topic, history.running)
    reach = distance("quote-subject-lookback")
    speaker = last_speaker(history.index, cue.begin, "PER", "ORG", within=reach)
    return speaker if speaker is not None and speaker.start >= start else None


def _has_noun_first(history: SpeakerHistory, topic: Speaker) -> bool:
    """True if a description begins with its noun, not with a verb before it."""
    first = history.index.first_word(topic.start, topic.end)
    return topic.head is not None and noun_kind(first) is not None


def _continued(history: SpeakerHistory, cue: Cue) -> Speaker | None:
    """Who speaks on in a joined verb or a participle; a subject that no entity names comes last."""
    return (
        history.local
        or history.known_subject()
        or _nearest_person(history, cue)
        or history.running
        or history.subject()
    )


def _nearest_person(history: SpeakerHistory, cue: Cue) -> Speaker | None:
    """The nearest person named in the sentence before the cue."""
    return last_speaker(history.index, cue.begin, "PER", within=cue.begin - history.start)


def _unjoined(history: SpeakerHistory, cue: Cue) -> Speaker | None:
    """The subject of an unjoined verb inside its sentence."""
    before = history.index.roles_before(cue.begin)
    if cue.group == "evaluate" and not before.isdisjoint({"who", "relative"}):
        return history.local or history.subject() or history.running
    if "where" in before:
        return _after_where(history, cue)
    return (
        _antecedent(history, cue)
        or _adjacent_noun(history, cue)
        or subject_before(history, cue)
        or _unlisted_name(history, cue)
    )


def _after_where(history: SpeakerHistory, cue: Cue) -> Speaker | None:
    """The subject of «in a tweet, where he said …»."""
    subject = history.subject()
    person = subject if subject is not None and subject.is_person else None
    return (
        history.local
        or person
        or history.running
        or history.previous
        or subject_before(history, cue)
    )


def _antecedent(history: SpeakerHistory, cue: Cue) -> Speaker | None:
    """«the coach X, who said …»: what is before the relative pronoun."""
    index = history.index
    pronoun, noun = index.token_before(cue.begin), index.token_before(cue.begin, 2)
    if pronoun is None or noun is None or not noun.text.isalnum():
        return None
    is_relative = "who" in word_roles(without_conjunction(pronoun.text))
    if not is_relative or has_object_pronoun(index, cue):
        return None
    reach = distance("quote-antecedent-lookback")
    speaker = last_speaker(index, noun.end, "PER", "ORG", "LOC", within=reach)
    if speaker is not None and speaker.end == noun.end:
        return speaker
    return read_speaker(index, noun.start, noun.end) or Speaker(noun.start, noun.end)


def _adjacent_noun(history: SpeakerHistory, cue: Cue) -> Speaker | None:
    """«but the judge said»: a definite noun of a person or body right before the verb."""
    index = history.index
    noun = index.token_before(cue.begin)
    if noun is None or not _is_definite_speaker(noun) or index.is_inside_marks(noun.start):
        return None
    before = index.token_before(cue.begin, 2)
    if before is not None and _LEADING.isdisjoint(word_roles(before.text)):
        return None
    speaker = read_speaker(index, noun.start, cue.begin)
    if speaker is None:
        return None
    return history.resolver.resolve(speaker, history.running)


def _is_definite_speaker(token: Token) -> bool:
    """True for a definite noun of a person, a body or a medium."""
    return is_definite(token.text) and noun_kind(token.text) in _SPEAKING_KINDS


def _unlisted_name(history: SpeakerHistory, cue: Cue) -> Speaker | None:
    """A name no entity has before its verb: «but X, who …, said», «X said»."""
    if cue.group not in ("utter", "say"):
        return None
    topic = topics.topic(history.index, history.start, cue.begin)
    if topic is None or topic.is_described:
        return None
    between = history.index.tokens(topic.end, cue.begin, distance("quote-relative-reach"))
    if not _is_subject_gap([word_roles(token.text) for token in between]):
        return None
    return history.resolver.resolve(topic, None)


def _is_subject_gap(between: Sequence[frozenset[str]]) -> bool:
    """True if a relative pronoun or only adverbs come between a subject and its verb.

    `between` are the roles of each word.
    """
    if any("who" in roles for roles in between):
        return True
    return not any(_LEADING.isdisjoint(roles) for roles in between)
