"""Floors under the measures on sentences labelled by others: raised by hand, never lowered."""

from __future__ import annotations

import json

import pytest

from alaqat import entities, events
from alaqat.lexicon import table
from alaqat.records import Article
from alaqat.text import prepare

F1 = {"ASSAULT": 0.55, "PROTEST": 0.6}
BOTH_COUNTRIES = 0.6


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


def named(span):
    """The states that a labelled span codes for its two sides; empty where one is open."""
    sides = (span["source_role"], span["target_role"])
    found = [side.get("main") for side in sides if isinstance(side, dict)]
    known = {row["iso3"] for row in table("countries")}
    return frozenset(found) if len(found) == 2 and set(found) <= known else frozenset()


def countries(event):
    return {actor.country for actor in (*event.actors, *event.recipients)}


def test_both_countries_of_a_happening(shared):
    lines = (shared / "probes" / "plover_actors.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [(row["text"], [named(span) for span in row["spans"] if named(span)]) for row in map(json.loads, lines)]
    rows = [(text, wanted) for text, wanted in rows if wanted]
    right = sum(any(pair <= countries(event) for event in coded(text) for pair in wanted) for text, wanted in rows)
    assert right / len(rows) >= BOTH_COUNTRIES
