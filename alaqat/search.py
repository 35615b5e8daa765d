"""Full-text search over folded sentences: every word is indexed as written and without its clitics."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pandas as pd

from alaqat.lexicon import table
from alaqat.text import search_key

_WORD = re.compile(r"\w+")
# What remains of a word after a clitic must still be a word: two letters, as in «وبن».
_SHORTEST = 2


def write(path: Path, frames: Mapping[str, pd.DataFrame]) -> None:
    """Index the sentences of `frames`, each with the Latin names of whom it mentions."""
    latin = _latin_names(frames)
    sentences = frames["sentences"]
    with sqlite3.connect(path) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE sentences USING fts5("
            "article_id UNINDEXED, sentence UNINDEXED, words, tokenize='unicode61 remove_diacritics 2')"
        )
        connection.executemany(
            "INSERT INTO sentences VALUES (?, ?, ?)",
            (
                (article_id, number, " ".join((*_index_words(text), *latin[article_id, number])))
                for article_id, number, text in zip(
                    sentences["article_id"], sentences["sentence"], sentences["text"], strict=True
                )
            ),
        )
        connection.execute("INSERT INTO sentences(sentences) VALUES ('optimize')")
    connection.close()


def _latin_names(frames: Mapping[str, pd.DataFrame]) -> defaultdict[tuple[str, int], list[str]]:
    names = dict(zip(frames["entities"]["entity_id"], frames["entities"]["canonical_en"], strict=True))
    found: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    mentions = frames["mentions"]
    for article_id, number, entity in zip(
        mentions["article_id"], mentions["sentence"], mentions["entity_id"], strict=True
    ):
        found[article_id, number].append(search_key(names[entity]))
    return found


def _index_words(text: str) -> Iterator[str]:
    for word in _WORD.findall(search_key(text)):
        yield from _bare_forms(word)


def _bare_forms(word: str) -> Iterable[str]:
    """A word's own form and what remains without each clitic it may begin with."""
    forms = {word}
    for clitic, instead in _clitics():
        if word.startswith(clitic) and len(word) - len(clitic) >= _SHORTEST:
            forms.add(instead + word[len(clitic) :])
    return sorted(forms)


@cache
def _clitics() -> tuple[tuple[str, str], ...]:
    glued = [(search_key(row["surface"]), "") for row in table("clitics")]
    swallowed = [(search_key(row["swallowed"]), search_key(row["article"])) for row in table("swallowed")]
    return tuple(glued + swallowed)


def find(connection: sqlite3.Connection, query: str) -> list[tuple[str, int]]:
    """(article id, sentence number) of the sentences that hold every word of `query`, as typed or as a beginning."""
    words = _WORD.findall(search_key(query))
    if not words:
        return []
    match = " AND ".join(f'"{word}"*' if len(word) > _SHORTEST else f'"{word}"' for word in words[:20])
    return connection.execute("SELECT article_id, sentence FROM sentences WHERE sentences MATCH ?", (match,)).fetchall()
