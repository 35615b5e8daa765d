"""The network: one encoder, and heads for triggers, dates and parties."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from alaqat.readers.trained import date_candidates, sides
from alaqat.readers.trained.windows import CHANNELS, POLARITIES, STATUSES, TRIGGERS
from alaqat.training.base import Base
from alaqat.training.plan import Shape


class Layer(nn.Module):
    """One transformer layer of BERT."""

    def __init__(self, hidden: int, heads: int, wide: int, epsilon: float, drop: float) -> None:
        super().__init__()
        self.heads, self.drop = heads, drop
        self.q, self.k, self.v = (nn.Linear(hidden, hidden) for _ in range(3))
        self.ao = nn.Linear(hidden, hidden)
        self.aln = nn.LayerNorm(hidden, eps=epsilon)
        self.fi, self.fo = nn.Linear(hidden, wide), nn.Linear(wide, hidden)
        self.oln = nn.LayerNorm(hidden, eps=epsilon)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States of the next layer; `mask` is added to the attention's scores."""
        rows, length, hidden = states.shape
        size = hidden // self.heads

        def split(value: Tensor) -> Tensor:
            return value.view(rows, length, self.heads, size).transpose(1, 2)

        q, k, v = split(self.q(states)), split(self.k(states)), split(self.v(states))
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = self.ao(mixed.transpose(1, 2).reshape(rows, length, hidden))
        states = self.aln(states + functional.dropout(mixed, self.drop, self.training))
        inner = self.fo(functional.gelu(self.fi(states)))
        out: Tensor = self.oln(states + functional.dropout(inner, self.drop, self.training))
        return out


class Encoder(nn.Module):
    """Embeddings of pieces and positions, frozen lower layers, and trained upper layers.

    What the rules found is added where the upper layers begin, so that the states below depend on
    the text only and are computed once for all epochs.
    """

    def __init__(self, vocabulary: int, shape: Shape, drop: float) -> None:
        super().__init__()
        epsilon = 1e-12
        hidden = shape.hidden
        self.words = nn.Embedding(vocabulary, hidden)
        self.positions = nn.Embedding(512, hidden)
        self.kind = nn.Parameter(torch.zeros(hidden))
        channels = [nn.Embedding(size, hidden) for size in CHANNELS.values()]
        self.channels = nn.ModuleList(channels)
        self.norm = nn.LayerNorm(hidden, eps=epsilon)
        self.layers = nn.ModuleList(
            Layer(hidden, shape.heads, 4 * hidden, epsilon, drop if number >= shape.frozen else 0.0)
            for number in range(shape.layers)
        )
        self.frozen, self.drop = shape.frozen, drop
        for channel in channels:
            nn.init.zeros_(channel.weight)

    def lower(self, pieces: Tensor, lengths: Tensor) -> Tensor:
        """States of all pieces after the frozen layers: rows × length × hidden."""
        place = torch.arange(pieces.shape[1], device=pieces.device)
        states: Tensor = self.norm(self.words(pieces) + self.positions(place) + self.kind)
        mask = _mask(lengths, pieces.shape[1])
        for layer in self.layers[: self.frozen]:
            states = layer(states, mask)
        return states

    def upper(self, states: Tensor, lengths: Tensor, channels: Tensor) -> Tensor:
        """States after all layers."""
        for number, channel in enumerate(self.channels):
            states = states + channel(channels[:, :, number])
        states = functional.dropout(states, self.drop, self.training)
        mask = _mask(lengths, states.shape[1])
        for layer in self.layers[self.frozen :]:
            states = layer(states, mask)
        return states

    def forward(self, pieces: Tensor, lengths: Tensor, channels: Tensor) -> Tensor:
        """States of all pieces after all layers."""
        return self.upper(self.lower(pieces, lengths), lengths, channels)


def _mask(lengths: Tensor, width: int) -> Tensor:
    """What is added to the scores of attention: nothing inside a row, much less than zero after
    it."""
    inside = torch.arange(width, device=lengths.device)[None, :] < lengths[:, None]
    return (~inside).to(torch.float32)[:, None, None, :] * -1e4


class Pairs(nn.Module):
    """Scores pairs of a trigger and something else from their states and relations."""

    def __init__(self, hidden: int, inner: int, sizes: Sequence[int], outputs: int) -> None:
        super().__init__()
        self.trigger = nn.Linear(hidden, inner)
        self.other = nn.Linear(hidden, inner, bias=False)
        features = [nn.Embedding(size, inner) for size in sizes]
        self.features = nn.ModuleList(features)
        self.product_a = nn.Linear(hidden, inner, bias=False)
        self.product_b = nn.Linear(hidden, inner, bias=False)
        self.out = nn.Linear(2 * inner, outputs)
        for feature in features:
            nn.init.normal_(feature.weight, std=0.1)

    def forward(self, triggers: Tensor, others: Tensor, features: Tensor) -> Tensor:
        """Scores of all pairs: triggers × others × outputs."""
        total = self.trigger(triggers)[:, None] + self.other(others)[None]
        for number, feature in enumerate(self.features):
            total = total + feature(features[:, :, number])
        product = self.product_a(triggers)[:, None] * self.product_b(others)[None]
        joined = [functional.gelu(total, approximate="tanh"), torch.tanh(product)]
        scores: Tensor = self.out(functional.dropout(torch.cat(joined, dim=2), 0.1, self.training))
        return scores


class Heads(nn.Module):
    """What is read from the states of words."""

    def __init__(self, hidden: int, inner: int = 96) -> None:
        super().__init__()
        self.triggers = nn.Linear(hidden, len(TRIGGERS))
        self.polarity = nn.Linear(hidden + len(TRIGGERS), len(POLARITIES))
        self.status = nn.Linear(hidden, len(STATUSES))
        kinds = len(date_candidates.KINDS)
        self.dates = Pairs(hidden, inner, [kinds, *date_candidates.FEATURES.values()], 1)
        self.sides = Pairs(hidden, inner, list(sides.FEATURES.values()), 2)


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, vocabulary: int, shape: Shape, drop: float) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(vocabulary, shape, drop)
        self.heads = Heads(shape.hidden)


def network_from(base: Base, chosen: Sequence[int], shape: Shape, drop: float = 0.1) -> Network:
    """A network with the first layers of a pretrained encoder and the pieces `kept`."""
    net = Network(len(chosen), shape, drop)
    encoder = net.encoder
    with torch.no_grad():
        encoder.words.weight.copy_(torch.from_numpy(base.words[list(chosen)]))
        encoder.positions.weight.copy_(torch.from_numpy(base.tensors["emb.pos"]))
        encoder.kind.copy_(torch.from_numpy(base.tensors["emb.type"]))
        encoder.norm.weight.copy_(torch.from_numpy(base.tensors["emb.ln.w"]))
        encoder.norm.bias.copy_(torch.from_numpy(base.tensors["emb.ln.b"]))
        for number, layer in enumerate(encoder.layers):
            for part in ("q", "k", "v", "ao", "aln", "fi", "fo", "oln"):
                module = getattr(layer, part)
                module.weight.copy_(torch.from_numpy(base.tensors[f"l{number}.{part}.w"]))
                module.bias.copy_(torch.from_numpy(base.tensors[f"l{number}.{part}.b"]))
    frozen = (encoder.words, encoder.positions, encoder.norm, *encoder.layers[: shape.frozen])
    for module in frozen:
        module.requires_grad_(False)
    encoder.kind.requires_grad_(False)
    return net
