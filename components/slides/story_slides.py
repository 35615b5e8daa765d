"""A story as slides: the reader's pins in their order, or the strongest story of the selection.

A title slide opens every story; its last slide has the sources, the version and how to cite it.
Without pins, the story is in order of time: the turning points and the strongest events of other
years, quotes of each side. It has at most eight slides.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final
from urllib.parse import parse_qs

import pandas as pd

from alaqat.model.pins import Pin
from alaqat.model.years import FIRST_YEAR, LAST_YEAR, clamp
from components.charts import turning_points
from components.charts.periods import Years
from components.data import event_queries
from components.data.frame_rows import rows
from components.html import citation, overview_text
from components.i18n import countries
from components.i18n.entity_names import office_name
from components.i18n.escape import is_missing
from components.i18n.event_labels import date_label, event_label, parties_label, status_label
from components.i18n.words import Words
from components.theme.event_kinds import kind
from components.view import view_state
from components.view.view_state import ViewState

Row = Mapping[str, Any]
Find = Callable[[str, str], Row | None]

LENGTH: Final = 8  # slides of a story without pins
QUOTES: Final = 2
SHORT_QUOTE: Final = range(40, 241)  # characters of a quote that fits a slide well
LONGEST: Final = 420  # characters of a passage on a slide
CITED: Final = 5  # articles named on the last slide
AROUND: Final = 1  # years before and after the event in the zoom of a slide's link
CUT: Final = 0.02  # share of the events at each end of time that may lie off the axis


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide; `kind` is title, event, quote, gone or sources.

    `page` and `view` are the link out of the slides, `first` and `last` the days on the axis,
    `mark` and `side` its sign and polarity there, `line_sides` the polarity of each of the `lines`.
    `text` is a passage of the article in Arabic, `caption` says what the slide says in the other
    language. `cite` is how to cite the story, `files` are the titles and links of its files.
    """

    kind: str
    title: str
    view: ViewState
    page: str = "timeline"
    when: str = ""
    who: str = ""
    caption: str = ""
    text: str = ""
    lines: tuple[str, ...] = ()
    line_sides: tuple[str, ...] = ()
    source: str = ""
    article: str = ""
    cite: str = ""
    files: tuple[tuple[str, str], ...] = ()
    note: str = ""
    mark: str = ""
    side: str = "neutral"
    is_direct: bool = False
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """The data of a story: events and quotes of the selection, all articles, the pair of states.

    `find` returns the row of an event (`e`) or quote (`q`) of the whole store by its id.
    `title` is the story's in the reader's language, `other_title` in the other one; `version` is
    that of the store, `cite` how to cite the story. `chosen_articles` are those of the selection,
    None for all.
    """

    events: pd.DataFrame
    quotes: pd.DataFrame
    articles: pd.DataFrame
    find: Find
    pair: str | None = None
    title: str = ""
    other_title: str = ""
    build: str = ""
    version: str = ""
    cite: str = ""
    chosen_articles: pd.DataFrame | None = None


def slides(view: ViewState, pins: Sequence[Pin], held: Material) -> list[Slide]:
    """The slides of a view; empty without pins if the selection is empty."""
    view = plain(view)
    if pins:
        shown = [_pinned(view, pin, held) for pin in pins]
        keys = [slide.article for slide in shown]
        cited = held.articles[held.articles["article_id"].isin(keys)]
        held = replace(held, chosen_articles=cited)
        return [_pinned_title(view, shown, held), *shown, _sources(view, shown, held)]
    shown = automatic(view, held)
    return [_title(view, held), *shown, _sources(view, shown, held)] if shown else []


def background(view: ViewState, pins: Sequence[Pin], held: Material) -> list[tuple[date, date]]:
    """The days of the events of the selection, drawn faintly on the axis of a story without pins.

    Without a pair chosen there are none; a few events that lie far off are left out.
    """
    years = None if pins else event_queries.bulk_years(held.events, CUT)
    if years is None:
        return []
    dates = held.events[["date_from", "date_to"]].drop_duplicates()
    days = [_days(row) for row in rows(dates)]
    first, last = years
    return [
        (begin, end)
        for begin, end in days
        if begin and end and first <= begin.year and end.year <= last
    ]


