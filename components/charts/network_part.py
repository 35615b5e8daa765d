"""The part of the network that is drawn: its nodes and edges, their measures and positions.

Nodes are entities; an edge joins two entities that sentences name together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import pandas as pd

from components.data.frame_rows import rows
from components.i18n.entity_names import entity_name
from components.i18n.words import Words

Frame = pd.DataFrame
MOST: Final = 60  # nodes drawn: with more, labels hide one another at 1920 px
LINES: Final = 240  # edges drawn: with more, the middle of the graph cannot be read
WIDTH, HEIGHT = 1400, 1000  # of the picture, in units of the nodes' positions


@dataclass(frozen=True, slots=True)
class Drawn:
    """The nodes (rows of `entities`, most named first) and all edges between them.

    Edges are in the order of drawing: those of the chosen nodes, the strongest of each node, the
    others. Only the first `LINES` are drawn. `left_out` is the number of joined entities that are
    no nodes.
    """

    nodes: Frame
    edges: Frame
    left_out: int

    @property
    def ids(self) -> list[str]:
        """Entity ids in the order ECharts numbers them."""
        return list(self.nodes["entity_id"])

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Entity pairs in the order ECharts numbers the links."""
        return list(zip(self.edges["a"], self.edges["b"], strict=True))


def drawn(entities: Frame, edges: Frame, *, chosen: Sequence[str] = (), most: int = MOST) -> Drawn:
    """The drawn part: the `most` named entities of those with an edge, and the chosen ones."""
    joined = entities[entities["entity_id"].isin({*edges["a"], *edges["b"], *chosen})]
    ranked = joined.sort_values(["mentions", "entity_id"], ascending=[False, True])
    top = ranked.head(most)
    wanted = ranked[ranked["entity_id"].isin(chosen) & ~ranked["entity_id"].isin(top["entity_id"])]
    nodes = pd.concat([top, wanted]).reset_index(drop=True)
    inside = edges["a"].isin(nodes["entity_id"]) & edges["b"].isin(nodes["entity_id"])
    strongest = _ordered(edges[inside], chosen)
    return Drawn(nodes, strongest, len(joined) - len(nodes))


def _ordered(edges: Frame, chosen: Sequence[str]) -> Frame:
    """Edges of the chosen first, then the strongest of each node, then the others by strength."""
    ranked = edges.sort_values(
        ["articles", "sentences", "a", "b"], ascending=[False, False, True, True]
    )
    own = ranked["a"].isin(chosen) | ranked["b"].isin(chosen)
    first = ~ranked["a"].duplicated() | ~ranked["b"].duplicated()
    order = ranked.assign(own=own, first=first).sort_values(
        ["own", "first"], ascending=False, kind="stable"
    )
    return order.reset_index(drop=True)


def sides(entities: Frame) -> tuple[str, ...]:
    """The two states named most, the first side first."""
    named = entities.dropna(subset=["country"]).groupby("country")["mentions"].sum()
    ordered = sorted(named.items(), key=lambda item: (-item[1], str(item[0])))
    return tuple(str(code) for code, _ in ordered[:2])


def measures(shown: Drawn) -> Frame:
    """The nodes with `degree` (number of neighbours) and `betweenness` (0–1) in the drawn part."""
    degree, betweenness = _centrality(tuple(shown.ids), tuple(shown.pairs))
    table = shown.nodes.copy()
    table["degree"] = [degree[node] for node in shown.ids]
    table["betweenness"] = [betweenness[node] for node in shown.ids]
    return table.sort_values(["degree", "betweenness", "entity_id"], ascending=[False, False, True])


@lru_cache(maxsize=64)
def _centrality(
    nodes: tuple[str, ...], pairs: tuple[tuple[str, str], ...]
) -> tuple[Mapping[str, int], Mapping[str, float]]:
    import networkx as nx  # noqa: PLC0415  slow to import, and only this page needs it

    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(pairs)
    return dict(graph.degree()), nx.betweenness_centrality(graph)


def placed(entities: Frame, everything: Frame) -> Frame:
    """`entities` with their positions `x` and `y`: ranks among the positions of all entities of the
    store.

    `everything` has the positions that the build computed. Ranks spread distant groups evenly;
    weighting them by mentions gives the entities named most, which are drawn, the most room;
    ranking among all keeps a node in its place whatever is selected.
    """
    out = entities.copy()
    for axis, length in (("x", WIDTH), ("y", HEIGHT)):
        position = everything[axis].astype("float64").fillna(0.0)
        ranked = everything.assign(position=position).sort_values(["position", "entity_id"])
        room = ranked["mentions"].clip(lower=1)
        place = length * (room.cumsum() - room / 2) / max(int(room.sum()), 1)
        out[axis] = entities["entity_id"].map(dict(zip(ranked["entity_id"], place, strict=True)))
    return out


def names(entities: Frame, nodes: Sequence[str], words: Words) -> dict[str, str]:
    """The names of chosen entities by id; an id that is not in the store is its own name."""
    known = {row["entity_id"]: row for row in rows(entities[entities["entity_id"].isin(nodes)])}
    return {node: entity_name(known[node], words) if node in known else node for node in nodes}


def clicked(state: Mapping[str, Any], shown: Drawn) -> tuple[str, ...]:
    """The entity ids of the node or edge clicked, from the selection of ECharts; else empty."""
    for group in state.get("selection", {}).get("selected", []):
        indices = group.get("data_indices") or []
        items: Sequence[tuple[str, ...]] = [(node,) for node in shown.ids]
        if group.get("data_type") == "edge":
            items = shown.pairs
        if indices and 0 <= indices[0] < len(items):
            return tuple(items[indices[0]])
    return ()
