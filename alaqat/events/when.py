"""When a happening took place: its own date, its sentence's, the running context's, or the article's day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alaqat.events import dating
from alaqat.events.candidates import UNREAL, WORDS
from alaqat.events.dating import Stamp, When
from alaqat.events.reading import Candidate, Piece, Reading
from alaqat.events.triggers import Trigger, Word, between

# Folded characters from a sentence's start in which a date opens it, and in which "had" does.
_LEAD, _HAD = 40, 6
# Days between the story and what was told last, after which the text has turned to history.
_OLD = 40


def find(reading: Reading, piece: Piece, one: Candidate, candidates: Sequence[Candidate]) -> list[When]:
    """The intervals of one candidate: none, one, or several where its dates are joined by "and"."""
    if one.before:
        earlier = [stamp for stamp in piece.stamps if stamp.end <= one.clause[0]]
        closed = dating.end_of(earlier[-1]) if earlier else None
        if closed:
            return [closed]
    stamp = _stamp(piece, one, candidates)
    if stamp and _foreign(reading, one, stamp, piece):
        return []
    promised = stamp and one.trigger.rule.plover in UNREAL and one.status == "done" and _ahead(reading, stamp)
    shift = _shift(one.trigger, piece.words)
    if stamp and not promised and not shift:
        return dating.coordinated(piece.stamps, stamp)
    when = dating.of(stamp) if stamp and shift else _from_context(reading, piece, one)
    return [dating.moved(when, shift)] if when else []


def _stamp(piece: Piece, one: Candidate, candidates: Sequence[Candidate]) -> Stamp | None:
    """The expression of the candidate's clause, else the one that opens the sentence."""
    word, rule = one.trigger.word, one.trigger.rule
    others = [other.trigger.word.start for other in candidates if other.trigger.rule.plover != rule.plover]
    strict = one.trigger.reading == "noun"
    stamp = dating.choose(piece.stamps, one.clause, (word.start, word.end), others, strict=strict)
    if stamp or one.relative or not (one.verbal or rule.plover == "CONSULT"):
        return stamp
    if one.trigger.reading == "participle":
        earlier = [stamp for stamp in piece.stamps if stamp.end <= word.start]
        return earlier[-1] if earlier else None
    return _opening(piece, candidates)


def _foreign(reading: Reading, one: Candidate, stamp: Stamp, piece: Piece) -> bool:
    """Whether a date is only that of the telling: past for a plan, or before "ahead of" the happening."""
    published, last = reading.document.article.published, stamp.timex.date_to
    if one.status == "planned" and published and last and last < published:
        return True
    begin = one.trigger.word.start - len(one.trigger.word.clitic)
    lead = between(piece.words, begin - 20, begin)
    ahead = any(begin - word.end <= 1 and word.cue("ahead") for word in lead)
    return ahead and stamp.end <= begin


def _ahead(reading: Reading, stamp: Stamp) -> bool:
    published = reading.document.article.published
    return published is not None and stamp.timex.date_from is not None and stamp.timex.date_from > published


def _shift(trigger: Trigger, found: Sequence[Word]) -> int:
    """Days from the sentence's day to a noun led by "on the morrow of" (-1) or "on the eve of" (+1)."""
    start = trigger.word.start
    for word in between(found, start - 20, start):
        if 0 <= start - word.end <= 10 and word.cue("morrow", "eve"):
            return -1 if word.cue("morrow") else 1
    return 0


def _opening(piece: Piece, candidates: Sequence[Candidate]) -> Stamp | None:
    """A date that opens the sentence dates all of it."""
    edge = max(min(candidate.trigger.word.start for candidate in candidates), piece.start + _LEAD)
    opening = (stamp for stamp in piece.stamps if stamp.end <= edge and not (stamp.since or dating.counts(stamp)))
    return next(opening, None)


def _from_context(reading: Reading, piece: Piece, one: Candidate) -> When | None:
    """The date of the running story for what the sentence leaves undated."""
    low, high = one.clause
    if reading.last and any(word.cue("then") for word in between(piece.words, low, high)):
        return replace(reading.last, by="context")
    if _pluperfect(piece, one) or one.status == "planned" or reading.story is None:
        return None
    if one.trigger.rule.plover == "CONSULT":
        return reading.story
    if one.relative or not (one.verbal or _shift(one.trigger, piece.words)):
        return None
    return None if _history(reading) and one.trigger.rule.plover not in WORDS else reading.story


def _pluperfect(piece: Piece, one: Candidate) -> bool:
    """Whether the sentence opens with "had": told as earlier than its story, without saying when."""
    had = next((word for word in piece.words if word.cue("had") and word.start - piece.start <= _HAD), None)
    if had is None or one.trigger.reading == "past":
        return had is not None
    led = between(piece.words, had.end, one.trigger.word.start)
    return any(word.cue("say", "already") for word in led)


def _history(reading: Reading) -> bool:
    """Whether the text has turned to an earlier time than its story's."""
    return bool(reading.last and reading.story and (reading.story.first - reading.last.last).days > _OLD)
