"""The input of the readers of expressions: captures, publication, tense, earlier dates."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from operator import attrgetter
from typing import Literal, NamedTuple

from alaqat import lexicon
from alaqat.arabic.clitics import (
    has_conjunction,
    has_definite_article,
    without_conjunction,
)
from alaqat.arabic.fold import folded
from alaqat.arabic.quotation_marks import PAIRS
from alaqat.lexicon.distances import distance
from alaqat.model.records import Document, Sentence, TimexType
from alaqat.timex.intervals import Interval
from alaqat.timex.vocabulary import TypedToken, Value, slot_forms

Tense = Literal["future", "past", "plan"]
# The tenses of `tense.csv`; a word that is listed with several has the last of them.
_TENSES: tuple[Tense, ...] = ("future", "plan", "past")
# What a rule captured: the typed token of each name.
Captures = dict[str, TypedToken]

# The preposition that may be joined to a date: «العقود الآجلة لشهر يناير».
_FOR = "ل"
_WORD = re.compile(r"[^\W\d_]+")
# Rules that read a weekday: such a day does not say which month «that month» is.
_WEEKDAY_RULES = frozenset({"weekday", "deictic"})
# Granularities that say in which day, month or longer unit a date lies.
_WITHIN_MONTH = frozenset({"day", "month"})
_WITHIN_YEAR = frozenset({"day", "week", "month", "quarter", "year"})


@dataclass(frozen=True, slots=True)
class TimexReading:
    """The reading of one expression; `start:end` are folded offsets."""

    type: TimexType
    value: str
    interval: Interval | None = None
    mod: str | None = None
    anchor: str | None = None
    start: int = 0
    end: int = 0
    rule: str = ""

    @property
    def place(self) -> tuple[int, int]:
        """Its folded offsets."""
        return self.start, self.end

    def placed(self, start: int, end: int, rule: str) -> TimexReading:
        """The same reading with its place and rule."""
        return replace(self, start=start, end=end, rule=rule)


def date_reading(
    interval: Interval | None, anchor: str | None, mod: str | None = None
) -> TimexReading | None:
    """A DATE with the interval's value; None without an interval."""
    return TimexReading("DATE", interval.value, interval, mod, anchor) if interval else None


class TenseCue(NamedTuple):
    """A word that says when its sentence happens, at folded `start:end`."""

    start: int
    end: int
    tense: Tense


