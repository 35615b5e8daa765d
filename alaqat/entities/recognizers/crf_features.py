"""What a trained tagger sees of a word: its shape, its affixes, what the lists know there, and its neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from alaqat.arabic.clitics import DEFINITE_ARTICLE
from alaqat.arabic.fold import folded
from alaqat.entities.list_matches import Scan
from alaqat.entities.names import FREQUENT, common, parts
from alaqat.entities.people import speech
from alaqat.model.records import Article, Document, Sentence, Token

REACH = 2  # words of context on each side (Lample's and camel's own taggers look no farther by features)
LONGEST_AFFIX = 3
FAMILIES = ("word", "affixes", "shape", "lists", f"context ±{REACH}")


def document(words: Sequence[str]) -> Document:
    """A sentence of a corpus, its words as they were cut there, made ready for a scan."""
    spelled = [folded(word).replace(" ", "") or "-" for word in words]
    text = " ".join(spelled)
    tokens, at = [], 0
    for word in spelled:
        tokens.append(Token(word, at, at + len(word)))
        at += len(word) + 1
    whole = Sentence(0, 0, len(text), 0, len(text), 0)
    return Document(Article("", text), text, None, (whole,), tuple(tokens))


def of(scan: Scan, first: int, stop: int) -> list[list[str]]:
    """Features of the words `first:stop`, which make one sentence."""
    hits = _hits(scan)
    own = [_word(scan.words[at]) for at in range(first, stop)]
    lists = [[*hits.get(at, ()), *_known_part(scan.words[at])] for at in range(first, stop)]
    return [
        [
            *own[at],
            *lists[at],
            *_neighbours(scan.words[first:stop], lists, at),
            *_edge(at, len(own)),
        ]
        for at in range(len(own))
    ]


def _word(word: str) -> list[str]:
    """The word, its first and last letters, and what kind of characters it is written in."""
    found = [f"w={word}", f"shape={_shape(word)}", f"len={min(len(word), 8)}"]
    for size in range(1, min(LONGEST_AFFIX, len(word) - 1) + 1):
        found += [f"pre={word[:size]}", f"suf={word[-size:]}"]
    if word.startswith(DEFINITE_ARTICLE):
        found.append("article")
    return found


def _shape(word: str) -> str:
    if word.isdigit():
        return "digits"
    if not any(char.isalnum() for char in word):
        return "mark"
    return "latin" if word.isascii() else "arabic" if word.isalpha() else "mixed"


def _known_part(word: str) -> list[str]:
    """Whether the lists of name parts, common words and verbs of speech hold the word."""
    bearers = parts().get(word)
    found = [] if bearers is None else ["part=frequent" if bearers >= FREQUENT else "part"]
    return found + ["common"] * (word in common()) + ["speech"] * (word in speech())


def _hits(scan: Scan) -> dict[int, list[str]]:
    """List entries at each word: «B:» where one begins, «I:» inside it."""
    found: dict[int, list[str]] = {}
    for index, (place, known) in scan.names.items():
        for at in range(index, place.stop):
            found.setdefault(at, []).append(
                f"{'B' if at == index else 'I'}:{known.type}:{known.kind}"
            )
    for name in ("peoples", "titles", "fields", "heads"):
        for index, (place, _) in getattr(scan, name).items():
            for at in range(index, place.stop):
                found.setdefault(at, []).append(name)
    return found


def _neighbours(words: Sequence[str], lists: Sequence[Sequence[str]], at: int) -> list[str]:
    found = []
    for step in (*range(-REACH, 0), *range(1, REACH + 1)):
        if 0 <= at + step < len(words):
            found.append(f"{step:+}w={words[at + step]}")
            found += [f"{step:+}{hit}" for hit in lists[at + step]]
    return found


def _edge(at: int, size: int) -> list[str]:
    return ["first"] * (at == 0) + ["last"] * (at == size - 1)
