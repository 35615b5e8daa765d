"""The event rules of `data/rules/events/*.yaml`, indexed by the word that fires them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from alaqat.arabic.fold import folded
from alaqat.lexicon.categories import Category, category
from alaqat.lexicon.distances import distance
from alaqat.lexicon.load import table
from alaqat.lexicon.rule_files import Rule, rules
from alaqat.lexicon.rule_schema import Frame, Party
from alaqat.model.errors import LexiconError
from alaqat.model.records import Polarity

# The rule files in the order they are read: the first rule that fits a word wins.
FILES = ("sanctions", "cooperation", "words", "force", "relations", "other")
# Values of `party` that already set how many parties a rule needs.
_COUNTED = ("any", "pair", "speaker")


@dataclass(frozen=True, slots=True)
class EventRule:
    """One rule, ready to apply; `data/README.md` says what each field means."""

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
    party: Party | None
    noun: bool
    verb: bool
    dated: bool
    negated: str | None
    reported: bool
    quoted: bool
    foreign: bool
    bare: bool
    polarity: Polarity
    intensity: float
    category: Category

    @property
    def is_between_two_parties(self) -> bool:
        """True if an undated event with fewer than two parties is a mere mention."""
        return self.category.needs_two_parties and self.party not in _COUNTED


@cache
def rules_as_written() -> tuple[Rule, ...]:
    """The rules of every file as written, in reading order."""
    return tuple(rule for file in FILES for rule in rules(f"events/{file}"))


def counter_examples(rule: Rule) -> list[tuple[str, str | None]]:
    """Texts on which a rule must not fire, each with the reason if it is not a condition."""
    return [
        (item, None) if isinstance(item, str) else (item["text"], item["why"])
        for item in rule.counter
    ]


@cache
def by_id() -> dict[str, EventRule]:
    """Every rule by its id, in reading order.

    Raises LexiconError, with file and line, on an id used twice, on a mode that its category does
    not have, and on a `negated` that names no rule.
    """
    built: dict[str, EventRule] = {}
    for rule in rules_as_written():
        if rule.id in built:
            raise LexiconError(f"{rule.where}: another file has a rule {rule.id}; rename one")
        built[rule.id] = _build(rule)
    for rule in rules_as_written():
        negated = built[rule.id].negated
        if negated is not None and negated not in built:
            raise LexiconError(f"{rule.where}: negated names no rule: {negated!r}")
    return built


@cache
def by_lemma() -> dict[str, tuple[EventRule, ...]]:
    """Rules in reading order under each lemma (folded)."""
    index: dict[str, list[EventRule]] = {}
    for rule in by_id().values():
        for lemma in rule.lemmas:
            index.setdefault(lemma, []).append(rule)
    return {lemma: tuple(candidates) for lemma, candidates in index.items()}


@cache
def scores() -> dict[tuple[str, str], tuple[Polarity, float]]:
    """Polarity and intensity of each PLOVER category and mode ("" where there is none)."""
    columns = ("plover", "mode", "polarity", "score")
    return {
        (row["plover"], row["mode"]): (_polarity(row["polarity"]), float(row["score"]))
        for row in table("plover", columns)
    }


def _polarity(word: str) -> Polarity:
    if word not in get_args(Polarity):
        raise LexiconError(f"plover.csv: no polarity is called {word!r}")
    return cast(Polarity, word)


def _classes(value: str | list[str] | None) -> frozenset[str]:
    """The object classes a field names: one, a list, or none."""
    return frozenset([value] if isinstance(value, str) else value or ())


def _build(rule: Rule) -> EventRule:
    field = rule.fields
    plover, mode = field["plover"], field.get("mode")
    score = scores().get((plover or "", mode or ""))
    if score is None:
        raise LexiconError(f"{rule.where}: plover.csv has no row for {plover} {mode}; add one")
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
        after=field.get("after", False),
        reach=field.get("reach", distance("object-reach")),
        frame=field.get("frame", "acts"),
        party=field.get("party"),
        noun=field.get("part") != "verb",
        verb=field.get("part") != "noun",
        dated=field.get("dated", False),
        negated=field.get("negated"),
        reported=field.get("reported", False),
        quoted=field.get("quoted", False),
        foreign=field.get("foreign", False),
        bare=field.get("bare", False),
        polarity=field.get("polarity", score[0]),
        intensity=score[1],
        category=category(plover),
    )
