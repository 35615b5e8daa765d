"""The row of actions under a chart, card or table: copy its link, take its rows, picture, print.

`actions.js` reads the buttons' data attributes. Their values are escaped twice, because the
sanitizer of Streamlit's HTML drops an attribute whose value looks like markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from alaqat.export import chart_svg
from alaqat.export import format_registry as registry
from alaqat.export.export_format import ExportFormat
from components.html import cite_list
from components.html.cite_list import Citation
from components.i18n.escape import escape
from components.i18n.words import Words
from components.view import view_state
from components.view.view_state import ViewState

# formats with a link of their own; the others are in the list that opens
FIRST: Final = ("csv", "json")
HEIGHT: Final = 620  # pixels of an embedded timeline


@dataclass(frozen=True, slots=True)
class Actions:
    """What a row of actions acts on.

    `table` is the table to export (a key of `export_tables.TABLES`), `ids` the ids of single
    rows. With `has_picture` the chart above can be saved; `title` and `caption` are written on it.
    `citations` cite the view in each style and language. `pins` are those of a story.
    `frame` is the code that embeds the chart in another page, empty if none does, and `has_parents`
    is True if pages of other servers may show it.
    """

    page: str
    view: ViewState
    table: str
    ids: tuple[str, ...] = ()
    has_picture: bool = False
    title: str = ""
    caption: str = ""
    citations: tuple[Citation, ...] = ()
    pins: tuple[str, ...] = ()
    frame: str = ""
    has_parents: bool = False


def html(actions: Actions) -> str:
    """The row of actions as HTML."""
    words = actions.view.words
    formats = [known for known in registry.offered(actions.table) if known.is_for_pages]
    placed = (*FIRST, *_drawn(actions))
    parts = [
        _copy(actions, words),
        *(_file(known, actions) for known in formats if known.name in FIRST),
        _others([known for known in formats if known.name not in placed], actions, words),
        *(_picture(kind, actions, words) for kind in ("png", "svg") if actions.has_picture),
        _cited(actions, words),
        _embedded(actions, words),
        _button("action-print", words.t("Print")),
    ]
    label = escape(words.t("Take this away"))
    status = '<span class="action-status" role="status"></span>'
    items = "".join(f"<li>{part}</li>" for part in parts if part)
    return f'<nav class="actions" aria-label="{label}"><ul>{items}</ul>{status}</nav>'


def copy_link(address: str, words: Words) -> str:
    """A link to `address` (relative to the server's) that copies its address when clicked."""
    data = f'href="{escape(address)}" data-address="{escape(escape(address))}"'
    done = f'data-done="{escape(escape(words.t("Link copied")))}"'
    label = escape(words.t("Copy link"))
    return (
        f'<span class="actions single"><a class="action action-copy" {data} {done}>{label}</a> '
        '<span class="action-status" role="status"></span></span>'
    )


def _drawn(actions: Actions) -> tuple[str, ...]:
    """The formats that have a place of their own among the pictures."""
    return ("svg",) if actions.has_picture and actions.table == "events" else ()


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
    if actions.table == "events":  # their timeline is drawn by the server, as SVG
        drawn = address(chart_svg.FORMAT, actions)
        if kind == "svg":
            return f'<a href="{escape(drawn)}">SVG</a>'
        return _button("action-picture", kind.upper(), name=name, source=drawn)
    return _button(
        "action-picture",
        kind.upper(),
        name=name,
        title=actions.title,
        caption=actions.caption,
        wait=words.t("The chart is still being drawn."),
        direction=words.direction,
    )


def frame(address: str, title: str) -> str:
    """The code of an iframe with the page at an absolute address."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="{HEIGHT}" '
        'loading="lazy" style="border:0"></iframe>'
    )


def _embedded(actions: Actions, words: Words) -> str:
    """The button that copies the code for another page, and says where it works."""
    if not actions.frame:
        return ""
    done = words.t("Code copied")
    if not actions.has_parents:
        done = words.t("Code copied. So far only pages of this server may show it.")
    return _button("action-copy", words.t("Embed"), text=actions.frame, done=done)


def _cited(actions: Actions, words: Words) -> str:
    """The citations, folded, each with a button that copies it."""
    items = cite_list.items(actions.citations, words)
    if not items:
        return ""
    title = escape(words.t("Cite"))
    return f'<details class="action-cite"><summary>{title}</summary><ul>{items}</ul></details>'


def address(known: ExportFormat, actions: Actions) -> str:
    """The relative address of a file with exactly the rows that the actions act on."""
    view = actions.view
    names = (*view_state.FILTERS, "zoom", "entity")
    chosen = view_state.EMPTY.with_values({name: getattr(view, name) for name in names})
    params = dict(view_state.params(chosen)) | {"lang": view.lang}
    params |= {"title": view.story_title} if view.story_title else {}
    params |= {"id": list(actions.ids)} if actions.ids else {}
    params |= {"pin": list(actions.pins)} if actions.pins else {}
    same = [
        other for other in registry.offered(actions.table) if other.extension == known.extension
    ]
    params |= {"format": known.name} if same[0] != known else {}
    return f"export/{actions.table}{known.extension}?{urlencode(params, doseq=True)}"


def _button(name: str, label: str, /, **values: str) -> str:
    data = "".join(f' data-{key}="{escape(escape(value))}"' for key, value in values.items())
    return f'<button type="button" class="action {name}"{data}>{escape(label)}</button>'
