"""Names of files made from data: an article's id or title never decides where a file is written."""

from __future__ import annotations

import re
from typing import Final

# Characters of a stem. A letter has at most 3 bytes here, and a file name may have 255 bytes.
LONGEST_STEM: Final = 80
_LONGEST_SUFFIX: Final = 10
_UNSAFE: Final = re.compile(r"[^\w.-]+")
# Characters that hide a file, make it an option of a command, or are dropped at the end on Windows.
_EDGE: Final = "._-"
_LONGEST_BYTES: Final = 200
# Names of devices on Windows, also with a suffix.
_DEVICE: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def safe_stem(text: str, *, default: str = "article") -> str:
    """`text` as the name of a file without its suffix; `default` if no character is left.

    Letters, digits, `_`, `.` and `-` stay, every run of other characters becomes `_`.
    """
    stem = _UNSAFE.sub("_", text).strip(_EDGE)[:LONGEST_STEM]
    encoded = stem.encode(errors="ignore")[:_LONGEST_BYTES]
    stem = encoded.decode(errors="ignore").strip(_EDGE)
    if not stem:
        return default
    return f"_{stem}" if _DEVICE.match(stem) else stem


def safe_suffix(text: str) -> str:
    """A suffix such as `.csv` in small letters, without any other character."""
    return _UNSAFE.sub("", text)[:_LONGEST_SUFFIX].lower()


class UniqueStems:
    """Gives each text a safe stem that no earlier one was given, by numbers: `a`, `a-2`, `a-3`."""

    def __init__(self) -> None:
        # casefolded, since some file systems ignore case
        self._used: set[str] = set()
        self._counts: dict[str, int] = {}

    def add(self, text: str, *, default: str = "article") -> str:
        """The stem of `text`."""
        stem = unique = safe_stem(text, default=default)
        while unique.casefold() in self._used:
            number = self._counts.get(stem.casefold(), 1) + 1
            self._counts[stem.casefold()] = number
            unique = f"{stem}-{number}"
        self._used.add(unique.casefold())
        return unique
