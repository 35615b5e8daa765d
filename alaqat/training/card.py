"""The card of a model: what it was made of, how good it is on validation, and its limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from alaqat.readers.trained.finding_selection import Limits
from alaqat.training.plan import Epoch, Plan, Shape
from alaqat.training.scores import Scores
from alaqat.training.validation import Bin

_LIMITS = """\
## Limits

- It reads Arabic news of states and armed groups. Sport, business and verse are not its subject.
- It finds no parties and no dates of its own: it chooses among those that the rules find, and among
  days counted from the day of publication. A party that no list knows is never a side.
- One trigger is one word; the clause is the sentence, cut at marks where it holds several triggers.
- Annotated articles are from 2009 to 2018; names and formulas of other years are less well known.
- Probabilities are those of a finding with its days, on validation articles.
"""


@dataclass(frozen=True, slots=True)
class Card:
    """All that a card tells."""

    name: str
    base: str
    shape: Shape
    pieces: int
    plan: Plan
    training: tuple[int, int]
    validation: tuple[int, int]
    epochs: Sequence[Epoch]
    limits: Limits
    scores: Scores
    bins: Sequence[Bin]
    categories: Mapping[str, tuple[int, int, int]]
    days: Mapping[str, tuple[int, int]]


def card_text(card: Card) -> str:
    """The card as Markdown."""
    shape = card.shape
    lines = [
        f"# Reader {card.name}",
        "",
        "A small neural model that finds events in Arabic news: trigger words with their category,",
        "polarity, status, days and sides. It runs with onnxruntime and numpy.",
        "",
        "## Made of",
        "",
        f"- Encoder: the first {shape.layers} layers of {card.base} (MIT licence), {shape.frozen}",
        f"  of them frozen, hidden size {shape.hidden}, {card.pieces:,} pieces of Arabic news.",
        f"- Learned from {card.training[0]} articles with {card.training[1]:,} events; chosen and",
        f"  calibrated on {card.validation[0]} others with {card.validation[1]:,}. The",
        "  annotations are in `data/annotations/`; the texts belong to their outlets and are not",
        "  part of the project.",
        f"- Plan: {_plan(card.plan)}.",
        f"- Validation by epoch (sum of F1 of date, category and polarity): {_epochs(card)}.",
        "",
        "## Scores on validation",
        "",
        f"Told are findings with a trigger of at least {card.limits.trigger}, days of at least",
        f"{card.limits.date}, and both multiplied of at least {card.limits.both}.",
        "",
        "| measure | precision | recall | F1 |",
        "|---|---|---|---|",
        *(
            f"| {name} | {one.precision:.3f} | {one.recall:.3f} | {one.f1:.3f} |"
            for name, one in card.scores.tallies.items()
        ),
        "",
        "| category | annotated | found | right with days and category |",
        "|---|---|---|---|",
        *(f"| {name} | {a} | {b} | {c} |" for name, (a, b, c) in card.categories.items()),
        "",
        "| length of the interval | annotated | found with these days |",
        "|---|---|---|",
        *(f"| {name} | {a} | {b} |" for name, (a, b) in card.days.items()),
        "",
        "| probability from | events | days right | days and category right |",
        "|---|---|---|---|",
        *map(_bin_row, card.bins),
        "",
        _LIMITS,
    ]
    return "\n".join(lines)


def _epochs(card: Card) -> str:
    return ", ".join(f"{epoch.figure:.3f}" for epoch in card.epochs)


def _bin_row(one: Bin) -> str:
    dated, coded = one.dated / one.count, one.coded / one.count
    return f"| {one.low} | {one.count} | {dated:.2f} | {coded:.2f} |"


def _plan(plan: Plan) -> str:
    values = asdict(plan)
    weights = values.pop("weights")
    return ", ".join(f"{key} {value}" for key, value in (values | weights).items())
