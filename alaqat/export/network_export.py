"""The network as a graph of networkx: entities as nodes, sentences that name both as edges.

An edge has the number of its sentences and articles, its first and last day, the evidence of each
sentence, the version of the store and the day of access.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import plain_rows, rows_of
from alaqat.export.json_rows import json_line

Row = dict[str, Any]
# columns of a sentence's row that an edge carries as evidence
_EVIDENCE = (
    *("article_id", "sentence", "start", "end", "text", "date_from", "date_to", "rule_a"),
    *("rule_b", "source", "title", "url", "published", "link"),
)


def graph(request: ExportRequest) -> Any:
    """The graph of a request of the table `network`. Raises NothingToExport without edges."""
    import networkx as nx  # noqa: PLC0415  slow to import, and few ask for it

    rows = plain_rows(rows_of(request))
    network = nx.Graph(name="Alaqat")
    for row in rows:
        for end in "ab":
            network.add_node(
                row[end],
                label=row[f"{end}_ar"] if request.language == "ar" else row[f"{end}_en"],
                name_en=row[f"{end}_en"],
                name_ar=row[f"{end}_ar"],
                type=row[f"{end}_type"],
            )
    edges: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        edges.setdefault((row["a"], row["b"]), []).append(row)
    for (first, second), sentences in edges.items():
        network.add_edge(first, second, **_attributes(sentences))
    # GEXF keeps nothing of the graph as a whole
    nx.set_edge_attributes(network, request.version, "store_version")
    nx.set_edge_attributes(network, request.accessed.isoformat(), "accessed")
    return network


def _attributes(sentences: list[Row]) -> dict[str, Any]:
    """The attributes of an edge; the first and last day are those of the sentences' dates.

    Where no sentence of the edge is dated, they are those of publication.
    """
    days = _days(sentences, "date_from", "date_to") or _days(sentences, "published", "published")
    evidence = [{name: row[name] for name in _EVIDENCE} for row in sentences]
    interval = {"start": min(days).isoformat(), "end": max(days).isoformat()} if days else {}
    return {
        "weight": len(sentences),
        "articles": len({row["article_id"] for row in sentences}),
        "evidence": json_line(evidence),
        **interval,
    }


def _days(sentences: Iterable[Row], first: str, last: str) -> list[Any]:
    return [row[name] for row in sentences for name in (first, last) if row[name]]
