"""The overview's words: the sentence made from the data and the three short lists, each a door to its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final

import pandas as pd

from components.charts.event_layout import called, date_of, parties
from components.charts.periods import name
from components.charts.turning_points import Turn
from components.data import queries
from components.data.frame_rows import rows
from components.i18n.catalogue import Words, escape
from components.theme.event_kinds import kind
from components.view import view_state
from components.view.view_state import ViewState
from components.widgets import event_selection

FEW: Final = 6
Link = Callable[..., str]


def sentence(events: pd.DataFrame, quotes: int, turns: Sequence[Turn], words: Words) -> str:
    """From when to when, how many events, quotations and turning points: escaped HTML."""
    return escape(told(events, quotes, turns, words))


def told(events: pd.DataFrame, quotes: int, turns: Sequence[Turn], words: Words) -> str:
    """The same as plain text."""
    counts = [
        words.n("{count} event", "{count} events", len(events)),
        words.n("{count} quote", "{count} quotes", quotes),
        *(
            [words.n("{count} turning point", "{count} turning points", len(turns))]
            if turns
            else []
        ),
    ]
    dated = events[events["date_from"].notna()]
    counted = words.comma.join(counts)
    if dated.empty:
        return counted
    first, last = str(dated["date_from"].min().year), str(dated["date_to"].max().year)
    return words.t("From {first} to {last}: {counted}", first=first, last=last, counted=counted)


def turning(turns: Sequence[Turn], words: Words, link: Link) -> str:
    """The turning points as a numbered line, each a door to its event on the timeline."""
    items = "".join(
        f'<li><a class="quiet" href="{escape(link(event=turn.event["event_id"]))}">'
        f'{escape(name(turn.period, words))} <span class="{turn.side}">{kind(turn.event["kind"]).mark}</span> '
        f"{escape(called(turn.event, words))}</a></li>"
        for turn in turns
    )
    title = escape(words.t("Turning points"))
    return (
        f'<div class="turns"><span class="meta">{title}</span><ol>{items}</ol></div>'
        if items
        else ""
    )


def latest(view: ViewState) -> str:
    """The latest dated events, newest first."""
    words = view.words
    events = event_selection.events(view)
    dated = events[events["date_from"].notna() & (events["status"] == "done")].sort_values(
        "date_from", kind="stable"
    )
    items = [
        f'<a href="{escape(view_state.href("timeline", view, event=row["event_id"]))}">'
        f'<span class="meta">{escape(date_of(row, words))}</span><br>'
        f'<span class="{row["polarity"]}">{kind(row["kind"]).mark}</span> {escape(called(row, words))}<br>'
        f"{escape(parties(row, words))}</a>"
        for row in event_selection.rows_of(dated.tail(FEW))[::-1]
    ]
    return _list(
        words.t("Latest events"),
        items,
        view_state.href("timeline", view),
        words.t("the whole timeline"),
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
        for row in queries.values("speaker", view.selection())[:FEW]
    ]
    return _list(
        words.t("Most quoted"), items, view_state.href("quotes", view), words.t("all quotes")
    )


def pairs(view: ViewState) -> str:
    """Who is named with whom, by the number of sentences that name both."""
    words = view.words
    joined = queries.neighbours(view.selection(), most=FEW)
    found = queries.chosen("entities", "entity_id", sorted({*joined["a"], *joined["b"]}))
    entities = {row["entity_id"]: row for row in rows(found)}
    named = partial(_name, entities, words)
    items = [
        _counted(
            view_state.href("network", view, nodes=(row["a"], row["b"])),
            words.t("{one} and {other}", one=named(row["a"]), other=named(row["b"])),
            words.n("{count} sentence", "{count} sentences", int(row["sentences"])),
        )
        for row in rows(joined)
    ]
    return _list(
        words.t("Named together"),
        items,
        view_state.href("network", view),
        words.t("the whole network"),
    )


def _name(entities: dict[str, dict[str, str]], words: Words, key: str) -> str:
    row = entities.get(key, {})
    return words.name(
        {"name": row.get("canonical_en", key), "name_ar": row.get("canonical_ar")}, "name"
    )


def _counted(address: str, text: str, count: str) -> str:
    return (
        f'<a href="{escape(address)}">{escape(text)} <span class="meta">{escape(count)}</span></a>'
    )


def _list(title: str, items: Iterable[str], address: str, door: str) -> str:
    rows = "".join(f"<li>{item}</li>" for item in items)
    body = f'<ul class="plain">{rows}</ul>' if rows else '<p class="meta">—</p>'
    return f'<h2>{escape(title)}</h2>{body}<p><a class="quiet" href="{escape(address)}">{escape(door)}</a></p>'
