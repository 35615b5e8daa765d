"""Finds the preposition of each party of a clause."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from alaqat.arabic.clitics import BY, DEFINITE_ARTICLE, SWALLOWED_ARTICLE, TO, clitic_kind
from alaqat.events.inflection import has_object_pronoun
from alaqat.events.matched_words import Word, between, has_any_cue
from alaqat.events.parties import Kind, Party
from alaqat.lexicon.distances import distance
from alaqat.model.records import Actor

# Sources and targets.
Sides = tuple[tuple[Actor, ...], tuple[Actor, ...]]

# Classes of prepositions in order of precedence.
_LINKS = ("by", "on", "with", "to", "in", "from", "between", "about")
_PHRASE_MARKS = frozenset(",،.؛:")
_LOCATIONS = frozenset(("state", "capital", "place"))


@dataclass(frozen=True, slots=True)
class LinkedParty:
    """A party with the preposition that leads its phrase (None: none).

    `headed`: the trigger's object word is before it ("the recall of the ambassador of X").
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
    """The parties of the text that begins at `start`, each with its preposition.

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
    """Parties after a verb at `start`; the first one is its object if its deed is praised."""
    if not after or after[0].link:
        return list(after)
    first = after[0].party
    is_manner = has_any_cue(between(words, start, first.start), "manner")
    if is_manner or not _is_praised(text[start : first.start], first):
        return list(after)
    return [replace(after[0], link="to"), *after[1:]]


def _is_praised(gap: str, party: Party) -> bool:
    """True if a short phrase with "by, with" connects a verb and the object of praise.

    A definite noun in it has its own adjective, and no other party as its genitive.
    """
    phrase = gap.lstrip()
    if not phrase.startswith(BY) or len(phrase.split()) > distance("event-praised-words"):
        return False
    return party.kind == "adjective" or not phrase.startswith(BY + DEFINITE_ARTICLE)


def _own_preposition(text: str, gap: Sequence[Word], party: Party) -> str | None:
    """The preposition before a party, a word or a clitic of its name; None if it is no place."""
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
        name = _class(word, _LINKS)
        if name:
            return _resolved(gap, word, name)
    return None


def _class(word: Word, names: Sequence[str]) -> str | None:
    """The first of the classes that a word is a cue of."""
    return next((name for name in names if word.has_cue(name)), None)


def _resolved(gap: Sequence[Word], word: Word, name: str) -> str | None:
    """The effective preposition: none in "each of X and Y", "from" in "from the south of X"."""
    if name == "from" and _is_after_each(gap, word):
        return None
    before = next((other for other in gap if 0 < word.start - other.end <= 1), None)
    if before is None or not word.has_cue("in"):
        return name
    return _class(before, ("from", "on")) or name


def _is_barrier(text: str, word: Word, party: Party) -> bool:
    """True if no preposition reaches the party over this word: a verb, or one too far away."""
    words_between = len(text[word.end : party.start].split())
    return (
        words_between > distance("event-preposition-words")
        or word.is_verbal
        or word.has_cue("launch")
    )


def _is_after_each(gap: Sequence[Word], word: Word) -> bool:
    """True if "each" is right before the word."""
    return any(other.has_cue("each") and other.is_right_before(word.start) for other in gap)


def _is_of_people(text: str, gap: Sequence[Word], party: Party) -> bool:
    """True if a party is the one that people belong to, not a place ("followers of X")."""
    last = gap[-1] if gap else None
    if last is None or len(text[last.end : party.begin].split()) > 1:
        return False
    if last.has_cue("belonging") or _is_owner(last, party):
        return True
    return last.has_cue("in", "from", "to") and _has_people_before(gap, party)


def _has_people_before(gap: Sequence[Word], party: Party) -> bool:
    """True if the last word but one is of people: followers, and officers of a body."""
    if len(gap) <= 1 or not gap[-2].is_right_before(gap[-1].start):
        return False
    return gap[-2].has_cue("belonging") or (party.kind == "body" and gap[-2].has_cue("member"))


def _is_owner(word: Word, party: Party) -> bool:
    """True for a body after "loyal to", and for a party with "of" after a vessel or troops."""
    if party.kind == "body" and word.has_cue("loyal"):
        return True
    return _has_clitic_to(party) and word.has_cue("vessel", "troops")


def _from_clitic(text: str, party: Party) -> str | None:
    """The preposition attached to a party's name."""
    if _has_clitic_to(party) or _is_swallowing(text, party):
        return "to"
    is_location = party.kind in _LOCATIONS
    return "at" if is_location and clitic_kind(party.clitic) == "preposition" else None


def _is_swallowing(text: str, party: Party) -> bool:
    """True if a state's name begins with the preposition "to, for" that has swallowed its article.

    Such a word stays whole: its preposition is no clitic of the mention.
    """
    is_state = party.kind in ("state", "capital")
    return is_state and not party.clitic and text.startswith(SWALLOWED_ARTICLE, party.start)


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
    """The parties in groups of coordinated ones."""
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


def of_kind(parties: Sequence[LinkedParty], kind: Kind) -> list[LinkedParty]:
    """The parties of one kind."""
    return [linked for linked in parties if linked.party.kind == kind]


def without_kind(parties: Sequence[LinkedParty], kind: Kind) -> list[LinkedParty]:
    """The parties of all other kinds."""
    return [linked for linked in parties if linked.party.kind != kind]


def without_actors(parties: Sequence[LinkedParty], others: Collection[Actor]) -> list[LinkedParty]:
    """The parties that are none of the actors."""
    return [linked for linked in parties if linked.party.actor not in others]


def acted_upon(parties: Sequence[LinkedParty]) -> tuple[Actor, ...]:
    """Parties acted upon, at most `event-most-targets`; locations only if there are no others."""
    strong = without_kind(not_led_by(parties, "in", "at"), "place")
    return actors(strong or parties)[: distance("event-most-targets")]


def actors(parties: Sequence[LinkedParty]) -> tuple[Actor, ...]:
    """The actors of the parties, each once."""
    return join((), tuple(linked.party.actor for linked in parties))


def join(first: Sequence[Actor], second: Sequence[Actor]) -> tuple[Actor, ...]:
    """Two lists of actors as one, each name once."""
    by_name = {actor.name: actor for actor in reversed((*first, *second))}
    return tuple(dict.fromkeys(by_name[actor.name] for actor in (*first, *second)))


def without_names_of(some: Sequence[Actor], others: Sequence[Actor]) -> tuple[Actor, ...]:
    """The actors with English names that are not in `others`."""
    names = {actor.name for actor in others}
    return tuple(actor for actor in some if actor.name not in names)


def excluding(some: Sequence[Actor], others: Collection[Actor]) -> tuple[Actor, ...]:
    """The actors that are not among `others`."""
    return tuple(actor for actor in some if actor not in others)
