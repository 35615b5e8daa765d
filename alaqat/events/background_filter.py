"""Recognizes events reported as earlier than the story: pluperfects, causes, and the like."""

from __future__ import annotations

from collections.abc import Sequence

from alaqat.arabic.clitics import clitic_kind
from alaqat.events.article_context import ArticleContext, Candidate, Segment
from alaqat.events.date_mentions import DateMention, inside
from alaqat.events.matched_words import Word, between, has_any_cue, right_before, word_at
from alaqat.lexicon.distances import distance

# Marks that end a phrase.
_MARKS = frozenset('،,؛;:.!?؟()«»"“”\n')


def is_earlier(context: ArticleContext, segment: Segment, candidate: Candidate) -> bool:
    """True if an event is reported as earlier than the story's day, without its own date."""
    return (
        _has_vague_time(context, segment, candidate)
        or _is_pluperfect(context, segment, candidate)
        or _is_recalled(segment)
        or _is_after_clause(segment, candidate)
        or _is_of_a_series(context, segment, candidate)
    )


def _has_vague_time(context: ArticleContext, segment: Segment, candidate: Candidate) -> bool:
    """True if "earlier" or "some days ago" is in or before the clause, or opens the sentence."""
    reach = distance("event-clause-lead")
    start, end = candidate.clause[0] - reach, candidate.clause[1]
    lead = between(segment.words, max(segment.start, start), end)
    if has_any_cue(lead, "earlier"):
        return True
    times = [time for time in context.undated_times if segment.start <= time < end]
    return any(time >= start or time - segment.start <= reach for time in times)


def _is_pluperfect(context: ArticleContext, segment: Segment, candidate: Candidate) -> bool:
    """True if "had" governs the verb: it opens the sentence, or only the subject is between."""
    word, is_past = candidate.word, candidate.trigger.reading == "past"
    opening = _opening_had(segment)
    if opening is not None:
        words = between(segment.words, opening.end, word.start)
        return is_past or has_any_cue(words, "say", "already")
    had = _had_before(segment, word) if is_past else None
    if had is None:
        return False
    subject = between(segment.words, had.end, word.begin)
    if has_any_cue(subject[-1:], "already") and subject[-1].is_right_before(word.begin):
        return True
    text = context.document.folded[had.end : word.begin]
    longest = distance("event-pluperfect-subject-words")
    return _is_phrase(text, longest) and not _has_verb(subject)


def _is_phrase(text: str, longest: int) -> bool:
    """True for at most `longest` words without a mark."""
    return len(text.split()) <= longest and _MARKS.isdisjoint(text)


def _opening_had(segment: Segment) -> Word | None:
    """The "had" that opens the sentence."""
    opening = segment.opening(distance("event-opening-had") + 1)
    return next((word for word in opening if word.has_cue("had")), None)


def _had_before(segment: Segment, verb: Word) -> Word | None:
    """The last "had" before a verb, close enough to have only the subject between."""
    start = max(segment.start, verb.begin - distance("event-pluperfect-subject"))
    before = between(segment.words, start, verb.begin)
    return next((word for word in reversed(before) if word.has_cue("had")), None)


def _has_verb(words: Sequence[Word]) -> bool:
    """True if a finite verb is among the words, or a new clause begins."""
    return any(word.is_verbal or word.has_cue("open") for word in words)


def _is_recalled(segment: Segment) -> bool:
    """True if the sentence recalls known events ("it is worth recalling that")."""
    return has_any_cue(segment.opening(distance("event-recalling-word")), "recalls")


def _is_after_clause(segment: Segment, candidate: Candidate) -> bool:
    """True if the clause opens with "after", or is the speech in "after X had said that"."""
    start = candidate.clause[0]
    opener = word_at(segment.words, start)
    if opener is None or not opener.has_cue("that", "after"):
        return False
    if opener.has_cue("after"):
        return True
    saying = between(segment.words, start - distance("event-after-saying"), start)
    return any({"after", "open"} <= word.cues for word in saying)


def _is_of_a_series(context: ArticleContext, segment: Segment, candidate: Candidate) -> bool:
    """True if a noun is an earlier one of a series ("the last summit", "in the latest meeting")."""
    if not candidate.is_noun:
        return False
    word = candidate.word
    lead = right_before(segment.words, word.begin, distance("event-recalling-word"))
    if has_any_cue(lead, "latest"):
        return True
    text = context.document.folded
    behind = between(segment.words, word.end, word.end + distance("event-adjective-reach"))
    adjectives = (other for other in behind if other.has_cue("last"))
    return any(
        len(text[word.end : adjective.start].split()) <= 1 and not _is_in_date(segment, adjective)
        for adjective in adjectives
    )


