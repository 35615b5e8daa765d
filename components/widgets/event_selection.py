"""The chosen event: its id is in the URL, its card stands next to the chart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd

from components.data import event_queries, queries
from components.data.event_queries import Row
from components.html import cite_list, correction_marks, event_card
from components.i18n.escape import escape
from components.i18n.event_labels import date_label, event_label
from components.view import view_state
from components.view.view_state import ViewState
from components.widgets import action_row, pinning


def panel(view: ViewState, dated: pd.DataFrame) -> str:
    """The card of the chosen event as HTML, or why it is missing; empty if none is chosen.

    `dated` are the events that the chart shows, in order of time: the card leads to the one before
    and the one after.
    """
    if view.event is None:
        return ""
    event = queries.row_of("events", "event_id", view.event)
    if event is None:
        return f'<p class="notice" role="status">{missing_notice(view, view.event)}</p>'
    return card(event, view, neighbours(list(dated["event_id"]), view.event))


def neighbours(ids: Sequence[str], chosen: str) -> tuple[str | None, str | None]:
    """The ids before and after the chosen one; None beyond an end of the list or without it."""
    if chosen not in ids:
        return None, None
    index = ids.index(chosen)
    before = ids[index - 1] if index else None
    return before, ids[index + 1] if index + 1 < len(ids) else None


def card(event: Row, view: ViewState, around: tuple[str | None, str | None] = (None, None)) -> str:
    """The card of an event with its reports, corrections and quotes, and links to those around."""
    article = event_queries.article_of(event)
    if article is None:
        return ""
    corrected = correction_marks.corrections_of(queries.read("corrections"), event["event_id"])
    others = list(event_queries.other_reports(event))
    link = partial(view_state.href, view=view)
    more = event_card.More(
        others=others,
        quotes=event_queries.quotes_of_days(event, view),
        before=around[0],
        after=around[1],
        pin=pinning.pinner("timeline", view, "e")(event["event_id"]),
        cite=cite_list.folded(action_row.citer(view, "events")(event, article), view.words),
    )
    complete = {**event, "corrected": corrected, "cause_event": event_queries.cause_of(event)}
    return event_card.card(complete, article, view.words, link, more)


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
