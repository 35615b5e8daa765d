"""Training a recognizer on a labelled corpus; a part is held out, and the card has its scores."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import pycrfsuite  # type: ignore[import-untyped]

from alaqat.entities.list_matches import ListMatches
from alaqat.entities.recognizers import bio, crf_features
from alaqat.entities.recognizers.bio import LabelledSentence
from alaqat.entities.recognizers.crf import MODEL, tagger

HELD_OUT = 10  # one of ten sentences is held out for the scores
ITERATIONS = 120
SETTINGS = {
    "c1": 0.1,
    "c2": 0.01,
    "max_iterations": ITERATIONS,
    "feature.possible_transitions": True,
}


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of names (span and type), and how many the corpus has."""

    precision: float
    recall: float
    f1: float
    names: int


@dataclass(frozen=True, slots=True)
class Card:
    """A model's card: when and from what it was made, with which settings, and its scores.

    The scores are those on the sentences held out of the training.
    """

    created: str
    corpus: str
    sentences: int
    words: int
    held_back: int
    labels: dict[str, int]
    features: tuple[str, ...]
    settings: dict[str, float]
    scores: dict[str, Score]


def train(path: Path, *, model: Path = MODEL, progress: Callable[[int], object] = bool) -> Card:
    """Train on the corpus `path`, write `model` and its card (.json and .md), return the card.

    `progress` is called with 1 after each of at most ITERATIONS iterations.
    Raises CorpusBroken for a corpus that cannot be used.
    """
    sentences = bio.read_corpus(path)
    held_out = sentences[HELD_OUT - 1 :: HELD_OUT] or sentences[-1:]
    held_out_ids = set(map(id, held_out))
    model.parent.mkdir(parents=True, exist_ok=True)
    trainer = _Trainer(progress)
    for sentence in sentences:
        if id(sentence) not in held_out_ids:
            trainer.append(_features(sentence), sentence.labels)
    trainer.train(str(model))
    card = _card(path, sentences, held_out, scores(held_out, model))
    write(card, model)
    return card


class _Trainer(pycrfsuite.Trainer):  # type: ignore[misc]
    """Reports each iteration of the optimizer (L-BFGS) and prints nothing."""

    def __new__(cls, progress: Callable[[int], object]) -> _Trainer:
        trainer: _Trainer = super().__new__(cls, verbose=True)
        return trainer

    def __init__(self, progress: Callable[[int], object]) -> None:
        super().__init__("lbfgs", params=SETTINGS, verbose=True)
        self._progress = progress

    def message(self, message: str) -> None:
        """Receive a line of the optimizer's log; only the end of an iteration is used."""
        if message.startswith("***** Iteration"):
            self._progress(1)


def _features(sentence: LabelledSentence) -> list[list[str]]:
    matches = ListMatches(crf_features.document(sentence.words))
    return crf_features.of(matches, 0, len(matches.words))


def scores(sentences: Sequence[LabelledSentence], model: Path) -> dict[str, Score]:
    """Scores of a model on labelled sentences, for each type and for "all"."""
    predicted, gold, correct = Counter[str](), Counter[str](), Counter[str]()
    tag = tagger(model).tag
    for sentence in sentences:
        tokens = crf_features.document(sentence.words).tokens
        predicted_spans = set(bio.spans(tokens, tag(_features(sentence))))
        gold_spans = set(bio.spans(tokens, sentence.labels))
        _count(predicted, predicted_spans)
        _count(gold, gold_spans)
        _count(correct, predicted_spans & gold_spans)
    return {
        name: _score(correct[name], predicted[name], gold[name])
        for name in sorted(predicted | gold)
    }


def _count(counter: Counter[str], spans: set[bio.LabelledSpan]) -> None:
    counter.update(span.type for span in spans)
    counter["all"] += len(spans)


def _score(correct: int, predicted: int, gold: int) -> Score:
    precision = correct / predicted if predicted else 0.0
    recall = correct / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if correct else 0.0
    return Score(round(precision, 4), round(recall, 4), round(f1, 4), gold)


def _card(
    path: Path,
    sentences: Sequence[LabelledSentence],
    held_out: Sequence[LabelledSentence],
    scored: dict[str, Score],
) -> Card:
    labels = Counter(label for sentence in sentences for label in sentence.labels)
    return Card(
        created=datetime.now(UTC).replace(microsecond=0).isoformat(),
        corpus=path.name,
        sentences=len(sentences),
        words=sum(len(sentence.words) for sentence in sentences),
        held_back=len(held_out),
        labels=dict(sorted(labels.items())),
        features=crf_features.FAMILIES,
        settings=dict(SETTINGS),
        scores=scored,
    )


def write(card: Card, model: Path) -> None:
    """Write the card next to the model: for programs (.json) and for readers (.md)."""
    model.with_suffix(".json").write_text(
        json.dumps(asdict(card), ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
    model.with_suffix(".md").write_text(readable(card), "utf-8")


def readable(card: Card) -> str:
    """The card as Markdown."""
    table = [
        f"| {name} | {s.precision:.3f} | {s.recall:.3f} | {s.f1:.3f} | {s.names} |"
        for name, s in card.scores.items()
    ]
    return "\n".join(
        [
            f"# Recognizer trained on {card.corpus}",
            "",
            f"Made {card.created} from {card.sentences} sentences ({card.words} words); "
            f"{card.held_back} were held back.",
            "Conditional random field (python-crfsuite, L-BFGS); "
            f"features: {', '.join(card.features)}.",
            "",
            "| names held back | precision | recall | F1 | count |",
            "|---|---|---|---|---|",
            *table,
            "",
            "The licence of the corpus may apply to the model: keep both together.",
            "",
        ]
    )
