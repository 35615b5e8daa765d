"""The state of a page: the reader's choices as one value, written in the page's URL.

The URL is the only place where the choices are stored. Widgets are filled from it and write to it,
so a link shows what its sender saw, and the choices stay when the reader opens another page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final
from urllib.parse import quote_plus

from alaqat.model import pins, selection
from alaqat.model.pins import Pin
from alaqat.model.selection import Filters, Selection
from components.i18n.catalogue import LANGUAGES
from components.i18n.words import MONTHS, Words
from components.view import url_values as read

MOST: Final = 20  # values of one list
_MOST: Final = {"pins": pins.MOST}
ARRANGEMENTS: Final = ("newest", "oldest", "side", "topic")
SORTS: Final = ("degree", "betweenness", "mentions", "name", "state")
FILTERS: Final = tuple(selection.FILTERS)
YEARS: Final = ("year_from", "year_to")
SURE_ENOUGH: Final = "probable"  # the least certainty of the events that a page shows at first


def _parameter(
    name: str, reader: read.Reader, default: object = None, *, of_page: bool = False
) -> Any:
    """A field with the URL parameter `name`; links to other pages drop a field `of_page`."""
    return field(default=default, metadata={"parameter": (name, reader), "of_page": of_page})


def _of_page(name: str, reader: read.Reader, default: object = None) -> Any:
    return _parameter(name, reader, default, of_page=True)


@dataclass(frozen=True, slots=True)
class ViewState(Filters):
    """Everything in a link: the filters and the fields below.

    `certainty` hides the uncertain events unless another value is chosen.
    `months` is the tradition of Arabic month names, `hijri` adds Hijri dates, `facets` opens the
    lists of the values of all filters. `zoom` is the first and last day of the time axis
    (`2018-05-01_2018-06-30`), `comparison` the second chart on that axis: a pair of states or an
    outlet (`outlet:…`). `event`, `quote`, `article` and `nodes` are ids of the store; `at` is a
    source offset in the article. `period` is the year or month of the listed events, `measure` what
    the overview's bars show. `entity` is the id of the name on the page of one name, `rule` the
    rule on the page of one rule, `reference` a chronology that comes with Alaqat, `arrangement` the
    order of the quotes, `sort` a column of the network's table, `newest` lists the latest events
    first, `leaf` is the part of a long list, counted from 1. `present` shows only slides, `slide`
    is the number of a slide, `autoplay` the seconds until the next. `pins` are the story, `story`
    is the key of a story that is too long for a link, `story_title` its title. `correct` is the
    event, quote or name to correct, by its id (`e:…`, `q:…`, `n:…`). `all_pairs` says that no
    filter is wanted: without it the first page opens with the most reported pair of states.
    """

    certainty: str | None = SURE_ENOUGH
    lang: str = _parameter("lang", read.one_of(*LANGUAGES), "ar")
    months: str = _parameter("months", read.one_of(*filter(None, MONTHS)), "")
    hijri: bool = _parameter("hijri", read.is_on, False)
    facets: bool = _parameter("facets", read.is_on, False)
    all_pairs: bool = _parameter("all", read.is_on, False)
    zoom: str | None = _of_page("zoom", read.days)
    comparison: str | None = _of_page("beside", read.pair_or_outlet)
    nodes: tuple[str, ...] = _of_page("node", read.text, ())
    event: str | None = _of_page("event", read.text)
    quote: str | None = _of_page("quote", read.text)
    article: str | None = _of_page("article", read.text)
    at: int | None = _of_page("at", read.number(0, 100_000_000))
    period: str | None = _of_page("period", read.period)
    measure: str = _of_page("measure", read.one_of("count", "intensity"), "count")
    entity: str | None = _of_page("entity", read.text)
    arrangement: str = _of_page("by", read.one_of(*ARRANGEMENTS), "newest")
    rule: str | None = _of_page("rule", read.text)
    reference: str | None = _of_page("reference", read.matching("[a-z-]{1,40}"))
    sort: str = _of_page("sort", read.one_of(*SORTS), "degree")
    correct: str | None = _of_page("correct", read.matching("[eqn]:.{1,200}"))
    newest: bool = _of_page("newest", read.is_on, False)
    leaf: int = _of_page("leaf", read.number(1, 100_000), 1)
    present: bool = _of_page("present", read.is_on, False)
    slide: int = _of_page("slide", read.number(1, 999), 1)
    autoplay: int | None = _of_page("play", read.number(1, 600))
    story_title: str = _parameter("title", pins.read_title, "")
    pins: tuple[Pin, ...] = _parameter("pin", pins.read, ())
    story: str | None = _parameter("story", read.matching("[0-9a-f]{16}"))

    @property
    def words(self) -> Words:
        """The texts in the reader's language."""
        return Words(self.lang, self.months, self.hijri)

    @property
    def window(self) -> tuple[date, date] | None:
        """The first and last day of the zoom; None without one."""
        if self.zoom is None:
            return None
        first, last = map(date.fromisoformat, self.zoom.split("_"))
        return first, last

    @property
    def is_filtered(self) -> bool:
        """True if a filter is set."""
        return any(getattr(self, name) != getattr(EMPTY, name) for name in FILTERS)

    def selection(self, **changes: Any) -> Selection:
        """The filters as a query of the store; `changes` set or clear fields of the `Selection`."""
        return Selection(**{name: getattr(self, name) for name in FILTERS} | changes)

    def everything(self) -> ViewState:
        """The same view without filters."""
        return self.without(*FILTERS).marked()

    def marked(self) -> ViewState:
        """The same view, which says that no filter is wanted if none is set."""
        return replace(self, all_pairs=not self.is_filtered)

    def without(self, *names: str) -> ViewState:
        """The same view with the default values of some fields."""
        return self.with_values({name: getattr(EMPTY, name) for name in names})

    def with_values(self, changes: Mapping[str, Any]) -> ViewState:
        """The same view with other values of the fields that `changes` names."""
        return replace(self, **changes)

    def chosen(self, name: str) -> tuple[str, ...]:
        """The chosen values of a filter, as in a link; `years` has a value for a single year."""
        if name == "years":
            is_single = self.year_from is not None and self.year_from == self.year_to
            return (str(self.year_from),) if is_single else ()
        return tuple(map(str, selection.values(self, name)))

    def toggled(self, name: str, value: str) -> ViewState:
        """The same view without a value of a filter if it is chosen, else with it."""
        chosen = self.chosen(name)
        is_chosen = value in chosen
        if name == "years":
            year = None if is_chosen else int(value)
            return replace(self, year_from=year, year_to=year)
        if name not in LISTS:
            return self.without(name) if is_chosen else self.with_values({name: value})
        others = tuple(other for other in chosen if other != value)
        return self.with_values({name: others if is_chosen else (*chosen, value)})


