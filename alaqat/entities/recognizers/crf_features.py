"""Features of words for the CRF: shape, affixes, list entries at the word, and its neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from alaqat.arabic.clitics import DEFINITE_ARTICLE
from alaqat.arabic.fold import folded
from alaqat.entities.gazetteer import speech_verbs
from alaqat.entities.list_matches import ListMatches
from alaqat.entities.name_words import bearers_by_part, common, is_frequent
from alaqat.model.records import Article, Document, Sentence, Token

# Words of context on each side; Lample's and camel-tools' taggers look no farther by features.
REACH: Final = 2
LONGEST_AFFIX: Final = 3
LONGEST_COUNTED: Final = 8  # letters; longer words share one feature
FAMILIES: Final = ("word", "affixes", "shape", "lists", f"context ±{REACH}")


def document(words: Sequence[str]) -> Document:
    """The words of a labelled sentence as a document."""
    spelled = [folded(word).replace(" ", "") or "-" for word in words]
    text = " ".join(spelled)
    tokens, start = [], 0
    for word in spelled:
        tokens.append(Token(word, start, start + len(word)))
        start += len(word) + 1
    sentence = Sentence(0, 0, len(text), 0, len(text), 0)
    return Document(Article("", text), text, None, (sentence,), tuple(tokens))


def of(matches: ListMatches, first: int, stop: int) -> list[list[str]]:
    """Features of the words `first:stop`, which make one sentence."""
    words = matches.words[first:stop]
    entries = _entries(matches)
    lists = [
        [*entries.get(first + position, ()), *_known_part(word)]
        for position, word in enumerate(words)
    ]
    return [
        [
            *_word(word),
            *lists[position],
            *_neighbours(words, lists, position),
            *_edge(position, len(words)),
        ]
        for position, word in enumerate(words)
    ]


def _word(word: str) -> list[str]:
    """The word, its first and last letters, and the kind of its characters."""
    features = [f"w={word}", f"shape={_shape(word)}", f"len={min(len(word), LONGEST_COUNTED)}"]
    for size in range(1, min(LONGEST_AFFIX, len(word) - 1) + 1):
        features += [f"pre={word[:size]}", f"suf={word[-size:]}"]
    if word.startswith(DEFINITE_ARTICLE):
        features.append("article")
    return features


def _shape(word: str) -> str:
    if word.isdigit():
        return "digits"
    if not any(char.isalnum() for char in word):
        return "mark"
    if word.isascii():
        return "latin"
    return "arabic" if word.isalpha() else "mixed"


def _known_part(word: str) -> list[str]:
    """Which lists of parts of names, common words and verbs of speech hold the word."""
    features = []
    if word in bearers_by_part():
        features.append("part=frequent" if is_frequent(word) else "part")
    if word in common():
        features.append("common")
    if word in speech_verbs():
        features.append("speech")
    return features


def _entries(matches: ListMatches) -> Mapping[int, list[str]]:
    """List entries at each word: of names "B:" at the first and "I:" at a later word."""
    features: dict[int, list[str]] = defaultdict(list)
    for first, (span, listed) in matches.names.items():
        for index in range(first, span.stop):
            position = "B" if index == first else "I"
            features[index].append(f"{position}:{listed.type}:{listed.kind}")
    for family, spans in _spans_by_family(matches).items():
        for first, stop in spans:
            for index in range(first, stop):
                features[index].append(family)
    return features


def _spans_by_family(matches: ListMatches) -> dict[str, list[tuple[int, int]]]:
    """First word and the word after the last of each entry; trained models know these names."""
    return {
        "peoples": [(index, span.stop) for index, (span, _) in matches.demonyms.items()],
        "titles": [(index, span.stop) for index, (span, _) in matches.titles.items()],
        "fields": [(index, span.stop) for index, (span, _) in matches.portfolios.items()],
        "heads": [(index, span.stop) for index, (span, _) in matches.body_heads.items()],
    }


def _neighbours(words: Sequence[str], lists: Sequence[Sequence[str]], position: int) -> list[str]:
    features = []
    for step in (*range(-REACH, 0), *range(1, REACH + 1)):
        if 0 <= position + step < len(words):
            features.append(f"{step:+}w={words[position + step]}")
            features += [f"{step:+}{entry}" for entry in lists[position + step]]
    return features


def _edge(position: int, size: int) -> list[str]:
    return ["first"] * (position == 0) + ["last"] * (position == size - 1)
