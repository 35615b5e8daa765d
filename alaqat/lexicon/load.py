"""The only reader of `data/`: word lists and rules, loaded once, checked, compiled to matchers.

A word list is a CSV whose first lines may be comments (`#`: source, licence, why a word is missing). A
cell of the column `forms` holds spellings separated by `|`. A rule file is YAML: a list of mappings, each
with `id`, `examples` and `counter` (texts where the rule must and must not fire).
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

import ahocorasick
import yaml

from alaqat.arabic.clitics import PROCLITICS, with_article_swallowed
from alaqat.arabic.fold import folded
from alaqat.model.errors import LexiconError

DATA = Path(__file__).resolve().parents[2] / "data"
T = TypeVar("T")
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its id, its fields as written, and the texts that prove it."""

    id: str
    fields: Mapping[str, Any]
    examples: tuple[Any, ...]
    counter: tuple[Any, ...]


@cache
def table(name: str, columns: tuple[str, ...] = ()) -> tuple[Row, ...]:
    """Rows of `data/lexicon/<name>.csv`, in file order; `columns` must be among its columns."""
    path = DATA / "lexicon" / f"{name}.csv"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise LexiconError(
            f"{path}: cannot be read ({error.strerror}); restore it from the repository"
        ) from error
    body = [
        (number, line)
        for number, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("#")
    ]
    reader = csv.DictReader(line for _, line in body)
    missing = set(columns) - set(reader.fieldnames or ())
    if missing:
        raise LexiconError(
            f"{path}: column {', '.join(sorted(missing))} is missing; add it to the header"
        )
    return tuple(
        _checked(row, path, number) for row, (number, _) in zip(reader, body[1:], strict=True)
    )


def _checked(row: dict[str, Any], path: Path, line: int) -> Row:
    if None in row or None in row.values():
        raise LexiconError(
            f"{path}, line {line}: the number of cells differs from the header; quote commas or add cells"
        )
    return {key: value.strip() for key, value in row.items()}


def forms(row: Row, column: str = "forms") -> list[str]:
    """The spellings of a row, as written."""
    return [form.strip() for form in row[column].split("|") if form.strip()]


@cache
def rules(name: str) -> tuple[Rule, ...]:
    """Rules of `data/rules/<name>.yaml`, in file order; ids are unique within the file."""
    path = DATA / "rules" / f"{name}.yaml"
    try:
        items = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise LexiconError(f"{path}: cannot be read: {error}") from error
    if not isinstance(items, list):
        raise LexiconError(f"{path}: should be a list of rules, each starting with '- id:'")
    found = tuple(_rule(item, path, number) for number, item in enumerate(items, 1))
    if len({rule.id for rule in found}) < len(found):
        raise LexiconError(f"{path}: two rules share an id; rename one")
    return found


def _rule(item: Any, path: Path, number: int) -> Rule:
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        raise LexiconError(f"{path}, rule {number}: has no id; add 'id: some-name'")
    fields = {key: value for key, value in item.items() if key not in ("id", "examples", "counter")}
    return Rule(
        item["id"], fields, tuple(item.get("examples") or ()), tuple(item.get("counter") or ())
    )


@cache
def version() -> str:
    """Hash of every word list, rule and line of processing code: the same hash gives the same annotations."""
    digest = hashlib.sha256()
    for folder, pattern in (
        (DATA / "lexicon", "*.csv"),
        (DATA / "rules", "*.yaml"),
        (DATA / "rules", "*.csv"),
        (Path(__file__).resolve().parents[1], "**/*.py"),
    ):
        for path in sorted(folder.glob(pattern)):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A lexicon entry found in folded text: `start:end` without the clitic that precedes it."""

    start: int
    end: int
    entry: T
    clitic: str


class Matcher(Generic[T]):
    """All lexicon entries in one pass (Aho–Corasick over folded text), at word boundaries.

    A hit may be led by the clitics of `alaqat.arabic.clitics`, glued to the word; a form that begins
    with the article also matches where the preposition has swallowed it (whole token). Overlapping
    hits: the longest wins, then the first. Entries that share a surface are all kept, in order.
    """

    def __init__(self, entries: Iterable[tuple[str, T]], *, clitics: bool = True) -> None:
        self._clitics = PROCLITICS if clitics else frozenset[str]()
        automaton = ahocorasick.Automaton()
        for surface, entry in entries:
            for form in self._shapes(folded(surface)):
                known = automaton.get(form, None)
                if known is None:
                    automaton.add_word(form, (form, [entry]))
                elif entry not in known[1]:
                    known[1].append(entry)
        self._size = len(automaton)
        automaton.make_automaton()
        self._automaton = automaton

    def _shapes(self, form: str) -> list[str]:
        swallowed = with_article_swallowed(form) if self._clitics else None
        return [form] if swallowed is None else [form, swallowed]

    def find(self, text: str) -> list[Hit[T]]:
        """Hits in `text` (folded), longest first wins, in text order; one hit per entry of a surface."""
        taken: list[Hit[T]] = []
        edge = -1
        for start, end, clitic, entries in sorted(self._candidates(text), key=_longest_first):
            if start >= edge:
                taken.extend(Hit(start, end, entry, clitic) for entry in entries)
                edge = end
        return taken

    def overlapping(self, text: str) -> list[Hit[T]]:
        """Every hit in `text` (folded), overlaps included, in text order."""
        found = sorted(self._candidates(text), key=lambda hit: (hit[0], hit[1]))
        return [
            Hit(start, end, entry, clitic)
            for start, end, clitic, entries in found
            for entry in entries
        ]

    def _candidates(self, text: str) -> Iterable[tuple[int, int, str, list[T]]]:
        if not self._size:
            return
        size = len(text)
        for last, (form, entries) in self._automaton.iter(text):
            end = last + 1
            if end < size and text[end].isalnum():  # the greater part of all: a form that goes on
                continue
            start = end - len(form)
            clitic = self._leading(text, start)
            if clitic is not None:
                yield start, end, clitic, entries

    def _leading(self, text: str, start: int) -> str | None:
        """The clitic glued before `start`: "" at a word boundary, None where the hit is inside a word."""
        begin = start
        while begin > 0 and start - begin < 5 and text[begin - 1].isalnum():
            begin -= 1
        lead = text[begin:start]
        return lead if not lead or lead in self._clitics else None


def _longest_first(hit: tuple[int, int, str, object]) -> tuple[int, int]:
    return hit[0], -hit[1]
