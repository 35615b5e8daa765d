"""Positions of the network's nodes, computed once per build so that all pages show the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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

    `pairs` has two entities once for each sentence that mentions both.
    """
    nodes = placed(mentions)
    among = frozenset(nodes)
    return layout(nodes, Counter((a, b) for a, b in pairs if a in among and b in among))


def placed(mentions: Mapping[str, int]) -> list[str]:
    """The entities that get a position: those with most mentions, in this order."""
    return sorted(mentions, key=lambda entity: (-mentions[entity], entity))[:MOST_NODES]


def layout(
    nodes: Sequence[str], weights: Mapping[tuple[str, str], int]
) -> dict[str, dict[str, float]]:
    """The positions of `nodes`; `weights` has the number of sentences of each pair of them.

    The layout is the spring layout of networkx (Fruchterman and Reingold 1991).
    """
    import networkx as nx  # noqa: PLC0415  takes half a second to import; only a build needs it

    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    for (a, b), weight in sorted(weights.items()):
        graph.add_edge(a, b, weight=weight)
    if not graph:
        return {}
    spring = nx.spring_layout(graph, seed=SEED, iterations=ITERATIONS)
    return {
        entity: {"x": round(float(x), DIGITS), "y": round(float(y), DIGITS)}
        for entity, (x, y) in spring.items()
    }
