"""A sentence as turns: each cue with its speaker, its content, and how far its clause may run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from alaqat.model.records import Sentence
from alaqat.quotes import content_spans
from alaqat.quotes.attribution import Attribution
from alaqat.quotes.content_spans import Complement, Content
from alaqat.quotes.document_index import Cue, View
from alaqat.quotes.quote_lexicon import parts
from alaqat.quotes.speakers import Speaker

# Verbs whose relative clause brings words all the same: «what he called "…"».
_CALLING = frozenset({"evaluate", "accuse"})


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


def plan(
    view: View, attribution: Attribution, sentence: Sentence, cues: Sequence[Cue]
) -> list[Turn]:
    """The turns of a sentence, in order."""
    attribution.open(sentence)
    cues = _told(view, sentence, cues)
    turns: list[Turn] = []
    reporting = False
    for number, cue in enumerate(cues):
        stop = cues[number + 1].begin if number + 1 < len(cues) else max(cue.end, sentence.fend)
        content = content_spans.content(view, cue, stop)
        narrated = attribution.narrates(cue, content)
        nested = reporting and not narrated
        speaker = attribution.speaker(cue, content, stop, nested=nested)
        outer = next(
            (turn for turn in reversed(turns) if turn.narrated or turn.content.complement), None
        )
        back = _handed_back(view, cue, content) if nested and outer is not None else None
        turn = Turn(cue, content, speaker, sentence.fend, narrated)
        if back is not None and outer is not None:
            content = replace(content, at=back.start, complement=back)
            turn = replace(turn, cue=outer.cue, speaker=outer.speaker, content=content)
        turns.append(turn)
        reporting = nested or content.complement is not None
    return _limited(turns, sentence.fend)


def _handed_back(view: View, cue: Cue, content: Content) -> Complement | None:
    """The «and that …» before the marks, which gives the word back to the outer speaker."""
    if content.complement is not None or not content.marks:
        return None
    before = view.tokens(cue.end, content.marks[0].left)
    return next(
        (
            Complement(one.start, one.end, "an")
            for one in reversed(before)
            if "wa" in parts(one.text)
        ),
        None,
    )


def _told(view: View, sentence: Sentence, cues: Sequence[Cue]) -> Sequence[Cue]:
    """The cues without those that only qualify a noun in somebody's report («the men of whom X spoke "…"»)."""
    kept: list[Cue] = []
    for number, cue in enumerate(cues):
        if (
            kept
            and _qualifies(view, cue)
            and content_spans.content(view, kept[-1], cue.begin).complement is not None
        ):
            stop = cues[number + 1].begin if number + 1 < len(cues) else max(cue.end, sentence.fend)
            if content_spans.content(view, cue, stop).complement is None:
                continue
        kept.append(cue)
    return kept


def _qualifies(view: View, cue: Cue) -> bool:
    """Whether a verb shows something or stands in a relative clause, and does not call names."""
    if cue.entry.kind != "verb" or cue.entry.group in _CALLING:
        return False
    return cue.entry.group == "show" or view.relative(cue)


def _limited(turns: list[Turn], end: int) -> list[Turn]:
    """Let each clause end before the next cue with which the narrator goes on."""
    limit = end
    for number in range(len(turns) - 1, -1, -1):
        turns[number] = replace(turns[number], limit=limit)
        if turns[number].narrated:
            limit = turns[number].cue.begin
    return turns
