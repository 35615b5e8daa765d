"""Bytes to text: UTF-8, or UTF-16 and Windows-1256 where they can be told; what is neither is refused by name."""

from __future__ import annotations

import codecs
import re
from typing import Final

from alaqat.arabic.fold import LETTER
from alaqat.ingest.limits import HEAD
from alaqat.model.errors import ArticleRefused

_ARABIC: Final = re.compile(LETTER)
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC: Final = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x7fELF", "a program"),
)
_ONE_BYTE: Final = ("cp1256", "iso8859-6")
# Alef, lam, yeh, meem, waw, noon, reh, teh, beh, heh with teh marbuta: two letters of three in any Arabic text,
# about one of four where bytes of another encoding are read as Arabic.
_COMMON: Final = frozenset(
    map(chr, (0x627, 0x644, 0x64A, 0x645, 0x648, 0x646, 0x631, 0x62A, 0x628, 0x647, 0x629))
)
_COMMON_SHARE: Final = 0.5
_ENOUGH: Final = 12
# The second byte of the letters and spaces of Arabic text in UTF-16.
_HIGH: Final = frozenset((0x00, 0x06, 0x20))


def decoded(data: bytes, where: str, *, declared: str | None = None) -> str:
    """`data` as text with plain line ends; `declared` is what a page says of itself. Raises ArticleRefused."""
    encoding = guess(data, declared=declared)
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        raise ArticleRefused(f"{where}: {_why(data, error, encoding)}") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _why(data: bytes, error: UnicodeDecodeError, encoding: str | None) -> str:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return f"is no text but {kind}; give it the name that fits, or its text"
    if encoding and encoding != "utf-8":
        return f"looks like {encoding} but breaks at byte {error.start}; save the file as UTF-8"
    return f"byte {error.start} is not UTF-8; save the file as UTF-8"


def guess(data: bytes, *, declared: str | None = None) -> str | None:
    """The encoding that the beginning of `data` is in; None where none fits."""
    head = data[:HEAD]
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if wide := _wide(head):
        return wide
    if _is_utf8(head):
        return "utf-8"
    if declared and _fits(head, declared):
        return declared
    best = max(_ONE_BYTE, key=lambda name: arabic_score(head.decode(name, "ignore")))
    return (
        best
        if arabic_score(head.decode(best, "ignore")) >= _COMMON_SHARE and _is_text(head)
        else None
    )


def _is_utf8(head: bytes) -> bool:
    """Whether the bytes are UTF-8, a last character cut in two aside."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head, final=len(head) < HEAD)
    except UnicodeDecodeError:
        return False
    return True


def _wide(head: bytes) -> str | None:
    """UTF-16 without its mark: every second byte is that of Arabic letters and spaces."""
    if len(head) < _ENOUGH:
        return None
    for name, high, low in (
        ("utf-16-le", head[1::2], head[::2]),
        ("utf-16-be", head[::2], head[1::2]),
    ):
        share = sum(byte in _HIGH for byte in high) / len(high)
        if share > 0.95 and high.count(6) > len(high) // 3 and low.count(6) < len(low) // 3:
            return name
    return None


def _fits(head: bytes, declared: str) -> bool:
    try:
        return arabic_score(head.decode(declared, "replace")) >= _COMMON_SHARE
    except (LookupError, ValueError):
        return False


def _is_text(head: bytes) -> bool:
    return sum(byte < 9 or 13 < byte < 32 for byte in head) <= len(head) // 100


def arabic_score(text: str) -> float:
    """The share of the commonest letters among the Arabic letters of `text`; 0 where there are too few to tell."""
    letters = _ARABIC.findall(text)
    return (
        sum(letter in _COMMON for letter in letters) / len(letters)
        if len(letters) >= _ENOUGH
        else 0.0
    )


def garbled(sample: str) -> str | None:
    """How `sample` was mis-decoded, as (the true encoding, the one it was read as) in words; None where it was not."""
    for read_as in ("cp1256", "cp1252", "latin-1"):
        back = sample.encode(read_as, "ignore")
        text = back.decode("utf-8", "ignore")
        if len(text) > len(sample) // 3 and arabic_score(text) >= _COMMON_SHARE:
            return f"UTF-8 that was read as {_NAMES[read_as]}"
    for read_as in ("cp1252", "latin-1"):
        text = sample.encode(read_as, "ignore").decode("cp1256")
        if (
            not _ARABIC.search(sample)
            and arabic_score(text) >= _COMMON_SHARE
            and _mostly_arabic(text)
        ):
            return f"Windows-1256 that was read as {_NAMES[read_as]}"
    return None


_NAMES: Final = {"cp1256": "Windows-1256", "cp1252": "Windows-1252", "latin-1": "ISO-8859-1"}


def _mostly_arabic(text: str) -> bool:
    return len(_ARABIC.findall(text)) > sum(char.isalpha() for char in text) // 2
