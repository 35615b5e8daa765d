"""The one place that composes the stages: an article in, its annotations out; articles in, a build out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol, TypeVar

from alaqat import corrections, entities, events, lexicon, quotes, store, timex
from alaqat.arabic.document import prepare
from alaqat.build import frame_builder
from alaqat.build.annotation_cache import Cache
from alaqat.build.deduplication import DedupResult, Duplicate, deduplicate
from alaqat.build.report import (
    BuildReport,
    BuildStep,
    ProgressCallback,
    build_report,
    ignore_step,
    stored_batches,
)
from alaqat.corrections import apply_names
from alaqat.events import merging
from alaqat.model.errors import AlaqatError, ArticleRefused, StoreMissing
from alaqat.model.records import Annotations, Article, EventMention, Quote, Timex
from alaqat.model.settings import Settings
from alaqat.store import serialization
from alaqat.store.lock import writing

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


def _dated(
    quote: Quote, timexes: Sequence[Timex], happenings: Sequence[EventMention], article: Article
) -> Quote:
    """A saying's date: that of the event its sentence tells, else the day of publication."""
    for event in happenings:
        if event.date_from and event.start <= quote.start < event.end and event.status == "done":
            return replace(quote, date_from=event.date_from, date_to=event.date_to)
    return replace(quote, date_from=article.published, date_to=article.published)


def build(
    found: Iterable[Article | ArticleRefused],
    *,
    run: Engine = map,
    root: Path | None = None,
    tell: ProgressCallback = ignore_step,
) -> BuildReport:
    """Annotate articles, put the reports of one happening together, and publish the result as a build.

    `run` is the engine, `tell` hears of each step. Nothing is published when no article is left. Raises
    RecognizerMissing or RecognizerUnknown before any article is read.
    """
    given, refused = _read(found, tell)
    with writing(root or Settings.from_env().store):
        return _BuildRun(root or Settings.from_env().store, run, tell).made((), given, refused)


def add(
    found: Iterable[Article | ArticleRefused],
    *,
    run: Engine = map,
    root: Path | None = None,
    tell: ProgressCallback = ignore_step,
) -> BuildReport:
    """A build of what the store holds and of `found`; of one that another version made, too."""
    given, refused = _read(found, tell)
    with writing(root or Settings.from_env().store):
        before = stored_batches(root or Settings.from_env().store)
        return _BuildRun(root or Settings.from_env().store, run, tell).made(before, given, refused)


def remove(
    ids: Iterable[str],
    *,
    run: Engine = map,
    root: Path | None = None,
    tell: ProgressCallback = ignore_step,
) -> BuildReport:
    """A build without the articles called `ids`; copies of theirs with another text take their place.

    Raises AlaqatError that names ids the store does not hold.
    """
    unwanted = set(ids)
    with writing(root or Settings.from_env().store):
        before = stored_batches(root or Settings.from_env().store)
        names = {
            article.id: article.name
            for batch in before
            for article in batch
            if article.id in unwanted
        }
        if lost := sorted(unwanted - set(names)):
            raise AlaqatError(
                f"the store holds no article {', '.join(lost)}; ids are in its frame 'articles'"
            )
        left = [[article for article in batch if article.id not in unwanted] for batch in before]
        report = _BuildRun(root or Settings.from_env().store, run, tell).made(
            left, (), (), bare=True
        )
        return replace(
            report,
            removed=tuple(f"{name}: removed ({key})" for key, name in sorted(names.items())),
        )


def rebuild(
    *, run: Engine = map, root: Path | None = None, tell: ProgressCallback = ignore_step
) -> BuildReport:
    """Annotate what the store holds by today's rules, with today's corrections; also one that another version made.

    Raises StoreMissing when nothing was built.
    """
    with writing(root or Settings.from_env().store):
        before = stored_batches(root or Settings.from_env().store)
        if not any(before):
            raise StoreMissing(
                f"{root or Settings.from_env().store}: nothing has been built yet; run: python -m alaqat build"
            )
        report = _BuildRun(root or Settings.from_env().store, run, tell).made(before, (), ())
        repeated = deduplicate(*before).duplicates
        return replace(
            report, found=sum(map(len, before)), added=report.articles, duplicates=repeated
        )


def held(root: Path | None = None) -> list[Article]:
    """Everything the current build was made of: its articles, their copies and older versions, with their texts."""
    return [
        article for batch in stored_batches(root or Settings.from_env().store) for article in batch
    ]


def _read(
    found: Iterable[Article | ArticleRefused], tell: ProgressCallback
) -> tuple[list[Article], list[str]]:
    entities.chosen()
    articles: list[Article] = []
    refused: list[str] = []
    for number, one in enumerate(found, 1):
        if isinstance(one, ArticleRefused):
            refused.append(str(one))
            tell(BuildStep("refuse", number, name=str(one)))
        else:
            articles.append(one)
            tell(BuildStep("read", number, name=one.name))
    return articles, refused


