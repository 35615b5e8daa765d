"""The part of the network that is drawn: its nodes and edges, their measures and positions.

Nodes are entities; an edge joins two entities that sentences name together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Any, Final

import pandas as pd

from components.charts.name_placement import HEIGHT, WIDTH, spread
from components.charts.network_balance import NO_PARTIES, with_balance
from components.data.frame_rows import rows
from components.i18n.entity_names import entity_name
from components.i18n.words import Words

Frame = pd.DataFrame
Places = dict[str, dict[str, float]]
MOST: Final = 30  # nodes drawn: the names of more do not fit beside one another
LINES: Final = 60  # edges drawn: with more, the middle of the graph cannot be read
_SMALLEST, _LARGEST = 8, 30  # pixels across a node: never named, named most


@dataclass(frozen=True, slots=True)
class Drawn:
    """The nodes (rows of `entities`, most named first) and all edges between them.

    Edges are in the order of drawing: those of the chosen nodes, the strongest of each node, those
    with events, the others; `with_balance` says what columns they have. Only the first `LINES` are
    drawn. `left_out` is the number of joined entities that are no nodes.
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


def drawn(
    entities: Frame,
    edges: Frame,
    *,
    chosen: Sequence[str] = (),
    most: int = MOST,
    parties: Frame = NO_PARTIES,
) -> Drawn:
    """The drawn part: the `most` named entities of those with an edge, and the chosen ones.

    `parties` are those of the events that show how the ends of an edge get on.
    """
    joined = {*edges["a"], *edges["b"]}
    nodes, left_out = ranked(entities, joined, chosen=chosen, most=most)
    inside = edges["a"].isin(nodes["entity_id"]) & edges["b"].isin(nodes["entity_id"])
    return between(nodes, edges[inside], left_out, chosen=chosen, parties=parties)


def between(
    nodes: Frame,
    edges: Frame,
    left_out: int,
    *,
    chosen: Sequence[str] = (),
    parties: Frame = NO_PARTIES,
) -> Drawn:
    """The drawn part of these nodes and the edges between them."""
    return Drawn(nodes, _ordered(with_balance(edges, nodes, parties), chosen), left_out)


def ranked(
    entities: Frame, joined: Collection[str], *, chosen: Sequence[str] = (), most: int = MOST
) -> tuple[Frame, int]:
    """The `most` named of the entities that are `joined`, the chosen ones, the number of others."""
    own = entities[entities["entity_id"].isin({*joined, *chosen})]
    order = own.sort_values(["mentions", "entity_id"], ascending=[False, True])
    top = order.head(most)
    wanted = order[order["entity_id"].isin(chosen) & ~order["entity_id"].isin(top["entity_id"])]
    nodes = pd.concat([top, wanted]).reset_index(drop=True)
    return nodes, len(own) - len(nodes)


def _ordered(edges: Frame, chosen: Sequence[str]) -> Frame:
    """Edges of the chosen, the strongest of each node, those with events, then by strength."""
    ranked = edges.sort_values(
        ["sentences", "articles", "a", "b"], ascending=[False, False, True, True]
    )
    own = ranked["a"].isin(chosen) | ranked["b"].isin(chosen)
    first = ~ranked["a"].duplicated() | ~ranked["b"].duplicated()
    order = ranked.assign(own=own, first=first, joint=ranked["balance"] != "none").sort_values(
        ["own", "first", "joint"], ascending=False, kind="stable"
    )
    return order.drop(columns=["own", "first", "joint"]).reset_index(drop=True)


def arranged(nodes: Frame, names: Mapping[str, str]) -> Frame:
    """`nodes` with `size` in pixels, `is_named` and places at which no name lies on another."""
    largest = max((int(count) for count in nodes["mentions"]), default=1)
    out = nodes.copy()
    out["size"] = [
        round(_SMALLEST + (_LARGEST - _SMALLEST) * sqrt(int(count) / max(largest, 1)), 1)
        for count in nodes["mentions"]
    ]
    labels = [names[node] for node in nodes["entity_id"]]
    columns = [out[axis].fillna(0.0) for axis in ("x", "y")]
    places = spread(list(zip(*columns, out["size"], labels, strict=True)))
    out["x"], out["y"] = [place.x for place in places], [place.y for place in places]
    out["is_named"] = [place.is_named for place in places]
    return out


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


def places(everything: Frame) -> Places:
    """The position of each entity of the store on the two axes, by id.

    It is its rank among the positions `x` and `y` that the build computed. Ranks spread distant
    groups evenly; weighting them by mentions gives the entities named most, which are drawn, the
    most room; ranking among all keeps a node in its place whatever is selected.
    """
    found: Places = {}
    for axis, length in (("x", WIDTH), ("y", HEIGHT)):
        position = everything[axis].astype("float64").fillna(0.0)
        order = everything.assign(position=position).sort_values(["position", "entity_id"])
        room = order["mentions"].clip(lower=1)
        place = length * (room.cumsum() - room / 2) / max(int(room.sum()), 1)
        found[axis] = dict(zip(order["entity_id"], place, strict=True))
    return found


def at(entities: Frame, places: Places) -> Frame:
    """`entities` with their positions `x` and `y`."""
    return entities.assign(**{axis: entities["entity_id"].map(own) for axis, own in places.items()})


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
