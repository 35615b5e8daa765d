"""Sources: the forms that add articles, their preview, and the articles in the store."""

import streamlit as st

from components.forms import article_inventory, job_view, source_forms
from components.widgets import navigation, rights

words, editor = navigation.current().words, rights.editor()
at_work = job_view.is_at_work(("add", "remove", "rebuild"))
forms, inventory = st.columns([3, 2], gap="large")
with forms:
    st.html(f"<h2>{words.t('Bring articles in')}</h2>")
    if editor:
        rights.draw_signed_in(words, editor)
        source_forms.draw(words)
    else:
        rights.draw_notice(words)
with inventory:
    article_inventory.draw(words, can_remove=bool(editor) and not at_work)
