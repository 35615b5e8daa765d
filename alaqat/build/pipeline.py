"""Runs the stages: from an article to its annotations, and from articles to a published build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import astuple, dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol, TypeVar

import pandas as pd

from alaqat import corrections, entities, events, lexicon, quotes, readers, store, timex
from alaqat.arabic.document import prepare
from alaqat.build import neighbour_index
from alaqat.build.annotation_cache import AnnotationCache
from alaqat.build.deduplication import DedupResult, deduplicate
from alaqat.build.extension import (
    Change,
    Extension,
    NotExtendable,
    Stock,
    stored_articles,
    touched_articles,
)
from alaqat.build.frame_builder import FrameBuilder
from alaqat.build.neighbour_index import NeighbourIndex
from alaqat.build.report import (
    BuildReport,
    BuildStep,
    ProgressCallback,
    build_report,
    ignore_step,
    stored_batches,
    undated_sources,
)
from alaqat.build.time_limit import time_limit
from alaqat.corrections import Correction
from alaqat.corrections.csv_file import CorrectionFile
from alaqat.events import merging
from alaqat.events.causes import with_causes
from alaqat.model.errors import AlaqatError, ArticleRefused, StoreMissing, WorkerKilled
from alaqat.model.free_memory import return_free_memory
from alaqat.model.records import Annotations, Article, Document, EventMention, Quote
from alaqat.model.settings import Settings
from alaqat.model.years import is_within_years
from alaqat.readers import Reader
from alaqat.store import journal, serialization
from alaqat.store.lock import exclusive_access
from alaqat.store.publish import unfinished_build
from alaqat.store.schema import FrameRows
from alaqat.store.successor import publish_successor

A = TypeVar("A")
B = TypeVar("B")
# A build is extended by at most so many articles, or by one so-manieth of its own; more are faster
# to add by a build of all.
_EXTENDED_ARTICLES: Final = 100
_EXTENDED_SHARE: Final = 20


class Executor(Protocol):
    """Applies a function to each item and gives the results in order, like `map`."""

    def __call__(
        self, function: Callable[[A], B], items: Iterable[A], /
    ) -> Iterator[B] | Iterator[B | WorkerKilled]:
        """The results of `function` for each item, WorkerKilled for one that killed its process."""
        ...


def annotate(article: Article, reader: Reader | None = None) -> Annotations:
    """The annotations of one article; `reader` finds events and quotes (default: Settings).

    Raises ArticleTooSlow if the rules take longer than the settings allow.
    """
    with time_limit(Settings.from_env().article_seconds, len(article.text)):
        by_rules = _annotate_by_rules(article)
    result = (reader or readers.chosen()).read(by_rules)
    dated_mentions = tuple(
        _planned_if_ahead(_without_far_date(event), article.published) for event in result.events
    )
    mentions = with_causes(by_rules.document, by_rules.timexes, dated_mentions)
    dated = tuple(_dated(quote, mentions, article) for quote in result.quotes)
    return replace(by_rules, events=mentions, quotes=dated, dropped=result.dropped)


def _annotate_by_rules(article: Article) -> Annotations:
    """The annotations of the rules; the quotes have no dates yet.

    Events are found twice if a date is relative to one of them ("two months after the resumption"):
    the first pass dates the resumption, the second the event that is dated by it.
    """
    document = prepare(article)
    timexes = timex.tag(document)
    people = entities.find(document)
    found_quotes = quotes.find(document, people)
    mentions = events.find(document, timexes, people, found_quotes)
    resolved = timex.resolve(timexes, document, mentions)
    if resolved != timexes:
        mentions = events.find(document, resolved, people, found_quotes)
    return Annotations(document, resolved, people, tuple(found_quotes), mentions)


def _without_far_date(event: EventMention) -> EventMention:
    """The event, without its date if that is outside the valid years ("two thousand years ago")."""
    first, last = event.date_from, event.date_to
    if first is None or is_within_years(first, last or first):
        return event
    return replace(event, date_from=None, date_to=None, granularity=None, mod=None, dated_by=None)


def _planned_if_ahead(event: EventMention, published: date | None) -> EventMention:
    """The event, planned if a reader holds it to be done but it begins after the publication."""
    is_ahead = event.date_from and published and event.date_from > published
    return replace(event, status="planned") if is_ahead and event.status == "done" else event


def _dated(quote: Quote, mentions: Sequence[EventMention], article: Article) -> Quote:
    """The quote with the date of the event in its sentence, or the publication day without one."""
    for event in mentions:
        is_in_sentence = event.start <= quote.start < event.end
        if event.date_from and is_in_sentence and event.status == "done":
            return replace(quote, date_from=event.date_from, date_to=event.date_to)
    return replace(quote, date_from=article.published, date_to=article.published)


def build(
    articles: Iterable[Article | ArticleRefused],
    *,
    executor: Executor = map,
    root: Path | None = None,
    progress: ProgressCallback = ignore_step,
    reader: str | None = None,
) -> BuildReport:
    """Annotate articles, merge the reports of one event, and publish the result as a build.

    `progress` is called at each step, `reader` is the name of a reader. Nothing is published if no
    article is left. A recognizer or reader that is unknown or not installed raises before any
    article is read.
    """
    run = _prepare_run(root, executor, progress, reader)
    given = _read(articles, progress)
    with exclusive_access(run.root):
        return run.build((), given)


def add(
    articles: Iterable[Article | ArticleRefused],
    *,
    executor: Executor = map,
    root: Path | None = None,
    progress: ProgressCallback = ignore_step,
    reader: str | None = None,
) -> BuildReport:
    """Build the stored articles and `articles`; the store may be of another version."""
    run = _prepare_run(root, executor, progress, reader)
    given = _read(articles, progress)
    with exclusive_access(run.root):
        return run.add(given)


def remove(
    ids: Iterable[str],
    *,
    executor: Executor = map,
    root: Path | None = None,
    progress: ProgressCallback = ignore_step,
    reader: str | None = None,
) -> BuildReport:
    """Build the stored articles without the articles `ids`.

    A duplicate with another text replaces a removed article. Raises AlaqatError that lists the ids
    that are not in the store.
    """
    unwanted = set(ids)
    run = _prepare_run(root, executor, progress, reader)
    with exclusive_access(run.root):
        stored = stored_batches(run.root)
        names = {
            article.id: article.name
            for batch in stored
            for article in batch
            if article.id in unwanted
        }
        if unknown := sorted(unwanted - set(names)):
            raise AlaqatError(
                f"the store holds no article {', '.join(unknown)}; ids are in its frame 'articles'"
            )
        left = [[article for article in batch if article.id not in unwanted] for batch in stored]
        report = run.build(left, Given(), should_publish_empty=True)
    removed = tuple(f"{name}: removed ({key})" for key, name in sorted(names.items()))
    return replace(report, removed=removed)


def rebuild(
    *,
    executor: Executor = map,
    root: Path | None = None,
    progress: ProgressCallback = ignore_step,
    reader: str | None = None,
) -> BuildReport:
    """Annotate the stored articles again, with the present rules and corrections.

    The store may be of another version.

    Raises StoreMissing if nothing was built.
    """
    run = _prepare_run(root, executor, progress, reader)
    with exclusive_access(run.root):
        stored = stored_batches(run.root)
        if not any(stored):
            raise StoreMissing(
                f"{run.root}: nothing has been built yet; run: python -m alaqat build"
            )
        report = run.build(stored, Given())
    duplicates = deduplicate(*stored).duplicates
    number = sum(map(len, stored))
    return replace(report, found=number, added=report.articles, duplicates=duplicates)


def _prepare_run(
    root: Path | None, executor: Executor, progress: ProgressCallback, reader: str | None
) -> _BuildRun:
    """A run, with the values of Settings for arguments that are None.

    Raises RecognizerMissing, RecognizerUnknown, ReaderMissing or ReaderUnknown.
    """
    settings = Settings.from_env()
    run = _BuildRun(root or settings.store, executor, progress, reader or settings.reader)
    entities.chosen()
    readers.named(run.reader)
    return run


class Given(NamedTuple):
    """The input of a build: articles, and the refusals."""

    articles: Sequence[Article] = ()
    refused: Sequence[ArticleRefused] = ()


def _read(articles: Iterable[Article | ArticleRefused], progress: ProgressCallback) -> Given:
    usable: list[Article] = []
    refused: list[ArticleRefused] = []
    for number, article in enumerate(articles, 1):
        if isinstance(article, ArticleRefused):
            refused.append(article)
            progress(BuildStep("refuse", number, name=str(article)))
        else:
            usable.append(article)
            progress(BuildStep("read", number, name=article.name))
    return Given(usable, refused)


@dataclass(frozen=True, slots=True)
class _BuildRun:
    """One run of a build: its store, executor, progress callback and the reader's name."""

    root: Path
    executor: Executor
    progress: ProgressCallback
    reader: str

    def build(
        self,
        stored: Sequence[Sequence[Article]],
        given: Given,
        *,
        should_publish_empty: bool = False,
    ) -> BuildReport:
        """Build the articles `stored` so far and those `given` now, and publish the result.

        A build without articles is not published unless `should_publish_empty`.
        """
        recorded = corrections.read_file()
        with closing(self._open_cache()) as cache:
            result, failures = self._deduplicated(stored, given.articles, cache)
            report = build_report(stored, given.articles, result, given.refused, failures)
            report = replace(report, corrections_left_out=recorded.refused)
            if result.articles or should_publish_empty:
                is_whole = failures.keys().isdisjoint(article.id for article in result.articles)
                build = self._publish(result, cache, recorded.rows, is_whole=is_whole)
                report = replace(report, build=build)
            cache.delete_other_versions()
        return report

    def _open_cache(self) -> AnnotationCache:
        return AnnotationCache(
            self.root / "annotations.sqlite",
            recognizer=entities.signature(),
            reader=self._reader_signature(),
        )

    def add(self, given: Given) -> BuildReport:
        """Build the stored articles and those given.

        The current build is extended where that gives the same as a build of all articles.
        """
        recorded = corrections.read_file()
        with neighbour_index.opened(self.root) as index:
            build = self._extendable_build(index, recorded.rows, len(given.articles))
            if index and build:
                with suppress(NotExtendable):
                    return self._extend(build, index, given, recorded)
        return self.build(stored_batches(self.root), given)

    def _extendable_build(
        self, index: NeighbourIndex | None, rows: Sequence[Correction], number: int
    ) -> store.Build | None:
        """The current build if the index describes it and few articles are added to it."""
        try:
            build = store.latest(self.root)
        except AlaqatError:
            return None
        if index is None or index.mark != (build.id, self._signature(rows)):
            return None
        most = max(_EXTENDED_ARTICLES, build.manifest["counts"]["articles"] // _EXTENDED_SHARE)
        return build if 0 < number <= most else None

    def _signature(self, rows: Sequence[Correction]) -> str:
        parts = lexicon.version(), entities.signature(), self._reader_signature()
        return neighbour_index.signature(*parts, [astuple(row) for row in rows])

    def _extend(
        self,
        build: store.Build,
        index: NeighbourIndex,
        given: Given,
        recorded: CorrectionFile,
    ) -> BuildReport:
        """Extend the current build. Raises NotExtendable."""
        stock = touched_articles(build, index, given.articles)
        with closing(self._open_cache()) as cache:
            result, failures = self._deduplicated(
                stock.batches, given.articles, cache, others=stock.others
            )
            if not failures.keys().isdisjoint(article.id for article in result.articles):
                raise NotExtendable("a stored article can no longer be annotated")
            report = build_report(stock.batches, given.articles, result, given.refused, failures)
            change = self._change(build, stock, result, cache, recorded.rows)
        new = self._publish_extended(build, index, change, stock, recorded.rows)
        return replace(
            report,
            build=new,
            corrections_left_out=recorded.refused,
            articles=new.manifest["counts"]["articles"],
            undated=undated_sources(new),
        )

    def _change(
        self,
        build: store.Build,
        stock: Stock,
        result: DedupResult,
        cache: AnnotationCache,
        rows: Sequence[Correction],
    ) -> Change:
        known, now = stock.articles, {article.id: article for article in result.articles}
        gone = [article for key, article in known.items() if now.get(key) != article]
        come = [article for key, article in now.items() if known.get(key) != article]
        names = _unchanged_names(build, rows, cache, gone, come)
        ids = {article.id for article in (*known.values(), *come)}
        ids |= {duplicate.article.id for duplicate in result.duplicates}
        ids |= {article.id for batch in stock.batches for article in batch}
        return Change(
            gone=[names.correct(annotated) for annotated in _annotations(gone, cache)],
            come=[names.correct(annotated) for annotated in _annotations(come, cache)],
            texts=sorted(ids),
            result=result,
        )

    def _publish_extended(
        self,
        build: store.Build,
        index: NeighbourIndex,
        change: Change,
        stock: Stock,
        rows: Sequence[Correction],
    ) -> store.Build:
        self.progress(BuildStep("merge"))
        delta = Extension(build, index, rows).delta(change)
        dropped = Counter(build.manifest["dropped"])
        for annotated in change.come:
            dropped.update(dict(annotated.dropped))
        for annotated in change.gone:
            dropped.subtract(dict(annotated.dropped))
        known = {article for batch in stock.batches for article in batch}
        texts = [
            *change.result.articles,
            *(duplicate.article for duplicate in change.result.duplicates),
        ]
        index.add_texts(
            (article for article in texts if article not in known),
            {article.id for article in known},
        )
        self.progress(BuildStep("write"))
        new = publish_successor(build, delta, self._details(+dropped))
        index.commit(new.id, self._signature(rows))
        return new

    def _deduplicated(
        self,
        stored: Sequence[Sequence[Article]],
        given: Sequence[Article],
        cache: AnnotationCache,
        *,
        others: int = 0,
    ) -> tuple[DedupResult, dict[str, str]]:
        """The articles without duplicates, annotated, and a sentence for each failed article's id.

        A new article that makes a stage fail is dropped, and the rest is deduplicated again, so
        that a duplicate of it can be annotated instead. A stored one stays, without annotations.
        `others` is the number of stored articles that are not in `stored`.
        """
        stored_ids = {article.id for batch in stored for article in batch}
        failures: dict[str, str] = {}
        while True:
            dropped = failures.keys() - stored_ids
            usable = [article for article in given if article.id not in dropped]
            result = deduplicate(*stored, usable)
            failed = self._annotate(_without(result.articles, failures), cache, others)
            failures |= failed
            if failed.keys() <= stored_ids:
                return result, failures

    def _annotate(
        self, articles: Sequence[Article], cache: AnnotationCache, others: int
    ) -> dict[str, str]:
        """Annotate the articles that the cache lacks; return the failures by article id.

        Raises AlaqatError if a reader cannot read any article, so that the store stays as it is.
        """
        new = [article for article in articles if not cache.has_annotations(article)]
        failures = self._prefetch(new)
        if failures and len(failures) == len(articles) + others:
            raise AlaqatError(f"nothing could be read: {next(iter(failures.values()))}")
        new = _without(new, failures)
        new_ids = {article.id for article in new}
        results = self.executor(partial(_annotate_to_json, reader=self.reader), new)
        for number, article in enumerate(articles, 1):
            if article.id in new_ids:
                result = next(results)
                if isinstance(result, (str, WorkerKilled)):
                    failures[article.id] = f"{article.name}: {result}"
                else:
                    cache.put(article, result)
            self.progress(BuildStep("annotate", number, len(articles), article.name))
        next(results, None)  # lets a generator of results end, and with it its processes
        return failures

    def _prefetch(self, articles: Sequence[Article]) -> dict[str, str]:
        """Let a reader that waits for a server ask it now; return the failures by article id."""
        reader = readers.named(self.reader)
        if not articles or not isinstance(reader, readers.Prefetching):
            return {}
        forecast = reader.forecast(articles)
        if not forecast:
            return {}
        self.progress(BuildStep("ask", 0, len(articles), forecast))
        done = count(1)
        problems = reader.prefetch(
            articles,
            lambda article: self.progress(
                BuildStep("ask", next(done), len(articles), article.name)
            ),
        )
        names = {article.id: article.name for article in articles}
        return {key: f"{names[key]}: {problem}" for key, problem in problems.items()}

    def _publish(
        self,
        result: DedupResult,
        cache: AnnotationCache,
        rows: Sequence[Correction],
        *,
        is_whole: bool,
    ) -> store.Build:
        """Publish the articles; `is_whole` says that all of them are annotated.

        Only then the build can be extended.
        """
        self.progress(BuildStep("merge"))
        with neighbour_index.created(self.root) as index, unfinished_build(self.root) as folder:
            frames, dropped = _frames(result, cache, rows, index, folder)
            return_free_memory()  # what merging took would stay beside what writing takes
            self.progress(BuildStep("write"))
            details = self._details(dropped)
            build = store.publish(
                frames,
                root=self.root,
                version=details.pop("version"),
                built=details.pop("built"),
                details=details,
            )
            if is_whole:
                index.commit(build.id, self._signature(rows))
        return build

    def _details(self, dropped: Counter[str]) -> dict[str, Any]:
        """The entries of the manifest that say how a build was made."""
        return {
            "version": lexicon.version(),
            "built": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "reader": self._reader_signature(),
            "dropped": dropped,
            "by": journal.author(),
        }

    def _reader_signature(self) -> str:
        return readers.signature(readers.named(self.reader))


def _without(articles: Iterable[Article], ids: Collection[str]) -> list[Article]:
    return [article for article in articles if article.id not in ids]


def _annotate_to_json(article: Article, *, reader: str) -> serialization.Json | str:
    """The annotations of an article, or a sentence that says which error occurred.

    `reader` is a name, since each worker process loads the reader itself.
    """
    try:
        return serialization.dump(annotate(article, readers.named(reader)))
    except AlaqatError as error:
        return str(error)
    except Exception as error:
        problem = f"{type(error).__name__}: {error}"
        return f"could not be annotated ({problem}); please report it with the article"


def _frames(
    result: DedupResult,
    cache: AnnotationCache,
    rows: Sequence[Correction],
    index: NeighbourIndex,
    folder: Path,
) -> tuple[dict[str, pd.DataFrame | FrameRows], Counter[str]]:
    """The frames of all articles, and what their reader dropped, by cause; fills the index.

    The rows of the large frames are files in `folder`.

    Each article is read and prepared once, and only one is in memory at a time. `NameCorrector`
    reads the entities before that, without preparing the articles.
    """
    articles = result.articles
    names = corrections.NameCorrector(rows, _entity_records(articles, cache))
    party_names = corrections.PartyNames(rows)
    builder = FrameBuilder(folder)
    reports: dict[merging.Report, merging.Features] = {}
    dropped: Counter[str] = Counter()
    for annotated in map(names.correct, _annotations(articles, cache)):
        builder.add(annotated)
        dropped.update(dict(annotated.dropped))
        party_names.add_entities(annotated.entities)
        for report in ((annotated.article.id, mention) for mention in annotated.events):
            reports[report] = merging.features(report)
    events = merging.merge_features(reports.values())
    index.add_reports(reports.values())
    reports.clear()
    corrected = corrections.correct_events(events, rows, party_names)
    changed = [(row, corrected.changed.get(row)) for row in rows]
    frames = builder.tables(corrected.events, changed, result.duplicates)
    index.add_quotes(builder.shingles)
    index.add_new_names((entity.id, entity.values) for entity in builder.entities)
    index.add_texts(articles)
    index.add_texts(
        (duplicate.article for duplicate in result.duplicates), [article.id for article in articles]
    )
    index.close_tables()
    return frames, dropped


def _unchanged_names(
    build: store.Build,
    rows: Sequence[Correction],
    cache: AnnotationCache,
    gone: Iterable[Article],
    come: Iterable[Article],
) -> corrections.NameCorrector:
    """What corrects the names of the articles that come, and of those that go.

    Raises NotExtendable if it would correct the other articles otherwise than before.
    """
    ids = list(store.fetch(build, "SELECT article_id FROM articles")["article_id"])
    now = (set(ids) - {article.id for article in gone}) | {article.id for article in come}
    new = {article.id: article for article in come}
    before = corrections.NameCorrector(rows, _entity_records(stored_articles(build, ids), cache))
    articles = (new.get(key) or next(stored_articles(build, [key])) for key in sorted(now))
    after = corrections.NameCorrector(rows, _entity_records(articles, cache))
    if before.found != after.found:
        raise NotExtendable("a correction of a name has another meaning now")
    return after


def _annotations(articles: Iterable[Article], cache: AnnotationCache) -> Iterator[Annotations]:
    """The annotations of each article, none for an article that the cache lacks."""
    for article in articles:
        data = cache.get(article)
        document = prepare(article, words=False)  # the frames only need its sentences
        yield serialization.load(document, data) if data else Annotations(document)


def _entity_records(articles: Iterable[Article], cache: AnnotationCache) -> Iterator[Annotations]:
    """The entities of each article, with a document that is not prepared."""
    for article in articles:
        if data := cache.get(article):
            yield serialization.load_entities(Document(article, "", None, ()), data)
