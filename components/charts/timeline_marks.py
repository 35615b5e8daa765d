"""How the marks of the timeline are drawn: shapes at days, bars for longer dates, tooltips."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any, Final

from components.charts.event_layout import Mark, Row
from components.i18n.escape import is_missing
from components.i18n.event_labels import date_label, event_label, parties_label, status_label
from components.i18n.words import Words
from components.theme.event_kinds import kind

Figure = dict[str, Any]
# A mark, where a part of its bar begins and ends (0 to 1), the opacity of that part
Part = tuple[Mark, float, float, float]
DAY_MS: Final = 86_400_000
BAR: Final = 0.45  # thickness of a bar, in steps of intensity
PRECISE: Final = ("day", None)
SOLID: Final = 0.45  # opacity of a bar, and of the shape of a vague date
STEPS: Final = (0.3, 0.18, 0.08)  # opacities of an end that fades away
FADE: Final = 0.1  # the length of one such step, as a part of the bar
LINE: Final = 56  # characters of a line of a tooltip
# TIMEX3 modifier of a date → does its bar fade at its beginning, at its end; other modifiers fade
# both
FADING_ENDS: Final = {
    "START": (False, True),
    "END": (True, False),
    "BEFORE": (True, False),
    "AFTER": (False, True),
}


def bars(marks: Sequence[Mark], words: Words, colours: Mapping[str, str]) -> Figure:
    """Bars for dates longer than a day, each as long as the date; vague ends fade in steps."""
    long = [mark for mark in marks if mark.row["granularity"] not in PRECISE]
    parts = [part for mark in long for part in _parts(mark)]
    owners = [mark for mark, *_ in parts]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [_position(mark, begin) for mark, begin, _, _ in parts],
        "x": [_days(mark) * DAY_MS * (end - begin) for mark, begin, end, _ in parts],
        "y": [mark.y for mark in owners],
        "width": [BAR] * len(parts),
        "textposition": "none",
        "marker": {
            "color": [_fill(part, colours) for part in parts],
            "line": {
                "color": [colours[mark.row["polarity"]] for mark in owners],
                "width": [int(begin == 0 and end == 1) for _, begin, end, _ in parts],
            },
        },
        **_interaction(owners, words),
    }


def _parts(mark: Mark) -> Iterator[Part]:
    """The parts of a bar: all of it, or its middle and the steps of the ends that fade."""
    mod = mark.row["mod"]
    first, last = (False, False) if is_missing(mod) else FADING_ENDS.get(mod, (True, True))
    width = FADE * len(STEPS)
    for step, alpha in enumerate(reversed(STEPS) if first else ()):
        yield mark, step * FADE, (step + 1) * FADE, alpha
    yield mark, width if first else 0, 1 - width if last else 1, SOLID
    for step, alpha in enumerate(STEPS if last else ()):
        yield mark, 1 - width + step * FADE, 1 - width + (step + 1) * FADE, alpha


def _days(mark: Mark) -> int:
    return (mark.last - mark.first).days + 1


def _position(mark: Mark, part: float) -> str:
    """The time at a part (0 to 1) of a mark's bar, in ISO 8601."""
    if not part:
        return mark.first.isoformat()
    return (datetime.combine(mark.first, time()) + timedelta(days=_days(mark) * part)).isoformat()


def _fill(part: Part, colours: Mapping[str, str]) -> str:
    """A translucent colour, so that a mark on the bar is seen; none for a hollow bar."""
    mark, _, _, alpha = part
    return "rgba(0,0,0,0)" if is_hollow(mark) else faded(colours[mark.row["polarity"]], alpha)


def points(marks: Sequence[Mark], words: Words, colours: Mapping[str, str]) -> Figure:
    """The shape of each event's kind, at its day or at the middle of its bar."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [mark.middle.isoformat() for mark in marks],
        "y": [mark.y for mark in marks],
        "marker": {
            "symbol": [kind(mark.row["kind"]).symbol for mark in marks],
            "size": 13,
            "color": [
                colours["paper"] if is_hollow(mark) else _colour(mark, colours) for mark in marks
            ],
            "opacity": 1,
            "line": {
                "width": [2 if is_hollow(mark) else 1 for mark in marks],
                "color": _outline(marks, colours),
            },
        },
        **_interaction(marks, words),
    }


def _colour(mark: Mark, colours: Mapping[str, str]) -> str:
    """The colour of a mark's side, translucent for a vague date."""
    solid = colours[mark.row["polarity"]]
    return solid if is_missing(mark.row["mod"]) else faded(solid, SOLID)


