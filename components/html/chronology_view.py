"""A chronology beside the extracted events: what is covered, by year, and both in one table.

The entries are the reader's or those that come with Alaqat; all text is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from alaqat.reference.chronology_comparison import ChronologyComparison, Pairing, YearCount
from alaqat.reference.reference_file import REFUSALS, ChronologyRefused, Entry
from components.html.event_card import labelled_mark
from components.i18n.catalogue import N_
from components.i18n.escape import escape
from components.i18n.event_labels import date_label, parties_label
from components.i18n.words import Words

Row = Mapping[str, Any]
Link = Callable[..., str]
LABELS: Final = 7  # most years named below the chart
STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 1000)
MOST: Final = 500  # rows of the table
PRECISIONS: Final = {
    "day": N_("same day"),
    "month": N_("same month or so"),
    "year": N_("same year or so"),
}
# the sentences of `REFUSALS`, which are translated
SENTENCES: Final = (
    N_("{file} is neither UTF-8 nor Windows-1256 text; save it as CSV in UTF-8"),
    N_("{file} has more than 2 MB; keep the columns of the date and the text"),
    N_("{file}, row {row}: there are more than 2,000 rows; split the file"),
    N_("{file}, row 1: no column is named date and text; name them in the first row"),
    N_("{file}, row {row}: the quotation marks do not match; close the text with one"),
    N_("{file}, row {row}: “{value}” is no date; write 2010-05-31, 31/5/2010, 2010-05 or 2010"),
    N_("{file}, row {row}: the text is missing; write what happened, or delete the row"),
    N_("{file} has no row with a date and a text; add one"),
)


def refused(problem: ChronologyRefused, words: Words) -> str:
    """Why a file is no chronology, in the reader's language."""
    values = {name: str(value) for name, value in problem.values.items()}
    text = words.t(REFUSALS[problem.reason], **values)
    return f'<p class="notice" role="alert">{escape(text)}</p>'


def summary(comparison: ChronologyComparison, words: Words) -> str:
    """How many entries are covered and how exactly, how many are missing, how many events extra."""
    by = comparison.precisions()
    covered = words.t(
        "{matched} of {entries} are covered: {share}",
        matched=words.number(len(comparison.matched)),
        entries=words.n("{count} entry", "{count} entries", comparison.entries),
        share=_percent(comparison.recall),
    )
    exact = [
        f"{words.t(PRECISIONS[name])}: {words.number(count)}" for name, count in by.items() if count
    ]
    parts = [
        " · ".join(words.run(part) for part in exact),
        words.n("{count} entry is missing", "{count} entries are missing", len(comparison.missing)),
        words.n(
            "{count} extracted event is not in the chronology",
            "{count} extracted events are not in the chronology",
            len(comparison.extra),
        ),
    ]
    rest = "".join(f"<li>{escape(part)}</li>" for part in parts if part)
    note = words.t(
        "A match is one of dates: an entry and an event of the same days, or one within the month "
        "or year of the other. The chronology is shown beside the events and never mixed into them."
    )
    return (
        f'<p class="recall-sentence" role="status">{escape(covered)}</p>'
        f'<ul class="plain">{rest}</ul><p class="meta">{escape(note)}</p>'
    )


def _percent(share: float) -> str:
    return f"{share:.0%}"


def chart(years: Sequence[YearCount], words: Words) -> str:
    """The entries of each year as a column, the covered ones filled; and the same as a table."""
    first, last = years[0].year, years[-1].year
    by_year = {count.year: count for count in years}
    most = max(count.entries for count in years)
    columns = "".join(
        _column(by_year.get(year, YearCount(year, 0, 0)), most) for year in range(first, last + 1)
    )
    label = escape(words.t("Entries of each year, the covered ones filled"))
    return (
        f'<figure class="recall"><figcaption class="meta">{label}</figcaption>'
        f'<div class="recall-columns" aria-hidden="true">{columns}</div>'
        f'<div class="recall-years" aria-hidden="true">{"".join(_labels(first, last))}</div>'
        f"</figure>{_table(years, words)}"
    )


