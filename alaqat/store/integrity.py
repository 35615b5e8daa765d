"""The constraints of a published build, checked row by row for `python -m alaqat check`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from alaqat.store.builds import Build
from alaqat.store.query import read
from alaqat.store.schema import FRAMES, check

_SPAN_FRAMES = ("sentences", "timexes", "mentions", "quotes")
# frame, its column with a text, and the columns with the text's offsets
_SURFACES = (
    *((name, "text", "start", "end") for name in _SPAN_FRAMES),
    ("reports", "sentence", "start", "end"),
    ("events", "cause", "cause_start", "cause_end"),
)
# frame, column → the frame that the ids in the column refer to
_REFERENCES = {
    **{(name, "article_id"): "articles" for name in (*_SPAN_FRAMES, "reports", "edges")},
    ("mentions", "entity_id"): "entities",
    ("reports", "event_id"): "events",
    ("events", "cause_event_id"): "events",
    ("copies", "article_id"): "articles",
}
_IDS = {"articles": "article_id", "entities": "entity_id", "events": "event_id"}


def violations(build: Build) -> list[str]:
    """A sentence for each violation of a constraint, none for a valid build."""
    checks = (_contracts, _spans, _references, _duplicates, _publication_days)
    return [line for check_build in checks for line in check_build(build)]


def _contracts(build: Build) -> Iterator[str]:
    """Each frame has the columns and types of its contract."""
    from pandera.errors import SchemaError  # noqa: PLC0415  slow to import; only a check needs it

    for name in FRAMES:
        try:
            check(name, read(build, name))
        except SchemaError as error:
            yield f"{name}: {error}"


def _spans(build: Build) -> Iterator[str]:
    """The stored text of each span is `text[start:end]` of its article."""
    articles = read(build, "articles")
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    for name, surface, first, last in _SURFACES:
        table = read(build, name).dropna(subset=[surface])
        spans = zip(table["article_id"], table[first], table[last], table[surface], strict=True)
        for article_id, start, end, text in spans:
            if texts.get(article_id, "")[start:end] != text:
                yield f"{name}: {article_id}[{start}:{end}] is not {text!r}"


def _references(build: Build) -> Iterator[str]:
    """Each id that refers to a row of another frame is in that frame."""
    ids = {name: set(read(build, name)[column]) for name, column in _IDS.items()}
    for (name, column), target in _REFERENCES.items():
        yield from _dangling(name, read(build, name)[column].dropna(), ids[target])


def _dangling(name: str, ids: Iterable[str], known: set[str]) -> Iterator[str]:
    for unknown in sorted(set(ids) - known):
        yield f"{name}: {unknown} leads nowhere"


def _duplicates(build: Build) -> Iterator[str]:
    """The text of a duplicate is not that of an article, unless both have the same text."""
    articles = set(read(build, "articles")["article_id"])
    duplicates = read(build, "copies")
    others: pd.Series[str] = duplicates[duplicates["kind"] != "same-text"]["copy_id"]
    for article_id in sorted(set(others) & articles):
        yield f"copies: {article_id} is an article as well"


def _publication_days(build: Build) -> Iterator[str]:
    """An article that says where its day was read has a day."""
    for name in ("articles", "copies"):
        table = read(build, name)
        is_broken = table["published_basis"].notna() & table["published"].isna()
        for article in table[is_broken]["name"]:
            yield f"{name}: {article} says where its day was read and has none"
