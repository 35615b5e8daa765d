"""Split documents of press databases, Nexis and Factiva, into the articles they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from alaqat.arabic.fold import folded
from alaqat.ingest.article_builder import build_article
from alaqat.ingest.metadata.date_parser import date_in, if_plausible
from alaqat.ingest.metadata.sidecar import read_sidecar
from alaqat.ingest.source_file import ArticleOrRefusal, SourceFile
from alaqat.lexicon.load import forms, table
from alaqat.model.errors import ArticleRefused

# The last line of an article of Factiva: "Document ASHAQ00020221027eiar0000p", with its day.
_FACTIVA_END: Final = re.compile(r"\S+ [A-Z][A-Z0-9]{3,9}0*20\d{6}e[a-z0-9]{6,12}")
# Nexis numbers the articles of older documents: "2 of 250 DOCUMENTS".
_NUMBERED: Final = re.compile(r"\d+ of \d+ DOCUMENTS?", re.IGNORECASE)
# Factiva with field codes: "HD Title", "PD 27 October 2022", "LP first paragraph".
_CODE: Final = re.compile(
    r"(HD|SE|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|CX|LP|TD|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB|AN)"
    r"(?:\s+(.*))?"
)
_TEXT_CODES: Final = ("LP", "TD")
_HEADER_LINES: Final = 12
_TIME: Final = re.compile(r"\d{1,2}:\d\d.*")
_WORD_COUNT: Final = re.compile(r"([\d,٬]+) (\S+)")


class _Piece(NamedTuple):
    """An article of a document: its text, and the fields that the document says."""

    text: Sequence[str]
    fields: Mapping[str, Any]


def articles_in(
    lines: Sequence[str], file: SourceFile, *, title: str | None = None
) -> Iterator[ArticleOrRefusal]:
    """The articles of a document's lines: one, or those of a press database.

    `title` is that of the document.
    """
    metadata = read_sidecar(file)
    pieces = list(_pieces([line.strip() for line in lines if line.strip()]))
    if not pieces:
        given = [*metadata, ("metadata", {"title": title})]
        yield build_article("\n".join(lines), name=file.stem, where=file.where, metadata=given)
        return
    for number, piece in enumerate(pieces, 1):
        where = f"{file.where}, article {number}"
        name = f"{file.stem}:{number}" if len(pieces) > 1 else file.stem
        given = [("metadata", piece.fields), *metadata]
        try:
            yield build_article("\n".join(piece.text), name=name, where=where, metadata=given)
        except ArticleRefused as refusal:
            yield refusal.at(where)


def is_press_document(text: str) -> bool:
    """True if a text holds articles of a press database."""
    return (
        next(_pieces([line.strip() for line in text.split("\n") if line.strip()]), None) is not None
    )


def _pieces(lines: Sequence[str]) -> Iterator[_Piece]:
    """The articles of a document of a press database; none for any other document."""
    if any(map(_FACTIVA_END.fullmatch, lines)):
        for part in _split(lines, _FACTIVA_END.fullmatch):
            yield _coded(part) if _is_coded(part) else _factiva(part)
    elif any(_is_label(line, "end") for line in lines):
        for part in _split(lines, lambda line: _is_label(line, "end")):
            yield _nexis(part)
    elif sum(map(bool, map(_NUMBERED.fullmatch, lines))) > 0 and _has_label(lines, "after"):
        for part in _split(lines, _NUMBERED.fullmatch):
            yield _nexis(part)


def _split(lines: Sequence[str], is_mark: Any) -> Iterator[list[str]]:
    """The parts of the lines between marks, without the marks; parts of one line are no article."""
    part: list[str] = []
    for line in [*lines, None]:
        if line is not None and not is_mark(line):
            part.append(line)
            continue
        if len(part) > 1:
            yield part
        part = []


def _nexis(lines: Sequence[str]) -> _Piece:
    """Title, outlet, day and labels; the body; labels again."""
    begin = next((i for i, line in enumerate(lines) if _is_label(line, "body")), None)
    if begin is None:
        begin = _last_label(lines[:_HEADER_LINES])
    head = lines[:begin]
    rest = lines[begin + 1 :]
    end = next((i for i, line in enumerate(rest) if _is_labelled(line, "after")), len(rest))
    named = [line for line in head if not (_is_labelled(line, "header") or date_in(folded(line)))]
    fields = {
        "title": named[0] if named else None,
        "source": named[1] if len(named) > 1 else None,
        "published": _first_day(line for line in head if not _is_labelled(line, "header")),
    }
    return _Piece(rest[:end], fields)


def _last_label(lines: Sequence[str]) -> int:
    """The index of the last line with a label of the header; 0 if there is none."""
    return max((i for i, line in enumerate(lines) if _is_labelled(line, "header")), default=0)


def _factiva(lines: Sequence[str]) -> _Piece:
    """Title, words, day, outlet, code, language and rights; then the text."""
    counted = next((i for i, line in enumerate(lines[:_HEADER_LINES]) if _is_word_count(line)), 0)
    head = lines[counted + 1 : counted + _HEADER_LINES]
    ends = [i for i, line in enumerate(head) if _is_label(line, "language") or _has_rights(line)]
    size = ends[-1] + 1 if ends else 0
    header = head[:size]
    named = [line for line in header if not (date_in(folded(line)) or _TIME.fullmatch(line))]
    fields = {
        "title": lines[0] if counted else None,
        "source": named[0] if named else None,
        "published": _first_day(header),
    }
    return _Piece(lines[counted + 1 + size :], fields)


def _is_coded(lines: Sequence[str]) -> bool:
    codes = {match[1] for line in lines if (match := _CODE.fullmatch(line))}
    return {"HD", "PD"} <= codes


def _coded(lines: Sequence[str]) -> _Piece:
    """The fields behind their codes; a line without a code goes on with the field before it."""
    values: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        match = _CODE.fullmatch(line)
        code = match[1] if match else code
        value = match[2] if match else line
        if value:
            values.setdefault(code, []).append(value)
    fields = {
        "title": " ".join(values.get("HD", ())) or None,
        "source": " ".join(values.get("SN", ())) or None,
        "published": _first_day(values.get("PD", ())),
    }
    return _Piece([line for code in _TEXT_CODES for line in values.get(code, ())], fields)


def _first_day(lines: Any) -> Any:
    days = (if_plausible(date_in(folded(line))) for line in lines)
    return next((day for day in days if day), None)


def _is_word_count(line: str) -> bool:
    match = _WORD_COUNT.fullmatch(line)
    return match is not None and folded(match[2]).lower() in _labels()["words"]


def _has_rights(line: str) -> bool:
    return any(form in folded(line).lower() for form in _labels()["rights"])


def _is_label(line: str, kind: str) -> bool:
    """True if the line is a label and nothing else."""
    return folded(line).lower().rstrip(": ") in _labels()[kind]


def _is_labelled(line: str, kind: str) -> bool:
    """True if the line begins with a label and a colon, or is one; of rights, with the label."""
    word = folded(line).lower().partition(":")[0].strip()
    return word in _labels()[kind] or (kind == "header" and word.startswith("copyright"))


def _has_label(lines: Sequence[str], kind: str) -> bool:
    return any(_is_labelled(line, kind) for line in lines)


@cache
def _labels() -> dict[str, frozenset[str]]:
    labels: dict[str, frozenset[str]] = {}
    for row in table("database_labels", ("kind", "forms")):
        labels[row["kind"]] = frozenset(folded(form).lower() for form in forms(row))
    return labels
