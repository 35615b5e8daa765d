"""Links spans to entities: one for all mentions of a name, its spellings, surname and titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from alaqat.arabic.fold import folded
from alaqat.entities import roles
from alaqat.entities.gazetteer import slug
from alaqat.entities.name_words import is_frequent
from alaqat.entities.romanization import english
from alaqat.entities.spans import EntitySpan, ListedName, OfficeSpan
from alaqat.entities.spelling_variants import is_same_name, listed_person
from alaqat.lexicon.distances import distance
from alaqat.model.records import Document, Entity, EntityType, Mention

ID_PREFIXES: Final[dict[EntityType, str]] = {
    "PER": "per",
    "LOC": "loc",
    "ORG": "org",
    "OTHER": "other",
}


@dataclass(slots=True)
class EntityGroup:
    """The mentions of one entity, while they are being collected.

    `key` is a listed name's id, or type and folded name («PER:…»); `nominals` are descriptions,
    each with the reason why it belongs to the entity.
    """

    key: str
    type: EntityType
    listed: ListedName | None = None
    name_en: str | None = None
    spans: list[EntitySpan] = field(default_factory=list)
    nominals: list[tuple[OfficeSpan, str]] = field(default_factory=list)

    def offices(self) -> list[OfficeSpan]:
        """The titles next to the name."""
        return [span.office for span in self.spans if span.office]

    def name(self) -> str:
        """The folded name of an unlisted entity."""
        return self.key.split(":", 1)[1]


Groups = dict[str, EntityGroup]


def group_spans(text: str, spans: Sequence[EntitySpan]) -> list[EntityGroup]:
    """Spans of the folded `text` by entity, those with the longest names first.

    Listed names are grouped by id, bodies by English name, others by their folded name.
    """
    groups: Groups = {}
    for span in sorted(spans, key=lambda span: (span.start - span.end, span.start)):
        name = span.key or text[span.start : span.end]
        listed = _listed_name(span, name)
        key = listed.id if listed else _key(span, name, groups)
        organ_key = None if listed else _organ_key(span, groups)
        group = groups.setdefault(
            organ_key or key, EntityGroup(key, span.type, listed, span.name_en)
        )
        group.spans.append(
            replace(span, reason="state") if organ_key else _with_reason(span, listed)
        )
    return list(groups.values())


def _listed_name(span: EntitySpan, name: str) -> ListedName | None:
    """The row of the span, or the listed person of that name; None for a namesake."""
    listed = span.listed or (listed_person(name) if span.type == "PER" else None)
    if listed and listed.type == "PER" and _is_namesake(span.office, listed, name):
        return None
    return listed


def _is_namesake(office: OfficeSpan | None, listed: ListedName, name: str) -> bool:
    """True if a common name has a title with the adjective of another state than the listed one."""
    if not office or office.short_end or not office.country:
        return False
    if not listed.country or listed.country == office.country:
        return False
    return all(map(is_frequent, name.split()))


def _with_reason(span: EntitySpan, listed: ListedName | None) -> EntitySpan:
    """The span without the row of a namesake, or with its spelling as the reason of the link."""
    if span.listed and not listed:
        return replace(span, listed=None, country=span.office.country if span.office else None)
    if listed and not span.listed and span.reason == "name":
        return replace(span, reason="spelling")
    return span


def _key(span: EntitySpan, name: str, groups: Groups) -> str:
    person_key = _person_key(name, groups) if span.type == "PER" else None
    return person_key or f"{span.type}:{span.name_en or name}"


def _person_key(name: str, groups: Groups) -> str | None:
    """The key of the only person of the article that `name` spells or is a part of."""
    shortest = len(name) - distance("entity-shorter-spelling")
    keys = [
        key
        for key, group in groups.items()
        if group.type == "PER"
        and any(len(other) >= shortest and is_same_name(name, other) for other in _names(group))
    ]
    return keys[0] if len(keys) == 1 else None


def _names(group: EntityGroup) -> set[str]:
    """The folded names by which a person is compared with others."""
    names = {folded(group.listed.name_ar)} if group.listed else set()
    return names | {group.name()} if group.key.startswith("PER:") else names


def _organ_key(span: EntitySpan, groups: Groups) -> str | None:
    """The key of the only state's organ named before that the span names without its state."""
    if not span.name_en or span.country:
        return None
    keys = [
        key
        for key, group in groups.items()
        if group.type == "ORG" and _is_national_form(group, span.name_en)
    ]
    if len(keys) != 1:
        return None
    is_before = any(earlier.start < span.start for earlier in groups[keys[0]].spans)
    return keys[0] if is_before else None


def _is_national_form(group: EntityGroup, name_en: str) -> bool:
    """True if the group has the English name with the adjective of a state before it."""
    has_name = (group.name_en or "").endswith(f" {name_en}")
    return has_name and bool(group.spans[0].country)


def to_entity(document: Document, group: EntityGroup) -> Entity:
    """The record of one group."""
    mentions = [_mention(document, span) for span in group.spans]
    mentions += [_nominal_mention(document, *nominal) for nominal in group.nominals]
    listed = group.listed
    name_ar = listed.name_ar if listed else _usual_spelling(document, group.spans)
    country = (listed and listed.country) or _country(group)
    return Entity(
        listed.id if listed else _id(group),
        listed.name_en if listed else group.name_en or english(group.name(), name_ar, country),
        name_ar,
        group.type,
        tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end))),
        country=country,
        wikidata=listed.wikidata if listed else None,
        role=roles.arabic(document, group.offices()),
        known=listed is not None,
        role_en=roles.english(document, group.offices(), listed),
    )


def _id(group: EntityGroup) -> str:
    name = slug(group.name_en) if group.name_en else group.name().replace(" ", "-")
    return f"{ID_PREFIXES[group.type]}:{name}"


def _mention(document: Document, span: EntitySpan) -> Mention:
    start, end = document.span(span.start, span.end)
    role = document.surface(span.office.start, span.office.end) if span.office else None
    return Mention(start, end, document.text[start:end], span.rule, role=role, reason=span.reason)


def _nominal_mention(document: Document, office: OfficeSpan, reason: str) -> Mention:
    start, end = document.span(office.start, office.phrase_end)
    text = document.text[start:end]
    return Mention(start, end, text, "rules", nominal=True, role=text, reason=reason)


def _usual_spelling(document: Document, spans: Sequence[EntitySpan]) -> str:
    """The spelling written most often among the longest ones."""
    longest = max(span.end - span.start for span in spans)
    spellings = Counter(
        document.surface(span.start, span.end) for span in spans if span.end - span.start == longest
    )
    return spellings.most_common(1)[0][0]


def _country(group: EntityGroup) -> str | None:
    """The state that the spans and titles of the group name most often."""
    countries = Counter(
        country
        for span in group.spans
        if (country := span.country or (span.office and span.office.country))
    )
    return countries.most_common(1)[0][0] if countries else None
