"""A full name seen once makes its surname a person in the rest of the article."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from alaqat.entities.gazetteer import speech_verbs, words
from alaqat.entities.list_matches import ListMatches
from alaqat.entities.name_words import CLITIC_LETTERS, common, word_kind
from alaqat.entities.spans import EntitySpan
from alaqat.entities.spelling_variants import is_alike, skeleton

# States where the family name comes first.
FAMILY_NAME_FIRST: Final = frozenset({"CHN", "KOR", "PRK", "TWN", "VNM", "KHM"})


@dataclass(frozen=True, slots=True)
class Surname:
    """The surname of the person at `owner`.

    `lead` is what precedes it in the full name («بن», «داود» before «أوغلو») with a space;
    `needs_lead`: the word alone is no surname.
    """

    owner: EntitySpan
    word: str
    lead: str
    needs_lead: bool


Spellings = dict[str, list[Surname]]


def find(matches: ListMatches, spans: Sequence[EntitySpan]) -> Iterator[EntitySpan]:
    """Surnames, alone, of the persons in `spans`.

    A surname of two persons is that of the nearer one before it.
    """
    surnames = _surnames(matches, spans)
    if not surnames:
        return
    edges = {offset for span in spans for offset in (span.start, span.end - 1)}
    for index in range(len(matches.words)):
        if matches.ends[index] - 1 in edges:
            continue
        mentions = (
            _mention(matches, index, start, surnames)
            for start in _possible_starts(matches, index)
            if start not in edges
        )
        mention = next(filter(None, mentions), None)
        if mention:
            yield mention


def _surnames(matches: ListMatches, spans: Sequence[EntitySpan]) -> dict[str, Spellings]:
    """The surnames by skeleton, then by spelling, in text order."""
    surnames: dict[str, Spellings] = defaultdict(lambda: defaultdict(list))
    for span in spans:
        parts = matches.text[span.start : span.end].split()
        if span.type != "PER" or len(parts) == 1 or parts[-1] in words("homograph"):
            continue
        surname = _surname(span, parts)
        surnames[skeleton(surname.word)][surname.word].append(surname)
    return surnames


def _surname(owner: EntitySpan, parts: Sequence[str]) -> Surname:
    if owner.country in FAMILY_NAME_FIRST:
        return Surname(owner, parts[0], "", needs_lead=False)
    needs_lead = parts[-1] in words("tail")
    has_lead = needs_lead or parts[-2] in words("chain")
    return Surname(owner, parts[-1], parts[-2] + " " if has_lead else "", needs_lead)


def _possible_starts(matches: ListMatches, index: int) -> Iterator[int]:
    """Where a name can start in word `index`: at its beginning, and after a clitic."""
    yield matches.starts[index]
    if matches.words[index][:1] in CLITIC_LETTERS:
        yield matches.starts[index] + 1


def _mention(
    matches: ListMatches, index: int, start: int, surnames: dict[str, Spellings]
) -> EntitySpan | None:
    """The mention of a surname that starts at `start` in word `index`."""
    word = matches.text[start : matches.ends[index]]
    spellings = surnames.get(skeleton(word))
    surname = _nearest(spellings, word, start) if spellings else None
    return _with_lead(matches, index, start, surname) if surname else None


def _nearest(spellings: Spellings, word: str, start: int) -> Surname | None:
    """The nearest surname before `start`, else the first after it; of the same spelling if any."""
    candidates = spellings.get(word) or next(
        (surnames for spelling, surnames in spellings.items() if is_alike(word, spelling)), []
    )
    before = bisect_left(candidates, start, key=lambda surname: surname.owner.start)
    return candidates[max(before - 1, 0)] if candidates else None


def _with_lead(matches: ListMatches, index: int, start: int, surname: Surname) -> EntitySpan | None:
    """The mention of `surname` at `start`, its lead included; None if it cannot be one there."""
    end = matches.ends[index]
    is_exact = matches.text[start:end] == surname.word
    has_lead = bool(surname.lead) and matches.text.endswith(surname.lead, 0, start)
    if not has_lead:
        word = matches.text[start:end]
        if surname.needs_lead or not _can_stand_alone(matches, index, word, is_exact=is_exact):
            return None
    owner = surname.owner
    return EntitySpan(
        start - len(surname.lead) if has_lead else start,
        end,
        "PER",
        "propagation",
        owner.listed,
        country=owner.country,
        key=matches.text[owner.start : owner.end],
        reason="surname" if is_exact else "spelling",
    )


def _can_stand_alone(matches: ListMatches, index: int, word: str, *, is_exact: bool) -> bool:
    """True if `word` can be a surname without its lead.

    A common word is one only after a verb of speech, and never in another spelling (`is_exact`).
    """
    if index in matches.demonyms or index in matches.titles:
        return False
    if matches.has_name(index, "LOC", "ORG", "OTHER"):
        return False
    if not is_exact:
        return word not in common() and word_kind(word) in ("known", "unknown")
    return word not in common() or (index > 0 and matches.words[index - 1] in speech_verbs())
