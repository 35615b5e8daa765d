"""Arabic text made searchable without losing its place: folding, sentences, tokens.

Folding unifies spellings (hamza seats, diacritics, tatweel, Eastern digits, presentation forms, HTML
entities, hashtags) so that one pattern meets every spelling; the way back to the original is kept.
The character classes are camel-tools' own, with the few marks it leaves alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from itertools import pairwise

from camel_tools.utils.charmap import CharMapper
from camel_tools.utils.normalize import (
    normalize_alef_ar,
    normalize_alef_maksura_ar,
    normalize_teh_marbuta_ar,
)
from camel_tools.utils.transliterate import Transliterator

from alaqat.records import Article, Document, Sentence, Token

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
_QUOTED = re.compile(r'"[^"\n]{0,1500}"|«[^»\n]{0,1500}»|“[^”\n]{0,1500}”')
# An ellipsis does not end a sentence, nor does the dot of a one-letter abbreviation or a number.
_STOP = re.compile(
    rf"(?<!\.)(?<!(?<!\w)\w)(?:[!?؟]+|\.(?!\.))[\"»”’)\]]*(?=\s|$)|(?<={LETTER}{LETTER}{LETTER})\.(?={LETTER}{LETTER})"
)


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
    return str(normalize_alef_maksura_ar(normalize_alef_ar(text))).translate(_SAME_LENGTH)


def folded(text: str) -> str:
    """Just the folded form of a word or pattern: how lexicon entries are compared."""
    return fold(text)[0]


def search_key(text: str) -> str:
    """The form search compares: folded further (ة as ه, no hamza or its seat, a doubled و or ي once), lower case."""
    key = str(normalize_teh_marbuta_ar(folded(text))).lower()
    return _HAMZA.sub("", key).replace("وو", "و").replace("يي", "ي")


def prepare(article: Article, *, words: bool = True) -> Document:
    """Fold an article and find its sentences and tokens; without `words` no tokens, which take most of the time."""
    text, index = fold(article.text)
    bare = Document(article, text, index, ())
    return Document(article, text, index, tuple(_sentences(bare)), tuple(tokens(text)) if words else ())


def tokens(text: str) -> Iterator[Token]:
    """camel-tools' word tokens, in order, with their offsets in `text`."""
    from camel_tools.tokenizers.word import simple_word_tokenize  # noqa: PLC0415  only who reads articles pays for it

    at = 0
    for word in simple_word_tokenize(text):
        start = text.index(word, at)
        at = start + len(word)
        yield Token(word, start, at)


def _sentences(document: Document) -> Iterator[Sentence]:
    number = 0
    for paragraph, (start, end) in enumerate(_lines(document.folded)):
        for fstart, fend in _split(document.folded, start, end):
            begin, stop = document.span(fstart, fend)
            yield Sentence(number, begin, stop, fstart, fend, paragraph)
            number += 1


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        if match.group().strip():
            yield match.start(), match.end()


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences of one line: cut after a stop, never inside a closed pair of quotation marks."""
    quoted = [match.span() for match in _QUOTED.finditer(text, start, end)]
    cuts = [start]
    for stop in _STOP.finditer(text, start, end):
        if not any(a < stop.start() and stop.end() < b for a, b in quoted):
            cuts.append(stop.end())
    for a, b in pairwise([*cuts, end]):
        piece = text[a:b]
        if any(char.isalnum() for char in piece):
            lead = len(piece) - len(piece.lstrip())
            yield a + lead, b - (len(piece) - len(piece.rstrip()))


_ROMAN = Transliterator(CharMapper.builtin_mapper("ar2hsb"))


def transliterate(text: str) -> str:
    """Habash–Soudi–Buckwalter transliteration by camel-tools: reversible, one sign a letter."""
    return str(_ROMAN.transliterate(text))
