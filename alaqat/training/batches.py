"""Examples as tensors: what the losses compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from alaqat.readers.trained import date_candidates, sides
from alaqat.readers.trained.windows import (
    POLARITIES,
    STATUSES,
    Encoded,
    WordIndex,
    encode,
    trigger_label,
)
from alaqat.readers.trained.word_pieces import Pieces
from alaqat.training.annotations import Example, Marked, roles
from alaqat.training.reader_network import Network


@dataclass(frozen=True, slots=True)
class Target:
    """One marked happening: its trigger word, labels, and pairs with dates and parties."""

    word: int
    label: int
    polarity: int
    status: int
    date_features: Tensor
    date_right: Tensor
    side_features: Tensor
    side_right: Tensor


@dataclass(slots=True)
class Prepared:
    """An example made ready: computed once, used in every epoch.

    `lower` holds the states of its pieces after the frozen layers, in half precision.
    """

    example: Example
    encoded: Encoded
    labels: Tensor
    targets: tuple[Target, ...]
    time_spans: tuple[tuple[int, int], ...]
    date_mentions: Tensor
    party_spans: tuple[tuple[int, int], ...]
    party_of: Tensor
    parties: int
    lower: Tensor | None = None


def add_lower_states(examples: Iterable[Prepared], net: Network) -> None:
    """Compute the states after the frozen layers."""
    net.eval()
    with torch.inference_mode():
        for one in examples:
            pieces = torch.from_numpy(one.encoded.pieces)
            lengths = torch.from_numpy(one.encoded.lengths)
            one.lower = net.encoder.lower(pieces, lengths).half()


def prepare(example: Example, pieces: Pieces) -> Prepared:
    """Tensors of an example."""
    view = example.view
    encoded = encode(view, pieces)
    index = WordIndex([*encoded.words])
    found = date_candidates.candidates(view)
    where = date_candidates.places(view, encoded.words)
    parties = sides.mentions(view, encoded.words)
    kinds = np.array([[one.kind] for one in found], np.int64)
    labels = np.zeros(len(encoded.words), np.int64)
    targets = []
    for event in example.events:
        word = index.at(event.trigger)
        if word is None:
            continue
        labels[word] = trigger_label(event.plover)
        relations = date_candidates.features(view, encoded.words, word, found, where)
        targets.append(
            Target(
                word=word,
                label=trigger_label(event.plover),
                polarity=POLARITIES.index(event.polarity),
                status=STATUSES.index(event.status) if event.status in STATUSES else 0,
                date_features=torch.from_numpy(np.hstack([kinds, relations])),
                date_right=torch.from_numpy(_right(event, found)),
                side_features=torch.from_numpy(sides.features(view, encoded.words, word, parties)),
                side_right=torch.tensor(roles(event, parties.names), dtype=torch.long),
            )
        )
    pairs = [(one.mention, one.second if one.second >= 0 else one.mention) for one in found]
    return Prepared(
        example=example,
        encoded=encoded,
        labels=torch.from_numpy(labels),
        targets=tuple(targets),
        time_spans=where.spans,
        date_mentions=torch.tensor(pairs, dtype=torch.long),
        party_spans=parties.spans,
        party_of=torch.tensor(parties.parties, dtype=torch.long),
        parties=len(parties.names),
    )


def _right(event: Marked, found: Sequence[date_candidates.Candidate]) -> np.ndarray:
    right = np.array([one.interval == (event.first, event.last) for one in found])
    if not right.any():
        right[0] = True
    return right


def batches(examples: Sequence[Prepared], size: int, random: Random) -> Iterator[list[Prepared]]:
    """All examples once, in random order, those of like length together."""
    order = list(examples)
    random.shuffle(order)
    pool = size * 12
    out = []
    for start in range(0, len(order), pool):
        near = sorted(order[start : start + pool], key=lambda one: int(one.encoded.lengths.max()))
        out += [near[at : at + size] for at in range(0, len(near), size)]
    random.shuffle(out)
    yield from out


@dataclass(frozen=True, slots=True)
class Joined:
    """The windows of several examples as one batch, and where each example's words are in it.

    `lower` are the states of the pieces after the frozen layers, `words` flat numbers of pieces,
    `owners` the word that each belongs to, `offsets` the first word of each example.
    """

    lower: Tensor
    lengths: Tensor
    channels: Tensor
    words: Tensor
    owners: Tensor
    offsets: tuple[int, ...]


def join(group: Sequence[Prepared]) -> Joined:
    """One batch. `words` are flat numbers of pieces, `owners` the word that each belongs to."""
    width = max(one.encoded.pieces.shape[1] for one in group)
    pieces, channels, lengths, words, owners, offsets = [], [], [], [], [], []
    rows = count = 0
    for one in group:
        encoded = one.encoded
        missing = width - encoded.pieces.shape[1]
        if one.lower is None:
            raise ValueError("the states of the frozen layers come first: see add_lower_states")
        pieces.append(functional.pad(one.lower.float(), (0, 0, 0, missing)))
        channels.append(np.pad(encoded.channels, ((0, 0), (0, missing), (0, 0))))
        lengths.append(encoded.lengths)
        sizes = encoded.word_spans[:, 1] - encoded.word_spans[:, 0]
        starts = (encoded.word_rows + rows) * width + encoded.word_spans[:, 0]
        firsts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
        words.append(np.repeat(starts - firsts, sizes) + np.arange(sizes.sum()))
        owners.append(np.repeat(np.arange(len(sizes)) + count, sizes))
        offsets.append(count)
        rows += len(encoded.pieces)
        count += len(sizes)
    return Joined(
        torch.cat(pieces),
        torch.from_numpy(np.concatenate(lengths)),
        torch.from_numpy(np.concatenate(channels)),
        torch.from_numpy(np.concatenate(words)),
        torch.from_numpy(np.concatenate(owners)),
        (*offsets, count),
    )
