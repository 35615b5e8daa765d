"""The row of actions under a chart, card or table: copy its link, take its rows, picture, print.

`actions.js` reads the buttons' data attributes. Their values are escaped twice, because the
sanitizer of Streamlit's HTML drops an attribute whose value looks like markup.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlencode

from alaqat.export import format_registry as registry
from alaqat.export.export_format import ExportFormat
from components.i18n.escape import escape
from components.i18n.words import Words
from components.view import view_state
from components.view.view_state import ViewState

# formats with a link of their own; the others are in the list that opens
FIRST: Final = ("csv", "json")


@dataclass(frozen=True, slots=True)
class Actions:
    """What a row of actions acts on.

    `table` is the table to export (a key of `export_tables.TABLES`), `ids` the ids of single
    rows. With `has_picture` the chart above can be saved; `title` and `caption` are written on it.
    `more` is HTML of further actions.
    """

    page: str
    view: ViewState
    table: str
    ids: tuple[str, ...] = ()
    has_picture: bool = False
    title: str = ""
    caption: str = ""
    more: tuple[str, ...] = field(default=())


def html(actions: Actions) -> str:
    """The row of actions as HTML."""
    words = actions.view.words
    formats = registry.offered(actions.table)
    parts = [
        _copy(actions, words),
        *(_file(known, actions) for known in formats if known.name in FIRST),
        _others([known for known in formats if known.name not in FIRST], actions, words),
        *(_picture(kind, actions, words) for kind in ("png", "svg") if actions.has_picture),
        _button("action-print", words.t("Print")),
        *actions.more,
    ]
    label = escape(words.t("Take this away"))
    status = '<span class="action-status" role="status"></span>'
    items = "".join(f"<li>{part}</li>" for part in parts if part)
    return f'<nav class="actions" aria-label="{label}"><ul>{items}</ul>{status}</nav>'


def _copy(actions: Actions, words: Words) -> str:
    address = view_state.href(actions.page, actions.view)
    return _button(
        "action-copy", words.t("Copy link"), address=address, done=words.t("Link copied")
    )


def _file(known: ExportFormat, actions: Actions) -> str:
    return f'<a href="{escape(address(known, actions))}">{escape(known.title)}</a>'


def _others(formats: list[ExportFormat], actions: Actions, words: Words) -> str:
    """The list of further formats, closed until it is opened."""
    items = "".join(f"<li>{_file(known, actions)}</li>" for known in formats)
    title = escape(words.t("Other formats"))
    return f'<details class="action-formats"><summary>{title}</summary><ul>{items}</ul></details>'


def _picture(kind: str, actions: Actions, words: Words) -> str:
    name = f"alaqat-{actions.page or 'overview'}.{kind}"
    return _button(
        "action-picture",
        kind.upper(),
        name=name,
        title=actions.title,
        caption=actions.caption,
        wait=words.t("The chart is still being drawn."),
        direction=words.direction,
    )


def address(known: ExportFormat, actions: Actions) -> str:
    """The relative address of a file with exactly the rows that the actions act on."""
    view = actions.view
    names = (*view_state.FILTERS, "zoom", "entity")
    chosen = view_state.EMPTY.with_values({name: getattr(view, name) for name in names})
    params = dict(view_state.params(chosen)) | {"lang": view.lang}
    params |= {"id": list(actions.ids)} if actions.ids else {}
    same = [
        other for other in registry.offered(actions.table) if other.extension == known.extension
    ]
    params |= {"format": known.name} if same[0] != known else {}
    return f"export/{actions.table}{known.extension}?{urlencode(params, doseq=True)}"


def _button(name: str, label: str, /, **values: str) -> str:
    data = "".join(f' data-{key}="{escape(escape(value))}"' for key, value in values.items())
    return f'<button type="button" class="action {name}"{data}>{escape(label)}</button>'
