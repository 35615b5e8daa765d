"""Quotes: who said what, in what office, when, and where it was read."""

import pandas as pd
import streamlit as st

from components import filters, pickers, pinning, quote_card, sharing, tables, versions

SIZE = 24

view = filters.bar("quotes")
words = view.words
pickers.speaker(view)
found = tables.read("quotes", view.selection())
if view.quote and view.quote not in set(found["quote_id"]):
    quotes = tables.read("quotes")
    own = quotes[quotes["quote_id"] == view.quote]
    found = pd.concat([own, found])
    if own.empty:
        st.html(quote_card.gone(words))
if found.empty:
    filters.empty("quotes", view, words.t("quotes"))
else:
    st.html(quote_card.heading(found, words))
    whole = quote_card.whole(found, tables.read("quotes"))
    articles, corrections = tables.read("articles"), tables.read("corrections")
    rows = quote_card.joined(whole, articles, chosen=view.quote, query=view.query, corrections=corrections)
    sayings = versions.sayings(rows, chosen=view.quote)
    shown = pickers.leaf(sayings, view, size=SIZE)
    pin = pinning.pinner("quotes", view, "q")
    st.html(quote_card.deck(shown, words, pickers.links(view), chosen=view.quote, pin=pin))
    pickers.leaves(sayings, view, size=SIZE)
    sharing.script()