def pins_of(shown: Iterable[Slide]) -> list[Pin]:
    """The pins that tell the same story: the events and quotes of slides, with their notes."""
    keys = {"event": "e", "quote": "q"}
    return [
        Pin(
            keys[slide.kind],
            str(slide.view.event if slide.kind == "event" else slide.view.quote),
            slide.note,
        )
        for slide in shown
        if slide.kind in keys
    ]


def plain(view: ViewState) -> ViewState:
    """The view of a page without slides."""
    return replace(view, present=False, slide=1, autoplay=None)


def automatic(view: ViewState, held: Material) -> list[Slide]:
    """Slides of a selection by time: turning points, strong events of other years, quotes."""
    room = LENGTH - 2
    quotes = best_quotes(held.quotes, held.pair)
    events = strongest(held.events, (view.year_from, view.year_to), room - min(QUOTES, len(quotes)))
    quotes = quotes[: max(QUOTES, room - len(events))]
    shown = [
        *(_event(view, row, held) for row in events),
        *(_quote(view, row, held) for row in quotes),
    ]
    return sorted(shown, key=lambda slide: (slide.first or date.max, slide.last or date.max))


def strongest(events: pd.DataFrame, years: Years, most: int) -> list[Row]:
    """At most `most` events: turning points, then the most reported and strongest ones.

    Of the latter, the first event of each other year and polarity comes before the rest.
    """
    turns = [turn.event for turn in turning_points.points(events, years)][:most]
    done = events[events["date_from"].notna() & (events["status"] == "done")]
    ranked: list[Row] = sorted(
        rows(done), key=lambda row: (-row["reports"], -abs(float(row["intensity"])))
    )
    turn_ids = {row["event_id"] for row in turns}
    covered = {_year_and_side(row) for row in turns}
    chosen: list[Row] = list(turns)
    rest: list[Row] = []
    for row in ranked:
        if row["event_id"] in turn_ids:
            continue
        is_new = row["polarity"] != "neutral" and _year_and_side(row) not in covered
        covered.add(_year_and_side(row))
        (chosen if is_new else rest).append(row)
    return [*chosen, *rest][:most]


def _year_and_side(row: Row) -> tuple[int, str]:
    return row["date_from"].year, row["polarity"]


def best_quotes(quotes: pd.DataFrame, pair: str | None) -> list[Row]:
    """The best direct quote of each named speaker: each state of the pair in turn, then others.

    A quote is better if it is of good length (`SHORT_QUOTE`), names a state of the pair, is in a
    larger group of quotes, is earlier in its article; in this order.
    """
    candidates = [
        row
        for row in rows(quotes)
        if row["kind"] == "direct" and (row["speaker"] or row["speaker_ar"])
    ]
    group_sizes = quotes["group_id"].value_counts().to_dict()
    sides = tuple(pair.split("-")) if pair else ()
    names = [countries.name(code, "ar") for code in sides]

    def rank(row: Row) -> tuple[Any, ...]:
        text, size = row["text"], group_sizes[row["group_id"]]
        names_state = any(name in text for name in names)
        return len(text) not in SHORT_QUOTE, not names_state, -size, row["start"]

    best: dict[Any, Row] = {}
    for row in sorted(candidates, key=rank):
        best.setdefault(row["speaker"] or row["speaker_ar"], row)
    return sorted(best.values(), key=_in_turn(list(best.values()), sides))


