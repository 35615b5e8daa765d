"""Citations of an event, a quote or a view, by APA (7th edition) and Chicago (17th, notes).

A news article without an author is cited by its title; an Arabic citation keeps the order of parts
of the style with Arabic punctuation. A part that is not known is left out or called unknown, never
guessed.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from alaqat.export.export_request import ExportRequest
from alaqat.export.wording import Row, Wording

_ARABIC: Final = re.compile("[\u0590-\u08ff]")


def apa(row: Row, wording: Wording) -> str:
    """The article of a row by APA: title, day, outlet, day of access, link."""
    published = row["published"]
    day = wording.text("no-date")
    if published:
        day = f"{published.year}{wording.comma}{wording.month_day(published)}"
    title = row["title"] or wording.text("untitled")
    outlet = row["source"] or wording.text("no-outlet")
    return f"{title}. ({day}). {outlet}. {_access(row, wording)}"


def chicago(row: Row, wording: Wording) -> str:
    """The article of a row by Chicago: title, outlet, day, day of access, link."""
    title = row["title"] or wording.text("untitled")
    outlet = row["source"] or wording.text("no-outlet")
    opening, closing = ("«", "»") if wording.is_rtl else ("“", "”")
    parts = (f"{opening}{title}{closing}", outlet, wording.day(row["published"]))
    accessed = wording.text("accessed", date=wording.day(row["accessed"]))
    link = row["url"] or row["link"]
    return f"{wording.comma.join(parts)}. {accessed}.{f' {link}' if link else ''}"


def _access(row: Row, wording: Wording) -> str:
    """The day of access and the link of a row's article, or its link on the dashboard."""
    return _retrieved(row["accessed"], row["url"] or row["link"] or "", wording)


def _retrieved(day: date, link: str, wording: Wording) -> str:
    """The day of access and the address of what was read then; the day alone without one."""
    if link:
        return wording.text("retrieved", date=wording.day(day), url=link)
    return wording.text("accessed", date=wording.day(day)) + "."


def cited(row: Row, wording: Wording) -> str:
    """What is cited of the article: the event or the quote, in one line."""
    if "quote_id" in row:
        return f"{wording.speaker(row)}: «{row['text']}»"
    return f"{wording.headline(row)}{wording.comma}{wording.interval(row)}"


def claim_apa(row: Row, wording: Wording) -> str:
    """An event or a quote by APA: its article, then what is cited and from which store."""
    row = _isolated(row, wording)
    return f"{apa(row, wording)} [{_claim(row, wording)}]"


def claim_chicago(row: Row, wording: Wording) -> str:
    """An event or a quote by Chicago: its article, then what is cited and from which store."""
    row = _isolated(row, wording)
    return f"{chicago(row, wording)} [{_claim(row, wording)}]"


def _isolated(row: Row, wording: Wording) -> Row:
    """The row with marks of direction around its Arabic texts, for a citation in English."""
    names = [] if wording.is_rtl else ["title", "source", "text"]
    texts = {name: str(row[name]) for name in names if row.get(name)}
    return {**row, **{name: _isolate(text) for name, text in texts.items()}}


def _isolate(text: str) -> str:
    """A text with Arabic letters in a first-strong isolate, another one as it is."""
    return f"\u2068{text}\u2069" if _ARABIC.search(text) else text


def _claim(row: Row, wording: Wording) -> str:
    """What is cited, the version of the store, and the permanent link of the row."""
    version = wording.text("version", version=row["store_version"])
    link = row["link"] if row["url"] else None  # a row without the article's has it before
    brand = f"{wording.text('brand')}{wording.comma}{version}"
    return " ".join(filter(None, (f"{cited(row, wording)}.", f"{brand}.", link)))


def view_apa(request: ExportRequest, title: str, link: str) -> str:
    """A view of the dashboard by APA: a data set with its version; `link` may be empty."""
    wording = Wording(request.language)
    name = f"{wording.text('brand')} ({request.accessed.year}). {title}"
    version = wording.text("version", version=request.version)
    kind = wording.text("data-set")
    return f"{name} ({version}) [{kind}]. {_retrieved(request.accessed, link, wording)}"


def view_chicago(request: ExportRequest, title: str, link: str) -> str:
    """A view of the dashboard by Chicago; `link` may be empty."""
    wording = Wording(request.language)
    opening, closing = ("«", "»") if wording.is_rtl else ("“", "”")
    accessed = wording.text("accessed", date=wording.day(request.accessed))
    version = wording.text("version", version=request.version)
    parts = (wording.text("brand"), f"{opening}{title}{closing}", version)
    return f"{wording.comma.join(parts)}. {accessed}.{f' {link}' if link else ''}"
