"""Finds names of persons between pauses: before an office, after a long title, before a quote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from alaqat.entities import titles
from alaqat.entities.gazetteer import complementizers, utterance_verbs
from alaqat.entities.list_matches import ListMatches
from alaqat.entities.name_words import word_kind
from alaqat.entities.names import Name, is_free, read
from alaqat.entities.spans import EntitySpan
from alaqat.lexicon.distances import distance

PAUSES: Final = frozenset(",،")
OPENING_MARKS: Final = frozenset(("(", "«", "“", '"', ":"))
FULL_STOPS: Final = frozenset(".!?؟؛")
TANWIN: Final = "\u064b"


def is_speech_opening(matches: ListMatches, index: int) -> bool:
    """True if word `index` is a pause, an opening mark or the complementizer of a speech."""
    if index >= len(matches.words):
        return False
    word = matches.words[index]
    return word in PAUSES or word in OPENING_MARKS or word in complementizers()


def is_accusative(matches: ListMatches, name: Name) -> bool:
    """True if the name is written with an indefinite accusative: it is an adverb or object."""
    end = min(name.end + 1, len(matches.text))
    return TANWIN in matches.document.surface(name.start, end)


def find(matches: ListMatches) -> Iterator[EntitySpan]:
    """Names of two or three words that end at a pause or where reported speech begins."""
    yield from _before_offices(matches)
    yield from _after_verbs(matches)
    for stop in range(distance("entity-set-off-words"), len(matches.words)):
        if is_speech_opening(matches, stop):
            yield from _after_long_title(matches, stop)


def _before_offices(matches: ListMatches) -> Iterator[EntitySpan]:
    """«… فلان الفلاني، رئيس بلدية كذا»."""
    for index, (_, entry) in matches.titles.items():
        if entry.kind == "relation" or not _is_after_pause(matches, index):
            continue
        name = _name_before(matches, index - 1)
        if name and _is_name_start(matches, name):
            yield _titled(matches, name, index)


def _is_after_pause(matches: ListMatches, index: int) -> bool:
    """True if a pause precedes word `index`, and two words or more precede the pause."""
    return index >= distance("entity-set-off-words") and matches.words[index - 1] in PAUSES


def _is_name_start(matches: ListMatches, name: Name) -> bool:
    """True if the word before the name cannot be a part of it."""
    return word_kind(matches.words[name.stop - len(name.kinds) - 1]) == "no"


def _titled(matches: ListMatches, name: Name, title_index: int) -> EntitySpan:
    office = titles.read(matches, title_index)[0]
    return EntitySpan(name.start, name.end, "PER", "apposed", office=office, country=office.country)


def _after_verbs(matches: ListMatches) -> Iterator[EntitySpan]:
    """Unlisted words between a verb and its speech: «قال فلان الفلاني إن …»."""
    for index in range(1, len(matches.words) - 2):
        if matches.words[index - 1] not in utterance_verbs() or not is_free(matches, index):
            continue
        name = read(matches, index)
        if name is None or not name.is_whole(matches, index) or len(name.kinds) == 1:
            continue
        if _is_person(matches, name):
            yield EntitySpan(name.start, name.end, "PER", "spoken")


def _after_long_title(matches: ListMatches, stop: int) -> Iterator[EntitySpan]:
    """The name that ends a long title: «قال رئيس الهيئة الفلانية فلان الفلاني إن»."""
    name = _name_before(matches, stop)
    if name is None:
        return
    begin = stop - len(name.kinds)
    has_pause = matches.words[begin - 1] in PAUSES
    title_index = _title_before(matches, begin - has_pause, needs_verb=not has_pause)
    if title_index is not None and (has_pause or matches.words[stop] not in PAUSES):
        yield _titled(matches, name, title_index)


def _name_before(matches: ListMatches, stop: int) -> Name | None:
    """The person's name of two or three words before word `stop` that begins with a listed part."""
    for begin in (stop - 3, stop - 2):
        name = read(matches, begin) if begin > 0 and is_free(matches, begin) else None
        if name is None or name.stop != stop or name.kinds[0] not in ("known", "chain"):
            continue
        if name.is_whole(matches, begin):
            return name if _is_person(matches, name) else None
    return None


def _is_person(matches: ListMatches, name: Name) -> bool:
    """True for a short plain name with a pause or reported speech after it."""
    if not name.is_plain() or len(name.kinds) > distance("entity-set-off-most-words"):
        return False
    return is_speech_opening(matches, name.stop) and not is_accusative(matches, name)


def _title_before(matches: ListMatches, end: int, *, needs_verb: bool) -> int | None:
    """The first title in the clause before word `end`; `needs_verb`: a verb of speech opens it."""
    title_index = None
    first = max(end - distance("entity-set-off-reach"), -1)
    for index in range(end - 1, first, -1):
        if matches.words[index] in utterance_verbs():
            return title_index
        if _is_clause_boundary(matches, index):
            break
        if index in matches.titles:
            title_index = index
    return None if needs_verb else title_index


def _is_clause_boundary(matches: ListMatches, index: int) -> bool:
    word = matches.words[index]
    if word in FULL_STOPS or word in PAUSES or word in complementizers():
        return True
    return "\n" in matches.text[matches.ends[index] : matches.starts[index + 1]]
