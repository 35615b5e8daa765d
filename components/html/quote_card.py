"""The card of a quote: its words, speaker, office, state, date and outlet, context and links.

A row is a row of the frame `quotes` joined with its article (`joined`); quotes of one group share a
card. All text is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from components.data.frame_rows import rows
from components.html import citation, cite_list, correction_marks, quote_versions, search_hits
from components.html.action_links import copy_link
from components.html.cite_list import Citation
from components.html.passages import paragraph, with_matches
from components.html.quote_versions import Saying
from components.i18n import countries
from components.i18n.entity_names import office_name
from components.i18n.escape import escape, is_missing
from components.i18n.words import Words

Link = Callable[..., str]
Pinner = Callable[[str], str]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Tools:
    """What a reader can do with a quote.

    `pin(quote_id)` is the HTML of its link to the story, `cite(row)` are its citations.
    """

    pin: Pinner
    cite: Callable[[Row], Iterable[Citation]]


def joined(
    quotes: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    chosen: str | None = None,
    query: str = "",
    corrections: pd.DataFrame | None = None,
) -> list[dict[str, Any]]:
    """Rows for cards: quotes with their article's columns, the chosen one first, then the newest.

    A quote whose date is later than its article's counts as of the article's day.
    `text_html` is the quote as HTML with the words that match `query` marked, `query` the search,
    `corrected` its rows of the frame `corrections`.
    """
    about = articles[["article_id", "published", "source", "title", "url", "text"]]
    about = about.rename(columns={"text": "article_text"})
    merged = quotes.merge(about, on="article_id", how="left")
    spoken = merged["date_from"].fillna(merged["published"])
    merged["when"] = spoken.mask(spoken > merged["published"], merged["published"])
    merged["text_html"] = [with_matches(text, query) for text in merged["text"]]
    merged["query"] = query
    merged["other"] = merged["quote_id"] != chosen
    order = {"other": True, "when": False, "article_id": True, "start": True}
    ordered = rows(
        merged.sort_values(list(order), ascending=list(order.values()), na_position="last")
    )
    if corrections is None:
        return ordered
    return [
        row | {"corrected": correction_marks.corrections_of(corrections, row["quote_id"])}
        for row in ordered
    ]


def deck(
    sayings: Iterable[Saying],
    words: Words,
    link: Link,
    *,
    chosen: str | None = None,
    tools: Tools | None = None,
) -> str:
    """The cards in columns."""
    cards = "".join(
        f"<li>{html(card, words, link, chosen=card.lead['quote_id'] == chosen, tools=tools)}</li>"
        for card in sayings
    )
    return f'<ul class="quote-deck">{cards}</ul>'


def heading(quotes: pd.DataFrame, words: Words) -> str:
    """The numbers of quotes, of named speakers, and of repeats on the cards of others."""
    quoted = words.n("{count} quote", "{count} quotes", len(quotes))
    by = words.n("{count} named speaker", "{count} named speakers", quotes["speaker"].nunique())
    parts = [quoted, by]
    if repeats := len(quotes) - quotes["group_id"].nunique():
        parts.append(
            words.n(
                "{count} repeat on the card of another",
                "{count} repeats on the cards of others",
                repeats,
            )
        )
    return f'<p class="meta" role="status">{escape(words.join(parts))}</p>'


def missing_notice(words: Words) -> str:
    """The notice of a link to a quote that is no longer in the store."""
    notice = words.t(
        "The quote of this link is not in the store any longer: "
        "its article was read again or taken out."
    )
    return f'<p class="notice" role="status">{escape(notice)}</p>'


def html(
    saying: Saying,
    words: Words,
    link: Link,
    *,
    chosen: bool = False,
    tools: Tools | None = None,
) -> str:
    """One card. `link` makes the address of a page with changes to the view."""
    row = saying.lead
    name = escape(f"quote-{row['quote_id']}")
    style = "quote-card quote-chosen" if chosen else "quote-card"
    text = row.get("text_html") or escape(row["text"])
    kind = "quote-direct" if row["kind"] == "direct" else "quote-indirect"
    hit = search_hits.find(row)
    return (
        f'<article class="{style}" id="{name}">'
        f'<blockquote class="quote-text {kind}" lang="ar" dir="rtl">{text}</blockquote>'
        f"{search_hits.reason(hit, words)}"
        f"{_speaker(row, words, link)}"
        f'<p class="meta quote-facts">{_facts(row, words)}</p>'
        f"{correction_marks.mark(row.get('corrected', ()), words)}"
        f"{quote_versions.html(saying, words, link)}"
        f"{_context(row, words, is_open=hit.place == search_hits.CONTEXT)}"
        f"{_links(row, words, link, tools)}</article>"
    )


def _speaker(row: Row, words: Words, link: Link) -> str:
    """The speaker's name (for an English reader in English, then in Arabic), office and state."""
    own = office_name(row, words)
    office = [f"<bdi>{escape(own)}</bdi>"] if own else []
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
    if words.is_rtl or not row["speaker"] or not row["speaker_ar"]:
        return _linked(arabic, row, link)
    english = f'<bdi lang="en">{escape(row["speaker"])}</bdi>'
    return f'{_linked(english, row, link)} <span class="other-name">{arabic}</span>'


