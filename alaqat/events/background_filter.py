"""What a text tells as earlier than its story: had been done, by the way, of late, after the killing of somebody."""

from __future__ import annotations

from collections.abc import Sequence

from alaqat.arabic.clitics import clitic_kind
from alaqat.events.article_context import ArticleContext, Candidate, Segment
from alaqat.events.date_mentions import DateMention
from alaqat.events.matched_words import Word, between

# Folded characters from a sentence's start in which "had" opens it, and those before a verb in which its "had" stands.
_HAD, _SUBJECT = 6, 90
# The most words of a subject between "had" and its verb where no "already" stands before the verb.
_SUBJECT_WORDS = 5
# Folded characters before a noun in which the word stands that makes it a circumstance, and the words in between.
_LED, _BETWEEN = 45, 3
# Folded characters before a clause that still say when.
_LEAD = 24
# Folded characters from a sentence's start in which "it is worth recalling" opens it.
_ASIDE = 12
# Folded characters before "that" in which "after X had said" stands, and after a noun in which "last" does.
_SAYING, _ADJECTIVE = 40, 22
# Folded characters before a noun in which its light verb stands, and from a clause's start in which it heads it.
_REPORT, _HEAD = 75, 14
# Folded characters before a noun in which "during" begins, and those between the two.
_NEXT_TO, _GAP = 24, 8
# Marks that end a phrase.
_MARKS = frozenset('،,؛;:.!?؟()«»"“”\n')


def earlier(context: ArticleContext, segment: Segment, one: Candidate) -> bool:
    """Whether a happening is told as one before the story's day, nobody says which."""
    low, high = one.clause
    clause = between(segment.words, low, high)
    lead = between(segment.words, max(segment.start, low - _LEAD), high)
    opens = [start for start in context.vague if segment.start <= start < high]
    return (
        any(start >= low - _LEAD or start - segment.start <= _LEAD for start in opens)
        or any(word.has_cue("earlier") for word in lead)
        or pluperfect(context, segment, one)
        or _aside(segment)
        or _after(segment, clause, one)
        or _of_a_kind(context, segment, one)
    )


def pluperfect(context: ArticleContext, segment: Segment, one: Candidate) -> bool:
    """Whether "had" governs the verb: at the sentence's opening, right before it, or with its subject in between."""
    word = one.trigger.word
    begin = word.start - len(word.clitic)
    opens = next(
        (had for had in segment.words if had.has_cue("had") and had.start - segment.start <= _HAD),
        None,
    )
    if opens is not None:
        led = between(segment.words, opens.end, word.start)
        return one.trigger.reading == "past" or any(
            other.has_cue("say", "already") for other in led
        )
    if one.trigger.reading != "past":
        return False
    before = between(segment.words, max(segment.start, begin - _SUBJECT), begin)
    had = next((other for other in reversed(before) if other.has_cue("had")), None)
    if had is None:
        return False
    subject = between(segment.words, had.end, begin)
    if subject and subject[-1].has_cue("already") and begin - subject[-1].end <= 1:
        return True
    text = context.document.folded[had.end : begin]
    return (
        len(text.split()) <= _SUBJECT_WORDS
        and not _MARKS.intersection(text)
        and not _verbal(subject)
    )


def _verbal(found: Sequence[Word]) -> bool:
    """Whether a verb stands among the words, or a new clause begins."""
    return any(
        form.part in ("past", "present") or word.has_cue("open")
        for word in found
        for form in word.forms
    )


def _aside(segment: Segment) -> bool:
    """Whether the sentence only recalls ("it is worth recalling that"): what it tells by verb is known already."""
    opening = between(segment.words, segment.start, segment.start + _ASIDE)
    return any(word.has_cue("recalls") for word in opening)


def _after(segment: Segment, clause: Sequence[Word], one: Candidate) -> bool:
    """Whether the clause opens with "after", or says what was said "after X had said that"."""
    opener = clause[0] if clause else None
    if opener is None or opener.start - len(opener.clitic) != one.clause[0]:
        return False
    told = (
        between(segment.words, one.clause[0] - _SAYING, one.clause[0])
        if opener.has_cue("that")
        else []
    )
    return opener.has_cue("after") or any(
        word.has_cue("after") and word.has_cue("open") for word in told
    )


