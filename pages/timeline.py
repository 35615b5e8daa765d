"""Timeline: what happened and when; a click opens the event where it was told, a stroke takes a stretch of time."""

from functools import partial

import streamlit as st

from components import chosen, event_table, filters, lanes, pickers, pinning, shell, state, timeline

view = filters.bar("timeline")
events = chosen.events(view)
words, link = view.words, partial(state.href, view=view)

if events.empty:
    filters.empty("timeline", view, words.t("events"))
lanes.draw(view, events, shell.theme())
st.html(event_table.legend(words))
chosen.show(view)
if not events.empty:
    pin, listed = pinning.pinner("timeline", view, "e"), event_table.ordered(timeline.listed(events, view.window))
    part = pickers.leaf(listed, view, size=event_table.SIZE)
    st.html(event_table.table(listed, chosen.rows_of(part), view, link, pin=pin))
    pickers.leaves(listed, view, size=event_table.SIZE)
