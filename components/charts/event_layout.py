"""One mark an event: where it stands, moved apart from its neighbours, and what it says when pointed at."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from components.i18n.catalogue import N_, Words

APART: Final = 1.05  # steps of intensity between two marks that would touch
TOP: Final = 10.8
WIDTHS: Final = 70  # marks that fit side by side on the axis
CROWD: Final = (
    60  # earlier marks looked at for a collision; a denser crowd cannot be told apart anyway
)
Row = Mapping[str, Any]
Window = tuple[date, date]

STATUS: Final = {
    "planned": N_("planned, not yet done"),
    "denied": N_("denied"),
    "hypothetical": N_("only considered"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the axis: `y` is its signed intensity, moved only where marks would cover each other.

    `middle` is the middle of the part of `first`–`last` that the axis shows.
    """

    row: Row
    first: date
    last: date
    middle: date
    y: float


def height(row: Row) -> float:
    """Signed intensity: up for cooperation, down for conflict, on the axis for neither."""
    strength = max(abs(float(row["intensity"])), 0.8)
    return {"cooperation": strength, "conflict": -strength}.get(row["polarity"], 0.0)


def place(rows: Iterable[Row], window: Window) -> list[Mark]:
    """A mark for each row (in order of date) on an axis from day to day, none hidden behind another."""
    near = (window[1] - window[0]) / WIDTHS
    placed: list[Mark] = []
    for row in rows:
        mark = _mark(row, window)
        around = [other.y for other in placed[-CROWD:] if abs(other.middle - mark.middle) < near]
        placed.append(replace(mark, y=_free(mark.y, around)))
    return placed


def _mark(row: Row, window: Window) -> Mark:
    first, last = row["date_from"].date(), row["date_to"].date()
    shown = max(first, window[0]), min(last, window[1])
    return Mark(row, first, last, shown[0] + (shown[1] - shown[0]) / 2, height(row))


def _free(wanted: float, taken: Sequence[float]) -> float:
    """The free height nearest to the wanted one on the same side of the axis, else the least crowded."""
    best, most = wanted, -1.0
    for y in _candidates(wanted):
        room = min((abs(y - other) for other in taken), default=APART)
        if room > APART - 1e-9:
            return y
        if room > most:
            best, most = y, room
    return best


def _candidates(wanted: float) -> Iterator[float]:
    yield wanted
    for step in range(1, 25):
        for y in (wanted + step * APART / 2, wanted - step * APART / 2):
            if (y * wanted > 0 and abs(y) <= TOP) or (not wanted and abs(y) <= 2 * APART):
                yield y


def sides(
    words: Words, colours: Mapping[str, str], *, bottom: float = 0.0
) -> Iterator[dict[str, Any]]:
    """The names of the two sides of a chart, where reading starts, as Plotly's annotations; the lower at `bottom`."""
    for name, text, y in (
        ("cooperation", words.t("cooperation"), 1.0),
        ("conflict", words.t("conflict"), bottom),
    ):
        yield {
            "text": words.run(text),
            "xref": "paper",
            "yref": "paper",
            "x": 1 if words.rtl else 0,
            "y": y,
            "xanchor": "right" if words.rtl else "left",
            "yanchor": "top" if y == 1 else "bottom",
            "showarrow": False,
            "font": {"color": colours[f"{name}-text"], "size": 14},
        }


def called(row: Row, words: Words) -> str:
    """What happened, in two or three words of the reader's language."""
    return str(row["label_ar"] if words.rtl else row["label_en"])


def parties(row: Row, words: Words) -> str:
    """Who did it to whom, with an arrow in reading direction: `Turkey → Israel`."""
    actors, recipients = (words.join(names(row, side, words)) for side in ("actors", "recipients"))
    arrow = "←" if words.rtl else "→"
    return f"{actors} {arrow} {recipients}" if actors and recipients else actors or recipients


def names(row: Row, side: str, words: Words) -> list[str]:
    """The names of one side of an event in the reader's language."""
    own = list(row[f"{side}_ar"] if words.rtl else row[side])
    return [name or other for name, other in zip(own, row[side], strict=False)]


def date_of(row: Row, words: Words) -> str:
    """The date of an event as it is known."""
    return words.date(row["date_from"], row["date_to"], row["granularity"], mod=row["mod"])


def status(row: Row, words: Words) -> str:
    """What is said of an event that did not simply happen; empty for one that did."""
    told = STATUS.get(row["status"])
    return words.t(told) if told else ""


def hover(row: Row, words: Words) -> str:
    """What a mark says when pointed at: Plotly's small HTML, every line isolated in the reader's direction."""
    what = " · ".join(part for part in (called(row, words), status(row, words)) if part)
    lines = [
        f"<b>{_line(date_of(row, words), words)}</b>",
        _line(parties(row, words), words),
        _line(what, words),
    ]
    told = textwrap.wrap(row["sentence"], 56, max_lines=3, placeholder=" …")
    return "<br>".join(
        line for line in (*lines, *(_line(text, Words("ar")) for text in told)) if line
    )


def _line(text: str, words: Words) -> str:
    return words.run(html.escape(text, quote=False)) if text else ""
