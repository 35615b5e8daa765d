"""The page of one name as HTML: its head, offices over time, quotes, events and neighbours.

`components.html.profile_facts` derives the offices, neighbours and events of its state.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from components.charts.network_graph import SHAPES
from components.html import quote_card
from components.html.network_panel import Spans, sentences
from components.html.profile_facts import Office
from components.html.quote_card import Tools
from components.html.quote_versions import Saying
from components.i18n import countries
from components.i18n.entity_names import entity_name, office_name
from components.i18n.escape import escape
from components.i18n.event_labels import date_label, event_label, parties_label, status_label
from components.i18n.words import Words
from components.theme.event_kinds import kind

Link = Callable[..., str]
Row = Mapping[str, Any]

QUOTES: Final = 8  # cards shown
EVENTS, MOST = 10, 100  # shown at once, listed at all
NEIGHBOURS: Final = 15
SHOWN: Final = 5  # sentences of one neighbour
_WIKIDATA: Final = re.compile("Q[0-9]{1,12}")


def missing_notice(asked: str | None, words: Words, link: Link) -> str:
    """The notice that a name is not in the store, with links to all names and quotes."""
    notice = words.t("This page tells of one person, body or place; its link names none.")
    if asked:
        notice = words.t(
            "No name in the store has the id {id}: its articles were read again or taken out.",
            id=asked,
        )
    links = {
        words.t("all names, in the network"): link("network"),
        words.t("all quotes"): link("quotes"),
    }
    back = _joined(links)
    return f'<p class="notice" role="status">{escape(notice)}</p><p>{back}</p>'


def _joined(links: Mapping[str, str]) -> str:
    """Links (label → address) with dots between them."""
    return " · ".join(
        f'<a href="{escape(href)}">{escape(label)}</a>' for label, href in links.items()
    )


def head(entity: Row, words: Words, link: Link) -> str:
    """The name in both scripts, its type, office, state and counts, and its links."""
    shape = SHAPES.get(entity["type"], SHAPES["OTHER"])
    state = countries.name(entity["country"], words.lang)
    about = [
        f"{shape[1]} {words.t(shape[2])}",
        office_name(entity, words),
        state if state != entity_name(entity, words) else "",
        words.n("{count} mention", "{count} mentions", int(entity["mentions"])),
        words.n("{count} article", "{count} articles", int(entity["articles"])),
    ]
    parts = [f"<bdi>{escape(part)}</bdi>" for part in about if part]
    network = escape(link("network", nodes=(entity["entity_id"],)))
    parts.append(f'<a href="{network}">{escape(words.t("in the network"))}</a>')
    parts += _wikidata(entity["wikidata"])
    correct = escape(link("correct", correct=f"n:{entity['entity_id']}"))
    parts.append(f'<a href="{correct}">{escape(words.t("correct"))}</a>')
    title, meta = " ".join(_names(entity, words)), " · ".join(parts)
    return f'<header class="person-head"><h2>{title}</h2><p class="meta">{meta}</p></header>'


def _names(entity: Row, words: Words) -> list[str]:
    """The Arabic and the English name, the reader's own first, or one if they are the same."""
    names = {entity["canonical_en"]: "en", entity["canonical_ar"]: "ar"}
    shown = [f'<bdi lang="{lang}">{escape(name)}</bdi>' for name, lang in names.items() if name]
    return shown[::-1] if words.is_rtl else shown


def _wikidata(key: object) -> list[str]:
    if not isinstance(key, str) or not _WIKIDATA.fullmatch(key):
        return []
    return [f'<a href="https://www.wikidata.org/wiki/{key}" rel="noreferrer">Wikidata {key}</a>']


def roles(offices: Sequence[Office], words: Words) -> str:
    """The offices as a list, in order of time."""
    items = "".join(f"<li>{_role(office, words)}</li>" for office in offices)
    if not items:
        return ""
    title = escape(words.t("Offices as written, over time"))
    return f'<section><h2>{title}</h2><ol class="plain person-roles">{items}</ol></section>'


def _role(office: Office, words: Words) -> str:
    when = words.t("in undated articles")
    if office.first is not None and office.last is not None:
        when = words.date(office.first, office.last, None)
    count = words.n("{count} article", "{count} articles", office.articles)
    meta = f'<span class="meta">{escape(when)} · {escape(count)}</span>'
    english = "" if words.is_rtl or not office.english else f"<bdi>{escape(office.english)}</bdi> "
    return f'{english}<bdi lang="ar">{escape(office.text)}</bdi> {meta}'


