"""What a Selection means in SQL: one condition a filter, for each frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from alaqat.model.selection import Selection

Clause = tuple[str, list[Any]]

ORDER: Mapping[str, str] = {
    "articles": "published DESC NULLS LAST, article_id",
    "copies": "article_id, kind, published, copy_id, source, url, name",
    "sentences": "article_id, sentence",
    "timexes": "article_id, start",
    "entities": "mentions DESC, entity_id",
    "mentions": "article_id, start, entity_id",
    "quotes": "date_from DESC NULLS LAST, article_id, start",
    "events": "date_from NULLS LAST, date_to, article_id, start, event_id",
    "reports": "event_id, article_id, start",
    "participants": "event_id, side, position",
    "edges": "a, b, article_id, sentence",
    "corrections": "day, kind, a",
}

# A leaf of quotes, gathered by their group; its parameters are the chosen quote, those of the condition, the chosen
# quote again, how many groups and from which on.
LEAVES = (
    "WITH placed AS (SELECT q.group_id, q.article_id, q.start, coalesce(q.date_from, r.published) AS said, "
    "q.quote_id <> ? AS other, q.lead_rank "
    "FROM quotes q LEFT JOIN articles r USING (article_id) WHERE q.group_id IN "
    "(SELECT t.group_id FROM quotes t WHERE ({where}) OR t.quote_id = ?)), "
    "leads AS (SELECT * FROM placed QUALIFY row_number() OVER (PARTITION BY group_id ORDER BY other, lead_rank) = 1) "
    "SELECT group_id FROM leads ORDER BY other, said DESC NULLS LAST, article_id, start LIMIT ? OFFSET ?"
)

# How each frame reaches the sentence, article, event and interval that the filters speak of.
_SENTENCE = "(t.article_id, t.sentence)"
_REPORT = "(t.article_id, t.sentence_number)"
_OF_SENTENCE = {
    "sentences": _SENTENCE,
    "timexes": _SENTENCE,
    "mentions": _SENTENCE,
    "quotes": _SENTENCE,
    "edges": _SENTENCE,
}
_OVERLAPS = "{0}.date_to >= make_timestamp(?, 1, 1, 0, 0, 0) AND {0}.date_from < make_timestamp(?, 1, 1, 0, 0, 0)"
_FIRST, _LAST = 1, 9998


def where(frame: str, selection: Selection) -> Clause:
    """The condition on rows `t` of `frame`, with its parameters; "true" when nothing is filtered."""
    name = {"entities": "mentions", "copies": "articles"}.get(frame, frame)
    if name == "corrections":
        return "true", []
    parts = [part for make in _FILTERS if (part := make(name, selection))]
    sql = " AND ".join(f"({clause})" for clause, _ in parts) or "true"
    return sql, [parameter for _, parameters in parts for parameter in parameters]


def _years(frame: str, selection: Selection) -> Clause | None:
    if selection.year_from is None and selection.year_to is None:
        return None
    window = [_year(selection.year_from, _FIRST), _year(selection.year_to, _LAST) + 1]
    if frame in ("events", "reports", "quotes", "sentences"):
        return _OVERLAPS.format("t"), window
    dated = f"SELECT article_id, sentence FROM sentences s WHERE {_OVERLAPS.format('s')}"
    return _through(frame, dated), window


def _year(value: int | None, default: int) -> int:
    return default if value is None else min(max(value, _FIRST), _LAST)


def _kinds(frame: str, selection: Selection) -> Clause | None:
    if not selection.kinds:
        return None
    marks = _marks(selection.kinds)
    if frame == "events":
        return f"t.kind IN ({marks})", list(selection.kinds)
    reported = (
        "SELECT p.article_id, p.sentence_number FROM reports p JOIN events e USING (event_id) "
        f"WHERE e.kind IN ({marks})"
    )
    return _through(frame, reported), list(selection.kinds)


def _actors(frame: str, selection: Selection) -> Clause | None:
    if not selection.actors:
        return None
    marks, names = _marks(selection.actors), list(selection.actors)
    taking_part = f"SELECT event_id FROM participants WHERE name IN ({marks})"
    if frame in ("events", "reports", "participants"):
        return f"t.event_id IN ({taking_part})", names
    if frame == "quotes":
        sides = f"SELECT country FROM participants WHERE name IN ({marks}) AND country IS NOT NULL"
        return f"t.speaker IN ({marks}) OR t.country IN ({sides})", names * 2
    reported = f"SELECT article_id, sentence_number FROM reports WHERE event_id IN ({taking_part})"
    return _through(frame, reported), names


def _pair(frame: str, selection: Selection) -> Clause | None:
    """Events of both states; what either side said, in articles that report such an event."""
    if selection.pair is None:
        return None
    states = list(selection.pair)
    both = "SELECT event_id FROM participants WHERE country IN (?, ?) GROUP BY event_id HAVING count(DISTINCT country) = 2"
    if frame in ("events", "reports", "participants"):
        return f"t.event_id IN ({both})", states
    reported = f"SELECT article_id, sentence_number FROM reports WHERE event_id IN ({both})"
    if frame == "quotes":
        told = f"t.article_id IN (SELECT article_id FROM ({reported}))"
        return f"t.country IN (?, ?) AND {told}", states * 2
    return _through(frame, reported), states


def _query(frame: str, selection: Selection) -> Clause | None:
    if not selection.query.strip():
        return None
    return _through(
        frame, "SELECT article_id, sentence FROM sentences WHERE rowid IN (SELECT id FROM hits)"
    ), []


def _speaker(frame: str, selection: Selection) -> Clause | None:
    """What someone said, and whatever else the sentences hold in which it stands."""
    if not selection.speaker:
        return None
    if frame == "quotes":
        return "t.speaker = ?", [selection.speaker]
    return _through(frame, "SELECT article_id, sentence FROM quotes WHERE speaker = ?"), [
        selection.speaker
    ]


def _sources(frame: str, selection: Selection) -> Clause | None:
    if not selection.sources:
        return None
    held = f"SELECT article_id FROM articles WHERE source IN ({_marks(selection.sources)})"
    if frame in ("events", "participants"):
        return f"t.event_id IN (SELECT event_id FROM reports WHERE article_id IN ({held}))", list(
            selection.sources
        )
    return f"t.article_id IN ({held})", list(selection.sources)


def _places(frame: str, selection: Selection) -> Clause | None:
    if not selection.places:
        return None
    named = (
        "SELECT m.article_id, m.sentence FROM mentions m JOIN entities n USING (entity_id) "
        f"WHERE n.type = 'LOC' AND n.canonical_en IN ({_marks(selection.places)})"
    )
    return _through(frame, named), list(selection.places)


def _article(frame: str, selection: Selection) -> Clause | None:
    if not selection.article or frame == "participants":
        return None
    if frame == "events":
        return "t.event_id IN (SELECT event_id FROM reports WHERE article_id = ?)", [
            selection.article
        ]
    return "t.article_id = ?", [selection.article]


def _entities(frame: str, selection: Selection) -> Clause | None:
    if not selection.entities:
        return None
    named = f"SELECT article_id, sentence FROM mentions WHERE entity_id IN ({_marks(selection.entities)})"
    return _through(frame, named), list(selection.entities)


def _through(frame: str, sentences: str) -> str:
    """Rows of `frame` that belong to the sentences a subquery gives as (article_id, sentence)."""
    if frame == "events":
        return f"t.event_id IN (SELECT event_id FROM reports r WHERE (r.article_id, r.sentence_number) IN ({sentences}))"
    if frame == "participants":
        return f"t.event_id IN (SELECT event_id FROM reports r WHERE (r.article_id, r.sentence_number) IN ({sentences}))"
    if frame == "reports":
        return f"{_REPORT} IN ({sentences})"
    if frame == "articles":
        return f"t.article_id IN (SELECT article_id FROM ({sentences}))"
    return f"{_OF_SENTENCE[frame]} IN ({sentences})"


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))


_FILTERS = (
    _years,
    _kinds,
    _actors,
    _sources,
    _places,
    _pair,
    _query,
    _speaker,
    _article,
    _entities,
)


@dataclass(frozen=True, slots=True)
class Facet:
    """How a facet is counted: the frame, the query, and which filters of the selection do not apply."""

    frame: str
    sql: str
    without: Mapping[str, Any] = field(default_factory=dict)


FACETS: Mapping[str, Facet] = {
    "kind": Facet(
        "events",
        "SELECT kind AS value, NULL AS label_ar, count(*) AS count FROM events t "
        "WHERE {where} GROUP BY 1 ORDER BY 3 DESC, 1",
        {"kinds": ()},
    ),
    "actor": Facet(
        "events",
        "SELECT name AS value, min(name_ar) AS label_ar, count(DISTINCT event_id) AS count FROM participants "
        "WHERE event_id IN (SELECT event_id FROM events t WHERE {where}) GROUP BY 1 ORDER BY 3 DESC, 1",
        {"actors": ()},
    ),
    "pair": Facet(
        "events",
        "SELECT a.country || '-' || b.country AS value, NULL AS label_ar, count(DISTINCT a.event_id) AS count "
        "FROM participants a JOIN participants b ON a.event_id = b.event_id AND a.country < b.country "
        "WHERE a.event_id IN (SELECT event_id FROM events t WHERE {where}) GROUP BY 1 ORDER BY 3 DESC, 1",
        {"pair": None},
    ),
    "speaker": Facet(
        "quotes",
        "SELECT speaker AS value, min(speaker_ar) AS label_ar, count(*) AS count FROM quotes t "
        "WHERE {where} AND speaker IS NOT NULL GROUP BY 1 ORDER BY 3 DESC, 1",
        {"speaker": None},
    ),
    "source": Facet(
        "events",
        "SELECT source AS value, NULL AS label_ar, count(DISTINCT event_id) AS count FROM reports "
        "JOIN articles USING (article_id) WHERE event_id IN (SELECT event_id FROM events t WHERE {where}) "
        "AND source IS NOT NULL GROUP BY 1 ORDER BY 3 DESC, 1",
        {"sources": ()},
    ),
    "place": Facet(
        "events",
        "SELECT canonical_en AS value, min(canonical_ar) AS label_ar, count(DISTINCT r.event_id) AS count "
        "FROM reports r JOIN mentions m ON m.article_id = r.article_id AND m.sentence = r.sentence_number "
        "JOIN entities n ON n.entity_id = m.entity_id WHERE n.type = 'LOC' "
        "AND n.canonical_en NOT IN (SELECT name FROM participants) "
        "AND r.event_id IN (SELECT event_id FROM events t WHERE {where}) GROUP BY 1 ORDER BY 3 DESC, 1",
        {"places": ()},
    ),
    "year": Facet(
        "events",
        "SELECT CAST(y AS VARCHAR) AS value, NULL AS label_ar, count(*) AS count FROM (SELECT "
        "unnest(range(year(date_from), year(date_to) + 1)) AS y FROM events t "
        "WHERE {where} AND date_from IS NOT NULL) GROUP BY 1 ORDER BY 1",
        {"year_from": None, "year_to": None},
    ),
}
