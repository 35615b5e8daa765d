"""Equality of names: of parties and speakers in English, and of speakers in Arabic."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Any, Final

from alaqat.arabic.clitics import DEFINITE_ARTICLE
from alaqat.arabic.fold import folded
from alaqat.evaluation.span_matching import Json

# letters without a decomposition into a base letter and a mark, and signs that names drop
_PLAIN_LETTERS: Final = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "’": "", "'": "", "ʿ": "", "ʾ": ""}
)
_INTERCHANGED: Final = str.maketrans({"ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"})
_SMALL_WORDS: Final = frozenset(("al", "el", "the", "of", "ben", "bin", "ibn"))
_SYNONYMS: Final = (
    frozenset(("turkey", "turkiye")),
    frozenset(("us", "usa", "united states", "america")),
    frozenset(("uae", "united arab emirates")),
)
_SHARED_WORDS: Final = 2
# SequenceMatcher's ratio from which two spellings are the same name
_CLOSE: Final = 0.85


def is_same_name(gold: str | None, found: str | None) -> bool:
    """True if two English names are equal, synonyms, one in the other, or share two words."""
    if gold is None or found is None:
        return gold is None and found is None
    first, second = gold.lower().strip(), found.lower().strip()
    if first == second or any({first, second} <= names for names in _SYNONYMS):
        return True
    return _is_same_key(_name_key(gold), _name_key(found))


def _is_same_key(first: frozenset[str], second: frozenset[str]) -> bool:
    if not (first and second):
        return False
    return first <= second or second <= first or len(first & second) >= _SHARED_WORDS


def _name_key(name: str) -> frozenset[str]:
    """The words of an English name without marks and small words."""
    plain = unicodedata.normalize("NFKD", name.translate(_PLAIN_LETTERS))
    letters = plain.encode("ascii", "ignore").decode().lower()
    return frozenset(re.findall("[a-z]+", letters)) - _SMALL_WORDS


def _arabic_key(name: Any) -> frozenset[str]:
    """The words of an Arabic name, folded, without the definite article."""
    plain = folded(str(name or "")).translate(_INTERCHANGED)
    return frozenset(word.removeprefix(DEFINITE_ARTICLE) for word in plain.split())


def is_same_speaker(gold: Json, found: Json, names: Iterable[str]) -> bool:
    """True if two quotes have the same speaker.

    By the English name, or by any of the Arabic `names` that the gold gives the speaker.
    """
    wanted = [key for key in map(_arabic_key, names) if key]
    if is_same_name(gold.get("speaker"), found.get("speaker")):
        is_named = bool(gold.get("speaker"))
        if is_named or not wanted:
            return True
    spellings = (found.get("speaker_ar"), found.get("speaker_text"))
    keys = [key for key in map(_arabic_key, spellings) if key]
    return any(_is_same_arabic(want, key, keys[0]) for want in wanted for key in keys)


def _is_same_arabic(wanted: frozenset[str], key: frozenset[str], main: frozenset[str]) -> bool:
    """True if one name contains the other or nearly equals it; only `main` may be shorter."""
    is_short_form = key <= wanted and key == main
    return wanted <= key or is_short_form or _is_close(wanted, key)


def _is_close(first: frozenset[str], second: frozenset[str]) -> bool:
    spellings = " ".join(sorted(first)), " ".join(sorted(second))
    return SequenceMatcher(None, *spellings).ratio() >= _CLOSE


def arabic_names(gold: Json, quote: Json) -> list[str]:
    """Every Arabic name that the gold has for a quote's speaker.

    Its own, its entity's, those of the entity's named mentions; where there are none, the mention.
    """
    names = [quote.get("speaker_ar")]
    for entity in gold.get("entities", []):
        if quote.get("speaker") and is_same_name(entity.get("canonical_en"), quote["speaker"]):
            mentions = [mention for mention in entity["mentions"] if not mention.get("nominal")]
            names += [entity.get("canonical_ar"), *(mention["text"] for mention in mentions)]
    return [name for name in names if name] or [
        name for name in [quote.get("speaker_text")] if name
    ]
