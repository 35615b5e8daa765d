"""Articles from disk: text files with an optional JSON sidecar; what cannot be used is refused by name."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from alaqat.errors import ArticleRefused
from alaqat.records import Article
from alaqat.text import LETTER

# Below this share of Arabic letters among all letters a text is not Arabic: news with Latin names stays above 0.8.
ARABIC_SHARE = 0.5
# A stray NUL is the trace of a bad export; more than a few, and more than one character in a hundred, is no text.
FEW_NULS = 3
_ARABIC = re.compile(LETTER)
_FIELDS = ("source", "title", "url", "language")


def read(source: Path) -> Iterator[Article | ArticleRefused]:
    """Articles of a `.txt` file or of every `.txt` below a folder, in path order.

    What cannot be used, `source` itself included, is yielded as the `ArticleRefused` that says why, so the
    rest goes on.
    """
    if not source.exists():
        yield ArticleRefused(f"{source}: there is no such file or folder; check the path")
        return
    files = [source] if source.is_file() else sorted(source.rglob("*.txt"))
    if not files:
        yield ArticleRefused(f"{source}: holds no .txt file; put the articles there as UTF-8 text")
    for path in files:
        try:
            yield article(path)
        except ArticleRefused as refusal:
            yield refusal


def article(path: Path) -> Article:
    """The article in `path` with what its sidecar `NAME.json` says; raises ArticleRefused."""
    text = _text(path)
    found = Article(id=identity(text), text=text, name=path.stem)
    sidecar = path.with_suffix(".json")
    return replace(found, **_described(sidecar)) if sidecar.exists() else found


def identity(text: str) -> str:
    """An article's id: the first 16 hexadecimal digits of its text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _text(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ArticleRefused(f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8") from error
    except OSError as error:
        raise ArticleRefused(f"{path}: cannot be read ({error.strerror}); check its permissions") from error
    if text.count("\0") > max(FEW_NULS, len(text) // 100):
        raise ArticleRefused(f"{path}: is full of NUL bytes, so it is no text file; give the article as UTF-8 text")
    if not text.strip("\ufeff\0 \t\r\n"):
        raise ArticleRefused(f"{path}: is empty; put the article's text in it or remove it")
    _require_arabic(text, path)
    return text


def _require_arabic(text: str, path: Path) -> None:
    letters = sum(char.isalpha() for char in text)
    share = len(_ARABIC.findall(text)) / letters if letters else 0.0
    if share < ARABIC_SHARE:
        raise ArticleRefused(f"{path}: only {share:.0%} of its letters are Arabic; give an Arabic article")


def _described(sidecar: Path) -> dict[str, Any]:
    """Fields of the sidecar that an Article has; unknown keys are left alone."""
    try:
        data = json.loads(sidecar.read_bytes())
    except (ValueError, RecursionError) as error:
        raise ArticleRefused(f"{sidecar}: is not valid JSON ({error}); mend it or remove it") from error
    except OSError as error:
        raise ArticleRefused(f"{sidecar}: cannot be read ({error.strerror}); check its permissions") from error
    if not isinstance(data, dict):
        raise ArticleRefused(f'{sidecar}: should be an object such as {{"published": "2022-10-27"}}')
    for field in _FIELDS:
        if not isinstance(data.get(field), str | None):
            raise ArticleRefused(f"{sidecar}: '{field}' should be text in quotation marks")
    return {field: data.get(field) or None for field in _FIELDS} | {"published": _published(data, sidecar)}


def _published(data: dict[str, Any], sidecar: Path) -> date | None:
    value = data.get("published")
    return None if value is None else day(value, f"{sidecar}: 'published'")


def day(value: Any, where: str) -> date:
    """A publication day from `YYYY-MM-DD` (a time after it is ignored); raises ArticleRefused."""
    wanted = "write a day such as 2022-10-27"
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}([T ].*)?", value):
        raise ArticleRefused(f"{where} is {value!r}; {wanted}")
    try:
        found = date.fromisoformat(value[:10])
    except ValueError as error:
        raise ArticleRefused(f"{where} is {value!r}, a day that does not exist; {wanted}") from error
    if found.year < 1800:
        raise ArticleRefused(f"{where} is {value!r}: the year is not Gregorian; {wanted}")
    return found
