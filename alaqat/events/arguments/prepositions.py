"""Which preposition leads each party of a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from alaqat.arabic.clitics import BY, DEFINITE_ARTICLE, SWALLOWED_ARTICLE, TO, clitic_kind
from alaqat.events.inflection import has_object_pronoun
from alaqat.events.parties import Party
from alaqat.events.triggers import Word, between
from alaqat.model.records import Actor

# Who does something, and to whom.
Sides = tuple[tuple[Actor, ...], tuple[Actor, ...]]

_LINKS = ("by", "on", "with", "to", "in", "from", "between", "about")
# Words of the phrase that a preposition governs, and of the one between a verb and whose deed it praises.
_PHRASE, _OBJECT = 4, 2
# How far after a party (folded characters) one coordinated with it begins.
_COORDINATED = 25


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
        own = (
            None
            if _belongs(text, gap, party)
            else _preposition(text, gap, party) or _from_clitic(text, party)
        )
        headed = used is not None and used in gap
        joins = bool(out) and (party.start - edge <= 3 or _coordinated(text[edge : party.start]))
        out.append(Linked(party, own or (out[-1].link if joins else None), headed))
        edge = party.end
    return out


def governed(text: str, found: Sequence[Word], after: Sequence[Linked], start: int) -> list[Linked]:
    """Parties after a verb at `start`, the first as its object where "by, with" leads it ("praised Egypt's role")."""
    if not after or after[0].link:
        return list(after)
    first, rest = after[0], list(after[1:])
    phrase = text[start : first.party.start].split()
    manner = any(word.has_cue("manner") for word in between(found, start, first.party.start))
    if manner or not 0 < len(phrase) <= _OBJECT or not phrase[0].startswith(BY):
        return list(after)
    definite = phrase[0].startswith(BY + DEFINITE_ARTICLE)
    if definite and first.party.kind != "adjective":
        return list(after)
    return [replace(first, link="to"), *rest]


def _preposition(text: str, gap: Sequence[Word], party: Party) -> str | None:
    """The preposition that governs a party: a few words before it, with no verb in between."""
    for word in reversed(gap):
        if word.has_cue("with-pronoun"):
            continue  # "from which X launched": the pronoun is what it governs
        if word.has_cue("say") and has_object_pronoun(text[word.start : word.end]):
            return "by"  # "raids that X launched": the verb points back at them
        if (
            len(text[word.end : party.start].split()) > _PHRASE
            or word.is_verbal
            or word.has_cue("launch")
        ):
            return None
        name = next((name for name in _LINKS if word.has_cue(name)), None)
        if name == "from" and any(
            other.has_cue("each") and word.start - other.end <= 1 for other in gap
        ):
            return None  # "each of X and Y"
        if name:
            return _outer(gap, word) or name
    return None


def _outer(gap: Sequence[Word], word: Word) -> str | None:
    """The preposition right before a word of direction: "from the south of" is from there."""
    before = next((other for other in gap if 0 < word.start - other.end <= 1), None)
    return next(
        (name for name in ("from", "on") if word.has_cue("in") and before and before.has_cue(name)),
        None,
    )


def _belongs(text: str, gap: Sequence[Word], party: Party) -> bool:
    """Whether a party says whose people act ("followers of X", "loyal to X", "an officer in X"), and is no place."""
    begin = party.start - len(party.clitic)
    last = gap[-1] if gap else None
    if last is None or len(text[last.end : begin].split()) > 1:
        return False
    of = clitic_kind(party.clitic) == "preposition" and party.clitic.endswith(TO)
    if (
        last.has_cue("belonging")
        or (party.kind == "body" and last.has_cue("loyal"))
        or (of and last.has_cue("vessel", "troops"))
    ):
        return True
    people = gap[-2] if len(gap) > 1 and last.start - gap[-2].end <= 1 else None
    names = ("belonging", "member") if party.kind == "body" else ("belonging",)
    return last.has_cue("in", "from", "to") and people is not None and people.has_cue(*names)


def _from_clitic(text: str, party: Party) -> str | None:
    state = party.kind in ("state", "capital") and not party.clitic
    if state and text.startswith(SWALLOWED_ARTICLE, party.start):
        return "to"  # a word that has swallowed the article stays whole
    if clitic_kind(party.clitic) != "preposition":
        return None
    if party.clitic.endswith(TO):
        return "to"
    return "at" if party.kind in ("capital", "state", "place") else None


def _coordinated(gap: str) -> bool:
    return len(gap.split()) <= 3 and not any(mark in gap for mark in ",،.؛:")


def first_group(linked_parties: Sequence[Linked]) -> list[Linked]:
    """The first party and those coordinated with it."""
    return next(_groups(linked_parties), [])


def last_group(linked_parties: Sequence[Linked]) -> list[Linked]:
    """The last party and those it is coordinated with."""
    return list(_groups(linked_parties))[-1] if linked_parties else []


def _groups(linked_parties: Sequence[Linked]) -> Iterator[list[Linked]]:
    group: list[Linked] = []
    for one in linked_parties:
        joined = (
            one.party.clitic and group and one.party.start - group[-1].party.end <= _COORDINATED
        )
        if group and not joined and one.party.actor != group[-1].party.actor:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def acted_upon(linked_parties: Sequence[Linked]) -> tuple[Actor, ...]:
    """Parties acted upon; a bare location only where nobody else is named."""
    strong = [
        one for one in linked_parties if one.link not in ("in", "at") and one.party.kind != "place"
    ]
    return actors(strong or linked_parties)[:5]


def actors(linked_parties: Sequence[Linked]) -> tuple[Actor, ...]:
    """Whom parties stand for, each once."""
    return join((), tuple(one.party.actor for one in linked_parties))


def join(first: Sequence[Actor], second: Sequence[Actor]) -> tuple[Actor, ...]:
    """Two lists of actors as one, each name once."""
    by_name = {actor.name: actor for actor in reversed((*first, *second))}
    return tuple(dict.fromkeys(by_name[actor.name] for actor in (*first, *second)))
