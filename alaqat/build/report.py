"""The report of a build: which articles it got, and how many it added, dropped and refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final, Literal

from alaqat import store
from alaqat.build.deduplication import DedupResult, Duplicate
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Article
from alaqat.model.refusals import Cause, grouped


@dataclass(frozen=True, slots=True)
class BuildStep:
    """One step of a build: `done` of `of` articles (0: unknown), and the article or refusal."""

    kind: Literal["read", "refuse", "ask", "annotate", "merge", "write"]
    done: int = 0
    of: int = 0
    name: str = ""


SOURCES: Final = 10  # sources named of the articles without a day
ProgressCallback = Callable[[BuildStep], None]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The result of a build. Of the articles given, `found` = `added` + `duplicates` + `refused`.

    `articles` is the number in the store now, `undated` how many of them have no day of publication
    by their source ("" for none), the most first. `build` is None if nothing was published.
    `refused`, `removed`, `warnings` and `corrections_left_out` are sentences; `causes` are the
    refusals by cause. A stored article that can no longer be annotated stays in the store without
    annotations, with a warning.
    """

    build: store.Build | None
    found: int
    added: int
    articles: int
    duplicates: tuple[Duplicate, ...] = ()
    refused: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()
    undated: tuple[tuple[str, int], ...] = ()
    removed: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    corrections_left_out: tuple[str, ...] = ()


def ignore_step(_: BuildStep) -> None:
    """A progress callback that does nothing."""


def stored_batches(root: Path) -> list[list[Article]]:
    """The articles of the current build, in two batches: older versions first, then all others.

    In this order deduplication chooses the same articles as before.
    """
    tables = store.texts(root)
    texts = {row["article_id"]: row["text"] for row in tables["articles"]}
    current = [article_of_row(row, row["article_id"], row["text"]) for row in tables["articles"]]
    older: list[Article] = []
    for row in tables["copies"]:
        batch = older if row["kind"] == "version" else current
        batch.append(article_of_row(row, row["copy_id"], row["text"] or texts[row["article_id"]]))
    return [older, current]


def article_of_row(row: Mapping[str, Any], article_id: str, text: str) -> Article:
    """The article of a row of the store's frames `articles` or `copies`."""
    values: dict[str, Any] = {name.name: row.get(name.name) for name in fields(Article)}
    day = None if values["published"] is None else values["published"].date()
    return Article(**values | {"id": article_id, "text": text, "published": day})


@dataclass(slots=True)
class _Sorting:
    """The articles given to a build, sorted into added ones, duplicates and failures."""

    added: int = 0
    duplicates: list[Duplicate] = field(default_factory=list)
    failed: list[ArticleRefused] = field(default_factory=list)


def build_report(
    before: Sequence[Sequence[Article]],
    given: Sequence[Article],
    result: DedupResult,
    refused: Sequence[ArticleRefused],
    failures: Mapping[str, str],
) -> BuildReport:
    """The report of a build of the articles stored `before` and of those `given` now.

    `failures` maps the ids of articles that could not be annotated to the sentence that says why.
    """
    stored = {article.id: article for batch in before for article in batch}
    sorting = _sort(given, result, failures, stored)
    every = [*refused, *sorting.failed]
    undated = Counter(article.source or "" for article in result.articles if not article.published)
    return BuildReport(
        build=None,
        found=len(given) + len(refused),
        added=sorting.added,
        articles=len(result.articles),
        duplicates=tuple(sorting.duplicates),
        refused=tuple(map(str, every)),
        causes=tuple(grouped(every)),
        undated=tuple(undated.most_common()),
        warnings=tuple(failures[key] for key in sorted(failures) if key in stored),
    )


def _sort(
    given: Sequence[Article],
    result: DedupResult,
    failures: Mapping[str, str],
    stored: Mapping[str, Article],
) -> _Sorting:
    """Sort the articles given into added ones, duplicates and failures."""
    by_article = {duplicate.article: duplicate for duplicate in result.duplicates}
    by_id = {
        duplicate.article.id: duplicate
        for duplicate in result.duplicates
        if duplicate.kind != "same-text"
    }
    first = dict(stored)
    sorting = _Sorting()
    for article in given:
        if article.id in failures and article.id not in stored:
            sorting.failed.append(ArticleRefused(failures[article.id]).at(article.name))
        elif article in by_article:
            sorting.duplicates.append(by_article[article])
        elif article.id in by_id:
            sorting.duplicates.append(replace(by_id[article.id], article=article))
        elif article.id in first:
            sorting.duplicates.append(Duplicate(article, first[article.id], "same-text"))
        else:
            sorting.added += 1
            first[article.id] = article
    return sorting


def summary(report: BuildReport) -> str:
    """One line: the articles in the store, and the sum that accounts for every article given."""
    counts = report.build.manifest["counts"] if report.build else {}
    names = ("articles", "events", "quotes", "entities")
    holds = ", ".join(f"{counts.get(name, 0)} {name}" for name in names)
    parts = (
        f"{report.added} stored + {len(report.duplicates)} copies + {len(report.refused)} refused"
    )
    build_id = report.build.id if report.build else "none"
    return f"build {build_id}: {holds}; {report.found} in = {parts}"


def undated_sources(build: store.Build) -> tuple[tuple[str, int], ...]:
    """How many articles of a build have no day, by their source ("" for none), the most first."""
    sql = (
        "SELECT coalesce(source, '') AS source, count(*) AS n FROM articles "
        "WHERE published IS NULL GROUP BY 1 ORDER BY 2 DESC, min(article_id)"
    )
    rows = store.fetch(build, sql)
    return tuple((str(name), int(n)) for name, n in zip(rows["source"], rows["n"], strict=True))


def undated_sentence(report: BuildReport) -> str | None:
    """How many articles of the store have no day, and of which sources; None if all have one."""
    number = sum(count for _, count in report.undated)
    if not number:
        return None
    named = [f"{source or 'no source'} {count:,}" for source, count in report.undated[:SOURCES]]
    more = len(report.undated) - len(named)
    sources = ", ".join(named) + (f" and {more} more sources" if more > 0 else "")
    return (
        f"{number:,} of {report.articles:,} articles ({number / report.articles:.0%}) have no day "
        f"of publication, so that «yesterday» and «Thursday» stay unresolved in them: {sources}"
    )


def dropped_by_cause(report: BuildReport) -> Mapping[str, int]:
    """How many entries the reader could not prove and left out, by cause."""
    return report.build.manifest.get("dropped", {}) if report.build else {}


def report_json(report: BuildReport) -> dict[str, Any]:
    """A report as JSON types: the last line of `--progress json`."""
    return {
        "build": report.build.id if report.build else None,
        "found": report.found,
        "added": report.added,
        "articles": report.articles,
        "copies": [_duplicate_json(duplicate) for duplicate in report.duplicates],
        "refused": [cause.sentence for cause in report.causes],
        "refused_count": len(report.refused),
        "undated": [{"source": source, "count": count} for source, count in report.undated],
        "removed": list(report.removed),
        "warnings": list(report.warnings),
        "corrections_left_out": list(report.corrections_left_out),
        "dropped": dict(dropped_by_cause(report)),
    }


def _duplicate_json(duplicate: Duplicate) -> dict[str, Any]:
    return {
        "kind": duplicate.kind,
        "copy_id": duplicate.article.id,
        "article_id": duplicate.original.id,
        "name": duplicate.article.name,
        "original": duplicate.original.name,
        "source": duplicate.article.source,
        "url": duplicate.article.url,
        "message": str(duplicate),
    }
