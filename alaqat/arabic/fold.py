"""Folding: one spelling for letters that the press writes in several ways.

Folding unifies spellings (hamza seats, diacritics, tatweel, Eastern digits, presentation forms,
HTML entities, hashtags) so that one pattern matches every spelling, and records the source offset
of each character. Letters are unified by the normalisers of camel-tools; the characters that are
removed are listed here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from alaqat.arabic import camel

# The short vowels (the characters that camel-tools' `dediac_ar` removes; see arabic.camel why it is
# not called), Quranic marks and the three combining hamzas.
_MARKS = "\u064b-\u0652\u0670\u0610-\u061a\u0653-\u065f\u06d6-\u06ed"
# Tatweel, soft hyphen, zero-width characters and direction controls.
_INVISIBLE = "\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_FIRST_PRESENTATION_FORM, _LAST_PRESENTATION_FORM = "\ufb50", "\ufefc"
_SPACES = " \t\u00a0"
_CHANGE = re.compile(
    rf"&(?:#\d{{1,5}}|[a-z]{{2,6}});|(?<=[{_SPACES}])[{_SPACES}{_MARKS}{_INVISIBLE}]*[{_SPACES}]"
    rf"|[{_MARKS}{_INVISIBLE}]+|#(?=\w)|[\ufb50-\ufdff\ufe70-\ufefc]"
)
_SAME_LENGTH = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹یکڪەہ_\u00a0\u2007\u202f\t\0",
    "01234567890123456789يككهه      ",
)
LETTER = r"[\u0621-\u063a\u0641-\u064a\u066e-\u06d3]"
_HAMZA = re.compile("[ءؤئ]")


def fold(text: str) -> tuple[str, list[int] | None]:
    """Fold `text` for matching.

    Returns the folded text, and the source offset of each of its characters (None: all are the
    same).
    """
    changes = [match for match in _CHANGE.finditer(text) if _replacement(match) is not None]
    if not changes:
        return _respell(text), None
    pieces: list[str] = []
    index: list[int] = []
    done = 0
    for match in changes:
        pieces.append(text[done : match.start()])
        index.extend(range(done, match.start()))
        new = _replacement(match) or ""
        pieces.append(new)
        index.extend([match.start()] * len(new))
        done = match.end()
    pieces.append(text[done:])
    index.extend(range(done, len(text)))
    return _respell("".join(pieces)), index


def _replacement(match: re.Match[str]) -> str | None:
    """The folded text for a match of `_CHANGE`; None if it is unchanged."""
    surface = match.group()
    if surface[0] == "&":
        char = unescape(surface)
        return char if len(char) == 1 and char.isprintable() else None
    if _FIRST_PRESENTATION_FORM <= surface[0] <= _LAST_PRESENTATION_FORM:
        return _plain_letters(surface)
    return ""


@lru_cache(maxsize=2048)
def _plain_letters(char: str) -> str | None:
    """The letters of a ligature or positional form without marks; None if none are left."""
    plain = re.sub(rf"[{_MARKS}{_INVISIBLE}]", "", camel.normalize_presentation_forms(char))
    return plain.strip() or None


def _respell(text: str) -> str:
    return camel.normalize_alef(text).translate(_SAME_LENGTH)


def folded(text: str) -> str:
    """The folded text alone; lexicon entries are compared in this form."""
    return fold(text)[0]


def search_key(text: str) -> str:
    """The lower-case form that search compares: ة as ه, no hamza, doubled و or ي once."""
    key = camel.normalize_teh_marbuta(folded(text)).lower()
    return _HAMZA.sub("", key).replace("وو", "و").replace("يي", "ي")
