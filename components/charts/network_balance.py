"""How the two ends of each edge of the network get on: the events in which both take part."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Final

import pandas as pd

Frame = pd.DataFrame
BALANCES: Final = ("cooperation", "conflict", "both", "none")


# No events: what `with_balance` takes where none is known.
NO_PARTIES: Final = pd.DataFrame(columns=["event_id", "name", "polarity"])


def with_balance(edges: Frame, nodes: Frame, parties: Frame) -> Frame:
    """`edges` with the columns `cooperation` and `conflict` (numbers of events) and `balance`.

    An event counts for an edge if both ends take part in it. `nodes` has `entity_id` and
    `canonical_en`; `parties` has a row for each party of an event: `event_id`, `name`, `polarity`.
    `balance` is one of `BALANCES`: the polarity of more events, "both" for as many of each, "none"
    without any.
    """
    counts = _counts(nodes, parties)
    out = edges.copy()
    keys = [tuple(sorted(pair)) for pair in zip(edges["a"], edges["b"], strict=True)]
    for polarity in ("cooperation", "conflict"):
        out[polarity] = [counts[*key, polarity] for key in keys]
    pairs = zip(out["cooperation"], out["conflict"], strict=True)
    out["balance"] = [balance(*pair) for pair in pairs]
    return out


def balance(cooperation: int, conflict: int) -> str:
    """One of `BALANCES` for the numbers of events of the two polarities."""
    if cooperation == conflict:
        return "both" if cooperation else "none"
    return "cooperation" if cooperation > conflict else "conflict"


def _counts(nodes: Frame, parties: Frame) -> Counter[tuple[str, ...]]:
    """The number of events by first entity id, second entity id and polarity."""
    ids: dict[str, list[str]] = {}
    for entity, name in zip(nodes["entity_id"], nodes["canonical_en"], strict=True):
        ids.setdefault(name, []).append(entity)
    sides: dict[tuple[str, str], set[str]] = {}
    columns = (parties[column] for column in ("event_id", "name", "polarity"))
    for event, name, polarity in zip(*columns, strict=True):
        sides.setdefault((event, polarity), set()).update(ids.get(name, ()))
    return Counter(
        (*pair, polarity)
        for (_, polarity), own in sides.items()
        for pair in combinations(sorted(own), 2)
    )
