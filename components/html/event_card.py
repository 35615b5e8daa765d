"""The card of an event: its date, parties, sentence in context, rule, and other reports."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from components.html import correction_marks
from components.html.action_links import copy_link
from components.i18n.catalogue import N_
from components.i18n.escape import escape, is_missing
from components.i18n.event_labels import (
    CERTAINTY,
    date_label,
    event_label,
    parties_label,
    status_label,
)
from components.i18n.words import Words
from components.theme.event_kinds import CATEGORIES, kind

Row = Mapping[str, Any]
Link = Callable[..., str]

DATED_BY: Final = {
    "sentence": N_("dated by its own sentence"),
    "context": N_("dated by the text around it"),
    "event": N_("dated from another event"),
    "article": N_("dated by the day of publication"),
    "correction": N_("dated by a reader's correction"),
    "model": N_("dated by a language model alone"),
}
QUOTE: Final = 160  # characters of a quote on the card
AROUND: Final = 600  # characters of a paragraph shown on each side of the sentence


@dataclass(frozen=True, slots=True)
class More:
    """What a card shows beyond its event.

    `others` are further reports with their articles, `quotes` the number of quotes of the event's
    days and the rows of a few, `before` and `after` the ids of the events around it, `pin` the HTML
    of its link to the story, `cite` that of the list of its citations.
    """

    others: Sequence[tuple[Row, Row]] = ()
    quotes: tuple[int, Sequence[Row]] = (0, ())
    before: str | None = None
    after: str | None = None
    pin: str = ""
    cite: str = ""


def card(row: Row, article: Row, words: Words, link: Link, more: More = More()) -> str:
    """The card of an event, as HTML.

    `article` is the row of the leading report's article. `link(page, **changes)` is the address of
    a page with the reader's filters. `row` may have `corrected`, its rows of the frame
    `corrections`, and `cause_event`, the row of the event that its cause reports.
    """
    href = escape(link("articles", article=row["article_id"], at=int(row["start"])))
    correct = escape(link("correct", correct=f"e:{row['event_id']}"))
    rule = escape(link("rule", rule=row["rule"]))
    copy = copy_link(f"e/{row['event_id']}?lang={words.lang}", words)
    parts = [
        _steps(more, words, link),
        _head(row, words),
        f'<blockquote lang="ar" dir="rtl">{passage(row, article["text"])}</blockquote>',
        f'<p class="meta">{_origin(article, words)} · '
        f'<a href="{href}">{escape(words.t("read it in its article"))}</a></p>',
        _cause(row, words, link),
        f'<p class="meta">{_method(row, words, rule)}</p>',
        correction_marks.mark(row.get("corrected", ()), words),
        _reports(more.others, words, link),
        _quotes(row, more.quotes, words, link),
        f'<p class="tools"><a class="quiet" href="{correct}">{escape(words.t("correct"))}</a> '
        f"{more.pin} {copy}</p>",
        more.cite,
    ]
    title, style = escape(words.t("The chosen event")), f"card event {row['polarity']}"
    return (
        f'<section class="{style}" aria-label="{title}" tabindex="-1" '
        f'data-event="{escape(row["event_id"])}">{"".join(parts)}</section>'
    )


def _steps(more: More, words: Words, link: Link) -> str:
    """The links of the card's upper edge: to the event before, to the one after, and to close.

    An event shown by itself has no neighbours, and no links to them.
    """
    back, on = ("→", "←") if words.is_rtl else ("←", "→")
    steps = []
    if more.before or more.after:
        steps = [
            _step("before", more.before, f"{back} {words.t('previous')}", link),
            _step("after", more.after, f"{words.t('next')} {on}", link),
        ]
    close = f'<a class="close" href="{escape(link("timeline", event=None))}">'
    return f'<p class="steps">{"".join(steps)}{close}{escape(words.t("close"))} ×</a></p>'


def _step(side: str, event: str | None, text: str, link: Link) -> str:
    if event is None:
        return f'<span class="{side}">{escape(text)}</span>'
    return f'<a class="{side}" href="{escape(link("timeline", event=event))}">{escape(text)}</a>'


def _head(row: Row, words: Words) -> str:
    who = escape(parties_label(row, words) or words.t("nobody named"))
    return (
        f"<h2>{escape(date_label(row, words))}</h2>"
        f'<p class="who">{who}</p><p class="what">{labelled_mark(row, words)}</p>'
    )


def labelled_mark(row: Row, words: Words, *, title: str = "") -> str:
    """The mark of an event's kind in the colour of its side, its label and its status."""
    tooltip, status = f' title="{escape(title)}"' if title else "", status_label(row, words)
    mark, label = kind(row["kind"]).mark, escape(event_label(row, words))
    what = f'<span class="{row["polarity"]}"{tooltip}>{mark} {label}</span>'
    return f'{what} <span class="status">{escape(status)}</span>' if status else what


