"""Correct: one event, quote or name with its sentences, and the form for a correction."""

import streamlit as st

from components.forms import correction_form, correction_targets, job_view
from components.widgets import navigation, rights

view, editor = navigation.current(), rights.editor()
target = correction_targets.read(view.correct)
at_work = job_view.is_at_work(("rebuild",))
correction_form.draw_outcome(view)
main, side = st.columns([3, 2], gap="large")
with main:
    correction_form.draw_target(target, view)
with side if target else main:
    if not editor:
        rights.draw_notice(view.words)
    elif target:
        correction_form.draw_form(target, view, editor)
    correction_form.draw_recorded(target, view, can_undo=bool(editor))
    if editor and not at_work and correction_form.is_rebuild_due():
        job_view.rebuild(view.words)
