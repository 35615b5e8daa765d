"""The heads of the model in numpy: small products of the states that the encoder gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


def softmax(scores: Floats) -> Floats:
    """Probabilities along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), np.float32)


def log_sum(scores: Floats) -> Floats:
    """The logarithm of the sum of exponentials along the first axis."""
    top = scores.max(axis=0)
    return np.asarray(top + np.log(np.exp(scores - top).sum(axis=0)), np.float32)


def _gelu(value: Floats) -> Floats:
    inner = np.tanh(0.7978845608 * (value + 0.044715 * value * value * value))
    return np.asarray(0.5 * value * (1 + inner), np.float32)


def word_states(states: Floats, rows: Ints, spans: Ints) -> Floats:
    """The mean state of the pieces of each word: words × hidden."""
    if not len(rows):
        return np.zeros((0, states.shape[-1]), np.float32)
    flat = states.reshape(-1, states.shape[-1])
    width = states.shape[1]
    starts, sizes = rows * width + spans[:, 0], spans[:, 1] - spans[:, 0]
    where = np.repeat(starts - np.concatenate([[0], np.cumsum(sizes)[:-1]]), sizes)
    index = where + np.arange(sizes.sum())
    firsts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    return np.asarray(np.add.reduceat(flat[index], firsts, axis=0) / sizes[:, None], np.float32)


class Heads:
    """Weights of the heads by name, as the training's network calls them."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._weights = {name: np.asarray(value, np.float32) for name, value in weights.items()}

    def linear(self, name: str, value: Floats) -> Floats:
        """The linear layer `name` of rows of values."""
        out = value @ self._weights[f"{name}.weight"].T
        bias = self._weights.get(f"{name}.bias")
        return np.asarray(out if bias is None else out + bias, np.float32)

    def others(self, name: str, states: Floats) -> tuple[Floats, Floats]:
        """What the pairs of any trigger with these others (N × hidden) have in common."""
        return self.linear(f"{name}.other", states), self.linear(f"{name}.product_b", states)

    def pairs(
        self, name: str, trigger: Floats, others: tuple[Floats, Floats], features: Ints
    ) -> Floats:
        """Scores of one trigger (hidden) with N others: N × outputs."""
        total = self.linear(f"{name}.trigger", trigger[None]) + others[0]
        for number in range(features.shape[1]):
            total = total + self._weights[f"{name}.features.{number}.weight"][features[:, number]]
        product = self.linear(f"{name}.product_a", trigger[None]) * others[1]
        joined = np.concatenate([_gelu(total), np.tanh(product)], axis=1)
        return self.linear(f"{name}.out", joined)


def mean_states(states: Floats, spans: Sequence[tuple[int, int]]) -> Floats:
    """The mean state of each range of words: ranges × hidden."""
    if not spans:
        return np.zeros((0, states.shape[-1]), np.float32)
    return np.stack([states[a:b].mean(axis=0) for a, b in spans])
