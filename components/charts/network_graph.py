"""Who is named with whom: a graph whose nodes are entities and whose edges are the sentences that join them.

Frames in, an ECharts option (a plain dict) and ids out. Kind is shape, state is colour (two sides and the
rest, none of them a colour of cooperation or conflict), mentions are size, articles are width.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Any, Final, Literal

import pandas as pd

from components.data.frame_rows import rows
from components.i18n import countries
from components.i18n.catalogue import N_, Words, escape
from components.i18n.entity_names import entity_name
from components.theme.event_kinds import COLOURS

Row = Mapping[str, Any]
Frame = pd.DataFrame
Theme = Literal["light", "dark"]

MOST: Final = 60  # nodes drawn: above this labels hide one another at 1920 px
LINES: Final = 240  # edges drawn: above this, on real articles, the middle is a knot
LONG: Final = 16  # letters after which a name goes on in a second line
BROKEN: Final = {"width": 104, "overflow": "break"}
WIDE: Final = 1.4  # width of the picture over its height

# Entity type → its ECharts symbol, the same shape in text, its name
SHAPES: Final[Mapping[str, tuple[str, str, str]]] = {
    "PER": ("circle", "●", N_("person")),
    "LOC": ("roundRect", "■", N_("place")),
    "ORG": ("diamond", "◆", N_("body")),
    "OTHER": ("triangle", "▲", N_("other")),
}

# First state, second state, other states, no state: plum and moss stay apart for colour-blind eyes, and
# neither is the blue of cooperation nor the orange of conflict
PALETTE: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "light": ("#6A4A86", "#74821F", "#6F757D", "#A9AEB5"),
    "dark": ("#B79AD6", "#B9C76A", "#9AA1AB", "#5F6873"),
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """The nodes of the picture (rows of `entities`, most named first) and all edges between them.

    Edges stand in the order of drawing, those of the chosen and the strongest of each node first; only the first
    `LINES` are drawn.
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
    """The part that is drawn: entities that some sentence joins to another, the `most` named, and the chosen."""
    joined = entities[entities["entity_id"].isin({*edges["a"], *edges["b"], *chosen})]
    ranked = joined.sort_values(["mentions", "entity_id"], ascending=[False, True])
    kept = ranked.head(most)
    wanted = ranked[ranked["entity_id"].isin(chosen) & ~ranked["entity_id"].isin(kept["entity_id"])]
    nodes = pd.concat([kept, wanted]).reset_index(drop=True)
    inside = edges["a"].isin(nodes["entity_id"]) & edges["b"].isin(nodes["entity_id"])
    strongest = _ordered(edges[inside], chosen)
    return Drawn(nodes, strongest, len(joined) - len(nodes))


def _ordered(edges: Frame, chosen: Sequence[str]) -> Frame:
    """Edges of the chosen first, then the strongest of each node (so that none floats alone), then by strength."""
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
    """The nodes with `degree` (how many they are joined to) and `betweenness` (0–1), in what is drawn."""
    degree, betweenness = _centrality(tuple(shown.ids), tuple(shown.pairs))
    table = shown.nodes.copy()
    table["degree"] = [degree[node] for node in shown.ids]
    table["betweenness"] = [betweenness[node] for node in shown.ids]
    return table.sort_values(["degree", "betweenness", "entity_id"], ascending=[False, False, True])


@lru_cache(maxsize=64)
def _centrality(
    nodes: tuple[str, ...], pairs: tuple[tuple[str, str], ...]
) -> tuple[Mapping[str, int], Mapping[str, float]]:
    import networkx as nx  # noqa: PLC0415  only readers of this page pay for it

    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(pairs)
    return dict(graph.degree()), nx.betweenness_centrality(graph)


