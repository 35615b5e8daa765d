"""Positions of the network's nodes, computed once per build so that all pages show the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

# Nodes with a position; pages show far fewer. From 500 nodes on networkx uses a method that is ten
# times as slow.
MOST_NODES: Final = 400
# iterations and seed of the layout, chosen by eye; decimals of a coordinate
ITERATIONS: Final = 60
SEED: Final = 7
DIGITS: Final = 4


def positions(
    mentions: Mapping[str, int], pairs: Iterable[tuple[str, str]]
) -> dict[str, dict[str, float]]:
    """`{entity: {"x", "y"}}`, in −1…1, of the entities with most mentions.

    `pairs` has two entities once for each sentence that mentions both. The layout is the spring
    layout of networkx (Fruchterman and Reingold 1991).
    """
    import networkx as nx  # noqa: PLC0415  takes half a second to import; only a build needs it

    graph = nx.Graph()
    by_mentions = sorted(mentions, key=lambda entity: (-mentions[entity], entity))
    graph.add_nodes_from(by_mentions[:MOST_NODES])
    weights = Counter((a, b) for a, b in pairs if a in graph and b in graph)
    for (a, b), weight in sorted(weights.items()):
        graph.add_edge(a, b, weight=weight)
    if not graph:
        return {}
    layout = nx.spring_layout(graph, seed=SEED, iterations=ITERATIONS)
    return {
        entity: {"x": round(float(x), DIGITS), "y": round(float(y), DIGITS)}
        for entity, (x, y) in layout.items()
    }
