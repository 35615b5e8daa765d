"""Articles: what was read, what was found in each, and the text with every find marked in place."""

import streamlit as st

from components.data import queries
from components.data.frame_rows import rows
from components.html import article_reader as reader
from components.widgets import article_queries, filters, pickers

SIZE = 20

view = filters.bar("articles")
words, link = view.words, pickers.links(view)
held = rows(queries.read("articles", view.selection()))
article = article_queries.article(view, held)
if article is None:
    filters.empty("articles", view, words.t("articles"))
else:
    asked = view.article or view.event or view.quote
    with st.container(key="articles_reading" if asked else "articles_choosing"):
        listing, text = st.columns([1, 2], gap="large")
    with listing:
        shown = pickers.leaf(held, view, size=SIZE)
        tallies = article_queries.tallies(queries.build().id)
        st.html(reader.listing(shown, tallies, words, link, chosen=article["article_id"]))
        pickers.leaves(held, view, size=SIZE)
    with text:
        marks = article_queries.marks(view, article["article_id"], link)
        place = article_queries.place(view, article["article_id"])
        st.html(reader.html(article, marks, words, chosen=place))
        article_queries.scroll(view)
