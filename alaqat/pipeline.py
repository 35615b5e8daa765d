"""The one place that composes the stages: an article in, its annotations out; articles in, a build out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol, TypeVar

from alaqat import corrections, entities, events, exchange, lexicon, merge, quotes, rows, store, timex
from alaqat.cache import Cache
from alaqat.errors import ArticleRefused
from alaqat.records import Annotations, Article, Event, Quote, Timex
from alaqat.text import prepare

A = TypeVar("A")
B = TypeVar("B")


class Engine(Protocol):
    """A way to say map: results in order."""

    def __call__(self, work: Callable[[A], B], items: Iterable[A], /) -> Iterator[B]:
        """`work` of each item."""
        ...


def annotate(article: Article) -> Annotations:
    """Everything found in one article.

    Events are found twice when a date hangs on one of them («two months after the resumption»): the
    first pass dates the resumption, the second the event that is told from it.
    """
    document = prepare(article)
    timexes = timex.tag(document)
    people = entities.find(document)
    sayings = quotes.find(document, people)
    happenings = events.find(document, timexes, people, sayings)
    resolved = timex.resolve(timexes, document, happenings)
    if resolved != timexes:
        happenings = events.find(document, resolved, people, sayings)
    dated = tuple(_dated(quote, resolved, happenings, article) for quote in sayings)
    return Annotations(document, resolved, people, dated, happenings)


def _dated(quote: Quote, timexes: Sequence[Timex], happenings: Sequence[Event], article: Article) -> Quote:
    """A saying's date: that of the event its sentence tells, else the day of publication."""
    for event in happenings:
        if event.date_from and event.start <= quote.start < event.end and event.status == "done":
            return replace(quote, date_from=event.date_from, date_to=event.date_to)
    return replace(quote, date_from=article.published, date_to=article.published)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did: the build, its article count, copies left out and refusals, each a sentence."""

    build: store.Build | None
    articles: int
    copies: tuple[str, ...]
    refused: tuple[str, ...]


def build(
    found: Iterable[Article | ArticleRefused],
    *,
    run: Engine = map,
    root: Path | None = None,
    progress: Callable[[Sequence[Article]], Iterable[Article]] = iter,
) -> Outcome:
    """Annotate articles, put the reports of one happening together, and publish the result as a build.

    `run` is the engine, `progress` wraps the articles as they are finished. Nothing is published when no
    article is left. Raises RecognizerMissing or RecognizerUnknown before any article is read.
    """
    entities.chosen()
    root = root or store.ROOT
    articles, copies, refused = _sorted_out(found)
    cache = Cache(root / "annotations.sqlite", made_by=entities.signature())
    try:
        done, failed = _annotations(articles, cache, run, progress)
        cache.forget_older()
    finally:
        cache.close()
    refused += failed
    made = _publish(done, root) if done else None
    return Outcome(made, len(done), tuple(copies), tuple(refused))


def _sorted_out(found: Iterable[Article | ArticleRefused]) -> tuple[list[Article], list[str], list[str]]:
    articles: dict[str, Article] = {}
    copies, refused = [], []
    for one in found:
        if isinstance(one, ArticleRefused):
            refused.append(str(one))
        elif one.id in articles:
            copies.append(f"{one.name}: has the same text as {articles[one.id].name}; kept once")
        else:
            articles[one.id] = one
    return list(articles.values()), copies, refused


def _annotations(
    articles: Sequence[Article], cache: Cache, run: Engine, progress: Callable[[Sequence[Article]], Iterable[Article]]
) -> tuple[list[Annotations], list[str]]:
    done: list[Annotations] = []
    failed: list[str] = []
    kept = {article.id: cache.get(article) for article in articles}
    made = run(_dumped, [article for article in articles if kept[article.id] is None])
    for article in progress(articles):
        data = kept[article.id]
        fresh = data or next(made)
        if isinstance(fresh, str):
            failed.append(f"{article.name}: {fresh}")
            continue
        if data is None:
            cache.put(article, fresh)
        done.append(exchange.load(prepare(article), fresh))
    return done, failed


def _dumped(article: Article) -> exchange.Json | str:
    """The annotations of an article, or the sentence that says what broke: one article never stops the others."""
    try:
        return exchange.dump(annotate(article))
    except Exception as error:
        return f"could not be annotated ({type(error).__name__}: {error}); please report it with the article"


def _publish(done: Sequence[Annotations], root: Path) -> store.Build:
    asked = corrections.read()
    done = entities.corrected(done, asked, corrections.survivors(asked))
    done = corrections.respoken(done, asked)
    merged = merge.merge([(one.article.id, event) for one in done for event in one.events])
    carried = corrections.carried(merged, asked, done)
    plover = lexicon.table("plover")
    codes = {(row["plover"], row["mode"]): (row["kind"], row["label_en"], row["label_ar"]) for row in plover}
    labels = {row["rule"]: (row["label_en"], row["label_ar"]) for row in lexicon.table("event_labels")}
    frames = rows.assemble(done, carried.happenings, codes, labels, [(row, carried.done.get(row)) for row in asked])
    built = datetime.now(UTC).replace(microsecond=0).isoformat()
    return store.publish(frames, root=root, version=lexicon.version(), built=built)
