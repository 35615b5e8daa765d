"""Check magic bytes against the suffix, and reject mismatches before parsing."""

from __future__ import annotations

from typing import Final

from alaqat.ingest.source_file import SourceFile, unreadable
from alaqat.model.errors import ArticleRefused

_ZIP: Final = b"PK\x03\x04"
_GZIP: Final = b"\x1f\x8b"
_BZIP2: Final = b"BZh"
_XZ: Final = b"\xfd7zXZ\0"
_SIGNATURES: Final = {
    ".docx": _ZIP,
    ".xlsx": _ZIP,
    ".xlsm": _ZIP,
    ".xlsb": _ZIP,
    ".ods": _ZIP,
    ".pdf": b"%PDF",
    ".rtf": b"{\\rtf",
    ".gz": _GZIP,
    ".tgz": _GZIP,
    ".bz2": _BZIP2,
    ".tbz2": _BZIP2,
    ".xz": _XZ,
    ".txz": _XZ,
}
# The OLE container: Office files before 2007, and newer ones locked with a password.
_OLE: Final = b"\xd0\xcf\x11\xe0"
# A PDF may have other bytes in front of its signature.
_HEAD: Final = 1024


def check(file: SourceFile) -> None:
    """Raise ArticleRefused if the first bytes of `file` are not those its suffix promises."""
    signature = _SIGNATURES.get(file.suffix)
    if signature is None:
        return
    head = _read_head(file)
    if not head:
        raise ArticleRefused(f"{file.where}: is empty; put the article in it or remove it")
    if signature is _ZIP and head.startswith(_OLE):
        raise ArticleRefused(
            f"{file.where}: is locked with a password or of an old Office; "
            f"save it as {file.suffix}, without a password"
        )
    begin = head if file.suffix == ".pdf" else head[: len(signature)]
    if signature not in begin:
        raise ArticleRefused(f"{file.where}: is no {file.suffix} file; give it the name that fits")


def _read_head(file: SourceFile) -> bytes:
    try:
        with file.open() as stream:
            return stream.read(_HEAD)
    except OSError as error:
        raise unreadable(file.where, error) from error
