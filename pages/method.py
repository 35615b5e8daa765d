"""Method: how dates, codes and speakers are found, the measured scores, the known failures."""

from functools import partial

import streamlit as st

from components.data import queries
from components.forms import correction_form
from components.html import (
    correction_marks,
    method_example,
    method_scores,
    method_terms,
    method_text,
    reader_scores,
)
from components.view import view_state
from components.widgets import navigation

view = navigation.current()
words, link = view.words, partial(view_state.href, view=view.everything())
events, timexes, quotes = (queries.read(name) for name in ("events", "timexes", "quotes"))

example = method_example.html(events, timexes, quotes, words, link)
st.html(method_scores.lead(words) + method_text.lead(words) + example)
for column, section in zip(st.columns(3, gap="large"), method_text.SECTIONS, strict=True):
    column.html(method_text.section(section, words))
st.html(reader_scores.html(words) + method_scores.html(words) + method_text.failures(words))
st.html(correction_marks.summary(queries.read("corrections"), words, link("correct")))
correction_form.download_button(words)
st.html(method_terms.html(events, timexes, words))
fired = {"timex": timexes, "events": events, "quotes": quotes}
st.html(method_terms.rules(fired, words, link))
