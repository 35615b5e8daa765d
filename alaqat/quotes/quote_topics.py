"""The topic of a quote, by the words of `data/lexicon/quote_topics.csv`."""

from __future__ import annotations

from collections import Counter
from functools import cache

from alaqat.arabic.fold import folded
from alaqat.lexicon.load import forms, table
from alaqat.lexicon.match import Matcher


def topic(text: str) -> str | None:
    """The topic with most words in a text, of equal ones the first of the file; or None."""
    counts = Counter(hit.entry for hit in _matcher().find(folded(text)))
    ranked = sorted(counts, key=lambda name: (-counts[name], _order().index(name)))
    return next(iter(ranked), None)


@cache
def _matcher() -> Matcher[str]:
    rows = table("quote_topics", ("topic", "label_en", "label_ar", "forms"))
    return Matcher((form, row["topic"]) for row in rows for form in forms(row))


@cache
def _order() -> tuple[str, ...]:
    return tuple(row["topic"] for row in table("quote_topics", ("topic",)))
