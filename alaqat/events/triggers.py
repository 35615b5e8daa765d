"""Finds the words of a sentence that report an event, and their rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from alaqat.arabic.clitics import DEFINITE_ARTICLE, clitic_kind
from alaqat.events.event_rules import EventRule, by_lemma
from alaqat.events.inflection import Form, Part, has_feminine_mark, has_object_pronoun
from alaqat.events.matched_words import Word, between, has_any_cue, is_cue
from alaqat.lexicon.distances import distance

TriggerReading = Literal["past", "present", "participle", "noun"]
_READING_OF: dict[Part, TriggerReading] = {
    "set": "noun",
    "noun": "noun",
    "participle": "participle",
    "past": "past",
    "present": "present",
}
# Marks between the date and the text of an entry in a chronicle.
_ENTRY_MARKS = frozenset(":-–—*•")
# Kinds of clitics that only nouns have.
_OF_NOUNS = frozenset(("preposition", "article"))
# Classes of words after which a surface that is verb or noun is a noun.
_GOVERNORS = (
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
# Classes of words after which a surface that is verb or noun is a verb.
_OPENERS = ("open", "had", "already", "not", "then")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that reports an event by `rule`; `object_word` is the object the rule needs, if any.

    `governed`: the noun has a light verb, or begins the sentence or the entry of a chronicle.
    `is_definite`: it has the article. `has_object`: a verb that ends in an object pronoun.
    `has_possessive`: a noun that ends in a possessive. `is_masculine`: a past without the mark of a
    feminine subject.
    """

    word: Word
    rule: EventRule
    reading: TriggerReading
    object_word: Word | None
    governed: bool
    is_definite: bool = False
    has_object: bool = False
    has_possessive: bool = False
    is_masculine: bool = False

    @property
    def is_noun(self) -> bool:
        """True if the event is reported by a noun."""
        return self.reading == "noun"


@dataclass(frozen=True, slots=True)
class _Site:
    """A word that may be a trigger: number `position` of the words of the sentence `start:end`."""

    text: str
    words: Sequence[Word]
    position: int
    start: int
    end: int

    @property
    def word(self) -> Word:
        return self.words[self.position]

    @property
    def surface(self) -> str:
        return self.text[self.word.start : self.word.end]

    @property
    def following(self) -> Sequence[Word]:
        """The word right after this one, if it is known."""
        end = self.word.end
        return between(self.words, end, end + distance("event-next-word"))

    def governor(self) -> Word | None:
        """The word before this one, if nothing is between them."""
        if not self.position:
            return None
        previous = self.words[self.position - 1]
        return None if self.text[previous.end : self.word.begin].strip() else previous

    def nearby(self, reach: int, *, back: bool) -> Sequence[Word]:
        """The words in `reach` characters after this one, nearest first, then (`back`) before."""
        ahead = between(self.words, self.word.start + 1, min(self.end, self.word.end + reach))
        if not back:
            return ahead
        edge = max(self.start, self.word.start - distance("event-object-before"))
        return [*ahead, *reversed(between(self.words, edge, self.word.start))]

    def subject_words(self) -> Iterator[Word]:
        """The words before a verb that may be its subject, nearest first ("a court refused")."""
        begin = self.word.begin
        for other in reversed(between(self.words, begin - distance("event-subject-head"), begin)):
            if other.has_cue("open", "that") or not _is_unmarked(self.text[other.end : begin]):
                return
            yield other


def _is_unmarked(text: str) -> bool:
    """True if a stretch of text has only letters, digits and spaces."""
    return all(char.isalnum() or char == " " for char in text)


def find(text: str, words: Sequence[Word], start: int, end: int) -> list[Trigger]:
    """Triggers among the `words` of the sentence `start:end`, each by the first rule that fits it.

    The object word of an earlier trigger is no trigger itself. Sentences with more than
    `event-most-triggers` are lists, not prose, and have none beyond that number.
    """
    triggers: list[Trigger] = []
    objects: set[int] = set()
    most = distance("event-most-triggers")
    for position, word in enumerate(words):
        if not word.fires or word.start in objects:
            continue
        if len(triggers) == most:
            break
        trigger = _trigger(_Site(text, words, position, start, end))
        if trigger:
            triggers.append(trigger)
            if trigger.object_word:
                objects.add(trigger.object_word.start)
    return triggers


def _trigger(site: _Site) -> Trigger | None:
    """The trigger by the first rule that fits the site."""
    governor = site.governor()
    is_opened = is_cue(governor, *_OPENERS)
    barred: set[str] = set()
    for form, reading in _readings(site, governor):
        for rule in by_lemma().get(form.name, ()):
            if rule.id in barred or not _is_possible(site, reading, rule, is_opened=is_opened):
                continue
            nearby = site.nearby(_object_reach(reading, rule), back=not rule.after)
            object_word = _object_word(nearby, rule)
            if rule.needs and not object_word:
                continue
            if not _is_barred(site, nearby, object_word, rule):
                return _built(site, rule, reading, object_word)
            barred.add(rule.id)
    return None


def _is_possible(site: _Site, reading: TriggerReading, rule: EventRule, *, is_opened: bool) -> bool:
    """True if the rule can apply to this reading of the word, before its object is searched."""
    if not (rule.noun if reading == "noun" else rule.verb):
        return False
    if not is_opened and _is_inside_phrase(site, reading, rule):
        return False
    if rule.bare and reading != "noun" and has_object_pronoun(site.surface):
        return False
    if not rule.nowhere:
        return True
    reach = max(_object_reach(reading, rule), distance("event-object-after-noun"))
    return not has_any_cue(site.nearby(reach, back=True), *rule.nowhere)


