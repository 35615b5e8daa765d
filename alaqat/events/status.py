"""The status of an event: done, planned, denied or hypothetical."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alaqat.arabic.clitics import clitic_kind
from alaqat.events.matched_words import Word, between, has_any_cue, right_before
from alaqat.events.triggers import Trigger
from alaqat.lexicon.distances import distance
from alaqat.model.records import Status


@dataclass(frozen=True, slots=True)
class _Site:
    """A trigger and the words of its sentence; the words from `start` decide its status."""

    trigger: Trigger
    words: Sequence[Word]
    start: int

    def has_before(self, reach: str, name: str) -> bool:
        """True if a cue of class `name` begins within the distance `reach` before the trigger."""
        return has_any_cue(self.lead(distance(reach)), name)

    def lead(self, reach: int) -> Sequence[Word]:
        """The words that begin at most `reach` characters before the trigger."""
        end = self.trigger.word.start
        return between(self.words, max(self.start, end - reach), end)

    def adjacent(self) -> list[Word]:
        """The words right before the trigger and its clitic, before `start` too."""
        return right_before(self.words, self.trigger.word.begin, distance("event-adjacent-word"))


def find(trigger: Trigger, words: Sequence[Word], start: int, *, is_deed: bool) -> Status | None:
    """The trigger's status, from the words after `start`; None for a habit, which is no event.

    `is_deed`: the present tense reports a deed here ("before it withdrew", "said that it rejects").
    """
    site = _Site(trigger, words, start)
    if _is_denied(site):
        return "denied"
    if _is_future(site) or _is_put_off(site):
        return "planned"
    if _is_possible(site) or _is_wish(site):
        return "hypothetical"
    return None if _is_habit(site, is_deed=is_deed) else "done"


def _is_denied(site: _Site) -> bool:
    """True after a negation; after "denied" only if the category can be denied by its agent."""
    if site.has_before("event-negation", "not"):
        return True
    return site.trigger.rule.category.is_deniable and _is_led_by(site, "denying")


def _is_future(site: _Site) -> bool:
    """True for a future verb, after a word of plan, or after a light verb in the future ("will
    hold").
    """
    if clitic_kind(site.trigger.word.clitic) == "future" or site.has_before(
        "event-plan", "planned"
    ):
        return True
    lead = between(site.words, site.start, site.trigger.word.start)
    return any(map(_is_future_light_verb, lead))


def _is_future_light_verb(word: Word) -> bool:
    """True for a light verb in the future ("will hold")."""
    return word.has_cue("say") and clitic_kind(word.clitic) == "future"


def _is_put_off(site: _Site) -> bool:
    """True for a noun that is to come: "the coming visit", "ahead of the summit"."""
    if not site.trigger.is_noun:
        return False
    if _is_followed_by(site, "coming"):
        return True
    is_occasion = site.trigger.rule.category.is_occasion
    return is_occasion and has_any_cue(site.adjacent(), "ahead", "eve")


def _is_possible(site: _Site) -> bool:
    """True after a word of possibility, or before one ("a possible pullout")."""
    if site.has_before("event-possibility", "may"):
        return True
    if site.trigger.is_noun:
        return _is_followed_by(site, "possible")
    # Before a past the same word says "already".
    return site.trigger.reading == "present" and site.has_before("event-right-before", "already")


def _is_wish(site: _Site) -> bool:
    """True for a noun after a word of wish or proposal ("hopes for an agreement")."""
    name = site.trigger.rule.category.unreal_after
    return site.trigger.is_noun and name is not None and _is_led_by(site, name)


def _is_habit(site: _Site, *, is_deed: bool) -> bool:
    """True for a present tense that reports no deed, of one of many, and of what was stopped."""
    if site.trigger.reading == "present" and not is_deed:
        return True
    return _is_of_many(site) or _is_stopped(site)


def _is_of_many(site: _Site) -> bool:
    """True if the trigger is any of a kind ("any", "acts of" unless they were "committed")."""
    many = (word for word in site.adjacent() if word.has_cue("plural"))
    return any(not (site.trigger.governed and word.has_cue("acts")) for word in many)


def _is_stopped(site: _Site) -> bool:
    """True for a noun of force that was stopped ("an end to the raids"), or is a habit."""
    if not site.trigger.is_noun or not site.trigger.rule.category.is_stoppable:
        return False
    begin = site.trigger.word.begin
    lead = between(site.words, begin - distance("event-stopped"), begin)
    return has_any_cue(lead, "stopped", "habit")


def _is_led_by(site: _Site, name: str) -> bool:
    """True if a word of class `name` (wish, denial) leads to the trigger, no verb in between."""
    for word in reversed(site.lead(distance("event-plan"))):
        if word.has_cue(name):
            return True
        if word.has_cue("after", "in") or word.has_part("past"):
            return False
    return False


def _is_followed_by(site: _Site, name: str) -> bool:
    """True if a noun has an adjective of class `name` ("coming", "possible") after it."""
    end = site.trigger.word.end
    for word in between(site.words, end, end + distance("event-adjective-after")):
        if word.has_cue(name) or (name == "coming" and _is_future_light_verb(word)):
            return True
        if word.is_verbal or word.has_cue("in", "open"):
            return False
    return False
