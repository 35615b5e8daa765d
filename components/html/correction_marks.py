"""Corrections as HTML (the mark on a card, the counts by kind) and as CSV."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import pandas as pd

from alaqat.export.csv_table import csv_bytes
from alaqat.store.schema import FRAMES
from components.data.frame_rows import rows
from components.i18n.catalogue import N_
from components.i18n.escape import escape
from components.i18n.words import Words

Row = Mapping[str, Any]
KINDS: Final = {
    "date": N_("date"),
    "code": N_("code"),
    "actors": N_("who did it"),
    "recipients": N_("to whom"),
    "speaker": N_("speaker"),
    "merge": N_("two names joined"),
    "apart": N_("a name kept apart"),
    "join": N_("two events joined"),
    "split": N_("a report made an event of its own"),
    "hide": N_("hidden"),
}


def kind(name: str, words: Words) -> str:
    """The name of a kind of correction."""
    return words.t(KINDS[name])


def corrections_of(corrections: pd.DataFrame, item: object) -> list[dict[str, Any]]:
    """The corrections applied to an event, quote or entity, by its id."""
    return rows(corrections[corrections["item"] == item])


def mark(corrected: Iterable[Row], words: Words) -> str:
    """What was corrected, why, by whom, when; empty without corrections."""
    lines = [
        f"<p><strong>{escape(words.t('Corrected'))}</strong> {line(row, words)}</p>"
        for row in corrected
    ]
    return f'<div class="corrected meta">{"".join(lines)}</div>' if lines else ""


def line(row: Row, words: Words) -> str:
    """One correction in a line: `date: a reason — a name, 3 March 2026`."""
    who = [f"<bdi>{escape(row['by'])}</bdi>"] if row["by"] else []
    who += [f"<bdi>{escape(words.date(row['day']))}</bdi>"] if row["day"] else []
    reason = f"<bdi>{escape(row['reason'])}</bdi>" if row["reason"] else ""
    parts = (f"{escape(kind(row['kind'], words))}", reason, escape(words.t(", ")).join(who))
    return " · ".join(part for part in parts if part)


def lost(corrections: Iterable[Row]) -> list[Row]:
    """Corrections whose target is in no article of the store, except items that were hidden."""
    return [
        row
        for row in corrections
        if row["item"] is None and (row["kind"] != "hide" or _is_report(row["a"]))
    ]


def _is_report(key: str) -> bool:
    """True for the key of a report of an event: `<article id of 16 characters>:…:<offset>`."""
    article, _, offset = key.rpartition(":")
    return len(article) == 16 and offset.isdigit()


def summary(corrections: pd.DataFrame, words: Words, href: str) -> str:
    """Corrections by kind, and those without a target; `href` is the complete list."""
    listed = rows(corrections)
    title = f"<h2>{escape(words.t('What readers corrected'))}</h2>"
    if not listed:
        none = words.t(
            "Nothing so far. A card's link “correct” says what is wrong, with a reason and a name."
        )
        return f'<section class="corrections">{title}<p>{escape(none)}</p></section>'
    counts = Counter(row["kind"] for row in listed)
    body = "".join(
        f'<tr><th scope="row">{escape(kind(name, words))}</th>'
        f'<td class="num">{counts[name]}</td></tr>'
        for name in KINDS
        if counts[name]
    )
    what, count = escape(words.t("What")), escape(words.t("How many"))
    heads = f'<th scope="col">{what}</th><th scope="col" class="num">{count}</th>'
    label = escape(words.t("all corrections, with reason and name"))
    return (
        f'<section class="corrections">{title}<div class="scroll"><table class="data">'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
        f'{_lost(lost(listed), words)}<p><a href="{escape(href)}">{label}</a></p></section>'
    )


def _lost(corrections: Sequence[Row], words: Words) -> str:
    if not corrections:
        return ""
    count = words.n(
        "{count} correction finds nothing to correct: its article was read otherwise or taken out.",
        "{count} corrections find nothing to correct: "
        "their articles were read otherwise or taken out.",
        len(corrections),
    )
    items = "".join(
        f'<li>{line(row, words)} <code dir="ltr">{escape(row["a"])}</code></li>'
        for row in corrections
    )
    return f'<p class="notice">{escape(count)}</p><ul class="plain">{items}</ul>'


def export(corrections: pd.DataFrame) -> bytes:
    """The corrections as CSV for a spreadsheet."""
    return csv_bytes(corrections, FRAMES["corrections"])
