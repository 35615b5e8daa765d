"""Counts how many sentences of ../shared/real/sentences.md are read as its table asks.

Usage: python tools/real_sentences.py [--failed]

The checks of each row stand in tests/real_sentences.csv: case, check, value.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from alaqat.build.pipeline import annotate
from alaqat.ingest.lines import join_broken_lines
from alaqat.model.ids import identity
from alaqat.model.records import Article
from alaqat.store.serialization import public

ROOT = Path(__file__).resolve().parents[1]
CHECKS = ROOT / "tests/real_sentences.csv"
_PUBLISHED = re.compile(r"^(.*) \((\d{4}-\d\d-\d\d)\)$")
_LINE_BREAK = " \u23ce "
_SENTENCE_COLUMN = 5
Read = Mapping[str, Any]


def sentences(table: Path) -> Iterator[tuple[str, str, date]]:
    """Case, sentence and day of publication of every row of the table."""
    for line in table.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        match = _PUBLISHED.match(cells[_SENTENCE_COLUMN]) if len(cells) > _SENTENCE_COLUMN else None
        if match:
            text = match.group(1).replace(_LINE_BREAK, "\n")
            yield cells[1], text, date.fromisoformat(match.group(2))


def read(text: str, published: date) -> Read:
    """The public annotations of a sentence, read as from a file: lines broken at a width joined."""
    whole = join_broken_lines(text)
    return public(annotate(Article(identity(whole), whole, published)))


def failures(table: Path) -> dict[str, list[str]]:
    """The checks that do not hold, by case; an empty list where all of them hold."""
    checks = defaultdict(list)
    with CHECKS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            checks[row["case"]].append((row["check"], row["value"]))
    results = {}
    for case, text, published in sentences(table):
        annotations = read(text, published)
        results[case] = [
            f"{check} {value}"
            for check, value in checks[case]
            if not TESTS[check](annotations, value)
        ]
    return results


def _speakers(annotations: Read) -> list[str]:
    fields = ("speaker_ar", "speaker_text")
    return [quote[field] or "" for quote in annotations["quotes"] for field in fields]


def _has_speaker(annotations: Read, value: str) -> bool:
    return any(value in speaker for speaker in _speakers(annotations))


def _has_quote(annotations: Read, value: str) -> bool:
    return any(value in quote["text"] for quote in annotations["quotes"])


def _has_interval(annotations: Read, value: str) -> bool:
    return value in {f"{one['date_from']}/{one['date_to']}" for one in annotations["timex"]}


def _is_within_years(annotations: Read, value: str) -> bool:
    years = {
        f"{(one['date_from'] or '')[:4]}/{(one['date_to'] or '')[:4]}"
        for one in annotations["timex"]
    }
    return value in years


def _has_event(annotations: Read, value: str) -> bool:
    return value in {f"{one['date_from']}/{one['date_to']}" for one in annotations["events"]}


def _has_id(annotations: Read, value: str) -> bool:
    return value in {one["id"] for one in annotations["entities"]}


def _has_person(annotations: Read, value: str) -> bool:
    persons = [one for one in annotations["entities"] if one["type"] == "PER"]
    return any(value in one["canonical_ar"] for one in persons)


def _has_name_part(annotations: Read, value: str) -> bool:
    names = [one["canonical_ar"] for one in annotations["entities"]]
    return any(value in name.split() for name in names)


def _has_place(annotations: Read, value: str) -> bool:
    places = [one for one in annotations["entities"] if one["type"] == "LOC"]
    return any(one["country"] == value for one in places)


def _has_no_place(annotations: Read, value: str) -> bool:
    return all(one["type"] == "PER" for one in annotations["entities"])


def _has_no_country(annotations: Read, value: str) -> bool:
    found = [*annotations["entities"], *annotations["quotes"]]
    return all(one["country"] != value for one in found)


def _has_count(annotations: Read, value: str) -> bool:
    return len(annotations["timex"]) == int(value)


def _has_type(annotations: Read, value: str) -> bool:
    return {one["type"] for one in annotations["timex"]} == {value}


def _has_value(annotations: Read, value: str) -> bool:
    return value in {one["value"] for one in annotations["timex"]}


TESTS: dict[str, Callable[[Read, str], bool]] = {
    "speaker": _has_speaker,
    "never": lambda annotations, value: not _has_speaker(annotations, value),
    "quote": _has_quote,
    "never_quote": lambda annotations, value: not _has_quote(annotations, value),
    "interval": _has_interval,
    "within": _is_within_years,
    "event": _has_event,
    "id": _has_id,
    "never_id": lambda annotations, value: not _has_id(annotations, value),
    "person": _has_person,
    "never_name": lambda annotations, value: not _has_name_part(annotations, value),
    "place": _has_place,
    "no_place": _has_no_place,
    "no_country": _has_no_country,
    "count": _has_count,
    "type": _has_type,
    "value": _has_value,
}


def main(arguments: list[str]) -> None:
    """Print the count of each kind and of all; with --failed also what does not hold."""
    results = failures(ROOT.parent / "shared/real/sentences.md")
    for kind in ("q", "n", "t"):
        of_kind = [failed for case, failed in results.items() if case.startswith(kind)]
        print(f"{kind}: {of_kind.count([])} of {len(of_kind)}")
    print(f"all: {list(results.values()).count([])} of {len(results)}")
    if "--failed" in arguments:
        for case, failed in results.items():
            if failed:
                print(f"{case}: {'; '.join(failed)}")


if __name__ == "__main__":
    main(sys.argv[1:])
