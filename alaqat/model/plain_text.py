"""Text without characters that act instead of being read.

Control characters and marks of writing direction are removed; a formula is made plain text.
"""

from __future__ import annotations

import re
from typing import Final

# Control characters and marks that change the writing direction of what follows (Unicode TR36).
_CONTROL: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+"
)
# Characters with which a formula begins in a spreadsheet (OWASP, "CSV Injection").
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
_APOSTROPHE: Final = "'"


def without_control(text: str) -> str:
    """`text` with a space for each run of control characters and direction marks.

    Tabs and ends of lines stay.
    """
    return _CONTROL.sub(" ", text)


def escape_formula(text: str) -> str:
    """`text` with an apostrophe before it if a spreadsheet would run it as a formula."""
    return f"{_APOSTROPHE}{text}" if is_formula(text) else text


def is_formula(text: str) -> bool:
    """True for a text that a spreadsheet would run."""
    return text.startswith(_FORMULA)


def unescape_formula(text: str) -> str:
    """The text that `escape_formula` was given."""
    if text[:1] == _APOSTROPHE and text[1:].startswith(_FORMULA):
        return text[1:]
    return text
