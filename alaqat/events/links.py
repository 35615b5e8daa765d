"""Which preposition leads each party of a clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from alaqat.events.parties import Party
from alaqat.events.triggers import Word, between, clitic_kind
from alaqat.lexicon import table

_LINKS = ("by", "on", "with", "to", "in", "from", "between", "about")
# Words of the phrase that a preposition governs.
_PHRASE = 4


@dataclass(frozen=True, slots=True)
class Linked:
    """A party with the preposition that leads its phrase (None: none)."""

    party: Party
    link: str | None
    headed: bool


def linked(
    text: str, found: Sequence[Word], parties: Sequence[Party], start: int, used: Word | None = None
) -> list[Linked]:
    """Parties with their prepositions; a coordinated or adjoining name shares its neighbour's.

    `used`, the trigger's object word, heads the party it stands before.
    """
    out: list[Linked] = []
    edge = start
    for party in parties:
        gap = between(found, edge, party.start)
        own = _preposition(text, gap, party) or _from_clitic(party)
        headed = used is not None and used in gap
        joins = bool(out) and (party.start - edge <= 3 or _coordinated(text[edge : party.start]))
        out.append(Linked(party, own or (out[-1].link if joins else None), headed))
        edge = party.end
    return out


def _preposition(text: str, gap: Sequence[Word], party: Party) -> str | None:
    """The preposition that governs a party: a few words before it, with no verb in between."""
    for word in reversed(gap):
        if len(text[word.end : party.start].split()) > _PHRASE or any(
            form.part in ("past", "present") for form in word.forms
        ):
            return None
        name = next((name for name in _LINKS if word.cue(name)), None)
        if name:
            return name
    return None


def _from_clitic(party: Party) -> str | None:
    if clitic_kind(party.clitic) != "preposition":
        return None
    if party.clitic.endswith(_clitic_to()):
        return "to"
    return "at" if party.kind in ("capital", "state", "place") else None


@cache
def _clitic_to() -> str:
    """The letter of the preposition that swallows the article: "to, for"."""
    return table("swallowed")[0]["swallowed"][0]


def _coordinated(gap: str) -> bool:
    return len(gap.split()) <= 3 and not any(mark in gap for mark in ",،.؛:")
