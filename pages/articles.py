"""Articles: the list of articles with their counts, and the text of one with its annotations."""

import streamlit as st

from components.data import article_queries, queries
from components.data.frame_rows import rows
from components.html import article_reader as reader
from components.widgets import action_row, article_view, filters, paging
from components.widgets.page_links import links

SIZE = 20

view = filters.bar("articles")
words, link = view.words, links(view)
listed = rows(queries.read("articles", view.selection()))
article = article_queries.article(view, listed)
if article is None:
    filters.empty("articles", view, words.t("articles"))
else:
    is_asked_for = bool(view.article or view.event or view.quote)
    with st.container(key="articles_reading" if is_asked_for else "articles_choosing"):
        listing, text = st.columns([1, 2], gap="large")
    with listing:
        shown, counts = paging.part(listed, view, size=SIZE), article_queries.finding_counts()
        st.html(reader.listing(shown, counts, words, link, chosen=article["article_id"]))
        paging.control(listed, view, size=SIZE)
        action_row.draw("articles", view, "articles")
    with text:
        marks = article_view.marks(view, article["article_id"], link)
        chosen = article_queries.sentence_at(article["article_id"], view.at)
        st.html(reader.html(article, marks, words, chosen=chosen))
        article_view.scroll(view)
