"""Sources: the doors for articles, a preview before they are added, what is held, and what was refused and why."""

import streamlit as st

from components import doors, holdings, running, state

words = state.current().words
at_work = running.follow(("add", "remove", "rebuild"))
doing, held = st.columns([3, 2], gap="large")
with doing:
    st.html(f"<h2>{words.t('Bring articles in')}</h2>")
    doors.draw(words)
with held:
    holdings.draw(words, at_work=at_work)
