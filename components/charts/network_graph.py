"""The network as an ECharts option (a plain dict).

A node's shape is its entity type, its size its mentions. An edge's width is the number of
sentences that name both ends, its colour and line the balance of the events in which both take
part: solid for cooperation, dashed for conflict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Any, Final, Literal

import pandas as pd

from components.charts.name_placement import lines_of
from components.charts.network_part import LINES, Drawn, arranged
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

ZOOM: Final = 1.25  # of the picture around one chosen node
WIDE: Final = 10  # sentences of the widest edge, at the least

# Entity type → its ECharts symbol, the same shape in text, its name
SHAPES: Final[Mapping[str, tuple[str, str, str]]] = {
    "PER": ("circle", "●", N_("person")),
    "LOC": ("roundRect", "■", N_("place")),
    "ORG": ("diamond", "◆", N_("body")),
    "OTHER": ("triangle", "▲", N_("other")),
}

# Balance of an edge's events → its colour (a name in COLOURS), its line, its name
LINE_LOOKS: Final[Mapping[str, tuple[str, str, str]]] = {
    "cooperation": ("cooperation", "solid", N_("mostly cooperation")),
    "conflict": ("conflict", "dashed", N_("mostly conflict")),
    "both": ("ink", "solid", N_("as much of both")),
    "none": ("faint", "solid", N_("no dated event joins them")),
}


def option(
    shown: Drawn, words: Words, theme: Theme, *, chosen: Sequence[str] = ()
) -> dict[str, Any]:
    """The graph as an ECharts option; all is faded but `chosen`, a node or the ends of an edge.

    One chosen node stands in the middle of an enlarged picture.
    """
    names = {row["entity_id"]: entity_name(row, words) for row in rows(shown.nodes)}
    nodes = arranged(shown.nodes, names)
    widest = max((int(count) for count in shown.edges["sentences"]), default=0)
    bright = _bright_nodes(shown, chosen)
    paint = Paint(words, COLOURS[theme], frozenset(chosen), bright, names)
    series = {
        "type": "graph",
        "layout": "none",
        "selectedMode": "single",
        "roam": True,
        "draggable": True,
        "preserveAspect": True,
        "scaleLimit": {"min": 0.6, "max": 8},
        "left": 54,
        "right": 54,
        "top": 24,
        "bottom": 48,
        "label": _label(COLOURS[theme]),
        "labelLayout": {"hideOverlap": True},
        "emphasis": {"focus": "adjacency", "label": {"show": True}},
        "data": [_node(row, paint) for row in rows(nodes)],
        "links": [_edge(row, paint, max(widest, WIDE)) for row in rows(shown.edges[:LINES])],
        **_focus(rows(nodes), chosen),
    }
    return {"animation": False, "tooltip": {"confine": True}, "series": [series]}


def _focus(nodes: Sequence[Row], chosen: Sequence[str]) -> dict[str, Any]:
    """The middle and the zoom of the picture for one chosen node; empty otherwise."""
    middle = [(row["x"], row["y"]) for row in nodes if [row["entity_id"]] == list(chosen)]
    return {"center": list(middle[0]), "zoom": ZOOM} if middle else {}


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
    chosen: frozenset[str]
    bright: frozenset[str]
    names: Mapping[str, str]


def _bright_nodes(shown: Drawn, chosen: Sequence[str]) -> frozenset[str]:
    """The nodes that are not faded: all, the two ends of an edge, or a node and its neighbours."""
    if not chosen:
        return frozenset(shown.ids)
    if len(chosen) > 1:
        return frozenset(chosen)
    neighbours = {end for pair in shown.pairs if chosen[0] in pair for end in pair}
    return frozenset({*chosen, *neighbours})


def _node(row: Row, paint: Paint) -> dict[str, Any]:
    node, bright = str(row["entity_id"]), row["entity_id"] in paint.bright
    name, own = paint.names[node], node in paint.chosen
    style = {
        "color": paint.colours["ink" if own else "neutral"],
        "borderColor": paint.colours["ink"] if own else paint.colours["paper"],
        "borderWidth": 3 if own else 1,
        "opacity": 1 if bright else 0.2,
    }
    return {
        "id": node,
        "name": paint.words.run(name),
        "value": int(row["mentions"]),
        "x": float(row["x"]),
        "y": float(row["y"]),
        "symbol": SHAPES.get(row["type"], SHAPES["OTHER"])[0],
        "symbolSize": float(row["size"]),
        "itemStyle": style,
        "select": {"itemStyle": style},
        "label": {
            "show": bright and (own or row["is_named"]),
            "fontWeight": 600 if own else 400,
            **_broken(name, paint.words),
        },
        "tooltip": {"formatter": _tip(node_title(row, paint.words), paint.words)},
    }


def _broken(name: str, words: Words) -> dict[str, str]:
    """The label of a name of several lines; ECharts itself breaks Arabic too early.

    It measures letters one by one, as if they were not joined. A name with a brace, which would be
    a template, stays in one line.
    """
    lines = lines_of(name)
    has_lines = len(lines) > 1 and "{" not in name
    return {"formatter": "\n".join(map(words.run, lines))} if has_lines else {}


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
    colour, line, _ = LINE_LOOKS[row["balance"]]
    style = {
        "width": round(1.5 + 7 * sqrt((int(row["sentences"]) - 1) / (widest - 1)), 1),
        "color": paint.colours[colour],
        "type": line,
        "opacity": _edge_opacity(ends, paint, is_plain=row["balance"] == "none"),
        "curveness": 0.08,
    }
    return {
        "source": str(row["a"]),
        "target": str(row["b"]),
        "value": int(row["sentences"]),
        "lineStyle": style,
        "select": {"lineStyle": {**style, "opacity": 1 if own else style["opacity"]}},
        "tooltip": {"formatter": _tip(edge_title(row, paint.names, paint.words), paint.words)},
    }


def _edge_opacity(ends: frozenset[str], paint: Paint, *, is_plain: bool) -> float:
    if paint.chosen == ends:
        return 1
    if not ends <= paint.bright:
        return 0.06
    if len(paint.chosen) == 1 and not ends & paint.chosen:
        return 0.06
    return 0.3 if is_plain else 0.8


def edge_title(row: Row, names: Mapping[str, str], words: Words) -> str:
    """An edge in one line: its two ends, its events of each polarity, sentences and articles."""
    first, second = (words.run(names.get(row[end], row[end])) for end in ("a", "b"))
    counts = [*balance_counts(row, words), _counted(row["sentences"], row["articles"], words)]
    return f"{first} — {second}: {words.comma.join(counts)}"


def balance_counts(row: Row, words: Words) -> list[str]:
    """The numbers of events of an edge in words, without those that are 0."""
    cooperation, conflict = int(row["cooperation"]), int(row["conflict"])
    found = []
    if cooperation:
        found.append(
            words.n("{count} event of cooperation", "{count} events of cooperation", cooperation)
        )
    if conflict:
        found.append(words.n("{count} event of conflict", "{count} events of conflict", conflict))
    return found


@lru_cache(maxsize=4096)
def _counted(sentences: int, articles: int, words: Words) -> str:
    """The two counts in words; cached, because most edges of a network share a few counts."""
    in_sentences = words.n("{count} sentence", "{count} sentences", sentences)
    return words.join([in_sentences, words.n("{count} article", "{count} articles", articles)])


def _tip(title: str, words: Words) -> str:
    """A tooltip template: ECharts reads HTML and `{…}`, so markup and braces are escaped."""
    plain = escape(title).replace("{", "&#123;").replace("}", "&#125;")
    return f'<span dir="{words.direction}">{plain}</span>'
