"""The size of a network and how it is trained: plain numbers, without torch."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of an encoder: `frozen` lower layers keep their pretrained weights."""

    hidden: int = 384
    heads: int = 12
    layers: int = 6
    frozen: int = 2


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each part of the loss counts; `quiet` is the weight of words that are no trigger."""

    quiet: float = 0.5
    polarity: float = 0.5
    status: float = 0.2
    dates: float = 1.0
    sides: float = 0.5


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train. Rates are the highest of a schedule that rises over a twelfth and falls to
    the end. With `is_bfloat16` the encoder multiplies in bfloat16, which processors that have it
    do faster."""

    epochs: int = 5
    batch: int = 1
    workers: int = 2
    encoder_rate: float = 2e-4
    heads_rate: float = 8e-4
    average: float = 0.99
    together: int = 8
    patience: int = 2
    seed: int = 1
    is_bfloat16: bool = False
    weights: Weights = field(default_factory=Weights)


@dataclass(frozen=True, slots=True)
class Epoch:
    """What an epoch came to: its number and the validation's figure (higher is better)."""

    number: int
    figure: float
