"""A preview as HTML: each article with its outlet, date, its first events and quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from components.forms.uploads import Given
from components.i18n.catalogue import N_
from components.i18n.escape import escape
from components.i18n.event_labels import date_label, event_label, parties_label, status_label
from components.i18n.words import Words
from components.theme.event_kinds import kind

Row = Mapping[str, Any]
# Source of the date of publication → its label
BASIS: Final = {
    "sidecar": N_("told by the file beside it"),
    "metadata": N_("told by the page or row"),
    "feed": N_("told by the feed"),
    "url": N_("read in its link"),
    "dateline": N_("read in its dateline"),
    "header": N_("read in the lines above it"),
    "reader": N_("told by a reader"),
}


def heading(given: Given, articles: Sequence[Row], refused: int, words: Words) -> str:
    """The numbers of articles and refusals, and the note that nothing is added yet, as HTML."""
    counted = [words.n("{count} article", "{count} articles", len(articles))]
    if refused:
        counted.append(words.n("{count} refused", "{count} refused", refused))
    note = words.t("This is a preview: nothing is added yet.")
    if given.outlet:
        note += " " + words.t("Where no outlet is named: {outlet}.", outlet=given.outlet)
    if given.day:
        note += " " + words.t("Where no day is named: {day}.", day=words.date(given.day))
    return f"<h2>{escape(words.join(counted))}</h2><p>{escape(note)}</p>"


def article(row: Row, words: Words, *, held: bool = False) -> str:
    """One article as HTML; `held` if the store already has it."""
    title = f'<h3><bdi lang="ar">{escape(row.get("title") or row.get("name"))}</bdi></h3>'
    about = [row.get("source") or words.t("outlet not stated"), published(row, words)]
    if held:
        about.append(words.t("held already: it will be kept once"))
    meta = " · ".join(f"<bdi>{escape(part)}</bdi>" for part in about)
    link = (
        f'<p class="meta"><bdi dir="ltr">{escape(row["url"])}</bdi></p>' if row.get("url") else ""
    )
    lists = f'<ul class="plain">{_events(row, words)}{_quotes(row, words)}</ul>'
    return (
        f'<article class="preview">{title}<p class="meta">{meta}</p>{link}'
        f"<p>{escape(counts(row, words))}</p>{lists}</article>"
    )


def published(row: Row, words: Words) -> str:
    """The date of publication with its source."""
    if not row.get("published"):
        return words.t("published {date}", date=words.t("on an unknown day"))
    day = words.t("published {date}", date=words.date(date.fromisoformat(row["published"])))
    basis = BASIS.get(str(row.get("published_basis")))
    return f"{day} ({words.t(basis)})" if basis else day


def counts(row: Row, words: Words) -> str:
    """The numbers of an article's annotations in one line."""
    numbers = row["counts"]
    return words.join(
        (
            words.n("{count} event", "{count} events", numbers["events"]),
            words.n("{count} quote", "{count} quotes", numbers["quotes"]),
            words.n("{count} name", "{count} names", numbers["entities"]),
            words.n("{count} date", "{count} dates", numbers["timexes"]),
        )
    )


def _events(row: Row, words: Words) -> str:
    return "".join(f"<li>{_event(_dated(event), words)}</li>" for event in row["events"])


def _dated(event: Row) -> Row:
    days = {
        name: date.fromisoformat(event[name]) if event[name] else None
        for name in ("date_from", "date_to")
    }
    return {**event, **days}


def _event(event: Row, words: Words) -> str:
    facts = [
        escape(date_label(event, words)),
        f"{kind(event['kind']).mark} {escape(event_label(event, words))}",
    ]
    facts += [
        escape(text) for text in (parties_label(event, words), status_label(event, words)) if text
    ]
    sentence = f'<span class="sentence" lang="ar" dir="rtl">{escape(event["sentence"])}</span>'
    return f'<span class="{escape(event["polarity"])}">{" · ".join(facts)}</span>{sentence}'


def _quotes(row: Row, words: Words) -> str:
    return "".join(f"<li>{_quote(quote, words)}</li>" for quote in row["quotes"])


def _quote(quote: Row, words: Words) -> str:
    speaker = words.name(quote, "speaker") or words.t("speaker not named")
    text = f'<bdi lang="ar">«{escape(quote["text"])}»</bdi>'
    return f'{text} <span class="meta">{escape(speaker)}</span>'
