"""The citation of a quote as plain text, and the two buttons that copy it or save it as a picture.

`quote_tools.js` reads the buttons' data attributes. Their values are escaped twice, because the
sanitizer of Streamlit's HTML drops an attribute whose value looks like markup.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from components.i18n import countries
from components.i18n.bidi import isolate
from components.i18n.entity_names import office_name
from components.i18n.escape import escape, is_missing
from components.i18n.words import Words

Row = Mapping[str, Any]

LONGEST: Final = 1_200  # characters of a quote in a picture of 1200 × 630 pixels
# Characters that would change the direction of the text a citation is pasted into, or break its
# line
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
_ARABIC = re.compile("[\u0590-\u08ff]")
_ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)


def text(row: Row, words: Words) -> str:
    """The citation in one line: «words», speaker, role, day, outlet, title, day of publication,
    link.

    An indirect quote has no quotation marks and is called one.
    """
    parts = [
        None if row["kind"] == "direct" else words.t("indirect quote"),
        speaker(row, words),
        office_name(row, words),
        _quote_day(row, words),
        row["source"] or words.t("outlet not stated"),
        f"«{row['title']}»" if row["title"] else None,
        _day_published(row, words),
        address(row["url"]),
    ]
    reference = words.comma.join(_run(str(part), words) for part in parts if part)
    quoted = _run(str(row["text"]), words)
    return f"«{quoted}» {reference}" if row["kind"] == "direct" else f"{quoted} — {reference}"


def _day_published(row: Row, words: Words) -> str | None:
    if is_missing(row["published"]):
        return None
    return words.t("published {date}", date=words.date(row["published"]))


def _run(value: str, words: Words) -> str:
    """A part of a citation; Arabic in an English one is isolated, to keep the order of parts."""
    text = plain(value)
    return isolate(text) if not words.is_rtl and _ARABIC.search(text) else text


def _quote_day(row: Row, words: Words) -> str | None:
    if is_missing(row["date_from"]):
        return None
    return words.t("said {date}", date=words.date(row["date_from"], row["date_to"], None))


def speaker(row: Row, words: Words) -> str:
    """The speaker in the reader's language; an English name is followed by the Arabic one."""
    name, arabic = words.name(row, "speaker"), row["speaker_ar"]
    if not name:
        return unnamed(row, words)
    is_enough = words.is_rtl or arabic in (None, "", name)
    return name if is_enough else f"{name} ({arabic})"


def speaker_name(row: Row, words: Words) -> str:
    """The speaker in the reader's language alone; the article's own words for one not named."""
    return words.name(row, "speaker") or unnamed(row, words)


def unnamed(row: Row, words: Words) -> str:
    """The label of a speaker without a name: the article's own words, if there are any."""
    if row["speaker_text"]:
        return words.t("not named: “{speaker}”", speaker=row["speaker_text"])
    return words.t("speaker not named")


def address(url: object) -> str | None:
    """`url` where it is a web address, else None."""
    return str(url) if isinstance(url, str) and _ADDRESS.fullmatch(url) else None


def plain(value: str) -> str:
    """`value` in one line and without bidi control characters."""
    return " ".join(_BREAKS.sub(" ", _BIDI_CONTROLS.sub("", value)).split())


def tools(row: Row, words: Words) -> tuple[str, str]:
    """The two buttons of a card, each with the element in which it reports success."""
    copy = _button(
        "quote-copy", words.t("Copy as citation"), citation=text(row, words), done=words.t("Copied")
    )
    save = _button("quote-save", words.t("Save as picture"), **picture(row, words))
    status = '<span class="quote-status" role="status"></span>'
    return f"<span>{copy} {status}</span>", f"<span>{save} {status}</span>"


def shown(row: Row, words: Words) -> str:
    """The citation as HTML, to be copied by hand where a script has no access to the clipboard."""
    title, cited = escape(words.t("Citation")), escape(text(row, words))
    return f'<p class="meta">{title}</p><p class="quote-cited" dir="{words.direction}">{cited}</p>'


def picture(row: Row, words: Words) -> dict[str, str]:
    """The texts of the quote's picture, by the names of the button's data attributes."""
    quoted = plain(str(row["text"]))
    quoted = quoted if len(quoted) <= LONGEST else f"{quoted[:LONGEST]}…"
    state = countries.name(row["country"], words.lang)
    about = [office_name(row, words), state if state != words.name(row, "speaker") else None]
    facts = [_day(row, words), row["source"]]
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


def _day(row: Row, words: Words) -> str | None:
    """The date of the quote, else that of its article."""
    if not is_missing(row["date_from"]):
        return words.date(row["date_from"], row["date_to"], None)
    return None if is_missing(row["published"]) else words.date(row["published"], None, None)


def _button(name: str, label: str, /, **values: str) -> str:
    data = "".join(f' data-{key}="{escape(escape(value))}"' for key, value in values.items())
    return f'<button type="button" class="quote-tool {name}"{data}>{escape(label)}</button>'
