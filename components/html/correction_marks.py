"""What readers corrected, as HTML: the mark on a card, the list of a thing, the counts by kind; and as CSV."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import pandas as pd

from alaqat.export.table_files import csv_bytes
from components.data.frame_rows import rows
from components.i18n.catalogue import N_, Words, escape

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
    """What a kind of correction changes, in words."""
    return words.t(KINDS[name])


def of(corrections: pd.DataFrame, item: object) -> list[dict[str, Any]]:
    """The corrections that were carried out on one event, quote or entity, by its id."""
    return rows(corrections[corrections["item"] == item])


def mark(found: Iterable[Row], words: Words) -> str:
    """The mark of a corrected thing: what was corrected, why, by whom, when; nothing for a thing left as read."""
    lines = [
        f"<p><strong>{escape(words.t('Corrected'))}</strong> {told(row, words)}</p>"
        for row in found
    ]
    return f'<div class="corrected meta">{"".join(lines)}</div>' if lines else ""


def told(row: Row, words: Words) -> str:
    """One correction in a line: `date: a reason — a name, 3 March 2026`."""
    who = [f"<bdi>{escape(row['by'])}</bdi>"] if row["by"] else []
    who += [f"<bdi>{escape(words.date(row['day']))}</bdi>"] if row["day"] else []
    reason = f"<bdi>{escape(row['reason'])}</bdi>" if row["reason"] else ""
    parts = (f"{escape(kind(row['kind'], words))}", reason, escape(words.t(", ")).join(who))
    return " · ".join(part for part in parts if part)


def lost(found: Iterable[Row]) -> list[Row]:
    """Corrections whose target no article held now gives; what is hidden is gone because it was found."""
    return [
        row
        for row in found
        if row["item"] is None and not (row["kind"] == "hide" and not _report(row["a"]))
    ]


def _report(key: str) -> bool:
    article, _, offset = key.rpartition(":")
    return len(article) == 16 and offset.isdigit()


def summary(corrections: pd.DataFrame, words: Words, href: str) -> str:
    """The corrections of a build counted by kind, and those that find nothing to correct; `href` lists them all."""
    found = rows(corrections)
    title = f"<h2>{escape(words.t('What readers corrected'))}</h2>"
    if not found:
        none = words.t(
            "Nothing so far. A card's link “correct” says what is wrong, with a reason and a name."
        )
        return f'<section class="corrections">{title}<p>{escape(none)}</p></section>'
    counts = Counter(row["kind"] for row in found)
    body = "".join(
        f'<tr><th scope="row">{escape(kind(name, words))}</th><td class="num">{counts[name]}</td></tr>'
        for name in KINDS
        if counts[name]
    )
    heads = f'<th scope="col">{escape(words.t("What"))}</th><th scope="col" class="num">{escape(words.t("How many"))}'
    every = f'<p><a href="{escape(href)}">{escape(words.t("all corrections, with reason and name"))}</a></p>'
    table = f'<div class="scroll"><table class="data"><thead><tr>{heads}</th></tr></thead><tbody>{body}</tbody></table>'
    return f'<section class="corrections">{title}{table}</div>{_lost(lost(found), words)}{every}</section>'


def _lost(found: Sequence[Row], words: Words) -> str:
    if not found:
        return ""
    count = words.n(
        "{count} correction finds nothing to correct: its article was read otherwise or taken out.",
        "{count} corrections find nothing to correct: their articles were read otherwise or taken out.",
        len(found),
    )
    items = "".join(
        f'<li>{told(row, words)} <code dir="ltr">{escape(row["a"])}</code></li>' for row in found
    )
    return f'<p class="notice">{escape(count)}</p><ul class="plain">{items}</ul>'


def export(corrections: pd.DataFrame) -> bytes:
    """The corrections as CSV for a spreadsheet."""
    return csv_bytes(corrections, "corrections")
