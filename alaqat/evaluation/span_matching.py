"""Which annotated span is which found span: overlap, and a one-to-one matching by it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

Json = dict[str, Any]
Pair = tuple[Json, Json]


def iou(gold: Json, found: Json) -> float:
    """Shared characters over all characters of the two spans (intersection over union)."""
    shared = _shared(gold, found)
    union = _length(gold) + _length(found) - shared
    return shared / union if union else 0.0


def overlap(gold: Json, found: Json) -> float:
    """Shared characters over the shorter span, so that a clause in its sentence counts as whole."""
    shorter = min(_length(gold), _length(found))
    return _shared(gold, found) / shorter if shorter else 0.0


def match(
    gold: Sequence[Json],
    found: Sequence[Json],
    can_match: Callable[[Json, Json], bool],
    weight: Callable[[Json, Json], float] = iou,
) -> list[Pair]:
    """One-to-one pairs of gold and found records that may match, chosen by greatest weight."""
    candidates = sorted(
        (
            (weight(a, b), i, j)
            for i, a in enumerate(gold)
            for j, b in enumerate(found)
            if can_match(a, b)
        ),
        key=lambda candidate: -candidate[0],
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for _, i, j in candidates:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def _shared(gold: Json, found: Json) -> int:
    shared: int = min(gold["end"], found["end"]) - max(gold["start"], found["start"])
    return max(0, shared)


def _length(span: Json) -> int:
    return int(span["end"] - span["start"])
