"""`python -m alaqat train-reader`: annotated articles in, a reader in `data/models/` out."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import torch
from tqdm import tqdm

from alaqat.build.report import stored_batches
from alaqat.corrections import csv_file
from alaqat.model.home import WORK
from alaqat.model.settings import Settings
from alaqat.readers.trained.windows import CATEGORIES
from alaqat.readers.trained.word_pieces import Pieces, make_tokenizer
from alaqat.training import example_sources, export, validation
from alaqat.training.annotations import Example
from alaqat.training.base import Base, read_base
from alaqat.training.batches import Prepared, add_lower_states, prepare
from alaqat.training.card import Card, card_text
from alaqat.training.loop import train
from alaqat.training.plan import Epoch, Plan, Shape
from alaqat.training.reader_network import Network, network_from
from alaqat.training.vocabulary_cut import cut_vocabulary, word_counts

_MODELS = WORK / "models"
_WINDOW = 384
# The lowest probabilities at which the model is used with the rules (`combination.Policy`).
_POLICY = {"alone": 0.48, "neighbour": 0.6, "sides": 0.2}


def run(options: argparse.Namespace) -> int:
    """Train a reader and write it."""
    bar = partial(tqdm, desc="reading", unit=" articles", disable=None, leave=False)
    corrected: Sequence[Example] = ()
    if options.corrections:
        rows = csv_file.read(options.corrections)
        store = options.store or Settings.from_env().store
        stored = [article for batch in stored_batches(store) for article in batch]
        corrected = list(example_sources.corrected_examples(stored, rows))
    examples = example_sources.read_examples(options.annotations, options.texts, corrected, bar)
    if examples.missing:
        print(f"{examples.missing} annotated articles have no text here and are left out")
    shape = Shape(layers=options.layers, frozen=min(options.frozen, options.layers))
    plan = Plan(
        epochs=options.epochs,
        batch=options.batch,
        workers=options.workers,
        seed=options.seed,
    )
    base = read_base(options.base, options.layers)
    folder = options.out or _MODELS / f"reader-{options.name}"
    Maker(base, shape, plan, options.pieces).make(options.name, examples, folder)
    print(f"{folder}: reader {options.name}")
    return 0


class Maker:
    """Makes a reader of a base and examples."""

    def __init__(self, base: Base, shape: Shape, plan: Plan, most_pieces: int) -> None:
        self.base, self.shape, self.plan, self.most_pieces = base, shape, plan, most_pieces

    def make(self, name: str, examples: example_sources.Examples, folder: Path) -> Card:
        """Train, choose the limits, write the files and the card."""
        texts = [one.view.text for one in examples.training]
        chosen = cut_vocabulary(self.base, word_counts(texts), self.most_pieces)
        table = [(self.base.pieces[at], float(self.base.scores[at])) for at in chosen]
        tokenizer = make_tokenizer(table)
        pieces = Pieces(tokenizer)
        torch.manual_seed(self.plan.seed)
        net = network_from(self.base, chosen, self.shape)
        training = [prepare(one, pieces) for one in examples.training]
        judged = [prepare(one, pieces) for one in examples.validation] or training
        add_lower_states(tqdm([*training, *judged], desc="frozen layers", disable=None), net)
        epochs = train(net, training, self.plan, partial(_judge, judged))
        card = self._card(name, net, training, judged, epochs)
        folder.mkdir(parents=True, exist_ok=True)
        export.write_encoder(net, folder)
        export.write_heads(net, folder)
        export.write_settings(folder, tokenizer, settings_of(card))
        (folder / "card.md").write_text(card_text(card), encoding="utf-8")
        return card

    def _card(
        self,
        name: str,
        net: Network,
        training: Sequence[Prepared],
        judged: Sequence[Prepared],
        epochs: Sequence[Epoch],
    ) -> Card:
        found = validation.find_all(net, judged)
        limits, scores = validation.best_limits(found)
        return Card(
            name=name,
            base=self.base.name,
            shape=self.shape,
            pieces=net.encoder.words.num_embeddings,
            plan=self.plan,
            training=_size(training),
            validation=_size(judged),
            epochs=epochs,
            limits=limits,
            scores=scores,
            bins=validation.calibration(found, limits),
            categories=validation.by_category(found, limits),
            days=validation.by_days(found, limits),
        )


def _judge(judged: Sequence[Prepared], net: Network) -> float:
    return validation.figure(validation.best_limits(validation.find_all(net, judged))[1])


def _size(examples: Sequence[Prepared]) -> tuple[int, int]:
    return len(examples), sum(len(one.example.events) for one in examples)


def settings_of(card: Card) -> dict[str, Any]:
    """What the reader must know to run."""
    return {
        "name": card.name,
        "window": _WINDOW,
        "categories": list(CATEGORIES),
        "policy": _POLICY,
        "limits": {
            "trigger": card.limits.trigger,
            "date": card.limits.date,
            "both": card.limits.both,
        },
        "bins": [[one.low, round(one.dated / one.count, 3)] for one in card.bins],
    }
