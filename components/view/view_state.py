"""What the reader chose, as one value that is the page's URL and nothing else.

The URL is the only home of the choice: widgets are filled from it and write back to it, so a link shows
what its sender saw, and moving between pages keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from alaqat.model import selection
from alaqat.model.selection import Filters, Selection
from components.i18n.catalogue import LANGUAGES
from components.i18n.words import MONTHS, Words
from components.view import pins
from components.view import url_values as read
from components.view.pins import Pin

MOST: Final = 20  # values of one list
_MOST: Final = {"pins": pins.MOST}
SORTS: Final = ("degree", "betweenness", "mentions", "name", "state")
FILTERS: Final = tuple(selection.FILTERS)
YEARS: Final = ("year_from", "year_to")


def _parameter(
    name: str, reader: read.Reader, default: object = None, *, of_page: bool = False
) -> Any:
    """A field that the URL holds as `name`; one `of_page` is not carried from page to page."""
    return field(default=default, metadata={"parameter": (name, reader), "of_page": of_page})


def _of_page(name: str, reader: read.Reader, default: object = None) -> Any:
    return _parameter(name, reader, default, of_page=True)


@dataclass(frozen=True, slots=True)
class ViewState(Filters):
    """Everything a link holds: the reader's filters and these.

    `months` is the tradition of Arabic month names, `hijri` adds Hijri dates; `facets` opens the lists of the values
    of all filters. `zoom` is the first and last day of the time axis (`2018-05-01_2018-06-30`), `comparison` what
    stands below on that axis: a second pair or an outlet (`outlet:…`). `event`, `quote`, `article` and `nodes` are ids
    of the store; `at` is a source offset in the article. `period` is a year or month whose events are listed,
    `measure` what the overview's bars show. `entity` is the id that the page of one name is about, `sort` a column of
    the network's table, `leaf` the part of a long list. `present` shows slides alone, `slide` the number of one,
    `autoplay` the seconds until the next; `pins` are the story, `story` the key of one too long for a link. `correct`
    is what a reader corrects: an event, a quote or a name by its id (`e:…`, `q:…`, `n:…`).
    """

    lang: str = _parameter("lang", read.one_of(*LANGUAGES), "ar")
    months: str = _parameter("months", read.one_of(*filter(None, MONTHS)), "")
    hijri: bool = _parameter("hijri", read.is_on, False)
    facets: bool = _parameter("facets", read.is_on, False)
    zoom: str | None = _of_page("zoom", read.days)
    comparison: str | None = _of_page("beside", read.pair_or_outlet)
    nodes: tuple[str, ...] = _of_page("node", read.text, ())
    event: str | None = _of_page("event", read.text)
    quote: str | None = _of_page("quote", read.text)
    article: str | None = _of_page("article", read.text)
    at: int | None = _of_page("at", read.number(0, 100_000_000))
    period: str | None = _of_page("period", read.matching("[12][0-9]{3}(-(0[1-9]|1[0-2]))?"))
    measure: str = _of_page("measure", read.one_of("count", "intensity"), "count")
    entity: str | None = _of_page("entity", read.text)
    sort: str = _of_page("sort", read.one_of(*SORTS), "degree")
    correct: str | None = _of_page("correct", read.matching("[eqn]:.{1,200}"))
    leaf: int = _of_page("leaf", read.number(1, 100_000), 1)
    present: bool = _of_page("present", read.is_on, False)
    slide: int = _of_page("slide", read.number(1, 999), 1)
    autoplay: int | None = _of_page("play", read.number(1, 600))
    pins: tuple[Pin, ...] = _parameter("pin", pins.read, ())
    story: str | None = _parameter("story", read.matching("[0-9a-f]{16}"))

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
    def is_filtered(self) -> bool:
        """True if anything narrows what is shown."""
        return self.everything() != self

    def selection(self, **changes: Any) -> Selection:
        """What to ask the store for; `changes` set or clear single fields of the `Selection`."""
        return Selection(**{name: getattr(self, name) for name in FILTERS} | changes)

    def everything(self) -> ViewState:
        """The same view with nothing filtered."""
        return self.without(*FILTERS)

    def without(self, *names: str) -> ViewState:
        """The same view with some fields as by default."""
        return self.with_values({name: getattr(EMPTY, name) for name in names})

    def with_values(self, changes: Mapping[str, Any]) -> ViewState:
        """The same view with other values of fields that are known by name only."""
        return replace(self, **changes)

    def chosen(self, name: str) -> tuple[str, ...]:
        """The values of a filter that are chosen, as they are written in a link; `years` is a single year alone."""
        if name == "years":
            alone = self.year_from is not None and self.year_from == self.year_to
            return (str(self.year_from),) if alone else ()
        return tuple(map(str, selection.values(self, name)))

    def toggled(self, name: str, value: str) -> ViewState:
        """The same view with a value of a filter chosen, or no longer chosen where it was."""
        held = self.chosen(name)
        if name == "years":
            year = None if value in held else int(value)
            return replace(self, year_from=year, year_to=year)
        if name not in LISTS:
            return self.without(name) if value in held else self.with_values({name: value})
        left = tuple(other for other in held if other != value)
        return self.with_values({name: left if value in held else (*held, value)})


EMPTY: Final = ViewState()
OF_PAGE: Final = tuple(own.name for own in fields(ViewState) if own.metadata.get("of_page"))
LISTS: Final = frozenset(own.name for own in fields(ViewState) if own.default == ())
_READERS: Final[Mapping[str, tuple[str, read.Reader]]] = {
    own.name: own.metadata["parameter"] for own in fields(ViewState) if own.name not in FILTERS
}
# field → its name in the URL and how one value of it is read: the language first, then the filters
PARAMETERS: Final[Mapping[str, tuple[str, read.Reader]]] = {
    **{name: _READERS[name] for name in ("lang", "months", "hijri")},
    **{name: (known.parameter, read.of_filter(known)) for name, known in selection.FILTERS.items()},
    **_READERS,
}


def parse(params: Mapping[str, Sequence[str]]) -> tuple[ViewState, tuple[str, ...]]:
    """The view a URL asks for, and the parameters of it that were ignored (`from=abc`)."""
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


def params(view: ViewState) -> dict[str, str | list[str]]:
    """The URL parameters of a view; whatever is as by default is left out."""
    return {
        parameter: _written(getattr(view, name))
        for name, (parameter, _) in PARAMETERS.items()
        if getattr(view, name) != getattr(EMPTY, name)
    }


def _written(value: Any) -> str | list[str]:
    if isinstance(value, tuple):
        return [str(part) for part in value]
    return "1" if value is True else str(value)


def href(page: str, view: ViewState, **changes: Any) -> str:
    """A relative link to a page (its `url_path`; "" is the overview), with `changes` made to the view."""
    query = urlencode(params(replace(view, **changes)), doseq=True)
    return f"./{page}?{query}" if query else f"./{page}"
