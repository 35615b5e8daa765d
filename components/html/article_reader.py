"""An article with everything found in it marked in place, however the finds overlap.

The text is cut wherever a mark begins or ends; each piece is one inline element that carries every mark
over it, so marks may cross and nest freely and a word is never drawn twice. All text is escaped.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Any, Final

from components.html.passages import origin
from components.i18n import countries
from components.i18n.catalogue import N_, Words, escape, missing
from components.i18n.entity_names import entity_name
from components.theme.event_kinds import kind as kind_of

Link = Callable[..., str]
Row = Mapping[str, Any]

# Kind of mark → its plural in the legend; the order is that of the legend
KINDS: Final[Mapping[str, str]] = {
    "time": N_("Dates"),
    "person": N_("People"),
    "place": N_("Places"),
    "body": N_("Bodies"),
    "quote": N_("Quotes"),
    "event": N_("Events"),
}
QUOTE_GLYPH: Final = "\u275d"
ENTITY_KINDS: Final[Mapping[str, str]] = {
    "PER": "person",
    "LOC": "place",
    "ORG": "body",
    "OTHER": "body",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One find: source offsets, its kind, what its tooltip says, where it leads, classes of its own.

    A `wide` mark (a sentence, a quote) is no link itself, so that its text can be selected: its `glyph`,
    drawn before it, is. `chosen` marks the place a link asked for.
    """

    start: int
    end: int
    kind: str
    title: str
    href: str | None = None
    style: str = ""
    glyph: str = ""
    wide: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text `start:end` with the marks over it, the shortest first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def pieces(length: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    """Cut `0:length` wherever a mark begins or ends; marks outside the text are cut to it or left out."""
    held = [replace(mark, start=max(mark.start, 0), end=min(mark.end, length)) for mark in marks]
    opening = deque(
        sorted((mark for mark in held if mark.start < mark.end), key=lambda mark: mark.start)
    )
    cuts = sorted({0, length, *(mark.start for mark in opening), *(mark.end for mark in opening)})
    over: list[Mark] = []
    for start, end in pairwise(cuts):
        over = [mark for mark in over if mark.end > start]
        while opening and opening[0].start == start:
            over.append(opening.popleft())
        yield Piece(start, end, tuple(sorted(over, key=lambda mark: mark.end - mark.start)))


def dates(timexes: Iterable[Row], words: Words, link: Link) -> Iterator[Mark]:
    """A mark for each date; it leads to the timeline of its years."""
    for row in timexes:
        found = None
        if not missing(row["date_from"]):
            found = link("timeline", year_from=row["date_from"].year, year_to=row["date_to"].year)
        yield Mark(row["start"], row["end"], "time", date_title(row, words), found)


def date_title(row: Row, words: Words) -> str:
    """What a date's tooltip says: its days, its TIMEX3 value, the rule that read it."""
    when = words.date(row["date_from"], row["date_to"], row["granularity"], mod=row["mod"])
    return words.t("{date} ({value}; rule {rule})", date=when, value=row["value"], rule=row["rule"])


def names(mentions: Iterable[Row], words: Words, link: Link) -> Iterator[Mark]:
    """A mark for each mention (rows joined with their entity); it leads to the page of whom it names."""
    for row in mentions:
        kind = ENTITY_KINDS.get(str(row["type"]), "body")
        yield Mark(
            row["start"],
            row["end"],
            kind,
            name_title(row, words),
            link("person", entity=str(row["entity_id"])),
        )


def name_title(row: Row, words: Words) -> str:
    """What a name's tooltip says: who or what it is, the office written there, the state."""
    about = [entity_name(row, words), row["role"], countries.name(row["country"], words.lang)]
    return words.join(part for part in about if part)


def sayings(quotes: Iterable[Row], words: Words, link: Link, chosen: str | None) -> Iterator[Mark]:
    """A mark for each quote; it leads to its card."""
    for row in quotes:
        who = words.name(row, "speaker") or words.t("speaker not named")
        title = words.t("Quote: {speaker}", speaker=who)
        at = link("quotes", quote=row["quote_id"])
        own = row["quote_id"] == chosen
        yield Mark(
            row["start"], row["end"], "quote", title, at, glyph=QUOTE_GLYPH, wide=True, chosen=own
        )


def happenings(
    reports: Iterable[Row], words: Words, link: Link, chosen: str | None
) -> Iterator[Mark]:
    """Two marks for each report of an event, its sentence and the word that told it; they lead to the timeline."""
    for row in reports:
        event = kind_of(row["kind"])
        title = words.t("{kind}: {date}", kind=words.t(event.label), date=_when(row, words))
        at, own = link("timeline", event=row["event_id"]), row["event_id"] == chosen
        yield Mark(
            row["start"],
            row["end"],
            "event",
            title,
            at,
            f"reader-{event.polarity}",
            wide=True,
            chosen=own,
        )
        if row["trigger_start"] < row["trigger_end"]:
            style = f"reader-trigger reader-{event.polarity}"
            yield Mark(
                row["trigger_start"], row["trigger_end"], "event", title, at, style, event.mark
            )


def _when(row: Row, words: Words) -> str:
    return words.date(row["date_from"], row["date_to"], row["granularity"])


def text(source: str, marks: Sequence[Mark], *, chosen: tuple[int, int] | None = None) -> str:
    """The article as HTML paragraphs; `chosen` is a span of the text that a link asked for."""
    asked = [Mark(*chosen, "asked", "", chosen=True)] if chosen else []
    breaks = [
        Mark(at, at + 1, "break", "")
        for at, char in enumerate(source)
        if char in "\n\r\u2028\u2029"
    ]
    cut = pieces(len(source), [*marks, *asked, *breaks])
    anchor = next((mark.start for mark in [*marks, *asked] if mark.chosen), None)
    lines = groupby(cut, key=lambda piece: any(mark.kind == "break" for mark in piece.marks))
    body = "".join(_paragraph(source, line, anchor) for broken, line in lines if not broken)
    return f'<div class="reader-text" lang="ar" dir="rtl">{body}</div>'


def _paragraph(source: str, line: Iterable[Piece], anchor: int | None) -> str:
    inner = "".join(_inline(source, piece, anchor) for piece in line)
    return f"<p>{inner}</p>" if inner.strip() else ""


def _inline(source: str, piece: Piece, anchor: int | None) -> str:
    """A piece as one element: all its classes, one tooltip, the link of the shortest mark that is one."""
    shown = escape(source[piece.start : piece.end])
    if not piece.marks:
        return shown
    signs = "".join(_sign(mark) for mark in piece.marks if mark.glyph and mark.start == piece.start)
    titles = dict.fromkeys(mark.title for mark in piece.marks if mark.title)
    title = f' title="{escape(chr(10).join(titles))}"' if titles else ""
    here = ' id="reader-here"' if piece.start == anchor else ""
    at = next((mark.href for mark in piece.marks if mark.href and not mark.wide), None)
    name, link = ("a", f' href="{escape(at)}" target="_self"') if at else ("span", "")
    return f'{signs}<{name}{link} class="{_classes(piece)}"{here}{title}>{shown}</{name}>'


def _sign(mark: Mark) -> str:
    """The small shape before a mark; a wide mark's is its link."""
    classes = f"reader-glyph reader-glyph-{mark.kind} {mark.style}".strip()
    if mark.wide and mark.href:
        href, title = escape(mark.href), escape(mark.title)
        return f'<a class="{classes}" href="{href}" target="_self" title="{title}" aria-label="{title}">{mark.glyph}</a>'
    return f'<span class="{classes}" aria-hidden="true">{mark.glyph}</span>'


def _classes(piece: Piece) -> str:
    found = ["reader-mark"]
    for mark in piece.marks:
        found += [f"reader-{mark.kind}", mark.style, "reader-chosen" if mark.chosen else ""]
    return " ".join(dict.fromkeys(name for name in found if name))


def legend(counts: Mapping[str, int], words: Words) -> str:
    """The kinds of marks as switches that show how each looks; CSS alone turns them on and off."""
    keys = "".join(_key(kind, label, counts.get(kind, 0), words) for kind, label in KINDS.items())
    return f'<fieldset class="reader-legend"><legend>{escape(words.t("Show"))}</legend>{keys}</fieldset>'


def _key(kind: str, label: str, count: int, words: Words) -> str:
    state = "checked" if count else "disabled"
    sample = (
        f'<span class="reader-mark reader-{kind} reader-sample">{escape(words.t(label))}</span>'
    )
    return (
        f'<label><input type="checkbox" class="reader-switch-{kind}" {state}> {sample} '
        f'<span class="quiet">{words.number(count)}</span></label>'
    )


def found(source: str, marks: Sequence[Mark], words: Words) -> str:
    """The marks once more as a list, for keyboards, screen readers and print."""
    listed = [
        mark
        for mark in sorted(marks, key=lambda mark: mark.start)
        if "reader-trigger" not in mark.style
    ]
    groups = "".join(_group(source, kind, listed, words) for kind in KINDS)
    title = escape(words.t("Everything marked, as a list"))
    return (
        f'<details class="reader-found"><summary>{title}</summary>{groups}</details>'
        if groups
        else ""
    )


def _group(source: str, kind: str, marks: Sequence[Mark], words: Words) -> str:
    items = "".join(_item(source, mark) for mark in marks if mark.kind == kind)
    return f"<h3>{escape(words.t(KINDS[kind]))}</h3><ul>{items}</ul>" if items else ""


def _item(source: str, mark: Mark) -> str:
    said = f'<bdi lang="ar">{escape(source[mark.start : mark.end])}</bdi>'
    name = f'<a href="{escape(mark.href)}" target="_self">{said}</a>' if mark.href else said
    return f'<li>{name} <span class="meta">{escape(mark.title)}</span></li>'


def counts(marks: Iterable[Mark]) -> dict[str, int]:
    """How many finds of each kind there are."""
    found = [mark.kind for mark in marks if "reader-trigger" not in mark.style]
    return {kind: found.count(kind) for kind in KINDS}


def html(
    row: Row, marks: Sequence[Mark], words: Words, *, chosen: tuple[int, int] | None = None
) -> str:
    """The reader: title, where and when it appeared, the switches, the marked text, the list of marks."""
    return (
        f'<section class="reader">{head(row, words)}{legend(counts(marks), words)}'
        f"{text(row['text'], marks, chosen=chosen)}{found(row['text'], marks, words)}</section>"
    )


def head(row: Row, words: Words) -> str:
    """The article's title and the line under it: date, outlet, a link to the original."""
    url = str(row["url"] or "")
    original = ""
    if url.startswith(("https://", "http://")):
        original = f' · <a href="{escape(url)}" target="_blank" rel="noopener">{escape(words.t("original"))}</a>'
    return (
        f'<h2 class="reader-title" lang="ar" dir="auto">{escape(title(row))}</h2>'
        f'<p class="meta">{origin(row, words)}{original}</p>'
    )


def title(row: Row, *, longest: int = 90) -> str:
    """The article's title, or its first words where it has none."""
    if not missing(row["title"]) and str(row["title"]).strip():
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
    """The list of articles, each with what was found in it; `tallies` counts kinds by article id."""
    items = "".join(
        _entry(
            row, tallies.get(row["article_id"], {}), words, link, own=row["article_id"] == chosen
        )
        for row in articles
    )
    return f'<ul class="reader-list">{items}</ul>'


def _entry(row: Row, tally: Mapping[str, int], words: Words, link: Link, *, own: bool) -> str:
    at = escape(link("articles", article=row["article_id"]))
    tallied = " · ".join(f"<bdi>{escape(part)}</bdi>" for part in _tally(tally, words))
    current = ' aria-current="true"' if own else ""
    named = f'target="_self" lang="ar" dir="auto"{current}>{escape(title(row))}</a>'
    return (
        f'<li class="card"><a class="reader-entry" href="{at}" {named}'
        f'<span class="meta">{origin(row, words)}</span><span class="meta">{tallied}</span></li>'
    )


def _tally(tally: Mapping[str, int], words: Words) -> list[str]:
    return [
        words.n("{count} event", "{count} events", tally.get("event", 0)),
        words.n("{count} quote", "{count} quotes", tally.get("quote", 0)),
        words.n("{count} date", "{count} dates", tally.get("time", 0)),
        words.n("{count} name", "{count} names", tally.get("name", 0)),
    ]
