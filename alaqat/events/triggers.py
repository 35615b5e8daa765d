"""Which words of a sentence report an event, and by which rule."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from operator import attrgetter
from typing import Literal, NamedTuple

from alaqat.arabic.clitics import DEFINITE_ARTICLE, clitic_kind
from alaqat.events.event_rules import EventRule, by_lemma
from alaqat.events.inflection import Form, has_feminine_mark, has_object_pronoun
from alaqat.lexicon.match import Hit

Reading = Literal["past", "present", "participle", "noun"]
# How far from its trigger (folded characters) an object word may stand: after a noun, before noun or verb.
_AFTER_NOUN, _BEFORE = 45, 45
# How far before a noun (folded characters) the light verb that makes an event of it may stand.
_LIGHT = 60
# The same for "underwent", whose subject stands between.
_UNDERGO = 130
# How far after a word (folded characters) the next one begins, a clitic between them.
_NEXT = 4
# How far before a verb (folded characters) the head of its subject may stand: a noun and its adjective.
_SUBJECT = 24
# No sentence of prose reports more happenings; a longer list of triggers is no prose.
_MOST = 16
# Marks between the date and the text of an entry in a chronicle.
_ENTRY = frozenset(":-–—*•")
_GOVERNORS = frozenset(
    (
        "say",
        "in",
        "from",
        "to",
        "with",
        "after",
        "on",
        "about",
        "by",
        "may",
        "planned",
        "plural",
        "between",
    )
)


class Word(NamedTuple):
    """All readings of one matched surface (folded offsets, clitic apart), with the classes of its cues."""

    start: int
    end: int
    clitic: str
    forms: tuple[Form, ...]
    cues: frozenset[str]
    fires: bool

    def has_cue(self, *classes: str) -> bool:
        """Whether one reading is a cue of one of `classes`."""
        return not self.cues.isdisjoint(classes)

    @property
    def is_verbal(self) -> bool:
        """Whether one reading is a finite verb."""
        return any(form.part in ("past", "present") for form in self.forms)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that reports an event by `rule`; `used` is the object word the rule needed, if any.

    A noun is `governed` when something makes a report of it: a light verb, or the head of the sentence or entry.
    `defined`: it has the article; `points`: a verb that ends in an object pronoun, `owned`: a noun in a possessive.
    `masculine`: a past without the mark of a feminine subject.
    """

    word: Word
    rule: EventRule
    reading: Reading
    used: Word | None
    governed: bool
    defined: bool = False
    points: bool = False
    owned: bool = False
    masculine: bool = False


def words(hits: Sequence[Hit[Form]]) -> list[Word]:
    """Hits of one span gathered into one word."""
    grouped: list[tuple[Hit[Form], list[Form]]] = []
    for hit in hits:
        if grouped and (first := grouped[-1][0]).start == hit.start and first.end == hit.end:
            grouped[-1][1].append(hit.entry)
        else:
            grouped.append((hit, [hit.entry]))
    return [_word(first.start, first.end, first.clitic, tuple(forms)) for first, forms in grouped]


def _word(start: int, end: int, clitic: str, forms: tuple[Form, ...]) -> Word:
    return Word(start, end, clitic, forms, *_kinds(forms))


@cache
def _kinds(forms: tuple[Form, ...]) -> tuple[frozenset[str], bool]:
    """The cue classes of a surface, and whether a rule may fire on it: not where it only looks like a trigger."""
    cues = frozenset(form.name for form in forms if form.part == "cue")
    return cues, "noise" not in cues and any(
        form.part != "cue" and form.name in by_lemma() for form in forms
    )


def between(found: Sequence[Word], start: int, end: int) -> Sequence[Word]:
    """The words (sorted by place) that begin in `start:end`."""
    place = attrgetter("start")
    return found[bisect_left(found, start, key=place) : bisect_left(found, end, key=place)]


