"""The barometer for reading: the same numbers in a table, and the events behind a bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from components.charts.event_layout import called, date_of, parties
from components.charts.periods import SIDES, Years, counts, left_out, name, within
from components.i18n.catalogue import Words, escape
from components.theme.event_kinds import kind

Link = Callable[..., str]


def table(events: pd.DataFrame, words: Words, link: Link, years: Years = (None, None)) -> str:
    """The bars as a table to unfold; each period opens the events behind its bars. `link` leads to the overview."""
    found = counts(events, years)
    found = found[found[list(SIDES)].sum(axis=1) > 0]
    if found.empty:
        return ""
    heads = [
        words.t("Period"),
        words.t("cooperation"),
        words.t("cooperation, intensity"),
        words.t("conflict"),
        words.t("conflict, intensity"),
    ]
    head = "".join(
        f'<th scope="col"{_num(at)}>{escape(text)}</th>' for at, text in enumerate(heads)
    )
    rows = "".join(_row(str(period), row, words, link) for period, row in found.iterrows())
    title = escape(words.t("The bars as a table"))
    return (
        f'<details class="balance"><summary>{title}</summary><div class="scroll"><table class="data">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></details>"
    )


def _num(column: int) -> str:
    return ' class="num"' if column else ""


def _row(period: str, row: pd.Series, words: Words, link: Link) -> str:
    cells = "".join(
        f'<td class="num">{words.number(int(row[side]))}</td>'
        f'<td class="num">{words.number(float(row[f"{side}_intensity"]))}</td>'
        for side in SIDES
    )
    address = escape(link(period=period))
    return f'<tr><td><a href="{address}">{escape(name(period, words))}</a></td>{cells}</tr>'


def note(events: pd.DataFrame, words: Words, years: Years = (None, None)) -> str:
    """What the bars leave out, counted; empty when they hold everything."""
    undated, undone, neither, vague = left_out(events, years)
    parts = [
        words.n("{count} event without a date", "{count} events without a date", undated)
        if undated
        else "",
        words.n("{count} event not told as done", "{count} events not told as done", undone)
        if undone
        else "",
        words.n("{count} event of neither side", "{count} events of neither side", neither)
        if neither
        else "",
        words.n(
            "{count} event with a date too vague", "{count} events with a date too vague", vague
        )
        if vague
        else "",
    ]
    told = words.comma.join(part for part in parts if part)
    return (
        f'<p class="meta">{escape(words.t("Not in the bars: {parts}.", parts=told))}</p>'
        if told
        else ""
    )


def behind(events: pd.DataFrame, period: str, words: Words, link: Link, *, close: str) -> str:
    """The events behind the bars of a period, in order of date. `link` leads to the timeline, `close` back."""
    rows = within(events, period)
    title = f"{name(period, words)}: {words.n('{count} event', '{count} events', len(rows))}"
    years = int(period[:4])
    whole = escape(link(year_from=years, year_to=years))
    items = "".join(f"<li>{_item(row, words, link)}</li>" for row in rows)
    return (
        f'<section class="behind" aria-label="{escape(title)}"><h2>{escape(title)}</h2><ul class="plain">{items}</ul>'
        f'<p><a class="quiet" href="{whole}">{escape(words.t("{year} on the timeline", year=str(years)))}</a> · '
        f'<a class="quiet" href="{escape(close)}">{escape(words.t("close"))}</a></p></section>'
    )


def _item(row: dict[str, Any], words: Words, link: Link) -> str:
    what = f'<span class="{row["polarity"]}">{kind(row["kind"]).mark}</span> {escape(called(row, words))}'
    who = escape(parties(row, words))
    return (
        f'<a href="{escape(link(event=row["event_id"]))}"><span class="meta">{escape(date_of(row, words))}</span> '
        f"{what} · {who}</a>"
    )