def _linked(name: str, row: Row, link: Link) -> str:
    """A name as a link to the page of its speaker, if there is one."""
    if not row["speaker_id"]:
        return name
    href = escape(link("person", entity=str(row["speaker_id"])))
    return f'<a href="{href}" target="_self">{name}</a>'


def _facts(row: Row, words: Words) -> str:
    outlet = row["source"] or words.t("outlet not stated")
    parts = [when(row, words), manner(row, words), outlet]
    parts += [] if words.is_rtl else [words.t("in Arabic")]
    return " · ".join(f"<bdi>{escape(part)}</bdi>" for part in parts)


def when(row: Row, words: Words) -> str:
    """The date of the quote, else that of its article, with a word that says which."""
    if not is_missing(row["date_from"]):
        return words.t("said {date}", date=words.date(row["date_from"], row["date_to"], None))
    if not is_missing(row["published"]):
        return words.t("published {date}", date=words.date(row["published"]))
    return words.t("undated")


def manner(row: Row, words: Words) -> str:
    """Direct or indirect quote, with the cue that introduces it if there is one."""
    direct = row["kind"] == "direct"
    if not row["cue"]:
        return words.t("direct quote") if direct else words.t("indirect quote")
    if direct:
        return words.t("direct quote, cue “{cue}”", cue=row["cue"])
    return words.t("indirect quote, cue “{cue}”", cue=row["cue"])


def _context(row: Row, words: Words, *, is_open: bool) -> str:
    """The paragraph of the quote, the quote and what a search found marked, and its citation."""
    text, inner = str(row["article_text"] or ""), ""
    if text:
        start, end = paragraph(text, row["start"], row["end"])
        before, after = text[start : row["start"]], text[row["end"] : end]
        query = row.get("query", "")
        quoted = f'<mark class="quoted">{escape(text[row["start"] : row["end"]])}</mark>'
        inner = f"{with_matches(before, query)}{quoted}{with_matches(after, query)}"
        inner = f'<p lang="ar" dir="rtl">{inner}</p>'
    title = escape(words.t("In context"))
    inner += citation.shown(row, words)
    state = " open" if is_open else ""
    return f'<details class="quote-context"{state}><summary>{title}</summary>{inner}</details>'


def _links(row: Row, words: Words, link: Link, tools: Tools | None) -> str:
    """Two actions, to cite and to pin the quote, and the others in a list that opens."""
    copy, save = citation.tools(row, words)
    shown, cited = [copy], ""
    if tools:
        shown, cited = (
            [tools.pin(str(row["quote_id"]))],
            cite_list.folded(tools.cite(row), words, [copy]),
        )
    others = "".join(f"<li>{item}</li>" for item in [*_other_links(row, words, link), save])
    title = escape(words.t("more"))
    return (
        f'<div class="meta quote-links">{cited}<span>{" · ".join(shown)}</span>'
        f'<details class="quote-more"><summary>{title}</summary><ul>{others}</ul></details></div>'
    )


def _other_links(row: Row, words: Words, link: Link) -> list[str]:
    quote = row["quote_id"]
    links = {
        words.t("Read in the article"): link("articles", article=row["article_id"], quote=quote),
        words.t("correct"): link("correct", correct=f"q:{quote}"),
    }
    if row.get("event_id"):
        links[words.t("Its event")] = link("timeline", event=row["event_id"])
    copy = copy_link(f"q/{quote}?lang={words.lang}", words)
    return [
        f'<a href="{escape(href)}" target="_self">{escape(label)}</a>'
        for label, href in links.items()
    ] + [copy]
