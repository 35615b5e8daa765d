"""The chosen event: picked on the chart or by a link, kept in the URL, shown as a card."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from alaqat.model.selection import Selection
from components.charts.event_layout import called, date_of
from components.charts.periods import COUNTED, NAMED
from components.charts.timeline_counts import LOOK, MOST
from components.data import queries
from components.data.frame_rows import rows
from components.html import correction_marks, event_card
from components.i18n.catalogue import escape
from components.view import view_state
from components.view.view_state import ViewState
from components.widgets import navigation, pinning

SOME: Final = (*NAMED, *COUNTED)
LAST: Final = "last_clicked_event"
YEAR: Final = 330  # days of a stroke that means years
LEEWAY: Final = timedelta(days=60)  # of a year that such a stroke may take by accident


def events(view: ViewState) -> pd.DataFrame:
    """The events of the reader's choice: whole rows, or the columns of `SOME` where they are too many to be drawn."""
    return some(view.selection())


def some(selection: Selection) -> pd.DataFrame:
    """The events of a selection, as `events` gives them."""
    few = queries.count("events", selection) <= MOST
    return queries.read("events", selection, columns=() if few else SOME)


def rows_of(events: pd.DataFrame) -> list[dict[str, Any]]:
    """Some events as whole rows."""
    return rows(whole(events))


def of_period(view: ViewState) -> pd.DataFrame:
    """The events of the choice that touch the year of the period whose events are listed."""
    year = int((view.period or "0001")[:4])
    return queries.read("events", view.selection(year_from=year, year_to=year))


def whole(events: pd.DataFrame) -> pd.DataFrame:
    """Some events with all their columns."""
    return queries.whole("events", events)


def by_click(chart: str) -> None:
    """Put what was pointed at on a chart into the URL.

    A stroke over a stretch of time takes its years, or its days where it is shorter than a year; a mark opens its
    event, a bar that counts events a closer look. A click on a mark again closes its card, or reopens it: the chart
    itself remembers what is selected, so a second click on a mark arrives as an empty selection, also when the card
    was closed by its link in between.
    """
    selection, view = st.session_state[chart]["selection"], navigation.current()
    if selection.get("box"):
        navigation.go(taken(view, *sorted(str(end)[:10] for end in selection["box"][0]["x"])))
        return
    picked = _id(selection["points"][0].get("customdata")) if selection["points"] else None
    if picked and picked.startswith(LOOK):
        navigation.go(replace(view, zoom=picked.removeprefix(LOOK)))
        return
    again = st.session_state.get(LAST) if view.event is None else None
    st.session_state[LAST] = picked or again
    navigation.go(replace(view, event=picked or again))


def taken(view: ViewState, first: str, last: str) -> ViewState:
    """The view after a stroke from one day to another (ISO 8601): whole years for a long one, else a closer look."""
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    if (end - begin).days >= YEAR:
        return replace(
            view, year_from=(begin + LEEWAY).year, year_to=(end - LEEWAY).year, zoom=None
        )
    return replace(view, zoom=f"{begin}_{max(end, begin + timedelta(days=1))}")


def _id(customdata: Any) -> str | None:
    """The id a mark carries; Streamlit hands it on as a list or as a mapping with string indices."""
    if isinstance(customdata, Mapping):
        return str(next(iter(customdata.values())))
    if isinstance(customdata, list | tuple):
        return str(customdata[0])
    return None if customdata is None else str(customdata)


def show(view: ViewState) -> None:
    """Draw the card of the chosen event, or say that this build holds no such event."""
    if view.event is None:
        return
    row = queries.one("events", "event_id", view.event)
    if row is None:
        st.html(f'<p class="notice" role="status">{gone(view, view.event)}</p>')
        return
    pin = pinning.pinner("timeline", view, "e")(row["event_id"])
    st.html(f"{card(row, view)}<p>{pin}</p>")


def card(row: Mapping[str, Any], view: ViewState) -> str:
    """The card of an event with its reports and its corrections."""
    article = queries.one("articles", "article_id", row["article_id"])
    if article is None:
        return ""
    told = {**row, "corrected": correction_marks.of(queries.read("corrections"), row["event_id"])}
    return event_card.card(
        told, article, view.words, partial(view_state.href, view=view), list(_others(row))
    )


def gone(view: ViewState, event: str) -> str:
    """Why a link's event is not there, and where what is left of it is read now: escaped HTML."""
    words, former = view.words, queries.once("events", "event_id", event)
    if former is None:
        return escape(words.t("This link names an event that the articles held now do not give."))
    build, row = former
    told = words.t(
        "This link names an event of an earlier build ({build}): {event}, {date}. Read anew, the articles give none.",
        build=build.id,
        event=called(row, words),
        date=date_of(row, words),
    )
    heirs = queries.read("events", Selection(article=row["article_id"]))
    heirs = heirs[(heirs["start"] < row["end"]) & (heirs["end"] > row["start"])]
    links = [
        f'<a href="{escape(view_state.href("timeline", view, event=heir["event_id"]))}">'
        f"{escape(called(heir, words))}, {escape(date_of(heir, words))}</a>"
        for heir in heirs.to_dict("records")
    ]
    if links:
        return (
            f"{escape(told)} {escape(words.t('From the same sentence now:'))} {' · '.join(links)}"
        )
    held = queries.one("articles", "article_id", row["article_id"]) is not None
    place = escape(
        view_state.href(
            "articles", view, event=None, article=row["article_id"], at=int(row["start"])
        )
    )
    link = f'<a href="{place}">{escape(words.t("its sentence in the article"))}</a>'
    return f"{escape(told)} {link}" if held else escape(told)


def _others(row: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """The further reports of an event, each with its article."""
    reports = queries.chosen("reports", "event_id", [row["event_id"]])
    for report in reports.to_dict("records"):
        same = report["article_id"] == row["article_id"] and report["start"] == row["start"]
        article = None if same else queries.one("articles", "article_id", report["article_id"])
        if article is not None:
            yield report, article
