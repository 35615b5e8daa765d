"""The filters of the dashboard, each declared once as a field of `Filters`.

`Selection`, the dashboard's view and its links, and the store's conditions and counts of facets are
derived from these fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final, Literal

Form = Literal["text", "year", "pair", "kind", "choice"]


@dataclass(frozen=True, slots=True)
class Filter:
    """The declaration of one filter.

    `parameter` is its name in a link, empty if it is in no link; `form` is how a value is written.
    `frame` and `column` are where the store has its values; rows of other frames are selected
    through their event, sentence or article, except in the frames of `own`, which have the column
    themselves. A filter without a column has its own condition in `alaqat.store.filters_sql`.
    `title` is the heading of its list of values (an English message id; no list without one),
    `values` are the values of a choice with their labels (message ids).
    """

    parameter: str = ""
    form: Form = "text"
    frame: str = ""
    column: str = ""
    own: tuple[str, ...] = ()
    title: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


def _filter(default: object = (), /, parameter: str = "", form: Form = "text", **more: Any) -> Any:
    """A field that is a filter; with its default value it selects every row."""
    return field(default=default, metadata={"filter": Filter(parameter, form, **more)})


@dataclass(frozen=True, slots=True)
class Filters:
    """The values of all filters; a field with its default value selects every row.

    `pair` has the ISO 3166-1 alpha-3 codes of two states that both take part, in alphabetical order
    (`ISR-TUR`). `year_from` and `year_to` are inclusive and select all intervals that overlap them.
    `kinds` are the kinds of `data/lexicon/plover.csv`, `actors` and `places` English names,
    `sources` outlets, `speaker` an English name, `query` free text, `granularity` the precision of
    a date, `certainty` the least certainty of events (rows of other things are not selected by it).
    """

    pair: str | None = _filter(None, "pair", "pair")
    year_from: int | None = _filter(None, "from", "year")
    year_to: int | None = _filter(None, "to", "year")
    kinds: tuple[str, ...] = _filter(
        (), "kind", "kind", frame="events", column="kind", own=("events",), title="Kinds"
    )
    actors: tuple[str, ...] = _filter(
        (), "actor", frame="participants", column="name", title="Actors"
    )
    sources: tuple[str, ...] = _filter(
        (), "outlet", frame="articles", column="source", title="Outlets"
    )
    places: tuple[str, ...] = _filter((), "place", title="Places")
    speaker: str | None = _filter(
        None, "speaker", frame="quotes", column="speaker", own=("quotes",), title="Speakers"
    )
    granularity: tuple[str, ...] = _filter(
        (),
        "granularity",
        "choice",
        frame="events",
        column="granularity",
        own=("events", "reports", "timexes"),
        title="Dates known to the",
        values={
            "day": "day",
            "week": "week",
            "month": "month",
            "quarter": "quarter",
            "year": "year",
            "decade": "decade",
            "range": "first and last day",
        },
    )
    certainty: str | None = _filter(
        None,
        "certainty",
        "choice",
        frame="events",
        column="certainty",
        own=("events",),
        title="How sure",
        values={
            "likely": "only likely events",
            "probable": "likely and probable events",
            "uncertain": "uncertain events too",
        },
    )
    query: str = _filter("", "q")


@dataclass(frozen=True, slots=True)
class Selection(Filters):
    """A query to the store: the user's filters, and the article or entities (ids) of a page.

    The events and quotes of a sentence belong to the entities that the sentence names.
    """

    article: str | None = _filter(None, frame="articles", column="article_id")
    entities: tuple[str, ...] = _filter((), frame="mentions", column="entity_id")


# field → its declaration
FILTERS: Final[Mapping[str, Filter]] = {own.name: own.metadata["filter"] for own in fields(Filters)}
SELECTED: Final[Mapping[str, Filter]] = {
    own.name: own.metadata["filter"] for own in fields(Selection)
}
EVERYTHING: Final = Selection()


def values(filters: Filters, name: str) -> tuple[Any, ...]:
    """The values that a filter selects; none if it has its default value."""
    value = getattr(filters, name)
    if isinstance(value, tuple):
        return value
    return () if value in (None, "") else (value,)
