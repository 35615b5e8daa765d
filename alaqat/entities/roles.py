"""The office of a person: in the article's Arabic, and in English, composed from its parts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from alaqat.arabic.clitics import with_article_restored
from alaqat.entities.gazetteer import demonym_en, words
from alaqat.entities.spans import ListedName, OfficeSpan
from alaqat.model.records import Document

# Offices of no state: the holder's nationality does not belong to their name.
INTERNATIONAL_ROLES = frozenset(
    {
        "Secretary-General",
        "High Representative",
        "Director General",
        "High Commissioner",
        "Commissioner",
        "Envoy",
        "UN Envoy",
        "Pope",
        "President of the European Commission",
        "President of the European Council",
    }
)

# How an office that serves another is joined to it; any other pair are two offices of one person.
SERVING_ROLES = {
    **dict.fromkeys(("Adviser", "Senior Adviser", "Assistant", "Secretary"), " to the"),
    **dict.fromkeys(("Spokesperson", "Envoy", "Representative", "Director", "Deputy"), " of the"),
}


def arabic(document: Document, offices: Sequence[OfficeSpan]) -> str | None:
    """The most specific title of the article as written, with the article restored after «ل»."""
    office = _most_specific(offices)
    return with_article_restored(document.surface(*_title(office))) if office else None


def english(
    document: Document, offices: Sequence[OfficeSpan], listed: ListedName | None
) -> str | None:
    """The listed office if its years hold the publication date, otherwise that of the article.

    The article's title is preferred if it is a longer form of the listed one.
    """
    listed_role = _listed_role(listed, document.article.published)
    written_role = _written_role(document.folded, offices)
    if not (listed_role and written_role):
        return listed_role or written_role
    title = (listed and listed.role) or listed_role
    is_longer = title in written_role and len(written_role) > len(listed_role)
    return written_role if is_longer else listed_role


def _written_role(text: str, offices: Sequence[OfficeSpan]) -> str | None:
    counterparts = (office for office in offices if office.relation and office.portfolio)
    office = _most_specific(offices) or next(counterparts, None)
    return composed(text, office) if office else None


def composed(text: str, office: OfficeSpan) -> str:
    """The English name of an office of the folded `text`.

    «وزير الدفاع الإسرائيلي» is "Israeli Minister of Defence"; a body follows a comma:
    "Spokesperson, NATO".
    """
    name = _without_prefix(office)
    if office.inner and office.role_en:
        name = f"{office.role_en}{SERVING_ROLES.get(office.role_en, ',')} {name}"
    is_former = not words("former").isdisjoint(text[office.start : office.end].split())
    return f"former {name}" if is_former else name


def _without_prefix(office: OfficeSpan) -> str:
    """The inner or only title with its portfolio and its place, body or state."""
    adjective = demonym_en().get(office.country or "", "")
    title = (office.inner and office.inner[1]) or office.role_en
    if office.portfolio:
        title = f"{title} of {office.portfolio}"
    if office.place:
        return f"{title} of {office.place}"
    if office.body:
        return f"{title}, {office.body.replace('{adj}', adjective).strip()}"
    return f"{adjective} {title}".strip()


def _most_specific(offices: Sequence[OfficeSpan]) -> OfficeSpan | None:
    """The title with a portfolio or body, or with a state, or the longest, or the first."""
    titles = [
        office for office in offices if not office.relation and (office.role_en or office.inner)
    ]
    return min(titles, key=_rank, default=None)


def _rank(office: OfficeSpan) -> tuple[bool, bool, int, int]:
    start, end = _title(office)
    has_area = bool(office.portfolio or office.body)
    return not has_area, office.country is None, start - end, office.start


def _title(office: OfficeSpan) -> tuple[int, int]:
    """The span of the office without honorifics before («السيد») and after it («الجنرال»)."""
    start = office.inner[0] if office.inner and not office.role_en else office.start
    return start, office.plain_end or office.end


def _listed_role(listed: ListedName | None, published: date | None) -> str | None:
    """The listed role with the adjective of the state, if it was held on the day `published`."""
    if listed is None or not listed.role or not _is_in_office(listed, published):
        return None
    if listed.role in INTERNATIONAL_ROLES:
        return listed.role
    return f"{demonym_en().get(listed.country or '', '')} {listed.role}".strip()


def _is_in_office(listed: ListedName, published: date | None) -> bool:
    if not listed.years or not published:
        return False
    return listed.years[0] <= published.year <= listed.years[1]
