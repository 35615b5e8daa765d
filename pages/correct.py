"""Correct: one event, quote or name with its sentences, and the form that says what is wrong with it."""

import streamlit as st

from components import correcting, running, state, targets

view = state.current()
target = targets.read(view.correct)
at_work = running.follow(("rebuild",))
correcting.said(view)
main, side = st.columns([3, 2], gap="large")
with main:
    correcting.thing(target, view)
with side if target else main:
    if target:
        correcting.form(target, view)
    correcting.earlier(target, view)
    if not at_work and correcting.waiting():
        running.rebuild(view.words)
