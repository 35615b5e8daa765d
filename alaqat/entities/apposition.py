"""Persons that pauses set off: before their office, after a long title, right before what they say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from alaqat.arabic.clitics import with_conjunctions
from alaqat.arabic.fold import folded
from alaqat.entities import titles
from alaqat.entities.list_matches import Scan
from alaqat.entities.names import Name, free, kind, read
from alaqat.entities.spans import Finding
from alaqat.lexicon.load import forms, table

REACH = 14  # words between a verb of saying and the name of who says it, the title included
PAUSES = frozenset(",،")
OPENERS = frozenset(("(", "«", "“", '"', ":"))
_STOPS = frozenset(".!?؟؛")


@cache
def that() -> frozenset[str]:
    """Folded complementizers: what is said begins after them."""
    rows = [row for row in table("quote_words") if row["role"] in ("an", "bi")]
    return frozenset(folded(form) for row in rows for form in forms(row))


@cache
def uttering() -> frozenset[str]:
    """Folded finite verbs that bring the words themselves («قال», «أكد»), with and without «و» and «ف»."""
    rows = [
        row
        for row in table("cues")
        if row["kind"] == "verb" and row["class"] in ("utter", "say", "continue")
    ]
    verbs = {folded(form) for row in rows for form in forms(row)}
    return frozenset(form for verb in verbs for form in with_conjunctions(verb))


def opens(scan: Scan, at: int) -> bool:
    """Whether what is said begins at word `at`: with «that», a mark or a pause."""
    return at < len(scan.words) and scan.words[at] in PAUSES | OPENERS | that()


def is_accusative(scan: Scan, name: Name) -> bool:
    """Whether a word of it is written with the ending of an indefinite accusative: an adverb or object."""
    return "\u064b" in scan.document.surface(name.start, min(name.end + 1, len(scan.text)))


def find(scan: Scan) -> Iterator[Finding]:
    """Names of two or three words, the first a listed given name, that a pause or what is said closes."""
    yield from _before_office(scan)
    yield from _spoken(scan)
    for stop in range(3, len(scan.words)):
        if opens(scan, stop):
            yield from _closed(scan, stop)


def _before_office(scan: Scan) -> Iterator[Finding]:
    """«… فلان الفلاني، رئيس بلدية كذا»: whatever stands before the name."""
    for at, (_, entry) in scan.titles.items():
        name = _ending(scan, at - 1) if at > 2 and scan.words[at - 1] in PAUSES else None
        if (
            name
            and entry.kind != "relation"
            and kind(scan.words[name.stop - len(name.kinds) - 1]) == "no"
        ):
            office = titles.read(scan, at)[0]
            yield Finding(
                name.start, name.end, "PER", "apposed", office=office, country=office.country
            )


def _spoken(scan: Scan) -> Iterator[Finding]:
    """Unlisted words between a verb of saying and what is said: «قال فلان الفلاني إن …»."""
    for begin in range(1, len(scan.words) - 2):
        if scan.words[begin - 1] in uttering() and free(scan, begin):
            name = read(scan, begin)
            if (
                name
                and name.start == scan.starts[begin]
                and len(name.kinds) > 1
                and _is_person(scan, name)
            ):
                yield Finding(name.start, name.end, "PER", "spoken")


def _closed(scan: Scan, stop: int) -> Iterator[Finding]:
    """«قال رئيس الهيئة الفلانية فلان الفلاني إن», «…، فلان الفلاني، …»: the name that ends a long title."""
    name = _ending(scan, stop)
    if name is None:
        return
    begin = stop - len(name.kinds)
    paused = scan.words[begin - 1] in PAUSES
    title = _title(scan, begin - paused, spoken=not paused)
    if title is not None and (paused or scan.words[stop] not in PAUSES):
        office = titles.read(scan, title)[0]
        yield Finding(name.start, name.end, "PER", "apposed", office=office, country=office.country)


def _ending(scan: Scan, stop: int) -> Name | None:
    """The name of two or three words that ends before word `stop`, its first a listed part of names."""
    for begin in (stop - 3, stop - 2):
        name = read(scan, begin) if begin > 0 and free(scan, begin) else None
        if (
            name
            and name.stop == stop
            and name.kinds[0] in ("known", "chain")
            and name.start == scan.starts[begin]
        ):
            return name if _is_person(scan, name) else None
    return None


def _is_person(scan: Scan, name: Name) -> bool:
    """Whether nothing but parts of names and unlisted words stand there, and speech or a pause follows."""
    plain = {"known", "unknown", "chain"} >= {*name.kinds} and len(name.kinds) <= 4
    return plain and opens(scan, name.stop) and not is_accusative(scan, name)


def _title(scan: Scan, end: int, *, spoken: bool) -> int | None:
    """The title before word `end` in its clause, which a verb of saying opens where `spoken`; else None."""
    found = None
    for at in range(end - 1, max(end - REACH, -1), -1):
        word = scan.words[at]
        if word in uttering():
            return found
        if (
            word in _STOPS
            or word in PAUSES
            or word in that()
            or "\n" in scan.text[scan.ends[at] : scan.starts[at + 1]]
        ):
            return None if spoken else found
        found = at if at in scan.titles else found
    return None if spoken else found
