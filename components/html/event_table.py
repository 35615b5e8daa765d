"""The events of the selection as a table: a row each, the undated ones under their own heading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
from components.view.view_state import ViewState

Row = Mapping[str, Any]
Link = Callable[..., str]
Pinner = Callable[[str], str]
SIZE: Final = 50  # rows of a page
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

    The headings count all `events`; `listed` are the rows of the current page. The view's chosen
    event and the words that match its query are marked; `pin(event_id)` is the HTML of a row's link
    to the story.
    """
    words, listed = view.words, list(listed)
    line = partial(_row, view=view, link=link, pin=pin)
    known = events["date_from"].notna()
    count = int(known.sum())
    title = words.n("{count} dated event", "{count} dated events", count)
    dated = [row for row in listed if not pd.isna(row["date_from"])]
    parts = [_section(title, dated, words, line)]
    if count < len(events):
        title = words.n(
            "{count} event without a date", "{count} events without a date", len(events) - count
        )
        undated = [row for row in listed if pd.isna(row["date_from"])]
        parts.append(_section(title, undated, words, line))
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
    sentence = with_matches(row["sentence"], view.query)
    what = labelled_mark(row, words, title=words.t(kind(row["kind"]).label))
    return (
        f'<tr{here}><td class="date"><a href="{address}">{escape(date_label(row, words))}</a> '
        f"{pin(str(row['event_id']))}</td><td>{what}</td>"
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
