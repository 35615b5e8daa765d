"""Floors under the measured scores: raised by hand, never lowered; skipped where the material is absent."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from alaqat import timex
from alaqat.arabic.document import prepare
from alaqat.model.records import Article
from tests.timex.conftest import event

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(
    not (SHARED / "gold" / "score.py").exists(), reason="../shared is not here"
)

NEWS_RIGHT, ANCHORED_RIGHT, SPECS_RIGHT = 66, 7, 200
SPAN_F1, VALUE_F1 = 0.98, 0.96
# Decades and past references are written otherwise in the probes.
SAME = {"P1DE": "P10Y", "PAST": "PXM"}


@pytest.fixture(scope="module")
def score():
    import importlib.util  # noqa: PLC0415

    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def probes(name):
    return [
        json.loads(line)
        for line in (SHARED / "probes" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def hits(probe):
    prepared = prepare(Article("probe", probe["text"], date.fromisoformat(probe["dct"])))
    found = timex.tag(prepared)
    if probe["id"] == "doc6":  # the event stage would give this event
        one = event(probe["text"], "استئناف", "2022-08-17")
        sentence = prepared.sentences[0]
        found = timex.resolve(found, prepared, [type(one)(**{**fields(one), "end": sentence.end})])
    if probe["target"] is None:
        return found
    return [one for one in found if one.start < probe["end"] and probe["start"] < one.end]


def fields(record):
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def right(one, probe, score):
    return any(agrees(one, value, score) for value in [probe["value"], *probe.get("accept", [])])


def agrees(one, value, score):
    """The same value, or the same days; the assistant probes write the day after the last one as the end."""
    if score.same_value(one.value, SAME.get(value, value)):
        return True
    if one.date_from is None:
        return False
    if score.interval(value) == (one.date_from, one.date_to):
        return True
    begin, _, end = value.partition("/")
    if not end or not score.interval(begin) or not score.interval(end):
        return False
    ends = (score.interval(begin)[0], score.interval(end)[0])
    return ends in {(one.date_from, one.date_to + timedelta(days=1)), starts(one, score)}


def starts(one, score):
    """First days of both ends of a range."""
    first, _, last = one.value.partition("/")
    return (
        (score.interval(first)[0], score.interval(last)[0])
        if one.type == "RANGE" and last
        else None
    )


def count_right(rows, score):
    return sum(
        any(right(one, probe, score) for one in hits(probe)) for probe in rows if probe["target"]
    )


def test_news_probe_values(score):
    assert count_right(probes("timex_news"), score) >= NEWS_RIGHT


def test_document_anchored_probe_values(score):
    rows = [probe for probe in probes("timex_news") if probe["group"] == "doc-anchored"]
    assert count_right(rows, score) >= ANCHORED_RIGHT


def test_no_trap_is_hit():
    traps = [probe for probe in probes("timex_news") if probe["target"] is None]
    assert [probe["id"] for probe in traps if hits(probe)] == []


def test_assistant_specs_values(score):
    assert count_right(probes("timex_specs"), score) >= SPECS_RIGHT


@pytest.mark.parametrize(
    ("figure", "floor"), [("timex_span_f1", SPAN_F1), ("timex_value_f1", VALUE_F1)]
)
def test_gold_articles(score, figure, floor):
    counters = {key: score.Counter() for key in score.KEYS}
    for path in sorted((SHARED / "gold" / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        score.score_doc({"timex": gold["timex"]}, {"timex": predicted(path.stem)}, counters, [])
    assert counters[figure].prf()["f1"] >= floor


def predicted(name):
    folder = SHARED / "gold" / "articles"
    meta = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    text = (folder / f"{name}.txt").read_text(encoding="utf-8")
    found = timex.tag(prepare(Article(name, text, date.fromisoformat(meta["published"]))))
    return [
        {"text": one.text, "start": one.start, "end": one.end, "type": one.type, "value": one.value}
        for one in found
    ]
