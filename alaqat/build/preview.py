"""A preview of articles before they are added: the annotations of each one as a line of JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from alaqat import ingest
from alaqat.build.pipeline import annotate
from alaqat.ingest.feed_state import FeedState
from alaqat.ingest.readers import url
from alaqat.ingest.reading_process import ReadingProcess
from alaqat.ingest.source_file import silent
from alaqat.model.errors import AlaqatError, ArticleRefused
from alaqat.model.file_names import UniqueStems
from alaqat.model.records import Annotations, Article, EventMention, Quote
from alaqat.model.refusals import grouped
from alaqat.readers import Reader
from alaqat.store.event_row import event_row

# Events and quotes shown of an article.
EVENTS: Final = 5
QUOTES: Final = 3
DESCRIBED: Final = ("published", "source", "title", "url", "language", "published_basis")
_EVENT_FIELDS: Final = (
    "granularity",
    "mod",
    "polarity",
    "status",
    "sentence",
    "kind",
    "label_en",
    "label_ar",
    "date_from",
    "date_to",
    "actors",
    "actors_ar",
    "recipients",
    "recipients_ar",
)
_QUOTE_FIELDS: Final = ("text", "kind", "speaker", "speaker_ar")
Json = dict[str, Any]


def read_sources(
    sources: Iterable[str], out: Path, *, columns: str = "", say: Callable[[str], object] = silent
) -> Iterator[Article | ArticleRefused]:
    """The articles of files and folders, then those of links and feeds.

    `columns` names the columns of tables (`text=body,published=date`); `say` is called with a
    sentence about the columns used. The state of feeds is read from `out` and not written.
    """
    names, chosen = list(sources), ingest.parse_columns(columns)
    links = [source for source in names if url.is_link(source) or url.is_feed(source)]
    with ReadingProcess() as process:
        for path in (Path(source) for source in names if source not in links):
            yield from process.read(path, columns=chosen, say=say)
        if links:
            yield from process.fetch_articles(links, state=FeedState.open(out))


def preview(
    articles: Iterable[Article | ArticleRefused], out: Path, reader: Reader | None = None
) -> Iterator[Json]:
    """A JSON object for each article (`kind` article), then one for each cause of refusals.

    Those have the `kind` refused and the `count` of refusals. An article is written to the folder
    `out` as `file`.txt with the sidecar `file`.json, which `add` can read. A second article with
    the same text is left out.
    """
    out.mkdir(parents=True, exist_ok=True)
    seen: set[str] = set()
    stems = UniqueStems()
    refused: list[ArticleRefused] = []
    for article in articles:
        if isinstance(article, ArticleRefused):
            refused.append(article)
        elif article.id not in seen:
            seen.add(article.id)
            line = _preview_article(article, out, reader, stems)
            if isinstance(line, ArticleRefused):
                refused.append(line)
            else:
                yield line
    for cause in grouped(refused):
        yield {"kind": "refused", "message": cause.sentence, "count": cause.number}


def _preview_article(
    article: Article, out: Path, reader: Reader | None, stems: UniqueStems
) -> Json | ArticleRefused:
    try:
        annotations = annotate(article, reader)
    except AlaqatError as error:
        return ArticleRefused(f"{article.name}: {error}").at(article.name)
    except Exception as error:
        problem = f"{type(error).__name__}: {error}"
        return ArticleRefused(
            f"{article.name}: could not be annotated ({problem}); please report it"
        ).at(article.name)
    metadata = {name: _iso(getattr(article, name)) for name in DESCRIBED}
    stem = _write(article, metadata, out, stems)
    identity = {"kind": "article", "id": article.id, "name": article.name, "file": stem}
    return identity | metadata | _summary(annotations)


def _iso(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _write(article: Article, metadata: Json, out: Path, stems: UniqueStems) -> str:
    """Write the article and its sidecar; return the name of both files without suffix."""
    stem = stems.add(article.name, default=article.id)
    while (out / f"{stem}.txt").exists():  # an earlier run wrote it
        stem = stems.add(article.name, default=article.id)
    known = {name: value for name, value in metadata.items() if value}
    (out / f"{stem}.txt").write_text(article.text, encoding="utf-8", newline="")
    sidecar = json.dumps(known, ensure_ascii=False)
    (out / f"{stem}.json").write_text(sidecar, encoding="utf-8")
    return stem


def _summary(annotations: Annotations) -> Json:
    """The counts of all records, the first events, dated ones first, and the first quotes."""
    names = ("events", "quotes", "entities", "timexes")
    dated_first = sorted(annotations.events, key=lambda event: event.date_from is None)
    return {
        "counts": {name: len(getattr(annotations, name)) for name in names},
        "events": [_event(event) for event in dated_first[:EVENTS]],
        "quotes": [_quote(quote) for quote in annotations.quotes[:QUOTES]],
    }


def _event(event: EventMention) -> Json:
    row = event_row(event)
    return {name: _iso(row[name]) for name in _EVENT_FIELDS}


def _quote(quote: Quote) -> Json:
    return {name: getattr(quote, name) for name in _QUOTE_FIELDS}
