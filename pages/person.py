"""Person: the page of one name, a person, a body or a place; links lead here, the bar does not."""

import streamlit as st

from components.data import queries
from components.html import correction_marks, profile
from components.widgets import filters, person_facts, pickers, pinning, quote_tools

view = filters.bar("person")
words, link = view.words, pickers.links(view)
found = person_facts.read(view, link)
if found is None:
    st.html(profile.gone(view.entity, words, link))
else:
    done = correction_marks.of(queries.read("corrections"), view.entity)
    st.html(profile.head(found.entity, words, link) + correction_marks.mark(done, words))
    if found.bare:
        filters.empty("person", view, words.t("sentences with this name"))
    main, side = st.columns([2, 1], gap="large")
    quotes = profile.quotes(found.quotes, words, link, pinning.pinner("person", view, "q"))
    acts = profile.happenings(found.acts, profile.acting(found.entity, words), words, link)
    others = profile.happenings(
        found.others, words.t("Events of sentences with this name"), words, link
    )
    roles = profile.roles(found.offices, words)
    company = profile.company(found.company, found.told, found.marks, words, link)
    main.html(f"<div>{roles}{quotes}{acts}{others}</div>")
    side.html(f"<div>{company}</div>")
    quote_tools.script()
