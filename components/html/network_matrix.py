"""The network as a matrix for narrow screens: a row and a column for each of the most named."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from components.charts.network_graph import edge_title
from components.charts.network_part import Drawn
from components.data.frame_rows import rows
from components.i18n.entity_names import entity_name
from components.i18n.escape import escape
from components.i18n.words import Words

Link = Callable[..., str]
Row = Mapping[str, Any]
SHOWN: Final = 8  # rows and columns: cells of 28 px beside the names on a screen of 390 px


def matrix(shown: Drawn, words: Words, link: Link, *, chosen: Sequence[str] = ()) -> str:
    """A table whose cells hold the number of sentences that name both, as links to the pair.

    A cell has the colour of the balance of the pair's events. Columns have the numbers of the rows.
    The chosen entities come first.
    """
    nodes = sorted(rows(shown.nodes), key=lambda row: row["entity_id"] not in chosen)[:SHOWN]
    names = {str(row["entity_id"]): entity_name(row, words) for row in nodes}
    edges = {frozenset({row["a"], row["b"]}): row for row in rows(shown.edges)}
    head = "".join(
        f'<th scope="col"><abbr title="{escape(name)}">{number}</abbr></th>'
        for number, name in enumerate(names.values(), 1)
    )
    body = ""
    for number, node in enumerate(names, 1):
        own = escape(link("network", nodes=(node,)))
        name = f'<a href="{own}" target="_self"><bdi>{escape(names[node])}</bdi></a>'
        pairs = (edges.get(frozenset({node, other})) for other in names)
        cells = "".join(_cell(edge, names, words, link) for edge in pairs)
        body += f'<tr><th scope="row">{number} {name}</th>{cells}</tr>'
    title = escape(words.t("Sentences that name both"))
    return (
        f'<table class="net-matrix"><caption class="meta">{title}</caption>'
        f"<thead><tr><td></td>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _cell(edge: Row | None, names: Mapping[str, str], words: Words, link: Link) -> str:
    if edge is None:
        return "<td></td>"
    href = escape(link("network", nodes=(str(edge["a"]), str(edge["b"]))))
    title = escape(edge_title(edge, names, words))
    count = words.number(int(edge["sentences"]))
    return (
        f'<td class="net-{edge["balance"]}">'
        f'<a href="{href}" target="_self" aria-label="{title}" title="{title}">{count}</a></td>'
    )
