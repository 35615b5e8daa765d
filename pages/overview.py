"""Overview: one sentence, the barometer of a pair of states, and the three doors into the rest."""

from dataclasses import replace
from functools import partial

import streamlit as st

from components import barometer, barometer_table, chosen, digest, filters, pairs, plot, shell, state, tables, turning

view = filters.bar("overview")
words, selection, years = view.words, view.selection(), (view.year_from, view.year_to)
events, quotes = chosen.events(view), tables.count("quotes", selection)
turns = turning.points(events, years)
beyond = replace(view, period=None, measure="count")

st.html(f'<p class="lead">{digest.sentence(events, quotes, turns, words)}</p>')
pairs.measure(view)
if events.empty:
    filters.empty("overview", view, words.t("events"))
shown = barometer.Shown(years, view.measure, view.period, turns, tables.read("articles", columns=("published",)))
plot.chart(
    barometer.figure(events, words, shell.theme(), shown),
    key="barometer",
    on_select=pairs.by_click,
    selection_mode="points",
    config=barometer.CONFIG,
    alt=barometer.summary(events, words, years),
)
here, there = partial(state.href, "", view), partial(state.href, "timeline", beyond)
if turns:
    st.html(digest.turning(turns, words, there))
if not events.empty:
    st.html(barometer_table.note(events, words, years) + barometer_table.table(events, words, here, years))
if view.period:
    st.html(barometer_table.behind(chosen.of_period(view), view.period, words, there, close=here(period=None)))
for column, draw in zip(st.columns(3, gap="large"), (digest.latest, digest.speakers, digest.pairs), strict=True):
    column.html(draw(beyond))
