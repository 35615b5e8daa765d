"""Reads annotated articles: `articles/NAME.txt` with its sidecar, and `gold/NAME.json`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from alaqat import ingest
from alaqat.evaluation.span_matching import Json
from alaqat.model.errors import AlaqatError
from alaqat.model.records import Article

_MAY_BE_UNKNOWN: Final = ("timex", "quotes", "entities")


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article and its annotations.

    The annotations have the keys `timex`, `quotes`, `entities` and `events`, as in the JSON of an
    article that CONTRIBUTING.md describes. A key that is missing is not annotated.
    """

    article: Article
    gold: Json


def read_gold(
    folder: Path, pattern: str = "*", *, should_skip_empty: bool = False
) -> list[GoldArticle]:
    """The annotated articles of `folder` whose name fits a pattern such as `1*0`, by name.

    With `should_skip_empty` an empty list of quotes, entities or time expressions means that the
    article has no annotations of them, and not that they do not occur in it.
    Raises AlaqatError if there are none, or if an article has annotations and no text.
    """
    names = sorted(path.stem for path in (folder / "gold").glob("*.json"))
    articles = [_read(folder, name) for name in names if fnmatch(name, pattern)]
    if should_skip_empty:
        articles = [GoldArticle(one.article, _without_empty(one.gold)) for one in articles]
    if not articles:
        raise AlaqatError(
            f"{folder}: holds no annotated article {pattern}; give a folder with articles/NAME.txt "
            "and gold/NAME.json"
        )
    return articles


def _read(folder: Path, name: str) -> GoldArticle:
    article = next(_articles(folder / "articles" / f"{name}.txt"), None)
    if article is None:
        raise AlaqatError(f"{folder}: article {name} is annotated and cannot be read")
    return GoldArticle(article, json.loads((folder / "gold" / f"{name}.json").read_bytes()))


def _without_empty(gold: Json) -> Json:
    return {name: value for name, value in gold.items() if value or name not in _MAY_BE_UNKNOWN}


def _articles(path: Path) -> Iterator[Article]:
    if path.exists():
        yield from (found for found in ingest.read(path) if isinstance(found, Article))
