"""An article as HTML with its dates, names, quotes and events marked in the text.

The text is cut wherever a mark begins or ends; each piece is one inline element with the classes of
all marks over it, so that marks may overlap and no text is repeated. All text is escaped.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Any, Final

from components.html.passages import origin
from components.i18n import countries
from components.i18n.catalogue import N_
from components.i18n.entity_names import entity_name, office_name
from components.i18n.escape import escape, is_missing
from components.i18n.words import Words
from components.theme.event_kinds import kind as kind_of

Link = Callable[..., str]
Row = Mapping[str, Any]

# Kind of mark → its plural in the legend; the order is that of the legend
KINDS: Final[Mapping[str, str]] = {
    "event": N_("Events"),
    "quote": N_("Quotes"),
    "time": N_("Dates"),
    "person": N_("People"),
    "place": N_("Places"),
    "body": N_("Bodies"),
}
FIRST: Final = ("event",)  # the kinds of marks that a reader sees at first
QUOTE_GLYPH: Final = "\u275d"
ENTITY_KINDS: Final[Mapping[str, str]] = {
    "PER": "person",
    "LOC": "place",
    "ORG": "body",
    "OTHER": "body",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation: offsets in the article, kind, tooltip, link, additional CSS classes.

    The text of a mark that `is_wide` (a sentence, a quote) is no link, so that it can be selected;
    the `glyph` before it is. The mark that the address of the page names `is_chosen`.
    """

    start: int
    end: int
    kind: str
    title: str
    href: str | None = None
    style: str = ""
    glyph: str = ""
    is_wide: bool = False
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text `start:end` with the marks over it, the shortest first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def pieces(length: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    """Cut `0:length` wherever a mark begins or ends; marks are clipped to the text."""
    clipped = [replace(mark, start=max(mark.start, 0), end=min(mark.end, length)) for mark in marks]
    opening = deque(
        sorted((mark for mark in clipped if mark.start < mark.end), key=lambda mark: mark.start)
    )
    cuts = sorted({0, length, *(mark.start for mark in opening), *(mark.end for mark in opening)})
    over: list[Mark] = []
    for start, end in pairwise(cuts):
        over = [mark for mark in over if mark.end > start]
        while opening and opening[0].start == start:
            over.append(opening.popleft())
        yield Piece(start, end, tuple(sorted(over, key=lambda mark: mark.end - mark.start)))


def dates(timexes: Iterable[Row], words: Words, link: Link) -> Iterator[Mark]:
    """A mark for each date, linked to the timeline of its years."""
    for row in timexes:
        href = None
        if not is_missing(row["date_from"]):
            href = link("timeline", year_from=row["date_from"].year, year_to=row["date_to"].year)
        yield Mark(row["start"], row["end"], "time", date_title(row, words), href)


def date_title(row: Row, words: Words) -> str:
    """The tooltip of a date: its days, TIMEX3 value and rule."""
    when = words.date(row["date_from"], row["date_to"], row["granularity"], mod=row["mod"])
    return words.t("{date} ({value}; rule {rule})", date=when, value=row["value"], rule=row["rule"])


def names(mentions: Iterable[Row], words: Words, link: Link) -> Iterator[Mark]:
    """A mark for each mention (rows joined with their entity), linked to the entity's page."""
    for row in mentions:
        kind = ENTITY_KINDS.get(str(row["type"]), "body")
        href = link("person", entity=str(row["entity_id"]))
        yield Mark(row["start"], row["end"], kind, name_title(row, words), href)


def name_title(row: Row, words: Words) -> str:
    """The tooltip of a name: the entity's name, the office written at the mention, the state."""
    about = [
        entity_name(row, words),
        office_name(row, words),
        countries.name(row["country"], words.lang),
    ]
    return words.join(part for part in about if part)


def sayings(quotes: Iterable[Row], words: Words, link: Link, chosen: str | None) -> Iterator[Mark]:
    """A mark for each quote, linked to its card."""
    for row in quotes:
        who = words.name(row, "speaker") or words.t("speaker not named")
        title = words.t("Quote: {speaker}", speaker=who)
        href = link("quotes", quote=row["quote_id"])
        mark = Mark(row["start"], row["end"], "quote", title, href, glyph=QUOTE_GLYPH, is_wide=True)
        yield replace(mark, is_chosen=row["quote_id"] == chosen)


def events(reports: Iterable[Row], words: Words, link: Link, chosen: str | None) -> Iterator[Mark]:
    """Two marks for each report of an event, sentence and trigger, linked to the timeline."""
    for row in reports:
        kind = kind_of(row["kind"])
        date = words.date(row["date_from"], row["date_to"], row["granularity"])
        title = words.t("{kind}: {date}", kind=words.t(kind.label), date=date)
        href, style = link("timeline", event=row["event_id"]), f"reader-{row['polarity']}"
        sentence = Mark(row["start"], row["end"], "event", title, href, style, is_wide=True)
        yield replace(sentence, is_chosen=row["event_id"] == chosen)
        start, end = row["trigger_start"], row["trigger_end"]
        if start < end:
            yield Mark(start, end, "event", title, href, f"reader-trigger {style}", kind.mark)


def text(source: str, marks: Sequence[Mark], *, chosen: tuple[int, int] | None = None) -> str:
    """The article as HTML paragraphs; `chosen` is the span named by the page's address."""
    asked = [Mark(*chosen, "asked", "", is_chosen=True)] if chosen else []
    breaks = [
        Mark(offset, offset + 1, "break", "")
        for offset, char in enumerate(source)
        if char in "\n\r\u2028\u2029"
    ]
    cut = pieces(len(source), [*marks, *asked, *breaks])
    anchor = next((mark.start for mark in [*marks, *asked] if mark.is_chosen), None)
    lines = groupby(cut, key=lambda piece: any(mark.kind == "break" for mark in piece.marks))
    body = "".join(_paragraph(source, line, anchor) for broken, line in lines if not broken)
    return f'<div class="reader-text" lang="ar" dir="rtl">{body}</div>'


def _paragraph(source: str, line: Iterable[Piece], anchor: int | None) -> str:
    inner = "".join(_inline(source, piece, anchor) for piece in line)
    return f"<p>{inner}</p>" if inner.strip() else ""


def _inline(source: str, piece: Piece, anchor: int | None) -> str:
    """A piece as one element: all classes, one tooltip, the link of its shortest linked mark."""
    shown = escape(source[piece.start : piece.end])
    if not piece.marks:
        return shown
    glyphs = "".join(
        _glyph(mark) for mark in piece.marks if mark.glyph and mark.start == piece.start
    )
    titles = dict.fromkeys(mark.title for mark in piece.marks if mark.title)
    title = f' title="{escape(chr(10).join(titles))}"' if titles else ""
    here = ' id="reader-here"' if piece.start == anchor else ""
    href = next((mark.href for mark in piece.marks if mark.href and not mark.is_wide), None)
    name, link = ("a", f' href="{escape(href)}" target="_self"') if href else ("span", "")
    return f'{glyphs}<{name}{link} class="{_classes(piece)}"{here}{title}>{shown}</{name}>'


def _glyph(mark: Mark) -> str:
    """The small shape before a mark; that of a wide mark is a link."""
    classes = f"reader-glyph reader-glyph-{mark.kind} {mark.style}".strip()
    if mark.is_wide and mark.href:
        href, title = escape(mark.href), escape(mark.title)
        label = f'title="{title}" aria-label="{title}"'
        return f'<a class="{classes}" href="{href}" target="_self" {label}>{mark.glyph}</a>'
    return f'<span class="{classes}" aria-hidden="true">{mark.glyph}</span>'


def _classes(piece: Piece) -> str:
    names = ["reader-mark"]
    for mark in piece.marks:
        names += [f"reader-{mark.kind}", mark.style, "reader-chosen" if mark.is_chosen else ""]
    return " ".join(dict.fromkeys(name for name in names if name))


def legend(counts: Mapping[str, int], words: Words, shown: Collection[str] = FIRST) -> str:
    """The kinds of marks as switches in their own style; CSS alone turns the marks on and off.

    The kinds `shown` are on at first.
    """
    keys = "".join(_key(kind, counts.get(kind, 0), words, is_on=kind in shown) for kind in KINDS)
    title = escape(words.t("Show"))
    return f'<fieldset class="reader-legend"><legend>{title}</legend>{keys}</fieldset>'


def _key(kind: str, count: int, words: Words, *, is_on: bool) -> str:
    state, label = "checked" if is_on and count else "", escape(words.t(KINDS[kind]))
    state = state if count else "disabled"
    sample = f'<span class="reader-mark reader-{kind} reader-sample">{label}</span>'
    return (
        f'<label><input type="checkbox" class="reader-switch-{kind}" {state}> {sample} '
        f'<span class="quiet">{words.number(count)}</span></label>'
    )


def _shown(marks: Iterable[Mark]) -> set[str]:
    """The kinds of marks that are on at first: events, and what the address of the page names."""
    return {*FIRST, *(mark.kind for mark in marks if mark.is_chosen)}


def mark_list(source: str, marks: Sequence[Mark], words: Words) -> str:
    """The marks as a folded list by kind, for keyboards, screen readers and print."""
    ordered = sorted(_annotations(marks), key=lambda mark: mark.start)
    groups = "".join(_group(source, kind, ordered, words) for kind in KINDS)
    if not groups:
        return ""
    title = escape(words.t("Everything marked, as a list"))
    return f'<details class="reader-found"><summary>{title}</summary>{groups}</details>'


def _annotations(marks: Iterable[Mark]) -> list[Mark]:
    """The marks without those of triggers, which repeat the marks of their sentences."""
    return [mark for mark in marks if "reader-trigger" not in mark.style]


def _group(source: str, kind: str, marks: Sequence[Mark], words: Words) -> str:
    items = "".join(_item(source, mark) for mark in marks if mark.kind == kind)
    return f"<h3>{escape(words.t(KINDS[kind]))}</h3><ul>{items}</ul>" if items else ""


def _item(source: str, mark: Mark) -> str:
    text = f'<bdi lang="ar">{escape(source[mark.start : mark.end])}</bdi>'
    item = f'<a href="{escape(mark.href)}" target="_self">{text}</a>' if mark.href else text
    return f'<li>{item} <span class="meta">{escape(mark.title)}</span></li>'


def counts(marks: Iterable[Mark]) -> dict[str, int]:
    """The number of annotations of each kind."""
    kinds = [mark.kind for mark in _annotations(marks)]
    return {kind: kinds.count(kind) for kind in KINDS}


def html(
    row: Row, marks: Sequence[Mark], words: Words, *, chosen: tuple[int, int] | None = None
) -> str:
    """The article: title, date and outlet, the switches, the marked text, the list of marks."""
    return (
        f'<section class="reader">{head(row, words)}'
        f"{legend(counts(marks), words, _shown(marks))}"
        f"{text(row['text'], marks, chosen=chosen)}"
        f"{mark_list(row['text'], marks, words)}</section>"
    )


def head(row: Row, words: Words) -> str:
    """The article's title and the line under it: date, outlet, a link to the original."""
    url = str(row["url"] or "")
    original = ""
    if url.startswith(("https://", "http://")):
        label = escape(words.t("original"))
        original = f' · <a href="{escape(url)}" target="_blank" rel="noopener">{label}</a>'
    return (
        f'<h2 class="reader-title" lang="ar" dir="auto">{escape(title(row))}</h2>'
        f'<p class="meta">{origin(row, words)}{original}</p>'
    )


def title(row: Row, *, longest: int = 90) -> str:
    """The article's title, or its first words where it has none."""
    if not is_missing(row["title"]) and str(row["title"]).strip():
        return str(row["title"])
    first = str(row["text"]).strip().partition("\n")[0]
    return first if len(first) <= longest else first[:longest].rpartition(" ")[0] + "…"


def listing(
    articles: Iterable[Row],
    tallies: Mapping[str, Mapping[str, int]],
    words: Words,
    link: Link,
    *,
    chosen: str | None = None,
) -> str:
    """The list of articles with their counts; `tallies` are the counts of kinds by article id."""
    items = "".join(
        _entry(
            row, tallies.get(row["article_id"], {}), words, link, own=row["article_id"] == chosen
        )
        for row in articles
    )
    return f'<ul class="reader-list">{items}</ul>'


def _entry(row: Row, tally: Mapping[str, int], words: Words, link: Link, *, own: bool) -> str:
    href = escape(link("articles", article=row["article_id"]))
    tallied = " · ".join(f"<bdi>{escape(part)}</bdi>" for part in _tally(tally, words))
    current = ' aria-current="true"' if own else ""
    named = f'target="_self" lang="ar" dir="auto"{current}>{escape(title(row))}</a>'
    return (
        f'<li class="card"><a class="reader-entry" href="{href}" {named}'
        f'<span class="meta">{origin(row, words)}</span><span class="meta">{tallied}</span></li>'
    )


def _tally(tally: Mapping[str, int], words: Words) -> list[str]:
    return [
        words.n("{count} event", "{count} events", tally.get("event", 0)),
        words.n("{count} quote", "{count} quotes", tally.get("quote", 0)),
        words.n("{count} date", "{count} dates", tally.get("time", 0)),
        words.n("{count} name", "{count} names", tally.get("name", 0)),
    ]
