"""Overview: a headline, the barometer of a pair of states, three lists of links to other pages."""

from dataclasses import replace
from functools import partial

import streamlit as st

from components.charts import barometer, periods, turning_points
from components.data import event_queries, queries
from components.html import barometer_table, headline, overview_text
from components.view import view_state
from components.widgets import action_row, filters

view = filters.bar("overview")
words, years = view.words, (view.year_from, view.year_to)
events = event_queries.events(view)
turns = turning_points.points(events, years)
elsewhere = replace(view, period=None, measure="count")  # the view of links to other pages

st.html(overview_text.opening(headline.headline(view), headline.standfirst(view)))
if events.empty:
    filters.empty("overview", view, words.t("events"))
shown = barometer.Shown(
    years,
    view.measure,
    view.period,
    turns,
    queries.read("articles", columns=("published",)),
    periods.axis(event_queries.events(view.everything())) if events.empty else None,
)
here, there = partial(view_state.href, "", view), partial(view_state.href, "timeline", elsewhere)
st.html(barometer.html(events, words, here, there, shown))
if not events.empty:
    action_row.draw("", view, "events", has_picture=True)
st.html(
    overview_text.measures(view.measure, words, here) + overview_text.turning(turns, words, there)
)
if not events.empty:
    st.html(
        barometer_table.note(events, words, years)
        + barometer_table.table(events, words, here, years)
    )
if view.period:
    st.html(
        barometer_table.events_of_period(
            event_queries.events_of_period(view), view.period, words, there, close=here(period=None)
        )
    )
for column, draw in zip(
    st.columns(3, gap="large"),
    (overview_text.latest, overview_text.speakers, overview_text.pairs),
    strict=True,
):
    column.html(draw(elsewhere))
