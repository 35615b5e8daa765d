"""A quote to take away: its citation as plain text, and what a picture of it shows, in attributes of two buttons.

`sharing.js` reads the attributes. Their values are escaped twice: the sanitizer of Streamlit's HTML drops an
attribute whose value looks like markup, and a quote may look like anything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from components.i18n import countries
from components.i18n.catalogue import Words, escape, isolate, missing

Row = Mapping[str, Any]

LONGEST: Final = 1_200  # characters: more does not fit a picture of 1200 × 630
# Embeddings, overrides and isolates would turn the text they are pasted into; line breaks would end it
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
_ARABIC = re.compile("[\u0590-\u08ff]")
_ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)


def text(row: Row, words: Words) -> str:
    """The citation in one line: «words», speaker, role, day, outlet, title, day of publication, link.

    Words that are not the speaker's own stand without quotation marks, and it says so.
    """
    parts = [
        None if row["kind"] == "direct" else words.t("indirect quote"),
        speaker(row, words),
        row["role"],
        _said(row, words),
        row["source"],
        f"«{row['title']}»" if row["title"] else None,
        None
        if missing(row["published"])
        else words.t("published {date}", date=words.date(row["published"])),
        address(row["url"]),
    ]
    told = words.comma.join(_run(str(part), words) for part in parts if part)
    said = _run(str(row["text"]), words)
    return f"«{said}» {told}" if row["kind"] == "direct" else f"{said} — {told}"


def _run(value: str, words: Words) -> str:
    """A part of a citation; Arabic inside an English one is isolated, or its neighbours would change places."""
    shown = plain(value)
    return isolate(shown) if not words.rtl and _ARABIC.search(shown) else shown


def _said(row: Row, words: Words) -> str | None:
    if missing(row["date_from"]):
        return None
    return words.t("said {date}", date=words.date(row["date_from"], row["date_to"], None))


def speaker(row: Row, words: Words) -> str:
    """The speaker in the reader's language, with the Arabic name beside an English one."""
    name, arabic = words.name(row, "speaker"), row["speaker_ar"]
    if not name:
        return unnamed(row, words)
    return name if words.rtl or not arabic or arabic == name else f"{name} ({arabic})"


def unnamed(row: Row, words: Words) -> str:
    """What stands for a speaker whose name no article gives: the words it does give."""
    if row["speaker_text"]:
        return words.t("not named: “{speaker}”", speaker=row["speaker_text"])
    return words.t("speaker not named")


def address(url: object) -> str | None:
    """`url` where it is a web address, else None."""
    return str(url) if isinstance(url, str) and _ADDRESS.fullmatch(url) else None


def plain(value: str) -> str:
    """`value` in one line and without characters that would turn the text around it."""
    return " ".join(_BREAKS.sub(" ", _TURNS.sub("", value)).split())


def tools(row: Row, words: Words) -> list[str]:
    """The two buttons of a card, and the place where they say that something was done."""
    copy = _button(
        "quote-copy", words.t("Copy as citation"), citation=text(row, words), done=words.t("Copied")
    )
    save = _button("quote-save", words.t("Save as picture"), **picture(row, words))
    return [copy, f'{save} <span class="quote-told" role="status"></span>']


def shown(row: Row, words: Words) -> str:
    """The citation itself, to be taken by hand where there is no clipboard."""
    title = escape(words.t("Citation"))
    return f'<p class="meta">{title}</p><p class="quote-cited" dir="{words.direction}">{escape(text(row, words))}</p>'


def picture(row: Row, words: Words) -> dict[str, str]:
    """What a picture of the quote says, by the names of the button's attributes."""
    quoted = plain(str(row["text"]))
    quoted = quoted if len(quoted) <= LONGEST else f"{quoted[:LONGEST]}…"
    state = countries.name(row["country"], words.lang)
    about = [row["role"], state if state != words.name(row, "speaker") else None]
    day, day_to = (
        (row["date_from"], row["date_to"])
        if not missing(row["date_from"])
        else (row["published"], None)
    )
    facts = [None if missing(day) else words.date(day, day_to, None), row["source"]]
    facts += [] if row["kind"] == "direct" else [words.t("indirect quote")]
    return {
        "quote": f"«{quoted}»" if row["kind"] == "direct" else quoted,
        "who": plain(speaker(row, words)),
        "about": plain(" · ".join(part for part in about if part)),
        "facts": plain(" · ".join(part for part in facts if part)),
        "brand": words.t("Alaqat"),
        "direction": words.direction,
        "name": f"quote-{row['quote_id']}.png",
    }


def _button(name: str, label: str, /, **values: str) -> str:
    data = "".join(f' data-{key}="{escape(escape(value))}"' for key, value in values.items())
    return f'<button type="button" class="quote-tool {name}"{data}>{escape(label)}</button>'
