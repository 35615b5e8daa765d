"""Makes stores of any size for the bench: random events of all states over thirty years.

The random numbers have a fixed seed. Names, codes and labels are those of the lexicons, and
sentences those of the seed article, so that values are as long as in a real store.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any, Final

from alaqat import ingest, store
from alaqat.lexicon.load import table
from alaqat.store import schema

ROOT: Final = Path(__file__).resolve().parent.parent
FIRST: Final = date(1995, 1, 1)
DAYS: Final = 30 * 365
# Events per article, as in the news of one year; there are twice as many quotes, and three
# sentences for each event.
PER_ARTICLE: Final = 3
OUTLETS: Final = 12
# granularity → its length in days, and its percentage of the events in the news of one year
PRECISION: Final = {
    "day": (1, 70),
    "week": (7, 2),
    "month": (30, 7),
    "year": (365, 8),
    "range": (500, 3),
    None: (0, 10),
}
Row = dict[str, Any]


def publish(events: int, root: Path) -> store.Build:
    """Publish a store with `events` events in the folder `root`."""
    maker = _Maker(events)
    rows = {name: schema.frame(name, maker.rows.get(name, ())) for name in schema.FRAMES}
    return store.publish(rows, root=root, version="bench", built="2026-01-01T00:00:00")


class _Maker:
    """Makes the rows of every frame, article by article."""

    def __init__(self, events: int) -> None:
        self.random = Random(events)
        self.rows: dict[str, list[Row]] = {name: [] for name in schema.FRAMES}
        self.states = [row for row in table("countries") if row["name_ar"]]
        self.codes = [row for row in table("plover") if row["label_ar"]]
        self.people = list(table("people"))
        seed = ingest.article(next((ROOT / "seeds").glob("*.txt")))
        self.sentences = [line.strip() for line in seed.text.split(".") if len(line.strip()) > 40]
        self.named: Counter[str] = Counter()
        for number in range(0, events, PER_ARTICLE):
            self._article(f"{number:016x}", min(PER_ARTICLE, events - number))
        self.rows["entities"] = list(self._entities())

    def _article(self, key: str, events: int) -> None:
        day = FIRST + timedelta(days=int(self.random.triangular(0, DAYS, DAYS * 0.8)))
        sentences = self.random.choices(self.sentences, k=3 * PER_ARTICLE)
        text = ".\n".join(sentences)
        source = f"Outlet {self.random.randrange(OUTLETS) + 1}"
        self._add(
            "articles",
            key,
            published=day,
            source=source,
            title=sentences[0][:60],
            name=key,
            text=text,
        )
        start = 0
        for number, sentence in enumerate(sentences):
            span = {
                "sentence": number,
                "start": start,
                "end": start + len(sentence),
                "text": sentence,
            }
            self._sentence(key, day, span, event=number < events)
            start += len(sentence) + 2

    def _sentence(self, key: str, day: date, span: Row, *, event: bool) -> None:
        self._add("sentences", key, **span, paragraph=span["sentence"], date_from=day, date_to=day)
        states = self._few(self.states, 2)
        entity_ids = [f"c{state['iso3']}" for state in states] + [f"p{self._index(self.people)}"]
        for entity_id in entity_ids:
            self.named[entity_id] += 1
            self._add(
                "mentions",
                key,
                **span,
                entity_id=entity_id,
                nominal=False,
                recognizer="bench",
                reason="bench",
            )
        for a, b in combinations(sorted(set(entity_ids)), 2):
            self._add("edges", key, a=a, b=b, sentence=span["sentence"])
        if event:
            self._event(key, day, span, states)
        else:
            self._quote(key, day, span, self.people[int(entity_ids[-1][1:])], entity_ids[-1])

    def _quote(self, key: str, day: date, span: Row, speaker: Row, entity: str) -> None:
        speaker = speaker if self.random.random() < 0.6 else dict.fromkeys(speaker)
        self._add(
            "quotes", key, **span, quote_id=_id(key, span), group_id=_id(key, span), lead_rank=0,
            kind="direct", rule="bench", read_by="bench", role=None, date_from=day, date_to=day,
            speaker=speaker["name_en"], speaker_ar=speaker["name_ar"],
            country=speaker["country"] or None, speaker_id=entity if speaker["name_en"] else None,
        )  # fmt: skip

    def _event(self, key: str, day: date, span: Row, states: list[Row]) -> None:
        code = self.random.choice(self.codes)
        granularity = self.random.choices(
            list(PRECISION), [share for _, share in PRECISION.values()]
        )[0]
        length = PRECISION[granularity][0]
        first = day - timedelta(
            days=self.random.randrange(400) if self.random.random() < 0.2 else 0
        )
        dates = (
            {"date_from": first, "date_to": first + timedelta(days=length - 1)} if length else {}
        )
        identity = _id(key, span)
        report = {
            "event_id": identity, "sentence_number": span["sentence"], "sentence": span["text"],
            "start": span["start"], "end": span["end"], "trigger_start": span["start"],
            "trigger_end": span["start"] + 5, "rule": "bench", "read_by": "bench",
            "plover": code["plover"], "granularity": granularity, "status": "done",
            "dated_by": "sentence", **dates,
        }  # fmt: skip
        actor, recipient = states[0], states[-1]
        self._add("reports", key, **report)
        self._add(
            "events", key, **report, mode=code["mode"], polarity=code["polarity"],
            intensity=float(code["score"] or 0), kind=code["kind"], label_en=code["label_en"],
            label_ar=code["label_ar"], future=False, certainty="likely", reports=1, published=day,
            actors=[actor["name_en"]], actors_ar=[actor["name_ar"]],
            recipients=[recipient["name_en"]], recipients_ar=[recipient["name_ar"]],
        )  # fmt: skip
        for side, state in (("actor", actor), ("recipient", recipient)):
            names = {
                "name": state["name_en"],
                "name_ar": state["name_ar"],
                "country": state["iso3"],
            }
            self.rows["participants"].append(
                {"event_id": identity, "side": side, "position": 0, **names}
            )

    def _entities(self) -> Iterator[Row]:
        names = {f"c{row['iso3']}": (row, "LOC", row["iso3"]) for row in self.states}
        names |= {
            f"p{number}": (row, "PER", row["country"] or None)
            for number, row in enumerate(self.people)
        }
        for key, count in self.named.items():
            row, kind, country = names[key]
            yield {
                "entity_id": key, "canonical_en": row["name_en"], "canonical_ar": row["name_ar"],
                "type": kind, "country": country, "mentions": count, "articles": count,
                "x": self.random.random(), "y": self.random.random(),
            }  # fmt: skip

    def _few(self, items: list[Row], count: int) -> list[Row]:
        """`count` random items; the first ones of the list are far more frequent than the last."""
        return [items[self._index(items)] for _ in range(count)]

    def _index(self, items: list[Row]) -> int:
        return int(len(items) * self.random.random() ** 3)

    def _add(self, frame: str, key: str, /, **values: Any) -> None:
        self.rows[frame].append({"article_id": key, **values})


def _id(key: str, span: Row) -> str:
    return f"{key}-{span['sentence']}"
