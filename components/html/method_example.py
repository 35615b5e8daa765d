"""One sentence of the store as an example: how its date, code, parties and a speaker were found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

import pandas as pd

from components.data.frame_rows import rows
from components.html.event_card import DATED_BY
from components.html.method_terms import ANCHORS
from components.html.passages import marked
from components.i18n.catalogue import N_
from components.i18n.escape import escape
from components.i18n.event_labels import event_label, parties_label, status_label
from components.i18n.words import Words
from components.theme.event_kinds import CATEGORIES, kind

Row = dict[str, Any]
Link = Callable[..., str]
LONG: Final = 220  # characters; a longer sentence is a poor example
IDEAL: Final = 120  # characters of the best example
DONE: Final = N_("told as done")


def chosen(events: pd.DataFrame, timexes: pd.DataFrame) -> tuple[Row, Row] | None:
    """The clearest event that shows every step, with the time expression that dates it."""
    dates = {
        (row["article_id"], row["sentence"]): row
        for row in rows(timexes)
        if row["date_from"] is not None
    }
    coded = [row for row in rows(events) if row["dated_by"] == "sentence" and row["plover"]]
    pairs = [(row, dates.get((row["article_id"], row["sentence_number"]))) for row in coded]
    matching = [
        (event, timex)
        for event, timex in pairs
        if timex is not None and event["date_from"] == timex["date_from"]
    ]
    return min(matching, key=_clarity, default=None)


def _clarity(pair: tuple[Row, Row]) -> tuple[bool, bool, bool, int, str]:
    """Sort key, clearest first: both sides named, short, an interval, near the ideal length."""
    event, timex = pair
    one_sided = len(event["actors"]) + len(event["recipients"]) < 2
    long = len(event["sentence"]) > LONG
    return (
        one_sided,
        long,
        timex["granularity"] != "range",
        abs(len(event["sentence"]) - IDEAL),
        event["event_id"],
    )


def html(
    events: pd.DataFrame, timexes: pd.DataFrame, quotes: pd.DataFrame, words: Words, link: Link
) -> str:
    """The example, or nothing if the store has no suitable event."""
    pair = chosen(events, timexes)
    if pair is None:
        return ""
    event, timex = pair
    spans = [
        (int(timex["start"]), int(timex["end"])),
        (int(event["trigger_start"]), int(event["trigger_end"])),
    ]
    sentence = marked(event["sentence"], int(event["start"]), spans)
    steps = [*_date(event, timex, words), *_code(event, words), *_speaker(quotes, words)]
    items = "".join(f"<li>{step}</li>" for step in steps)
    href = escape(link("timeline", event=event["event_id"]))
    return (
        f'<h2>{escape(words.t("One sentence, step by step"))}</h2><div class="walk">'
        f'<blockquote lang="ar" dir="rtl">{sentence}</blockquote><ol>{items}</ol>'
        f'<p><a class="quiet" href="{href}">{escape(words.t("this event on the timeline"))}</a>'
        "</p></div>"
    )


def _date(event: Row, timex: Row, words: Words) -> Iterable[str]:
    day = words.date(timex["date_from"], timex["date_to"], timex["granularity"], mod=timex["mod"])
    yield _step(
        words.t("Time"), words.t("“{text}” is {date}", text=timex["text"], date=day), timex["rule"]
    )
    yield _step(words.t("Anchor"), words.t(ANCHORS.get(timex["anchor"], ANCHORS[None])))
    yield _step(words.t("Dated by"), words.t(DATED_BY[event["dated_by"]]))


def _code(event: Row, words: Words) -> Iterable[str]:
    start, first, last = int(event["start"]), int(event["trigger_start"]), int(event["trigger_end"])
    trigger = event["sentence"][first - start : last - start]
    mark = f"{kind(event['kind']).mark} {event_label(event, words)}"
    category = words.t(CATEGORIES.get(event["plover"], N_("Other events")))
    yield _step(words.t("Who"), parties_label(event, words) or words.t("nobody named"))
    code = words.t("“{text}” is {category}: {mark}", text=trigger, category=category, mark=mark)
    yield _step(words.t("Code"), code, event["rule"])
    yield _step(words.t("Intensity"), words.signed(float(event["intensity"])))
    yield _step(words.t("Status"), status_label(event, words) or words.t(DONE))
    yield _step(
        words.t("Reports"), words.n("{count} report", "{count} reports", int(event["reports"]))
    )


def _speaker(quotes: pd.DataFrame, words: Words) -> Iterable[str]:
    row = next(filter(_has_resolved_speaker, rows(quotes)), None)
    if row is not None:
        text = words.t(
            "in another sentence “{cue}” leads in a quote and “{text}” is {name}",
            cue=row["cue"],
            text=row["speaker_text"],
            name=words.name(row, "speaker"),
        )
        yield _step(words.t("Speaker"), text, row["rule"])


def _has_resolved_speaker(quote: Row) -> bool:
    """True if the quote has a cue and its speaker's words were resolved to another name."""
    is_complete = all(quote[column] for column in ("speaker", "speaker_text", "cue"))
    return is_complete and quote["speaker_text"] != quote["speaker_ar"]


def _step(name: str, text: str, rule: str = "") -> str:
    code = f' <code dir="ltr">{escape(rule)}</code>' if rule else ""
    return f'<span class="meta">{escape(name)}</span> <span>{escape(text)}{code}</span>'
