"""Persons by their surroundings: after a title, after a verb of speech, or as two listed names in a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from alaqat.arabic.clitics import DEFINITE_ARTICLE, SWALLOWED_ARTICLE, with_conjunctions
from alaqat.arabic.fold import folded
from alaqat.entities import apposition, titles
from alaqat.entities.apposition import is_accusative, opens
from alaqat.entities.gazetteer import words
from alaqat.entities.list_matches import Scan
from alaqat.entities.names import FREQUENT, Name, ends_in_ya_without_dots, free, is_part, kind, read
from alaqat.entities.spans import Finding, Office
from alaqat.lexicon.load import forms, table

NEAR = 250  # characters between an office and «his counterpart»
_PAUSES = frozenset(
    " ("
)  # before a name that follows a pause; other marks may hold the name of a thing
_MARKS = frozenset(',،("«“:')
_FIRST = ("known", "chain")  # kinds of word a name begins with


@cache
def speech() -> frozenset[str]:
    """Folded finite verbs of speech, with and without «و» and «ف»."""
    verbs = {folded(form) for row in table("cues") if row["kind"] == "verb" for form in forms(row)}
    return frozenset(form for verb in verbs for form in with_conjunctions(verb))


def find(scan: Scan) -> tuple[list[Finding], list[Office]]:
    """Persons named beside a title, after a verb of speech or by two listed names; and every title as read."""
    findings: list[Finding] = []
    offices: list[Office] = []
    done, last = -1, None
    for index in sorted(scan.titles):
        if index < done:
            continue
        office, stop, cued = titles.read(scan, index)
        done = stop
        office = _as_counterpart(office, last)
        last = last if office.relation else office
        if _of_another(scan, index, office):
            continue
        finding = _named(scan, stop, office, cued=cued)
        offices.append(office)
        if finding:
            findings.append(finding)
        if (finding is None or office.inner) and (introduced := _introduced(scan, index, office)):
            findings.append(introduced)
    findings.extend(_elliptic(scan))
    findings.extend(_untitled(scan))
    findings.extend(_recurring(scan))
    findings.extend(apposition.find(scan))
    return findings, offices


def _introduced(scan: Scan, index: int, office: Office) -> Finding | None:
    """The person between a verb of speech and an office: «قال فلان الفلاني، المتحدث باسم …», listed or not."""
    end = index - (scan.words[index - 1] in _MARKS) if index else 0
    for begin in range(end - 2, max(end - 4, 0), -1):
        if scan.words[begin - 1] in speech() and free(scan, begin) and _is_name(scan, begin, end):
            # The subject of a verb carries no glued «and»: a first letter that looks like one is the name's.
            return Finding(
                scan.starts[begin],
                scan.ends[end - 1],
                "PER",
                "introduced",
                office=office,
                country=office.country,
            )
    return None


def _is_name(scan: Scan, begin: int, end: int) -> bool:
    """Whether the words `begin:end` are a name: all can be parts of one, one at least can hardly be anything else."""
    if any(not scan.joined(at) for at in range(begin + 1, end)):
        return False
    if any(
        at in scan.titles or at in scan.heads or at in scan.fields or at in scan.peoples
        for at in range(begin, end)
    ):
        return False
    kinds = [kind(scan.words[at]) for at in range(begin, end)]
    sure = sum(found in ("known", "unknown") for found in kinds)
    return sure > 0 and all(
        found in ("known", "unknown", "chain") or is_part(scan.words[begin + at])
        for at, found in enumerate(kinds)
    )


def _recurring(scan: Scan) -> Iterator[Finding]:
    """Unlisted words after a verb of speech, the last of which speaks alone elsewhere: «قال كذا فلان … وقال فلان»."""
    said = [
        at
        for at in range(1, len(scan.words))
        if scan.words[at - 1] in speech() and at not in scan.names
    ]
    alone = {scan.words[at] for at in said}
    for at in said:
        name = read(scan, at)
        if name is None or name.start != scan.starts[at] or scan.words[name.stop - 1] not in alone:
            continue
        if 2 <= len(name.kinds) <= 3 and {"known", "unknown"} >= {*name.kinds}:
            yield Finding(name.start, name.end, "PER", "recurring")


def _as_counterpart(office: Office, last: Office | None) -> Office:
    """«نظيره» holds the office of the person named before him, in another state."""
    if not office.relation or office.role_en or last is None or office.start - last.end > NEAR:
        return office
    return replace(office, role_en=last.role_en, field=last.field)


def _elliptic(scan: Scan) -> Iterator[Finding]:
    """«نظيراه البريطاني فلان والألماني فلان»: a second adjective, after a name, stands for the whole title."""
    for index, (place, people) in scan.peoples.items():
        if (
            place.start == scan.starts[index]
            or not scan.joined(index)
            or not scan.joined(place.stop)
        ):
            continue
        office = Office(place.start, place.end, "", country=people.country)
        finding = _named(scan, place.stop, office, cued=True)
        if finding and _after_name(scan, index):
            yield finding


def _after_name(scan: Scan, index: int) -> bool:
    """Whether the word before `index` can end a personal name."""
    listed = any(
        place.stop == index and known.type == "PER" for place, known in scan.names.values()
    )
    return listed or kind(scan.words[index - 1]) in ("known", "unknown")


def _of_another(scan: Scan, index: int, office: Office) -> bool:
    """Whether the title is bare and construct («مستشار», «المتحدث باسم»): the name after it is not the holder's."""
    place, entry = scan.titles[index]
    last = scan.words[place.stop - 1]
    construct = not scan.text[place.start :].startswith(
        (DEFINITE_ARTICLE, SWALLOWED_ARTICLE)
    ) or last in words("connector")
    return entry.takes == "org" and office.end == place.end and construct


