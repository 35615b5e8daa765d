"""Training a recognizer on a labelled corpus: a part is held back, the score on it goes into the model's card."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import pycrfsuite  # type: ignore[import-untyped]

from alaqat.entities.list_matches import Scan
from alaqat.entities.recognizers import bio, bio_corpus, crf_features
from alaqat.entities.recognizers.bio_corpus import Labelled
from alaqat.entities.recognizers.crf import MODEL, tagger

HELD_BACK = 10  # one sentence in so many is kept for the score
ITERATIONS = 120
SETTINGS = {
    "c1": 0.1,
    "c2": 0.01,
    "max_iterations": ITERATIONS,
    "feature.possible_transitions": True,
}


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of whole names, span and type, and how many the corpus has."""

    precision: float
    recall: float
    f1: float
    names: int


@dataclass(frozen=True, slots=True)
class Card:
    """What a model is: made when, from what, with which settings, and how well it does on what it has not seen."""

    made: str
    corpus: str
    sentences: int
    words: int
    held_back: int
    labels: dict[str, int]
    features: tuple[str, ...]
    settings: dict[str, float]
    scores: dict[str, Score]


def train(path: Path, *, model: Path = MODEL, progress: Callable[[int], object] = bool) -> Card:
    """Train on the corpus `path`, write `model` and its card beside it (.json and .md), and give the card.

    `progress` is told 1 after each of at most ITERATIONS iterations.
    Raises CorpusBroken for a corpus that cannot be used.
    """
    sentences = bio_corpus.read(path)
    held = sentences[HELD_BACK - 1 :: HELD_BACK] or sentences[-1:]
    kept = [one for one in sentences if not any(one is other for other in held)]
    model.parent.mkdir(parents=True, exist_ok=True)
    trainer = _Trainer(progress)
    for one in kept:
        trainer.append(_seen(one), one.labels)
    trainer.train(str(model))
    card = _card(path, sentences, held, scores(held, model))
    write(card, model)
    return card


class _Trainer(pycrfsuite.Trainer):  # type: ignore[misc]
    """Tells each iteration of the optimizer (L-BFGS) and prints nothing."""

    def __new__(cls, progress: Callable[[int], object]) -> _Trainer:
        made: _Trainer = super().__new__(cls, verbose=True)
        return made

    def __init__(self, progress: Callable[[int], object]) -> None:
        super().__init__("lbfgs", params=SETTINGS, verbose=True)
        self._progress = progress

    def message(self, message: str) -> None:
        """What the optimizer says; only the end of an iteration matters."""
        if message.startswith("***** Iteration"):
            self._progress(1)


def _seen(one: Labelled) -> list[list[str]]:
    scan = Scan(crf_features.document(one.words))
    return crf_features.of(scan, 0, len(scan.words))


def scores(held: Sequence[Labelled], model: Path) -> dict[str, Score]:
    """Scores of a model on labelled sentences, for each type and for all."""
    found, gold, right = Counter[str](), Counter[str](), Counter[str]()
    tag = tagger(model).tag
    for one in held:
        tokens = crf_features.document(one.words).tokens
        told, true = (set(bio.spans(tokens, tuple(said))) for said in (tag(_seen(one)), one.labels))
        for counter, spans in ((found, told), (gold, true), (right, told & true)):
            counter.update(span[2] for span in spans)
            counter["all"] += len(spans)
    return {name: _score(right[name], found[name], gold[name]) for name in sorted(found | gold)}


def _score(right: int, found: int, gold: int) -> Score:
    precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return Score(round(precision, 4), round(recall, 4), round(f1, 4), gold)


def _card(
    path: Path, sentences: Sequence[Labelled], held: Sequence[Labelled], scored: dict[str, Score]
) -> Card:
    return Card(
        made=datetime.now(UTC).replace(microsecond=0).isoformat(),
        corpus=path.name,
        sentences=len(sentences),
        words=sum(len(one.words) for one in sentences),
        held_back=len(held),
        labels=dict(sorted(Counter(label for one in sentences for label in one.labels).items())),
        features=crf_features.FAMILIES,
        settings=dict(SETTINGS),
        scores=scored,
    )


def write(card: Card, model: Path) -> None:
    """The card beside the model: for programs (.json) and for readers (.md)."""
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
            f"Made {card.made} from {card.sentences} sentences ({card.words} words); {card.held_back} were held back.",
            f"Conditional random field (python-crfsuite, L-BFGS); features: {', '.join(card.features)}.",
            "",
            "| names held back | precision | recall | F1 | count |",
            "|---|---|---|---|---|",
            *table,
            "",
            "The corpus's licence may bind the model: keep both together.",
            "",
        ]
    )
