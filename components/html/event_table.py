"""The timeline's twin for reading: every event of the selection as a row, the undated ones apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Final

import pandas as pd

from components.charts.event_layout import called, date_of, parties, status
from components.html.passages import found
from components.i18n.catalogue import N_, Words, escape
from components.theme.event_kinds import KINDS, kind
from components.view.view_state import ViewState

Row = Mapping[str, Any]
Link = Callable[..., str]
Pinner = Callable[[str], str]
SIZE: Final = 50  # rows of a leaf; a browser takes long over more, and nobody reads them at once
COLUMNS: Final = (N_("Date"), N_("What"), N_("Who"), N_("Sentence"))


def _none(_: str) -> str:
    return ""


def ordered(events: pd.DataFrame) -> pd.DataFrame:
    """The events in the order of the table: those without a date last."""
    known = events["date_from"].notna()
    return pd.concat([events[known], events[~known]])


def table(
    events: pd.DataFrame, listed: Iterable[Row], view: ViewState, link: Link, *, pin: Pinner = _none
) -> str:
    """The events as HTML: the dated ones in order, then the undated ones under their own heading.

    The headings count all `events`; `listed` are whole rows, those of the leaf that is read. The view's chosen event
    is marked, and so are the words that answer its query; `pin(event_id)` is the HTML of a row's link to the story.
    """
    words, listed = view.words, list(listed)
    line = partial(_row, view=view, link=link, pin=pin)
    known = events["date_from"].notna()
    count = int(known.sum())
    title = words.n("{count} dated event", "{count} dated events", count)
    parts = [_section(title, [row for row in listed if not pd.isna(row["date_from"])], words, line)]
    if count < len(events):
        title = words.n(
            "{count} event without a date", "{count} events without a date", len(events) - count
        )
        parts.append(
            _section(title, [row for row in listed if pd.isna(row["date_from"])], words, line)
        )
    return "".join(parts)


def _section(title: str, listed: Iterable[Row], words: Words, line: Callable[[Row], str]) -> str:
    heads = "".join(f'<th scope="col">{escape(words.t(name))}</th>' for name in COLUMNS)
    body = "".join(line(row) for row in listed)
    head = f"<thead><tr>{heads}</tr></thead>"
    table = (
        f'<div class="scroll"><table class="data events">{head}<tbody>{body}</tbody></table></div>'
    )
    return f"<h2>{escape(title)}</h2>{table if body else ''}"


def _row(row: Row, view: ViewState, link: Link, pin: Pinner) -> str:
    words = view.words
    here = ' class="chosen" aria-current="true"' if row["event_id"] == view.event else ""
    address = escape(link("timeline", event=row["event_id"]))
    side, told = kind(row["kind"]), status(row, words)
    kind_of = escape(words.t(side.label))
    what = f'<span class="{row["polarity"]}" title="{kind_of}">{side.mark} {escape(called(row, words))}</span>'
    what += f' <span class="status">{escape(told)}</span>' if told else ""
    return (
        f'<tr{here}><td class="date"><a href="{address}">{escape(date_of(row, words))}</a> '
        f"{pin(str(row['event_id']))}</td><td>{what}</td>"
        f"<td>{escape(parties(row, words))}</td>"
        f'<td class="told" lang="ar" dir="rtl">{found(row["sentence"], view.query)}</td></tr>'
    )


def legend(words: Words) -> str:
    """What shapes, hollow marks and faded marks mean, in one line."""
    items = [
        f'<li><span class="{one.polarity}">{one.mark}</span> {escape(words.t(one.label))}</li>'
        for one in KINDS.values()
    ]
    items += [f"<li>{escape(words.t(text))}</li>" for text in NOTES]
    return f'<ul class="legend">{"".join(items)}</ul>'


NOTES: Final = (
    N_("hollow: planned, denied or only considered"),
    N_("faded: a vague date"),
    N_("bar: some time within it"),
    N_("height: intensity, moved where marks would touch"),
)
