"""Clauses put together by hand: a trigger at offset 100, and parties at named places around it."""

from __future__ import annotations

from alaqat.arabic.fold import folded
from alaqat.events.arguments.prepositions import LinkedParty
from alaqat.events.arguments.trigger_clause import TriggerClause
from alaqat.events.event_rules import by_id
from alaqat.events.inflection import scan
from alaqat.events.matched_words import Word, group
from alaqat.events.parties import Party, states
from alaqat.events.triggers import Trigger

START, END = 100, 105
STATES = {actor.name: actor for actor in states().values()}


def party(name, start, link=None, kind="state", *, headed=False, clitic=""):
    """A party of one state, six letters long."""
    return LinkedParty(Party(STATES[name], start, start + 6, kind, clitic), link, headed)


def clause(rule, *parties, reading="noun", words=(), **trigger):
    """A clause with the trigger of `rule`; the parties are sorted into before and after."""
    word = Word(START, END, "", (), frozenset(), True)
    made = Trigger(word, by_id()[rule], reading, None, trigger.pop("governed", False), **trigger)
    before = [linked for linked in parties if linked.party.start < START]
    after = [linked for linked in parties if linked.party.start >= END]
    return TriggerClause(made, words, before, after)


def words_of(text, start=0):
    """The words of a text that begins at `start`."""
    return [
        word._replace(start=word.start + start, end=word.end + start)
        for word in group(scan(folded(text)))
    ]


def names(sides):
    return tuple([actor.name for actor in side] for side in sides)
