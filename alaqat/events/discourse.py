"""The parties mentioned so far in an article, for sentences that do not name theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alaqat.events.parties import is_state
from alaqat.lexicon.categories import category
from alaqat.model.records import Actor, EventMention

_PAIR = 2


@dataclass
class DiscourseState:
    """The parties mentioned so far, as candidates for unnamed subjects and targets.

    `subject`: the actors of the last event. `sentence_subject`: the subject of an earlier clause of
    this sentence. `latest_agents`: the actors of the previous event in the same sentence ("and that
    they"). `dyad`: the two states of the last event between two ("the two countries"). `group`:
    the parties of the last event of more ("the four states"). `frequent`: the two parties named
    most often in the article.
    """

    subject: tuple[Actor, ...] = ()
    sentence_subject: tuple[Actor, ...] = ()
    latest_agents: tuple[Actor, ...] = ()
    dyad: tuple[Actor, ...] = ()
    group: tuple[Actor, ...] = ()
    frequent: tuple[Actor, ...] = ()

    def begin_segment(self) -> None:
        """Forget the actors of the sentence before."""
        self.latest_agents = ()

    def enter_clause(self, subject: tuple[Actor, ...], *, has_pronoun: bool) -> None:
        """Set the subject of an earlier clause of this sentence.

        `has_pronoun`: the clause opens with "that they", the actors of the sentence's last event.
        """
        self.sentence_subject = (
            self.latest_agents if has_pronoun and self.latest_agents else subject
        )

    def leave_clause(self, actors: tuple[Actor, ...]) -> None:
        """Set the actors of the clause's event; without any, the earlier ones stay."""
        self.latest_agents = actors or self.latest_agents

    def remember(self, event: EventMention) -> None:
        """Set the parties from an event that was recorded."""
        parties = (*event.actors, *event.recipients)
        self.subject = event.actors or self.subject
        if len(parties) > _PAIR:
            self.group = parties
        is_between_states = len(parties) == _PAIR and all(map(is_state, parties))
        if is_between_states and not category(event.plover).is_bodily:
            self.dyad = parties

    def default_agent(self) -> tuple[Actor, ...]:
        """The actors of an event without a named subject."""
        return self.sentence_subject or self.subject

    def pair(self) -> tuple[Actor, ...]:
        """The two parties meant by "the two countries"."""
        return self.dyad or self.frequent

    def counterpart(self, actors: Sequence[Actor]) -> tuple[Actor, ...]:
        """The other party of the pair if `actors` are one of it, otherwise none."""
        names = {actor.name for actor in actors}
        pair = self.pair()
        rest = tuple(actor for actor in pair if actor.name not in names)
        return rest if len(rest) < len(pair) else ()
