"""Reading a title word by word: its field, state, body or place, ranks and honorifics, up to where a name follows."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from alaqat.arabic.clitics import DEFINITE_ARTICLE, SWALLOWED_ARTICLE
from alaqat.entities.bodies import extent
from alaqat.entities.gazetteer import Title, words
from alaqat.entities.list_matches import Place, Scan
from alaqat.entities.names import free, kind
from alaqat.entities.spans import Known, Office

REACH = 12  # words between a title and its name: «المتحدث باسم وزارة الخارجية …» needs nine
LOCAL = frozenset({"Mayor", "Governor"})  # offices of a town even where it is a capital


class Step(NamedTuple):
    """The office so far, the word after it, whether it is sure to be a person's, and what may follow."""

    office: Office
    at: int
    sure: bool
    entry: Title


def read(scan: Scan, index: int) -> tuple[Office, int, bool]:
    """The office that begins at word `index`, the word after it, and whether it is sure to be a person's."""
    place, entry = scan.titles[index]
    role = "" if entry.kind == "honorific" and not entry.nominal else entry.role_en
    office = Office(
        place.start, place.end, role, nominal=entry.nominal, relation=entry.kind == "relation"
    )
    cued = entry.kind in ("relation", "honorific")
    at = place.stop
    while at < len(scan.words) and at - index < REACH:
        step = _extended(scan, at, office, entry)
        if step is None:
            break
        office, at, sure, entry = step
        cued = cued or sure
    if not office.nominal and _describes(scan, index, office):
        office = replace(office, nominal=True)
    return office, at, cued


def _describes(scan: Scan, index: int, office: Office) -> bool:
    """Whether a definite office of a body or another's («المتحدث باسم الوزارة») can stand for its holder."""
    place, entry = scan.titles[index]
    definite = scan.text.startswith((DEFINITE_ARTICLE, SWALLOWED_ARTICLE), place.start)
    return definite and entry.takes == "org" and entry.kind == "office" and office.end > place.end


def _extended(scan: Scan, at: int, office: Office, entry: Title) -> Step | None:
    """`office` with what stands at word `at`, the next word, whether it is sure now; None where it ends."""
    if not scan.joined(at) or (at in scan.titles and scan.titles[at][0].start > scan.starts[at]):
        return None
    if at in scan.fields and entry.takes == "yes" and office.field is None:
        place, field = scan.fields[at]
        return Step(replace(office, end=place.end, field=field.name_en), place.stop, True, entry)
    if at in scan.peoples:
        place, people = scan.peoples[at]
        return Step(
            replace(office, end=place.end, country=office.country or people.country),
            place.stop,
            True,
            entry,
        )
    if at in scan.titles and _may_follow(scan, *scan.titles[at], office):
        place, later = scan.titles[at]
        return Step(
            _with_title(office, place, later), place.stop, False, later if later.takes else entry
        )
    return _loosely(scan, at, office, entry)


def _loosely(scan: Scan, at: int, office: Office, entry: Title) -> Step | None:
    """Places, bodies, fields, modifiers and connectors inside a title."""
    given = (
        free(scan, at) and scan.joined(at + 1) and kind(scan.words[at + 1]) in ("known", "unknown")
    )
    if at in scan.names and scan.names[at][1].type in ("LOC", "ORG") and not given:
        place, known = scan.names[at]
        if office.country and scan.words[at - 1] not in words("connector"):
            return None
        return Step(_with_place(scan, at, office, known), place.stop, True, entry)
    if at in scan.heads or (at in scan.fields and entry.takes):
        return _with_body(scan, at, office, entry)
    word = scan.words[at]
    if word in words("modifier") or (entry.takes == "org" and word in words("office_noun")):
        return Step(replace(office, end=scan.ends[at]), at + 1, False, entry)
    if word in words("host") or (word in words("connector") and _leads(scan, at + 1)):
        office = replace(office, short=office.short or office.end)
        return Step(office, at + 1, False, replace(entry, takes="org"))
    return None


def _may_follow(scan: Scan, place: Place, later: Title, office: Office) -> bool:
    """Whether a second title is the same person's: an honorific, a rank, or one in a bare title («مستشار الرئيس»)."""
    if later.kind == "honorific":
        return True
    if not office.nominal:
        return later.kind in ("military", "office")
    phrase = scan.text[place.start : place.end]
    rank = later.kind == "military" and not later.takes and not (later.nominal and " " in phrase)
    return rank and phrase.startswith(DEFINITE_ARTICLE)


def _with_title(office: Office, place: Place, later: Title) -> Office:
    """The office with a second title inside («المتحدث باسم الرئيس»), or an honorific or rank after it («الجنرال»)."""
    if later.kind == "office":
        return replace(office, end=place.end, inner=(place.start, later.role_en), plain_end=None)
    return replace(office, end=place.end, plain_end=office.plain_end or office.end)


def _with_body(scan: Scan, at: int, office: Office, entry: Title) -> Step:
    """The office of a ministry or organ («المتحدث باسم وزارة الدفاع»), by its English name as far as it is read."""
    if at in scan.heads:
        place, head = scan.heads[at]
        body = office.body or (None if "{name}" in head.name_en else head.name_en)
        end, count = (
            extent(scan, place.stop, definite=True, joint=False)
            if "{name}" in head.name_en
            else (0, 0)
        )
        place = replace(place, stop=place.stop + count, end=end) if count else place
    else:
        place, field = scan.fields[at]
        body = office.body.replace("{field}", field.name_en) if office.body else None
    return Step(
        replace(office, end=place.end, body=body),
        place.stop,
        False,
        replace(entry, takes=entry.takes or "org"),
    )


def _with_place(scan: Scan, at: int, office: Office, known: Known) -> Office:
    """The office of a place or body: «رئيس فرنسا» is a description of a person even without the article."""
    place, _ = scan.names[at]
    bare = place.start == scan.starts[at] and not scan.text.startswith(
        SWALLOWED_ARTICLE, place.start
    )
    posted = at > 1 and scan.words[at - 2] in words("post")
    nominal = office.nominal or (
        bare and known.kind in ("state", "capital") and office.short is None and not posted
    )
    country = known.country if known.kind in ("state", "capital", "body") else None
    office = replace(office, end=place.end, country=office.country or country, nominal=nominal)
    if office.body or office.place or office.short:
        return office
    if known.type == "ORG":
        return replace(office, body=known.name_en)
    local = known.kind not in ("state", "capital") or office.role_en in LOCAL
    return replace(office, place=known.name_en) if local else office


def _leads(scan: Scan, at: int) -> bool:
    """Whether a place, body or field stands at word `at`."""
    return scan.joined(at) and any(
        at in kept for kept in (scan.names, scan.heads, scan.fields, scan.peoples)
    )
