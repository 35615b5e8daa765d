"""How a mark of the timeline looks: a shape at a day, a bar as long as what is known, ends that fade with vagueness."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any, Final

from components.charts.event_layout import Mark, date_of, hover
from components.i18n.catalogue import Words, missing
from components.theme.event_kinds import kind

Figure = dict[str, Any]
Part = tuple[
    Mark, float, float, float
]  # a mark, where a part of its bar begins and ends (0 to 1), its opacity
DAY_MS: Final = 86_400_000
BAR: Final = 0.45  # thickness of a bar, in steps of intensity
PRECISE: Final = ("day", None)
SOLID: Final = 0.45  # opacity of a bar
STEPS: Final = (0.3, 0.18, 0.08)  # opacities of an end that fades away
FADE: Final = 0.1  # the length of one such step, as a part of the bar
# modifier of a date → whether its bar fades at its beginning and at its end; any other modifier fades both
VAGUE: Final = {
    "START": (False, True),
    "END": (True, False),
    "BEFORE": (True, False),
    "AFTER": (False, True),
}


def bars(marks: Sequence[Mark], words: Words, colours: Mapping[str, str]) -> Figure:
    """Bars for dates that are no single day, each exactly as long as what is known; vague ends fade in steps."""
    long = [mark for mark in marks if mark.row["granularity"] not in PRECISE]
    parts = [part for mark in long for part in _parts(mark)]
    owners = [mark for mark, *_ in parts]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [_at(mark, begin) for mark, begin, _, _ in parts],
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
        **_told(owners, words),
    }


def _parts(mark: Mark) -> Iterator[Part]:
    """The pieces of a bar: the whole of it, or its middle and the steps of the ends that fade."""
    mod = mark.row["mod"]
    first, last = (False, False) if missing(mod) else VAGUE.get(mod, (True, True))
    width = FADE * len(STEPS)
    for at, alpha in enumerate(reversed(STEPS) if first else ()):
        yield mark, at * FADE, (at + 1) * FADE, alpha
    yield mark, width if first else 0, 1 - width if last else 1, SOLID
    for at, alpha in enumerate(STEPS if last else ()):
        yield mark, 1 - width + at * FADE, 1 - width + (at + 1) * FADE, alpha


def _days(mark: Mark) -> int:
    return (mark.last - mark.first).days + 1


def _at(mark: Mark, part: float) -> str:
    if not part:
        return mark.first.isoformat()
    return (datetime.combine(mark.first, time()) + timedelta(days=_days(mark) * part)).isoformat()


def _fill(part: Part, colours: Mapping[str, str]) -> str:
    """Bars are veils, so that a mark before one is seen; hollow ones have only an outline."""
    mark, _, _, alpha = part
    return "rgba(0,0,0,0)" if hollow(mark) else faded(colours[mark.row["polarity"]], alpha)


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
                colours["paper"] if hollow(mark) else _colour(mark, colours) for mark in marks
            ],
            "opacity": 1,
            "line": {
                "width": [2 if hollow(mark) else 1 for mark in marks],
                "color": _outline(marks, colours),
            },
        },
        **_told(marks, words),
    }


def _colour(mark: Mark, colours: Mapping[str, str]) -> str:
    """The colour of a mark's side; a vague date fades it."""
    solid = colours[mark.row["polarity"]]
    return solid if missing(mark.row["mod"]) else faded(solid, 0.45)


def faded(colour: str, alpha: float) -> str:
    """A colour (`#rrggbb`) with an opacity."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha})"


def _outline(marks: Sequence[Mark], colours: Mapping[str, str]) -> list[str]:
    """Hollow marks are drawn by their outline; solid ones are set off from their neighbours by paper."""
    return [_colour(mark, colours) if hollow(mark) else colours["paper"] for mark in marks]


def hollow(mark: Mark) -> bool:
    """Whether an event is only planned, denied or considered."""
    return bool(mark.row["status"] != "done")


def _told(marks: Sequence[Mark], words: Words) -> Figure:
    return {
        "customdata": [[mark.row["event_id"]] for mark in marks],
        "text": [hover(mark.row, words) for mark in marks],
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
    reports: Sequence[Mapping[str, Any]],
    words: Words,
    colours: Mapping[str, str],
) -> Iterator[Figure]:
    """The other dates that reports give an event: a small ring at each, tied to the event's mark by a line."""
    told: dict[str, list[Mapping[str, Any]]] = {}
    for report in reports:
        told.setdefault(report["event_id"], []).append(report)
    found = [
        (mark, one)
        for mark in marks
        for one in told.get(mark.row["event_id"], ())
        if disputes(mark.row, one)
    ]
    if not found:
        return
    near = [
        report["date_from"] + (report["date_to"] - report["date_from"]) / 2 for _, report in found
    ]
    lines = [
        (mark.middle.isoformat(), day.isoformat(), None)
        for (mark, _), day in zip(found, near, strict=True)
    ]
    heights = [(mark.y, mark.y, None) for mark, _ in found]
    yield {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [at for line in lines for at in line],
        "y": [at for line in heights for at in line],
        "line": {"width": 1, "dash": "dot", "color": colours["faint"]},
        "marker": {
            "symbol": "circle-open",
            "size": [0, 8, 0] * len(found),
            "color": colours["faint"],
        },
        "customdata": [[mark.row["event_id"]] for mark, _ in found for _ in range(3)],
        "text": [_rival(report, words) for _, report in found for _ in range(3)],
        "hovertemplate": "%{text}<extra></extra>",
        "showlegend": False,
    }


def disputes(event: Mapping[str, Any], report: Mapping[str, Any]) -> bool:
    """Whether a report of an event gives another date, not only a coarser or finer one."""
    if (
        report["event_id"] != event["event_id"]
        or missing(report["date_from"])
        or missing(event["date_from"])
    ):
        return False
    first, last, other, end = (
        event["date_from"],
        event["date_to"],
        report["date_from"],
        report["date_to"],
    )
    return not (first <= other <= end <= last or other <= first <= last <= end)


def _rival(report: Mapping[str, Any], words: Words) -> str:
    day = date_of({**report, "mod": None}, words)
    return words.run(words.t("another report: {date}", date=day))
