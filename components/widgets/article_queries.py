"""What the articles page reads from the store: the article a link asks for, its marks, its place, its tallies."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from typing import Any

import pandas as pd
import streamlit as st

from alaqat.model.selection import Selection
from components.assets import load_script
from components.data import queries
from components.data.frame_rows import rows
from components.html import article_reader as reader
from components.view.view_state import ViewState

Row = Mapping[str, Any]
CODING = ["event_id", "kind", "polarity"]


def article(view: ViewState, held: Sequence[Row]) -> Row | None:
    """The article of the link, or that of its event or quote, else the first of the list."""
    for table, key, value in (
        ("articles", "article_id", view.article),
        ("events", "event_id", view.event),
        ("quotes", "quote_id", view.quote),
    ):
        if value and (found := queries.one(table, key, value)) is not None:
            return _whole(str(found["article_id"]))
    return held[0] if held else None


def _whole(article_id: str) -> Row | None:
    return next(iter(rows(queries.read("articles", Selection(article=article_id)))), None)


def marks(view: ViewState, article_id: str, link: Callable[..., str]) -> list[reader.Mark]:
    """Everything found in an article, whatever is filtered; what the link chose is marked as chosen."""
    words, whole = view.words, Selection(article=article_id)
    coding = queries.read("events", whole)[CODING]
    told = queries.read("reports", whole).merge(coding, on="event_id")
    people = queries.read("entities", whole)[
        ["entity_id", "canonical_en", "canonical_ar", "type", "country"]
    ]
    named = queries.read("mentions", whole).merge(people, on="entity_id")
    return [
        *reader.dates(rows(queries.read("timexes", whole)), words, link),
        *reader.names(rows(named), words, link),
        *reader.sayings(rows(queries.read("quotes", whole)), words, link, view.quote),
        *reader.happenings(rows(told), words, link, view.event),
    ]


def place(view: ViewState, article_id: str) -> tuple[int, int] | None:
    """The sentence that holds the source offset of the link."""
    if view.at is None:
        return None
    sentences = queries.read("sentences", Selection(article=article_id))
    inside = sentences[(sentences["start"] <= view.at) & (view.at < sentences["end"])]
    return None if inside.empty else (int(inside["start"].iloc[0]), int(inside["end"].iloc[0]))


def scroll(view: ViewState) -> None:
    """Bring the chosen place into sight; the script is a constant, run anew when the choice changes."""
    if view.event or view.quote or view.at is not None:
        choice = sha256(repr((view.article, view.event, view.quote, view.at)).encode()).hexdigest()[
            :12
        ]
        st.html(f"<script>/* {choice} */{_script()}</script>", unsafe_allow_javascript=True)


@cache
def _script() -> str:
    return load_script("scroll")


@st.cache_data(show_spinner=False, max_entries=4)
def tallies(build_id: str) -> dict[str, dict[str, int]]:
    """How much was found in each article: events, quotes, dates, names; kept as long as the build is the same."""
    counted = {
        "event": queries.read("reports")["article_id"],
        "quote": queries.read("quotes")["article_id"],
        "time": queries.read("timexes")["article_id"],
        "name": queries.read("mentions").drop_duplicates(["article_id", "entity_id"])["article_id"],
    }
    table = (
        pd.DataFrame({kind: ids.value_counts() for kind, ids in counted.items()})
        .fillna(0)
        .astype(int)
    )
    return {
        str(key): {str(kind): int(value) for kind, value in row.items()}
        for key, row in table.iterrows()
    }
