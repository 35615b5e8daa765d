"""A trigger with the parties of its clause, the input of the other modules of this folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alaqat.events.arguments.prepositions import LinkedParty, direct
from alaqat.events.matched_words import Word, between
from alaqat.events.triggers import Trigger
from alaqat.lexicon.categories import Category
from alaqat.lexicon.distances import distance

STATES = frozenset(("state", "capital"))


@dataclass(frozen=True, slots=True)
class TriggerClause:
    """A trigger, the words of its sentence, and the parties before and after it in its clause."""

    trigger: Trigger
    words: Sequence[Word]
    before: Sequence[LinkedParty]
    after: Sequence[LinkedParty]

    @property
    def frame(self) -> str:
        """The rule's frame, which decides the sides: see the head of the rule files."""
        return self.trigger.rule.frame

    @property
    def category(self) -> Category:
        """The rule's category, with its properties."""
        return self.trigger.rule.category

    @property
    def is_harm(self) -> bool:
        """True if the trigger is about who was harmed ("killing", "was killed")."""
        return self.frame in ("patient", "suffers")

    def gap(self, linked: LinkedParty) -> int:
        """Folded characters between the trigger and a party after it."""
        return linked.party.start - self.trigger.word.end

    def direct_after(self, reach: str) -> list[LinkedParty]:
        """The parties without a preposition within the distance `reach` after the trigger."""
        most = distance(reach)
        return [linked for linked in direct(self.after) if self.gap(linked) <= most]

    def words_of(self, linked: LinkedParty) -> Sequence[Word]:
        """The words of a party's name and those right before it: its office, its troops."""
        start = linked.party.start - distance("event-troops-before")
        return between(self.words, start, linked.party.end)

    def words_between(self, linked: LinkedParty) -> Sequence[Word]:
        """The words between the trigger and a party after it."""
        return between(self.words, self.trigger.word.end, linked.party.start)
