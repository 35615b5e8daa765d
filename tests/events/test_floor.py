"""Floors under the measures on sentences labelled by others: raised by hand, never lowered."""

from __future__ import annotations

import json

import pytest

from alaqat import entities, events
from alaqat.records import Article
from alaqat.text import prepare

F1 = {"ASSAULT": 0.46, "PROTEST": 0.57}


def coded(text):
    document = prepare(Article("x", text))
    return events.find(document, (), entities.find(document), ())


@pytest.mark.parametrize("category", F1)
def test_sentences_that_report_violence_or_protest(shared, category):
    lines = (shared / "probes" / "plover_sentences.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    rows = [row for row in rows if row["category"] == category and row["label"] != "ambiguous"]
    hits = [any(event.plover == category for event in coded(row["text"])) for row in rows]
    right = sum(hit and row["label"] == "yes" for hit, row in zip(hits, rows, strict=True))
    wanted = sum(row["label"] == "yes" for row in rows)
    assert 2 * right / (sum(hits) + wanted) >= F1[category]
