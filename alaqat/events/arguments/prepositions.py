"""Which preposition leads each party of a clause."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from alaqat.arabic.clitics import BY, DEFINITE_ARTICLE, SWALLOWED_ARTICLE, TO, clitic_kind
from alaqat.events.inflection import has_object_pronoun
from alaqat.events.matched_words import Word, between, has_any_cue
from alaqat.events.parties import Party
from alaqat.lexicon.distances import distance
from alaqat.model.records import Actor

# Who does something, and to whom.
Sides = tuple[tuple[Actor, ...], tuple[Actor, ...]]

# Classes of prepositions, the first that fits a word is taken.
_LINKS = ("by", "on", "with", "to", "in", "from", "between", "about")
_PHRASE_MARKS = frozenset(",،.؛:")


@dataclass(frozen=True, slots=True)
class LinkedParty:
    """A party with the preposition that leads its phrase (None: none).

    `headed`: the trigger's object word stands before it ("the recall of the ambassador of X").
    """

    party: Party
    link: str | None
    headed: bool


def link(
    text: str,
    words: Sequence[Word],
    parties: Sequence[Party],
    start: int,
    object_word: Word | None = None,
) -> list[LinkedParty]:
    """Parties of a stretch that begins at `start`, each with its preposition.

    A coordinated or adjoining name has its neighbour's. `object_word` is the trigger's.
    """
    linked: list[LinkedParty] = []
    edge = start
    for party in parties:
        gap = between(words, edge, party.start)
        preposition = _own_preposition(text, gap, party)
        if preposition is None and linked and _is_coordinated(text[edge : party.start]):
            preposition = linked[-1].link
        linked.append(
            LinkedParty(party, preposition, object_word is not None and object_word in gap)
        )
        edge = party.end
    return linked


def link_praised(
    text: str, words: Sequence[Word], after: Sequence[LinkedParty], start: int
) -> list[LinkedParty]:
    """Parties after a verb at `start`; "by, with" makes the first its object ("praised Egypt's role")."""
    if not after or after[0].link:
        return list(after)
    first = after[0].party
    phrase = text[start : first.start].split()
    if not 0 < len(phrase) <= distance("event-praised-words"):
        return list(after)
    if not _is_praise(phrase[0], first) or has_any_cue(
        between(words, start, first.start), "manner"
    ):
        return list(after)
    return [replace(after[0], link="to"), *after[1:]]


def _is_praise(word: str, party: Party) -> bool:
    """True if a word before a party begins with "by, with" and is no adverb that has the article."""
    is_definite = word.startswith(BY + DEFINITE_ARTICLE)
    return word.startswith(BY) and (party.kind == "adjective" or not is_definite)


def _own_preposition(text: str, gap: Sequence[Word], party: Party) -> str | None:
    if _is_of_people(text, gap, party):
        return None
    return _preposition(text, gap, party) or _from_clitic(text, party)


def _preposition(text: str, gap: Sequence[Word], party: Party) -> str | None:
    """The preposition that governs a party: a few words before it, with no verb in between."""
    for word in reversed(gap):
        if word.has_cue("with-pronoun"):
            continue  # "from which X launched": the pronoun is what it governs
        if word.has_cue("say") and has_object_pronoun(text[word.start : word.end]):
            return "by"  # "raids that X launched": the verb points back at them
        if _is_barrier(text, word, party):
            return None
        name = next((name for name in _LINKS if word.has_cue(name)), None)
        if name == "from" and _is_after_each(gap, word):
            return None  # "each of X and Y"
        if name:
            return _outer(gap, word) or name
    return None


def _is_barrier(text: str, word: Word, party: Party) -> bool:
    """True if no preposition reaches the party over this word: a verb, or one too far away."""
    words_between = len(text[word.end : party.start].split())
    return (
        words_between > distance("event-preposition-words")
        or word.is_verbal
        or word.has_cue("launch")
    )


def _is_after_each(gap: Sequence[Word], word: Word) -> bool:
    return any(other.has_cue("each") and other.is_right_before(word.start) for other in gap)


def _outer(gap: Sequence[Word], word: Word) -> str | None:
    """The preposition right before a word of direction: "from the south of" is from there."""
    if not word.has_cue("in"):
        return None
    before = next((other for other in gap if 0 < word.start - other.end <= 1), None)
    return next((name for name in ("from", "on") if before and before.has_cue(name)), None)


def _is_of_people(text: str, gap: Sequence[Word], party: Party) -> bool:
    """True if a party says whose people act ("followers of X", "loyal to X", "an officer in X"), and is no place."""
    last = gap[-1] if gap else None
    if last is None or len(text[last.end : party.begin].split()) > 1:
        return False
    if last.has_cue("belonging") or _is_owner(last, party):
        return True
    people = gap[-2] if len(gap) > 1 and gap[-2].is_right_before(last.start) else None
    names = ("belonging", "member") if party.kind == "body" else ("belonging",)
    return last.has_cue("in", "from", "to") and people is not None and people.has_cue(*names)


def _is_owner(word: Word, party: Party) -> bool:
    """True of a body after "loyal to", and of who is named with "of" after a vessel or troops."""
    if party.kind == "body" and word.has_cue("loyal"):
        return True
    return _has_clitic_to(party) and word.has_cue("vessel", "troops")


def _from_clitic(text: str, party: Party) -> str | None:
    """The preposition that is glued to a party's name."""
    is_state = party.kind in ("state", "capital")
    if is_state and not party.clitic and text.startswith(SWALLOWED_ARTICLE, party.start):
        return "to"  # a word that has swallowed the article stays whole
    if clitic_kind(party.clitic) != "preposition":
        return None
    if _has_clitic_to(party):
        return "to"
    return "at" if is_state or party.kind == "place" else None


