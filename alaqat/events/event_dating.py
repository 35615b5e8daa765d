"""When a happening took place: its own date, its sentence's, the running context's, or the article's day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alaqat.events import background_filter, date_choice, date_mentions
from alaqat.events.article_context import Candidate, Piece, Reading
from alaqat.events.candidates import UNREAL, WORDS
from alaqat.events.date_choice import When
from alaqat.events.date_mentions import Stamp
from alaqat.events.triggers import Trigger, Word, between

# Folded characters from a sentence's start in which a date opens it.
_LEAD = 40
# Folded characters from a sentence's start in which "also" continues what was told last, and the sentences it may skip.
_ALSO, _SKIPPED = 22, 2
# Folded characters between a noun that needs a date of its own and that date.
_NEAR = 60
# Folded characters in which "after" leads a noun, and those between the two.
_LED, _GAP = 24, 8
# Folded characters between a date and the "and" that goes on with its day.
_AND = 3
_MEETING = {"CONSULT"}
# Days between the story and what was told last, after which the text has turned to history.
_OLD = 40


def find(
    reading: Reading, piece: Piece, one: Candidate, candidates: Sequence[Candidate]
) -> list[When]:
    """The intervals of one candidate: none, one, or several where its dates are joined by "and"."""
    if one.before:
        earlier = [stamp for stamp in piece.stamps if stamp.end <= one.clause[0]]
        closed = date_choice.end_of(earlier[-1]) if earlier else None
        if closed:
            return [closed]
    counted = _counted(reading, piece, one, candidates)
    if counted:
        return [counted]
    stamp = _stamp(reading, piece, one, candidates)
    if (
        stamp
        and one.trigger.rule.dated
        and not one.is_verbal
        and not 0 <= stamp.start - one.trigger.word.end <= _NEAR
    ):
        return []
    if stamp and _foreign(reading, one, stamp, piece):
        return []
    promised = (
        stamp
        and one.trigger.rule.plover in UNREAL
        and one.status == "done"
        and _ahead(reading, stamp)
    )
    shift = _shift(one.trigger, piece.words)
    if stamp and not promised and not shift:
        return date_choice.coordinated(
            piece.stamps,
            date_mentions.with_year(reading.document.folded, piece.stamps, stamp, one.clause),
        )
    when = (
        date_choice.of(stamp)
        if stamp and shift
        else _joined(reading, piece, one, candidates)
        or _from_context(reading, piece, one, candidates)
    )
    return [date_choice.moved(when, shift)] if when else []


def _stamp(
    reading: Reading, piece: Piece, one: Candidate, candidates: Sequence[Candidate]
) -> Stamp | None:
    """The expression of the candidate's entry, what it names or its clause, else the sentence opens with."""
    entry = reading.entry(piece)
    if (
        entry
        and entry.inline
        and piece.start <= entry.stamp.start < piece.end
        and _leading(one, candidates)
    ):
        return entry.stamp
    return _named(piece, one) or _told(reading, piece, one, candidates)


def _told(
    reading: Reading, piece: Piece, one: Candidate, candidates: Sequence[Candidate]
) -> Stamp | None:
    """The expression that a candidate of running text has, in its clause or before it."""
    word, rule = one.trigger.word, one.trigger.rule
    led = background_filter.circumstance(reading, piece, one, candidates)
    if led or _argument(one, candidates):
        return _own(piece, one) or (None if led and led.has_cue("since") else _cause(piece, one))
    if one.tail:
        return _own(piece, one) or next(
            (stamp for stamp in piece.stamps if _inside(stamp, one.tail)), None
        )
    others = [
        other.trigger.word.start for other in candidates if other.trigger.rule.plover != rule.plover
    ]
    strict = one.trigger.reading == "noun" or rule.plover in WORDS
    usable = [stamp for stamp in piece.stamps if not _so_far(stamp, piece, one)]
    stamp = date_mentions.choose(usable, one.clause, (word.start, word.end), others, strict=strict)
    if stamp or one.relative or not (one.is_verbal or rule.plover == "CONSULT"):
        return stamp
    if one.trigger.reading == "participle":
        earlier = [stamp for stamp in piece.stamps if stamp.end <= word.start]
        return earlier[-1] if earlier else None
    return _opening(reading, usable, piece, one, candidates)


def _named(piece: Piece, one: Candidate) -> Stamp | None:
    """The year that names the object of a relative clause ("the 2015 agreement that it signed")."""
    used = one.trigger.used
    if not one.relative or used is None or used.end > one.clause[0]:
        return None
    naming = (
        stamp for stamp in piece.stamps if stamp.noun is not None and stamp.end <= one.clause[0]
    )
    return next((stamp for stamp in naming if stamp.start > used.start), None)


