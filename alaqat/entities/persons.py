"""Persons by their surroundings: after a title, after a verb of speech, or as two listed names in a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from alaqat.entities.findings import Finding, Known, Office
from alaqat.entities.gazetteer import Title, words
from alaqat.entities.names import FREQUENT, Name, ends_in_ya_without_dots, kind, read
from alaqat.entities.scan import ARTICLE, SWALLOWED, Scan
from alaqat.lexicon import forms, table
from alaqat.text import folded

REACH = 12  # words between a title and its name: «المتحدث باسم وزارة الخارجية …» needs nine
_MARKS = frozenset(',،("«“:')


@cache
def speech() -> frozenset[str]:
    """Folded finite verbs of speech, with and without «و» and «ف»."""
    verbs = {folded(form) for row in table("cues") if row["kind"] == "verb" for form in forms(row)}
    glued = [row["surface"] for row in table("clitics") if row["kind"] == "conjunction"]
    return frozenset(verbs | {letter + verb for verb in verbs for letter in glued})


def find(scan: Scan) -> tuple[list[Finding], list[Office]]:
    """Persons named beside a title, after a verb of speech or by two listed names; and every title as read."""
    findings: list[Finding] = []
    offices: list[Office] = []
    done = -1
    for index in sorted(scan.titles):
        if index < done:
            continue
        office, stop, cued = title(scan, index)
        done = stop
        if _of_another(scan, index, office):
            continue
        finding = _named(scan, stop, office, cued=cued)
        offices.append(office)
        if finding:
            findings.append(finding)
    findings.extend(_elliptic(scan))
    findings.extend(_untitled(scan))
    return findings, offices


def _elliptic(scan: Scan) -> Iterator[Finding]:
    """«نظيراه البريطاني فلان والألماني فلان»: a second adjective, after a name, stands for the whole title."""
    for index, (place, people) in scan.peoples.items():
        if place.start == scan.starts[index] or not scan.joined(index) or not scan.joined(place.stop):
            continue
        office = Office(place.start, place.end, "", country=people.country)
        finding = _named(scan, place.stop, office, cued=True)
        if finding and _after_name(scan, index):
            yield finding


def _after_name(scan: Scan, index: int) -> bool:
    """Whether the word before `index` can end a personal name."""
    listed = any(place.stop == index and known.type == "PER" for place, known in scan.names.values())
    return listed or kind(scan.words[index - 1]) in ("known", "unknown")


def _of_another(scan: Scan, index: int, office: Office) -> bool:
    """Whether the title is bare and construct («مستشار», «المتحدث باسم»): the name after it is not the holder's."""
    place, entry = scan.titles[index]
    last = scan.words[place.stop - 1]
    construct = not scan.text[place.start :].startswith((ARTICLE, SWALLOWED)) or last in words("connector")
    return entry.takes == "org" and office.end == place.end and construct


def title(scan: Scan, index: int) -> tuple[Office, int, bool]:
    """The office that begins at word `index`, the word after it, and whether it is sure to be a person's."""
    place, entry = scan.titles[index]
    role = "" if entry.kind == "honorific" and not entry.nominal else entry.role_en
    office = Office(place.start, place.end, role, nominal=entry.nominal, relation=entry.kind == "relation")
    cued = entry.kind in ("relation", "honorific")
    at = place.stop
    while at < len(scan.words) and at - index < REACH:
        step = _extended(scan, at, office, entry)
        if step is None:
            break
        office, at, sure, entry = step
        cued = cued or sure
    return office, at, cued


def _extended(scan: Scan, at: int, office: Office, entry: Title) -> tuple[Office, int, bool, Title] | None:
    """`office` with what stands at word `at`, the next word, whether it is sure now; None where it ends."""
    if not scan.joined(at) or (at in scan.titles and scan.titles[at][0].start > scan.starts[at]):
        return None
    if at in scan.fields and entry.takes == "yes" and office.field is None:
        place, field = scan.fields[at]
        return replace(office, end=place.end, field=field.name_en), place.stop, True, entry
    if at in scan.peoples:
        place, people = scan.peoples[at]
        return replace(office, end=place.end, country=office.country or people.country), place.stop, True, entry
    if at in scan.titles:
        place, later = scan.titles[at]
        if later.kind == "honorific" or (later.kind in ("military", "office") and not office.nominal):
            inner = (place.start, later.role_en) if later.kind == "office" else office.inner
            return replace(office, end=place.end, inner=inner), place.stop, False, later if later.takes else entry
    return _loosely(scan, at, office, entry)


