"""Whether a file begins as its suffix says: what does not is told by name before a library stumbles over it."""

from __future__ import annotations

from typing import Final

from alaqat.ingest.source_file import Part, unreadable
from alaqat.model.errors import ArticleRefused

_ZIP: Final = b"PK\x03\x04"
_BEGIN: Final = {".docx": _ZIP, ".xlsx": _ZIP, ".pdf": b"%PDF", ".gz": b"\x1f\x8b"}
# What Office keeps locked files in, and all files before 2007.
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
# A PDF may have other bytes before its first.
_HEAD: Final = 1024


def check(part: Part) -> None:
    """Raise ArticleRefused where the first bytes of `part` are not those of its kind."""
    begin = _BEGIN.get(part.suffix)
    if begin is None:
        return
    try:
        with part.open() as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise unreadable(part.where, error) from error
    if not head:
        raise ArticleRefused(f"{part.where}: is empty; put the article in it or remove it")
    if begin is _ZIP and head.startswith(_OLD_OFFICE):
        kind = part.suffix
        raise ArticleRefused(
            f"{part.where}: is locked with a password or of an old Office; save it as {kind}, without a password"
        )
    if begin not in (head if part.suffix == ".pdf" else head[: len(begin)]):
        raise ArticleRefused(f"{part.where}: is no {part.suffix} file; give it the name that fits")
