"""Timeline: what happened and when; a click opens the event where it was told."""

from functools import partial

import streamlit as st

from components import chosen, event_table, filters, shell, state, timeline

view = filters.bar("timeline")
events = chosen.events(view)
words, link = view.words, partial(state.href, view=view)

if events.empty:
    filters.empty("timeline", view, words.t("events"))
st.plotly_chart(
    timeline.figure(events, words, shell.theme(), years=(view.year_from, view.year_to), chosen=view.event),
    theme=None,
    key="timeline_chart",
    on_select=chosen.by_click,
    selection_mode="points",
    config=timeline.CONFIG,
    alt=timeline.summary(events, words),
)
st.html(event_table.legend(words))
chosen.show(view)
if not events.empty:
    st.html(event_table.table(events, words, link, chosen=view.event))
