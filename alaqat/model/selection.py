"""The filters: every way to narrow what is shown, each declared once, as a field of `Filters`.

What asks (`Selection`, the dashboard's view and its links) and what answers (the store's conditions and the counts of
its facets) follow from these fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final, Literal

Form = Literal["text", "year", "pair", "kind", "choice"]


@dataclass(frozen=True, slots=True)
class Filter:
    """What is known of one filter.

    `parameter` is its name in a link, empty where no link holds it; `form` is how a value is written. `frame` and
    `column` are where the store holds its values; rows of other frames follow by their event, sentence or article,
    except in the frames of `own`, whose rows are judged by that column of theirs. A filter without a column has a
    condition of its own in `alaqat.store.filters_sql`. `title` heads its list of values (an English message id; no
    list without one), `values` are the values of a choice with their labels (message ids).
    """

    parameter: str = ""
    form: Form = "text"
    frame: str = ""
    column: str = ""
    own: tuple[str, ...] = ()
    title: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


def _filter(default: object = (), /, parameter: str = "", form: Form = "text", **more: Any) -> Any:
    """A field that is a filter; with its default it does not narrow."""
    return field(default=default, metadata={"filter": Filter(parameter, form, **more)})


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader can choose; a field with its default does not filter.

    `pair` is the ISO 3166-1 alpha-3 codes of two states that both take part, in alphabetical order (`ISR-TUR`).
    `year_from` and `year_to` are inclusive and keep whatever overlaps them. `kinds` are the kinds of
    `data/lexicon/plover.csv`, `actors` and `places` English names, `sources` outlets, `speaker` an English name,
    `query` free text, `granularity` how finely a date is known.
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
    query: str = _filter("", "q")


@dataclass(frozen=True, slots=True)
class Selection(Filters):
    """What is asked of the store: the reader's filters, and one article or some entities (by id) that a page is about.

    Events, quotes and whatever else a sentence holds belong to the entities that it names.
    """

    article: str | None = _filter(None, frame="articles", column="article_id")
    entities: tuple[str, ...] = _filter((), frame="mentions", column="entity_id")


# field → what is known of it
FILTERS: Final[Mapping[str, Filter]] = {own.name: own.metadata["filter"] for own in fields(Filters)}
SELECTED: Final[Mapping[str, Filter]] = {
    own.name: own.metadata["filter"] for own in fields(Selection)
}
EVERYTHING: Final = Selection()


def values(asked: Filters, name: str) -> tuple[Any, ...]:
    """The values that a filter asks for; none where it does not filter."""
    value = getattr(asked, name)
    if isinstance(value, tuple):
        return value
    return () if value in (None, "") else (value,)