def passage(row: Row, text: str) -> str:
    """The event's sentence marked in its paragraph, the trigger in bold; everything escaped."""
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
    trigger = f"<strong>{escape(text[first:last])}</strong>"
    return f"{escape(text[start:first])}{trigger}{escape(text[last:end])}"


def _cause(row: Row, words: Words, link: Link) -> str:
    """The cause that the text states, linked to its own event; empty if it states none."""
    if is_missing(row.get("cause")):
        return ""
    title = f'<span class="meta">{escape(words.t("stated cause"))}</span>'
    quoted = f'<bdi lang="ar">«{escape(row["cause"])}»</bdi>'
    return (
        f'<p class="cause">{title}{_cause_link(row.get("cause_event"), words, link)} {quoted}</p>'
    )


def _cause_link(event: Row | None, words: Words, link: Link) -> str:
    if event is None:
        return ""
    address = escape(link("timeline", event=event["event_id"]))
    label = f"{kind(event['kind']).mark} {event_label(event, words)}"
    date = escape(date_label(event, words))
    return f' <a href="{address}">{escape(label)}{words.comma}<bdi>{date}</bdi></a>'


def _origin(article: Row, words: Words) -> str:
    outlet = words.t("outlet not stated") if is_missing(article["source"]) else article["source"]
    parts = [
        outlet,
        None if is_missing(article["title"]) else article["title"],
        words.t("published {date}", date=_day(article, words)),
        None if words.is_rtl else words.t("in Arabic"),
    ]
    return " · ".join(f"<bdi>{escape(part)}</bdi>" for part in parts if part)


def _day(article: Row, words: Words) -> str:
    if is_missing(article["published"]):
        return words.t("on an unknown day")
    return words.date(article["published"])


def _method(row: Row, words: Words, rule_page: str) -> str:
    """How sure the event is, basis of its date, category, intensity, rule, number of reports.

    `rule_page` is the escaped address of the page of its rule.
    """
    dated = words.t(DATED_BY.get(row["dated_by"], N_("nothing dates it")))
    category = words.t(CATEGORIES.get(row["plover"], N_("outside the event codes")))
    strength = words.t("intensity {value}", value=words.signed(float(row["intensity"])))
    name = f'<code dir="ltr">{escape(row["rule"])}</code>'
    rule = f'{escape(words.t("rule"))} <a href="{rule_page}">{name}</a>'
    count = words.n("{count} report", "{count} reports", int(row["reports"]))
    sure = words.t(CERTAINTY[row["certainty"]])
    coded = escape(category) + _code(row)
    return " · ".join([*map(escape, (sure, dated)), coded, escape(strength), rule, escape(count)])


def _code(row: Row) -> str:
    if is_missing(row["plover"]):
        return ""
    mode = "" if is_missing(row["mode"]) else f" / {row['mode']}"
    return f' (<code dir="ltr">{escape(row["plover"])}{escape(mode)}</code>)'


def _reports(others: Iterable[tuple[Row, Row]], words: Words, link: Link) -> str:
    items = [_report(report, article, words, link) for report, article in others]
    if not items:
        return ""
    return f'<h3>{escape(words.t("Also reported"))}</h3><ul class="reports">{"".join(items)}</ul>'


def _quotes(row: Row, quotes: tuple[int, Sequence[Row]], words: Words, link: Link) -> str:
    """The quotes of the event's days, with a link to all of its years if there are more."""
    count, shown = quotes
    if not shown:
        return ""
    items = "".join(f"<li>{_quote(quote, words, link)}</li>" for quote in shown)
    title = escape(words.t("Quotes of these days"))
    more = ""
    if count > len(shown):
        first, last = row["date_from"].year, row["date_to"].year
        all_quotes = words.n("{count} quote", "{count} quotes", count)
        address = escape(link("quotes", event=None, year_from=first, year_to=last))
        more = f'<p><a class="meta" href="{address}">{escape(all_quotes)}</a></p>'
    return f'<h3>{title}</h3><ul class="plain said">{items}</ul>{more}'


def _quote(quote: Row, words: Words, link: Link) -> str:
    speaker = words.name(quote, "speaker") or words.t("nobody named")
    address = escape(link("quotes", event=None, quote=quote["quote_id"]))
    text = textwrap.shorten(quote["text"], QUOTE, placeholder=" …")
    return (
        f'<a href="{address}"><bdi class="meta">{escape(speaker)}</bdi>'
        f'<span lang="ar" dir="rtl">«{escape(text)}»</span></a>'
    )


def _report(report: Row, article: Row, words: Words, link: Link) -> str:
    href = escape(link("articles", article=report["article_id"], at=int(report["start"])))
    sentence = f'<bdi lang="ar">{escape(report["sentence"])}</bdi>'
    return f'<li>{sentence} <a class="meta" href="{href}">{_origin(article, words)}</a></li>'
