"""A published store whose article, names, quotes and outlet try to run, fetch and reorder."""

from __future__ import annotations

from datetime import date
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
    Timex,
)
from tests import builders

SCRIPT = "<script>window.ran=1</script>"
IMAGE = "<img src=https://example.org/x.png onerror=window.ran=1>"
STYLE = "<style>*{display:none}</style>"
OVERRIDE = "\u202eabc"
DAY = date(2020, 3, 4)
QUOTED = f"سنعمل {IMAGE} معا"
TEXT = (
    f'زار {SCRIPT} فرنسا في 4 مارس 2020 **مع** $x$ وفد.\nوقال {OVERRIDE} "{QUOTED}" ثم {STYLE} عاد.'
)


def span(part: str) -> dict[str, int]:
    """Where `part` stands in the text."""
    at = TEXT.index(part)
    return {"start": at, "end": at + len(part)}


def annotations() -> Annotations:
    """The article with every kind of find in or around a hostile stretch."""
    article = Article(
        identity(TEXT), TEXT, DAY, source=IMAGE, title=f"{SCRIPT} عنوان", url="javascript:alert(1)"
    )
    document = prepare(article)
    guest = Entity(
        "p1",
        SCRIPT,
        SCRIPT,
        "PER",
        (Mention(**span(SCRIPT), text=SCRIPT, recognizer="t", role=STYLE),),
    )
    host = Entity(
        "c1",
        "France",
        "فرنسا",
        "LOC",
        (Mention(**span("فرنسا"), text="فرنسا", recognizer="t"),),
        "FRA",
    )
    when = Timex(**span("4 مارس 2020"), text="4 مارس 2020", type="DATE", value="2020-03-04", rule=STYLE,
                 date_from=DAY, date_to=DAY, granularity="day")  # fmt: skip
    quote = Quote(**span(QUOTED), text=QUOTED, kind="direct", rule="t", cue=SCRIPT, speaker=OVERRIDE,
                  speaker_ar=OVERRIDE, role=IMAGE, date_from=DAY, date_to=DAY)  # fmt: skip
    sentence = TEXT.partition("\n")[0]
    event = EventMention(0, len(sentence), sentence, "CONSULT", "cooperation", 4.0, "t", 0, 3, actors=(Actor(SCRIPT, SCRIPT),),
                  date_from=DAY, date_to=DAY, granularity="day", dated_by="sentence")  # fmt: skip
    return Annotations(document, (when,), (guest, host), (quote,), (event,))


def publish(root: Path) -> store.Build:
    """Publish the article below `root`."""
    one = annotations()
    report = (one.article.id, one.events[0])
    happening = Event(ids.identity(one.article.id, 0), report, (report,))
    frames = builders.frames(
        [one],
        (happening,),
    )
    return store.publish(frames, root=root, version="1", built="2026-01-02T03:04:05")
