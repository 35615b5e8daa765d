"""Articles: what was read, what was found in each, and the text with every find marked in place."""

import streamlit as st

from components import article_reader as reader
from components import filters, pickers, reading, tables
from components.passages import rows

SIZE = 20

view = filters.bar("articles")
words, link = view.words, pickers.links(view)
held = rows(tables.read("articles", view.selection()))
article = reading.article(view, held)
if article is None:
    filters.empty("articles", view, words.t("articles"))
else:
    asked = view.article or view.event or view.quote
    with st.container(key="articles_reading" if asked else "articles_choosing"):
        listing, text = st.columns([1, 2], gap="large")
    with listing:
        shown = pickers.leaf(held, view, size=SIZE)
        tallies = reading.tallies(tables.build().id)
        st.html(reader.listing(shown, tallies, words, link, chosen=article["article_id"]))
        pickers.leaves(held, view, size=SIZE)
    with text:
        marks = reading.marks(view, article["article_id"], link)
        place = reading.place(view, article["article_id"])
        st.html(reader.html(article, marks, words, chosen=place))
        reading.scroll(view)
