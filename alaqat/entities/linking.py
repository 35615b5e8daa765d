"""From findings to entities: one for all mentions of a name, its spellings, its surname alone, its descriptions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from alaqat.arabic.fold import folded
from alaqat.entities import roles
from alaqat.entities.gazetteer import slug
from alaqat.entities.names import FREQUENT, parts
from alaqat.entities.romanization import english
from alaqat.entities.spans import Finding, Known, Office
from alaqat.entities.spelling_variants import listed_person, same_name
from alaqat.model.records import Document, Entity, EntityType, Mention


@dataclass(slots=True)
class Group:
    """The findings that name one entity, while they are being collected."""

    key: str
    type: EntityType
    known: Known | None = None
    name_en: str | None = None
    findings: list[Finding] = field(default_factory=list)
    nominals: list[tuple[Office, str]] = field(default_factory=list)

    def offices(self) -> list[Office]:
        """The titles written beside the name."""
        return [finding.office for finding in self.findings if finding.office]


def group(text: str, findings: Sequence[Finding]) -> list[Group]:
    """Findings by entity: known rows by id, bodies by English name, others by their folded name."""
    groups: dict[str, Group] = {}
    for finding in sorted(findings, key=lambda f: (f.start - f.end, f.start)):
        name = finding.key or text[finding.start : finding.end]
        known = finding.known or (listed_person(name) if finding.type == "PER" else None)
        if known and known.type == "PER" and _is_namesake(finding, known, name):
            known = None
        key = known.id if known else f"{finding.type}:{finding.name_en or name}"
        if known is None and finding.type == "PER":
            key = _person_key(name, groups) or key
        full = _organ_key(finding, groups) if known is None else None
        kept = groups.setdefault(full or key, Group(key, finding.type, known, finding.name_en))
        kept.findings.append(
            replace(finding, reason="state") if full else _reasoned(finding, known)
        )
    return list(groups.values())


def _reasoned(finding: Finding, known: Known | None) -> Finding:
    if finding.known and not known:
        return replace(
            finding, known=None, country=finding.office.country if finding.office else None
        )
    return (
        replace(finding, reason="spelling")
        if known and not finding.known and finding.reason == "name"
        else finding
    )


def _person_key(name: str, groups: dict[str, Group]) -> str | None:
    """The key of the one longer person of the article that `name` is a spelling or a part of."""
    fits = [
        key
        for key, kept in groups.items()
        if kept.type == "PER"
        and any(len(other) >= len(name) - 2 and same_name(name, other) for other in _names(kept))
    ]
    return fits[0] if len(fits) == 1 else None


def _organ_key(finding: Finding, groups: dict[str, Group]) -> str | None:
    """The key of the one state's organ that `finding` is called after without the state, if it was named before."""
    if not finding.name_en or finding.country:
        return None
    fits = [
        key
        for key, kept in groups.items()
        if kept.type == "ORG"
        and (kept.name_en or "").endswith(f" {finding.name_en}")
        and kept.findings[0].country
    ]
    before = len(fits) == 1 and any(
        first.start < finding.start for first in groups[fits[0]].findings
    )
    return fits[0] if before else None


def _names(kept: Group) -> set[str]:
    known = {folded(kept.known.name_ar)} if kept.known else set()
    return {key.removeprefix("PER:") for key in (kept.key,) if key.startswith("PER:")} | known


def _is_namesake(finding: Finding, known: Known, name: str) -> bool:
    """Whether somebody else bears the listed person's common name: the adjective in the title is of another state."""
    office = finding.office
    if (
        not office
        or not office.country
        or office.short
        or not known.country
        or office.country == known.country
    ):
        return False
    return all(parts().get(word, 0) >= FREQUENT for word in name.split())


def entity(document: Document, kept: Group) -> Entity:
    """The record of one group."""
    mentions = [_mention(document, finding) for finding in kept.findings]
    for office, reason in kept.nominals:
        start, end = document.span(office.start, office.phrase_end)
        mentions.append(
            Mention(
                start,
                end,
                document.text[start:end],
                "rules",
                nominal=True,
                role=document.text[start:end],
                reason=reason,
            )
        )
    mentions.sort(key=lambda mention: (mention.start, mention.end))
    name_ar = kept.known.name_ar if kept.known else _canonical(document, kept)
    folded_name = kept.key.split(":", 1)[1]
    name_en = (
        kept.known.name_en
        if kept.known
        else kept.name_en or english(folded_name, name_ar, _country(kept))
    )
    return Entity(
        kept.known.id if kept.known else _id(kept),
        name_en,
        name_ar,
        kept.type,
        tuple(mentions),
        country=kept.known.country if kept.known and kept.known.country else _country(kept),
        wikidata=kept.known.wikidata if kept.known else None,
        role=roles.written(document, kept.offices()),
        known=kept.known is not None,
        role_en=roles.english(document, kept.offices(), kept.known),
    )


def _id(kept: Group) -> str:
    prefix = {"PER": "per", "LOC": "loc", "ORG": "org", "OTHER": "other"}[kept.type]
    name = slug(kept.name_en) if kept.name_en else kept.key.split(":", 1)[1].replace(" ", "-")
    return f"{prefix}:{name}"


def _mention(document: Document, finding: Finding) -> Mention:
    start, end = document.span(finding.start, finding.end)
    role = document.surface(finding.office.start, finding.office.end) if finding.office else None
    return Mention(
        start, end, document.text[start:end], finding.rule, role=role, reason=finding.reason
    )


def _canonical(document: Document, kept: Group) -> str:
    """The spelling written most often among the longest ones."""
    longest = max(finding.end - finding.start for finding in kept.findings)
    spelled = Counter(
        document.surface(f.start, f.end) for f in kept.findings if f.end - f.start == longest
    )
    return spelled.most_common(1)[0][0]


def _country(kept: Group) -> str | None:
    told = Counter(
        country
        for f in kept.findings
        if (country := f.country or (f.office.country if f.office else None))
    )
    return told.most_common(1)[0][0] if told else None
