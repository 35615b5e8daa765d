"""A published store in which every payload is a title, an outlet, a quote, a speaker, a name, a place and a party."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from alaqat import store
from alaqat.arabic.document import prepare
from alaqat.model import ids
from alaqat.model.ids import identity
from alaqat.model.records import (
    Actor,
    Annotations,
    Article,
    Entity,
    Event,
    EventMention,
    Mention,
    Quote,
)
from tests import builders
from tests.pages.payloads import PAYLOADS

FIRST = date(2019, 1, 1)


def _one(number: int, payload: str) -> Annotations:
    day = FIRST + timedelta(days=number)
    text = f'زار وفد من {payload} فرنسا ثم قال "{payload}" وعاد.'
    article = Article(
        identity(text), text, day, source=payload, title=payload, url=payload, name=f"{number}"
    )
    at = text.index(payload)
    said = text.index(payload, at + len(payload))
    end = len(text)
    place = (Mention(at, at + len(payload), payload, "t", role=payload),)
    france = text.rindex("فرنسا", 0, said)
    guest = Entity(f"per:{number}", payload, payload, "PER", place)
    host = Entity(
        "loc:FRA", "France", "فرنسا", "LOC", (Mention(france, france + 5, "فرنسا", "t"),), "FRA"
    )
    quote = Quote(said, said + len(payload), payload, "direct", "t", cue="قال", speaker=payload, speaker_ar=payload,
                  speaker_id=guest.id, speaker_text=payload, role=payload, date_from=day, date_to=day)  # fmt: skip
    event = EventMention(0, end, text, "CONSULT", "cooperation", 4.0, "t", 0, 3, actors=(Actor(payload, payload),),
                  recipients=(Actor("France", "فرنسا", "FRA"),), date_from=day, date_to=day, granularity="day",
                  dated_by="sentence")  # fmt: skip
    return Annotations(prepare(article), (), (guest, host), (quote,), (event,))


def publish(root: Path) -> store.Build:
    """Publish an article for each payload below `root`."""
    found = [_one(number, payload) for number, payload in enumerate(PAYLOADS)]
    happenings = [
        Event(
            ids.identity(one.article.id, 0),
            (one.article.id, one.events[0]),
            ((one.article.id, one.events[0]),),
        )
        for one in found
    ]
    return store.publish(
        builders.frames(found, happenings),
        root=root,
        version="1",
        built="2026-01-02T03:04:05",
    )
