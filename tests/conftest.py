"""Small articles and a small store that tests build themselves."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from alaqat import store
from alaqat.arabic.document import prepare
from alaqat.build import frame_builder
from alaqat.ingest import identity
from alaqat.model.records import (
    Actor,
    Annotations,
    Article,
    Entity,
    Event,
    EventMention,
    Mention,
    Quote,
    Timex,
)

# The same examples at every run, so that a change is judged by itself; time limits would judge the machine.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

# A model that the developer has trained must not change what the tests see.
os.environ["ALAQAT_RECOGNIZER"] = "rules"

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SEED = ROOT / "seeds" / "000_47d3d796223e098a.txt"

KINDS = {
    ("", ""): ("other", "Other", "غيره"),
    ("CONSULT", ""): ("consult", "Talks", "لقاء"),
    ("SANCTION", ""): ("sanction", "Sanction", "عقوبة"),
}
FRANCE, CHAD = Actor("France", "فرنسا", "FRA"), Actor("Chad", "تشاد", "TCD")


@pytest.fixture
def shared() -> Path:
    """The folder of real articles and gold annotations, where it is beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip(
            "../shared is not beside this checkout: its gold articles and probes are not measured"
        )
    return SHARED


def make_article(text: str, published: str | None = "2020-03-05", **fields: str) -> Article:
    """An article with the id its text gives."""
    day = date.fromisoformat(published) if published else None
    return Article(
        id=identity(text), text=text, published=day, name=fields.pop("name", "made"), **fields
    )


def span(text: str, part: str) -> dict[str, int | str]:
    """start, end and text of `part` in `text`."""
    start = text.index(part)
    return {"start": start, "end": start + len(part), "text": part}


def visit(day: str = "2020-03-04", outlet: str = "أ") -> Annotations:
    """A visit of France's minister to Chad with a quotation: what the stages would find."""
    text = f'زار وزير فرنسا تشاد الأربعاء. وقال الوزير "سنعمل معا" في {outlet}.'
    document = prepare(make_article(text, day, source=f"outlet {outlet}"))
    at = date.fromisoformat(day)
    first = text[: text.index(".") + 1]
    france = Entity(
        "loc:FRA",
        "France",
        "فرنسا",
        "LOC",
        (Mention(**span(text, "فرنسا"), recognizer="test"),),
        "FRA",
        known=True,
    )
    chad = Entity(
        "loc:TCD",
        "Chad",
        "تشاد",
        "LOC",
        (Mention(**span(text, "تشاد"), recognizer="test"),),
        "TCD",
        known=True,
    )
    told = span(text, first)
    event = EventMention(
        int(told["start"]), int(told["end"]), first, "CONSULT", "cooperation", 4.0, "test.visit", 0, 3,
        mode="visit", actors=(FRANCE,), recipients=(CHAD,), date_from=at, date_to=at, granularity="day", dated_by="sentence",
    )  # fmt: skip
    timex = Timex(
        **span(text, "الأربعاء"),
        type="DATE",
        value=day,
        rule="test",
        date_from=at,
        date_to=at,
        granularity="day",
    )
    quote = Quote(**span(text, "سنعمل معا"), kind="direct", rule="test", cue="قال", speaker="France", speaker_ar="فرنسا",
                  speaker_id="loc:FRA", speaker_text="الوزير", country="FRA", date_from=at, date_to=at)  # fmt: skip
    return Annotations(document, (timex,), (france, chad), (quote,), (event,))


def happenings(*found: Annotations) -> list[Event]:
    """Each event as a happening of its own."""
    return [
        Event(
            frame_builder.identity(one.article.id, n),
            (one.article.id, event),
            ((one.article.id, event),),
        )
        for one in found
        for n, event in enumerate(one.events)
    ]


@pytest.fixture
def tiny(tmp_path: Path) -> store.Build:
    """A published build of two visits, in 2018 and in 2020."""
    found = [visit("2018-06-01", "ب"), visit("2020-03-04", "أ")]
    frames = frame_builder.assemble(found, happenings(*found), KINDS)
    return store.publish(
        frames, root=tmp_path / "build", version="test", built="2020-03-06T00:00:00+00:00"
    )
