"""Annotations without the words of the articles: offsets, labels, and how to know the right text.

A file has one JSON object a line, for one article:

    {"article", "source", "published", "url", "corpus_id", "sha256", "length", "split",
     "events": [{"start", "end", "trigger_start", "trigger_end", "date_start", "date_end",
                 "date_from", "date_to", "granularity", "date_basis", "plover", "polarity",
                 "status", "actors", "recipients"}],
     "quotes": [{"start", "end", "kind", "speaker_start", "speaker_end"}] or null}

Offsets count characters of the text as read, end exclusive; `date_start` and `date_end` are
null where
no expression dates the event. `quotes` is null where nobody annotated them. `sha256` is the
hash of the
text in UTF-8: an annotation is used with that text only.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

_EVENT = (
    "start",
    "end",
    "trigger_start",
    "trigger_end",
    "date_from",
    "date_to",
    "granularity",
    "date_basis",
    "plover",
    "polarity",
    "status",
    "actors",
    "recipients",
)
TEST, VALIDATION, TRAINING = "test", "validation", "training"


def text_hash(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def split_of(name: str) -> str:
    """The split of a numbered article: test for numbers that end in 5, validation for 0."""
    return {"5": TEST, "0": VALIDATION}.get(name[-1:], TRAINING)


def standoff(
    name: str, text: str, sidecar: Mapping[str, Any], gold: Mapping[str, Any], *, quotes: bool
) -> dict[str, Any]:
    """The line of one article from its text, its sidecar and its annotation with words."""
    return {
        "article": name,
        "source": sidecar.get("source"),
        "published": sidecar.get("published"),
        "url": sidecar.get("url"),
        "corpus_id": sidecar.get("corpus_id"),
        "sha256": text_hash(text),
        "length": len(text),
        "split": split_of(name),
        "events": [_event(text, event) for event in gold["events"]],
        "quotes": [_quote(text, quote) for quote in gold["quotes"]] if quotes else None,
    }


def _event(text: str, event: Mapping[str, Any]) -> dict[str, Any]:
    chosen = {key: event.get(key) for key in _EVENT}
    span = _near(text, event.get("date_text"), event["trigger_start"])
    return chosen | {"date_start": span[0], "date_end": span[1]}


def _quote(text: str, quote: Mapping[str, Any]) -> dict[str, Any]:
    span = _near(text, quote.get("speaker_text"), quote["start"])
    chosen = {key: quote[key] for key in ("start", "end", "kind")}
    return chosen | {"speaker_start": span[0], "speaker_end": span[1]}


def _near(text: str, words: str | None, offset: int) -> tuple[int | None, int | None]:
    """The place of `words` that is nearest to `offset`."""
    if not words:
        return None, None
    places = []
    start = text.find(words)
    while start >= 0:
        places.append(start)
        start = text.find(words, start + 1)
    if not places:
        return None, None
    best = min(places, key=lambda place: abs(place - offset))
    return best, best + len(words)


def write_standoff(lines: Iterable[Mapping[str, Any]], path: Path) -> None:
    """Write one JSON object a line."""
    with path.open("w", encoding="utf-8") as out:
        for line in lines:
            out.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")


def read_standoff(path: Path) -> Iterator[dict[str, Any]]:
    """The articles of a standoff file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def folder_lines(folder: Path, *, quotes: Iterable[str] = ()) -> Iterator[dict[str, Any]]:
    """The standoff lines of a folder with `articles/NAME.txt`, its sidecars, and `gold/NAME.json`.

    `quotes` names the articles whose quotes are annotated.
    """
    with_quotes = set(quotes)
    for path in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text_path = folder / "articles" / f"{path.stem}.txt"
        text = text_path.read_bytes().decode("utf-8")
        sidecar_path = text_path.with_suffix(".json")
        sidecar = {}
        if sidecar_path.exists():
            sidecar = json.loads(sidecar_path.read_text(encoding="utf-8"))
        yield standoff(path.stem, text, sidecar, gold, quotes=path.stem in with_quotes)
