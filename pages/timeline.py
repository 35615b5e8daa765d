"""Timeline: events by date; a click opens the card of an event, a stroke on the axis zooms."""

from functools import partial

import streamlit as st

from components.charts import timeline_figure
from components.data import event_queries
from components.html import event_table
from components.shell import shell
from components.view import view_state
from components.widgets import event_selection, filters, paging, pinning, timeline_charts

view = filters.bar("timeline")
events = event_queries.events(view)
words, link = view.words, partial(view_state.href, view=view)

if events.empty:
    filters.empty("timeline", view, words.t("events"))
timeline_charts.draw(view, events, shell.theme())
st.html(event_table.legend(words))
event_selection.show(view)
if not events.empty:
    pin = pinning.pinner("timeline", view, "e")
    listed = event_table.ordered(timeline_figure.listed(events, view.window))
    part = paging.part(listed, view, size=event_table.SIZE)
    st.html(event_table.table(listed, event_queries.whole_rows(part), view, link, pin=pin))
    paging.control(listed, view, size=event_table.SIZE)