def _is_in_date(segment: Segment, word: Word) -> bool:
    """True if a word is part of a date expression."""
    return any(date.start < word.end and word.start < date.end for date in segment.dates)


def is_in_relative_clause(
    context: ArticleContext, segment: Segment, mention: DateMention, word: Word
) -> bool:
    """True if a date is in a relative clause without `word` ("Cuba, which it left in 2007")."""
    text = context.document.folded
    before = between(segment.words, segment.start, mention.start)
    pronouns = (other for other in before if other.has_cue("relative"))
    is_closed = not _MARKS.isdisjoint(text[mention.end : word.start])
    return any(
        is_closed or word.start < pronoun.start
        for pronoun in pronouns
        if _MARKS.isdisjoint(text[pronoun.end : mention.start])
    )


def circumstance(
    context: ArticleContext, segment: Segment, candidate: Candidate, candidates: Sequence[Candidate]
) -> Word | None:
    """The word that makes a noun the circumstance of another event ("after the killing of").

    None for talks followed by a statement, and for violence reported by another verb of violence,
    since these have the same day.
    """
    if not candidate.is_noun:
        return None
    begin = candidate.word.begin
    start = max(candidate.clause[0], begin - distance("event-circumstance-reach"))
    lead = between(segment.words, start, begin)
    if lead and _is_result(lead[-1], candidate):
        return lead[-1]
    cues = (word for word in reversed(lead) if word.has_cue("prior"))
    cue = next((word for word in cues if _is_leading(context, word, begin)), None)
    if cue is None or cue.has_cue("since"):
        return cue
    has_same_day = candidate.category.is_meeting or _is_of_violent_verb(candidate, candidates)
    return None if has_same_day else cue


def _is_result(word: Word, candidate: Candidate) -> bool:
    """True if the word before the noun makes it a cause ("as a result of"), except violence."""
    is_cause = word.has_cue("result") and word.is_right_before(candidate.word.begin)
    return is_cause and not candidate.category.is_bodily


def _is_of_violent_verb(candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    """True if a verb of violence before a noun of violence reports it."""
    begin = candidate.word.begin
    before = (other for other in candidates if other.word.start < begin)
    is_reported_before = any(other.is_verbal and other.category.is_bodily for other in before)
    return is_reported_before and candidate.category.is_bodily


def is_reported(context: ArticleContext, segment: Segment, candidate: Candidate) -> bool:
    """True if a noun without a date is news: an object, a subject, or the scene of a statement.

    False for the topic of speech ("concern over the bombing") and for an act that serves another.
    """
    begin, rule = candidate.word.begin, candidate.trigger.rule
    is_spoken = rule.party == "speaker" or rule.frame == "speaker"
    is_head = begin - candidate.clause[0] <= distance("event-clause-head")
    if is_spoken or is_head or _is_scene(segment, begin):
        return True
    start = max(candidate.clause[0], begin - distance("event-light-verb"))
    lead = between(segment.words, start, begin)
    verb = next(
        (index for index in reversed(range(len(lead))) if _is_light_verb(lead[index])), None
    )
    if verb is None:
        return False
    barriers = ["about", "prior", "may"]
    if clitic_kind(candidate.word.clitic) != "preposition":
        barriers.append("on")
    return not has_any_cue(lead[verb + 1 :], *barriers)


def _is_light_verb(word: Word) -> bool:
    """True for a light verb that is neither noun ("decision") nor infinitive ("to launch")."""
    is_nominal = clitic_kind(word.clitic) in ("preposition", "article")
    return word.has_cue("say") and not word.has_cue("announcement") and not is_nominal


def _is_scene(segment: Segment, begin: int) -> bool:
    """True if "during", "after" or "on the margins of" leads to the noun at `begin`."""
    reach, gap = distance("event-scene-word"), distance("event-scene-gap")
    return has_any_cue(right_before(segment.words, begin, reach, gap), "scene")


def _is_leading(context: ArticleContext, word: Word, begin: int) -> bool:
    """True if at most two nouns or a lapse of time are between a word and the noun at `begin`."""
    text = context.document.folded[word.end : begin]
    if inside(context.dates, word.end, begin) or not _MARKS.isdisjoint(text):
        return False
    lapses = (end for start, end, _ in context.lapses if word.end <= start and end < begin)
    start = max(lapses, default=word.end)
    phrase = context.document.folded[start:begin].split()
    is_short = len(phrase) <= distance("event-circumstance-words")
    return is_short and not _has_verb(between(context.words, start, begin))
