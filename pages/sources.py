"""Sources: the doors for articles, a preview before they are added, what is held, and what was refused and why."""

import streamlit as st

from components.forms import article_inventory, job_view, source_forms
from components.widgets import navigation

words = navigation.current().words
at_work = job_view.follow(("add", "remove", "rebuild"))
doing, held = st.columns([3, 2], gap="large")
with doing:
    st.html(f"<h2>{words.t('Bring articles in')}</h2>")
    source_forms.draw(words)
with held:
    article_inventory.draw(words, at_work=at_work)
