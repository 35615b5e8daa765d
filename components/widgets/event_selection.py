"""The chosen event: chosen by a click or a link, stored in the URL, shown as a card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

import streamlit as st

from alaqat.model.years import LAST_DAY, clamp
from components.charts.timeline_counts import LOOK
from components.data import event_queries, queries
from components.data.event_queries import Row
from components.html import correction_marks, event_card
from components.i18n.escape import escape
from components.i18n.event_labels import date_label, event_label
from components.view import view_state
from components.view.view_state import ViewState
from components.widgets import navigation, pinning

LAST: Final = "last_clicked_event"
YEAR: Final = 330  # days; a stroke (a box drawn on the axis) of this length or more selects years
LEEWAY: Final = timedelta(days=60)  # a stroke that covers less than this of a year leaves it out


def by_click(chart: str) -> None:
    """Put the selection of a chart into the URL.

    A stroke selects its years, or zooms to its days if it is shorter than a year. A click on a mark
    opens its event, a click on a bar of counts zooms. A second click on a mark closes its card, or
    opens it again: the chart remembers its selection, so a second click arrives as an empty
    selection, also if a link closed the card in between.
    """
    selection, view = st.session_state[chart]["selection"], navigation.current()
    if selection.get("box"):
        first, last = sorted(str(end)[:10] for end in selection["box"][0]["x"])
        navigation.go(after_stroke(view, first, last))
        return
    clicked = _id(selection["points"][0].get("customdata")) if selection["points"] else None
    if clicked and clicked.startswith(LOOK):
        navigation.go(replace(view, zoom=clicked.removeprefix(LOOK)))
        return
    reopened = st.session_state.get(LAST) if view.event is None else None
    st.session_state[LAST] = clicked or reopened
    navigation.go(replace(view, event=clicked or reopened))


def after_stroke(view: ViewState, first: str, last: str) -> ViewState:
    """The view after a stroke from day `first` to `last` (ISO 8601): whole years, or a zoom."""
    begin, end = clamp(date.fromisoformat(first)), clamp(date.fromisoformat(last))
    if (end - begin).days >= YEAR:
        return replace(
            view, year_from=(begin + LEEWAY).year, year_to=(end - LEEWAY).year, zoom=None
        )
    begin = min(begin, LAST_DAY - timedelta(days=1))
    return replace(view, zoom=f"{begin}_{max(end, begin + timedelta(days=1))}")


def _id(customdata: Any) -> str | None:
    """The id of a mark; Streamlit passes it as a list or as a mapping with string indices."""
    if isinstance(customdata, Mapping):
        return str(next(iter(customdata.values())))
    if isinstance(customdata, list | tuple):
        return str(customdata[0])
    return None if customdata is None else str(customdata)


def show(view: ViewState) -> None:
    """Draw the card of the chosen event, or a notice that it is not in this build."""
    if view.event is None:
        return
    event = queries.row_of("events", "event_id", view.event)
    if event is None:
        st.html(f'<p class="notice" role="status">{missing_notice(view, view.event)}</p>')
        return
    pin = pinning.pinner("timeline", view, "e")(event["event_id"])
    st.html(f"{card(event, view)}<p>{pin}</p>")


def card(event: Row, view: ViewState) -> str:
    """The card of an event with its reports and its corrections."""
    article = event_queries.article_of(event)
    if article is None:
        return ""
    corrected = correction_marks.corrections_of(queries.read("corrections"), event["event_id"])
    others = list(event_queries.other_reports(event))
    link = partial(view_state.href, view=view)
    complete = {**event, "corrected": corrected, "cause_event": event_queries.cause_of(event)}
    return event_card.card(complete, article, view.words, link, others)


def missing_notice(view: ViewState, event_id: str) -> str:
    """Escaped HTML: why the event of a link is missing, with links to its sentence now."""
    words, former = view.words, queries.row_of_earlier_build("events", "event_id", event_id)
    if former is None:
        return escape(words.t("This link names an event that the articles held now do not give."))
    build, event = former
    reason = words.t(
        "This link names an event of an earlier build ({build}): {event}, {date}. "
        "Read anew, the articles give none.",
        build=build.id,
        event=event_label(event, words),
        date=date_label(event, words),
    )
    return " ".join(filter(None, (escape(reason), _instead(event, view))))


def _instead(former: Row, view: ViewState) -> str:
    """Links to the events at the span of `former`, else to its sentence; empty without article."""
    words = view.words
    links = [
        f'<a href="{escape(view_state.href("timeline", view, event=event["event_id"]))}">'
        f"{escape(event_label(event, words))}, {escape(date_label(event, words))}</a>"
        for event in event_queries.successors(former)
    ]
    if links:
        return f"{escape(words.t('From the same sentence now:'))} {' · '.join(links)}"
    if event_queries.article_of(former) is None:
        return ""
    address = view_state.href(
        "articles", view, event=None, article=former["article_id"], at=int(former["start"])
    )
    return f'<a href="{escape(address)}">{escape(words.t("its sentence in the article"))}</a>'
