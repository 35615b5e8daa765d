"""GEXF 1.3 for Gephi; the start and end of an edge drive Gephi's timeline."""

from __future__ import annotations

from io import BytesIO

from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.network_export import graph


def write(request: ExportRequest) -> bytes:
    """The network of a request as GEXF."""
    import networkx as nx  # noqa: PLC0415

    network = graph(request)
    network.graph["mode"] = "dynamic"
    network.graph["timeformat"] = "date"
    buffer = BytesIO()
    nx.write_gexf(network, buffer, version="1.2draft")
    return buffer.getvalue()


FORMAT = ExportFormat("gexf", "GEXF (Gephi)", ".gexf", "application/gexf+xml", ("network",), write)
