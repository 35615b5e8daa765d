"""One name told whole: who or what it is, the offices written beside it over time, its events, its company.

Rows and frames in, escaped HTML out; `dossier.py` reads them from the store.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

import pandas as pd

from alaqat.arabic.fold import search_key
from components.charts.event_layout import called, date_of, parties, status
from components.charts.network_graph import SHAPES
from components.data.frame_rows import rows
from components.html import quote_card
from components.html.network_panel import Spans, sentences
from components.html.quote_versions import Saying
from components.i18n import countries
from components.i18n.catalogue import Words, escape
from components.i18n.entity_names import entity_name
from components.theme.event_kinds import kind

Link = Callable[..., str]
Pinner = Callable[[str], str]
Row = Mapping[str, Any]

PAUSE: Final = timedelta(
    days=366
)  # an office not written for longer, with another written between, begins anew
QUOTES: Final = 8  # cards shown
EVENTS, MOST = 10, 100  # shown at once, listed at all
NEIGHBOURS: Final = 15
SHOWN: Final = 5  # sentences of one neighbour
_WIKIDATA: Final = re.compile("Q[0-9]{1,12}")


@dataclass(frozen=True, slots=True)
class Office:
    """An office as articles write it, from the first to the last of them; `first` and `last` None when undated."""

    text: str
    first: pd.Timestamp | None
    last: pd.Timestamp | None
    articles: int


def offices(mentions: Iterable[Row]) -> list[Office]:
    """The offices written at mentions (rows with `role`, `published`, `article_id`), in order of time, undated last."""
    written = [row for row in mentions if row["role"]]
    dated = sorted(
        (row for row in written if row["published"]),
        key=lambda row: (row["published"], row["article_id"]),
    )
    runs: list[list[Row]] = []
    latest: dict[str, list[Row]] = {}
    for row in dated:
        key = search_key(row["role"])
        run = latest.get(key)
        if run is None or (run is not runs[-1] and row["published"] - run[-1]["published"] > PAUSE):
            run = latest[key] = []
            runs.append(run)
        run.append(row)
    undated: dict[str, list[Row]] = {}
    for row in written:
        if not row["published"]:
            undated.setdefault(search_key(row["role"]), []).append(row)
    return [_office(run) for run in (*runs, *undated.values())]


def _office(run: Sequence[Row]) -> Office:
    spelling = max(
        Counter(str(row["role"]) for row in run).items(), key=lambda item: (item[1], item[0])
    )[0]
    return Office(
        spelling, run[0]["published"], run[-1]["published"], len({row["article_id"] for row in run})
    )


def gone(asked: str | None, words: Words, link: Link) -> str:
    """What a link to a name says that the store does not hold, and where to go instead."""
    told = words.t("This page tells of one person, body or place; its link names none.")
    if asked:
        told = words.t(
            "No name in the store has the id {id}: its articles were read again or taken out.",
            id=asked,
        )
    ways = {
        words.t("all names, in the network"): link("network"),
        words.t("all quotes"): link("quotes"),
    }
    back = " · ".join(
        f'<a href="{escape(href)}">{escape(label)}</a>' for label, href in ways.items()
    )
    return f'<p class="notice" role="status">{escape(told)}</p><p>{back}</p>'


def head(entity: Row, words: Words, link: Link) -> str:
    """The name in both scripts, what it is, its state, how often it is named, where to see it among the others."""
    arabic, english = entity["canonical_ar"], entity["canonical_en"]
    names = [
        f'<bdi lang="{lang}">{escape(name)}</bdi>'
        for lang, name in (("ar", arabic), ("en", english))
        if name
    ]
    if arabic == english:
        names = names[:1]
    shape = SHAPES.get(entity["type"], SHAPES["OTHER"])
    state = countries.name(entity["country"], words.lang)
    about = [
        f"{shape[1]} {words.t(shape[2])}",
        entity["role"] if words.rtl else entity["role_en"] or entity["role"],
        state if state != entity_name(entity, words) else "",
        words.n("{count} mention", "{count} mentions", int(entity["mentions"])),
        words.n("{count} article", "{count} articles", int(entity["articles"])),
    ]
    told = [f"<bdi>{escape(part)}</bdi>" for part in about if part]
    there = escape(link("network", nodes=(entity["entity_id"],)))
    told.append(f'<a href="{there}">{escape(words.t("in the network"))}</a>')
    told += _wikidata(entity["wikidata"])
    wrong = escape(link("correct", correct=f"n:{entity['entity_id']}"))
    told.append(f'<a href="{wrong}">{escape(words.t("correct"))}</a>')
    ordered = names if words.rtl else names[::-1]
    return f'<header class="person-head"><h2>{" ".join(ordered)}</h2><p class="meta">{" · ".join(told)}</p></header>'


def _wikidata(key: object) -> list[str]:
    if not isinstance(key, str) or not _WIKIDATA.fullmatch(key):
        return []
    return [f'<a href="https://www.wikidata.org/wiki/{key}" rel="noreferrer">Wikidata {key}</a>']


def roles(found: Sequence[Office], words: Words) -> str:
    """The offices as a list, in order of time."""
    items = "".join(f"<li>{_role(office, words)}</li>" for office in found)
    title = escape(words.t("Offices as written, over time"))
    return (
        f'<section><h2>{title}</h2><ol class="plain person-roles">{items}</ol></section>'
        if items
        else ""
    )


def _role(office: Office, words: Words) -> str:
    when = words.t("in undated articles")
    if office.first is not None and office.last is not None:
        when = words.date(office.first, office.last, None)
    count = words.n("{count} article", "{count} articles", office.articles)
    return f'<bdi lang="ar">{escape(office.text)}</bdi> <span class="meta">{escape(when)} · {escape(count)}</span>'


def quotes(found: Sequence[Saying], words: Words, link: Link, pin: Pinner | None = None) -> str:
    """The latest sayings of the name on their cards, and the way to all of them."""
    if not found:
        return ""
    count = words.n("{count} quote", "{count} quotes", len(found))
    more = ""
    if len(found) > QUOTES:
        there = escape(link("quotes", speaker=found[0].lead["speaker"]))
        more = f'<p><a class="quiet" href="{there}">{escape(words.t("all quotes"))}</a></p>'
    title = f'<h2>{escape(words.t("Quotes"))}</h2><p class="meta">{escape(count)}</p>'
    return (
        f"<section>{title}{quote_card.deck(found[:QUOTES], words, link, pin=pin)}{more}</section>"
    )


def acting(entity: Row, words: Words) -> str:
    """The title of the events in which the name's state acts: `What Turkey does in sentences with this name`."""
    return words.t(
        "What {state} does in sentences with this name",
        state=countries.name(entity["country"], words.lang),
    )