def _inside(stamp: Stamp, span: tuple[int, int]) -> bool:
    return span[0] <= stamp.start < span[1]


def _own(piece: Piece, one: Candidate) -> Stamp | None:
    """The expression that follows a noun in its own phrase, or in the relative clause that tells of it."""
    low, high = one.trigger.word.end, (one.tail or one.clause)[1]
    after = (
        stamp
        for stamp in piece.stamps
        if _inside(stamp, (low, high)) and stamp.start - low <= _NEAR
    )
    return next(
        (stamp for stamp in after if stamp.dates(one.trigger.word.start, one.trigger.word.end)),
        None,
    )


def _leading(one: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether a candidate is what an entry of a chronicle reports, no clause inside it."""
    return not one.relative and one.clause == candidates[0].clause


def _counted(
    reading: Reading, piece: Piece, one: Candidate, candidates: Sequence[Candidate]
) -> When | None:
    """The date of a noun told by a lapse of time ("two days after the signing of"), from the day of what came then."""
    led = background_filter.circumstance(reading, piece, one, candidates)
    begin = one.trigger.word.start
    spans = (
        span
        for span in reading.lapses
        if led and led.end <= span[0] <= led.end + _GAP and span[1] < begin
    )
    period = next((value for _, _, value in spans), None)
    if period is None:
        return None
    main = next(
        (
            other
            for other in candidates
            if other.is_verbal and not other.relative and other is not one
        ),
        None,
    )
    stamp = _stamp(reading, piece, main, candidates) if main else None
    base = (date_choice.of(stamp) if stamp else None) or reading.story
    when = date_choice.back(base, period) if base and base.granularity == "day" else None
    return replace(when, by="sentence") if when else None


def _foreign(reading: Reading, one: Candidate, stamp: Stamp, piece: Piece) -> bool:
    """Whether a date is only that of the telling: past for a plan, or before "ahead of" the happening."""
    published, last = reading.document.article.published, stamp.timex.date_to
    if one.status == "planned" and published and last and last < published:
        return True
    begin = one.trigger.word.start - len(one.trigger.word.clitic)
    lead = between(piece.words, begin - 20, begin)
    ahead = any(begin - word.end <= 1 and word.has_cue("ahead") for word in lead)
    return ahead and stamp.end <= begin


def _ahead(reading: Reading, stamp: Stamp) -> bool:
    published, when = reading.document.article.published, date_choice.of(stamp)
    return published is not None and when is not None and when.first > published


def _shift(trigger: Trigger, found: Sequence[Word]) -> int:
    """Days from the sentence's day to a noun led by "on the morrow of" (-1) or "on the eve of" (+1)."""
    start = trigger.word.start
    for word in between(found, start - 20, start):
        if 0 <= start - word.end <= 10 and word.has_cue("morrow", "eve"):
            return -1 if word.has_cue("morrow") else 1
    return 0


def _cause(piece: Piece, one: Candidate) -> Stamp | None:
    """The week, month or year of a deed is that of its cause too: "in May it expelled him after the killing of"."""
    word = one.trigger.word
    usable = [
        stamp
        for stamp in piece.stamps
        if stamp.timex.granularity != "day" and stamp.timex.anchor != "event"
    ]
    coarse = [stamp for stamp in usable if stamp.dates(word.start, word.end)]
    own = date_mentions.choose(coarse, one.clause, (word.start, word.end), (), strict=True)
    opening = next(
        (stamp for stamp in coarse if stamp.end <= piece.start + _LEAD and not stamp.since), None
    )
    return own or (None if one.trigger.rule.plover in WORDS else opening)


def _opening(
    reading: Reading,
    usable: Sequence[Stamp],
    piece: Piece,
    one: Candidate,
    candidates: Sequence[Candidate],
) -> Stamp | None:
    """A date that opens the sentence dates all of it."""
    edge = max(min(candidate.trigger.word.start for candidate in candidates), piece.start + _LEAD)
    word = one.trigger.word
    said = [stamp for stamp in usable if stamp.end <= edge and stamp.dates(word.start, word.end)]
    opening = [
        stamp for stamp in said if not background_filter.described(reading, piece, stamp, word)
    ]
    return next(
        (stamp for stamp in opening if not (stamp.since or date_mentions.counts(stamp))), None
    )


def _so_far(stamp: Stamp, piece: Piece, one: Candidate) -> bool:
    """Whether a sentence opens with "since X took office in April": what follows lasts from then till now."""
    opens = stamp.scope is not None and stamp.scope - piece.start <= _AND
    return opens and stamp.end <= one.trigger.word.start


def _joined(
    reading: Reading, piece: Piece, one: Candidate, candidates: Sequence[Candidate]
) -> When | None:
    """The date of the clause before, where the candidate's verb goes on with "and" and has no date of its own."""
    word, place = one.trigger.word, candidates.index(one)
    opener = next(
        (other for other in piece.words if other.start - len(other.clitic) == one.clause[0]), None
    )
    if one.trigger.reading != "past" or opener is None:
        return None
    at_once = opener.has_cue("when")
    if not place or at_once:
        return _closing(piece, one) if at_once or (opener is word and word.clitic) else None
    if not (opener.has_cue("contrast", "continue") or (opener is word and word.clitic)):
        return None
    before = candidates[place - 1]
    if before.clause[1] != one.clause[0]:
        return _closing(piece, one) if opener is word else None
    if before.trigger.reading not in ("past", "present") or before.clause[1] != one.clause[0]:
        return None
    stamp = _stamp(reading, piece, before, candidates)
    when = date_choice.of(stamp) if stamp else None
    return replace(when, by="context") if when else None


def _closing(piece: Piece, one: Candidate) -> When | None:
    """The day that closes the clause before, where no happening was read ("... issued on Monday, and accused")."""
    closing = (
        stamp
        for stamp in piece.stamps
        if 0 <= one.clause[0] - stamp.end <= _AND and stamp.noun is None
    )
    when = next((date_choice.of(stamp) for stamp in closing if not stamp.since), None)
    return replace(when, by="context") if when else None


def _goes_on(piece: Piece, one: Candidate) -> bool:
    """Whether a deed may go on with what was told last: by its verb, or right after "among these measures"."""
    among = any(
        word.has_cue("among") for word in between(piece.words, piece.start, piece.start + _AND)
    )
    return one.status == "done" and (one.is_verbal or among)


def _continues(reading: Reading, piece: Piece) -> bool:
    """Whether a sentence goes on with what was told last: "also", "among these measures"."""
    also = any(
        word.has_cue("continue") for word in between(piece.words, piece.start, piece.start + _ALSO)
    )
    coarse = reading.last is not None and reading.last.granularity in ("year", "decade")
    return also and not coarse and reading.silent <= _SKIPPED


def _from_context(
    reading: Reading, piece: Piece, one: Candidate, candidates: Sequence[Candidate]
) -> When | None:
    """The date of the running story for what the sentence leaves undated."""
    low, high = one.clause
    clause = between(piece.words, low, high)
    then = any(word.has_cue("then") for word in clause)
    if reading.last and (then or (_goes_on(piece, one) and _continues(reading, piece))):
        return replace(reading.last, by="context")
    told_before = background_filter.earlier(reading, piece, one) or background_filter.circumstance(
        reading, piece, one, candidates
    )
    if told_before or one.status == "planned":
        return None
    entry = reading.entry(piece)
    if entry:
        under = date_choice.of(entry.stamp)
        return (
            replace(under, by="context") if under and one.is_verbal and not one.relative else None
        )
    return reading.story if _of_the_story(reading, piece, one, candidates) else None


def _of_the_story(
    reading: Reading, piece: Piece, one: Candidate, candidates: Sequence[Candidate]
) -> bool:
    """Whether what has no date is news of the story's day, by the way it is told."""
    if one.trigger.reading == "noun" and not background_filter.reported(reading, piece, one):
        return False
    if one.trigger.rule.plover == "CONSULT":
        return not one.tail and (one.is_verbal or not _history(reading))
    if (
        one.relative
        or one.tail
        or _argument(one, candidates)
        or not (one.is_verbal or _shift(one.trigger, piece.words))
    ):
        return False
    if one.trigger.rule.plover in WORDS and not one.trigger.word.clitic:
        return True
    old = any(
        stamp.end <= one.trigger.word.start and stamp.noun is None and _past(reading, stamp)
        for stamp in piece.stamps
    )
    return not old and (one.trigger.rule.plover in WORDS or not _history(reading))


def _past(reading: Reading, stamp: Stamp) -> bool:
    """Whether an expression lies so far before the story that it has turned to history."""
    last = stamp.timex.date_to
    return (
        last is not None and reading.story is not None and (reading.story.first - last).days > _OLD
    )


def _argument(one: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether a noun is what an act of words in its clause is about: it came before, nobody says when."""
    return one.trigger.reading == "noun" and any(
        other.trigger.rule.plover in WORDS - _MEETING
        and other.clause == one.clause
        and other.trigger.word.start < one.trigger.word.start
        for other in candidates
    )


def _history(reading: Reading) -> bool:
    """Whether the text has turned to an earlier time than its story's."""
    return bool(
        reading.last and reading.story and (reading.story.first - reading.last.last).days > _OLD
    )