def option(
    shown: Drawn,
    words: Words,
    theme: Theme,
    *,
    states: Sequence[str] = (),
    chosen: Sequence[str] = (),
) -> dict[str, Any]:
    """The graph as an ECharts option. `chosen` is a node, or the two ends of an edge; the rest then fades."""
    lit = _lit(shown, chosen)
    largest = max((int(count) for count in shown.nodes["mentions"]), default=1)
    widest = max((int(count) for count in shown.edges["articles"]), default=1)
    names = {row["entity_id"]: entity_name(row, words) for row in rows(shown.nodes)}
    paint = Paint(
        words, COLOURS[theme], PALETTE[theme], tuple(states), frozenset(chosen), lit, names
    )
    series = {
        "type": "graph",
        "layout": "none",
        "selectedMode": "single",
        "roam": True,
        "preserveAspect": True,
        "scaleLimit": {"min": 0.6, "max": 8},
        "left": 54,
        "right": 54,
        "top": 24,
        "bottom": 48,
        "label": _label(COLOURS[theme]),
        "labelLayout": {"hideOverlap": True},
        "emphasis": {"focus": "adjacency", "label": {"show": True}},
        "data": [_node(row, paint, largest) for row in rows(shown.nodes)],
        "links": [_edge(row, paint, widest) for row in rows(shown.edges[:LINES])],
    }
    return {"animation": False, "tooltip": {"confine": True}, "series": [series]}


def _label(colours: Mapping[str, str]) -> dict[str, Any]:
    """Names under their nodes, in ink with a rim of paper so that lines do not cross them out."""
    fit = {"lineHeight": 16, "minMargin": 6}
    rim = {"textBorderColor": colours["paper"], "textBorderWidth": 3}
    return {
        "show": True,
        "position": "bottom",
        "color": colours["ink"],
        "fontSize": 13,
        **fit,
        **rim,
    }


@dataclass(frozen=True, slots=True)
class Paint:
    """All that the look of one node or edge depends on beside itself."""

    words: Words
    colours: Mapping[str, str]
    palette: Sequence[str]
    states: tuple[str, ...]
    chosen: frozenset[str]
    lit: frozenset[str]
    names: Mapping[str, str]

    def colour(self, country: str | None) -> str:
        """The colour of a state: first side, second side, another, none."""
        if not country:
            return self.palette[3]
        return (
            self.palette[self.states.index(country)] if country in self.states else self.palette[2]
        )


def _lit(shown: Drawn, chosen: Sequence[str]) -> frozenset[str]:
    """The nodes that stay bright: all; or the two ends of an edge; or a node and its neighbours."""
    if not chosen:
        return frozenset(shown.ids)
    if len(chosen) > 1:
        return frozenset(chosen)
    beside = {end for pair in shown.pairs if chosen[0] in pair for end in pair}
    return frozenset({*chosen, *beside})


def _node(row: Row, paint: Paint, largest: int) -> dict[str, Any]:
    node, bright = str(row["entity_id"]), row["entity_id"] in paint.lit
    name, own = paint.names[node], node in paint.chosen
    style = {
        "color": paint.colour(row["country"]),
        "borderColor": paint.colours["ink"] if own else paint.colours["paper"],
        "borderWidth": 3 if own else 1,
        "opacity": 1 if bright else 0.2,
    }
    return {
        "id": node,
        "name": paint.words.run(name),
        "value": int(row["mentions"]),
        "x": float(row["x"] or 0),
        "y": float(row["y"] or 0),
        "symbol": SHAPES.get(row["type"], SHAPES["OTHER"])[0],
        "symbolSize": round(7 + 23 * sqrt(int(row["mentions"]) / largest), 1),
        "itemStyle": style,
        "select": {"itemStyle": style},
        "label": {
            "show": bright,
            "fontWeight": 600 if own else 400,
            **(BROKEN if len(name) > LONG else {}),
        },
        "tooltip": {"formatter": _tip(node_title(row, paint.words), paint.words)},
    }


