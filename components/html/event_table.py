"""The events of the selection as a table: a row each, the undated ones under their own heading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from typing import Any, Final

import pandas as pd

from components.html.event_card import labelled_mark
from components.html.passages import with_matches
from components.i18n.catalogue import N_
from components.i18n.escape import escape
from components.i18n.event_labels import date_label, parties_label
from components.i18n.words import Words
from components.theme.event_kinds import KINDS, kind
from components.view import view_state
from components.view.view_state import ViewState

Row = Mapping[str, Any]
Pinner = Callable[[str], str]
Window = tuple[date, date]
SIZE: Final = 50  # rows of a page
COLUMNS: Final = (N_("Date"), N_("What"), N_("Who"), N_("Sentence"))


def _none(_: str) -> str:
    return ""


def ordered(
    events: pd.DataFrame, window: Window | None = None, *, is_newest_first: bool = False
) -> pd.DataFrame:
    """The events in the order of the table.

    Those of the axis `window` come first and those without a date last.
    """
    known = events["date_from"].notna()
    dated = events[known][::-1] if is_newest_first else events[known]
    if window is not None:
        first, last = map(pd.Timestamp, window)
        is_shown = (dated["date_to"] >= first) & (dated["date_from"] <= last)
        dated = pd.concat([dated[is_shown], dated[~is_shown]])
    return pd.concat([dated, events[~known]])


def table(
    events: pd.DataFrame,
    listed: Iterable[Row],
    view: ViewState,
    *,
    pin: Pinner = _none,
    lanes: Mapping[str, str] | None = None,
) -> str:
    """The events as HTML: the dated ones in order, then the undated ones under their own heading.

    The headings count all `events`; `listed` are the rows of the current page. The view's chosen
    event and the words that match its query are marked; `pin(event_id)` is the HTML of a row's link
    to the story, `lanes` are the names of an event's lanes where there are two.
    """
    words, listed = view.words, list(listed)
    line = partial(_row, view=view, pin=pin, lanes=lanes)
    heads = _heads(view, has_lanes=lanes is not None)
    known = events["date_from"].notna()
    count = int(known.sum())
    title = words.n("{count} dated event", "{count} dated events", count)
    dated = [row for row in listed if not pd.isna(row["date_from"])]
    parts = [_section(title, dated, heads, line)]
    if count < len(events):
        title = words.n(
            "{count} event without a date", "{count} events without a date", len(events) - count
        )
        undated = [row for row in listed if pd.isna(row["date_from"])]
        parts.append(_section(title, undated, heads, line))
    return "".join(parts)


def _heads(view: ViewState, *, has_lanes: bool) -> str:
    """The heads of the columns; that of the dates turns their order."""
    words = view.words
    order = words.t("newest first") if view.newest else words.t("oldest first")
    turned = words.t("oldest first") if view.newest else words.t("newest first")
    turn = escape(view_state.href("timeline", view, newest=not view.newest, leaf=1))
    dates, *others = (escape(words.t(name)) for name in COLUMNS)
    if has_lanes:
        others.insert(0, escape(words.t("Lane")))
    heads = "".join(f'<th scope="col">{name}</th>' for name in others)
    direction = "descending" if view.newest else "ascending"
    return (
        f'<th scope="col" aria-sort="{direction}">{dates} · <a class="meta" href="{turn}" '
        f'title="{escape(turned)}">{escape(order)} {"↓" if view.newest else "↑"}</a></th>{heads}'
    )


def _section(title: str, listed: Iterable[Row], heads: str, line: Callable[[Row], str]) -> str:
    body = "".join(line(row) for row in listed)
    head = f"<thead><tr>{heads}</tr></thead>"
    table = (
        f'<div class="scroll"><table class="data events">{head}<tbody>{body}</tbody></table></div>'
    )
    return f"<h2>{escape(title)}</h2>{table if body else ''}"


def _row(row: Row, view: ViewState, pin: Pinner, lanes: Mapping[str, str] | None) -> str:
    words, event = view.words, str(row["event_id"])
    here = ' class="chosen" aria-current="true"' if event == view.event else ""
    address = escape(view_state.href("timeline", view, event=event))
    sentence = with_matches(row["sentence"], view.query)
    what = labelled_mark(row, words, title=words.t(kind(row["kind"]).label))
    lane = "" if lanes is None else f"<td>{escape(lanes.get(event, ''))}</td>"
    return (
        f'<tr{here}><td class="date"><a href="{address}">{escape(date_label(row, words))}</a> '
        f"{pin(event)}</td>{lane}<td>{what}</td>"
        f"<td>{escape(parties_label(row, words))}</td>"
        f'<td class="sentence" lang="ar" dir="rtl">{sentence}</td></tr>'
    )


def legend(words: Words) -> str:
    """The meaning of shapes, hollow and faded marks, as a list in one line."""
    items = [
        f'<li><span class="{shape.polarity}">{shape.mark}</span> '
        f"{escape(words.t(shape.label))}</li>"
        for shape in KINDS.values()
    ]
    items += [f"<li>{escape(words.t(text))}</li>" for text in NOTES]
    return f'<ul class="legend">{"".join(items)}</ul>'


NOTES: Final = (
    N_("hollow: planned, denied or only considered"),
    N_("faded: a vague date"),
    N_("bar: some time within it"),
    N_("height: intensity, moved where marks would touch"),
)
