"""What the reader chose, as one value that is the page's URL and nothing else.

The URL is the only home of the choice: widgets are filled from it and write back to it, so a link shows
what its sender saw, and moving between pages keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from alaqat.model.selection import Selection
from components.i18n.catalogue import LANGUAGES, MONTHS, Words
from components.theme.event_kinds import KINDS
from components.view import pins
from components.view.pins import Pin

LONGEST: Final = 200  # characters of one value; a link must stay short enough to send
MOST: Final = 20  # values of one list
_MOST: Final = {"pins": pins.MOST}
OUTLET: Final = "outlet:"  # what an outlet begins with where a pair of states could stand as well


@dataclass(frozen=True, slots=True)
class ViewState:
    """Everything a link holds. Empty fields do not filter.

    `months` is the tradition of Arabic month names, `hijri` adds Hijri dates. `actors`, `places` and `speaker` are
    English names, `sources` outlets, `kinds` keys of `components.kinds.KINDS`, `pair` two ISO alpha-3 codes in
    alphabetical order (`ISR-TUR`); `facets` opens the lists of all their values. `zoom` is the first and last day of
    the time axis (`2018-05-01_2018-06-30`), `beside` what stands below on that axis: a second pair or an outlet
    (`outlet:…`). `event`, `quote`, `article` and `nodes` are ids of the store; `at` is a source offset in the article.
    `period` is a year or month whose events are listed, `measure` what the overview's bars show. `entity` is the id of
    whom the page of one name tells, `sort` a column of the network's table, `leaf` the part of a long list.
    `present` shows slides alone, `slide` the number of one, `autoplay` the seconds until the next; `pins` are the
    story, `story` the key of one too long for a link. `correct` is what a reader corrects: an event, a quote or a name
    by its id (`e:…`, `q:…`, `n:…`).
    """

    lang: str = "ar"
    months: str = ""
    hijri: bool = False
    year_from: int | None = None
    year_to: int | None = None
    actors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    query: str = ""
    speaker: str | None = None
    facets: bool = False
    zoom: str | None = None
    beside: str | None = None
    nodes: tuple[str, ...] = ()
    event: str | None = None
    quote: str | None = None
    article: str | None = None
    at: int | None = None
    pair: str | None = None
    period: str | None = None
    measure: str = "count"
    entity: str | None = None
    sort: str = "degree"
    correct: str | None = None
    leaf: int = 1
    present: bool = False
    slide: int = 1
    autoplay: int | None = None
    pins: tuple[Pin, ...] = ()
    story: str | None = None

    @property
    def words(self) -> Words:
        """The words of the reader's language."""
        return Words(self.lang, self.months, self.hijri)

    @property
    def window(self) -> tuple[date, date] | None:
        """The first and last day of a closer look at the time axis."""
        if self.zoom is None:
            return None
        first, last = map(date.fromisoformat, self.zoom.split("_"))
        return first, last

    @property
    def filtered(self) -> bool:
        """Whether anything narrows what is shown."""
        return any(getattr(self, name) != getattr(EMPTY, name) for name in FILTERS)

    def selection(self, **changes: Any) -> Selection:
        """What to ask the store for; `changes` set or clear single fields of the `Selection`."""
        asked = Selection(
            year_from=self.year_from,
            year_to=self.year_to,
            actors=self.actors,
            kinds=self.kinds,
            sources=self.sources,
            places=self.places,
            query=self.query,
            speaker=self.speaker,
            pair=(self.pair[:3], self.pair[4:]) if self.pair else None,
        )
        return replace(asked, **changes)

    def everything(self) -> ViewState:
        """The same view with nothing filtered."""
        return replace(self, **{name: getattr(EMPTY, name) for name in FILTERS})


EMPTY: Final = ViewState()
FILTERS: Final = (
    "year_from",
    "year_to",
    "actors",
    "kinds",
    "sources",
    "places",
    "query",
    "speaker",
    "pair",
)
# what belongs to one page and is not carried to the next
OWN: Final = (
    "leaf",
    "zoom",
    "beside",
    "event",
    "quote",
    "article",
    "at",
    "nodes",
    "period",
    "measure",
    "entity",
    "sort",
    "present",
    "slide",
    "autoplay",
    "correct",
)


def _number(least: int, most: int) -> Callable[[str], int]:
    def read(value: str) -> int:
        if not least <= int(value) <= most:
            raise ValueError(value)
        return int(value)

    return read


def _key(value: str) -> str:
    if not re.fullmatch("[0-9a-f]{16}", value):
        raise ValueError(value)
    return value


