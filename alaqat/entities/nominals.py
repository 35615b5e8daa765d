"""Descriptions of a person who is named elsewhere in the article: «الوزير الإسرائيلي»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from alaqat.entities.gazetteer import FEMININE, words
from alaqat.entities.linking import EntityGroup
from alaqat.entities.spans import EntitySpan, OfficeSpan

# Characters allowed between a name and its apposition, and their number.
APPOSITION_MARKS: Final = " ,(-\u060c"
APPOSITION_GAPS: Final = (1, 2)


def resolve(
    text: str,
    offices: Sequence[OfficeSpan],
    groups: Sequence[EntityGroup],
    spans: Sequence[EntitySpan],
) -> None:
    """Give each title without a name to the group of its holder.

    A title that no person or several persons of the article hold is left out.
    """
    people = [group for group in groups if group.type == "PER"]
    titled = {span.office.start for span in spans if span.office}
    ends = {span.end for span in spans if span.type == "PER"}
    for office in offices:
        if office.start in titled or not office.nominal or _is_apposition(text, office, ends):
            continue
        able = [group for group in people if _has_gender(text, office, group)]
        holder = _holder(text, office, able)
        if holder:
            holder.nominals.append((office, "role"))


def _is_apposition(text: str, office: OfficeSpan, ends: set[int]) -> bool:
    """True if the title follows a name directly («فلان، وزير الدفاع»): no mention of its own."""
    return any(
        office.start - gap in ends
        and not text[office.start - gap : office.start].strip(APPOSITION_MARKS)
        for gap in APPOSITION_GAPS
    )


def _has_gender(text: str, office: OfficeSpan, group: EntityGroup) -> bool:
    """True if the person's titles agree with `office` in gender, or there are none."""
    genders = {_is_feminine(text, held) for held in group.offices()}
    return not genders or _is_feminine(text, office) in genders


def _is_feminine(text: str, office: OfficeSpan) -> bool:
    return text[office.start : office.end].split(" ", 1)[0].endswith(FEMININE)


def _holder(text: str, office: OfficeSpan, people: Sequence[EntityGroup]) -> EntityGroup | None:
    """The holder named last before the description, or the only one.

    Who is called so in the article goes before who is known to hold the office, and who is called
    so without a state before the ministers of states: «the minister» is the one at home.
    """
    holders = [
        group for group in people if any(_can_be(office, held) for held in _held_offices(group))
    ]
    titled = [group for group in holders if _is_titled(text, office, group)]
    holders = titled if len(titled) == 1 else holders
    if len(holders) == 1:
        return holders[0]
    if office.relation:
        return None
    before = [
        (start, order)
        for order, group in enumerate(holders)
        if (start := _last_start(group, office)) is not None
    ]
    return holders[max(before)[1]] if before else None


def _is_titled(text: str, office: OfficeSpan, group: EntityGroup) -> bool:
    """True if the article calls a person so, not formerly, before the description, the state too.

    The state is that of the description, or none, and the name has two words or more.
    """
    former = words("former")
    return any(
        " " in text[span.start : span.end]
        and former.isdisjoint(text[held.start : held.end].split())
        and (held.start < office.start, held.country) == (True, office.country)
        and _can_be(office, held)
        for span in group.spans
        for held in filter(None, (span.office,))
    )


def _last_start(group: EntityGroup, office: OfficeSpan) -> int | None:
    """Where the last mention of the group before the office starts."""
    return max((span.start for span in group.spans if span.start < office.start), default=None)


def _held_offices(group: EntityGroup) -> list[OfficeSpan]:
    """Offices of a person: those next to the name and the listed one."""
    offices = group.offices()
    listed = group.listed
    if listed and listed.role:
        role, _, portfolio = listed.role.partition(" of ")
        offices.append(OfficeSpan(-1, -1, role, portfolio or None, listed.country))
    return offices


def _can_be(office: OfficeSpan, held: OfficeSpan) -> bool:
    """True if a description can mean the office held: no other title, state, body or portfolio."""
    if office.role_en != held.role_en:
        return False
    if office.country and office.country != held.country:
        return False
    inner, held_inner = (span.inner and span.inner[1] for span in (office, held))
    return not (
        _is_contradicted(office.body, held.body)
        or _is_contradicted(inner, held_inner)
        or _is_contradicted(office.portfolio, held.portfolio)
    )


def _is_contradicted(value: str | None, held: str | None) -> bool:
    """True if both are given and differ."""
    return bool(value and held and value != held)
