"""What a reader of an expression may look at: the publication day, the sentence's tense, the dates told before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache

from alaqat import lexicon
from alaqat.arabic.clitics import has_conjunction, has_definite_article
from alaqat.arabic.fold import folded
from alaqat.model.records import Document, TimexType
from alaqat.timex.intervals import Interval
from alaqat.timex.vocabulary import Unit, Value

_WORD = re.compile(r"[^\W\d_]+")
# A cue governs the words that follow it, up to this many characters (about 25 words), and the few before it.
_REACH = 160
_REACH_BEFORE = 30
# An agenda verb this near to a date governs it even in a story; «was» this near to a plan makes it past.
_REACH_PLAN = 25
_REACH_WAS = 12
# A past verb this near governs even a date that is just ahead in the calendar.
_REACH_PAST = 50
# How far back a date can be meant by «that day»: in sentences.
_SENTENCES_BACK = 4
_SENTENCES_THEN = 2
_SHORTEST_FUTURE = 4
# A date this near to publication is not what «at that time» means.
_THEN_DAYS = 7


@dataclass(frozen=True, slots=True)
class Reading:
    """How one expression was read; `start:end` are folded offsets."""

    type: TimexType
    value: str
    interval: Interval | None = None
    mod: str | None = None
    anchor: str | None = None
    start: int = 0
    end: int = 0
    rule: str = ""

    def at(self, start: int, end: int, rule: str) -> Reading:
        """The same reading, placed."""
        return replace(self, start=start, end=end, rule=rule)


@dataclass(slots=True)
class Scene:
    """One document while it is tagged: what is known at the place of an expression."""

    document: Document
    done: list[Reading] = field(default_factory=list)
    start: int = 0
    end: int = 0
    asked: bool = False
    _cues: dict[int, list[tuple[int, int, str]]] = field(default_factory=dict)

    @property
    def published(self) -> date | None:
        """The publication day, None when nobody said."""
        return self.document.article.published

    def sentence(self, at: int) -> int:
        """Number of the sentence that holds folded offset `at` (the last one before it, between two)."""
        low, high = 0, len(self.document.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.document.sentences[middle].fstart <= at:
                low = middle + 1
            else:
                high = middle
        return max(low - 1, 0)

    def future(self) -> bool:
        """Whether the words here speak of what is still to come: the nearest cue before decides, else one after."""
        cues = self._sentence_cues(self.sentence(self.start))
        if self._led_by("since"):
            return False
        if self._led_by("until"):
            return True
        before = [
            (stop, kind)
            for at, stop, kind in cues
            if self.start - _REACH <= at and stop <= self.start
        ]
        if not before:
            return self.future_follows()
        stop, nearest = before[-1]
        alone = "past" not in {kind for _, kind in before}
        return nearest == "future" or (
            nearest == "plan" and (alone or self.start - stop < _REACH_PLAN)
        )

    def told_as_past(self) -> bool:
        """Whether the nearest cue is a past one so near before that it governs this place."""
        cues = self._sentence_cues(self.sentence(self.start))
        before = [(stop, kind) for _, stop, kind in cues if stop <= self.start]
        near = bool(before) and before[-1][1] == "past" and self.start - before[-1][0] < _REACH_PAST
        return near or self._led_by("since")

    def _led_by(self, slot: str) -> bool:
        """Whether «since» or «by» stands right before: whatever the verb, it decides."""
        words = _WORD.findall(self.document.folded[max(self.start - 10, 0) : self.start])
        return bool(words) and words[-1] in _prefixes(slot)

    def definite_follows(self) -> bool:
        """Whether the next word is a noun with the article: «بعد عقد اللجنة» is «after holding», not «a decade»."""
        word = _WORD.match(self.document.folded, self.end + 1)
        return (
            word is not None
            and self.document.folded[self.end] == " "
            and has_definite_article(word.group())
        )

    def future_follows(self) -> bool:
        """Whether the first cue among the next few words speaks of what was still to come."""
        cues = self._sentence_cues(self.sentence(self.start))
        after = [(at, kind) for at, _, kind in cues if self.end <= at <= self.end + _REACH_BEFORE]
        if not after or after[0][1] != "future":
            return False
        between = _WORD.findall(self.document.folded, self.end, after[0][0])
        return not any(word in _prefixes("that") for word in between)

    def opens_paragraph(self) -> bool:
        """Whether no earlier date than publication was told in this paragraph, nor its sentence put further back."""
        self.asked, sentences = True, self.document.sentences
        here = sentences[self.sentence(self.start)]
        told = [one for one in self.done if one.interval and one.start < self.start]
        if any(
            sentences[self.sentence(one.start)].paragraph == here.paragraph
            and not self._of_the_day(one)
            for one in told
        ):
            return False
        return not any(
            word.group() in _prefixes("perfect")
            for word in _WORD.finditer(self.document.folded, here.fstart, self.start)
        )

    def _of_the_day(self, reading: Reading) -> bool:
        return reading.interval is not None and reading.interval.first == self.published

    def _sentence_cues(self, number: int) -> list[tuple[int, int, str]]:
        if number not in self._cues:
            sentence = self.document.sentences[number] if self.document.sentences else None
            self._cues[number] = (
                list(_cues(self.document.folded, sentence.fstart, sentence.fend))
                if sentence
                else []
            )
        return self._cues[number]

    def antecedent(self, unit: str) -> Reading | None:
        """The last date told before this place, fine enough to say which `unit` (D, M, Y …) it was in."""
        here, self.asked = self.sentence(self.start), True
        for reading in reversed(self.done):
            if here - self.sentence(reading.start) > _SENTENCES_BACK:
                return None
            if reading.interval and _fine_enough(reading, unit) and reading.end <= self.start:
                return reading
        return None

    def then(self) -> Reading | None:
        """The date that «at that time» means: at most two sentences before, and clearly past."""
        here, self.asked = self.sentence(self.start), True
        for reading in reversed(self.done):
            if here - self.sentence(reading.start) > _SENTENCES_THEN:
                return None
            if (
                reading.interval
                and reading.type != "DURATION"
                and reading.end <= self.start
                and self._past(reading.interval)
            ):
                return reading
        return None

    def _past(self, interval: Interval) -> bool:
        return self.published is None or interval.last < self.published - timedelta(days=_THEN_DAYS)


def _fine_enough(reading: Reading, unit: str) -> bool:
    if reading.type not in {"DATE", "TIME"} or reading.interval is None:
        return False
    granularity = reading.interval.granularity
    if unit in {"D", "N", "W"}:
        return granularity == "day"
    if granularity == "day" and reading.rule in {"weekday", "deictic"}:
        return False
    return granularity in (
        {"day", "month"} if unit == "M" else {"day", "week", "month", "quarter", "year"}
    )


@cache
def _cue_words() -> dict[str, str]:
    return {
        folded(form): row["slot"]
        for row in lexicon.table("tense", ("slot", "forms"))
        for form in lexicon.forms(row)
        if row["slot"] in {"future", "past", "plan"}
    }


@cache
def _prefixes(slot: str) -> tuple[str, ...]:
    return tuple(
        folded(form)
        for row in lexicon.table("tense")
        if row["slot"] == slot
        for form in lexicon.forms(row)
    )


def _cues(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Cues of a sentence; what «was to» happen is told from the past, so «كان» before a future cue undoes it."""
    was = -_REACH_WAS
    for word in _WORD.finditer(text, start, end):
        kind = cue_kind(word.group())
        if word.group() in _prefixes("perfect"):
            was = word.end()
        if kind and word.start() - was < _REACH_WAS:
            kind, was = "past", word.end()
        if kind:
            yield word.start(), word.end(), kind


