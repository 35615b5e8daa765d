"""The trained reader: an article's view in, its happenings with their probabilities out."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from alaqat.readers.trained import decoding, finding_selection
from alaqat.readers.trained.decoding import Finding
from alaqat.readers.trained.finding_selection import Limits, Selected
from alaqat.readers.trained.heads import Floats, Heads
from alaqat.readers.trained.view import View
from alaqat.readers.trained.windows import CATEGORIES, Encoded, encode
from alaqat.readers.trained.word_pieces import Pieces, Word

ENCODER, HEADS = "encoder.onnx", "heads.npz"
TOKENIZER, SETTINGS = "tokenizer.json", "reader.json"
# Windows that run together: more take more memory and little less time.
_TOGETHER = 4


def _content_hash(folder: Path) -> str:
    """A hash of the files that decide what the reader finds."""
    digest = hashlib.sha256()
    for name in (ENCODER, HEADS, TOKENIZER, SETTINGS):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of an article, all findings, and the happenings selected among them."""

    words: tuple[Word, ...]
    findings: tuple[Finding, ...]
    selected: tuple[Selected, ...]


class TrainedReader:
    """A model on disk, ready to read; loading takes its memory, reading keeps nothing."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        settings: dict[str, Any] = json.loads((folder / SETTINGS).read_text(encoding="utf-8"))
        self.name: str = settings["name"]
        self.version = f"{self.name} {_content_hash(folder)}"
        if tuple(settings["categories"]) != CATEGORIES:
            raise ValueError(f"{folder}: made for other categories than those of plover.csv")
        self.limits = Limits(**settings["limits"])
        self.policy: dict[str, float] = settings["policy"]
        self._window: int = settings["window"]
        self.pieces = Pieces.load(folder / TOKENIZER)
        with np.load(folder / HEADS) as weights:
            self._heads = Heads({name: weights[name] for name in weights.files})
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        self._encoder = onnxruntime.InferenceSession(
            str(folder / ENCODER), options, providers=["CPUExecutionProvider"]
        )

    def findings(self, view: View) -> tuple[Encoded, list[Finding]]:
        """Every word that may be a trigger, with all that the model says of it."""
        encoded = encode(view, self.pieces, limit=self._window)
        if not encoded.words:
            return encoded, []
        return encoded, decoding.find(view, encoded, self._states(encoded), self._heads)

    def read(self, view: View) -> Reading:
        """The happenings of an article, likely ones only, each once."""
        encoded, found = self.findings(view)
        chosen = finding_selection.select(view, encoded.words, found, self.limits)
        return Reading(encoded.words, tuple(found), tuple(chosen))

    def _states(self, encoded: Encoded) -> Floats:
        """States of all pieces; a few windows at a time."""
        rows, width = encoded.pieces.shape
        parts = [
            self._run(encoded, slice(start, start + _TOGETHER), width)
            for start in range(0, rows, _TOGETHER)
        ]
        return np.concatenate(parts)

    def _run(self, encoded: Encoded, part: slice, width: int) -> Floats:
        lengths = encoded.lengths[part]
        longest = int(lengths.max())
        (states,) = self._encoder.run(
            ["states"],
            {
                "pieces": encoded.pieces[part, :longest],
                "lengths": lengths,
                "channels": encoded.channels[part, :longest],
            },
        )
        return np.pad(states, ((0, 0), (0, width - longest), (0, 0)))