@dataclass(slots=True)
class TimexContext:
    """One document while it is tagged, at the expression `start:end` (folded offsets).

    `readings` are those of earlier expressions, in text order. `has_looked_back` is set where a
    reader asked for one of them, so that the tagger can repeat a run that holds several
    expressions.
    """

    document: Document
    readings: list[TimexReading] = field(default_factory=list)
    start: int = 0
    end: int = 0
    has_looked_back: bool = False
    headings: list[Interval | None] = field(default_factory=list)
    _cues: dict[int, list[TenseCue]] = field(default_factory=dict)
    _perfects: dict[int, int] = field(default_factory=dict)
    _surnames: dict[str, bool] = field(default_factory=dict)
    _line_starts: list[int] = field(default_factory=list)

    @property
    def published(self) -> date | None:
        """The publication day, None if it is unknown."""
        return self.document.article.published

    def sentence_number(self, offset: int) -> int:
        """Number of the sentence that contains a folded offset, or of the last one before it.

        0 at least.
        """
        following = bisect_right(self.document.sentences, offset, key=attrgetter("fstart"))
        return max(following - 1, 0)

    def is_future(self) -> bool:
        """True if the words around the expression are about the future.

        «since» and «until» right before decide, then the nearest cue before, then one right after.
        """
        if self._is_led_by("since"):
            return False
        if self._is_led_by("until"):
            return True
        if self._is_led_by("upto") and not (self.is_past() or self._is_traced_back()):
            return True
        reach = self.start - distance("timex-tense-reach")
        before = self._cues_before(reach)
        if not before:
            return self.is_before_future_cue()
        nearest = before[-1]
        if nearest.tense != "plan":
            return nearest.tense == "future"
        is_near = self.start - nearest.end < distance("timex-plan-reach")
        return is_near or all(cue.tense != "past" for cue in before)

    def _is_traced_back(self) -> bool:
        """True if a verb of origin is near before: «يعود الحادث إلى يوم 7/10»."""
        begin = max(self.start - distance("timex-past-reach"), 0)
        words = _WORD.findall(self.document.folded[begin : self.start])
        return not _forms("origin").isdisjoint(words)

    def is_past(self) -> bool:
        """True if a past cue is near enough before to govern even a date just ahead."""
        begin = self.start - distance("timex-past-reach")
        nearest = self._cues_before()[-1:]
        return any(cue.tense == "past" and cue.end > begin for cue in nearest) or (
            self._is_led_by("since")
        )

    def is_before_christ(self) -> bool:
        """True if the abbreviation «ق.م» follows."""
        following = self.document.folded[self.end : self.end + distance("timex-abbreviation")]
        letters = "".join(_WORD.findall(following))
        return "." in following and letters.startswith(slot_forms("timewords", "bcletters"))

    def is_quoted_alone(self) -> bool:
        """True if two quotation marks enclose only the expression: it is a newspaper's name."""
        text = self.document.folded
        before, after = text[max(self.start - 1, 0) : self.start], text[self.end : self.end + 1]
        return (before, after) in PAIRS

    def is_after_given_name(self) -> bool:
        """True if the word right before is a given name: «حميد شباط» is a person."""
        begin = max(self.start - distance("timex-name-reach"), 0)
        before = self.document.folded[begin : self.start]
        words = _WORD.findall(before)
        return before.endswith(" ") and bool(words) and words[-1] in _given_names()

    def is_named_elsewhere(self) -> bool:
        """True if the words stand behind a given name elsewhere: «حميد شباط», later «شباط»."""
        words = self.document.folded[self.start : self.end]
        if words not in self._surnames:
            before = re.findall(rf"(\w+) {re.escape(words)}(?!\w)", self.document.folded)
            names = {without_conjunction(one) for one in before} | set(before)
            self._surnames[words] = not _given_names().isdisjoint(names)
        return self._surnames[words]

    def _is_led_by(self, slot: str) -> bool:
        """True if a word of `tense.csv` with this slot («since», «until») is right before."""
        begin = max(self.start - distance("timex-leading-word"), 0)
        words = _WORD.findall(self.document.folded[begin : self.start])
        if len(words) > 1 and words[-1] == _FOR:
            del words[-1]
        return bool(words) and not _forms(slot).isdisjoint(
            {words[-1], without_conjunction(words[-1])}
        )

    def is_led_by_preposition(self) -> bool:
        """True if a preposition of time («in», «since», «during») is right before."""
        begin = max(self.start - distance("timex-leading-word"), 0)
        words = _WORD.findall(self.document.folded[begin : self.start])
        last = {words[-1], without_conjunction(words[-1])} if words else set()
        return not last.isdisjoint(slot_forms("timewords", "yearprep"))

    def is_before_definite_noun(self) -> bool:
        """True if the next word has the article: «بعد عقد اللجنة» is about no decade."""
        text = self.document.folded
        word = _WORD.match(text, self.end + 1)
        return word is not None and text[self.end] == " " and has_definite_article(word.group())

    def is_before_future_cue(self) -> bool:
        """True if the first cue among the next few words is of the future in the past."""
        reach = self.end + distance("timex-following-cue")
        cues = self._sentence_cues(self.sentence_number(self.start))
        index = bisect_left(cues, self.end, key=attrgetter("start"))
        after = next((cue for cue in cues[index : index + 1] if cue.start <= reach), None)
        if after is None or after.tense != "future":
            return False
        between = _WORD.findall(self.document.folded, self.end, after.start)
        return _forms("that").isdisjoint(between)

    def is_first_date_of_paragraph(self) -> bool:
        """True if the paragraph has no earlier date but publication, and no pluperfect before."""
        self.has_looked_back = True
        paragraph = self._sentence(self.start).paragraph
        for reading in self._last(bisect_left(self.readings, self.start, key=attrgetter("start"))):
            if self._sentence(reading.start).paragraph != paragraph:
                break
            if reading.interval and reading.interval.first != self.published:
                return False
        return self._first_perfect(self.sentence_number(self.start)) > self.start

    def _first_perfect(self, number: int) -> int:
        """Where the first auxiliary of the pluperfect in a sentence ends, its end where none is."""
        if number not in self._perfects:
            sentence = self.document.sentences[number]
            words = _WORD.finditer(self.document.folded, sentence.fstart, sentence.fend)
            ends = (word.end() for word in words if word.group() in _forms("perfect"))
            self._perfects[number] = next(ends, sentence.fend + 1)
        return self._perfects[number]

    def _sentence(self, offset: int) -> Sentence:
        return self.document.sentences[self.sentence_number(offset)]

    def _cues_before(self, begin: int | None = None) -> list[TenseCue]:
        """The cues of the sentence that end before the expression, of those from `begin` on.

        Without `begin` it is the nearest one.
        """
        cues = self._sentence_cues(self.sentence_number(self.start))
        stop = bisect_right(cues, self.start, key=attrgetter("end"))
        first = stop - 1 if begin is None else bisect_left(cues, begin, key=attrgetter("start"))
        return cues[max(first, 0) : stop]

    def _sentence_cues(self, number: int) -> list[TenseCue]:
        if not self.document.sentences:
            return []
        if number not in self._cues:
            sentence = self.document.sentences[number]
            self._cues[number] = list(
                tense_cues(self.document.folded, sentence.fstart, sentence.fend)
            )
        return self._cues[number]

    def count_before(self) -> int:
        """How many readings end before the expression; they are the first ones."""
        return bisect_right(self.readings, self.start, key=attrgetter("end"))

    def _last(self, stop: int) -> Iterator[TimexReading]:
        """The last readings among the first `stop`, the nearest first."""
        return reversed(self.readings[max(stop - distance("timex-recent"), 0) : stop])

    def drop_readings(self, count: int) -> None:
        """Drop the readings after the first `count`."""
        del self.readings[count:]
        del self.headings[count:]

    def line_start(self, offset: int) -> int:
        """The folded offset at which the line of an offset begins."""
        if not self._line_starts:
            breaks = re.finditer("\n", self.document.folded)
            self._line_starts = [0, *(match.end() for match in breaks)]
        return self._line_starts[bisect_right(self._line_starts, offset) - 1]

    def _recent(self, sentences: int) -> Iterator[TimexReading]:
        """The readings before the expression, of its sentence and so many before it, last first."""
        self.has_looked_back = True
        here = self.sentence_number(self.start)
        for reading in self._last(self.count_before()):
            if here - self.sentence_number(reading.start) > sentences:
                return
            yield reading

    def antecedent(self, unit: str) -> Interval | None:
        """The last date before that is fine enough to say in which `unit` (D, M, Y …) it lies."""
        for reading in self._recent(distance("timex-antecedent-sentences")):
            if _is_fine_enough(reading, unit):
                return reading.interval
        return None

    def last_past_date(self) -> Interval | None:
        """The date of «at that time»: the last date of nearby sentences, if clearly past."""
        for reading in self._recent(distance("timex-then-sentences")):
            if reading.type != "DURATION" and self._is_clearly_past(reading.interval):
                return reading.interval
        return None

    def _is_clearly_past(self, interval: Interval | None) -> bool:
        if interval is None or self.published is None:
            return interval is not None
        return interval.last < self.published - timedelta(days=distance("timex-then-days"))