def _named(scan: Scan, at: int, office: Office, *, cued: bool) -> Finding | None:
    """The person whose name follows an office at word `at`, over one mark at most."""
    marked = at < len(scan.words) and scan.words[at] in _MARKS
    at += marked
    if at >= len(scan.words) or (not marked and not scan.joined(at)):
        return None
    if at in scan.names and scan.names[at][1].type == "PER":
        place, known = scan.names[at]
        if office.inner and known.role == office.inner[1]:
            office = replace(office, start=office.inner[0], role_en=office.inner[1], inner=None)
        return Finding(
            place.start, place.end, "PER", "title", known, office=office, country=known.country
        )
    name = read(scan, at, titled=cued and not office.role_en and not office.relation)
    if name is None or name.start != scan.starts[at]:
        return None
    sure = _convincing(name, cued=cued, marked=marked) or _foreign(
        scan, name, office, marked=marked
    )
    if not sure:
        return None
    return Finding(name.start, name.end, "PER", "title", office=office, country=office.country)


def _foreign(scan: Scan, name: Name, office: Office, *, marked: bool) -> bool:
    """Whether words that no list has follow a definite office as its holder's name: two or three, then a pause."""
    if not 2 <= len(name.kinds) <= 3 or not {"known", "unknown", "chain"} >= {*name.kinds}:
        return False
    definite = scan.text.startswith(DEFINITE_ARTICLE, office.start)
    if marked and scan.text[name.start - 1] not in _PAUSES:
        return False
    return (opens(scan, name.stop) if marked else definite) and not is_accusative(scan, name)


def _convincing(name: Name, *, cued: bool, marked: bool) -> bool:
    """Whether words after a title are a name: any uncommon word after a sure title, else listed names."""
    first, rest = name.kinds[0], name.kinds[1:]
    if marked:
        return first == "known" and bool(rest)
    if first == "weak":
        return "known" in rest
    if cued:
        return first in ("known", "unknown") or (first == "chain" and bool(rest))
    return first in ("known", "chain") or (first == "unknown" and "known" in rest)


def _untitled(scan: Scan) -> Iterator[Finding]:
    at = 0
    while at < len(scan.words):
        name = read(scan, at) if _may_begin(scan, at) else None
        if name and _alone(name, after_speech=at > 0 and scan.words[at - 1] in speech()):
            stop = _sure_end(scan, at, name)
            yield Finding(name.start, scan.ends[stop - 1], "PER", "names")
            at = stop
        else:
            at += 1


def _sure_end(scan: Scan, at: int, name: Name) -> int:
    """Without a title a name ends before its first unlisted word after the second."""
    for step in range(2, len(name.kinds)):
        if name.kinds[step] in ("unknown", "article"):
            return at + step
    return name.stop


def _may_begin(scan: Scan, at: int) -> bool:
    """Whether word `at` can begin a name that no title announces; a full name of the list needs no reading."""
    word = scan.words[at]
    if len(word) < 2 or (kind(word) not in _FIRST and kind(word[1:]) not in _FIRST):
        return False
    listed = scan.names.get(at)
    if (
        word.startswith(DEFINITE_ARTICLE)
        or word in words("place_part")
        or (listed and listed[1].type == "PER")
    ):
        return False
    return not ends_in_ya_without_dots(scan, at)


def _alone(name: Name, *, after_speech: bool) -> bool:
    """Whether words without a title are a name: two listed parts, the first frequent unless a verb of speech leads."""
    if len(name.kinds) < 2 or "unknown" in name.kinds[:2]:
        return False
    if name.kinds[0] == "chain":
        return after_speech and name.kinds[1] == "known"
    strong = name.kinds[1] in ("known", "chain") or (name.kinds[1] == "article" and after_speech)
    return strong and (after_speech or name.bearers >= FREQUENT or name.bearers == 0)
