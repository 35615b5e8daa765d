"""What a build would find in articles, told before any is added: a line of JSON each, and the article put aside."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import Any, Final

from alaqat import ingest, lexicon
from alaqat.build.pipeline import annotate
from alaqat.ingest.feed_state import Memory
from alaqat.ingest.readers import url
from alaqat.ingest.source_file import silent
from alaqat.model.errors import ArticleRefused
from alaqat.model.records import Annotations, Article, EventMention, Quote

EVENTS: Final = 5
QUOTES: Final = 3
DESCRIBED: Final = ("published", "source", "title", "url", "language", "published_basis")
Json = dict[str, Any]


def given(
    sources: Iterable[str], out: Path, *, columns: str = "", say: Callable[[str], object] = silent
) -> Iterator[Article | ArticleRefused]:
    """The articles of files and folders, then those behind links and feeds, nothing of which is remembered.

    `columns` names the columns of tables (`text=body,published=date`); which ones were taken is said.
    """
    wanted = list(sources)
    read = partial(ingest.read, columns=ingest.parse(columns), say=say)
    linked = [source for source in wanted if url.is_link(source) or url.is_feed(source)]
    yield from chain.from_iterable(
        map(read, (Path(source) for source in wanted if source not in linked))
    )
    if linked:
        yield from url.fetched(linked, memory=Memory.open(out))


def preview(found: Iterable[Article | ArticleRefused], out: Path) -> Iterator[Json]:
    """A line for each article (`kind` article) or refusal (`kind` refused) as it is read.

    An article is put in the folder `out` as `file`.txt with the sidecar `file`.json, ready to be added.
    """
    out.mkdir(parents=True, exist_ok=True)
    seen: set[str] = set()
    for one in found:
        if isinstance(one, ArticleRefused):
            yield {"kind": "refused", "message": str(one)}
        elif one.id not in seen:
            seen.add(one.id)
            yield _told(one, out)


def _told(article: Article, out: Path) -> Json:
    try:
        made = annotate(article)
    except Exception as error:
        said = f"{article.name}: could not be annotated ({type(error).__name__}: {error}); please report it"
        return {"kind": "refused", "message": said}
    described = {name: getattr(article, name) for name in DESCRIBED}
    described["published"] = article.published.isoformat() if article.published else None
    sidecar = json.dumps(
        {key: value for key, value in described.items() if value}, ensure_ascii=False
    )
    stem = _stem(article, out)
    (out / f"{stem}.txt").write_text(article.text, encoding="utf-8", newline="")
    (out / f"{stem}.json").write_text(sidecar, encoding="utf-8")
    return (
        {"kind": "article", "id": article.id, "name": article.name, "file": stem}
        | described
        | _found(made)
    )


def _stem(article: Article, out: Path) -> str:
    """The article's own name as far as a file can have it, since that is what it is called by from then on."""
    stem = re.sub(r"[^\w.-]+", "_", article.name).strip("._-")[:80] or article.id
    return f"{stem}-{article.id}" if (out / f"{stem}.txt").exists() else stem


def _found(made: Annotations) -> Json:
    counts = {
        name: len(getattr(made, name)) for name in ("events", "quotes", "entities", "timexes")
    }
    dated = sorted(made.events, key=lambda event: event.date_from is None)
    events = [_event(event) for event in dated[:EVENTS]]
    return {
        "counts": counts,
        "events": events,
        "quotes": [_quote(quote) for quote in made.quotes[:QUOTES]],
    }


def _event(event: EventMention) -> Json:
    """An event with what a line about it needs, named as in the frame of events."""
    plain = ("granularity", "mod", "polarity", "status", "sentence")
    codes, labels = _names()
    code = (
        codes.get((event.plover or "", event.mode or ""))
        or codes.get((event.plover or "", ""))
        or codes["", ""]
    )
    english, arabic = labels.get(event.rule, code[1:])
    return {
        **{name: getattr(event, name) for name in plain},
        "kind": code[0],
        "label_en": english,
        "label_ar": arabic,
        "date_from": event.date_from.isoformat() if event.date_from else None,
        "date_to": event.date_to.isoformat() if event.date_to else None,
        "actors": [actor.name for actor in event.actors],
        "actors_ar": [actor.name_ar for actor in event.actors],
        "recipients": [actor.name for actor in event.recipients],
        "recipients_ar": [actor.name_ar for actor in event.recipients],
    }


def _quote(quote: Quote) -> Json:
    names = ("text", "speaker", "speaker_ar", "kind")
    return {
        field.name: getattr(quote, field.name) for field in fields(quote) if field.name in names
    }


@cache
def _names() -> tuple[dict[tuple[str, str], tuple[str, str, str]], dict[str, tuple[str, str]]]:
    plover = lexicon.table("plover")
    codes = {
        (row["plover"], row["mode"]): (row["kind"], row["label_en"], row["label_ar"])
        for row in plover
    }
    return codes, {
        row["rule"]: (row["label_en"], row["label_ar"]) for row in lexicon.table("event_labels")
    }