def _is_fine_enough(reading: TimexReading, unit: str) -> bool:
    if reading.type not in {"DATE", "TIME"} or reading.interval is None:
        return False
    granularity = reading.interval.granularity
    if unit in {"D", "N", "W"}:
        return granularity == "day"
    if granularity == "day" and reading.rule in _WEEKDAY_RULES:
        return False
    return granularity in (_WITHIN_MONTH if unit == "M" else _WITHIN_YEAR)


@cache
def _tenses() -> dict[str, Tense]:
    """The tense of every folded form of `tense.csv` that is a cue."""
    return {form: tense for tense in _TENSES for form in _affixes(tense)}


@cache
def _affixes(slot: str) -> tuple[str, ...]:
    """The folded forms of `tense.csv` with this slot, in the order of the file."""
    return slot_forms("tense", slot)


@cache
def _forms(slot: str) -> frozenset[str]:
    """The folded words of `tense.csv` with this slot."""
    return frozenset(_affixes(slot))


def tense_cues(text: str, start: int, end: int) -> Iterator[TenseCue]:
    """Cues of the sentence `start:end`, in order.

    A cue right after «كان» is always past: «was to happen».
    """
    reach = distance("timex-was-reach")
    was = start - reach
    for word in _WORD.finditer(text, start, end):
        tense = tense_of(word.group())
        if word.group() in _forms("perfect"):
            was = word.end()
        if tense and word.start() - was < reach:
            tense, was = "past", word.end()
        if tense:
            yield TenseCue(word.start(), word.end(), tense)


