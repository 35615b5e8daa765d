"""Answers spoiled in many ways: each one is dropped or mended as its row says, and costs nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import pytest

from alaqat.build.pipeline import annotate
from alaqat.readers.endpoint.chat_client import EndpointFailed
from tests.readers.endpoint.chat_server import completion
from tests.readers.endpoint.own_texts import SUMMONS, party

SUMMONED, EXPELLED = (event[0] for event in SUMMONS.events)
SAID = SUMMONS.quotes[0][0]
HALF = json.dumps(SUMMONS.answer, ensure_ascii=False)[:200]


@dataclass(frozen=True)
class Row:
    """A way to spoil the answer, what is left of it, and the cause counted for what is not.

    `left` are the triggers and quotes that remain; `check` is a value of the first event.
    """

    name: str
    spoil: Callable[[dict[str, Any]], Any]
    left: tuple[str, ...] = (SUMMONED, EXPELLED, SAID)
    cause: str | None = None
    check: Callable[[Any], bool] = lambda found: True


def first(**changes: Any) -> Callable[[dict[str, Any]], None]:
    """Change fields of the first event."""
    return lambda answer: answer["events"][0].update(changes)


def quote(**changes: Any) -> Callable[[dict[str, Any]], None]:
    """Change fields of the quote."""
    return lambda answer: answer["quotes"][0].update(changes)


NO_FIRST, NO_QUOTE, ALL = (EXPELLED, SAID), (SUMMONED, EXPELLED), (SUMMONED, EXPELLED, SAID)
SENTENCE = SUMMONS.answer["events"][0]["sentence"]
DATE = "date is no interval of days"
FORM = "entry of the wrong form"

ROWS = [
    # the sentence
    Row("a letter wrong", first(sentence=SENTENCE.replace("المصرية", "المصريه")), ALL),
    Row("two letters wrong", first(sentence=SENTENCE.replace("السفير", "السقيز")), ALL),
    Row("hamza and marks", first(sentence=SENTENCE.replace("أمس", "امسِ")), ALL),
    Row("spaces doubled", first(sentence=SENTENCE.replace(" ", "  ")), ALL),
    Row("retold", first(sentence="مصر تستدعي سفير إثيوبيا"), NO_FIRST, "sentence not in the text"),
    Row("invented", first(sentence="قصفت الصين فرنسا"), NO_FIRST, "sentence not in the text"),
    Row("empty sentence", first(sentence=""), NO_FIRST, "sentence not in the text"),
    Row("marks alone", first(sentence="«…»"), NO_FIRST, "sentence not in the text"),
    Row("of the prompt", first(sentence="احتجاز سفينة صيد"), NO_FIRST, "sentence not in the text"),
    # the trigger
    Row("trigger elsewhere", first(trigger="طردت"), NO_FIRST, "trigger not in its sentence"),
    Row("trigger translated", first(trigger="summoned"), NO_FIRST, "trigger not in its sentence"),
    Row("half a word", first(trigger="استدع"), NO_FIRST, "trigger not in its sentence"),
    Row("inside a word", first(trigger="تدعت"), NO_FIRST, "trigger not in its sentence"),
    Row("told twice", lambda a: a["events"].append(a["events"][0]), ALL, "trigger told twice"),
    # the category, the polarity, the status
    Row("category invented", first(category="BOMB"), NO_FIRST, "category is not in the table"),
    Row("category in small letters", first(category=" accuse "), ALL),
    Row(
        "no category",
        first(category="other", polarity="neutral"),
        ALL,
        check=lambda found: found.events[0].plover is None,
    ),
    Row(
        "polarity invented",
        first(polarity="angry"),
        ALL,
        check=lambda found: found.events[0].polarity == "conflict",
    ),
    Row("status invented", first(status="maybe"), NO_FIRST, "status is not known"),
    Row(
        "done in the future",
        first(date_from="2021-06-01", date_to="2021-06-01", date_text=None),
        ALL,
        check=lambda found: found.events[0].status == "planned",
    ),
    # the date
    Row("no such day", first(date_from="2021-02-30", date_to="2021-02-30"), NO_FIRST, DATE),
    Row("backwards", first(date_from="2021-05-12"), NO_FIRST, DATE),
    Row("words", first(date_from="yesterday", date_to="yesterday"), NO_FIRST, DATE),
    Row("one end", first(date_to=None), NO_FIRST, DATE),
    Row("month only", first(date_from="2021-05", date_to="2021-05"), NO_FIRST, DATE),
    Row(
        "other than its words",
        first(date_from="2021-05-09", date_to="2021-05-09"),
        ALL,
        check=lambda found: found.events[0].dated_by == "model",
    ),
    Row(
        "words that are not there",
        first(date_text="قبل عامين"),
        ALL,
        check=lambda found: found.events[0].dated_by == "model",
    ),
    Row(
        "no date",
        first(date_from=None, date_to=None),
        ALL,
        check=lambda found: found.events[0].date_from is None,
    ),
    # the parties
    Row(
        "party invented",
        first(actors=[party("الصين", "China"), party("وزارة الخارجية المصرية", "Egypt")]),
        ALL,
        "party not in the text",
        check=lambda found: [actor.name for actor in found.events[0].actors] == ["Egypt"],
    ),
    Row(
        "party misnamed",
        first(actors=[party("المصرية", "Iran")]),
        ALL,
        check=lambda found: [actor.name for actor in found.events[0].actors] == ["Egypt"],
    ),
    Row(
        "party twice",
        first(actors=[party("المصرية", "Egypt"), party("القاهرة", "Egypt")]),
        ALL,
        check=lambda found: len(found.events[0].actors) == 1,
    ),
    # the form of entries
    Row("event a text", lambda a: a["events"].append("استدعت"), ALL, FORM),
    Row("event without sentence", lambda a: a["events"][0].pop("sentence"), NO_FIRST, FORM),
    Row("date a number", first(date_from=20210511), NO_FIRST, FORM),
    Row("parties a text", first(actors="مصر"), NO_FIRST, FORM),
    Row("a field of five thousand letters", first(trigger="ا" * 5000), NO_FIRST, FORM),
    Row("more fields", first(rule="none", read_by="somebody", probability=1), ALL),
    Row(
        "a thousand entries",
        lambda a: a["events"].extend({"sentence": "س", "trigger": "س"} for _ in range(1000)),
        ALL,
        "too many entries",
    ),
    # the quote
    Row("quote invented", quote(text="سنقصف غدا عند الفجر"), NO_QUOTE, "quote not in the text"),
    Row("quote with marks", quote(text=f'"{SAID}"'), ALL),
    Row("quote of a word", quote(text="المائي"), NO_QUOTE, "quote of one word"),
    Row("quote twice", lambda a: a["quotes"].append(a["quotes"][0]), ALL, "quote told twice"),
    Row("speaker invented", quote(speaker="لي وانغ"), NO_QUOTE, "speaker not in the text"),
    Row("mention invented", quote(mention="السيد الرئيس"), ALL),
    Row(
        "nobody",
        quote(speaker=None, mention=None),
        ALL,
        check=lambda found: found.quotes[0].speaker is None,
    ),
    Row(
        "kind wrong",
        quote(kind="indirect"),
        ALL,
        check=lambda found: found.quotes[0].kind == "direct",
    ),
    Row("cue invented", quote(cue="صرخ"), ALL, check=lambda found: found.quotes[0].cue is None),
    # the whole
    Row("in a fence", lambda a: f"```json\n{json.dumps(a, ensure_ascii=False)}\n```", ALL),
    Row("with talk", lambda a: f"Here it is:\n{json.dumps(a, ensure_ascii=False)}\nDone.", ALL),
    Row("nothing found", lambda a: {"events": [], "quotes": []}, ()),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_each_way_is_dropped_or_mended(read, row):
    answer = deepcopy(SUMMONS.answer)
    changed = row.spoil(answer)
    found = read(SUMMONS.article, answer if changed is None or row.cause == FORM else changed)
    text = found.document.text
    triggers = [text[event.trigger_start : event.trigger_end] for event in found.events]
    assert (*triggers, *(one.text for one in found.quotes)) == row.left
    assert row.check(found)
    assert {cause for cause, number in found.dropped if number} == {row.cause} - {None} or (
        row.name == "a thousand entries"
    )


@pytest.mark.parametrize(
    "content",
    [
        "",
        "I cannot do that.",
        HALF,
        "[]",
        '{"events": []}',
        '{"events": {}, "quotes": []}',
        "{" * 9999,
    ],
    ids=["empty", "refusal", "half", "list", "no quotes", "wrong lists", "nested"],
)
def test_an_answer_without_the_form_is_repaired_once(server, make_reader, content):
    server.replies = [completion(content), completion(SUMMONS.answer)]
    assert len(annotate(SUMMONS.article, make_reader()).events) == 2
    assert "cannot be used" in server.requests[1]["messages"][-1]["content"]


def test_an_answer_that_stays_without_the_form_fails_the_article(server, make_reader, tmp_path):
    server.replies = [completion("no"), completion("no")]
    with pytest.raises(EndpointFailed, match="answers twice without the asked form"):
        annotate(SUMMONS.article, make_reader())
    assert len(server.requests) == 2
    assert not (tmp_path / "answers").exists()
