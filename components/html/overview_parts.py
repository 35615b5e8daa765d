"""The parts of the overview as HTML, each made of the view alone, so that they can be cached."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from components.charts import barometer, periods
from components.data import event_queries, queries
from components.html import barometer_table, headline, overview_text
from components.view import view_state
from components.view.view_state import ViewState


def elsewhere(view: ViewState) -> ViewState:
    """The view of links to other pages."""
    return replace(view, period=None, measure="count")


def opening(view: ViewState) -> str:
    """The headline of the page and the line below it."""
    return overview_text.opening(headline.headline(view), headline.standfirst(view))


def chart(view: ViewState) -> str:
    """The barometer."""
    events = event_queries.events(view)
    shown = barometer.Shown(
        _years(view),
        view.measure,
        view.period,
        headline.turns(view),
        queries.read("articles", columns=("published",)),
        periods.axis(event_queries.events(view.everything())) if events.empty else None,
    )
    return barometer.html(events, view.words, _here(view), _there(view), shown)


def notes(view: ViewState) -> str:
    """The measures and the turning points."""
    measures = overview_text.measures(view.measure, view.words, _here(view))
    return measures + overview_text.turning(headline.turns(view), view.words, _there(view))


def table(view: ViewState) -> str:
    """What the barometer leaves out, and its bars as a table."""
    events, words, years = event_queries.events(view), view.words, _years(view)
    left_out = barometer_table.note(events, words, years)
    return left_out + barometer_table.table(events, words, _here(view), years)


def events_of_period(view: ViewState) -> str:
    """The events of the chosen bar; empty without one."""
    if not view.period:
        return ""
    events, close = event_queries.events_of_period(view), _here(view)(period=None)
    there = _there(view)
    return barometer_table.events_of_period(events, view.period, view.words, there, close=close)


def _years(view: ViewState) -> periods.Years:
    return view.year_from, view.year_to


def _here(view: ViewState) -> Callable[..., str]:
    return partial(view_state.href, "", view)


def _there(view: ViewState) -> Callable[..., str]:
    return partial(view_state.href, "timeline", elsewhere(view))
