"""The measured scores: one sentence for those who only read one, then a table for each subject."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from alaqat.model.settings import DEFAULT_READER
from components.html.method_text import Row, rows
from components.i18n.catalogue import N_
from components.i18n.escape import escape
from components.i18n.words import Words

F1: Final = N_(
    "F1 joins how much of what is found is right with how much of what is there is found; 1 is all "
    "of it."
)
HEADS: Final = (
    N_("Measure"),
    N_("Value"),
    N_("Measured on"),
    N_("Day"),
    N_("For comparison"),
)
# words that the cell `on` has where errors on the articles were read while rules were written
_DEVELOPED: Final = "developed on"


def lead(words: Words) -> str:
    """How far to trust what is shown, in one sentence; empty if no reader was measured."""
    measured = [row for row in rows("reader_scores") if not row["group"]]
    readers = [row["reader"] for row in measured]
    if not readers:
        return ""
    reader = DEFAULT_READER if DEFAULT_READER in readers else readers[0]
    scores = {row["measure"]: row for row in measured if row["reader"] == reader}
    events, quotes = scores["event_date_f1"], scores["quote_speaker_f1"]
    text = words.t(
        "Of ten dated events shown here about {right} have the right days, and of ten that the "
        "articles report about {found} are shown; of ten quotes about {speakers} have the right "
        "words and speaker. So read the sentence before you cite an event. Measured on {articles} "
        "annotated articles.",
        right=_of_ten(events["precision"]),
        found=_of_ten(events["recall"]),
        speakers=_of_ten(quotes["precision"]),
        articles=int(events["articles"]),
    )
    return f'<p class="lead">{escape(text)}</p>'


def _of_ten(share: str) -> int:
    return round(10 * float(share))


def html(words: Words) -> str:
    """The tables of scores: those on unseen material first, the others folded under them."""
    subjects: dict[str, list[Row]] = {}
    for row in rows("scores"):
        subjects.setdefault(_subject(row), []).append(row)
    tables = "".join(_subject_tables(found, words) for found in subjects.values())
    title, note = escape(words.t("How well")), escape(words.t(F1))
    return f'<h2>{title}</h2><p class="meta">{note}</p>{tables}'


def _subject(row: Row) -> str:
    return row["measure"].partition(":")[0]


def _subject_tables(found: Sequence[Row], words: Words) -> str:
    """The heading of a subject, its scores on unseen material, and the folded others."""
    title = words.name(found[0], "measure").partition(":")[0]
    unseen = [row for row in found if _DEVELOPED not in row["on"]]
    others = [row for row in found if _DEVELOPED in row["on"]]
    if not unseen:
        unseen, others = others, []
    folded = ""
    if others:
        summary = escape(words.t("on articles whose errors were read while rules were written"))
        folded = f"<details><summary>{summary}</summary>{_table(others, words)}</details>"
    return f"<section><h3>{escape(title)}</h3>{_table(unseen, words)}{folded}</section>"


def _table(found: Sequence[Row], words: Words) -> str:
    head = "".join(f'<th scope="col">{escape(words.t(text))}</th>' for text in HEADS)
    body = "".join(_score(row, words) for row in found)
    return (
        f'<div class="scroll"><table class="data scores"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _score(row: Row, words: Words) -> str:
    day = words.date(date.fromisoformat(row["measured"]))
    rest = (words.name(row, "on"), day, words.name(row, "reference"))
    name = words.name(row, "measure")
    measure = escape(name.partition(":")[2].strip() or name)
    cells = "".join(f"<td><bdi>{escape(cell)}</bdi></td>" for cell in rest)
    return f'<tr><td>{measure}</td><td><bdi dir="ltr">{escape(row["value"])}</bdi></td>{cells}</tr>'
