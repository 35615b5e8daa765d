"""A slide as HTML: large text, and at its foot the story's axis with a mark for every slide.

The days of the slide shown are lit on the axis; faint ticks are the other events of the selection.

Slides are joined by links, so they work without a script; `slides.js` adds keys. All text is
escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from components.i18n.escape import escape
from components.i18n.words import Words
from components.slides import story_slides
from components.slides.story_slides import Slide
from components.view import view_state
from components.view.view_state import ViewState

PLAY: Final = 10  # seconds of a slide that moves on by itself
APART: Final = 3.4  # least distance of two marks, in per cent of the axis
TICKS: Final = 400  # most ticks of events on the axis
HERE: Final = "stage-here"  # the class of the bar of the slide that is shown
YEARS_APART: Final = 8.5  # least distance of two named years, in per cent of the axis
# most characters of a passage → its style; a longer one is "vast"
SIZES: Final = ((110, "short"), (240, "long"))


Days = tuple[date, date]


def html(
    slides: Sequence[Slide], view: ViewState, page: str, background: Sequence[Days] = ()
) -> str:
    """The slide number `view.slide`, at most the last one.

    `background` are the first and last days of events that are ticks on the axis.
    """
    number = min(view.slide, len(slides))
    words, slide, view = view.words, slides[number - 1], replace(view, slide=number)
    body = f'<div class="stage-body">{_body(slide, words)}</div>'
    axis, controls = _axis(slides, view, page, background), _controls(slides, view, page)
    foot = f'<div class="stage-foot">{axis}{controls}</div>'
    play = f' data-play="{view.autoplay}"' if view.autoplay else ""
    label = escape(words.t("Slide {number} of {count}", number=number, count=len(slides)))
    return (
        f'<section class="stage stage-{slide.kind} {slide.side}" dir="{words.direction}" '
        f'aria-label="{label}" data-slide="{number}" data-last="{len(slides)}"{play}>'
        f"{body}{foot}</section>"
    )


def _body(slide: Slide, words: Words) -> str:
    if slide.kind == "quote":
        parts = [
            _passage(slide),
            _heading(slide),
            _line("stage-who", slide.who),
            _line("stage-date", slide.when),
            _caption(slide, words),
        ]
    else:
        parts = [
            _line("stage-date", slide.when),
            _heading(slide),
            _line("stage-who", slide.who),
            _caption(slide, words),
            _passage(slide),
        ]
    sides = (*slide.line_sides, *[""] * len(slide.lines))
    items = "".join(
        f'<li class="{side}">{escape(line)}</li>' if side else f"<li>{escape(line)}</li>"
        for line, side in zip(slide.lines, sides, strict=False)
    )
    parts += [f'<ul class="stage-lines">{items}</ul>' if items else "", _note(slide.note)]
    parts += [_line("stage-source", slide.source), _cited(slide, words)]
    return "".join([*parts, _files(slide, words)])


def _caption(slide: Slide, words: Words) -> str:
    """The caption in the other language, in its own direction."""
    if not slide.caption:
        return ""
    other = story_slides.other_words(words)
    return (
        f'<p class="stage-caption" lang="{other.lang}"><bdi dir="{other.direction}">'
        f"{escape(slide.caption)}</bdi></p>"
    )


def _cited(slide: Slide, words: Words) -> str:
    """How to cite the story."""
    if not slide.cite:
        return ""
    return (
        f'<p class="stage-cite"><strong>{escape(words.t("Cite"))}</strong> '
        f"<bdi>{escape(slide.cite)}</bdi></p>"
    )


def _files(slide: Slide, words: Words) -> str:
    """The links that save the story as a file."""
    links = " · ".join(
        f'<a href="{escape(address)}">{escape(title)}</a>' for title, address in slide.files
    )
    label = escape(words.t("Save these slides"))
    return f'<p class="stage-files">{label}: {links}</p>' if links else ""


def _heading(slide: Slide) -> str:
    mark = (
        f'<span class="stage-mark" aria-hidden="true">{slide.mark}</span> '
        if slide.kind == "event"
        else ""
    )
    return f"<h1>{mark}{escape(slide.title)}</h1>"


def _line(style: str, text: str) -> str:
    return f'<p class="{style}">{escape(text)}</p>' if text else ""


def _note(note: str) -> str:
    """The reader's note; `bdi` keeps its own direction."""
    return f'<p class="stage-note"><bdi>{escape(note)}</bdi></p>' if note else ""


def _passage(slide: Slide) -> str:
    if not slide.text:
        return ""
    size = next((name for most, name in SIZES if len(slide.text) <= most), "vast")
    text = f"«{escape(slide.text)}»" if slide.is_direct else escape(slide.text)
    return f'<blockquote class="stage-{size}" lang="ar" dir="rtl">{text}</blockquote>'