def _has_clitic_to(party: Party) -> bool:
    """True if the clitic of the name ends in the preposition "to, for"."""
    return clitic_kind(party.clitic) == "preposition" and party.clitic.endswith(TO)


def _is_coordinated(gap: str) -> bool:
    """True if the text between two names only joins them."""
    if len(gap) <= distance("event-adjoining"):
        return True
    is_short = len(gap.split()) <= distance("event-coordinated-words")
    return is_short and _PHRASE_MARKS.isdisjoint(gap)


def first_group(parties: Sequence[LinkedParty]) -> list[LinkedParty]:
    """The first party and those coordinated with it."""
    return next(_groups(parties), [])


def last_group(parties: Sequence[LinkedParty]) -> list[LinkedParty]:
    """The last party and those it is coordinated with."""
    return list(_groups(parties))[-1] if parties else []


def _groups(parties: Sequence[LinkedParty]) -> Iterator[list[LinkedParty]]:
    group: list[LinkedParty] = []
    for linked in parties:
        if group and not _is_joined(group[-1].party, linked.party):
            yield group
            group = []
        group.append(linked)
    if group:
        yield group


def _is_joined(previous: Party, party: Party) -> bool:
    """True if a party is the previous one again, or follows it with a clitic ("and X")."""
    if previous.actor == party.actor:
        return True
    return bool(party.clitic) and party.start - previous.end <= distance("event-coordinated")


def led_by(parties: Sequence[LinkedParty], *links: str) -> list[LinkedParty]:
    """The parties that one of the prepositions leads."""
    return [linked for linked in parties if linked.link in links]


def not_led_by(parties: Sequence[LinkedParty], *links: str) -> list[LinkedParty]:
    """The parties that none of the prepositions leads."""
    return [linked for linked in parties if linked.link not in links]


def direct(parties: Sequence[LinkedParty]) -> list[LinkedParty]:
    """The parties that no preposition leads."""
    return [linked for linked in parties if linked.link is None]


def acted_upon(parties: Sequence[LinkedParty]) -> tuple[Actor, ...]:
    """Parties acted upon, at most `event-most-targets`; a bare location only where nobody else is named."""
    strong = [linked for linked in not_led_by(parties, "in", "at") if linked.party.kind != "place"]
    return actors(strong or parties)[: distance("event-most-targets")]


def actors(parties: Sequence[LinkedParty]) -> tuple[Actor, ...]:
    """The actors that parties stand for, each once."""
    return join((), tuple(linked.party.actor for linked in parties))


def join(first: Sequence[Actor], second: Sequence[Actor]) -> tuple[Actor, ...]:
    """Two lists of actors as one, each name once."""
    by_name = {actor.name: actor for actor in reversed((*first, *second))}
    return tuple(dict.fromkeys(by_name[actor.name] for actor in (*first, *second)))


def without_names_of(some: Sequence[Actor], others: Sequence[Actor]) -> tuple[Actor, ...]:
    """The actors whose names `others` do not have."""
    names = {actor.name for actor in others}
    return tuple(actor for actor in some if actor.name not in names)


def excluding(some: Sequence[Actor], others: Collection[Actor]) -> tuple[Actor, ...]:
    """The actors that are not among `others`."""
    return tuple(actor for actor in some if actor not in others)
