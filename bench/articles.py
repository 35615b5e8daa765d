"""The articles for the bench: from the corpus next to the checkout, or copies of the seed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from alaqat import ingest
from alaqat.model.ids import identity
from alaqat.model.records import Article

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "news2018.jsonl.gz"


def sample(count: int) -> tuple[list[Article], str]:
    """`count` articles spread evenly over the corpus, always the same, and their description."""
    if not CORPUS.exists():
        missing = f"../{CORPUS.relative_to(ROOT.parent)} is not next to this checkout"
        return list(_repeated(count)), f"{missing}: {count} copies of the seed article are read."
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    spread = rows[:: max(1, len(rows) // count)][:count]
    return [
        _article(row) for row in spread
    ], f"{count} of {len(rows):,} news articles of ../shared/corpus."


def _article(row: dict[str, Any]) -> Article:
    return Article(
        identity(row["text"]),
        row["text"],
        date.fromisoformat(row["published"][:10]),
        row["source"],
    )


def _repeated(count: int) -> Iterator[Article]:
    """`count` copies of the seed article, each with its number so that none is a duplicate."""
    seed = ingest.article(next((ROOT / "seeds").glob("*.txt")))
    for number in range(count):
        text = f"{seed.text}\n{number}"
        yield replace(seed, text=text, id=identity(text))
