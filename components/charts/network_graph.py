"""The network as an ECharts option (a plain dict).

A node's shape is its entity type, its colour its state, its size its mentions; an edge's width is
the number of articles. No colour of a state is one of cooperation or conflict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Any, Final, Literal

import pandas as pd

from components.charts.network_part import LINES, Drawn
from components.data.frame_rows import rows
from components.i18n import countries
from components.i18n.catalogue import N_
from components.i18n.entity_names import entity_name
from components.i18n.escape import escape
from components.i18n.words import Words
from components.theme.colours import COLOURS

Row = Mapping[str, Any]
Frame = pd.DataFrame
Theme = Literal["light", "dark"]

LONG: Final = 16  # characters; a longer name is broken into lines
BROKEN: Final = {"width": 104, "overflow": "break"}

# Entity type → its ECharts symbol, the same shape in text, its name
SHAPES: Final[Mapping[str, tuple[str, str, str]]] = {
    "PER": ("circle", "●", N_("person")),
    "LOC": ("roundRect", "■", N_("place")),
    "ORG": ("diamond", "◆", N_("body")),
    "OTHER": ("triangle", "▲", N_("other")),
}

# Theme → colours of the first state, the second state, other states, no state. Plum and moss stay
# apart for colour-blind readers, and differ from the blue of cooperation and the orange of conflict
PALETTE: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "light": ("#6A4A86", "#74821F", "#6F757D", "#A9AEB5"),
    "dark": ("#B79AD6", "#B9C76A", "#9AA1AB", "#5F6873"),
}


def option(
    shown: Drawn,
    words: Words,
    theme: Theme,
    *,
    states: Sequence[str] = (),
    chosen: Sequence[str] = (),
) -> dict[str, Any]:
    """The graph as an ECharts option; all is faded but `chosen`, a node or the ends of an edge."""
    bright = _bright_nodes(shown, chosen)
    largest = max((int(count) for count in shown.nodes["mentions"]), default=1)
    widest = max((int(count) for count in shown.edges["articles"]), default=1)
    names = {row["entity_id"]: entity_name(row, words) for row in rows(shown.nodes)}
    paint = Paint(
        words, COLOURS[theme], PALETTE[theme], tuple(states), frozenset(chosen), bright, names
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
    """Names below their nodes, in ink with a border of paper so that edges do not cross them."""
    return {
        "show": True,
        "position": "bottom",
        "color": colours["ink"],
        "fontSize": 13,
        "lineHeight": 16,
        "minMargin": 6,
        "textBorderColor": colours["paper"],
        "textBorderWidth": 3,
    }


@dataclass(frozen=True, slots=True)
class Paint:
    """What the look of nodes and edges depends on; nodes that are not `bright` are faded."""

    words: Words
    colours: Mapping[str, str]
    palette: Sequence[str]
    states: tuple[str, ...]
    chosen: frozenset[str]
    bright: frozenset[str]
    names: Mapping[str, str]

    def colour(self, country: str | None) -> str:
        """The colour of a state: first side, second side, another, none."""
        if not country:
            return self.palette[3]
        is_side = country in self.states
        return self.palette[self.states.index(country)] if is_side else self.palette[2]


def _bright_nodes(shown: Drawn, chosen: Sequence[str]) -> frozenset[str]:
    """The nodes that are not faded: all, the two ends of an edge, or a node and its neighbours."""
    if not chosen:
        return frozenset(shown.ids)
    if len(chosen) > 1:
        return frozenset(chosen)
    neighbours = {end for pair in shown.pairs if chosen[0] in pair for end in pair}
    return frozenset({*chosen, *neighbours})


def _node(row: Row, paint: Paint, largest: int) -> dict[str, Any]:
    node, bright = str(row["entity_id"]), row["entity_id"] in paint.bright
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
    ends = frozenset({str(row["a"]), str(row["b"])})
    own = paint.chosen == ends
    style = {
        "width": round(1 + 7 * (int(row["articles"]) - 1) / max(widest - 1, 1), 1),
        "color": paint.colours["ink"] if own else paint.colours["faint"],
        "opacity": _edge_opacity(ends, paint),
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


def _edge_opacity(ends: frozenset[str], paint: Paint) -> float:
    if paint.chosen == ends:
        return 0.9
    if not ends <= paint.bright:
        return 0.06
    return 0.06 if len(paint.chosen) == 1 and not ends & paint.chosen else 0.45


def edge_title(row: Row, names: Mapping[str, str], words: Words) -> str:
    """An edge in one line: its two ends, the number of sentences and articles that name both."""
    first, second = (words.run(names.get(row[end], row[end])) for end in ("a", "b"))
    return f"{first} — {second}: {_counted(int(row['sentences']), int(row['articles']), words)}"


@lru_cache(maxsize=4096)
def _counted(sentences: int, articles: int, words: Words) -> str:
    """The two counts in words; cached, because most edges of a network share a few counts."""
    in_sentences = words.n("{count} sentence", "{count} sentences", sentences)
    return words.join([in_sentences, words.n("{count} article", "{count} articles", articles)])


def _tip(title: str, words: Words) -> str:
    """A tooltip template: ECharts reads HTML and `{…}`, so markup and braces are escaped."""
    plain = escape(title).replace("{", "&#123;").replace("}", "&#125;")
    return f'<span dir="{words.direction}">{plain}</span>'