def faded(colour: str, alpha: float) -> str:
    """A colour (`#rrggbb`) with an opacity."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha})"


def _outline(marks: Sequence[Mark], colours: Mapping[str, str]) -> list[str]:
    """A hollow mark's outline has its colour; a solid one's separates it from its neighbours."""
    return [_colour(mark, colours) if is_hollow(mark) else colours["paper"] for mark in marks]


def is_hollow(mark: Mark) -> bool:
    """True if an event is only planned, denied or considered."""
    return bool(mark.row["status"] != "done")


def _interaction(marks: Sequence[Mark], words: Words) -> Figure:
    return {
        "customdata": [[mark.row["event_id"]] for mark in marks],
        "text": [tooltip(mark.row, words) for mark in marks],
        "hovertemplate": "%{text}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "cliponaxis": False,
        "showlegend": False,
    }


def ring(marks: Sequence[Mark], chosen: str | None, colours: Mapping[str, str]) -> Iterator[Figure]:
    """A circle around the chosen event."""
    for mark in marks:
        if mark.row["event_id"] == chosen:
            yield {
                "type": "scatter",
                "mode": "markers",
                "x": [mark.middle.isoformat()],
                "y": [mark.y],
                "marker": {
                    "symbol": "circle-open",
                    "size": 26,
                    "color": colours["ink"],
                    "line": {"width": 2},
                },
                "hoverinfo": "skip",
                "showlegend": False,
            }


def rivals(
    marks: Sequence[Mark],
    reports: Sequence[Row],
    words: Words,
    colours: Mapping[str, str],
) -> Iterator[Figure]:
    """Other dates in reports of an event: a small ring at each, joined to the mark by a line."""
    pairs = _rival_reports(marks, reports)
    if not pairs:
        return
    # each line goes from the mark to the middle of the other date; None ends it
    days = [
        day
        for mark, report in pairs
        for day in (mark.middle.isoformat(), _middle(report).isoformat(), None)
    ]
    heights = [height for mark, _ in pairs for height in (mark.y, mark.y, None)]
    yield {
        "type": "scatter",
        "mode": "lines+markers",
        "x": days,
        "y": heights,
        "line": {"width": 1, "dash": "dot", "color": colours["faint"]},
        "marker": {
            "symbol": "circle-open",
            "size": [0, 8, 0] * len(pairs),
            "color": colours["faint"],
        },
        "customdata": [[mark.row["event_id"]] for mark, _ in pairs for _ in range(3)],
        "text": [_rival_tooltip(report, words) for _, report in pairs for _ in range(3)],
        "hovertemplate": "%{text}<extra></extra>",
        "showlegend": False,
    }


def _rival_reports(marks: Sequence[Mark], reports: Sequence[Row]) -> list[tuple[Mark, Row]]:
    """Each mark with each report of its event that gives another date."""
    by_event: dict[str, list[Row]] = {}
    for report in reports:
        by_event.setdefault(report["event_id"], []).append(report)
    return [
        (mark, report)
        for mark in marks
        for report in by_event.get(mark.row["event_id"], ())
        if has_other_date(mark.row, report)
    ]


def _middle(report: Row) -> datetime:
    middle: datetime = report["date_from"] + (report["date_to"] - report["date_from"]) / 2
    return middle


def has_other_date(event: Row, report: Row) -> bool:
    """True if a report of an event has another date, not only a coarser or finer one."""
    is_same = report["event_id"] == event["event_id"]
    if not is_same or is_missing(report["date_from"]) or is_missing(event["date_from"]):
        return False
    return not (_is_within(report, event) or _is_within(event, report))


def _is_within(inner: Row, outer: Row) -> bool:
    return bool(outer["date_from"] <= inner["date_from"] <= inner["date_to"] <= outer["date_to"])


def _rival_tooltip(report: Row, words: Words) -> str:
    day = date_label({**report, "mod": None}, words)
    return words.run(words.t("another report: {date}", date=day))


def tooltip(row: Row, words: Words) -> str:
    """The tooltip of a mark in Plotly's HTML, every line isolated in the reader's direction."""
    status = status_label(row, words)
    what = " · ".join(part for part in (event_label(row, words), status) if part)
    sentence = textwrap.wrap(row["sentence"], LINE, max_lines=3, placeholder=" …")
    lines = [
        f"<b>{_line(date_label(row, words), words)}</b>",
        _line(parties_label(row, words), words),
        _line(what, words),
        *(_line(text, Words("ar")) for text in sentence),
    ]
    return "<br>".join(line for line in lines if line)


def _line(text: str, words: Words) -> str:
    return words.run(html.escape(text, quote=False)) if text else ""
