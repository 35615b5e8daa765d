"""Cutting a large vocabulary to the pieces that Arabic news uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from alaqat.readers.trained.word_pieces import find_words, make_tokenizer, spelling
from alaqat.training.base import Base

_SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")


def word_counts(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in the texts, as the vocabulary spells it."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(spelling(text, word) for word in find_words(text, [(0, len(text))]))
    return counts


def cut_vocabulary(base: Base, counts: Counter[str], size: int) -> list[int]:
    """Numbers of the pieces to keep: specials, single letters in use, then the most frequent."""
    model = make_tokenizer(list(zip(base.pieces, base.scores.tolist(), strict=True))).model
    used: Counter[int] = Counter()
    for word, count in counts.items():
        for token in model.tokenize(word) if word else ():
            used[token.id] += count
    letters = {letter for word, count in counts.items() if count > 1 for letter in word}
    chosen = [base.pieces.index(piece) for piece in _SPECIAL]
    chosen += [at for at, piece in enumerate(base.pieces) if piece in letters and at not in chosen]
    held = set(chosen)
    chosen += [at for at, _ in used.most_common() if at not in held]
    return chosen[:size]
