"""The articles in the store by outlet, and the form that removes articles."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd
import streamlit as st

from components.data import queries
from components.data.frame_rows import rows
from components.forms import job_view
from components.i18n.escape import escape
from components.i18n.words import Words

Row = dict[str, Any]
LISTED: Final = 2000  # most articles in the box of titles


def outlets(articles: pd.DataFrame, copies: pd.DataFrame) -> list[Row]:
    """Rows of `outlet`, `articles`, `first` and `last` day, `copies`; most articles first.

    `copies` is the number of duplicates linked to the outlet's articles.
    """
    named = articles.assign(outlet=articles["source"].fillna(""))
    outlet_of = dict(zip(named["article_id"], named["outlet"], strict=True))
    linked = copies["article_id"].map(outlet_of).value_counts()
    counted = named.groupby("outlet", as_index=False).agg(
        articles=("article_id", "size"), first=("published", "min"), last=("published", "max")
    )
    counted["copies"] = counted["outlet"].map(linked).fillna(0).astype(int)
    return rows(counted.sort_values(["articles", "outlet"], ascending=[False, True]))


def table(counted: list[Row], words: Words) -> str:
    """The rows of `outlets` as an HTML table."""
    heads = (words.t("Outlet"), words.t("Articles"), words.t("From–to"), words.t("Copies"))
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join(_line(row, words) for row in counted)
    title = f"<h2>{escape(words.t('What is held'))}</h2>"
    return (
        f'<section class="holdings">{title}<div class="scroll"><table class="data">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></section>"
    )


def _line(row: Row, words: Words) -> str:
    name = row["outlet"] or words.t("outlet not stated")
    articles, copies = words.number(row["articles"]), words.number(row["copies"])
    return (
        f'<tr><th scope="row"><bdi>{escape(name)}</bdi></th><td class="num">{articles}</td>'
        f'<td>{escape(_days(row, words))}</td><td class="num">{copies}</td></tr>'
    )


def _days(row: Row, words: Words) -> str:
    """The first and last day of an outlet's articles."""
    if not row["first"]:
        return words.t("undated")
    if row["first"] == row["last"]:
        return words.date(row["first"])
    return words.span(row["first"].date(), row["last"].date())


def draw(words: Words, *, can_remove: bool) -> None:
    """Draw the table and, if articles can be removed now, the form that does it."""
    articles = queries.read("articles")
    counted = outlets(articles, queries.read("copies"))
    st.html(table(counted, words))
    if can_remove:
        with st.expander(words.t("Take articles out")):
            _removal_form(articles, [row["outlet"] for row in counted], words)


def _removal_form(articles: pd.DataFrame, names: list[str], words: Words) -> None:
    outlet = st.selectbox(
        words.t("Outlet"),
        names,
        key="out_outlet",
        index=None,
        format_func=lambda name: name or words.t("outlet not stated"),
        placeholder=words.t("choose"),
    )
    if outlet is None:
        return
    own = articles[articles["source"].fillna("") == outlet]
    labels = {row["article_id"]: _label(row, words) for row in rows(own.head(LISTED))}
    chosen = st.multiselect(
        words.t("Articles of it"),
        list(labels),
        key=f"out_articles_{outlet}",
        format_func=lambda key: labels.get(key, key),
        placeholder=words.t("all"),
    )
    ids = chosen or list(own["article_id"])
    count = words.n("{count} article", "{count} articles", len(ids))
    is_confirmed = st.checkbox(
        words.t("Yes, take out {what}", what=count), key=f"out_sure_{outlet}_{len(ids)}"
    )
    if st.button(words.t("Take out"), key="out_now", disabled=not is_confirmed):
        job_view.begin("remove", *ids)


def _label(row: Row, words: Words) -> str:
    day = words.date(row["published"]) if row["published"] else words.t("undated")
    return words.run(" · ".join(words.run(part) for part in (day, row["title"] or row["name"])))
