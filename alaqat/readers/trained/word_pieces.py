"""Words of a text and their pieces: what the encoder is given, with the way back to the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import Unigram

# Short vowels, Quranic marks and the letter stretcher: part of a word, and not read.
_MARKS = "\u0640\u064b-\u065f\u0670\u0610-\u061a\u06d6-\u06ed"
_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_WORD = re.compile(rf"[\w{_MARKS}]+|[^\w\s{_INVISIBLE}]")
_UNREAD = re.compile(rf"[{_MARKS}{_INVISIBLE}]")
# The sign that a unigram vocabulary writes for the space before a word.
SPACE = "\u2581"


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of the text, `sentence` the index of the sentence that holds it."""

    start: int
    end: int
    sentence: int
    spaced: bool


def find_words(text: str, sentences: Sequence[tuple[int, int]]) -> list[Word]:
    """The words and marks of every sentence, in text order."""
    out = []
    for number, (start, end) in enumerate(sentences):
        for match in _WORD.finditer(text, start, end):
            before = text[match.start() - 1 : match.start()]
            spaced = not before or match.start() == start or not before.strip()
            out.append(Word(match.start(), match.end(), number, spaced))
    return out


def spelling(text: str, word: Word) -> str:
    """A word as the vocabulary spells it: compatibility forms, no marks, the sign of a space
    before it."""
    bare = _UNREAD.sub("", unicodedata.normalize("NFKC", text[word.start : word.end]))
    return (SPACE if word.spaced else "") + bare.replace(" ", SPACE)


class Pieces:
    """Splits words into the pieces of a unigram vocabulary."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._model = tokenizer.model
        self.begin = _number(tokenizer, "<s>")
        self.end = _number(tokenizer, "</s>")
        self.padding = _number(tokenizer, "<pad>")
        self.unknown = _number(tokenizer, "<unk>")
        self._ids = lru_cache(maxsize=50_000)(self._split)

    @classmethod
    def load(cls, path: Path) -> Pieces:
        """The vocabulary in a `tokenizer.json`."""
        return cls(Tokenizer.from_file(str(path)))

    def _split(self, word: str) -> tuple[int, ...]:
        if not word:
            return (self.unknown,)
        return tuple(token.id for token in self._model.tokenize(word)) or (self.unknown,)

    def ids(self, text: str, word: Word) -> tuple[int, ...]:
        """The numbers of a word's pieces; at least one."""
        return self._ids(spelling(text, word))


def _number(tokenizer: Tokenizer, piece: str) -> int:
    number = tokenizer.token_to_id(piece)
    if number is None:
        raise ValueError(f"the vocabulary lacks the piece {piece}")
    return int(number)


def make_tokenizer(pieces: Sequence[tuple[str, float]]) -> Tokenizer:
    """A tokenizer of these pieces and log probabilities; `<unk>` must be among them."""
    unknown = next(at for at, (piece, _) in enumerate(pieces) if piece == "<unk>")
    return Tokenizer(Unigram(list(pieces), unknown, False))