def happenings(found: Sequence[Row], title: str, words: Words, link: Link) -> str:
    """A titled list of events, newest first, each a door to the timeline; nothing when there are none."""
    if not found:
        return ""
    first, rest, more = (
        _events(found[:EVENTS], words, link),
        _events(found[EVENTS:MOST], words, link),
        "",
    )
    count = words.n("{count} event", "{count} events", len(found))
    if len(found) > MOST:
        count += words.t(" (the newest {count} are listed)", count=MOST)
    if rest:
        more = f'<details class="person-older"><summary>{escape(words.t("older events"))}</summary>{rest}</details>'
    return f'<section><h2>{escape(title)}</h2><p class="meta">{escape(count)}</p>{first}{more}</section>'


def _events(found: Sequence[Row], words: Words, link: Link) -> str:
    items = "".join(_happening(row, words, link) for row in found)
    return f'<ul class="plain person-events">{items}</ul>' if items else ""


def _happening(row: Row, words: Words, link: Link) -> str:
    side, told = kind(row["kind"]), status(row, words)
    about = [escape(called(row, words)), escape(parties(row, words))]
    about += [f'<span class="status">{escape(told)}</span>'] if told else []
    href = escape(link("timeline", event=row["event_id"]))
    return (
        f'<li><a href="{href}"><span class="meta">{escape(date_of(row, words))}</span><br>'
        f'<span class="{escape(row["polarity"])}">{side.mark}</span> {" · ".join(part for part in about if part)}</a>'
        f'<p class="person-told" lang="ar" dir="rtl">{escape(row["sentence"])}</p></li>'
    )


def company(
    found: Sequence[Row], told: Mapping[str, Sequence[Row]], marks: Spans, words: Words, link: Link
) -> str:
    """Neighbours (rows of entities with `sentences`, `shared` and `href`), each with the newest sentences that join."""
    if not found:
        return ""
    items = "".join(
        _neighbour(row, told.get(row["entity_id"], ()), marks, words, link)
        for row in found[:NEIGHBOURS]
    )
    count = words.n("{count} neighbour", "{count} neighbours", len(found))
    title = escape(words.t("Named in one sentence with"))
    return f'<section><h2>{title}</h2><p class="meta">{escape(count)}</p>{items}</section>'


def _neighbour(row: Row, told: Sequence[Row], marks: Spans, words: Words, link: Link) -> str:
    counts = [
        words.n("{count} sentence", "{count} sentences", int(row["sentences"])),
        words.n("{count} article", "{count} articles", int(row["shared"])),
    ]
    ways = {
        words.t("its page"): link("person", entity=row["entity_id"]),
        words.t("all sentences of the two"): row["href"],
    }
    doors = " · ".join(
        f'<a href="{escape(href)}">{escape(label)}</a>' for label, href in ways.items()
    )
    return (
        f'<details class="person-neighbour"><summary><bdi>{escape(entity_name(row, words))}</bdi> '
        f'<span class="meta">{escape(words.join(counts))}</span></summary>'
        f'<p class="meta">{doors}</p>{sentences(told[:SHOWN], marks, words, link)}</details>'
    )


def neighbours(edges: pd.DataFrame, node: str) -> pd.DataFrame:
    """Whom sentences join to `node`, from rows of `edges`: columns other, sentences, shared (articles); most first."""
    own = edges[(edges["a"] == node) | (edges["b"] == node)]
    other = own["b"].where(own["a"] == node, own["a"])
    counted = own.assign(other=other).groupby("other", as_index=False)
    table = counted.agg(sentences=("sentence", "size"), shared=("article_id", "nunique"))
    return table.sort_values(["sentences", "shared", "other"], ascending=[False, False, True])


def by_state(
    events: pd.DataFrame, participants: pd.DataFrame, country: str | None
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Events in which the name's own state acts, and the others; both newest first, the undated last."""
    acting = participants[(participants["country"] == country) & (participants["side"] == "actor")][
        "event_id"
    ]
    newest = events.sort_values("date_from", ascending=False, kind="stable", na_position="last")
    own = newest["event_id"].isin(set(acting))
    return rows(newest[own]), rows(newest[~own])