EMPTY: Final = ViewState()
OF_PAGE: Final = tuple(own.name for own in fields(ViewState) if own.metadata.get("of_page"))
LISTS: Final = frozenset(own.name for own in fields(ViewState) if own.default == ())
_READERS: Final[Mapping[str, tuple[str, read.Reader]]] = {
    own.name: own.metadata["parameter"] for own in fields(ViewState) if own.name not in FILTERS
}
# field → its parameter in the URL and the reader of its values; the language first, then filters
PARAMETERS: Final[Mapping[str, tuple[str, read.Reader]]] = {
    **{name: _READERS[name] for name in ("lang", "months", "hijri")},
    **{name: (known.parameter, read.of_filter(known)) for name, known in selection.FILTERS.items()},
    **_READERS,
}


def parse(params: Mapping[str, Sequence[str]]) -> tuple[ViewState, tuple[str, ...]]:
    """The view of a URL, and its parameters with values that are not valid (`from=abc`)."""
    values: dict[str, Any] = {}
    ignored: list[str] = []
    for name, (parameter, reader) in PARAMETERS.items():
        good, bad = _read(reader, params.get(parameter, ()))
        ignored += [f"{parameter}={value}" for value in bad]
        if good and name in LISTS:
            values[name] = tuple(dict.fromkeys(good))[: _MOST.get(name, MOST)]
        elif good:
            values[name] = good[-1]
    values["pins"] = pins.unique(values.get("pins", ()))
    view = ViewState(**values)
    if view.year_from and view.year_to and view.year_from > view.year_to:
        return replace(view, year_to=None), (*ignored, f"to={view.year_to}")
    return view, tuple(ignored)


def _read(reader: read.Reader, values: Iterable[str]) -> tuple[list[Any], list[str]]:
    good: list[Any] = []
    bad: list[str] = []
    for value in values:
        try:
            good.append(reader(value))
        except ValueError:
            bad.append(value[: read.LONGEST])
    return good, bad


_VALUES: Final = attrgetter(*PARAMETERS)
_DEFAULTS: Final[Mapping[str, Any]] = dict(zip(PARAMETERS, _VALUES(EMPTY), strict=True))


def params(view: ViewState, **changes: Any) -> dict[str, str | list[str]]:
    """The URL parameters of a changed view, without those that have their default value."""
    values = {**dict(zip(PARAMETERS, _VALUES(view), strict=True)), **changes}
    return {
        PARAMETERS[name][0]: _written(value)
        for name, value in values.items()
        if value != _DEFAULTS[name]
    }


def _written(value: Any) -> str | list[str]:
    if isinstance(value, tuple):
        return [str(part) for part in value]
    return "1" if value is True else str(value)


def href(page: str, view: ViewState, **changes: Any) -> str:
    """A relative link to a page (its `url_path`; "" is the overview) with a changed view."""
    query = "&".join(
        f"{name}={_quoted(part)}"
        for name, value in params(view, **changes).items()
        for part in ([value] if isinstance(value, str) else value)
    )
    return f"./{page}?{query}" if query else f"./{page}"


_quoted: Final = lru_cache(maxsize=4_000)(quote_plus)
