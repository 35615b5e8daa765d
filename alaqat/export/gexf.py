"""GEXF 1.2 for Gephi (https://gexf.net); the start and end of an edge drive Gephi's timeline."""

from __future__ import annotations

from io import BytesIO

from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.network_export import graph


def write(request: ExportRequest) -> bytes:
    """The network of a request as GEXF."""
    from networkx.readwrite.gexf import GEXFWriter  # noqa: PLC0415  slow to import

    buffer = BytesIO()
    writer = GEXFWriter(version="1.2draft")
    writer.add_graph(graph(request))
    writer.xml[-1].attrib.pop("name")  # networkx names a graph, the schema does not
    writer.write(buffer)
    return buffer.getvalue()


FORMAT = ExportFormat("gexf", "GEXF (Gephi)", ".gexf", "application/gexf+xml", ("network",), write)
