"""Scores of found happenings against annotated ones: how many are found, dated and coded right.

A found happening answers a marked one when their spans share half of the shorter and their days are
equal. Matching is greedy and one to one, best overlap and agreement first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from alaqat.readers.trained.windows import annotated_name
from alaqat.training.annotations import Marked, is_same_party


@dataclass(frozen=True, slots=True)
class Guess:
    """A happening that a reader found."""

    start: int
    end: int
    trigger: int
    plover: str | None
    polarity: str
    first: date
    last: date
    actors: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    probability: float = 1.0


@dataclass(slots=True)
class Tally:
    """Counts of right, marked and found."""

    right: int = 0
    marked: int = 0
    found: int = 0

    def add(self, right: int, marked: int, found: int) -> None:
        """Add the counts of one article."""
        self.right += right
        self.marked += marked
        self.found += found

    @property
    def precision(self) -> float:
        """Right among found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right among marked."""
        return self.right / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.marked + self.found
        return 2 * self.right / total if total else 0.0


MEASURES = ("trigger", "date", "type", "polarity", "actor")


@dataclass(slots=True)
class Scores:
    """A tally for each measure."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in MEASURES})

    def f1(self, name: str) -> float:
        """F1 of a measure."""
        return self.tallies[name].f1

    def line(self) -> str:
        """All measures in one line."""
        return "  ".join(
            f"{name} {one.f1:.3f} ({one.precision:.2f}/{one.recall:.2f})"
            for name, one in self.tallies.items()
        )


def root(category: str | None) -> str | None:
    """The category as the annotations write it."""
    return annotated_name(category) if category else None


def score(pairs: Iterable[tuple[Sequence[Marked], Sequence[Guess]]]) -> Scores:
    """Scores over articles, each given as what is marked and what was found."""
    scores = Scores()
    for marked, found in pairs:
        _article(scores, marked, found)
    return scores


def _article(scores: Scores, marked: Sequence[Marked], found: Sequence[Guess]) -> None:
    tallies = scores.tallies
    sizes = len(marked), len(found)
    pairs = match(marked, found)
    tallies["trigger"].add(_triggers(marked, found), *sizes)
    tallies["date"].add(len(pairs), *sizes)
    same = sum(root(one.plover) == root(other.plover) for one, other in pairs)
    tallies["type"].add(same, *sizes)
    tallies["polarity"].add(sum(a.polarity == b.polarity for a, b in pairs), *sizes)
    for one, other in pairs:
        left = list(other.actors)
        for name in one.actors:
            hit = next((at for at, got in enumerate(left) if is_same_party(name, got)), None)
            if hit is not None:
                left.pop(hit)
        right = len(other.actors) - len(left)
        tallies["actor"].add(right, len(one.actors), len(other.actors))


def _triggers(marked: Sequence[Marked], found: Sequence[Guess]) -> int:
    """How many found triggers lie in the clause of a marked happening, one to one."""
    free = list(found)
    right = 0
    for one in marked:
        near = [other for other in free if one.start <= other.trigger < one.end]
        if near:
            free.remove(min(near, key=lambda other: abs(other.trigger - one.trigger)))
            right += 1
    return right


def match(marked: Sequence[Marked], found: Sequence[Guess]) -> list[tuple[Marked, Guess]]:
    """Pairs of a marked and a found happening that are the same."""
    ranked = sorted(
        (
            (_weight(one, other), i, j)
            for i, one in enumerate(marked)
            for j, other in enumerate(found)
            if _is_same(one, other)
        ),
        key=lambda triple: -triple[0],
    )
    used: tuple[set[int], set[int]] = (set(), set())
    out = []
    for _, i, j in ranked:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            out.append((marked[i], found[j]))
    return out


def _shared(one: Marked, other: Guess) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _is_same(one: Marked, other: Guess) -> bool:
    shorter = min(one.end - one.start, other.end - other.start)
    close = 2 * _shared(one, other) >= shorter
    return close and (one.first, one.last) == (other.first, other.last)


def _weight(one: Marked, other: Guess) -> float:
    shared = _shared(one, other)
    union = (one.end - one.start) + (other.end - other.start) - shared
    same = root(one.plover) == root(other.plover)
    return shared / union + same + 0.5 * (one.polarity == other.polarity)
