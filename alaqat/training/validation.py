"""Judging a network on the validation articles: scores, the limits that serve best, calibration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import torch

from alaqat.readers.trained import decoding
from alaqat.readers.trained.decoding import Finding
from alaqat.readers.trained.finding_selection import Limits, Selected, select
from alaqat.readers.trained.heads import Heads
from alaqat.readers.trained.windows import TRIGGERS
from alaqat.training.batches import Prepared, join
from alaqat.training.reader_network import Network
from alaqat.training.scores import Guess, Scores, match, root, score

Found = Sequence[tuple[Prepared, Sequence[Finding]]]
_GRID = (
    (0.2, 0.3, 0.4, 0.5),
    (0.0, 0.2),
    (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4),
)
BINS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def heads_of(net: Network) -> Heads:
    """The heads of a network as the reader runs them."""
    return Heads({name: value.detach().numpy() for name, value in net.heads.state_dict().items()})


def find_all(net: Network, examples: Iterable[Prepared]) -> list[tuple[Prepared, list[Finding]]]:
    """What the network finds in each example."""
    heads = heads_of(net)
    out = []
    net.eval()
    with torch.inference_mode():
        for one in examples:
            batch = join([one])
            states = net.encoder.upper(batch.lower, batch.lengths, batch.channels).numpy()
            out.append((one, decoding.find(one.example.view, one.encoded, states, heads)))
    return out


def guess(one: Prepared, selected: Selected) -> Guess:
    """A selected finding as the scores compare it."""
    finding = selected.finding
    if finding.interval is None:
        raise ValueError("a finding without days is never selected")
    word = one.encoded.words[finding.word]
    category = None if finding.category == 1 else TRIGGERS[finding.category]
    return Guess(
        start=selected.span[0],
        end=selected.span[1],
        trigger=word.start,
        plover=category,
        polarity=finding.polarity,
        first=finding.interval[0],
        last=finding.interval[1],
        actors=tuple(name for name, _ in finding.actors),
        recipients=tuple(name for name, _ in finding.recipients),
        probability=selected.probability,
    )


def guesses(one: Prepared, findings: Sequence[Finding], limits: Limits) -> list[Guess]:
    """What is told of an article at these limits."""
    chosen = select(one.example.view, one.encoded.words, findings, limits)
    return [guess(one, selected) for selected in chosen]


def score_all(found: Found, limits: Limits) -> Scores:
    """Scores of all articles at these limits."""
    return score((one.example.events, guesses(one, findings, limits)) for one, findings in found)


def figure(scores: Scores) -> float:
    """One figure of what matters: found and dated, of the right category, of the right polarity."""
    return scores.f1("date") + scores.f1("type") + scores.f1("polarity")


def best_limits(found: Found) -> tuple[Limits, Scores]:
    """The limits with the best figure."""
    tried = [Limits(*values) for values in product(*_GRID)]
    scored = [(score_all(found, limits), limits) for limits in tried]
    scores, limits = max(scored, key=lambda pair: figure(pair[0]))
    return limits, scores


@dataclass(frozen=True, slots=True)
class Bin:
    """Events told with a probability from `low` up: how many, and how many are right."""

    low: float
    count: int
    dated: int
    coded: int


def calibration(found: Found, limits: Limits) -> list[Bin]:
    """How often events of each range of probability are right: found with their days, and coded."""
    counts: Counter[tuple[float, str]] = Counter()
    for one, findings in found:
        guessed = guesses(one, findings, limits)
        right = {id(other): mark for mark, other in match(one.example.events, guessed)}
        for event in guessed:
            low = max(edge for edge in BINS if edge <= event.probability)
            mark = right.get(id(event))
            counts[low, "count"] += 1
            counts[low, "dated"] += mark is not None
            counts[low, "coded"] += mark is not None and root(mark.plover) == root(event.plover)
    return [
        Bin(low, counts[low, "count"], counts[low, "dated"], counts[low, "coded"])
        for low in BINS
        if counts[low, "count"]
    ]


def by_category(found: Found, limits: Limits) -> Mapping[str, tuple[int, int, int]]:
    """For each category: marked, found, and found with days and category right."""
    marked: Counter[str] = Counter()
    guessed: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for one, findings in found:
        here = guesses(one, findings, limits)
        marked.update(root(event.plover) or "other" for event in one.example.events)
        guessed.update(root(event.plover) or "other" for event in here)
        for mark, event in match(one.example.events, here):
            if root(mark.plover) == root(event.plover):
                right[root(mark.plover) or "other"] += 1
    return {name: (marked[name], guessed[name], right[name]) for name in sorted(marked | guessed)}


def by_days(found: Found, limits: Limits) -> Mapping[str, tuple[int, int]]:
    """For each length of a marked interval: marked, and found with these days."""
    marked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for one, findings in found:
        marked.update(_length((event.last - event.first).days) for event in one.example.events)
        for mark, _ in match(one.example.events, guesses(one, findings, limits)):
            right[_length((mark.last - mark.first).days)] += 1
    return {name: (marked[name], right[name]) for name in marked}


def _length(days: int) -> str:
    names = ((0, "a day"), (7, "to a week"), (31, "to a month"), (366, "to a year"))
    return next((name for most, name in names if days <= most), "longer")
