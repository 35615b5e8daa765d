"""The texts of the overview: its sentence, and its short lists with links to their pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

import pandas as pd

from components.charts.periods import name
from components.charts.turning_points import Turn
from components.data import overview_queries
from components.i18n.catalogue import N_
from components.i18n.entity_names import entity_name
from components.i18n.escape import escape
from components.i18n.event_labels import date_label, event_label, parties_label
from components.i18n.words import Words
from components.theme.event_kinds import kind
from components.view import view_state
from components.view.view_state import ViewState

# measure of the bars → its name
MEASURES: Final = {"count": N_("number of events"), "intensity": N_("summed intensity")}
Row = dict[str, Any]
Link = Callable[..., str]


def sentence(events: pd.DataFrame, quotes: int, turns: Sequence[Turn], words: Words) -> str:
    """From when to when, how many events, quotations and turning points: plain text."""
    counts = [
        words.n("{count} event", "{count} events", len(events)),
        words.n("{count} quote", "{count} quotes", quotes),
    ]
    if turns:
        counts.append(words.n("{count} turning point", "{count} turning points", len(turns)))
    counted = words.comma.join(counts)
    dated = events[events["date_from"].notna()]
    if dated.empty:
        return counted
    first, last = str(dated["date_from"].min().year), str(dated["date_to"].max().year)
    return words.t("From {first} to {last}: {counted}", first=first, last=last, counted=counted)


def opening(headline: str, standfirst: str) -> str:
    """The headline of the page, and the line below it."""
    return (
        f'<h1 class="headline">{escape(headline)}</h1>'
        f'<p class="standfirst">{escape(standfirst)}</p>'
    )


def measures(chosen: str, words: Words, link: Link) -> str:
    """The measures of the bars as links; the chosen one is named as the current one."""
    items = "".join(
        f'<a href="{escape(link(measure=name))}"{" aria-current=true" if name == chosen else ""}>'
        f"{escape(words.t(label))}</a> "
        for name, label in MEASURES.items()
    )
    title = escape(words.t("Height of the bars"))
    return f'<p class="choices"><span class="meta">{title}</span> {items}</p>'


def turning(turns: Sequence[Turn], words: Words, link: Link) -> str:
    """The turning points in order of time, each a link to its event on the timeline."""
    if not turns:
        return ""
    items = "".join(f"<li>{_turn(turn, words, link)}</li>" for turn in turns)
    title = escape(words.t("Turning points"))
    return f'<div class="turns"><span class="meta">{title}</span><ol>{items}</ol></div>'


def _turn(turn: Turn, words: Words, link: Callable[..., str]) -> str:
    href = escape(link(event=turn.event["event_id"]))
    mark = f'<span class="{turn.side}">{kind(turn.event["kind"]).mark}</span>'
    period, label = escape(name(turn.period, words)), escape(event_label(turn.event, words))
    return f'<a class="quiet" href="{href}">{period} {mark} {label}</a>'


def latest(view: ViewState) -> str:
    """The latest dated events, newest first."""
    words = view.words
    items = [_event(row, view) for row in overview_queries.latest_events(view)]
    page = view_state.href("timeline", view)
    return _list(words.t("Latest events"), items, page, words.t("the whole timeline"))


def _event(row: Row, view: ViewState) -> str:
    words, address = view.words, view_state.href("timeline", view, event=row["event_id"])
    date, label = escape(date_label(row, words)), escape(event_label(row, words))
    mark = f'<span class="{row["polarity"]}">{kind(row["kind"]).mark}</span>'
    return (
        f'<a href="{escape(address)}"><span class="meta">{date}</span><br>'
        f"{mark} {label}<br>{escape(parties_label(row, words))}</a>"
    )


def speakers(view: ViewState) -> str:
    """Who is quoted most."""
    words = view.words
    items = [
        _counted(
            view_state.href("quotes", view, speaker=row["value"]),
            words.name({"name": row["value"], "name_ar": row["label_ar"]}, "name"),
            words.n("{count} quote", "{count} quotes", int(row["count"])),
        )
        for row in overview_queries.most_quoted(view)
    ]
    page = view_state.href("quotes", view)
    return _list(words.t("Most quoted"), items, page, words.t("all quotes"))


def pairs(view: ViewState) -> str:
    """Who is named with whom, by the number of sentences that name both."""
    words = view.words
    joined, entities = overview_queries.named_together(view)
    items = [
        _counted(
            view_state.href("network", view, nodes=(row["a"], row["b"])),
            words.t(
                "{one} and {other}",
                one=_name(row["a"], entities, words),
                other=_name(row["b"], entities, words),
            ),
            words.n("{count} sentence", "{count} sentences", int(row["sentences"])),
        )
        for row in joined
    ]
    page = view_state.href("network", view)
    return _list(words.t("Named together"), items, page, words.t("the whole network"))


def _name(entity_id: str, entities: dict[str, Row], words: Words) -> str:
    return entity_name(entities[entity_id], words) if entity_id in entities else entity_id


def _counted(address: str, text: str, count: str) -> str:
    return (
        f'<a href="{escape(address)}">{escape(text)} <span class="meta">{escape(count)}</span></a>'
    )


def _list(title: str, items: Iterable[str], address: str, link_text: str) -> str:
    lines = "".join(f"<li>{item}</li>" for item in items)
    body = f'<ul class="plain">{lines}</ul>' if lines else '<p class="meta">—</p>'
    link = f'<a class="quiet" href="{escape(address)}">{escape(link_text)}</a>'
    return f"<h2>{escape(title)}</h2>{body}<p>{link}</p>"
