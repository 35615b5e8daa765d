"""Where the network's nodes stand: computed once a build, so that every picture of it agrees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

# The picture draws far fewer; from 500 on networkx switches to a method that takes ten times as long.
MOST = 400


def positions(
    mentions: Mapping[str, int], pairs: Iterable[tuple[str, str]]
) -> dict[str, dict[str, float]]:
    """`{entity: {"x", "y"}}` in −1…1 for the most mentioned entities (networkx' spring layout, fixed seed)."""
    import networkx as nx  # noqa: PLC0415  costs half a second that only a build should pay

    graph = nx.Graph()
    graph.add_nodes_from(sorted(mentions, key=lambda entity: (-mentions[entity], entity))[:MOST])
    for (a, b), weight in sorted(
        Counter((a, b) for a, b in pairs if a in graph and b in graph).items()
    ):
        graph.add_edge(a, b, weight=weight)
    if not graph:
        return {}
    placed = nx.spring_layout(graph, seed=7, iterations=60)
    return {
        entity: {"x": round(float(x), 4), "y": round(float(y), 4)}
        for entity, (x, y) in placed.items()
    }
