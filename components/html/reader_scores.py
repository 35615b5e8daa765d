"""The scores of the readers as an HTML table, from the file of `alaqat evaluate --table`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from components.html.method_text import Row, rows
from components.i18n.catalogue import N_
from components.i18n.escape import escape
from components.i18n.words import Words

# measures in the order of the columns
MEASURES: Final = {
    "event_trigger_f1": N_("Events found"),
    "event_date_f1": N_("… and dated"),
    "event_type_f1": N_("… and coded"),
    "event_side_f1": N_("Sides"),
    "quote_f1": N_("Quotes found"),
    "quote_speaker_f1": N_("… with speaker"),
}


def html(words: Words) -> str:
    """A row for each reader that was scored, with F1 for each measure; nothing without scores."""
    scores = [row for row in rows("reader_scores") if not row["group"]]
    readers = list(dict.fromkeys(row["reader"] for row in scores))
    if not readers:
        return ""
    heads = (words.t("Reader"), *map(words.t, MEASURES.values()))
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join(_reader(name, scores) for name in readers)
    return (
        f"<h2>{escape(words.t('How well each reader reads'))}</h2>"
        f'<p class="meta">{escape(_measured_on(scores[0], words))}</p>'
        f'<div class="scroll"><table class="data scores"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _measured_on(row: Row, words: Words) -> str:
    day = words.date(date.fromisoformat(row["measured"]))
    return words.t(
        "F1 on {count} annotated articles, measured on {day}. Quotes are scored in those articles "
        "that have their quotes annotated.",
        count=int(row["articles"]),
        day=day,
    )


def _reader(name: str, scores: Sequence[Row]) -> str:
    values = {row["measure"]: f"{float(row['f1']):.2f}" for row in scores if row["reader"] == name}
    cells = "".join(
        f'<td><bdi dir="ltr">{escape(values.get(measure, "–"))}</bdi></td>' for measure in MEASURES
    )
    return f'<tr><th scope="row"><bdi dir="ltr">{escape(name)}</bdi></th>{cells}</tr>'
