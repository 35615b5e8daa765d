"""Overview: a headline, the barometer of a pair of states, three lists of links to other pages."""

import streamlit as st

from components.data import queries
from components.html import overview_parts, overview_text
from components.widgets import action_row, filters

view = filters.bar("overview")
count = queries.count("events", view.selection())

st.html(overview_parts.opening(view))
if not count:
    filters.empty("overview", view, view.words.t("events"))
st.html(queries.rendered(overview_parts.chart, view))
if count:
    action_row.draw("", view, "events", has_picture=True)
st.html(queries.rendered(overview_parts.notes, view))
if count:
    st.html(queries.rendered(overview_parts.table, view))
if view.period:
    st.html(queries.rendered(overview_parts.events_of_period, view))
for column, draw in zip(
    st.columns(3, gap="large"),
    (overview_text.latest, overview_text.speakers, overview_text.pairs),
    strict=True,
):
    column.html(queries.rendered(draw, overview_parts.elsewhere(view)))
