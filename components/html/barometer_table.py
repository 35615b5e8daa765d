"""The barometer as HTML: its numbers in a table, what it leaves out, and the events of a bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from components.charts import barometer
from components.charts.periods import (
    SIDES,
    Interval,
    Years,
    axis,
    counts,
    left_out,
    name,
    within,
)
from components.i18n.escape import escape
from components.i18n.event_labels import date_label, event_label, parties_label
from components.i18n.words import Words
from components.theme.event_kinds import kind

Link = Callable[..., str]


def table(events: pd.DataFrame, words: Words, link: Link, years: Years = (None, None)) -> str:
    """The bars as a folded table; a period links to its events. `link` makes overview addresses."""
    window = axis(events, years)
    if window is None:
        return ""
    summed = counts(events, window)
    periods = summed.table[summed.table[list(SIDES)].sum(axis=1) > 0]
    if periods.empty and not summed.intervals:
        return ""
    heads = [
        words.t("Period"),
        words.t("cooperation"),
        words.t("cooperation, intensity"),
        words.t("conflict"),
        words.t("conflict, intensity"),
    ]
    head = "".join(
        f'<th scope="col"{_num(column)}>{escape(text)}</th>' for column, text in enumerate(heads)
    )
    rows = "".join(_row(str(period), row, words, link) for period, row in periods.iterrows())
    rows += "".join(_interval(interval, words) for interval in summed.intervals)
    title = escape(words.t("The bars as a table"))
    return (
        f'<details class="balance"><summary>{title}</summary>'
        f'<div class="scroll"><table class="data">'
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


def _interval(interval: Interval, words: Words) -> str:
    """A row for the events of an interval, which are in no column."""
    numbers = f'<td class="num">{words.number(len(interval.rows))}</td>'
    numbers += f'<td class="num">{words.number(interval.intensity)}</td>'
    empty = '<td class="num">0</td>' * 2
    cells = numbers + empty if interval.side == SIDES[0] else empty + numbers
    return f"<tr><td>{escape(words.span(interval.first, interval.last))}</td>{cells}</tr>"


def note(events: pd.DataFrame, words: Words, years: Years = (None, None)) -> str:
    """The numbers of events that the chart leaves out, by reason; empty if there are none."""
    window = axis(events, years)
    if window is None:
        return ""
    missing = left_out(events, window)
    weaker = barometer.undrawn(counts(events, window))
    undated, undone = missing["undated"], missing["undone"]
    neutral, remote = missing["neutral"], missing["remote"]
    texts = {
        words.n("{count} event without a date", "{count} events without a date", undated): undated,
        words.n(
            "{count} event not told as done", "{count} events not told as done", undone
        ): undone,
        words.n(
            "{count} event of neither side", "{count} events of neither side", neutral
        ): neutral,
        words.n(
            "{count} event beyond the ends of the axis",
            "{count} events beyond the ends of the axis",
            remote,
        ): remote,
        words.n(
            "{count} event of a long interval", "{count} events of long intervals", weaker
        ): weaker,
    }
    reasons = [text for text, count in texts.items() if count]
    if not reasons:
        return ""
    parts = words.comma.join(reasons)
    return f'<p class="meta">{escape(words.t("Not drawn: {parts}.", parts=parts))}</p>'


def events_of_period(
    events: pd.DataFrame, period: str, words: Words, link: Link, *, close: str
) -> str:
    """The events of a period's bars by date. `link` makes timeline addresses, `close` is one."""
    rows = within(events, period)
    title = f"{name(period, words)}: {words.n('{count} event', '{count} events', len(rows))}"
    years = int(period[:4])
    whole = escape(link(year_from=years, year_to=years))
    whole_label = escape(words.t("{year} on the timeline", year=str(years)))
    items = "".join(f"<li>{_item(row, words, link)}</li>" for row in rows)
    return (
        f'<section class="behind" aria-label="{escape(title)}"><h2>{escape(title)}</h2>'
        f'<ul class="plain">{items}</ul><p><a class="quiet" href="{whole}">{whole_label}</a> · '
        f'<a class="quiet" href="{escape(close)}">{escape(words.t("close"))}</a></p></section>'
    )


def _item(row: dict[str, Any], words: Words, link: Link) -> str:
    href, date = escape(link(event=row["event_id"])), escape(date_label(row, words))
    mark = f'<span class="{row["polarity"]}">{kind(row["kind"]).mark}</span>'
    what, who = escape(event_label(row, words)), escape(parties_label(row, words))
    return f'<a href="{href}"><span class="meta">{date}</span> {mark} {what} · {who}</a>'