def tense_of(word: str) -> Tense | None:
    """The tense that a folded word gives its sentence, None for most words.

    A conjunction may lead it.
    """
    tense = _bare_tense(word)
    if tense is None and has_conjunction(word):
        tense = _bare_tense(word[1:])
    return tense


def _bare_tense(word: str) -> Tense | None:
    tense = _tenses().get(word) or _suffixed_tense(word)
    return "future" if tense is None and _is_prefixed_future(word) else tense


def _is_prefixed_future(word: str) -> bool:
    """True for a present verb with «سـ», false for nouns and names that begin alike."""
    if len(word) < distance("timex-shortest-future") or not word.startswith(_affixes("prefix")):
        return False
    return not word.startswith(_affixes("noprefix")) and word not in _names()


@cache
def _given_names() -> frozenset[str]:
    """Folded names of many people that are not common words."""
    common = {row["form"] for row in lexicon.table("common_words")}
    frequent = distance("timex-name-bearers")
    return frozenset(
        row["form"]
        for row in lexicon.table("name_parts")
        if int(row["count"]) >= frequent and row["form"] not in common
    )


@cache
def _names() -> frozenset[str]:
    """Words of listed names that begin as a verb of the future does: Strasbourg, Sergio."""
    rows = (*lexicon.table("places"), *lexicon.table("people"), *lexicon.table("demonyms"))
    names = [form for row in rows for form in lexicon.forms(row)]
    names += [row["form"] for row in lexicon.table("name_parts")]
    words = folded(" ".join(names)).split()
    return frozenset(word for word in words if word.startswith(_affixes("prefix")))


def _suffixed_tense(word: str) -> Tense | None:
    """The tense of a listed verb with an object pronoun; future verbs take none."""
    for suffix in _affixes("suffix"):
        tense = _tenses().get(word.removesuffix(suffix)) if word.endswith(suffix) else None
        if tense:
            return tense if tense != "future" else None
    return None


def number(captures: Captures, name: str) -> float | None:
    """The number captured as `name`: the value of its first numeric slot."""
    value = _value(captures, name, ("num", "year", "day"))
    return value if isinstance(value, (int, float)) else None


def integer(captures: Captures, name: str, *slots: str) -> int | None:
    """The whole number captured as `name`, from the first of `slots` it fills, otherwise `num`."""
    value = _value(captures, name, (*slots, "num"))
    return value if isinstance(value, int) else None


def integer_or_zero(captures: Captures, name: str, *slots: str) -> int:
    """The whole number captured as `name`, 0 if it is not captured."""
    return integer(captures, name, *slots) or 0


def code(captures: Captures, name: str, *slots: str) -> str | None:
    """The text captured as `name` (a unit, a TIMEX3 code), from the first of `slots` it fills."""
    value = _value(captures, name, slots)
    return value if isinstance(value, str) else None


def _value(captures: Captures, name: str, slots: tuple[str, ...]) -> Value | None:
    token = captures.get(name)
    values: Mapping[str, Value] = token.values if token else {}
    return next((values[slot] for slot in slots if slot in values), None)
