"""The event rules of `data/rules/events-*.yaml`, checked and indexed by the word that fires them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from alaqat.arabic.fold import folded
from alaqat.lexicon.categories import Category, category
from alaqat.lexicon.load import Rule, rules, table
from alaqat.model.errors import LexiconError
from alaqat.model.records import Polarity

# How far after a verb (folded characters) its object word may stand, where the rule does not say.
_REACH = 60
# The rule files in the order they are read: the first rule that fits a word wins.
FAMILIES = ("sanctions", "cooperation", "words", "force", "other")
# Values of `party` that say themselves how many parties a rule needs.
_COUNTED = ("any", "pair", "speaker")
Frame = Literal["acts", "object", "patient", "suffers", "mutual", "change", "told"]


@dataclass(frozen=True, slots=True)
class EventRule:
    """One rule, ready to apply; field meanings are at the head of the rule file."""

    id: str
    lemmas: tuple[str, ...]
    plover: str | None
    mode: str | None
    needs: frozenset[str]
    without: frozenset[str]
    nowhere: frozenset[str]
    also: frozenset[str]
    barrier: frozenset[str]
    not_next: frozenset[str]
    after: bool
    reach: int
    frame: Frame
    party: str | None
    noun: bool
    verb: bool
    weak: bool
    dated: bool
    negated: str | None
    told: bool
    quoted: bool
    foreign: bool
    bare: bool
    polarity: Polarity
    intensity: float
    category: Category

    @property
    def needs_two_parties(self) -> bool:
        """True if an undated event with fewer than two parties is a mere mention."""
        return self.category.needs_two_parties and self.party not in _COUNTED


@cache
def written() -> tuple[Rule, ...]:
    """The rules of every family as their files have them, in reading order."""
    return tuple(rule for family in FAMILIES for rule in rules(f"events-{family}"))


@cache
def by_id() -> dict[str, EventRule]:
    """Every rule by its id, in reading order."""
    found = {rule.id: _build(rule) for rule in written()}
    if len(found) < len(written()):
        raise LexiconError("data/rules/events-*.yaml: two rules share an id; rename one")
    return found


@cache
def by_lemma() -> dict[str, tuple[EventRule, ...]]:
    """Rules in file order under each lemma (folded)."""
    index: dict[str, list[EventRule]] = {}
    for built in by_id().values():
        for lemma in built.lemmas:
            index.setdefault(lemma, []).append(built)
    return {lemma: tuple(found) for lemma, found in index.items()}


@cache
def scores() -> dict[tuple[str, str], tuple[Polarity, float]]:
    """Polarity and intensity of each PLOVER category and mode ("" where there is none)."""
    columns = ("plover", "mode", "polarity", "score")
    return {
        (row["plover"], row["mode"]): (_polarity(row["polarity"]), float(row["score"]))
        for row in table("plover", columns)
    }


def _polarity(word: str) -> Polarity:
    for polarity in get_args(Polarity):
        if word == polarity:
            return cast(Polarity, polarity)
    raise LexiconError(f"plover.csv or an event rule: no polarity is called {word!r}")


def _classes(written: str | list[str] | None) -> frozenset[str]:
    """The object classes a field names: one, a list, or none."""
    return frozenset([written] if isinstance(written, str) else written or ())


def _build(rule: Rule) -> EventRule:
    field = rule.fields
    plover, mode = field.get("plover"), field.get("mode")
    known = scores().get((plover or "", mode or ""))
    if known is None:
        raise LexiconError(
            f"event rule {rule.id}: {plover} {mode} is not in plover.csv; correct one of them"
        )
    return EventRule(
        id=rule.id,
        lemmas=tuple(folded(lemma) for lemma in field["lemmas"]),
        plover=plover,
        mode=mode,
        needs=_classes(field.get("needs")),
        without=_classes(field.get("without")),
        nowhere=_classes(field.get("nowhere")),
        also=_classes(field.get("also")),
        barrier=_classes(field.get("barrier")),
        not_next=_classes(field.get("not_next")),
        after=bool(field.get("after")),
        reach=int(field.get("reach", _REACH)),
        frame=field.get("frame", "acts"),
        party=field.get("party"),
        noun=field.get("noun", True) is not False,
        verb=field.get("noun", True) != "only",
        weak=bool(field.get("weak")),
        dated=bool(field.get("dated")),
        negated=field.get("negated"),
        told=bool(field.get("told")),
        quoted=bool(field.get("quoted")),
        foreign=bool(field.get("foreign")),
        bare=bool(field.get("bare")),
        polarity=_polarity(field.get("polarity", known[0])),
        intensity=known[1],
        category=category(plover),
    )
