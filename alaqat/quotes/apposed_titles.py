"""Titles written behind a name («X, head of the centre …») that a later description shortens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from alaqat.arabic.clitics import DEFINITE_ARTICLE
from alaqat.arabic.quotation_marks import DOUBLE_FAMILY, OPENING
from alaqat.lexicon.distances import distance
from alaqat.quotes.content_spans import COMMAS
from alaqat.quotes.document_index import DocumentIndex, MentionRef
from alaqat.quotes.quote_lexicon import word_roles
from alaqat.quotes.speaker_lexicon import demonym

# What ends a title, and what ends the description that shortens it.
_ENDING = frozenset({"breaker", "an", "who", ".", ":", *COMMAS})
_ENDING_SHORT = _ENDING | OPENING | DOUBLE_FAMILY | {"soft"}


def titled_behind(index: DocumentIndex, start: int) -> Iterator[MentionRef]:
    """The persons whose title behind the name has all words of the description at `start`.

    The title begins with the same word. The nearest before the description is first.
    """
    wanted = _words(index, start, _ENDING_SHORT)
    reach = distance("quote-holder-mentions")
    nearby = (*index.mentions_before(start, reach), *index.mentions_after(start, reach))
    return (
        mention
        for mention in nearby
        if mention.type == "PER" and _is_part(wanted, _words(index, mention.end, _ENDING))
    )


def _is_part(words: Sequence[str], title: Sequence[str]) -> bool:
    """True if a title begins with the first of a description's words and has all others."""
    return words[:1] == title[:1] and set(words) <= set(title)


def _words(index: DocumentIndex, start: int, ending: frozenset[str]) -> Sequence[str]:
    """The words at `start` without their article, nationalities as their states.

    A comma before the first is passed over. A word or mark of `ending` ends them, by itself or by
    a role that it has.
    """
    tokens = index.tokens(start, len(index.text), distance("quote-set-off-tokens"))
    title = dropwhile(lambda token: token.text in COMMAS, tokens)
    inside = takewhile(
        lambda token: ending.isdisjoint({token.text, *word_roles(token.text)}), title
    )
    return [_plain(token.text) for token in inside]


def _plain(word: str) -> str:
    """A word without its article, the code of the state for a nationality."""
    state = demonym(word)
    return state.iso3 if state is not None else word.removeprefix(DEFINITE_ARTICLE)
