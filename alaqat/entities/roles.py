"""The office of a person: in Arabic as the article writes it, in English composed from its parts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from alaqat.arabic.clitics import DEFINITE_ARTICLE, SWALLOWED_ARTICLE
from alaqat.arabic.fold import folded
from alaqat.entities.gazetteer import demonym_en, words
from alaqat.entities.spans import Known, Office
from alaqat.model.records import Document

# Offices of no state: the holder's nationality does not belong to their name.
INTERNATIONAL = frozenset(
    {
        "Secretary-General",
        "High Representative",
        "Director General",
        "High Commissioner",
        "Commissioner",
    }
    | {
        "Envoy",
        "UN Envoy",
        "Pope",
        "President of the European Commission",
        "President of the European Council",
    }
)

# How an office that serves another is joined to it; any other pair are two offices of one person.
SERVING = {
    **dict.fromkeys(("Adviser", "Senior Adviser", "Assistant", "Secretary"), " to the"),
    **dict.fromkeys(("Spokesperson", "Envoy", "Representative", "Director", "Deputy"), " of the"),
}


def written(document: Document, offices: Sequence[Office]) -> str | None:
    """The most telling title of the article, as written (longest, then first), with the article «لل» has swallowed."""
    office = _telling(offices)
    if office is None:
        return None
    start, end = _title(office)
    surface = document.surface(start, end)
    return (
        DEFINITE_ARTICLE + surface[len(SWALLOWED_ARTICLE) :]
        if folded(surface).startswith(SWALLOWED_ARTICLE)
        else surface
    )


def english(document: Document, offices: Sequence[Office], known: Known | None) -> str | None:
    """The listed office where its years hold the publication date, else the most telling one of the article."""
    listed = _listed(known, document.article.published)
    office = _telling(offices) or next(
        (office for office in offices if office.relation and office.field), None
    )
    told = composed(document.folded, office) if office else None
    if listed and told and known and (known.role or listed) in told and len(told) > len(listed):
        return told
    return listed or told


def composed(text: str, office: Office) -> str:
    """«وزير الدفاع الإسرائيلي» → "Israeli Minister of Defence"; a body follows a comma: "Spokesperson, NATO"."""
    adjective = demonym_en().get(office.country or "", "")
    inner = office.inner[1] if office.inner else ""
    title = inner or office.role_en
    title = f"{title} of {office.field}" if office.field else title
    if office.place:
        name = f"{title} of {office.place}"
    elif office.body:
        name = f"{title}, {office.body.replace('{adj}', adjective).strip()}"
    else:
        name = f"{adjective} {title}".strip()
    if inner and office.role_en:
        name = f"{office.role_en}{SERVING.get(office.role_en, ',')} {name}"
    former = not words("former").isdisjoint(text[office.start : office.end].split())
    return f"former {name}" if former else name


def _telling(offices: Sequence[Office]) -> Office | None:
    """The title that says most of the office: with its field or body, with its state, then the longest."""
    titles = [
        office for office in offices if not office.relation and (office.role_en or office.inner)
    ]
    return min(titles, key=_rank, default=None)


def _rank(office: Office) -> tuple[bool, bool, int, int]:
    start, end = _title(office)
    return not (office.field or office.body), office.country is None, start - end, office.start


def _title(office: Office) -> tuple[int, int]:
    """The span of the office without honorifics before («السيد») and after it («الجنرال»)."""
    start = office.inner[0] if office.inner and not office.role_en else office.start
    return start, office.plain_end or office.end


def _listed(known: Known | None, published: date | None) -> str | None:
    if not (known and known.role and known.years and published):
        return None
    if not known.years[0] <= published.year <= known.years[1]:
        return None
    adjective = "" if known.role in INTERNATIONAL else demonym_en().get(known.country or "", "")
    return f"{adjective} {known.role}".strip()
