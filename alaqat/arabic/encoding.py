"""Decode bytes as UTF-8, or as UTF-16, Windows-1256 or ISO-8859-6 if that gives Arabic text.

charset-normalizer judges which encodings fit; the share of common Arabic letters decides among
them, because one-byte encodings of Arabic fit the same bytes.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

from alaqat.arabic.fold import LETTER
from alaqat.model.errors import ArticleRefused

# Bytes from which an encoding is detected.
HEAD: Final = 64 * 1024
_ARABIC: Final = re.compile(LETTER)
_BYTE_ORDER_MARKS: Final = (
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
_ONE_BYTE: Final = ("cp1256", "iso8859_6")
_UTF_16: Final = ("utf_16_le", "utf_16_be")
# The high byte of Arabic letters in UTF-16; UTF-16 of Arabic is valid UTF-8, with this control
# character in every letter.
_ARABIC_HIGH_BYTE: Final = b"\x06"
# The eleven most frequent letters: alef, lam, yeh, meem, waw, noon, reh, teh, beh, heh and teh
# marbuta. They are about two thirds of the letters of Arabic text, and about a quarter where bytes
# of another encoding are read as Arabic.
_COMMON: Final = frozenset(
    map(chr, (0x627, 0x644, 0x64A, 0x645, 0x648, 0x646, 0x631, 0x62A, 0x628, 0x647, 0x629))
)
_COMMON_SHARE: Final = 0.5
_FEWEST_LETTERS: Final = 12
_NAMES: Final = {"cp1256": "Windows-1256", "cp1252": "Windows-1252", "latin-1": "ISO-8859-1"}


def decode(data: bytes, where: str, *, declared: str | None = None) -> str:
    """`data` as text with "\\n" as line end. Raises ArticleRefused.

    `declared` is the encoding that the page or its server names.
    """
    encoding = detect(data, declared=declared)
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        raise ArticleRefused(f"{where}: {_explain(data, error, encoding)}") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _explain(data: bytes, error: UnicodeDecodeError, encoding: str | None) -> str:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return f"is no text but {kind}; give it the name that fits, or its text"
    if encoding and encoding != "utf-8":
        return f"looks like {encoding} but breaks at byte {error.start}; save the file as UTF-8"
    return f"byte {error.start} is not UTF-8; save the file as UTF-8"


def detect(data: bytes, *, declared: str | None = None) -> str | None:
    """The encoding of the beginning of `data`, or None if none fits."""
    head = data[:HEAD]
    for mark, name in _BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return name
    if _ARABIC_HIGH_BYTE in head and (utf_16 := _most_arabic(head, _UTF_16)):
        return utf_16
    if _is_utf8(head):
        return "utf-8"
    if declared and _is_arabic_in(head, declared):
        return declared
    return _most_arabic(head, _ONE_BYTE)


def _most_arabic(head: bytes, encodings: tuple[str, ...]) -> str | None:
    """The encoding that fits and gives the most common Arabic letters; None if none gives text."""
    matches = from_bytes(head, cp_isolation=list(encodings), enable_fallback=False)
    scores = {match.encoding: arabic_score(str(match)) for match in matches}
    best = max(scores, key=lambda encoding: scores[encoding], default=None)
    return best if best and scores[best] >= _COMMON_SHARE else None


def _is_utf8(head: bytes) -> bool:
    """True if the bytes are UTF-8; a last character that HEAD cuts in two does not count."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head, final=len(head) < HEAD)
    except UnicodeDecodeError:
        return False
    return True


def _is_arabic_in(head: bytes, encoding: str) -> bool:
    try:
        return arabic_score(head.decode(encoding, "replace")) >= _COMMON_SHARE
    except (LookupError, ValueError):
        return False


def arabic_score(text: str) -> float:
    """The share of the most frequent letters among the Arabic letters of `text`.

    0 if there are fewer than twelve Arabic letters.
    """
    letters = _ARABIC.findall(text)
    if len(letters) < _FEWEST_LETTERS:
        return 0.0
    return sum(letter in _COMMON for letter in letters) / len(letters)


def describe_mojibake(sample: str) -> str | None:
    """The encoding of `sample` and the one it was read as; None if it was decoded correctly."""
    for read_as in ("cp1256", "cp1252", "latin-1"):
        text = sample.encode(read_as, "ignore").decode("utf-8", "ignore")
        if len(text) > len(sample) // 3 and arabic_score(text) >= _COMMON_SHARE:
            return f"UTF-8 that was read as {_NAMES[read_as]}"
    if _ARABIC.search(sample):
        return None
    for read_as in ("cp1252", "latin-1"):
        text = sample.encode(read_as, "ignore").decode("cp1256")
        if _is_mostly_arabic(text) and arabic_score(text) >= _COMMON_SHARE:
            return f"Windows-1256 that was read as {_NAMES[read_as]}"
    return None


def _is_mostly_arabic(text: str) -> bool:
    return len(_ARABIC.findall(text)) > sum(char.isalpha() for char in text) // 2
