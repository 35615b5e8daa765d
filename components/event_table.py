"""The timeline's twin for reading: every event of the selection as a row, the undated ones apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Final

import pandas as pd

from components.kinds import KINDS, kind
from components.marks import called, date_of, parties, status
from components.passages import found, rows
from components.state import ViewState
from components.text import N_, Words, escape

Row = Mapping[str, Any]
Link = Callable[..., str]
Pinner = Callable[[str], str]
Whole = Callable[[pd.DataFrame], Iterable[Row]]
SHOWN: Final = 500  # rows; a longer page is slow and nobody reads it
COLUMNS: Final = (N_("Date"), N_("What"), N_("Who"), N_("Sentence"))


def _none(_: str) -> str:
    return ""


def table(events: pd.DataFrame, view: ViewState, link: Link, *, pin: Pinner = _none, whole: Whole = rows) -> str:
    """The events as HTML: the dated ones in order, then the undated ones under their own heading.

    The view's chosen event is marked, and so are the words that answer its query; `pin(event_id)` is the HTML of a
    row's link to the story. `whole` gives the rows of the few events that are listed.
    """
    words = view.words
    line = partial(_row, view=view, link=link, pin=pin)
    dated = events[events["date_from"].notna()]
    undated = events[events["date_from"].isna()]
    parts = [_section(words.n("{count} dated event", "{count} dated events", len(dated)), dated, words, line, whole)]
    if len(undated):
        title = words.n("{count} event without a date", "{count} events without a date", len(undated))
        parts.append(_section(title, undated, words, line, whole))
    return "".join(parts)


def _section(title: str, events: pd.DataFrame, words: Words, line: Callable[[Row], str], whole: Whole) -> str:
    heads = "".join(f'<th scope="col">{escape(words.t(name))}</th>' for name in COLUMNS)
    body = "".join(line(row) for row in whole(events.head(SHOWN)))
    rest = ""
    if len(events) > SHOWN:
        told = words.t("The first {shown} are listed; narrow the years or the kinds to see the others.", shown=SHOWN)
        rest = f'<p class="meta">{escape(told)}</p>'
    head = f"<thead><tr>{heads}</tr></thead>"
    table = f'<div class="scroll"><table class="data events">{head}<tbody>{body}</tbody></table></div>'
    return f"<h2>{escape(title)}</h2>{table if body else ''}{rest}"


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
