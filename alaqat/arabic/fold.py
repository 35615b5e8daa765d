"""Folding: one spelling for letters that the press writes in several ways, with the way back.

Folding unifies spellings (hamza seats, diacritics, tatweel, Eastern digits, presentation forms, HTML
entities, hashtags) so that one pattern meets every spelling; the way back to the original is kept.
The character classes are camel-tools' own, with the few marks it leaves alone.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape

from alaqat.arabic import camel

# The short vowels (camel-tools' AR_DIAC_CHARSET, whose module loads 35 MB of emoji, which the dashboard would hold),
# Quranic marks, the three combining hamzas, tatweel, zero-width and direction controls, soft hyphen.
_MARKS = "\u064b-\u0652\u0670\u0610-\u061a\u0653-\u065f\u06d6-\u06ed"
_INVISIBLE = "\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
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
    """Fold `text` for matching; also give each folded character's source offset (None: unchanged)."""
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
    """What stands in the folded text for a match of `_CHANGE`; None leaves it alone."""
    found = match.group()
    if found[0] == "&":
        char = unescape(found)
        return char if len(char) == 1 and char.isprintable() else None
    if "\ufb50" <= found[0] <= "\ufefc" and found[0] != "\ufeff":
        return _expanded(found)
    return ""


def _expanded(char: str) -> str | None:
    plain = re.sub(rf"[{_MARKS}{_INVISIBLE}]", "", unicodedata.normalize("NFKC", char))
    return plain.strip() or None


def _respell(text: str) -> str:
    return camel.normalize_alef(text).translate(_SAME_LENGTH)


def folded(text: str) -> str:
    """Just the folded form of a word or pattern: how lexicon entries are compared."""
    return fold(text)[0]


def search_key(text: str) -> str:
    """The form search compares: folded further (ة as ه, no hamza or its seat, a doubled و or ي once), lower case."""
    key = camel.normalize_teh_marbuta(folded(text)).lower()
    return _HAMZA.sub("", key).replace("وو", "و").replace("يي", "ي")
