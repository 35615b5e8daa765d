"""Where training examples come from: annotated folders, standoff files with their texts,
corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alaqat import ingest, readers
from alaqat.build import pipeline
from alaqat.corrections.apply_events import PartyNames, correct_events
from alaqat.corrections.model import Correction
from alaqat.events import merging
from alaqat.model.errors import AlaqatError
from alaqat.model.records import Annotations, Article, EventMention
from alaqat.readers.trained.event_records import view_of
from alaqat.training.annotations import Example, Marked, marked
from alaqat.training.standoff import (
    TEST,
    TRAINING,
    VALIDATION,
    folder_lines,
    read_standoff,
    text_hash,
)

# One of this many articles that name no split is kept for validation, by the hash of its text.
_SHARE = 10


@dataclass(frozen=True, slots=True)
class Examples:
    """Examples to learn from and to judge by, and how many annotations had no text."""

    training: tuple[Example, ...]
    validation: tuple[Example, ...]
    missing: int = 0


def read_examples(
    sources: Sequence[Path],
    texts: Sequence[Path],
    corrected: Iterable[Example] = (),
    wrap: Any = iter,
) -> Examples:
    """The examples of annotated folders and standoff files, with the texts below `texts`.

    A folder holds `articles/` and `gold/`, and its own articles are among the texts. Articles
    of the
    test split are never read. `wrap` goes round the list of articles (a progress bar). Raises
    AlaqatError where nothing is left.
    """
    lines: list[dict[str, Any]] = []
    folders = list(texts)
    for source in sources:
        if source.is_dir():
            lines += folder_lines(source)
            folders.append(source / "articles")
        else:
            lines += read_standoff(source)
    wanted = {line["sha256"]: line for line in lines if line.get("split") != TEST}
    articles = {text_hash(one.text): one for one in _articles(folders)}
    found = [(articles[key], line) for key, line in wanted.items() if key in articles]
    split: dict[str, list[Example]] = {TRAINING: [*corrected], VALIDATION: []}
    for article, line in wrap(found):
        split[line.get("split") or _split(line["sha256"])].append(_example(article, line))
    if not split[TRAINING]:
        raise AlaqatError(
            "no annotated article has its text; name the folders of the texts with --texts"
        )
    return Examples(tuple(split[TRAINING]), tuple(split[VALIDATION]), len(wanted) - len(found))


def _split(sha256: str) -> str:
    return TRAINING if int(sha256[:8], 16) % _SHARE else VALIDATION


def _articles(folders: Iterable[Path]) -> Iterator[Article]:
    for folder in folders:
        yield from (one for one in ingest.read(folder) if isinstance(one, Article))


def _example(article: Article, line: Mapping[str, Any]) -> Example:
    events = tuple(marked(event) for event in line["events"])
    return example_of(annotate_by_rules(article), str(line["article"]), events)


def annotate_by_rules(article: Article) -> Annotations:
    """What the rules find in an article, whichever reader is the default."""
    return pipeline.annotate(article, readers.named("rules"))


def example_of(found: Annotations, name: str, events: tuple[Marked, ...]) -> Example:
    """An example of an article that the rules have read."""
    return Example(name, view_of(found), events)


def corrected_examples(
    articles: Iterable[Article], rows: Sequence[Correction]
) -> Iterator[Example]:
    """Articles in which a reader corrected an event: their events, with the corrections, are
    taken as right."""
    touched = {row.a.partition(":")[0] for row in rows}
    for article in articles:
        if article.id in touched:
            found = annotate_by_rules(article)
            names = PartyNames(rows)
            names.add_entities(found.entities)
            events = merging.merge([(article.id, event) for event in found.events])
            leads = [event.lead[1] for event in correct_events(events, rows, names).events]
            dated = tuple(_marked(event) for event in leads if event.date_from)
            yield example_of(found, article.id, dated)


def _marked(event: EventMention) -> Marked:
    if event.date_from is None or event.date_to is None:
        raise ValueError("an event without days teaches no date")
    return Marked(
        start=event.start,
        end=event.end,
        trigger=event.trigger_start,
        plover=event.plover,
        polarity=event.polarity,
        status="done" if event.status == "hypothetical" else event.status,
        first=event.date_from,
        last=event.date_to,
        actors=tuple(actor.name for actor in event.actors),
        recipients=tuple(actor.name for actor in event.recipients),
    )
