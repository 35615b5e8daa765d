"""Descriptions that stand for a person named elsewhere in the article: «الوزير الإسرائيلي», «رئيس الوزراء»."""

from __future__ import annotations

from collections.abc import Sequence

from alaqat.entities.gazetteer import FEMININE
from alaqat.entities.linking import Group
from alaqat.entities.spans import Finding, Office

MARKS = " ,(-\u060c"  # may stand between a name and its apposition


def resolve(
    text: str, offices: Sequence[Office], groups: Sequence[Group], findings: Sequence[Finding]
) -> None:
    """Give each title without a name to the person of the article who holds it; leave it where none or several do."""
    named = {finding.office.start for finding in findings if finding.office}
    ends = {finding.end for finding in findings if finding.type == "PER"}
    for office in offices:
        if office.start in named or not office.nominal or _is_apposition(text, office, ends):
            continue
        holder = _holder(
            office, [kept for kept in groups if kept.type == "PER" and _may_be(text, office, kept)]
        )
        if holder:
            holder.nominals.append((office, "role"))


def _is_apposition(text: str, office: Office, ends: set[int]) -> bool:
    """Whether a title follows a name directly («X، وزير الدفاع»): no mention of its own."""
    return any(
        office.start - gap in ends and not text[office.start - gap : office.start].strip(MARKS)
        for gap in (1, 2)
    )


def _may_be(text: str, office: Office, kept: Group) -> bool:
    """Whether a description is of a man or woman as the titles beside the name are («الرئيسة» is nobody's «الرئيس»)."""
    told = {_woman(text, held) for held in kept.offices()}
    return not told or _woman(text, office) in told


def _woman(text: str, office: Office) -> bool:
    return text[office.start : office.end].split(" ", 1)[0].endswith(FEMININE)


def _holder(office: Office, groups: Sequence[Group]) -> Group | None:
    """The nearest holder before the description, else the only one after it."""
    holders = [kept for kept in groups if any(_fits(office, held) for held in _held(kept))]
    before = [
        (max(f.start for f in kept.findings if f.start < office.start), at)
        for at, kept in enumerate(holders)
        if _begun(kept, office)
    ]
    if before and not (office.relation and len(holders) > 1):
        return holders[max(before)[1]]
    return holders[0] if len(holders) == 1 else None


def _begun(kept: Group, office: Office) -> bool:
    return any(finding.start < office.start for finding in kept.findings)


def _held(kept: Group) -> list[Office]:
    """Offices of a person: those written beside the name and the one the list knows."""
    held = kept.offices()
    known = kept.known
    if known and known.role:
        title, _, area = known.role.partition(" of ")
        held.append(Office(-1, -1, title, area or None, known.country))
    return held


def _fits(office: Office, held: Office) -> bool:
    """Whether a description can mean the holder of an office: same title, no contradicting state or field."""
    if office.role_en != held.role_en:
        return False
    if office.country and office.country != held.country:
        return False
    if office.body and held.body and office.body != held.body:
        return False
    if office.inner and held.inner and office.inner[1] != held.inner[1]:
        return False
    return not (office.field and held.field and office.field != held.field)
