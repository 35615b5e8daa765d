"""SVG: the timeline of the dated events, with its fonts inside, for the web and for print.

Cooperation is above the axis and conflict below; a bar is an interval, a hollow mark is planned,
denied or only considered. Time runs from right to left in Arabic. The strongest events are
labelled, as many as fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from typing import Final

from alaqat.export.embedded_fonts import font_faces
from alaqat.export.export_format import ExportFormat
from alaqat.export.export_request import ExportRequest
from alaqat.export.export_tables import plain_rows, rows_of
from alaqat.export.wording import Row, Wording
from alaqat.model.palette import LIGHT

WIDTH: Final = 1120
_EDGE: Final = 24
_LABELLED: Final = 24  # most labels
_LETTER: Final = 6.4  # average width of a letter at 12 px, measured on IBM Plex Sans Arabic
_LANE: Final = 22  # height of a line of labels
_BAR: Final = 9  # height of a line of marks
_BAR_LANES: Final = 5  # lines of marks on each side of the axis; further marks share the last
_TICKS: Final = 14  # most years that are named on the axis
_MARGIN: Final = 0.02  # of the days, at both ends of the axis
# kind of event → its mark around the point 0, 0
_MARKS: Final = {
    "consult": "M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0z",
    "material": "M0,-5.5L5.5,4.5L-5.5,4.5z",
    "words": "M0,5.5L5.5,-4.5L-5.5,-4.5z",
    "sanction": "M-4.5,-4.5H4.5V4.5H-4.5z",
    "assault": "M-5,-3L-3,-5L0,-2L3,-5L5,-3L2,0L5,3L3,5L0,2L-3,5L-5,3L-2,0z",
    "other": "M0,-6L5,0L0,6L-5,0z",
}


def write(request: ExportRequest) -> bytes:
    """The timeline of the dated events of a request. Raises NothingToExport without one."""
    rows = [row for row in plain_rows(rows_of(request)) if row["date_from"]]
    if not rows:
        raise request.nothing()
    wording = Wording(request.language)
    accessed = wording.text("accessed", date=wording.day(request.accessed))
    version = wording.text("version", version=request.version)
    source = wording.comma.join((wording.text("brand"), version, accessed))
    style = f"<style>{font_faces()}</style>"
    return timeline_svg(rows, wording, source=source, style=style).encode(errors="replace")


@dataclass(slots=True)
class _Lanes:
    """Lines of one side of the axis, each with the intervals that are taken."""

    most: int
    occupied: list[list[tuple[float, float]]] = field(default_factory=list)

    def place(self, first: float, last: float) -> int:
        """The number of the first line with room from `first` to `last`; `most` if none has."""
        for number, intervals in enumerate(self.occupied):
            if all(last < start or end < first for start, end in intervals):
                intervals.append((first, last))
                return number
        if len(self.occupied) < self.most:
            self.occupied.append([(first, last)])
            return len(self.occupied) - 1
        return self.most


@dataclass(frozen=True, slots=True)
class _Axis:
    """The axis of time: days to horizontal positions, mirrored in Arabic."""

    first: int
    last: int
    is_rtl: bool

    @classmethod
    def of(cls, rows: Sequence[Row], *, is_rtl: bool) -> _Axis:
        """An axis that holds all rows, with a margin."""
        first = min(row["date_from"] for row in rows).toordinal()
        last = max(row["date_to"] for row in rows).toordinal()
        margin = max(int((last - first) * _MARGIN), 15)
        return cls(max(first - margin, 1), last + margin, is_rtl)

    def x(self, day: date) -> float:
        """The position of a day."""
        share = (day.toordinal() - self.first) / (self.last - self.first)
        share = 1 - share if self.is_rtl else share
        return round(_EDGE + share * (WIDTH - 2 * _EDGE), 1)

    def years(self) -> range:
        """The years that are named."""
        first, last = date.fromordinal(self.first).year + 1, date.fromordinal(self.last).year
        step = next(
            size for size in (1, 2, 5, 10, 20, 50, 100, 1000) if (last - first) / size <= _TICKS
        )
        return range(first + -first % step, last + 1, step)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A drawn event: the ends of its bar, its middle, the line of its mark and of its label."""

    row: Row
    start: float
    end: float
    line: int
    label: str = ""
    label_line: int = 0

    @property
    def x(self) -> float:
        """The middle."""
        return round((self.start + self.end) / 2, 1)

    @property
    def is_above(self) -> bool:
        """True for every side but conflict."""
        return str(self.row["polarity"]) != "conflict"


def timeline_svg(
    rows: Sequence[Row], wording: Wording, *, source: str = "", style: str = ""
) -> str:
    """The SVG of dated rows of the table `events`; `source` is the line at the foot."""
    axis = _Axis.of(rows, is_rtl=wording.is_rtl)
    marks = _marks(rows, axis, wording)
    above = _height(mark for mark in marks if mark.is_above)
    below = _height(mark for mark in marks if not mark.is_above)
    middle = 40 + above
    height = middle + below + 70
    title = escape(wording.text("title"))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img" aria-label="{title}" '
        'font-family="IBM Plex Sans, IBM Plex Sans Arabic, sans-serif" font-size="12">',
        style,
        f'<rect width="{WIDTH}" height="{height}" fill="{LIGHT["paper"]}"/>',
        _side(wording, "cooperation", 24),
        _side(wording, "conflict", middle + below + 16),
        *_ticks(axis, middle, height - 30),
        *(_leader(mark, middle) for mark in marks if mark.label),
        f'<line x1="{_EDGE}" x2="{WIDTH - _EDGE}" y1="{middle}" y2="{middle}" '
        f'stroke="{LIGHT["ink"]}"/>',
        *(_drawn(mark, middle, wording) for mark in marks),
        *(_labelled(mark, middle, wording) for mark in marks if mark.label),
        _foot(source, height - 8, wording),
        "</svg>",
    ]
    return "".join(parts)