@dataclass(frozen=True, slots=True)
class _BuildRun:
    """A build in the making: where it goes, how it runs and who hears of it."""

    root: Path
    run: Engine
    tell: ProgressCallback

    def made(
        self,
        before: Sequence[Sequence[Article]],
        given: Sequence[Article],
        refused: Sequence[str],
        *,
        bare: bool = False,
    ) -> BuildReport:
        """The build of what was there `before` and of what is `given`; nothing given and nothing there is no build.

        `bare` publishes even a build of nothing.
        """
        cache = Cache(self.root / "annotations.sqlite", made_by=entities.signature())
        try:
            old = {article.id for batch in before for article in batch}
            result, broken = self._settled(before, given, old, cache)
            report = build_report(before, given, result, refused, broken)
            if result.articles or bare:
                report = replace(report, build=self._published(result, cache))
            cache.forget_older()
        finally:
            cache.close()
        return report

    def _settled(
        self,
        before: Sequence[Sequence[Article]],
        given: Sequence[Article],
        old: Collection[str],
        cache: Cache,
    ) -> tuple[DedupResult, dict[str, str]]:
        """What is kept, all of it annotated; of what cannot be, the sentence that says why, by article.

        An article that is new and breaks a stage is left out, and those it would have stood for stand for themselves.
        """
        broken: dict[str, str] = {}
        while True:
            usable = [article for article in given if article.id not in broken or article.id in old]
            result = deduplicate(*before, usable)
            failed = self._annotate(
                [article for article in result.articles if article.id not in broken], cache
            )
            broken |= failed
            if not failed.keys() - old:
                return result, broken

    def _annotate(self, articles: Sequence[Article], cache: Cache) -> dict[str, str]:
        """Put the annotations of `articles` into the cache."""
        failed: dict[str, str] = {}
        missing = {article.id for article in articles if not cache.holds(article)}
        made = self.run(_dumped, [article for article in articles if article.id in missing])
        for done, article in enumerate(articles, 1):
            if article.id in missing:
                data = next(made)
                if isinstance(data, str):
                    failed[article.id] = f"{article.name}: {data}"
                else:
                    cache.put(article, data)
            self.tell(BuildStep("annotate", done, len(articles), article.name))
        next(made, None)  # lets the engine end
        return failed

    def _published(self, result: DedupResult, cache: Cache) -> store.Build:
        self.tell(BuildStep("merge"))
        frames = _frames(_Annotated(result.articles, cache), result.duplicates)
        self.tell(BuildStep("write"))
        built = datetime.now(UTC).replace(microsecond=0).isoformat()
        return store.publish(frames, root=self.root, version=lexicon.version(), built=built)


def _dumped(article: Article) -> serialization.Json | str:
    """The annotations of an article, or the sentence that says what broke: one article never stops the others."""
    try:
        return serialization.dump(annotate(article))
    except Exception as error:
        return f"could not be annotated ({type(error).__name__}: {error}); please report it with the article"


@dataclass(frozen=True, slots=True)
class _Annotated:
    """Annotated articles, read from the cache one by one as often as they are asked for; bare where it has none."""

    articles: Sequence[Article]
    cache: Cache

    def __iter__(self) -> Iterator[Annotations]:
        for article in self.articles:
            data = self.cache.get(article)
            document = prepare(article, words=False)  # rows need its sentences only
            yield serialization.load(document, data) if data else Annotations(document)


def _frames(found: _Annotated, copies: Sequence[Duplicate]) -> dict[str, Any]:
    """The frames of all articles; none but the one at hand is held with its document."""
    asked = corrections.read()
    named = apply_names.corrector(found, asked, corrections.survivors(asked))
    spoken = corrections.respeaker(map(named, found), asked)
    builder = frame_builder.FrameBuilder()
    reports: list[tuple[str, EventMention]] = []
    for one in map(spoken, map(named, found)):
        builder.take(one)
        reports.extend((one.article.id, event) for event in one.events)
    merged = merging.merge(reports)
    carried = corrections.carried(merged, asked, map(spoken, map(named, found)))
    plover = lexicon.table("plover")
    codes = {
        (row["plover"], row["mode"]): (row["kind"], row["label_en"], row["label_ar"])
        for row in plover
    }
    labels = {
        row["rule"]: (row["label_en"], row["label_ar"]) for row in lexicon.table("event_labels")
    }
    changed = [(row, carried.done.get(row)) for row in asked]
    return builder.frames(carried.happenings, codes, labels, changed, copies)
