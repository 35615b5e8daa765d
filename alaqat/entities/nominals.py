"""Descriptions that stand for a person named elsewhere in the article: «الوزير الإسرائيلي», «رئيس الوزراء»."""

from __future__ import annotations

from collections.abc import Sequence

from alaqat.entities.findings import Finding, Office
from alaqat.entities.linking import Group


def resolve(offices: Sequence[Office], groups: Sequence[Group], findings: Sequence[Finding]) -> None:
    """Give each title without a name to the person of the article who holds it; leave it where none or several do."""
    named = {finding.office.start for finding in findings if finding.office}
    after_name = {finding.end + gap for finding in findings if finding.type == "PER" for gap in (1, 2)}
    for office in offices:
        if office.start in named or office.start in after_name or not office.nominal:
            continue
        holder = _holder(office, groups)
        if holder:
            holder.nominals.append((office, "role"))


def _holder(office: Office, groups: Sequence[Group]) -> Group | None:
    """The nearest holder before the description, else the only one after it."""
    holders = [kept for kept in groups if kept.type == "PER" and any(_fits(office, held) for held in _held(kept))]
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
    return not (office.field and held.field and office.field != held.field)
