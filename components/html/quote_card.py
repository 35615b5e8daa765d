"""A saying as a card: the words large, then who said them, in what office, for whom, when, where it was read.

A row is a row of the frame `quotes` joined with its article (`joined`); quotes of one group share a card. All text
is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd

from components.data.frame_rows import rows
from components.html import citation, correction_marks, quote_versions
from components.html.passages import found as marked_words
from components.html.passages import marked, paragraph
from components.html.quote_versions import Saying
from components.i18n import countries
from components.i18n.catalogue import Words, escape, missing

Link = Callable[..., str]
Pinner = Callable[[str], str]
Row = Mapping[str, Any]


def joined(
    quotes: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    chosen: str | None = None,
    query: str = "",
    corrections: pd.DataFrame | None = None,
) -> list[dict[str, Any]]:
    """Rows for cards, the chosen one first, then the newest: each quote with its article's date, outlet and text.

    `told` is the quote as HTML with the words marked that answer `query`, `corrected` its rows of `corrections`.
    """
    about = articles[["article_id", "published", "source", "title", "url", "text"]]
    about = about.rename(columns={"text": "article_text"})
    merged = quotes.merge(about, on="article_id", how="left")
    merged["when"] = merged["date_from"].fillna(merged["published"])
    merged["told"] = [marked_words(text, query) for text in merged["text"]]
    merged["other"] = merged["quote_id"] != chosen
    order = {"other": True, "when": False, "article_id": True, "start": True}
    found = rows(
        merged.sort_values(list(order), ascending=list(order.values()), na_position="last")
    )
    return (
        found
        if corrections is None
        else [
            row | {"corrected": correction_marks.of(corrections, row["quote_id"])} for row in found
        ]
    )


def whole(found: pd.DataFrame, everything: pd.DataFrame) -> pd.DataFrame:
    """The quotes found and all others of their groups, so that a card names every outlet whatever is filtered."""
    return everything[everything["group_id"].isin(found["group_id"])]


def deck(
    sayings: Iterable[Saying],
    words: Words,
    link: Link,
    *,
    chosen: str | None = None,
    pin: Pinner | None = None,
) -> str:
    """The cards of many sayings in one or two columns; `pin(quote_id)` is the HTML of a card's link to the story."""
    cards = "".join(
        html(one, words, link, chosen=one.lead["quote_id"] == chosen, pin=pin) for one in sayings
    )
    return f'<div class="quote-deck">{cards}</div>'


def heading(quotes: pd.DataFrame, words: Words) -> str:
    """How many quotes by how many speakers are shown."""
    quoted = words.n("{count} quote", "{count} quotes", len(quotes))
    by = words.n("{count} named speaker", "{count} named speakers", quotes["speaker"].nunique())
    told = [quoted, by]
    if repeats := len(quotes) - quotes["group_id"].nunique():
        told.append(
            words.n(
                "{count} repeat on the card of another",
                "{count} repeats on the cards of others",
                repeats,
            )
        )
    return f'<p class="meta" role="status">{escape(words.join(told))}</p>'


def gone(words: Words) -> str:
    """What a link to a quote says when no article holds it any longer."""
    told = words.t(
        "The quote of this link is not in the store any longer: its article was read again or taken out."
    )
    return f'<p class="notice" role="status">{escape(told)}</p>'


def html(
    saying: Saying, words: Words, link: Link, *, chosen: bool = False, pin: Pinner | None = None
) -> str:
    """One card. `link` makes the address of a page with changes to the view."""
    row = saying.lead
    name = escape(f"quote-{row['quote_id']}")
    style = "quote-card quote-chosen" if chosen else "quote-card"
    told = row.get("told") or escape(row["text"])
    marked = "quote-direct" if row["kind"] == "direct" else "quote-indirect"
    return (
        f'<article class="{style}" id="{name}">'
        f'<blockquote class="quote-text {marked}" lang="ar" dir="rtl">{told}</blockquote>'
        f"{_speaker(row, words, link)}"
        f'<p class="meta quote-facts">{_facts(row, words)}</p>{correction_marks.mark(row.get("corrected", ()), words)}'
        f"{quote_versions.html(saying, words, link)}{_context(row, words)}{_links(row, words, link, pin)}</article>"
    )