def cue_kind(word: str) -> str | None:
    """future, past or plan for a folded word that tells a sentence's time, else None."""
    kind = _kind(word)
    if kind is None and has_conjunction(word):
        kind = _kind(word[1:])
    return kind


def _kind(word: str) -> str | None:
    kind = _cue_words().get(word) or _suffixed(word)
    if kind is None and len(word) >= _SHORTEST_FUTURE and word.startswith(_prefixes("prefix")):
        return None if word.startswith(_prefixes("noprefix")) or word in _names() else "future"
    return kind


@cache
def _names() -> frozenset[str]:
    """Words of listed names that begin as a verb of the future does: Strasbourg, Sergio."""
    rows = (*lexicon.table("places"), *lexicon.table("people"), *lexicon.table("demonyms"))
    listed = {word for row in rows for form in lexicon.forms(row) for word in folded(form).split()}
    listed |= {folded(row["form"]) for row in lexicon.table("name_parts")}
    return frozenset(word for word in listed if word.startswith(_prefixes("prefix")))


def _suffixed(word: str) -> str | None:
    """The kind of a listed verb with an object pronoun."""
    for suffix in _prefixes("suffix"):
        if word.endswith(suffix) and (kind := _cue_words().get(word[: -len(suffix)])):
            return kind if kind != "future" else None
    return None


Units = dict[str, Unit]


def number(units: Units, name: str) -> float | None:
    """The number captured as `name`: the value of its first numeric slot."""
    value = _value(units, name, ("num", "year", "day"))
    return value if isinstance(value, (int, float)) else None


def whole(units: Units, name: str, *slots: str) -> int | None:
    """The whole number captured as `name`, from the first of `slots` it fills (or from `num`)."""
    value = _value(units, name, (*slots, "num"))
    return value if isinstance(value, int) else None


def label(units: Units, name: str, *slots: str) -> str | None:
    """The code captured as `name`, from the first of `slots` it fills."""
    value = _value(units, name, slots)
    return value if isinstance(value, str) else None


def _value(units: Units, name: str, slots: tuple[str, ...]) -> Value | None:
    unit = units.get(name)
    if unit is None:
        return None
    return next((unit.values[slot] for slot in slots if slot in unit.values), None)
