"""Person: the page of one name, a person, a body or a place; it is opened by links only."""

import streamlit as st

from components.data import person_queries, queries
from components.html import correction_marks, profile
from components.widgets import action_row, filters, quote_list
from components.widgets.page_links import links
from components.widgets.person_facts import person_facts

view = filters.bar("person")
words, link = view.words, links(view)
frames = person_queries.person_frames(view)
if frames is None:
    st.html(profile.missing_notice(view.entity, words, link))
else:
    facts = person_facts(frames, link)
    done = correction_marks.corrections_of(queries.read("corrections"), view.entity)
    st.html(profile.head(facts.entity, words, link) + correction_marks.mark(done, words))
    if facts.is_empty:
        filters.empty("person", view, words.t("sentences with this name"))
    else:
        action_row.draw("person", view, "mentions")
    main, side = st.columns([2, 1], gap="large")
    quotes = profile.quotes(facts.quotes, words, link, quote_list.tools("person", view))
    acts = profile.event_list(facts.acts, profile.acting(facts.entity, words), words, link)
    others = profile.event_list(
        facts.others, words.t("Events of sentences with this name"), words, link
    )
    roles = profile.roles(facts.offices, words)
    company = profile.neighbour_list(facts.company, facts.joint_sentences, facts.marks, words, link)
    main.html(f"<div>{roles}{quotes}{acts}{others}</div>")
    side.html(f"<div>{company}</div>")
    quote_list.script()