def _speaker(row: Row, words: Words, link: Link) -> str:
    """The speaker's name (the Arabic one and, for an English reader, the English beside it), office, state."""
    office = [f"<bdi>{escape(row['role'])}</bdi>"] if row["role"] else []
    state = countries.name(row["country"], words.lang)
    side = [f"<bdi>{escape(state)}</bdi>"] if state and state != words.name(row, "speaker") else []
    about = " · ".join([*office, *side])
    return (
        f'<p class="quote-speaker">{_names(row, words, link)}</p><p class="quote-about">{about}</p>'
    )


def _names(row: Row, words: Words, link: Link) -> str:
    if not row["speaker"] and not row["speaker_ar"]:
        return f'<span class="quiet">{escape(citation.unnamed(row, words))}</span>'
    arabic = f'<bdi lang="ar">{escape(row["speaker_ar"] or row["speaker"])}</bdi>'
    if row["speaker_id"]:
        arabic = f'<a href="{escape(link("person", entity=str(row["speaker_id"])))}" target="_self">{arabic}</a>'
    if words.rtl or not row["speaker"] or not row["speaker_ar"]:
        return arabic
    return f'{arabic} <bdi lang="en" class="quote-latin">{escape(row["speaker"])}</bdi>'


def _facts(row: Row, words: Words) -> str:
    parts = [when(row, words), said(row, words), row["source"] or words.t("outlet unknown")]
    return " · ".join(f"<bdi>{escape(part)}</bdi>" for part in parts)


def when(row: Row, words: Words) -> str:
    """When it was said; failing that when it was published, which it says."""
    if not missing(row["date_from"]):
        return words.t("said {date}", date=words.date(row["date_from"], row["date_to"], None))
    if not missing(row["published"]):
        return words.t("published {date}", date=words.date(row["published"]))
    return words.t("undated")


def said(row: Row, words: Words) -> str:
    """Whether the words are the speaker's own or retold, and the word that shows it."""
    direct = row["kind"] == "direct"
    if not row["cue"]:
        return words.t("direct quote") if direct else words.t("indirect quote")
    if direct:
        return words.t("direct quote, cue “{cue}”", cue=row["cue"])
    return words.t("indirect quote, cue “{cue}”", cue=row["cue"])


def _context(row: Row, words: Words) -> str:
    """The paragraph the quote stands in, with the quote marked, and its citation, both folded away."""
    text, inner = row["article_text"], ""
    if text:
        start, end = paragraph(str(text), row["start"], row["end"])
        inner = marked(str(text)[start:end], start, [(row["start"], row["end"])])
        inner = f'<p lang="ar" dir="rtl">{inner}</p>'
    title = escape(words.t("In context"))
    return f'<details class="quote-context"><summary>{title}</summary>{inner}{citation.shown(row, words)}</details>'


def _links(row: Row, words: Words, link: Link, pin: Pinner | None) -> str:
    ways = {
        words.t("Read in the article"): link(
            "articles", article=row["article_id"], quote=row["quote_id"]
        ),
        words.t("Link to this quote"): link("quotes", quote=row["quote_id"]),
        words.t("correct"): link("correct", correct=f"q:{row['quote_id']}"),
        **(
            {words.t("Its event"): link("timeline", event=row["event_id"])}
            if row.get("event_id")
            else {}
        ),
    }
    shown = (
        f'<a href="{escape(href)}" target="_self">{escape(label)}</a>'
        for label, href in ways.items()
    )
    pinned = [pin(str(row["quote_id"]))] if pin else []
    return f'<p class="meta quote-links">{" · ".join([*shown, *pinned, *citation.tools(row, words)])}</p>'