def _in_turn(ranked: Sequence[Row], sides: Sequence[str]) -> Callable[[Row], tuple[Any, ...]]:
    """A sort key: the first speakers of all states before the second ones; the two sides first."""
    turns: dict[Any, int] = {}
    keys: dict[str, tuple[int, bool, int]] = {}
    for number, row in enumerate(ranked):
        turn = turns.get(row["country"], 0)
        turns[row["country"]] = turn + 1
        keys[row["quote_id"]] = (turn, bool(sides) and row["country"] not in sides, number)
    return lambda row: keys[row["quote_id"]]


def _pinned(view: ViewState, pin: Pin, held: Material) -> Slide:
    row = held.find(pin.kind, pin.key)
    if row is None:
        gone = view.words.t("What was pinned here is not in the articles held now")
        return Slide("gone", gone, view, note=pin.note)
    slide = (
        _event(remembered(view, pin), row, held)
        if pin.kind == "e"
        else _quote(remembered(view, pin), row, held)
    )
    return replace(slide, note=pin.note)


def remembered(view: ViewState, pin: Pin) -> ViewState:
    """The view of a pin: its filters and zoom, with the language and story of `view`."""
    seen, _ = view_state.parse(parse_qs(pin.seen, keep_blank_values=True))
    remembered_names = (*view_state.FILTERS, "zoom")
    return view.with_values({name: getattr(seen, name) for name in remembered_names})


def _pinned_title(view: ViewState, shown: Sequence[Slide], held: Material) -> Slide:
    """The title slide of a story of pins: its title, how many events and quotes, its years."""
    words = view.words
    kinds = [slide.kind for slide in shown]
    counts = [
        words.n("{count} event", "{count} events", kinds.count("event")),
        words.n("{count} quote", "{count} quotes", kinds.count("quote")),
    ]
    counted = words.comma.join(counts)
    days = [slide for slide in shown if slide.first and slide.last]
    if days:
        first = str(min(slide.first for slide in days if slide.first).year)
        last = str(max(slide.last for slide in days if slide.last).year)
        counted = words.t(
            "From {first} to {last}: {counted}", first=first, last=last, counted=counted
        )
    return Slide(
        "title", held.title or words.t("Story"), view, who=counted, caption=held.other_title
    )


def other_words(words: Words) -> Words:
    """The words of the other language, with the same calendars."""
    return replace(words, lang="en" if words.is_rtl else "ar")


def _captioned(parts: Iterable[str], words: Words) -> str:
    """A caption in one line."""
    return " · ".join(words.run(part) for part in parts if part)


def _event(view: ViewState, row: Row, held: Material) -> Slide:
    words, status_text = view.words, status_label(row, view.words)
    first, last = _days(row)
    return Slide(
        "event",
        " · ".join(part for part in (event_label(row, words), status_text) if part),
        replace(view, event=str(row["event_id"]), zoom=view.zoom or _around(first, last)),
        when=date_label(row, words),
        who=parties_label(row, words),
        caption=_event_caption(row, other_words(words)),
        text=_short(row["sentence"]),
        source=_origin(_article(row["article_id"], held.articles), words),
        article=str(row["article_id"]),
        mark=kind(row["kind"]).mark,
        side=str(row["polarity"]),
        first=first,
        last=last,
    )


def _event_caption(row: Row, words: Words) -> str:
    label = " · ".join(filter(None, (event_label(row, words), status_label(row, words))))
    return _captioned((date_label(row, words), label, parties_label(row, words)), words)


def _quote_caption(row: Row, first: date | None, last: date | None, words: Words) -> str:
    day = words.date(first, last, None) if first else ""
    kind_label = "" if row["kind"] == "direct" else words.t("indirect quote")
    return _captioned(
        (citation.speaker_name(row, words), _state(row, words), day, kind_label), words
    )