def _loosely(scan: Scan, at: int, office: Office, entry: Title) -> tuple[Office, int, bool, Title] | None:
    """Places, bodies, fields, modifiers and connectors inside a title."""
    if at in scan.names and scan.names[at][1].type in ("LOC", "ORG"):
        place, known = scan.names[at]
        if office.country and scan.words[at - 1] not in words("connector"):
            return None
        return _with_place(scan, at, office, known), place.stop, True, entry
    if at in scan.heads or (at in scan.fields and entry.takes):
        place = scan.heads[at][0] if at in scan.heads else scan.fields[at][0]
        return replace(office, end=place.end), place.stop, False, replace(entry, takes=entry.takes or "org")
    word = scan.words[at]
    if word in words("modifier"):
        return replace(office, end=scan.ends[at]), at + 1, False, entry
    if word in words("host") or (word in words("connector") and _leads(scan, at + 1)):
        office = replace(office, short=office.short or office.end)
        return office, at + 1, False, replace(entry, takes="org")
    return None


def _with_place(scan: Scan, at: int, office: Office, known: Known) -> Office:
    """The office of a place or body: «رئيس فرنسا» is a description of a person even without the article."""
    place, _ = scan.names[at]
    bare = place.start == scan.starts[at] and not scan.text.startswith(SWALLOWED, place.start)
    posted = at > 1 and scan.words[at - 2] in words("post")
    nominal = office.nominal or (bare and known.kind in ("state", "capital") and office.short is None and not posted)
    country = known.country if known.kind in ("state", "capital", "body") else None
    return replace(office, end=place.end, country=office.country or country, nominal=nominal)


def _leads(scan: Scan, at: int) -> bool:
    """Whether a place, body or field stands at word `at`."""
    return scan.joined(at) and any(at in kept for kept in (scan.names, scan.heads, scan.fields, scan.peoples))


def _named(scan: Scan, at: int, office: Office, *, cued: bool) -> Finding | None:
    """The person whose name follows an office at word `at`, over one mark at most."""
    marked = at < len(scan.words) and scan.words[at] in _MARKS
    at += marked
    if at >= len(scan.words) or (not marked and not scan.joined(at)):
        return None
    if at in scan.names and scan.names[at][1].type == "PER":
        place, known = scan.names[at]
        if office.inner and known.role == office.inner[1]:
            office = replace(office, start=office.inner[0], role_en=office.inner[1])
        return Finding(place.start, place.end, "PER", "title", known, office=office, country=known.country)
    name = read(scan, at)
    if name is None or not _convincing(name, cued=cued, marked=marked):
        return None
    return Finding(name.start, name.end, "PER", "title", office=office, country=office.country)


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
    listed = scan.names.get(at)
    if word.startswith(ARTICLE) or word in words("place_part") or (listed and listed[0].stop > at + 1):
        return False
    if ends_in_ya_without_dots(scan, at):
        return False
    return len(word) > 1 and (kind(word) in ("known", "chain") or kind(word[1:]) in ("known", "chain"))


def _alone(name: Name, *, after_speech: bool) -> bool:
    """Whether words without a title are a name: two listed parts, the first frequent unless a verb of speech leads."""
    if len(name.kinds) < 2:
        return False
    if name.kinds[1] == "unknown":
        return name.kinds[0] == "known" and name.bearers == 0 and after_speech
    if name.kinds[0] == "chain":
        return after_speech and name.kinds[1] == "known"
    strong = name.kinds[1] in ("known", "chain") or (name.kinds[1] == "article" and after_speech)
    return strong and (after_speech or name.bearers >= FREQUENT or name.bearers == 0)
