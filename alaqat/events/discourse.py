"""Whom a later sentence means without naming: the parties that the article has spoken of so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alaqat.model.records import Actor


@dataclass
class DiscourseState:
    """The parties spoken of so far, as candidates for unnamed subjects and targets.

    `subject`: the actors of the last event. `nearer`: the subject of an earlier clause of this
    sentence. `latest`: the actors of the event before this one in the same sentence ("and that
    they"). `dyad`: the two states of the last event between two ("the two countries"). `group`:
    the parties of the last event of more ("the four states"). `frequent`: the two parties named
    most often in the article.
    """

    subject: tuple[Actor, ...] = ()
    nearer: tuple[Actor, ...] = ()
    latest: tuple[Actor, ...] = ()
    dyad: tuple[Actor, ...] = ()
    group: tuple[Actor, ...] = ()
    frequent: tuple[Actor, ...] = ()

    def doer(self) -> tuple[Actor, ...]:
        """The actors that an unnamed subject stands for."""
        return self.nearer or self.subject

    def pair(self) -> tuple[Actor, ...]:
        """The two parties that "the two countries" stands for."""
        return self.dyad if len(self.dyad) > 1 else self.frequent

    def other(self, actors: Sequence[Actor]) -> tuple[Actor, ...]:
        """The rest of the pair when `actors` are part of it, else nothing."""
        names = {actor.name for actor in actors}
        pair = self.pair()
        rest = tuple(actor for actor in pair if actor.name not in names)
        return rest if len(rest) < len(pair) else ()
