"""Rule: what one rule looks for, its examples, how often it is right, and its events."""

import streamlit as st

from components.data import rule_queries
from components.html import rule_page
from components.widgets import navigation
from components.widgets.page_links import links

view = navigation.current()
words, link = view.words, links(view.everything())
found = rule_page.rule_of(view.rule)
if found is None:
    st.html(rule_page.missing_notice(view.rule, words, link))
else:
    events, count = rule_queries.events_of_rule(found[1].id, rule_page.EVENTS)
    st.html(rule_page.html(found, events, count, words, link))
