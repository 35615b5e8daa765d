"""What a story is saved in and cited by: the links of its files, the version, the citation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from alaqat.export import format_registry as registry
from alaqat.export.export_request import ExportRequest
from alaqat.model.pins import Pin
from components.data import queries
from components.html import action_links
from components.html.action_links import Actions
from components.view.view_state import ViewState
from components.widgets import action_row

FORMATS: Final = ("pptx", "pdf", "html")


def links(view: ViewState, pins: Iterable[Pin]) -> tuple[tuple[str, str], ...]:
    """The titles and links of the files of the story that pins tell, a format each."""
    actions = Actions("story", replace(view, pins=()), "events", pins=tuple(map(str, pins)))
    formats = (registry.named(name) for name in FORMATS)
    return tuple((known.title, action_links.address(known, actions)) for known in formats)


def version() -> str:
    """The version of the store."""
    return ExportRequest(queries.build()).version


def citation(page: str, view: ViewState, title: str) -> str:
    """The view as a data set by APA."""
    return action_row.citations(page, view, title)[0].text
