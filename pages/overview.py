"""Overview: one sentence, the barometer, and the three doors into the rest."""

import streamlit as st

from components import barometer, digest, filters, shell, tables

view = filters.bar("overview")
words, selection = view.words, view.selection()
events, quotes = tables.read("events", selection), tables.read("quotes", selection)

st.html(f'<p class="lead">{digest.sentence(events, quotes, words)}</p>')
if events.empty:
    filters.empty("overview", view, words.t("events"))
st.plotly_chart(
    barometer.figure(events, words, shell.theme()),
    theme=None,
    key="barometer",
    config=barometer.CONFIG,
    alt=barometer.summary(events, words),
)
for column, draw in zip(st.columns(3, gap="large"), (digest.latest, digest.speakers, digest.pairs), strict=True):
    column.html(draw(view))
