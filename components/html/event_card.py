"""One event told in full: its date as known, the parties, the sentence inside its paragraph, and how it was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from components.charts.event_layout import called, date_of, parties, status
from components.html import correction_marks
from components.i18n.catalogue import N_, Words, escape, missing
from components.theme.event_kinds import CATEGORIES, kind

Row = Mapping[str, Any]
Link = Callable[..., str]

DATED_BY: Final = {
    "sentence": N_("dated by its own sentence"),
    "context": N_("dated by the text around it"),
    "event": N_("dated from another event"),
    "article": N_("dated by the day of publication"),
    "correction": N_("dated by a reader's correction"),
}
AROUND: Final = 600  # characters of a paragraph shown on each side of the sentence


def card(
    row: Row, article: Row, words: Words, link: Link, others: Iterable[tuple[Row, Row]] = ()
) -> str:
    """The card of an event, as HTML.

    `article` is the row its leading report comes from; `others` are further reports with theirs. `link(page,
    **changes)` makes the address of a page that keeps the reader's choice. `row` may have `corrected`, its rows
    of the frame `corrections`.
    """
    place = escape(link("articles", article=row["article_id"], at=int(row["start"])))
    wrong = escape(link("correct", correct=f"e:{row['event_id']}"))
    parts = [
        _head(row, words),
        f'<blockquote lang="ar" dir="rtl">{passage(row, article["text"])}</blockquote>',
        f'<p class="meta">{_origin(article, words)} · '
        f'<a href="{place}">{escape(words.t("read it in its article"))}</a></p>',
        f'<p class="meta">{_method(row, words)}</p>{correction_marks.mark(row.get("corrected", ()), words)}',
        _reports(others, words, link),
        f'<p><a class="quiet" href="{wrong}">{escape(words.t("correct"))}</a> · '
        f'<a class="quiet" href="{escape(link("timeline", event=None))}">{escape(words.t("close"))}</a></p>',
    ]
    title = escape(words.t("The chosen event"))
    return f'<section class="card event {row["polarity"]}" aria-label="{title}">{"".join(parts)}</section>'


def _head(row: Row, words: Words) -> str:
    side, told = kind(row["kind"]), status(row, words)
    what = f'<span class="{row["polarity"]}">{side.mark} {escape(called(row, words))}</span>'
    what += f' <span class="status">{escape(told)}</span>' if told else ""
    who = parties(row, words)
    return (
        f"<h2>{escape(date_of(row, words))}</h2>"
        f'<p class="who">{escape(who) if who else escape(words.t("nobody named"))}</p><p class="what">{what}</p>'
    )


def passage(row: Row, text: str) -> str:
    """The event's sentence marked inside its paragraph, its trigger stronger; everything escaped."""
    start, end = int(row["start"]), int(row["end"])
    first = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    line = text.find("\n", end)
    last = min(line if line >= 0 else len(text), end + AROUND)
    return f"{escape(text[first:start])}<mark>{_sentence(row, text)}</mark>{escape(text[end:last])}"


def _sentence(row: Row, text: str) -> str:
    start, end, first, last = (
        int(row[name]) for name in ("start", "end", "trigger_start", "trigger_end")
    )
    if not start <= first < last <= end:
        return escape(text[start:end])
    return f"{escape(text[start:first])}<strong>{escape(text[first:last])}</strong>{escape(text[last:end])}"


def _origin(article: Row, words: Words) -> str:
    outlet = words.t("outlet not stated") if missing(article["source"]) else article["source"]
    parts = [
        outlet,
        None if missing(article["title"]) else article["title"],
        words.t("published {date}", date=_day(article, words)),
    ]
    return " · ".join(f"<bdi>{escape(part)}</bdi>" for part in parts if part)


def _day(article: Row, words: Words) -> str:
    return (
        words.date(article["published"])
        if not missing(article["published"])
        else words.t("on an unknown day")
    )


def _method(row: Row, words: Words) -> str:
    """How the event was read: its date, its code, its rule, how many reports."""
    dated = words.t(DATED_BY.get(row["dated_by"], N_("nothing dates it")))
    coded = (
        words.t(CATEGORIES[row["plover"]])
        if row["plover"] in CATEGORIES
        else words.t("outside the event codes")
    )
    mode = "" if missing(row["mode"]) else f" / {row['mode']}"
    code = (
        ""
        if missing(row["plover"])
        else f' (<code dir="ltr">{escape(row["plover"])}{escape(mode)}</code>)'
    )
    strength = words.t("intensity {value}", value=f"{float(row['intensity']):+g}")
    rule = f'{escape(words.t("rule"))} <code dir="ltr">{escape(row["rule"])}</code>'
    count = words.n("{count} report", "{count} reports", int(row["reports"]))
    return " · ".join([escape(dated), escape(coded) + code, escape(strength), rule, escape(count)])


def _reports(others: Iterable[tuple[Row, Row]], words: Words, link: Link) -> str:
    items = [_report(report, article, words, link) for report, article in others]
    if not items:
        return ""
    return f'<h3>{escape(words.t("Also reported"))}</h3><ul class="reports">{"".join(items)}</ul>'


def _report(report: Row, article: Row, words: Words, link: Link) -> str:
    place = escape(link("articles", article=report["article_id"], at=int(report["start"])))
    sentence = f'<bdi lang="ar">{escape(report["sentence"])}</bdi>'
    return f'<li>{sentence} <a class="meta" href="{place}">{_origin(article, words)}</a></li>'
