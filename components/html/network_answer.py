"""What the network answers, in two sentences: who cooperates most, and who is most in conflict."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from components.charts.network_graph import balance_counts
from components.charts.network_part import Drawn
from components.data.frame_rows import rows
from components.i18n.catalogue import N_
from components.i18n.entity_names import entity_name
from components.i18n.escape import escape
from components.i18n.words import Words

Link = Callable[..., str]
Row = Mapping[str, Any]
# Polarity → the words before the pair with most events of it; "both": of one and the other
LEADS: Final = {
    "cooperation": N_("Most cooperation"),
    "conflict": N_("Most conflict"),
    "both": N_("Most cooperation and most conflict"),
}


def answer(shown: Drawn, words: Words, link: Link) -> str:
    """The question of the page and the pairs with most events of each polarity, as links."""
    names = {row["entity_id"]: entity_name(row, words) for row in rows(shown.nodes)}
    question = escape(words.t("Who is named with whom, and how do they get on?"))
    found = [
        f"<span>{_pair(polarity, edge, names, words, link)}</span>"
        for polarity, edge in _strongest_pairs(shown).items()
    ]
    if not found:
        nothing = words.t(
            "No dated event joins two of these names; lines show who is named with whom."
        )
        found = [f"<span>{escape(nothing)}</span>"]
    return f'<div class="net-answer"><h2>{question}</h2><p>{"".join(found)}</p></div>'


def _strongest_pairs(shown: Drawn) -> dict[str, Row]:
    """The edges with most events by polarity; one edge under "both" if it has most of each."""
    found = {name: strongest(shown, name) for name in ("cooperation", "conflict")}
    pairs = {(edge["a"], edge["b"]) for edge in found.values() if edge}
    if all(found.values()) and len(pairs) == 1:
        return {"both": found["conflict"]}
    return {name: edge for name, edge in found.items() if edge}


def strongest(shown: Drawn, polarity: str) -> Row:
    """The edge with most events of a polarity, the first of equals; empty if there is none."""
    edges = rows(shown.edges[shown.edges[polarity] > 0])
    return min(edges, key=lambda edge: (-edge[polarity], edge["a"], edge["b"]), default={})


def _pair(polarity: str, edge: Row, names: Mapping[str, str], words: Words, link: Link) -> str:
    ends = (str(edge["a"]), str(edge["b"]))
    href = escape(link("network", nodes=ends))
    title = " — ".join(f"<bdi>{escape(names[end])}</bdi>" for end in ends)
    counts = escape(words.comma.join(balance_counts(edge, words)))
    return (
        f'<i class="net-line net-{polarity}"></i> {escape(words.t(LEADS[polarity]))}: '
        f'<a href="{href}" target="_self">{title}</a> ({counts})'
    )