def find(text: str, found: Sequence[Word], start: int, end: int) -> list[Trigger]:
    """Triggers of the sentence `start:end`, each word by the first rule that fits it, objects of others left out."""
    triggers: list[Trigger] = []
    taken: set[int] = set()
    for position, word in enumerate(found):
        trigger = (
            None
            if not word.fires or word.start in taken
            else _trigger(text, found, position, (start, end))
        )
        if len(triggers) == _MOST:
            break
        if trigger:
            triggers.append(trigger)
            if trigger.used:
                taken.add(trigger.used.start)
    return triggers


def _trigger(
    text: str, found: Sequence[Word], position: int, whole: tuple[int, int]
) -> Trigger | None:
    word = found[position]
    previous = found[position - 1] if position else None
    governed = previous is not None and not text[previous.end : _begin(word)].strip()
    opened = (
        governed
        and previous is not None
        and previous.has_cue("open", "had", "already", "not", "then")
    )
    barred: set[str] = set()
    for form, reading in _readings(word, previous if governed else None, text):
        for rule in by_lemma().get(form.name, ()):
            if (
                rule.id in barred
                or not (rule.noun if reading == "noun" else rule.verb)
                or (not opened and _buried(text, word, reading, rule, whole[0]))
            ):
                continue
            if rule.bare and reading != "noun" and has_object_pronoun(text[word.start : word.end]):
                continue
            reach = _after(reading, rule)
            around = (
                _near(found, position, max(reach, _AFTER_NOUN), whole, back=True)
                if rule.nowhere
                else ()
            )
            if any(other.has_cue(*rule.nowhere) for other in around):
                continue
            near = list(_near(found, position, reach, whole, back=not rule.after))
            used = (
                next((other for other in near if other.has_cue(*rule.needs)), None)
                if rule.needs
                else None
            )
            if not used and rule.needs:
                continue
            subject = any(
                other.has_cue(*rule.not_next) for other in _subject(text, found, position)
            )
            if subject or not _suits(found, position, near, used, rule):
                barred.add(rule.id)
            else:
                led = (
                    rule.party == "speaker"
                    or rule.frame == "speaker"
                    or _heads(text, word, whole[0])
                )
                led = led or _light(found, position, whole[0])
                return Trigger(
                    word,
                    rule,
                    reading,
                    used,
                    led,
                    text.startswith(DEFINITE_ARTICLE, word.start),
                    reading != "noun" and has_object_pronoun(text[word.start : word.end]),
                    reading == "noun" and has_object_pronoun(text[word.start : word.end]),
                    _masculine(text, word, reading),
                )
    return None


def _suits(
    found: Sequence[Word], position: int, near: Sequence[Word], used: Word | None, rule: EventRule
) -> bool:
    """Whether the words near a trigger are those its rule asks for besides its object, and none that it rules out."""
    word = found[position]
    # What a government says about a match is an act of the state.
    official = any(
        other.has_cue("ministry") for other in between(found, word.end, word.end + _NEXT)
    )
    bars = rule.without - {"sport"} if official else rule.without
    if any(other.has_cue(*bars) for other in near) or not _has(near, rule.also):
        return False
    gap = between(found, word.end, used.start) if used else ()
    if any(other.has_cue(*rule.barrier) for other in gap):
        return False
    return not any(
        other.has_cue(*rule.not_next) for other in between(found, word.end, word.end + _NEXT)
    )


def _subject(text: str, found: Sequence[Word], position: int) -> Iterator[Word]:
    """The words right before a verb, in which its subject may stand ("a Turkish court refused")."""
    begin = _begin(found[position])
    for other in reversed(between(found, begin - _SUBJECT, begin)):
        gap = text[other.end : begin]
        if other.has_cue("open", "that") or not all(char.isalnum() or char == " " for char in gap):
            return
        yield other


def _has(near: Sequence[Word], classes: frozenset[str]) -> bool:
    return not classes or any(other.has_cue(*classes) for other in near)


