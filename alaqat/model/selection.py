"""What a reader of the store asks for, as one value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """What a reader asked to see; empty fields do not filter.

    `year_from`/`year_to` are inclusive and keep whatever overlaps them. `actors` are English names,
    `kinds` the kinds of `data/lexicon/plover.csv`, `sources` outlets, `places` English names of places, `query` free
    text, `speaker` and `entity` ids, `pair` the ISO 3166-1 alpha-3 codes of two states that both take part.
    """

    year_from: int | None = None
    year_to: int | None = None
    actors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    query: str = ""
    speaker: str | None = None
    article: str | None = None
    entities: tuple[str, ...] = ()
    pair: tuple[str, str] | None = None