def _axis(slides: Sequence[Slide], view: ViewState, page: str, background: Sequence[Days]) -> str:
    """The axis: a mark and a bar for each dated slide, ticks of events, labels of years."""
    dated = [slide for slide in slides if slide.first and slide.last]
    if not dated:
        return ""
    days = [*_days(dated), *(day for pair in background for day in pair)]
    first, last = min(days).year, max(days).year
    begin, length = date(first, 1, 1), (date(last, 12, 31) - date(first, 1, 1)).days
    positions = iter(_apart([_middle(slide, begin, length) for slide in dated]))
    marks = [
        _stop(slide, number, next(positions), view, page)
        for number, slide in enumerate(slides, 1)
        if slide.first and slide.last
    ]
    bars = [
        _bar(slide, begin, length, slide is slides[view.slide - 1])
        for slide in dated
        if slide.first != slide.last or slide is slides[view.slide - 1]
    ]
    ticks = _ticks(background, begin, length)
    parts = [
        *ticks,
        *sorted(bars, key=lambda bar: HERE in bar),
        *_years([*_days(dated), *(day for pair in background for day in pair)], begin, length),
        *marks,
    ]
    return f'<div class="stage-axis">{"".join(parts)}</div>'


def _ticks(background: Sequence[Days], begin: date, length: int) -> Iterator[str]:
    """A tick in the middle of the days of each event, one for events at the same place."""
    middles = {
        round(((first - begin) + (last - first) / 2) / timedelta(days=1) / length * 100, 1)
        for first, last in background
    }
    for position in sorted(middles)[:TICKS]:
        yield f'<span class="stage-tick" style="inset-inline-start:{position}%"></span>'


def _days(slides: Sequence[Slide]) -> Iterator[date]:
    for slide in slides:
        if slide.first and slide.last:
            yield from (slide.first, slide.last)


def _middle(slide: Slide, begin: date, length: int) -> float:
    """The middle of a slide's days, in per cent of the axis."""
    first, last = slide.first or begin, slide.last or begin
    return ((first - begin) + (last - first) / 2) / timedelta(days=1) / length * 100


def _apart(positions: Sequence[float]) -> list[float]:
    """The positions (per cent) moved so that marks do not touch and none is beyond the end."""
    order = sorted(range(len(positions)), key=positions.__getitem__)
    step = min(APART, 100 / max(1, len(positions)))
    moved = list(positions)
    for before, after in pairwise(order):
        moved[after] = max(moved[after], moved[before] + step)
    limit = 100.0
    for index in reversed(order):
        moved[index] = min(moved[index], limit)
        limit = moved[index] - step
    return moved


def _bar(slide: Slide, begin: date, length: int, is_current: bool) -> str:
    start = ((slide.first or begin) - begin).days / length * 100
    width = ((slide.last or begin) - (slide.first or begin)).days / length * 100
    style = f"inset-inline-start:{start:.2f}%;inline-size:{width:.2f}%"
    current = f" {HERE}" if is_current else ""
    return f'<span class="stage-bar {slide.side}{current}" style="{style}"></span>'


def _years(days: Iterable[date], begin: date, length: int) -> Iterator[str]:
    """The years of days as labels below the axis, as many as have room, the first ones first."""
    placed: dict[int, float] = {}
    for year in dict.fromkeys(day.year for day in days):
        position = (date(year, 7, 1) - begin).days / length * 100
        if all(abs(position - other) >= YEARS_APART for other in placed.values()):
            placed[year] = position
    for year, position in sorted(placed.items()):
        yield f'<span class="stage-year" style="inset-inline-start:{position:.2f}%">{year}</span>'


def _stop(slide: Slide, number: int, position: float, view: ViewState, page: str) -> str:
    label = escape(f"{number}: {slide.title}, {slide.when}")
    address = escape(view_state.href(page, view, slide=number))
    current = ' aria-current="step"' if number == view.slide else ""
    style = f"inset-inline-start:{position:.2f}%"
    return (
        f'<a class="stage-stop stage-{slide.kind}-stop {slide.side}" href="{address}" '
        f'style="{style}" title="{label}" aria-label="{label}"{current}>{slide.mark}</a>'
    )


def _controls(slides: Sequence[Slide], view: ViewState, page: str) -> str:
    """The number of the slide, and links to the previous and next one, autoplay and the page."""
    words, number, last = view.words, view.slide, len(slides)
    back, on = ("→", "←") if words.is_rtl else ("←", "→")
    slide = slides[number - 1]
    leave = view_state.href(slide.page, replace(slide.view, pins=view.pins, story=view.story))
    play = view_state.href(page, view, slide=number, autoplay=None if view.autoplay else PLAY)
    before = view_state.href(page, view, slide=number - 1)
    after = view_state.href(page, view, slide=number + 1)
    links = [
        _link("stage-back", before, back, words.t("Previous slide")) if number > 1 else "",
        f'<span class="stage-count" dir="{words.direction}">{number} / {last}</span>',
        _link("stage-on", after, on, words.t("Next slide")) if number < last else "",
        _link("stage-play", play, words.t("stop") if view.autoplay else words.t("play"), ""),
        _link("stage-leave", leave, words.t("leave"), ""),
    ]
    label = escape(words.t("Slides"))
    return f'<nav class="stage-controls" aria-label="{label}">{"".join(links)}</nav>'


def _link(style: str, address: str, text: str, label: str) -> str:
    labels = f' aria-label="{escape(label)}" title="{escape(label)}"' if label else ""
    return f'<a class="{style}" href="{escape(address)}"{labels}>{escape(text)}</a>'
