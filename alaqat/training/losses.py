"""How far the network is from the annotations."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from alaqat.readers.trained.windows import TRIGGERS
from alaqat.training.batches import Joined, Prepared, join
from alaqat.training.plan import Plan, Weights
from alaqat.training.reader_network import Network

# Events of an article, about: what sums over an article are divided by, so that all events
# weigh alike.
_USUAL = 6


def word_states(net: Network, batch: Joined, is_bfloat16: bool = False) -> Tensor:
    """The mean state of the pieces of each word of a batch: words × hidden."""
    with torch.autocast("cpu", torch.bfloat16, enabled=is_bfloat16):
        upper = net.encoder.upper(batch.lower, batch.lengths, batch.channels)
    states = upper.float().flatten(0, 1)
    count = batch.offsets[-1]
    total = torch.zeros(count, states.shape[1]).index_add(0, batch.owners, states[batch.words])
    sizes = torch.bincount(batch.owners, minlength=count).clamp(min=1)
    return total / sizes[:, None]


def loss(net: Network, group: Sequence[Prepared], plan: Plan) -> Tensor:
    """The weighted sum of the losses of all heads over a batch."""
    batch, weights = join(group), plan.weights
    states = word_states(net, batch, plan.is_bfloat16)
    dropped = functional.dropout(states, 0.1, net.training)
    labels = torch.cat([one.labels for one in group])
    scale = torch.ones(len(TRIGGERS))
    scale[0] = weights.quiet
    scores = net.heads.triggers(dropped)
    count = _USUAL * len(group)
    total = functional.cross_entropy(scores, labels, scale, reduction="sum") / count
    for one, offset in zip(group, batch.offsets, strict=False):
        if one.targets:
            own = dropped[offset : offset + len(one.labels)]
            total = total + _targets(net, one, own, weights) / count
    return total


def _targets(net: Network, one: Prepared, states: Tensor, weights: Weights) -> Tensor:
    heads = net.heads
    triggers = states[torch.tensor([target.word for target in one.targets])]
    labels = torch.tensor([target.label for target in one.targets])
    known = functional.one_hot(labels, len(TRIGGERS)).to(states.dtype)
    polarity = heads.polarity(torch.cat([triggers, known], dim=1))
    polarities = torch.tensor([target.polarity for target in one.targets])
    statuses = torch.tensor([target.status for target in one.targets])
    total = weights.polarity * functional.cross_entropy(polarity, polarities, reduction="sum")
    status = heads.status(triggers)
    total = total + weights.status * functional.cross_entropy(status, statuses, reduction="sum")
    total = total + weights.dates * _dates(net, one, states, triggers)
    return total + weights.sides * _sides(net, one, states, triggers)


def _means(states: Tensor, spans: Sequence[tuple[int, int]]) -> Tensor:
    return torch.stack([states[a:b].mean(dim=0) for a, b in spans])


def _dates(net: Network, one: Prepared, states: Tensor, triggers: Tensor) -> Tensor:
    blank = torch.zeros(1, states.shape[1])
    times = torch.cat([_means(states, one.time_spans), blank]) if one.time_spans else blank
    pairs = one.date_mentions
    dated = (times[pairs[:, 0]] + times[pairs[:, 1]]) / 2
    count, n = len(one.targets), len(pairs)
    features = torch.cat([target.date_features for target in one.targets])
    scores = net.heads.dates(triggers, dated, features.view(count, n, -1))[:, :, 0]
    right = torch.stack([target.date_right for target in one.targets])
    chances = functional.log_softmax(scores, dim=1)
    return -torch.logsumexp(chances.masked_fill(~right, -1e4), dim=1).sum()


def _sides(net: Network, one: Prepared, states: Tensor, triggers: Tensor) -> Tensor:
    if not one.parties:
        return torch.zeros(())
    parties = _means(states, one.party_spans)
    count, n = len(one.targets), len(parties)
    features = torch.cat([target.side_features for target in one.targets])
    scores = net.heads.sides(triggers, parties, features.view(count, n, -1))
    own = functional.one_hot(one.party_of, one.parties).bool()
    spread = scores[:, :, None, :].masked_fill(~own[None, :, :, None], -1e4)
    pooled = torch.logsumexp(spread, dim=1)
    full = torch.cat([torch.zeros(count, one.parties, 1), pooled], dim=2)
    right = torch.stack([target.side_right for target in one.targets])
    return functional.cross_entropy(full.flatten(0, 1), right.flatten(), reduction="sum") / 3
