"""The facts on the page of one name: its offices, quotes, events and neighbours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from components.data.frame_rows import rows
from components.data.person_queries import PersonFrames
from components.html import network_panel, profile_facts, quote_versions
from components.widgets import quote_list

Row = dict[str, Any]
Link = Callable[..., str]


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """The facts of one name; `joint_sentences` are rows by neighbour, the newest first."""

    entity: Row
    offices: list[profile_facts.Office]
    quotes: list[quote_versions.Saying]
    acts: list[Row]
    others: list[Row]
    company: list[Row]
    joint_sentences: dict[str, list[Row]]
    marks: network_panel.Spans

    @property
    def is_empty(self) -> bool:
        """True if the filters leave nothing to show."""
        return not any((self.offices, self.quotes, self.acts, self.others, self.company))


def person_facts(frames: PersonFrames, link: Link) -> PersonFacts:
    """The facts of one name from its frames."""
    entity_id = frames.entity["entity_id"]
    own = frames.mentions[frames.mentions["entity_id"] == entity_id]
    dated = own.merge(frames.articles[["article_id", "published"]], on="article_id")
    acts, others = profile_facts.by_state(
        frames.events, frames.participants, frames.entity["country"]
    )
    return PersonFacts(
        entity=frames.entity,
        offices=profile_facts.offices(rows(dated)),
        quotes=quote_list.cards_of(frames.quotes),
        acts=acts,
        others=others,
        company=_company(frames, link),
        joint_sentences=_joint_sentences(frames),
        marks=network_panel.spans(frames.mentions, [entity_id]),
    )


def _company(frames: PersonFrames, link: Link) -> list[Row]:
    """Neighbours as rows, each with `href`, a link to the two names in the network."""
    node = frames.entity["entity_id"]
    counted = profile_facts.neighbours(frames.edges, node).rename(columns={"other": "entity_id"})
    names = frames.entities.drop(columns=["mentions", "articles"])
    return [
        row | {"href": link("network", nodes=(node, row["entity_id"]))}
        for row in rows(counted.merge(names, on="entity_id"))
    ]


def _joint_sentences(frames: PersonFrames) -> dict[str, list[Row]]:
    """The sentences that name each neighbour with the name, newest first."""
    node = frames.entity["entity_id"]
    neighbours: dict[tuple[str, int], list[str]] = {}
    edges = frames.edges[["a", "b", "article_id", "sentence"]]
    for a, b, article, sentence in edges.itertuples(index=False, name=None):
        if node in (a, b):
            neighbours.setdefault((article, sentence), []).append(b if a == node else a)
    joint: dict[str, list[Row]] = {}
    for row in network_panel.newest(frames.sentences, frames.articles):
        for other in neighbours.get((row["article_id"], row["sentence"]), ()):
            joint.setdefault(other, []).append(row)
    return joint
