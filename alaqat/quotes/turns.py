"""A sentence as turns: each cue with its speaker, its content, and how far its clause may run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from alaqat.quotes import clauses
from alaqat.quotes.attribution import Attribution
from alaqat.quotes.clauses import Content
from alaqat.quotes.speakers import Speaker
from alaqat.quotes.view import Cue, View
from alaqat.records import Sentence


@dataclass(frozen=True, slots=True)
class Turn:
    """A cue with its content and speaker; an unmarked clause of it ends at `limit` at the latest."""

    cue: Cue
    content: Content
    speaker: Speaker | None
    limit: int
    narrated: bool

    @property
    def kind(self) -> str:
        """The kind of its cue."""
        return self.cue.entry.kind

    @property
    def group(self) -> str:
        """The class of its cue."""
        return self.cue.entry.group


def plan(view: View, attribution: Attribution, sentence: Sentence, cues: Sequence[Cue]) -> list[Turn]:
    """The turns of a sentence, in order."""
    attribution.open(sentence)
    turns: list[Turn] = []
    reporting = False
    for number, cue in enumerate(cues):
        stop = cues[number + 1].begin if number + 1 < len(cues) else max(cue.end, sentence.fend)
        content = clauses.content(view, cue, stop)
        narrated = attribution.narrates(cue, content)
        nested = reporting and not narrated
        speaker = attribution.speaker(cue, content, stop, nested=nested)
        turns.append(Turn(cue, content, speaker, sentence.fend, narrated))
        reporting = nested or content.complement is not None
    return _limited(turns, sentence.fend)


def _limited(turns: list[Turn], end: int) -> list[Turn]:
    """Let each clause end before the next cue with which the narrator goes on."""
    limit = end
    for number in range(len(turns) - 1, -1, -1):
        turns[number] = replace(turns[number], limit=limit)
        if turns[number].narrated:
            limit = turns[number].cue.begin
    return turns
