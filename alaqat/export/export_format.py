"""What a format of exports is: its name, kind of file, tables, and the function that writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from alaqat.export.export_request import ExportRequest


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format: `write(request)` returns the bytes of the file.

    `title` is its name for readers, `tables` are the tables that it can carry.
    A format that is not for pages is written by the command line only.
    """

    name: str
    title: str
    extension: str
    media_type: str
    tables: tuple[str, ...]
    write: Callable[[ExportRequest], bytes]
    is_for_pages: bool = True