def _object_reach(reading: TriggerReading, rule: EventRule) -> int:
    """How far after the trigger (folded characters) its object word may begin."""
    if reading == "noun" and not rule.also:
        return min(distance("event-object-after-noun"), rule.reach)
    return rule.reach


def _object_word(nearby: Sequence[Word], rule: EventRule) -> Word | None:
    """The first of the words that the rule needs."""
    if not rule.needs:
        return None
    return next((word for word in nearby if word.has_cue(*rule.needs)), None)


def _is_barred(
    site: _Site, nearby: Sequence[Word], object_word: Word | None, rule: EventRule
) -> bool:
    """True if a nearby word excludes the trigger, or another needed word is missing."""
    following = site.following
    # A government's statement about a sports match is an act of the state.
    bars = rule.without - {"sport"} if has_any_cue(following, "ministry") else rule.without
    if has_any_cue(nearby, *bars) or (rule.also and not has_any_cue(nearby, *rule.also)):
        return True
    gap = between(site.words, site.word.end, object_word.start) if object_word else ()
    return (
        has_any_cue(gap, *rule.barrier)
        or has_any_cue(following, *rule.not_next)
        or has_any_cue(site.subject_words(), *rule.not_next)
    )


def _built(
    site: _Site, rule: EventRule, reading: TriggerReading, object_word: Word | None
) -> Trigger:
    """The trigger by a rule that fits."""
    is_speech = rule.party == "speaker" or rule.frame == "speaker"
    has_pronoun = has_object_pronoun(site.surface)
    return Trigger(
        word=site.word,
        rule=rule,
        reading=reading,
        object_word=object_word,
        governed=is_speech or _is_head(site) or _is_led_by_light_verb(site),
        is_definite=site.text.startswith(DEFINITE_ARTICLE, site.word.start),
        has_object=has_pronoun and reading != "noun",
        has_possessive=has_pronoun and reading == "noun",
        is_masculine=reading == "past" and _is_masculine(site),
    )


def _is_masculine(site: _Site) -> bool:
    """True for a word that can only be a past verb without a feminine mark."""
    surface = site.surface
    if site.word.has_part("noun", "set"):
        return False
    return not has_feminine_mark(surface) or any(form.name == surface for form in site.word.forms)


def _is_head(site: _Site) -> bool:
    """True if the word opens the sentence, or a chronicle's entry ("21 May: killing of ...")."""
    begin = site.word.begin
    lead = site.text[max(site.start, begin - 2) : begin].strip()
    return begin == site.start or lead in _ENTRY_MARKS


def _is_led_by_light_verb(site: _Site) -> bool:
    """True if a light verb ("held", "launched") leads to the word, no other verb in between."""
    word = site.word
    edge = max(site.start, word.start - distance("event-undergo-before"))
    has_noun = False
    for other in reversed(between(site.words, edge, word.start)):
        if other.has_cue("open"):
            return False
        if other.has_cue("say") and _can_govern(other, word, over_noun=has_noun):
            return True
        if other.is_verbal:
            return False
        has_noun = has_noun or other.has_part("noun", "participle")
    return False


def _can_govern(light_verb: Word, word: Word, *, over_noun: bool) -> bool:
    """True if a light verb is near enough; across another noun only "underwent" and "saw" are."""
    if over_noun and not light_verb.has_cue("undergo", "witness"):
        return False
    if light_verb.has_cue("undergo"):  # its subject may be between
        return True
    return light_verb.start >= word.start - distance("event-light-verb-before")


def _is_inside_phrase(site: _Site, reading: TriggerReading, rule: EventRule) -> bool:
    """True if a word that may be verb or noun is in the position of a noun."""
    word = site.word
    if reading == "noun" or not word.has_part("noun"):
        return False
    if word.clitic:
        return not rule.noun and word.begin > site.start
    lead = site.text[max(0, word.start - 2) : word.start].strip()
    return not rule.category.is_violent and lead[-1:].isalnum()


def _readings(site: _Site, governor: Word | None) -> Iterator[tuple[Form, TriggerReading]]:
    """The readings possible in this position, the verb first if it may be verb or noun."""
    word = site.word
    is_nominal = _is_noun_only(word, governor)
    allowed = _allowed_parts(site, is_nominal=is_nominal)
    yield from ((form, _READING_OF[form.part]) for form in word.forms if form.part in allowed)
    if "noun" not in allowed:
        yield from ((form, "noun") for form in word.forms if form.part == "noun")


def _is_noun_only(word: Word, governor: Word | None) -> bool:
    """True after a preposition or a light verb, where a word that may be a verb is a noun."""
    if clitic_kind(word.clitic) in _OF_NOUNS:
        return True
    return is_cue(governor, *_GOVERNORS) and not is_cue(governor, "open")


def _allowed_parts(site: _Site, *, is_nominal: bool) -> set[Part]:
    """The parts of speech possible in this position."""
    word = site.word
    kind = clitic_kind(word.clitic)
    allowed: set[Part] = {"set"}
    if is_nominal or not word.is_verbal:
        allowed.add("noun")
    if not is_nominal:
        allowed.add("past")
    if kind not in _OF_NOUNS:
        allowed.add("present")
    if kind != "article" and not _is_after_number(site):
        allowed.add("participle")
    return allowed


def _is_after_number(site: _Site) -> bool:
    """True if a number is right before the word: a participle there is the thing counted."""
    start = site.word.start
    return site.text[max(0, start - 3) : start].rstrip()[-1:].isdigit()
