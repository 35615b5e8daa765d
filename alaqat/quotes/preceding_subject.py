"""The subject that is before its verb, or that a verb without subject goes on with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alaqat.arabic.clitics import without_conjunction
from alaqat.arabic.quotation_marks import CLOSING, DOUBLE_FAMILY
from alaqat.lexicon.distances import distance
from alaqat.quotes import topics
from alaqat.quotes.agreement import cue_agreement
from alaqat.quotes.cue_finder import Cue
from alaqat.quotes.quote_lexicon import has_suffix, word_roles
from alaqat.quotes.speaker_history import SpeakerHistory
from alaqat.quotes.speaker_lexicon import noun_kind
from alaqat.quotes.speakers import Speaker, last_speaker, read_speaker, speaker_of_mention
from alaqat.quotes.syntax import has_object_pronoun

_LEADING = frozenset({"lead", "adverb"})
_SPEAKING_KINDS = frozenset({"person", "body", "medium"})
_MARKS = CLOSING | DOUBLE_FAMILY
_NAMED = frozenset({"PER", "ORG", "LOC"})
_INITIAL = 2  # characters before the cue at the beginning of a sentence: a mark and a space


def elided_subjects(history: SpeakerHistory, cue: Cue) -> Iterator[Speaker | None]:
    """Who may be the subject of a verb that has none after it, the likeliest first."""
    is_first = cue.begin - history.start <= _INITIAL
    if cue.kind == "participle" or (cue.is_joined and not is_first):
        yield from _continued(history, cue)
    elif not is_first:
        yield from _unjoined(history, cue)
        yield history.speaking
    yield history.running
    yield history.previous
    yield history.local
    yield history.subject()
    yield subject_before(history, cue)


def subject_before(history: SpeakerHistory, cue: Cue) -> Speaker | None:
    """A subject before its verb: the topic of the clause, otherwise the nearest mention."""
    start = history.clause_start(cue)
    topic = topics.topic(history.index, start, cue.begin)
    if topic is not None and _is_subject(history, cue, topic):
        return history.resolver.resolve(topic, history.running)
    reach = distance("quote-subject-lookback")
    speaker = last_speaker(history.index, cue.begin, "PER", "ORG", within=reach)
    return speaker if speaker is not None and speaker.start >= start else None


def _is_subject(history: SpeakerHistory, cue: Cue, topic: Speaker) -> bool:
    """True if the topic is known, or a description, or what a plural verb agrees with."""
    if topic.is_known or _has_noun_first(history, topic):
        return True
    return cue_agreement(cue, history.index.text).number == "several"


def _has_noun_first(history: SpeakerHistory, topic: Speaker) -> bool:
    """True if a description begins with its noun, not with a verb before it."""
    first = history.index.first_word(topic.start, topic.end)
    return topic.head is not None and noun_kind(first) is not None


def _continued(history: SpeakerHistory, cue: Cue) -> Iterator[Speaker | None]:
    """Who speaks on in a joined verb or a participle; a subject that no entity names comes last."""
    yield history.local
    yield history.known_subject()
    yield _nearest_person(history, cue)
    yield history.running
    yield history.subject()


def _nearest_person(history: SpeakerHistory, cue: Cue) -> Speaker | None:
    """The nearest person named in the sentence before the cue."""
    return last_speaker(history.index, cue.begin, "PER", within=cue.begin - history.start)


def _unjoined(history: SpeakerHistory, cue: Cue) -> Iterator[Speaker | None]:
    """Who may be the subject of an unjoined verb inside its sentence."""
    before = history.index.roles_before(cue.begin)
    antecedent = _antecedent(history, cue)
    is_calling = cue.group == "evaluate" and not before.isdisjoint({"who", "relative"})
    if "lone" in before:
        yield from _continued(history, cue)
    elif is_calling or _is_in_document(history, cue):
        yield _distributor(history, cue)
        yield history.local
        yield history.subject()
        yield history.running
    elif "where" in before:
        yield from _after_where(history, cue)
    elif antecedent is not None:
        yield antecedent if antecedent.is_described else history.speaking
    else:
        yield subject_before(history, cue)
        yield _unlisted_name(history, cue)


def _is_in_document(history: SpeakerHistory, cue: Cue) -> bool:
    """True for «a statement in which he said …»: the writer is the subject of the sentence."""
    following = next(iter(history.index.tokens(cue.end, history.end, 1)), None)
    return following is not None and "in it" in word_roles(following.text)


def _distributor(history: SpeakerHistory, cue: Cue) -> Speaker | None:
    """Who gave a document out («a statement that the ministry issued, it said in it»)."""
    reach = distance("quote-antecedent-lookback")
    speaker = last_speaker(history.index, cue.begin, "PER", "ORG", within=reach)
    if speaker is None or cue.begin - speaker.end > 1:
        return None
    verb = history.index.word_before(speaker.start)
    return speaker if verb is not None and has_suffix("owner", verb.text) else None


def _after_where(history: SpeakerHistory, cue: Cue) -> Iterator[Speaker | None]:
    """Who may be the subject of «in a tweet, where he said …»."""
    subject = history.subject()
    yield history.local
    yield subject if subject is not None and subject.is_person else None
    yield history.running
    yield history.previous
    yield subject_before(history, cue)


def _antecedent(history: SpeakerHistory, cue: Cue) -> Speaker | None:
    """«the coach X, who said …»: what is before the relative pronoun."""
    index = history.index
    pronoun, noun = index.token_before(cue.begin), index.token_before(cue.begin, 2)
    if noun is not None and noun.text in _MARKS:
        noun = index.token_before(noun.start)
    if pronoun is None or noun is None or not noun.text.isalnum():
        return None
    is_relative = "who" in word_roles(without_conjunction(pronoun.text))
    if not is_relative or has_object_pronoun(index, cue):
        return None
    named = index.mentions_before(noun.end, 1)
    if named and named[0].end == noun.end and named[0].type in _NAMED:
        return speaker_of_mention(named[0])
    return read_speaker(index, noun.start, noun.end) or Speaker(noun.start, noun.end)


def _unlisted_name(history: SpeakerHistory, cue: Cue) -> Speaker | None:
    """A name no entity has before its verb: «but X, who …, said», «X said»."""
    if cue.group not in ("utter", "say", "demand"):
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
