"""Method: how a date, a code and a speaker are made, how well, and what is known to fail."""

from functools import partial

import streamlit as st

from components import corrected, correcting, method, method_terms, state, tables, walk

view = state.current()
words, link = view.words, partial(state.href, view=view.everything())
events, timexes, quotes = (tables.read(name) for name in ("events", "timexes", "quotes"))

st.html(method.lead(words) + walk.html(events, timexes, quotes, words, link))
for column, section in zip(st.columns(3, gap="large"), method.SECTIONS, strict=True):
    column.html(method.section(section, words))
st.html(method.scores(words) + method.failures(words))
st.html(corrected.summary(tables.read("corrections"), words, link("correct")))
correcting.download(words)
st.html(method_terms.html(events, timexes, words))
st.html(method_terms.rules({"timex": timexes, "events": events, "quotes": quotes}, words))
