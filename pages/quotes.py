"""Quotes: cards with the speaker, office, words, date and articles of each quote."""

import pandas as pd
import streamlit as st

from components.data import queries
from components.html import quote_card, quote_groups
from components.widgets import action_row, filters, paging, quote_list
from components.widgets.page_links import links

SIZE = 24

view = filters.bar("quotes")
words = view.words
grouped_by = quote_groups.COLUMNS.get(view.arrangement)
columns = ("group_id", "speaker", *filter(None, (view.quote and "quote_id", grouped_by)))
quotes = queries.read("quotes", view.selection(), columns=columns)
if view.quote and view.quote not in set(quotes["quote_id"]):
    own = queries.rows_among("quotes", "quote_id", [view.quote], tuple(quotes.columns))
    quotes = pd.concat([own, quotes])
    if own.empty:
        st.html(quote_card.missing_notice(words))
box, about = st.columns([1, 2], vertical_alignment="bottom")
with box:
    quote_list.speaker_box(view)
if quotes.empty:
    filters.empty("quotes", view, words.t("quotes"))
else:
    link = links(view)
    about.html(
        quote_card.heading(quotes, words) + quote_groups.choice(view.arrangement, words, link)
    )
    action_row.draw("quotes", view, "quotes")
    groups = range(quotes["group_id"].nunique())
    shown = quote_list.cards(groups, view, size=SIZE)
    tools = quote_list.tools("quotes", view)
    decks = [
        quote_groups.heading(name, view.arrangement, quotes, words)
        + quote_card.deck(group, words, link, chosen=view.quote, tools=tools)
        for name, group in quote_groups.parts(shown, view.arrangement)
    ]
    st.html("".join(decks))
    paging.control(groups, view, size=SIZE)
    quote_list.script()
