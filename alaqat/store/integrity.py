"""The laws of a published build, checked row by row: what `python -m alaqat check` says."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from alaqat.store.builds import Build
from alaqat.store.query import read
from alaqat.store.schema import FRAMES, check

_SPANNED = ("sentences", "timexes", "mentions", "quotes")


def broken(build: Build) -> list[str]:
    """A sentence for each law the build breaks; empty when it keeps them all."""
    return [line for law in (_contracts, _spans, _orphans, _copies) for line in law(build)]


def _contracts(build: Build) -> Iterator[str]:
    from pandera.errors import SchemaError  # noqa: PLC0415  only a check pays for pandera

    for name in FRAMES:
        try:
            check(name, read(build, name))
        except SchemaError as error:
            yield f"{name}: {error}"


def _texts(build: Build) -> dict[str, str]:
    articles = read(build, "articles")
    return dict(zip(articles["article_id"], articles["text"], strict=True))


def _spans(build: Build) -> Iterator[str]:
    """Law 1: `text[start:end]` is the stored surface."""
    texts = _texts(build)
    for name, surface in (*((name, "text") for name in _SPANNED), ("reports", "sentence")):
        table = read(build, name)
        spans = zip(table["article_id"], table["start"], table["end"], table[surface], strict=True)
        for article_id, start, end, text in spans:
            if texts.get(article_id, "")[start:end] != text:
                yield f"{name}: {article_id}[{start}:{end}] is not {text!r}"


def _orphans(build: Build) -> Iterator[str]:
    """Law 4: everything leads to an article, every mention to an entity, every report to an event."""
    articles = set(read(build, "articles")["article_id"])
    for name in (*_SPANNED, "reports", "edges"):
        yield from _missing(name, read(build, name)["article_id"], articles)
    yield from _missing(
        "mentions", read(build, "mentions")["entity_id"], set(read(build, "entities")["entity_id"])
    )
    yield from _missing(
        "reports", read(build, "reports")["event_id"], set(read(build, "events")["event_id"])
    )


def _copies(build: Build) -> Iterator[str]:
    """What a copy stands beside is an article; a text is no article and another's copy at once; a day has a basis."""
    articles, copies = read(build, "articles"), read(build, "copies")
    kept = set(articles["article_id"])
    yield from _missing("copies", copies["article_id"], kept)
    linked = copies[copies["kind"] != "same-text"]
    for both in sorted(set(linked["copy_id"]) & kept):
        yield f"copies: {both} is an article as well"
    for name, table in (("articles", articles), ("copies", copies)):
        for lost in table[table["published_basis"].notna() & table["published"].isna()]["name"]:
            yield f"{name}: {lost} says where its day was read and has none"


def _missing(name: str, ids: pd.Series[str], known: set[str]) -> Iterator[str]:
    for lost in sorted(set(ids) - known):
        yield f"{name}: {lost} leads nowhere"
