"""Entities that corrections make one, and those that corrections say are two.

The groups are a disjoint-set forest (Tarjan 1975), so that any number of rows takes linear time.
"""

from __future__ import annotations

from collections.abc import Iterable

from alaqat.corrections.model import Correction

Pair = tuple[str, str]


class EntityGroups:
    """The entities that the rows added so far make one; each group has the id of its target."""

    def __init__(self) -> None:
        self._merged_into: dict[str, str] = {}
        # target of a group → each entity that is apart from the group, with the row's pair
        self._apart: dict[str, dict[str, Pair]] = {}

    def target(self, entity_id: str) -> str:
        """The id under which an entity is shown after all merges, its own without any."""
        target = entity_id
        while target in self._merged_into:
            target = self._merged_into[target]
        while entity_id != target:  # later look-ups take one step
            self._merged_into[entity_id], entity_id = target, self._merged_into[entity_id]
        return target

    def targets(self) -> dict[str, str]:
        """Each merged entity with its target."""
        return {entity_id: self.target(entity_id) for entity_id in list(self._merged_into)}

    def add(self, row: Correction) -> str | None:
        """Add a `merge` or `apart` row; if it contradicts the others, add nothing and say why."""
        target, other = self.target(row.a), self.target(row.b)
        if target == other:
            return f"{row.a} and {row.b} are one entity already; remove this row or the other one"
        if row.kind == "apart":
            self._apart.setdefault(target, {})[row.b] = (row.a, row.b)
            self._apart.setdefault(other, {})[row.a] = (row.a, row.b)
            return None
        if pair := self._pair_apart(target, other):
            first, second = pair
            return (
                f"{first} and {second} would be merged and are kept apart; remove one of the rows"
            )
        self._merge(target, other)
        return None

    def _pair_apart(self, target: str, other: str) -> Pair | None:
        """The row that says that members of the two groups are apart."""
        groups = ((self._apart.get(target, {}), other), (self._apart.get(other, {}), target))
        entities, opposite = min(groups, key=lambda group: len(group[0]))
        return next(
            (pair for entity, pair in entities.items() if self.target(entity) == opposite), None
        )

    def _merge(self, target: str, other: str) -> None:
        self._merged_into[other] = target
        pairs = sorted((self._apart.get(target, {}), self._apart.pop(other, {})), key=len)
        pairs[1].update(pairs[0])  # the smaller into the larger
        self._apart[target] = pairs[1]


def merged_ids(corrections: Iterable[Correction]) -> dict[str, str]:
    """Each entity id that is merged into another, with the id after all merges."""
    groups = EntityGroups()
    for row in corrections:
        if row.kind == "merge":
            groups.add(row)
    return groups.targets()
