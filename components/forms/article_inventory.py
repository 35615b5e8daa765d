"""What the store holds by outlet, and the way out: articles taken out of it again, after a second yes."""

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
LISTED: Final = 2000  # articles offered by name


def outlets(articles: pd.DataFrame, copies: pd.DataFrame) -> list[Row]:
    """Each outlet with its articles, its first and last day and the copies linked to its articles; most first."""
    named = articles.assign(outlet=articles["source"].fillna(""))
    home = dict(zip(named["article_id"], named["outlet"], strict=True))
    linked = copies["article_id"].map(home).value_counts()
    counted = named.groupby("outlet", as_index=False).agg(
        articles=("article_id", "size"), first=("published", "min"), last=("published", "max")
    )
    counted["copies"] = counted["outlet"].map(linked).fillna(0).astype(int)
    return rows(counted.sort_values(["articles", "outlet"], ascending=[False, True]))


def table(found: list[Row], words: Words) -> str:
    """The outlets as a table."""
    heads = (words.t("Outlet"), words.t("Articles"), words.t("From–to"), words.t("Copies"))
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join(_line(row, words) for row in found)
    title = f"<h2>{escape(words.t('What is held'))}</h2>"
    return (
        f'<section class="holdings">{title}<div class="scroll"><table class="data"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div></section>"
    )


def _line(row: Row, words: Words) -> str:
    when = (
        words.span(row["first"].date(), row["last"].date()) if row["first"] else words.t("undated")
    )
    if row["first"] and row["first"] == row["last"]:
        when = words.date(row["first"])
    name = row["outlet"] or words.t("outlet not stated")
    return (
        f'<tr><th scope="row"><bdi>{escape(name)}</bdi></th><td class="num">{words.number(row["articles"])}</td>'
        f'<td>{escape(when)}</td><td class="num">{words.number(row["copies"])}</td></tr>'
    )


def draw(words: Words, *, at_work: bool) -> None:
    """The table, and the form that takes articles out."""
    articles = queries.read("articles")
    found = outlets(articles, queries.read("copies"))
    st.html(table(found, words))
    if not at_work:
        with st.expander(words.t("Take articles out")):
            _out(articles, [row["outlet"] for row in found], words)


def _out(articles: pd.DataFrame, names: list[str], words: Words) -> None:
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
    labels = {row["article_id"]: _called(row, words) for row in rows(own.head(LISTED))}
    chosen = st.multiselect(
        words.t("Articles of it"),
        list(labels),
        key=f"out_articles_{outlet}",
        format_func=lambda key: labels.get(key, key),
        placeholder=words.t("all"),
    )
    ids = chosen or list(own["article_id"])
    count = words.n("{count} article", "{count} articles", len(ids))
    sure = st.checkbox(
        words.t("Yes, take out {what}", what=count), key=f"out_sure_{outlet}_{len(ids)}"
    )
    if st.button(words.t("Take out"), key="out_now", disabled=not sure):
        job_view.begin("remove", *ids)


def _called(row: Row, words: Words) -> str:
    day = words.date(row["published"]) if row["published"] else words.t("undated")
    return words.run(" · ".join(words.run(part) for part in (day, row["title"] or row["name"])))
