"""Scores readers on annotated articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from alaqat import readers
from alaqat.build.pipeline import Executor, annotate
from alaqat.evaluation.gold_files import GoldArticle
from alaqat.evaluation.gold_scores import Scores
from alaqat.evaluation.span_matching import Json
from alaqat.model.errors import AlaqatError, WorkerKilled
from alaqat.model.records import Article
from alaqat.store.serialization import public


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of one reader."""

    reader: str
    scores: Scores


def evaluate(
    articles: Sequence[GoldArticle],
    reader: str,
    *,
    executor: Executor = map,
    progress: Callable[[], object] = lambda: None,
) -> Evaluation:
    """The scores of the reader of that name; `progress` is called after each article.

    Raises ReaderUnknown or ReaderMissing before any article is read.
    """
    loaded = readers.named(reader)
    texts = [annotated.article for annotated in articles]
    if isinstance(loaded, readers.Prefetching):
        failures = loaded.prefetch(texts, lambda article: None)
        if failures:
            raise AlaqatError("; ".join(sorted(set(failures.values()))))
    scores = Scores()
    results = executor(partial(_read, reader=reader), texts)
    for annotated, found in zip(articles, results, strict=True):
        if isinstance(found, WorkerKilled):
            raise found
        scores.add(annotated, found)
        progress()
    return Evaluation(reader, scores)


def _read(article: Article, *, reader: str) -> Json:
    return public(annotate(article, readers.named(reader)))
