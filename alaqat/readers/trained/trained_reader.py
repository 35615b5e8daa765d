"""The trained reader behind the protocol of readers; quotes stay with the rules."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from alaqat.model.home import HOME
from alaqat.model.records import Annotations, EventMention
from alaqat.readers.joining import join
from alaqat.readers.protocol import ReaderMissing, ReaderResult
from alaqat.readers.trained.combination import combine_events
from alaqat.readers.trained.event_records import FoundEvent, read_events
from alaqat.readers.trained.reader import TrainedReader

MODEL = HOME / "data" / "models" / "reader-e5small12"


class ModelReader:
    """Events by a small neural model; with the rules before it, it adds to their events."""

    name = "trained"

    def __init__(self, model: TrainedReader) -> None:
        self._model = model
        self.version = model.version

    def read(self, found: Annotations) -> ReaderResult:
        """The events that the model finds, and the quotes of the rules."""
        events = (_marked(event, self._model.name) for event in read_events(self._model, found))
        return ReaderResult(tuple(events), found.quotes)

    def extend(self, earlier: ReaderResult, found: Annotations) -> ReaderResult:
        """The events of earlier readers, and those that only the model finds."""
        combined = combine_events(self._model, found, earlier.events)
        events = tuple(_marked(event, self._model.name) for event in combined)
        quotes = join(ReaderResult((), earlier.quotes), ReaderResult((), found.quotes)).quotes
        return ReaderResult(events, quotes, earlier.dropped)


def _marked(found: FoundEvent, name: str) -> EventMention:
    """The record of an event with its probability, and the model's name if the model found it."""
    event = replace(found.event, probability=found.probability)
    return replace(event, read_by=name) if event.rule == f"model:{name}" else event


def load(folder: Path = MODEL) -> ModelReader:
    """The reader in a folder of `data/models/`; raises ReaderMissing if there is none."""
    if not folder.is_dir():
        raise ReaderMissing(f"{folder}: there is no model; train one with train-reader")
    return ModelReader(TrainedReader(folder))