def _masculine(text: str, word: Word, reading: Reading) -> bool:
    """Whether a word can only be a past without the mark of a feminine subject: "expelled" may be "expulsion" too."""
    surface = text[word.start : word.end]
    nominal = any(form.part in ("noun", "set") for form in word.forms)
    plain = not has_feminine_mark(surface) or any(form.name == surface for form in word.forms)
    return reading == "past" and not nominal and plain


def _heads(text: str, word: Word, start: int) -> bool:
    """Whether a word opens the sentence, or an entry of a chronicle ("21 May 2005: killing of ...")."""
    lead = text[max(start, _begin(word) - 2) : _begin(word)].strip()
    return _begin(word) == start or lead in _ENTRY


def _light(found: Sequence[Word], position: int, start: int) -> bool:
    """Whether a light verb ("held", "launched", "decided") leads to the word, no other verb in between."""
    word = found[position]
    nouns = False
    for place in range(position - 1, -1, -1):
        other = found[place]
        reach = _UNDERGO if other.has_cue("undergo") else _LIGHT
        if other.start < max(start, word.start - _UNDERGO) or other.has_cue("open"):
            return False
        if (
            other.has_cue("say")
            and other.start >= word.start - reach
            and (not nouns or other.has_cue("undergo", "witness"))
        ):
            return True
        if other.is_verbal:
            return False
        nouns = nouns or any(form.part in ("noun", "participle") for form in other.forms)
    return False


def _buried(text: str, word: Word, reading: str, rule: EventRule, start: int) -> bool:
    """Whether a surface that is verb or noun stands inside a phrase, where a noun does ("stability and control")."""
    parts = {form.part for form in word.forms}
    if (
        reading != "noun"
        and "noun" in parts
        and not rule.noun
        and word.clitic
        and _begin(word) > start
    ):
        return True
    if reading == "noun" or "noun" not in parts or rule.plover == "ASSAULT" or word.clitic:
        return False
    lead = text[max(0, word.start - 2) : word.start].strip()
    return bool(lead) and lead[-1].isalnum()


def _begin(word: Word) -> int:
    return word.start - len(word.clitic)


def _after(reading: Reading, rule: EventRule) -> int:
    return min(_AFTER_NOUN, rule.reach) if reading == "noun" and not rule.also else rule.reach


def _near(
    found: Sequence[Word], position: int, reach: int, whole: tuple[int, int], *, back: bool
) -> Iterator[Word]:
    """Words that may be the object, the ones after the trigger first, then (`back`) the ones before it."""
    word = found[position]
    limit = min(whole[1], word.end + reach)
    ahead = (found[place] for place in range(position + 1, len(found)))
    yield from takewhile(lambda other: other.start < limit, ahead)
    if back:
        edge = max(whole[0], word.start - _BEFORE)
        behind = (found[place] for place in range(position - 1, -1, -1))
        yield from takewhile(lambda other: other.start >= edge, behind)


def _readings(word: Word, governor: Word | None, text: str) -> Iterator[tuple[Form, Reading]]:
    """The readings that the place allows: after a preposition or a light verb only the noun."""
    parts = {form.part for form in word.forms}
    noun_only = clitic_kind(word.clitic) in ("preposition", "article") or (
        governor is not None and governor.has_cue(*_GOVERNORS) and not governor.has_cue("open")
    )
    for form in word.forms:
        if form.part == "set" or (
            form.part == "noun" and (noun_only or not parts & {"past", "present"})
        ):
            yield form, "noun"
        elif (
            form.part == "participle"
            and clitic_kind(word.clitic) != "article"
            and not text[max(0, word.start - 3) : word.start].rstrip()[-1:].isdigit()
        ):
            yield form, "participle"
        elif form.part == "past" and not noun_only:
            yield form, "past"
        elif form.part == "present" and clitic_kind(word.clitic) not in (
            "preposition",
            "article",
        ):
            yield form, "present"
    yield from (
        (form, "noun")
        for form in word.forms
        if form.part == "noun" and not noun_only and len(parts) > 1
    )