def _quote(view: ViewState, row: Row, held: Material) -> Slide:
    words, article = view.words, _article(row["article_id"], held.articles)
    dated = row if not is_missing(row["date_from"]) else {**row, **_published(article)}
    first, last = _days(dated)
    about = [office_name(row, words), _state(row, words)]
    return Slide(
        "quote",
        citation.speaker_name(row, words),
        replace(view, quote=str(row["quote_id"]), zoom=None),
        page="quotes",
        when=words.date(first, last, None) if first else words.t("undated"),
        who=" · ".join(words.run(part) for part in about if part),
        caption=_quote_caption(row, first, last, other_words(words)),
        text=_short(row["text"]),
        source=_origin(_article(row["article_id"], held.articles), words),
        article=str(row["article_id"]),
        mark="»" if words.is_rtl else "«",
        is_direct=row["kind"] == "direct",
        first=first,
        last=last,
    )


def _state(row: Row, words: Words) -> str:
    """The name of the speaker's state; empty if the speaker is the state."""
    name = countries.name(row["country"], words.lang)
    return name if name != words.name(row, "speaker") else ""


def _days(row: Row) -> tuple[date, date] | tuple[None, None]:
    if is_missing(row["date_from"]):
        return None, None
    first, last = pd.Timestamp(row["date_from"]), row["date_to"]
    end = first if is_missing(last) else pd.Timestamp(last)
    return clamp(first.date()), clamp(end.date())


def _around(first: date | None, last: date | None) -> str | None:
    """The zoom from `AROUND` years before the first day to `AROUND` years after the last."""
    if first is None or last is None:
        return None
    begin = max(FIRST_YEAR, clamp(first).year - AROUND)
    end = min(LAST_YEAR, clamp(last).year + AROUND)
    return f"{date(begin, 1, 1)}_{date(end, 12, 31)}"


def _short(text: str) -> str:
    return textwrap.shorten(text, LONGEST, placeholder=" …")


def _article(key: str, articles: pd.DataFrame) -> Row:
    matches = articles[articles["article_id"] == key]
    return next(iter(rows(matches)), {"published": None, "source": None, "title": None})


def _published(article: Row) -> dict[str, Any]:
    return {"date_from": article["published"], "date_to": article["published"]}


def _origin(article: Row, words: Words, title: object = None) -> str:
    """Outlet, title (if given) and date of an article in one line."""
    day = None if is_missing(article["published"]) else words.date(article["published"])
    outlet = article["source"] or words.t("outlet not stated")
    parts = (outlet, title, day and words.t("published {date}", date=day))
    in_arabic = "" if words.is_rtl else words.t("in Arabic")
    return " · ".join(words.run(part) for part in (*parts, in_arabic) if part)


def _title(view: ViewState, held: Material) -> Slide:
    words, years = view.words, (view.year_from, view.year_to)
    turns = turning_points.points(held.events, years)
    lines = tuple(
        f"{turn.period} {kind(turn.event['kind']).mark} {event_label(turn.event, words)}"
        for turn in turns
    )
    summary = overview_text.sentence(held.events, len(held.quotes), turns, words)
    return Slide(
        "title",
        held.title or words.t("Alaqat"),
        view,
        who=summary,
        caption=held.other_title,
        lines=lines,
        line_sides=tuple(turn.side for turn in turns),
    )


def _sources(view: ViewState, shown: Iterable[Slide], held: Material) -> Slide:
    words = view.words
    chosen = held.articles if held.chosen_articles is None else held.chosen_articles
    outlets = chosen["source"].dropna().value_counts()
    keys = dict.fromkeys(slide.article for slide in shown if slide.article)
    articles = [_article(key, held.articles) for key in list(keys)[:CITED]]
    cited = tuple(_origin(article, words, article["title"]) for article in articles)
    counts = [
        words.n("{count} article", "{count} articles", len(chosen)),
        words.n("{count} outlet", "{count} outlets", len(outlets))
        if len(outlets)
        else words.t("outlet not stated"),
        words.t("version {id}", id=held.version),
        words.t("build {id}", id=held.build),
    ]
    return Slide(
        "sources",
        words.t("Sources"),
        view,
        caption=other_words(words).t("Sources"),
        lines=cited,
        source=" · ".join(map(words.run, counts)),
        cite=held.cite,
    )
