"""GraphML for yEd, Cytoscape, igraph and others."""

from __future__ import annotations

from io import BytesIO

from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.network_export import graph


def write(request: ExportRequest) -> bytes:
    """The network of a request as GraphML."""
    import networkx as nx  # noqa: PLC0415

    buffer = BytesIO()
    nx.write_graphml_xml(graph(request), buffer)
    return buffer.getvalue()


FORMAT = ExportFormat(
    "graphml", "GraphML", ".graphml", "application/graphml+xml", ("network",), write
)