def _column(count: YearCount, most: int) -> str:
    """A column: a box for each entry, at most as high as that of the fullest year."""
    boxes = "<b></b>" * count.matched + "<i></i>" * (count.entries - count.matched)
    height = f' style="--most:{most}"'
    return f"<span{height}>{boxes}</span>"


def _labels(first: int, last: int) -> Iterator[str]:
    count = last - first + 1
    step = next(step for step in STEPS if count / step <= LABELS)
    for year in range(first + -first % step, last + 1, step):
        place = (year - first + 0.5) / count
        yield f'<span style="inset-inline-start:{place:.2%}">{year}</span>'


def _table(years: Sequence[YearCount], words: Words) -> str:
    heads = (words.t("Year"), words.t("Entries"), words.t("Covered"), words.t("Share"))
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join(
        f'<tr><th scope="row">{count.year}</th><td class="num">{count.entries}</td>'
        f'<td class="num">{count.matched}</td>'
        f'<td class="num">{_percent(count.matched / count.entries)}</td></tr>'
        for count in years
    )
    title = escape(words.t("The years as a table"))
    return (
        f'<details class="balance"><summary>{title}</summary><div class="scroll">'
        f'<table class="data"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
        "</div></details>"
    )


def side_by_side(comparison: ChronologyComparison, words: Words, link: Link) -> str:
    """The entries beside the extracted events in order of time, with what is missing on a side."""
    lines: list[tuple[date, str]] = [
        *((pairing.entry.first, _matched(pairing, words, link)) for pairing in comparison.matched),
        *((entry.first, _missing(entry, words)) for entry in comparison.missing),
        *((row["date_from"].date(), _extra(row, words, link)) for row in comparison.extra),
    ]
    ordered = sorted(lines, key=lambda line: line[0])
    heads = (words.t("Date"), words.t("In the chronology"), words.t("Extracted from the articles"))
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    body = "".join(line for _, line in ordered[:MOST])
    more = ""
    if len(ordered) > MOST:
        text = words.t("The first {count} rows are shown.", count=MOST)
        more = f'<p class="meta">{escape(text)}</p>'
    return (
        f'<div class="scroll"><table class="data beside-chronology"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>{more}"
    )


def _entry(entry: Entry, words: Words) -> str:
    source = f'<span class="meta"><bdi>{escape(entry.source)}</bdi></span>' if entry.source else ""
    return f'<bdi dir="auto">{escape(entry.written(words.lang))}</bdi> {source}'


def _when(entry: Entry, words: Words) -> str:
    return escape(
        words.span(entry.first, entry.last) if entry.first != entry.last else words.day(entry.first)
    )


def _matched(pairing: Pairing, words: Words, link: Link) -> str:
    events = "".join(f"<li>{_event(row, words, link)}</li>" for row in pairing.events)
    how = escape(words.t(PRECISIONS[pairing.precision]))
    return (
        f'<tr class="covered"><td class="date">{_when(pairing.entry, words)}</td>'
        f"<td>{_entry(pairing.entry, words)}</td>"
        f'<td><ul class="plain">{events}</ul><span class="meta">{how}</span></td></tr>'
    )


def _missing(entry: Entry, words: Words) -> str:
    text = escape(words.t("missing: no event of these days"))
    return (
        f'<tr class="missing-entry"><td class="date">{_when(entry, words)}</td>'
        f'<td>{_entry(entry, words)}</td><td><span class="meta">{text}</span></td></tr>'
    )


def _extra(row: Row, words: Words, link: Link) -> str:
    text = escape(words.t("extra: not in the chronology"))
    return (
        f'<tr class="extra-event"><td class="date">{escape(date_label(row, words))}</td>'
        f'<td><span class="meta">{text}</span></td><td>{_event(row, words, link)}</td></tr>'
    )


def _event(row: Row, words: Words, link: Link) -> str:
    address = escape(link("timeline", event=str(row["event_id"])))
    who, when = escape(parties_label(row, words)), escape(date_label(row, words))
    return (
        f'{labelled_mark(row, words)} <bdi>{who}</bdi> · <a href="{address}"><bdi>{when}</bdi></a>'
    )
