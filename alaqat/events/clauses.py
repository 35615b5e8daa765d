"""Where a sentence's clauses begin and end, and what its quotation marks hold."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence, Set

from alaqat.arabic.clitics import CONJUNCTIONS, clitic_kind
from alaqat.arabic.quotation_marks import quoted_span
from alaqat.events.matched_words import Word
from alaqat.events.triggers import Trigger

_COMMA = re.compile(r"[،,؛;:()«»\"“”]\s*")
_AND = re.compile(rf"[،,؛;]\s{{0,3}}(?=[{''.join(CONJUNCTIONS)}]\w)")
# A quoted stretch of this many words or more is somebody's sentence, not a name.
_SAID = 4


def quoted(text: str) -> list[tuple[int, int]]:
    """Folded spans of quoted sentences."""
    return [
        match.span()
        for match in quoted_span(1).finditer(text)
        if len(match.group().split()) >= _SAID
    ]


def boundaries(
    text: str,
    found: Sequence[Word],
    triggers: Sequence[Trigger],
    names: Set[int],
    whole: tuple[int, int],
) -> list[int]:
    """Folded offsets where clauses of the sentence `whole` begin, with its end last.

    `names` are where parties begin: a comma and "and" before one, or before an office, goes on with a list.
    """
    start, end = whole
    verbs = {trigger.word for trigger in triggers if trigger.reading != "noun"}
    nouns = {trigger.word for trigger in triggers if trigger.reading == "noun"}
    participles = {trigger.word for trigger in triggers if trigger.reading == "participle"}
    titles = {
        word.start - len(word.clitic)
        for word in found
        if word.has_cue("official") and not word.is_verbal
    }
    whole_words = names | titles | {word.start for word in found if not word.clitic}
    cuts = {
        start,
        end,
        *(
            match.end()
            for match in _AND.finditer(text, start, end)
            if match.end() not in whole_words
        ),
    }
    for word in found:
        begin = word.start - len(word.clitic)
        after_comma = bool(_COMMA.match(text[begin - 2 : begin].strip() or " "))
        joined = clitic_kind(word.clitic) == "conjunction"
        if (
            (word.has_cue("open") and text[begin - 1 : begin] != "-")
            or (word in verbs and (joined or after_comma))
            or (word in participles and after_comma)
            or (
                joined
                and word not in nouns
                and any(
                    form.part == "past" or (form.part == "cue" and form.name == "say")
                    for form in word.forms
                )
            )
        ):
            cuts.add(begin)
    return sorted(cuts)


def clause_at(cuts: Sequence[int], position: int) -> tuple[int, int]:
    """The clause that holds `position`."""
    at = bisect_right(cuts, position)
    return cuts[max(at - 1, 0)], cuts[min(at, len(cuts) - 1)]