def _short(value: str) -> str:
    if not value.strip() or len(value) > LONGEST:
        raise ValueError(value)
    return value


def _pair(value: str) -> str:
    first, second = sorted(value.split("-"))
    if not re.fullmatch("[A-Z]{3}-[A-Z]{3}", value) or first == second:
        raise ValueError(value)
    return f"{first}-{second}"


def _shaped(pattern: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError(value)
        return value

    return read


def _days(value: str) -> str:
    first, last = map(date.fromisoformat, value.split("_"))
    if first >= last:
        raise ValueError(value)
    return f"{first}_{last}"


def _beside(value: str) -> str:
    return (
        _short(value)
        if value.removeprefix(OUTLET).strip() and value.startswith(OUTLET)
        else _pair(value)
    )


def _yes(value: str) -> bool:
    if value != "1":
        raise ValueError(value)
    return True


def _one_of(*allowed: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in allowed:
            raise ValueError(value)
        return value

    return read


SORTS: Final = ("degree", "betweenness", "mentions", "name", "state")
# field → its name in the URL and how one value of it is read
PARAMETERS: Final[dict[str, tuple[str, Callable[[str], Any]]]] = {
    "lang": ("lang", _one_of(*LANGUAGES)),
    "months": ("months", _one_of(*filter(None, MONTHS))),
    "hijri": ("hijri", _yes),
    "year_from": ("from", _number(1000, 2999)),
    "year_to": ("to", _number(1000, 2999)),
    "actors": ("actor", _short),
    "kinds": ("kind", _one_of(*KINDS)),
    "sources": ("outlet", _short),
    "places": ("place", _short),
    "query": ("q", _short),
    "speaker": ("speaker", _short),
    "facets": ("facets", _yes),
    "zoom": ("zoom", _days),
    "beside": ("beside", _beside),
    "nodes": ("node", _short),
    "event": ("event", _short),
    "quote": ("quote", _short),
    "article": ("article", _short),
    "at": ("at", _number(0, 100_000_000)),
    "pair": ("pair", _pair),
    "period": ("period", _shaped("[12][0-9]{3}(-(0[1-9]|1[0-2]))?")),
    "measure": ("measure", _one_of("count", "intensity")),
    "entity": ("entity", _short),
    "sort": ("sort", _one_of(*SORTS)),
    "correct": ("correct", _shaped("[eqn]:.{1,200}")),
    "leaf": ("leaf", _number(1, 100_000)),
    "present": ("present", _yes),
    "slide": ("slide", _number(1, 999)),
    "autoplay": ("play", _number(1, 600)),
    "pins": ("pin", pins.read),
    "story": ("story", _key),
}
LISTS: Final = frozenset(field.name for field in fields(ViewState) if field.default == ())


def parse(params: Mapping[str, Sequence[str]]) -> tuple[ViewState, tuple[str, ...]]:
    """The view a URL asks for, and the parameters of it that were ignored (`from=abc`)."""
    values: dict[str, Any] = {}
    ignored: list[str] = []
    for field, (name, read) in PARAMETERS.items():
        good, bad = _read(read, params.get(name, ()))
        ignored += [f"{name}={value}" for value in bad]
        if good:
            values[field] = (
                tuple(dict.fromkeys(good))[: _MOST.get(field, MOST)] if field in LISTS else good[-1]
            )
    values["pins"] = pins.unique(values.get("pins", ()))
    view = ViewState(**values)
    if view.year_from and view.year_to and view.year_from > view.year_to:
        return replace(view, year_to=None), (*ignored, f"to={view.year_to}")
    return view, tuple(ignored)


def _read(read: Callable[[str], Any], values: Iterable[str]) -> tuple[list[Any], list[str]]:
    good: list[Any] = []
    bad: list[str] = []
    for value in values:
        try:
            good.append(read(value))
        except ValueError:
            bad.append(value[:LONGEST])
    return good, bad


def params(view: ViewState) -> dict[str, str | list[str]]:
    """The URL parameters of a view; whatever is as by default is left out."""
    found: dict[str, str | list[str]] = {}
    for field, (name, _) in PARAMETERS.items():
        value = getattr(view, field)
        if value != getattr(EMPTY, field):
            found[name] = (
                [str(one) for one in value]
                if field in LISTS
                else "1"
                if value is True
                else str(value)
            )
    return found


def href(page: str, view: ViewState, **changes: Any) -> str:
    """A relative link to a page (its `url_path`; "" is the overview), with `changes` made to the view."""
    query = urlencode(params(replace(view, **changes)), doseq=True)
    return f"./{page}?{query}" if query else f"./{page}"
