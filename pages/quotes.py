"""Quotes: who said what, in what office, when, and where it was read."""

import pandas as pd
import streamlit as st

from components.data import queries
from components.html import quote_card
from components.widgets import filters, pickers, pinning, quote_tools

SIZE = 24

view = filters.bar("quotes")
words = view.words
pickers.speaker(view)
found = queries.read("quotes", view.selection(), columns=("quote_id", "group_id", "speaker"))
if view.quote and view.quote not in set(found["quote_id"]):
    own = queries.chosen("quotes", "quote_id", [view.quote], tuple(found.columns))
    found = pd.concat([own, found])
    if own.empty:
        st.html(quote_card.gone(words))
if found.empty:
    filters.empty("quotes", view, words.t("quotes"))
else:
    st.html(quote_card.heading(found, words))
    groups = range(found["group_id"].nunique())
    shown = pickers.sayings(groups, view, size=SIZE)
    pin = pinning.pinner("quotes", view, "q")
    st.html(quote_card.deck(shown, words, pickers.links(view), chosen=view.quote, pin=pin))
    pickers.leaves(groups, view, size=SIZE)
    quote_tools.script()
