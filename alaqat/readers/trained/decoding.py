"""From states to happenings: triggers with category, polarity, status, date and sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from alaqat.model.records import Polarity, Status
from alaqat.readers.trained import date_candidates, sides
from alaqat.readers.trained.heads import Floats, Heads, log_sum, mean_states, softmax, word_states
from alaqat.readers.trained.view import View
from alaqat.readers.trained.windows import POLARITIES, STATUSES, TRIGGERS, Encoded

# Words less likely than this to be a trigger are not looked at further.
FLOOR = 0.2


@dataclass(frozen=True, slots=True)
class Finding:
    """A trigger word with what the model says of it; probabilities between 0 and 1.

    `actors` and `recipients` are names of parties with the probability of that side.
    """

    word: int
    probability: float
    category: int
    category_probability: float
    polarity: Polarity
    status: Status
    interval: date_candidates.Interval | None
    date_kind: str
    date_mention: int
    date_probability: float
    actors: tuple[tuple[str, float], ...]
    recipients: tuple[tuple[str, float], ...]
    categories: tuple[float, ...] = ()


def find(view: View, encoded: Encoded, states: Floats, heads: Heads) -> list[Finding]:
    """Every word that may be a trigger; `states` are those of the encoder's pieces."""
    words = encoded.words
    if not words:
        return []
    of_words = word_states(states, encoded.word_rows, encoded.word_spans)
    chances = softmax(heads.linear("triggers", of_words))
    found = np.flatnonzero(1 - chances[:, 0] >= FLOOR)
    reader = _Pairs(view, encoded, of_words, heads)
    return [reader.finding(int(word), chances[word]) for word in found]


class _Pairs:
    """What is computed once an article and used for every trigger."""

    def __init__(self, view: View, encoded: Encoded, states: Floats, heads: Heads) -> None:
        self.view, self.words, self.states, self.heads = view, encoded.words, states, heads
        self.candidates = date_candidates.candidates(view)
        self.places = date_candidates.places(view, self.words)
        self.mentions = sides.mentions(view, self.words)
        times = mean_states(states, self.places.spans)
        blank = np.zeros(states.shape[1], np.float32)
        dated = np.stack([date_state(one, times, blank) for one in self.candidates])
        self.dated = heads.others("dates", dated)
        self.kinds = np.array([[one.kind] for one in self.candidates], np.int64)
        self.parties = heads.others("sides", mean_states(states, self.mentions.spans))
        self.owners = np.array(self.mentions.parties)
        self.groups = interval_groups(self.candidates)

    def finding(self, word: int, chances: Floats) -> Finding:
        """All that the model says of one trigger."""
        state = self.states[word]
        category = 1 + int(chances[1:].argmax())
        known = np.zeros(len(TRIGGERS), np.float32)
        known[category] = 1
        polarity = self.heads.linear("polarity", np.concatenate([state, known])[None])[0]
        status = self.heads.linear("status", state[None])[0]
        kind, interval, mention, sure = self._date(word, state)
        actors, recipients = self._sides(word, state)
        return Finding(
            word=word,
            probability=float(1 - chances[0]),
            category=category,
            category_probability=float(chances[category]),
            polarity=POLARITIES[int(polarity.argmax())],
            status=STATUSES[int(status.argmax())],
            interval=interval,
            date_kind=kind,
            date_mention=mention,
            date_probability=sure,
            actors=actors,
            recipients=recipients,
            categories=tuple(float(one) for one in chances),
        )

    def _date(
        self, word: int, state: Floats
    ) -> tuple[str, date_candidates.Interval | None, int, float]:
        relations = date_candidates.features(
            self.view, self.words, word, self.candidates, self.places
        )
        scores = self.heads.pairs("dates", state, self.dated, np.hstack([self.kinds, relations]))[
            :, 0
        ]
        chances = softmax(scores)
        totals = [float(chances[rows].sum()) for rows in self.groups]
        best = int(np.argmax(totals))
        lead = self.candidates[max(self.groups[best], key=lambda row: chances[row])]
        return date_candidates.KINDS[lead.kind], lead.interval, lead.mention, totals[best]

    def _sides(
        self, word: int, state: Floats
    ) -> tuple[tuple[tuple[str, float], ...], tuple[tuple[str, float], ...]]:
        found = self.mentions
        if not found.spans:
            return (), ()
        relations = sides.features(self.view, self.words, word, found)
        scores = self.heads.pairs("sides", state, self.parties, relations)
        acting: list[tuple[str, float]] = []
        receiving: list[tuple[str, float]] = []
        for number, name in enumerate(found.names):
            both = log_sum(scores[self.owners == number])
            none, actor, recipient = softmax(np.array([0, *both], np.float32))
            if max(actor, recipient) > none:
                side = acting if actor >= recipient else receiving
                side.append((name, float(max(actor, recipient))))
        return tuple(acting), tuple(receiving)


def date_state(candidate: date_candidates.Candidate, times: Floats, blank: Floats) -> Floats:
    """The state of a candidate's expression, of the mean of its two, or nothing."""
    if candidate.mention < 0:
        return blank
    if candidate.second < 0:
        return np.asarray(times[candidate.mention])
    return np.asarray((times[candidate.mention] + times[candidate.second]) / 2)


def interval_groups(found: Sequence[date_candidates.Candidate]) -> list[list[int]]:
    """Numbers of the candidates that give the same days."""
    groups: dict[date_candidates.Interval | None, list[int]] = {}
    for row, candidate in enumerate(found):
        groups.setdefault(candidate.interval, []).append(row)
    return list(groups.values())