def _marks(rows: Sequence[Row], axis: _Axis, wording: Wording) -> list[_Mark]:
    """The marks with their lines; the strongest are labelled where there is room."""
    lines = {True: _Lanes(_BAR_LANES), False: _Lanes(_BAR_LANES)}
    labels = {True: _Lanes(_LABELLED), False: _Lanes(_LABELLED)}
    strongest = sorted(rows, key=lambda row: -abs(row["intensity"]))[:_LABELLED]
    named = {row["event_id"] for row in strongest}
    marks = []
    for row in sorted(rows, key=lambda row: (row["date_from"], row["date_to"])):
        start, end = sorted((axis.x(row["date_from"]), axis.x(row["date_to"])))
        mark = _Mark(row, start, end, 0)
        line = min(lines[mark.is_above].place(start - 6, end + 6), _BAR_LANES - 1)
        label, label_line = "", 0
        if row["event_id"] in named:
            label = f"{wording.interval(row)} {wording.headline(row)}"
            half = len(label) * _LETTER / 2 + 6
            middle = _within(mark.x, half)
            label_line = labels[mark.is_above].place(middle - half, middle + half)
        marks.append(_Mark(row, start, end, line, label, label_line))
    return marks


def _within(x: float, half: float) -> float:
    """The middle of a label that is next to `x` and within the picture."""
    return min(max(x, _EDGE + half), WIDTH - _EDGE - half)


def _height(marks: Iterable[_Mark]) -> int:
    """The height of one side of the axis."""
    lines = [mark.label_line + 1 for mark in marks if mark.label]
    return _BAR * (_BAR_LANES + 1) + _LANE * max(lines, default=0)


def _y(middle: int, distance: float, *, is_above: bool) -> float:
    return middle - distance if is_above else middle + distance


def _label_y(mark: _Mark, middle: int) -> float:
    distance = _BAR * (_BAR_LANES + 1) + _LANE * mark.label_line
    return _y(middle, distance + (0 if mark.is_above else 12), is_above=mark.is_above)


def _mark_y(mark: _Mark, middle: int) -> float:
    return _y(middle, _BAR * (mark.line + 1), is_above=mark.is_above)


def _drawn(mark: _Mark, middle: int, wording: Wording) -> str:
    """The bar and the mark of an event, with its text for a pointer."""
    colour, y = LIGHT[mark.row["polarity"]], _mark_y(mark, middle)
    is_done = mark.row["status"] == "done"
    width = mark.end - mark.start
    bar = ""
    if width > 10:
        bar = (
            f'<rect x="{mark.start}" y="{y - 3}" width="{width:.1f}" height="6" '
            f'fill="{colour}" fill-opacity="0.35"/>'
        )
    title = escape(f"{wording.interval(mark.row)} {wording.headline(mark.row)}")
    fill = colour if is_done else LIGHT["paper"]
    return (
        f'<g id="mark-{escape(mark.row["event_id"])}"><title>{title}</title>{bar}'
        f'<path d="{_MARKS.get(mark.row["kind"], _MARKS["other"])}" fill="{fill}" '
        f'stroke="{colour}" transform="translate({mark.x} {y})"/></g>'
    )


def _leader(mark: _Mark, middle: int) -> str:
    """The line from a mark to its label."""
    return (
        f'<line x1="{mark.x}" x2="{mark.x}" y1="{_mark_y(mark, middle)}" '
        f'y2="{_label_y(mark, middle)}" stroke="{LIGHT["rule"]}"/>'
    )


def _labelled(mark: _Mark, middle: int, wording: Wording) -> str:
    x = _within(mark.x, len(mark.label) * _LETTER / 2 + 6)
    return _text(mark.label, (x, _label_y(mark, middle)), wording, fill=LIGHT["ink"])


def _foot(source: str, y: float, wording: Wording) -> str:
    return _text(source, (_start(wording), y), wording, fill=LIGHT["faint"], anchor="start")


def _side(wording: Wording, polarity: str, y: float) -> str:
    name = wording.text(polarity)
    return _text(name, (_start(wording), y), wording, fill=LIGHT[polarity], anchor="start")


def _start(wording: Wording) -> int:
    return WIDTH - _EDGE if wording.is_rtl else _EDGE


def _ticks(axis: _Axis, middle: int, bottom: float) -> Iterable[str]:
    """The years along the foot, each with a thin line."""
    for year in axis.years():
        x = axis.x(date(year, 1, 1))
        yield (
            f'<line x1="{x}" x2="{x}" y1="{middle - 4}" y2="{middle + 4}" '
            f'stroke="{LIGHT["faint"]}"/>'
            f'<text x="{x}" y="{bottom}" text-anchor="middle" '
            f'fill="{LIGHT["faint"]}">{year}</text>'
        )


def _text(
    text: str, place: tuple[float, float], wording: Wording, *, fill: str, anchor: str = "middle"
) -> str:
    """A text with a rim of paper, so that lines behind it do not cross it."""
    direction = "rtl" if wording.is_rtl else "ltr"
    return (
        f'<text x="{place[0]}" y="{place[1]}" direction="{direction}" text-anchor="{anchor}" '
        f'fill="{fill}" '
        f'stroke="{LIGHT["paper"]}" stroke-width="4" paint-order="stroke" '
        f'unicode-bidi="plaintext">{escape(text)}</text>'
    )


FORMAT = ExportFormat("svg", "SVG", ".svg", "image/svg+xml", ("events",), write)