def _of_a_kind(context: ArticleContext, segment: Segment, one: Candidate) -> bool:
    """Whether a noun is one of a row that was before ("the last summit", "in the latest meeting")."""
    if one.trigger.reading != "noun":
        return False
    begin, end = one.trigger.word.start - len(one.trigger.word.clitic), one.trigger.word.end
    led = any(
        word.has_cue("latest") and begin - word.end <= 1
        for word in between(segment.words, begin - _ASIDE, begin)
    )
    behind = (
        word for word in between(segment.words, end, end + _ADJECTIVE) if word.has_cue("last")
    )
    return led or any(
        len(context.document.folded[end : word.start].split()) <= 1
        and not any(
            mention.start < word.end and word.start < mention.end for mention in segment.dates
        )
        for word in behind
    )


def described(context: ArticleContext, segment: Segment, mention: DateMention, word: Word) -> bool:
    """Whether a date lies in a relative clause without the word ("Cuba, which it left in 2007"): no mark in between."""
    text = context.document.folded
    pronouns = [
        other
        for other in between(segment.words, segment.start, mention.start)
        if other.has_cue("relative")
    ]
    inside = [
        other for other in pronouns if not _MARKS.intersection(text[other.end : mention.start])
    ]
    return any(
        word.start < other.start or _MARKS.intersection(text[mention.end : word.start])
        for other in inside
    )


def circumstance(
    context: ArticleContext, segment: Segment, one: Candidate, candidates: Sequence[Candidate]
) -> Word | None:
    """The word that makes of a noun a circumstance of another happening ("after the killing of", "despite the ban").

    None for talks that a statement follows and for the violence that its victims' verb tells: they are of one day.
    """
    if one.trigger.reading != "noun":
        return None
    begin = one.trigger.word.start - len(one.trigger.word.clitic)
    lead = between(segment.words, max(one.clause[0], begin - _LED), begin)
    if (
        lead
        and lead[-1].has_cue("result")
        and begin - lead[-1].end <= 1
        and not one.trigger.rule.category.is_bodily
    ):
        return lead[-1]
    led = next(
        (word for word in reversed(lead) if word.has_cue("prior") and _leads(context, word, begin)),
        None,
    )
    if led is None or (one.trigger.rule.plover == "CONSULT" and not led.has_cue("since")):
        return None
    before = (other for other in candidates if other.is_verbal and other.trigger.word.start < begin)
    bodily = one.trigger.rule.category.is_bodily and any(
        other.trigger.rule.category.is_bodily for other in before
    )
    return None if bodily and not led.has_cue("since") else led


def reported(context: ArticleContext, segment: Segment, one: Candidate) -> bool:
    """Whether a noun without a date is news: a verb's own object or subject, or the scene of what is said.

    Not what somebody's words are about ("concern over the bombing"), nor an act that only serves another one.
    """
    word = one.trigger.word
    begin = word.start - len(word.clitic)
    spoken = one.trigger.rule.party == "speaker" or one.trigger.rule.frame == "speaker"
    if spoken or begin - one.clause[0] <= _HEAD or _scene(segment, begin):
        return True
    lead = between(segment.words, max(one.clause[0], begin - _REPORT), begin)
    verb = next((place for place in range(len(lead) - 1, -1, -1) if _light(lead[place])), None)
    bars = (
        ("about", "prior", "may")
        if clitic_kind(word.clitic) == "preposition"
        else ("about", "prior", "on", "may")
    )
    return verb is not None and not any(other.has_cue(*bars) for other in lead[verb + 1 :])


def _light(word: Word) -> bool:
    """Whether a word is a light verb, and neither noun ("decision") nor infinitive ("to launch")."""
    nominal = word.has_cue("announcement") or clitic_kind(word.clitic) in ("preposition", "article")
    return word.has_cue("say") and not nominal


def _scene(segment: Segment, begin: int) -> bool:
    """Whether a noun is led by "during", "after", "on the margins of"."""
    lead = between(segment.words, begin - _NEXT_TO, begin)
    return any(word.has_cue("scene") and begin - word.end <= _GAP for word in lead)


def _leads(context: ArticleContext, word: Word, begin: int) -> bool:
    """Whether only a noun or two, or a lapse of time, stand between a word of circumstance and the noun at `begin`."""
    text = context.document.folded[word.end : begin]
    if _MARKS.intersection(text) or any(
        word.end <= mention.start < begin for mention in context.dates
    ):
        return False
    since = max(
        (end for start, end, _ in context.lapses if word.end <= start and end < begin),
        default=word.end,
    )
    phrase = context.document.folded[since:begin]
    return len(phrase.split()) <= _BETWEEN and not _verbal(between(context.words, since, begin))