def node_title(row: Row, words: Words) -> str:
    """A node in one line: its name, what it is, its state, how often it is named."""
    shape = SHAPES.get(row["type"], SHAPES["OTHER"])
    times = words.n("{count} mention", "{count} mentions", int(row["mentions"]))
    about = [words.t(shape[2]), countries.name(row["country"], words.lang), times]
    return (
        f"{words.run(entity_name(row, words))}: {words.comma.join(part for part in about if part)}"
    )


def _edge(row: Row, paint: Paint, widest: int) -> dict[str, Any]:
    ends = {str(row["a"]), str(row["b"])}
    own = paint.chosen == ends
    bright = own or (ends <= paint.lit and (len(paint.chosen) != 1 or bool(ends & paint.chosen)))
    style = {
        "width": round(1 + 7 * (int(row["articles"]) - 1) / max(widest - 1, 1), 1),
        "color": paint.colours["ink"] if own else paint.colours["faint"],
        "opacity": 0.9 if own else 0.45 if bright else 0.06,
        "curveness": 0.08,
    }
    return {
        "source": str(row["a"]),
        "target": str(row["b"]),
        "value": int(row["sentences"]),
        "lineStyle": style,
        "select": {"lineStyle": style},
        "tooltip": {"formatter": _tip(edge_title(row, paint.names, paint.words), paint.words)},
    }


def edge_title(row: Row, names: Mapping[str, str], words: Words) -> str:
    """An edge in one line: its two ends, in how many sentences and articles they are named together."""
    ends = (
        f"{words.run(names.get(row['a'], row['a']))} — {words.run(names.get(row['b'], row['b']))}"
    )
    return f"{ends}: {_counted(int(row['sentences']), int(row['articles']), words)}"


@lru_cache(maxsize=4096)
def _counted(sentences: int, articles: int, words: Words) -> str:
    """Few counts make up most of a network's edges, and writing one costs more than drawing it."""
    told = words.n("{count} sentence", "{count} sentences", sentences)
    return words.join([told, words.n("{count} article", "{count} articles", articles)])


def _tip(title: str, words: Words) -> str:
    """A tooltip template: ECharts reads it as HTML and replaces `{…}`, so both are written as entities."""
    plain = escape(title).replace("{", "&#123;").replace("}", "&#125;")
    return f'<span dir="{words.direction}">{plain}</span>'


def placed(entities: Frame, everything: Frame) -> Frame:
    """`entities` with their places: ranks among the places that the build gave all entities of the store.

    By rank, far-off groups do not press the rest together; weighed by mentions, those named most, which are
    drawn, have the most room; among all, a node stands where it stood whatever is selected.
    """
    out = entities.copy()
    for axis, width in (("x", WIDE), ("y", 1.0)):
        ranked = everything.assign(at=everything[axis].astype("float64").fillna(0.0)).sort_values(
            ["at", "entity_id"]
        )
        room = ranked["mentions"].clip(lower=1)
        place = 1000 * width * (room.cumsum() - room / 2) / max(int(room.sum()), 1)
        out[axis] = entities["entity_id"].map(dict(zip(ranked["entity_id"], place, strict=True)))
    return out


def names(entities: Frame, nodes: Sequence[str], words: Words) -> dict[str, str]:
    """The names of chosen entities by id; an id that the store does not hold stands for itself."""
    known = {row["entity_id"]: row for row in rows(entities[entities["entity_id"].isin(nodes)])}
    return {node: entity_name(known[node], words) if node in known else node for node in nodes}


def clicked(state: Mapping[str, Any], shown: Drawn) -> tuple[str, ...]:
    """The entity ids of what was clicked, from the selection ECharts gives back; empty when nothing is."""
    for group in state.get("selection", {}).get("selected", []):
        indices = group.get("data_indices") or []
        known: Sequence[tuple[str, ...]] = (
            shown.pairs if group.get("data_type") == "edge" else [(node,) for node in shown.ids]
        )
        if indices and 0 <= indices[0] < len(known):
            return tuple(known[indices[0]])
    return ()
