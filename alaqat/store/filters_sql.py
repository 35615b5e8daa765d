"""Selections in SQL: the condition of each filter on the rows of each frame, and its counts.

The condition and counts of a filter with a column are derived from that column; `CONDITIONS` and
`FACETS` have those of the other filters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from alaqat.lexicon.certainty import CERTAINTIES, Certainty
from alaqat.model.selection import EVERYTHING, FILTERS, SELECTED, Selection, values

Clause = tuple[str, list[Any]]
Condition = Callable[[str, Selection], Clause]

ORDER: Mapping[str, str] = {
    "articles": "published DESC NULLS LAST, article_id",
    "copies": "article_id, kind, published, copy_id, source, url, name",
    "sentences": "article_id, sentence",
    "timexes": 'article_id, start, "end", type, value',  # a total order, however rows are stored
    "entities": "mentions DESC, entity_id",
    "mentions": 'article_id, start, entity_id, "end", recognizer',
    "quotes": 'date_from DESC NULLS LAST, article_id, start, "end"',
    "events": "date_from NULLS LAST, date_to, article_id, start, event_id",
    "reports": "event_id, article_id, start, trigger_start, trigger_end, rule",
    "participants": "event_id, side, position",
    "edges": "a, b, article_id, sentence",
    "corrections": "day, kind, a, b, reason",
}

# The columns of each frame that identify the sentence of a row.
_SENTENCE = "(t.article_id, t.sentence)"
_SENTENCES: Final = {
    "reports": "(t.article_id, t.sentence_number)",
    **dict.fromkeys(("sentences", "timexes", "mentions", "quotes", "edges"), _SENTENCE),
}
_EVENTS: Final = ("events", "reports", "participants")  # frames with an event_id
_DATED: Final = ("events", "reports", "quotes", "sentences")  # frames filtered by their own dates
_OVERLAPS = (
    "{0}.date_to >= make_timestamp(?, 1, 1, 0, 0, 0) "
    "AND {0}.date_from < make_timestamp(?, 1, 1, 0, 0, 0)"
)
_FIRST, _LAST = 1, 9998
EVERY_ROW: Final = "true"  # the condition that every row fulfils
_ALIASES: Final = {"entities": "mentions", "copies": "articles"}


def where(frame: str, selection: Selection) -> Clause:
    """The condition on rows `t` of `frame`, with its parameters; "true" if no filter is set."""
    name = _ALIASES.get(frame, frame)
    if name == "corrections":
        return EVERY_ROW, []
    clauses = [condition(name, selection) for condition in _conditions(selection)]
    sql = " AND ".join(f"({clause})" for clause, _ in clauses if clause != EVERY_ROW) or EVERY_ROW
    return sql, [parameter for _, parameters in clauses for parameter in parameters]


def _conditions(selection: Selection) -> Iterable[Condition]:
    """The conditions of the filters that are set, each once."""
    chosen = (name for name in SELECTED if values(selection, name))
    return dict.fromkeys(CONDITIONS.get(name) or partial(_of_column, name) for name in chosen)


def _of_column(name: str, frame: str, selection: Selection) -> Clause:
    """The condition of a filter whose values are those of a column."""
    column_filter, chosen = SELECTED[name], list(values(selection, name))
    among = f"{column_filter.column} IN ({_marks(chosen)})"
    if frame in column_filter.own:
        return f"t.{among}", chosen
    if column_filter.frame == "articles":
        return _of_articles(frame, f"SELECT article_id FROM articles WHERE {among}"), chosen
    if column_filter.frame in _EVENTS:
        return _of_events(
            frame, f"SELECT event_id FROM {column_filter.frame} WHERE {among}"
        ), chosen
    return _of_sentences(
        frame, f"SELECT article_id, sentence FROM {column_filter.frame} WHERE {among}"
    ), chosen


def _of_articles(frame: str, articles: str) -> str:
    """Condition: a row of `frame` belongs to one of the articles of a subquery (article_id)."""
    if frame in ("events", "participants"):
        return f"t.event_id IN (SELECT event_id FROM reports WHERE article_id IN ({articles}))"
    return f"t.article_id IN ({articles})"


def _of_events(frame: str, events: str) -> str:
    """Condition: a row of `frame` belongs to one of the events of a subquery (event_id).

    In frames without event_id it belongs to a sentence that reports one of them.
    """
    if frame in _EVENTS:
        return f"t.event_id IN ({events})"
    return _of_sentences(frame, _reporting(events))


def _of_sentences(frame: str, sentences: str) -> str:
    """Condition: a row of `frame` belongs to a sentence of a subquery (article_id, sentence)."""
    if frame in ("events", "participants"):
        return (
            "t.event_id IN (SELECT event_id FROM reports r "
            f"WHERE (r.article_id, r.sentence_number) IN ({sentences}))"
        )
    if frame == "articles":
        return f"t.article_id IN (SELECT article_id FROM ({sentences}))"
    return f"{_SENTENCES[frame]} IN ({sentences})"


def _reporting(events: str) -> str:
    return f"SELECT article_id, sentence_number FROM reports WHERE event_id IN ({events})"


def _years(frame: str, selection: Selection) -> Clause:
    """Rows that overlap the years; of frames without dates, rows of sentences that overlap them."""
    window = [_year(selection.year_from, _FIRST), _year(selection.year_to, _LAST) + 1]
    if frame in _DATED:
        return _OVERLAPS.format("t"), window
    dated = f"SELECT article_id, sentence FROM sentences s WHERE {_OVERLAPS.format('s')}"
    return _of_sentences(frame, dated), window


def _year(value: int | None, default: int) -> int:
    return default if value is None else min(max(value, _FIRST), _LAST)


def _actors(frame: str, selection: Selection) -> Clause:
    """Events of the actors; quotes of the actors and of speakers from their states."""
    if frame != "quotes":
        return _of_column("actors", frame, selection)
    marks, names = _marks(selection.actors), list(selection.actors)
    states = f"SELECT country FROM participants WHERE name IN ({marks}) AND country IS NOT NULL"
    return f"t.speaker IN ({marks}) OR t.country IN ({states})", names * 2


def _pair(frame: str, selection: Selection) -> Clause:
    """Events between both states; quotes of either state in articles that report such an event."""
    states = (selection.pair or "").split("-")
    both = (
        "SELECT event_id FROM participants WHERE country IN (?, ?) "
        "GROUP BY event_id HAVING count(DISTINCT country) = 2"
    )
    if frame == "quotes":
        reporting = f"t.article_id IN (SELECT article_id FROM ({_reporting(both)}))"
        return f"t.country IN (?, ?) AND {reporting}", states * 2
    return _of_events(frame, both), states


def _query(frame: str, selection: Selection) -> Clause:
    """Rows of sentences that the search found; a blank query selects all rows."""
    if not selection.query.strip():
        return EVERY_ROW, []
    hits = "SELECT article_id, sentence FROM sentences s WHERE s.row IN (SELECT id FROM hits)"
    return _of_sentences(frame, hits), []


def _places(frame: str, selection: Selection) -> Clause:
    """Rows of sentences that name one of the places."""
    naming = (
        "SELECT m.article_id, m.sentence FROM mentions m JOIN entities n USING (entity_id) "
        f"WHERE n.type = 'LOC' AND n.canonical_en IN ({_marks(selection.places)})"
    )
    return _of_sentences(frame, naming), list(selection.places)


def _certainty(frame: str, selection: Selection) -> Clause:
    """Events at least as sure as the chosen word; all rows of what is no event."""
    wanted = CERTAINTIES[: CERTAINTIES.index(_word(selection)) + 1]
    among = f"certainty IN ({_marks(wanted)})"
    if frame == "events":
        return f"t.{among}", list(wanted)
    if frame in _EVENTS:
        return _of_events(frame, f"SELECT event_id FROM events WHERE {among}"), list(wanted)
    return EVERY_ROW, []


def _word(selection: Selection) -> Certainty:
    return next(word for word in CERTAINTIES if word == selection.certainty)


def _marks(parameters: Iterable[object]) -> str:
    return ", ".join("?" for _ in parameters)


# Filters whose condition is more than "the column is one of the values".
CONDITIONS: Final[Mapping[str, Condition]] = {
    "pair": _pair,
    "year_from": _years,
    "year_to": _years,
    "actors": _actors,
    "places": _places,
    "certainty": _certainty,
    "query": _query,
}


@dataclass(frozen=True, slots=True)
class Facet:
    """Counts the values of `filters`: the frame to filter, and the query with {where}."""

    frame: str
    sql: str
    filters: tuple[str, ...]

    def where(self, selection: Selection) -> Clause:
        """The condition of all filters except its own."""
        own = {name: getattr(EVERYTHING, name) for name in self.filters}
        return where(self.frame, replace(selection, **own))


_LISTED: Final = "GROUP BY 1 ORDER BY 3 DESC, 1"
_OF_SELECTED: Final = "event_id IN (SELECT event_id FROM events t WHERE {where})"
# frame of a filter's column → the frame to filter, and the query that counts
_COUNTS: Final = {
    "events": (
        "events",
        "SELECT {column} AS value, NULL AS label_ar, count(*) AS count FROM events t "
        "WHERE {where} AND {column} IS NOT NULL",
    ),
    "participants": (
        "events",
        "SELECT {column} AS value, min(name_ar) AS label_ar, count(DISTINCT event_id) AS count "
        f"FROM participants WHERE {_OF_SELECTED}",
    ),
    "articles": (
        "events",
        "SELECT {column} AS value, NULL AS label_ar, count(DISTINCT event_id) AS count "
        f"FROM reports JOIN articles USING (article_id) WHERE {_OF_SELECTED} "
        "AND {column} IS NOT NULL",
    ),
    "quotes": (
        "quotes",
        "SELECT {column} AS value, min(speaker_ar) AS label_ar, count(*) AS count FROM quotes t "
        "WHERE {where} AND {column} IS NOT NULL",
    ),
}
_BY_COLUMN: Final = {
    name: Facet(
        _COUNTS[known.frame][0],
        f"{_COUNTS[known.frame][1]} {_LISTED}".replace("{column}", known.column),
        (name,),
    )
    for name, known in FILTERS.items()
    if known.frame in _COUNTS
}
FACETS: Final[Mapping[str, Facet]] = {
    **_BY_COLUMN,
    "pair": Facet(
        "events",
        "SELECT a.country || '-' || b.country AS value, NULL AS label_ar, "
        "count(DISTINCT a.event_id) AS count FROM participants a "
        "JOIN participants b ON a.event_id = b.event_id AND a.country < b.country "
        f"WHERE a.{_OF_SELECTED} {_LISTED}",
        ("pair",),
    ),
    "places": Facet(
        "events",
        "SELECT canonical_en AS value, min(canonical_ar) AS label_ar, "
        "count(DISTINCT r.event_id) AS count FROM reports r "
        "JOIN mentions m ON m.article_id = r.article_id AND m.sentence = r.sentence_number "
        "JOIN entities n ON n.entity_id = m.entity_id WHERE n.type = 'LOC' "
        f"AND n.canonical_en NOT IN (SELECT name FROM participants) AND r.{_OF_SELECTED} {_LISTED}",
        ("places",),
    ),
    "certainty": Facet(
        "events",
        # an event counts for its own word and for those below it
        "SELECT unnest(CASE certainty WHEN 'likely' THEN ['likely', 'probable', 'uncertain'] "
        "WHEN 'probable' THEN ['probable', 'uncertain'] ELSE ['uncertain'] END) AS value, "
        "NULL AS label_ar, count(*) AS count FROM events t WHERE {where} GROUP BY 1 ORDER BY 3, 1",
        ("certainty",),
    ),
    "years": Facet(
        "events",
        "SELECT CAST(y AS VARCHAR) AS value, NULL AS label_ar, count(*) AS count FROM (SELECT "
        "unnest(range(year(date_from), year(date_to) + 1)) AS y FROM events t "
        "WHERE {where} AND date_from IS NOT NULL) GROUP BY 1 ORDER BY 1",
        ("year_from", "year_to"),
    ),
}
