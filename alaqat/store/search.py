"""Full-text search over folded sentences: every word is indexed as written and without its clitics.

A word of a query is searched as typed, without its definite article, with each enclitic, and with
the words related to it; in quotation marks without those. It matches whole words; `*` after it
matches words that begin with it.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import count
from pathlib import Path

import duckdb

from alaqat.arabic.clitics import PROCLITICS, SWALLOWED_ARTICLE, without_definite_article
from alaqat.arabic.fold import fold, search_key
from alaqat.lexicon.load import table
from alaqat.store.related_words import related_words

VERSION = 3  # of the index on disk
_WORD = re.compile(r"\w+")
_QUERY_WORD = re.compile(r"(\w+)(\*?)")
_QUOTED = re.compile(r"[\"«“”]([^\"«»“”]*)[\"»“”]")
_CLOSED, _OPENED = search_key("\u0629"), "\u062a"
# words of a query that are searched; further ones are ignored
_MOST_WORDS = 20
# sentences that are read at a time to be indexed
_ENTRIES = 5_000
# Letters that must remain of a word after a clitic: two, as in «وبن».
_SHORTEST = 2
# Clitics at the beginning of a word, in the letters of search keys.
_CLITICS = (*PROCLITICS, SWALLOWED_ARTICLE)


def write(path: Path, frames: duckdb.DuckDBPyConnection) -> None:
    """Index the sentences of `frames`, each with the Arabic and English names of its entities.

    The id of a sentence is its number in the frame. Positions and counts of words are not
    indexed, so that a search reads one list of ids for each form of a word.
    """
    with sqlite3.connect(path) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE sentences USING fts5(words, content='', detail=none, "
            "columnsize=0, tokenize='unicode61 remove_diacritics 2')"
        )
        connection.executemany(
            "INSERT INTO sentences(rowid, words) VALUES (?, ?)", _entries(frames)
        )
        connection.execute("INSERT INTO sentences(sentences) VALUES ('optimize')")
    connection.close()


# The number of a sentence and its entry.
Entry = tuple[int, str]


def change(path: Path, gone: Iterable[Entry], come: Iterable[Entry]) -> None:
    """Take the entries `gone` out of an index and add those that `come`.

    The index holds no texts, so an entry to be taken out is given as it was added.
    """
    with sqlite3.connect(path) as connection:
        connection.executemany(
            "INSERT INTO sentences(sentences, rowid, words) VALUES ('delete', ?, ?)", gone
        )
        connection.executemany("INSERT INTO sentences(rowid, words) VALUES (?, ?)", come)
    connection.close()


def entry(text: str, names: Iterable[str]) -> str:
    """What is indexed of a sentence: the forms of its words and the names of its entities."""
    return " ".join((*_index_words(text), *names))


def name_key(canonical_en: str, canonical_ar: str) -> str:
    """What is indexed of an entity in each sentence that mentions it."""
    return search_key(" ".join(filter(None, (canonical_en, canonical_ar))))


def _entries(frames: duckdb.DuckDBPyConnection) -> Iterator[Entry]:
    """The entries of all sentences; so many at a time that they fit in memory."""
    rows = frames.execute("SELECT entity_id, canonical_en, canonical_ar FROM entities").fetchall()
    names = {entity: name_key(english, arabic) for entity, english, arabic in rows}
    for first in count(0, _ENTRIES):
        sentences = frames.execute(
            'SELECT "row", article_id, sentence, text FROM sentences '
            'WHERE "row" >= ? AND "row" < ? ORDER BY "row"',
            [first, first + _ENTRIES],
        ).fetchall()
        if not sentences:
            return
        ids = [article_id for _, article_id, _, _ in sentences]
        latin: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for article_id, number, entity in frames.execute(
            "SELECT article_id, sentence, entity_id FROM mentions WHERE article_id BETWEEN ? AND ?",
            [min(ids), max(ids)],
        ).fetchall():
            latin[article_id, number].append(names[entity])
        for row_number, article_id, number, text in sentences:
            yield row_number, entry(text, latin[article_id, number])


def _index_words(text: str) -> Iterator[str]:
    for word in _WORD.findall(search_key(text)):
        yield from _bare_forms(word)


def _bare_forms(word: str) -> Iterable[str]:
    """A word, and the rest of it after each clitic that it may begin with."""
    forms = {word}
    for clitic in _CLITICS:
        if word.startswith(clitic) and len(word) - len(clitic) >= _SHORTEST:
            forms.add(word[len(clitic) :])
    return sorted(forms)


@cache
def _endings() -> tuple[str, ...]:
    rows = (row for row in table("enclitics") if row["kind"] != "relation")
    return ("", *(search_key(row["surface"]) for row in rows))


def is_quoted(query: str) -> bool:
    """True if a query has words in quotation marks, which are searched as they are written."""
    return _QUOTED.search(query) is not None


def unquoted(query: str) -> str:
    """A query without its quotation marks."""
    return _QUOTED.sub(r"\1", query)


def related(connection: sqlite3.Connection, query: str) -> list[str]:
    """The words related to those of a query that the index has, as they are written."""
    words = (related_words(match[1]) for match in _single_words(query))
    candidates = dict.fromkeys(word for family in words for word in family)
    return [word for word in candidates if _is_indexed(connection, search_key(word))]


def _is_indexed(connection: sqlite3.Connection, key: str) -> bool:
    sql = "SELECT rowid FROM sentences WHERE sentences MATCH ? LIMIT 1"
    return connection.execute(sql, (_quoted(key),)).fetchone() is not None


def _single_words(query: str) -> Iterator[re.Match[str]]:
    """The words of a query outside quotation marks and without a star."""
    words = _QUERY_WORD.finditer(search_key(_QUOTED.sub(" ", query)))
    return (word for word in words if not word[2])


def _query_words(query: str) -> list[tuple[str, ...]]:
    """For each word of a query the forms that match it; a prefix to search ends with `*`."""
    quoted = " ".join(_QUOTED.findall(query))
    words = [
        *(_forms(word[1], begins=bool(word[2])) for word in _words_of(quoted)),
        *(_family(word[1], begins=bool(word[2])) for word in _words_of(_QUOTED.sub(" ", query))),
    ]
    return words[:_MOST_WORDS]


def _words_of(query: str) -> Iterator[re.Match[str]]:
    return _QUERY_WORD.finditer(search_key(query))


def _family(word: str, *, begins: bool) -> tuple[str, ...]:
    """The forms of a word and the words related to it."""
    own = _forms(word, begins=begins)
    if begins:
        return own
    return tuple(sorted({*own, *map(search_key, related_words(word))}))


def _forms(word: str, *, begins: bool) -> tuple[str, ...]:
    if begins:
        return (f"{word}*",)
    if word.isascii():
        return (word,)
    bases = {word}
    bare = without_definite_article(word)
    if len(bare) > _SHORTEST:
        bases.add(bare)
    # before an ending the ة (folded to ه) opens to ت, and gives way to the plural's
    opened = {
        f"{base[:-1]}{_OPENED}"
        for base in bases
        if base.endswith(_CLOSED) and len(base) > _SHORTEST
    }
    stems = {base[:-1] for base in bases if base.endswith(_CLOSED) and len(base) > _SHORTEST}
    joined = {
        base + ending for base in bases | opened for ending in _endings() if len(base) > _SHORTEST
    }
    plural = {
        stem + row["surface"]
        for stem in stems
        for row in table("enclitics")
        if row["kind"] == "feminine plural"
    }
    return tuple(sorted(bases | joined | plural))


def find(connection: sqlite3.Connection, query: str) -> list[int]:
    """The row numbers of the sentences that contain every word of `query` in any spelling."""
    words = _query_words(query)
    if not words:
        return []
    match = " AND ".join(f"({' OR '.join(map(_quoted, forms))})" for forms in words)
    rows = connection.execute("SELECT rowid FROM sentences WHERE sentences MATCH ?", (match,))
    return [row_number for (row_number,) in rows]


def _quoted(form: str) -> str:
    return f'"{form[:-1]}"*' if form.endswith("*") else f'"{form}"'


def spans(text: str, query: str) -> list[tuple[int, int]]:
    """The spans of the words of `text` (source offsets) that match a word of `query`."""
    forms = {form for group in _query_words(query) for form in group}
    beginnings = tuple(form[:-1] for form in forms if form.endswith("*"))
    if not forms:
        return []
    plain, index = fold(text)
    offsets = index or range(len(plain))
    return [
        (offsets[word.start()], offsets[word.end() - 1] + 1)
        for word in _WORD.finditer(plain)
        if any(
            bare in forms or (beginnings and bare.startswith(beginnings))
            for bare in _bare_forms(search_key(word[0]))
        )
    ]
