"""One sentence of the store, step by step: how its date, its code, its parties and a speaker were read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

import pandas as pd

from components.charts.event_layout import called, parties, status
from components.data.frame_rows import rows
from components.html.event_card import DATED_BY
from components.html.method_terms import ANCHORS
from components.html.passages import marked
from components.i18n.catalogue import N_, Words, escape, isolate
from components.theme.event_kinds import CATEGORIES, kind

Row = dict[str, Any]
Link = Callable[..., str]
LONG: Final = 220  # characters of a sentence that is still easy to follow
DONE: Final = N_("told as done")


def chosen(events: pd.DataFrame, timexes: pd.DataFrame) -> tuple[Row, Row] | None:
    """An event that shows every step with the time expression that dates it; the plainest one, always the same."""
    dates = {
        (row["article_id"], row["sentence"]): row
        for row in rows(timexes)
        if row["date_from"] is not None
    }
    found = [
        (row, dates[row["article_id"], row["sentence_number"]])
        for row in rows(events)
        if row["dated_by"] == "sentence"
        and row["plover"]
        and (row["article_id"], row["sentence_number"]) in dates
    ]
    same = [(event, timex) for event, timex in found if event["date_from"] == timex["date_from"]]
    return min(same, key=_plainness, default=None)


def _plainness(pair: tuple[Row, Row]) -> tuple[bool, bool, bool, int, str]:
    """Both sides named, an interval to explain, a sentence of middle length."""
    event, timex = pair
    one_sided = len(event["actors"]) + len(event["recipients"]) < 2
    long = len(event["sentence"]) > LONG
    return (
        one_sided,
        long,
        timex["granularity"] != "range",
        abs(len(event["sentence"]) - 120),
        event["event_id"],
    )


def html(
    events: pd.DataFrame, timexes: pd.DataFrame, quotes: pd.DataFrame, words: Words, link: Link
) -> str:
    """The walk, or nothing where the store holds no event that shows it."""
    pair = chosen(events, timexes)
    if pair is None:
        return ""
    event, timex = pair
    spans = [
        (int(timex["start"]), int(timex["end"])),
        (int(event["trigger_start"]), int(event["trigger_end"])),
    ]
    told = marked(event["sentence"], int(event["start"]), spans)
    steps = [*_date(event, timex, words), *_code(event, words), *_speaker(quotes, words)]
    items = "".join(f"<li>{step}</li>" for step in steps)
    place = escape(link("timeline", event=event["event_id"]))
    return (
        f'<h2>{escape(words.t("One sentence, step by step"))}</h2><div class="walk">'
        f'<blockquote lang="ar" dir="rtl">{told}</blockquote><ol>{items}</ol>'
        f'<p><a class="quiet" href="{place}">{escape(words.t("this event on the timeline"))}</a></p></div>'
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
    mark = f"{kind(event['kind']).mark} {called(event, words)}"
    category = words.t(CATEGORIES.get(event["plover"], N_("Other events")))
    yield _step(words.t("Who"), parties(event, words) or words.t("nobody named"))
    code = words.t("“{text}” is {category}: {mark}", text=trigger, category=category, mark=mark)
    yield _step(words.t("Code"), code, event["rule"])
    yield _step(words.t("Intensity"), isolate(f"{float(event['intensity']):+g}"))
    yield _step(words.t("Status"), status(event, words) or words.t(DONE))
    yield _step(
        words.t("Reports"), words.n("{count} report", "{count} reports", int(event["reports"]))
    )


def _speaker(quotes: pd.DataFrame, words: Words) -> Iterable[str]:
    for row in rows(quotes):
        if (
            row["speaker"]
            and row["speaker_text"]
            and row["cue"]
            and row["speaker_text"] != row["speaker_ar"]
        ):
            told = words.t(
                "in another sentence “{cue}” leads in a quote and “{text}” is {name}",
                cue=row["cue"],
                text=row["speaker_text"],
                name=words.name(row, "speaker"),
            )
            yield _step(words.t("Speaker"), told, row["rule"])
            return


def _step(name: str, told: str, rule: str = "") -> str:
    made = f' <code dir="ltr">{escape(rule)}</code>' if rule else ""
    return f'<span class="meta">{escape(name)}</span> <span>{escape(told)}{made}</span>'
