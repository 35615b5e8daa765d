"""Builds the small articles, annotations and stores that tests read."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd

from alaqat import store
from alaqat.arabic.document import prepare
from alaqat.build.deduplication import Duplicate
from alaqat.build.frame_builder import FrameBuilder
from alaqat.corrections.model import Correction
from alaqat.model import ids
from alaqat.model.ids import identity
from alaqat.model.records import (
    Actor,
    Annotations,
    Article,
    Document,
    Entity,
    Event,
    EventMention,
    Mention,
    Quote,
    Timex,
)
from alaqat.model.selection import Selection

FRANCE, CHAD = Actor("France", "فرنسا", "FRA"), Actor("Chad", "تشاد", "TCD")
STATES = ("تركيا", "مصر", "إيران", "فرنسا", "الصين", "روسيا", "الأردن", "قطر")
BUILT = "2020-03-06T00:00:00+00:00"


def article(text: str, published: str | None = "2020-03-05", **fields: Any) -> Article:
    """An article with the id that ingest gives its text."""
    day = date.fromisoformat(published) if published else None
    fields = {"name": "made", **fields}
    return Article(id=identity(text), text=text, published=day, **fields)


def document(text: str, published: str | None = "2020-03-05") -> Document:
    """An article prepared for the stages."""
    return prepare(article(text, published))


def span(text: str, part: str) -> dict[str, Any]:
    """start, end and text of `part` in `text`."""
    start = text.index(part)
    return {"start": start, "end": start + len(part), "text": part}


def state(text: str, actor: Actor) -> Entity:
    """The entity of a state with the one mention of its Arabic name in `text`."""
    mention = Mention(**span(text, actor.name_ar), recognizer="test")
    return Entity(
        f"loc:{actor.country}",
        actor.name,
        actor.name_ar,
        "LOC",
        (mention,),
        actor.country,
        known=True,
    )


def visit(day: str = "2020-03-04", outlet: str = "أ") -> Annotations:
    """The annotations of an article: a French minister visits Chad and says something."""
    text = f'زار وزير فرنسا تشاد الأربعاء. وقال الوزير "سنعمل معا" في {outlet}.'
    on = date.fromisoformat(day)
    sentence = text[: text.index(".") + 1]
    event = EventMention(
        0, len(sentence), sentence, "CONSULT", "cooperation", 4.0, "test.visit", 0, 3,
        mode="visit", actors=(FRANCE,), recipients=(CHAD,),
        date_from=on, date_to=on, granularity="day", dated_by="sentence",
    )  # fmt: skip
    timex = Timex(
        **span(text, "الأربعاء"),
        type="DATE", value=day, rule="test", date_from=on, date_to=on, granularity="day",
    )  # fmt: skip
    quote = Quote(
        **span(text, "سنعمل معا"),
        kind="direct", rule="test", cue="قال", speaker="France", speaker_ar="فرنسا",
        speaker_id="loc:FRA", speaker_text="الوزير", country="FRA", date_from=on, date_to=on,
    )  # fmt: skip
    return Annotations(
        prepare(article(text, day, source=f"outlet {outlet}")),
        (timex,),
        (state(text, FRANCE), state(text, CHAD)),
        (quote,),
        (event,),
    )


def visits() -> list[Annotations]:
    """Two visits, in 2018 and in 2020."""
    return [visit("2018-06-01", "ب"), visit("2020-03-04", "أ")]


def visit_articles(count: int) -> list[Article]:
    """Articles with a visit, a quote and an agreement each, which differ in states, days and words."""
    return [_visit_article(number) for number in range(count)]


def _visit_article(number: int) -> Article:
    host, guest = STATES[number % 8], STATES[(number // 8 + 1 + number) % 8]
    topic = " ".join(f"بند{letter}" for letter in f"{number:06b}".translate({48: "ا", 49: "ب"}))
    text = (
        f"زار وزير خارجية {guest} {host} أمس الأربعاء وبحث {topic}.\n"
        f'وقال الوزير إن "العلاقات مع {host} تتقدم في {topic}".\n'
        f"ووقع البلدان {host} و{guest} اتفاقا حول {topic} في 3 مارس 2020."
    )
    return article(
        text,
        (date(2020, 1, 1) + timedelta(days=number)).isoformat(),
        name=f"n{number}",
        source=f"outlet {number % 3}",
        url=f"https://news.example/{number}",
    )


def events(*annotations: Annotations) -> list[Event]:
    """Every mention of an event as an event of its own."""
    return [
        Event(ids.identity(annotated.article.id, number), report, (report,))
        for annotated in annotations
        for number, mention in enumerate(annotated.events)
        for report in [(annotated.article.id, mention)]
    ]


def frames(
    annotations: Iterable[Annotations],
    merged: Sequence[Event] | None = None,
    corrections: Iterable[tuple[Correction, str | None]] = (),
    duplicates: Iterable[Duplicate] = (),
) -> dict[str, pd.DataFrame]:
    """The frames of annotations in the order of their articles' ids.

    `merged` are their events, by default every mention as an event of its own.
    """
    ordered = sorted(annotations, key=lambda annotated: annotated.article.id)
    builder = FrameBuilder()
    for annotated in ordered:
        builder.add(annotated)
    return builder.frames(events(*ordered) if merged is None else merged, corrections, duplicates)


def publish_visits(root: Path) -> store.Build:
    """A build of two visits, a reprint of one and a correction: every frame has rows."""
    first, second = visits()
    reprint = Duplicate(
        article(first.article.text, "2018-06-02", name="reprint", source="outlet ت"),
        first.article,
        "near-copy",
    )
    correction = Correction(
        "hide", "loc:FRA", reason="not meant", by="reader", day=date(2020, 3, 7)
    )
    tables = partial(frames, [first, second], None, [(correction, None)], [reprint])
    return publish_once(root, repr((reprint, correction)), tables)


def search(build: store.Build, query: str) -> pd.DataFrame:
    """The sentences that a search finds: columns article_id, sentence."""
    selection = Selection(query=query if query.strip() else ".")
    return store.read(build, "sentences", selection, columns=("article_id", "sentence"))


def publish(
    annotations: Iterable[Annotations], root: Path, merged: Sequence[Event] | None = None
) -> store.Build:
    """A published build of annotations."""
    annotations = list(annotations)
    tables = partial(frames, annotations, merged)
    if (root / "CURRENT").exists():
        return store.publish(tables(), root=root, version="test", built=BUILT)
    return publish_once(root, repr((annotations, merged)), tables)


def publish_once(
    root: Path,
    content: str,
    tables: Callable[[], dict[str, pd.DataFrame]],
    *,
    version: str = "test",
    built: str = BUILT,
) -> store.Build:
    """A build of `tables` in the empty folder `root`.

    It is copied where this process has published `content`, which names the tables, before.
    """
    first = Path(_first_copies().name, identity(content, version, built))
    if not first.exists():
        store.publish(tables(), root=first, version=version, built=built)
    shutil.copytree(first, root, dirs_exist_ok=True)
    return store.latest(root)


@cache
def _first_copies() -> TemporaryDirectory[str]:
    """The folder of this process in which each build is published once."""
    return TemporaryDirectory(prefix="alaqat-tests-")