def quotes(sayings: Sequence[Saying], words: Words, link: Link, tools: Tools | None = None) -> str:
    """The latest quotes of the name as cards, and a link to all of them."""
    if not sayings:
        return ""
    count = words.n("{count} quote", "{count} quotes", len(sayings))
    more = ""
    if len(sayings) > QUOTES:
        href = escape(link("quotes", speaker=sayings[0].lead["speaker"]))
        more = f'<p><a class="quiet" href="{href}">{escape(words.t("all quotes"))}</a></p>'
    title = f'<h2>{escape(words.t("Quotes"))}</h2><p class="meta">{escape(count)}</p>'
    cards = quote_card.deck(sayings[:QUOTES], words, link, tools=tools)
    return f"<section>{title}{cards}{more}</section>"


def acting(entity: Row, words: Words) -> str:
    """The title of the events in which the name's state acts."""
    return words.t(
        "What {state} does in sentences with this name",
        state=countries.name(entity["country"], words.lang),
    )


def event_list(listed: Sequence[Row], title: str, words: Words, link: Link) -> str:
    """A titled list of events, newest first, each a link to the timeline; empty without events."""
    if not listed:
        return ""
    count = words.n("{count} event", "{count} events", len(listed))
    if len(listed) > MOST:
        count += words.t(" (the newest {count} are listed)", count=MOST)
    older = _list(listed[EVENTS:MOST], words, link)
    if older:
        summary = f"<summary>{escape(words.t('older events'))}</summary>"
        older = f'<details class="person-older">{summary}{older}</details>'
    heading = f'<h2>{escape(title)}</h2><p class="meta">{escape(count)}</p>'
    return f"<section>{heading}{_list(listed[:EVENTS], words, link)}{older}</section>"


def _list(listed: Sequence[Row], words: Words, link: Link) -> str:
    items = "".join(_event(row, words, link) for row in listed)
    return f'<ul class="plain person-events">{items}</ul>' if items else ""


def _event(row: Row, words: Words, link: Link) -> str:
    status = status_label(row, words)
    about = [escape(event_label(row, words)), escape(parties_label(row, words))]
    about += [f'<span class="status">{escape(status)}</span>'] if status else []
    what = " · ".join(part for part in about if part)
    mark = f'<span class="{escape(row["polarity"])}">{kind(row["kind"]).mark}</span>'
    href = escape(link("timeline", event=row["event_id"]))
    return (
        f'<li><a href="{href}"><span class="meta">{escape(date_label(row, words))}</span><br>'
        f"{mark} {what}</a>"
        f'<p class="person-sentence" lang="ar" dir="rtl">{escape(row["sentence"])}</p></li>'
    )


def neighbour_list(
    listed: Sequence[Row],
    shared: Mapping[str, Sequence[Row]],
    marks: Spans,
    words: Words,
    link: Link,
) -> str:
    """Neighbours (rows of entities with `sentences`, `shared`, `href`) with the newest shared
    sentences.

    `shared` are these sentences by entity id, `marks` the spans of names in them.
    """
    if not listed:
        return ""
    items = "".join(
        _neighbour(row, shared.get(row["entity_id"], ()), marks, words, link)
        for row in listed[:NEIGHBOURS]
    )
    count = words.n("{count} neighbour", "{count} neighbours", len(listed))
    title = escape(words.t("Named in one sentence with"))
    return f'<section><h2>{title}</h2><p class="meta">{escape(count)}</p>{items}</section>'


def _neighbour(row: Row, shared: Sequence[Row], marks: Spans, words: Words, link: Link) -> str:
    counts = [
        words.n("{count} sentence", "{count} sentences", int(row["sentences"])),
        words.n("{count} article", "{count} articles", int(row["shared"])),
    ]
    links = {
        words.t("its page"): link("person", entity=row["entity_id"]),
        words.t("all sentences of the two"): row["href"],
    }
    return (
        f'<details class="person-neighbour"><summary><bdi>{escape(entity_name(row, words))}</bdi> '
        f'<span class="meta">{escape(words.join(counts))}</span></summary>'
        f'<p class="meta">{_joined(links)}</p>{sentences(shared[:SHOWN], marks, words, link)}'
        "</details>"
    )
