"""Timeline: what happened and when; a click opens the event where it was told, a stroke takes a stretch of time."""

from functools import partial

import streamlit as st

from components.charts import timeline_figure
from components.html import event_table
from components.shell import shell
from components.view import view_state
from components.widgets import event_selection, filters, pickers, pinning, timeline_charts

view = filters.bar("timeline")
events = event_selection.events(view)
words, link = view.words, partial(view_state.href, view=view)

if events.empty:
    filters.empty("timeline", view, words.t("events"))
timeline_charts.draw(view, events, shell.theme())
st.html(event_table.legend(words))
event_selection.show(view)
if not events.empty:
    pin, listed = (
        pinning.pinner("timeline", view, "e"),
        event_table.ordered(timeline_figure.listed(events, view.window)),
    )
    part = pickers.leaf(listed, view, size=event_table.SIZE)
    st.html(event_table.table(listed, event_selection.rows_of(part), view, link, pin=pin))
    pickers.leaves(listed, view, size=event_table.SIZE)
