"""The articles a bench reads: real ones where the corpus is beside the checkout, else the seed again and again."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from alaqat import ingest
from alaqat.model.records import Article

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus" / "news2018.jsonl.gz"


def sample(count: int) -> tuple[list[Article], str]:
    """So many articles, always the same, spread over the corpus; and the sentence that says which they are."""
    if not CORPUS.exists():
        missing = f"../{CORPUS.relative_to(ROOT.parent)} is not beside this checkout"
        return list(_repeated(count)), f"{missing}: the seed article is read again and again."
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    spread = rows[:: max(1, len(rows) // count)][:count]
    return [
        _article(row) for row in spread
    ], f"{count} of {len(rows):,} news articles of ../shared/corpus."


def _article(row: dict[str, Any]) -> Article:
    return Article(
        ingest.identity(row["text"]),
        row["text"],
        date.fromisoformat(row["published"][:10]),
        row["source"],
    )


def _repeated(count: int) -> Iterator[Article]:
    """The seed under so many names, each with a line of its own so that none counts as a copy."""
    seed = ingest.article(next((ROOT / "seeds").glob("*.txt")))
    for number in range(count):
        text = f"{seed.text}\n{number}"
        yield replace(seed, text=text, id=ingest.identity(text))
