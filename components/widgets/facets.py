"""The facets: the values of each choice with their counts under all the other choices, every one a link."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from components.data import queries
from components.i18n.catalogue import N_, Words, escape
from components.theme.event_kinds import kind
from components.view import view_state
from components.view.view_state import ViewState

SHOWN: Final = 12  # values of one facet; the boxes of the bar find the others
YEARS: Final = 40


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet: what the URL holds, what the reader reads, how often it is there now."""

    key: str
    label: str
    count: int
    chosen: bool


# facet of the store → the view's field and the title of the list; years have two fields
LISTS: Final = {
    "kind": ("kinds", N_("Kinds")),
    "actor": ("actors", N_("Actors")),
    "source": ("sources", N_("Outlets")),
    "place": ("places", N_("Places")),
    "speaker": ("speaker", N_("Speakers")),
    "year": ("", N_("Years")),
}


def values(name: str, view: ViewState) -> list[Value]:
    """The values of a facet: the chosen ones, then the most frequent; those without a hit now come last, with 0."""
    now = {str(row["value"]): row for row in queries.values(name, view.selection())}
    ever = {str(row["value"]): row for row in queries.values(name)}
    chosen = _chosen(name, view)
    if name == "year":
        keys = sorted({*ever, *chosen}, reverse=True)[:YEARS][::-1]
    else:
        keys = list(dict.fromkeys([*chosen, *now, *ever]))[: max(SHOWN, len(chosen))]
    return [
        Value(
            key,
            _label(name, key, ever, view.words),
            int(now[key]["count"]) if key in now else 0,
            key in chosen,
        )
        for key in keys
    ]


def _chosen(name: str, view: ViewState) -> tuple[str, ...]:
    if name == "year":
        alone = view.year_from is not None and view.year_from == view.year_to
        return (str(view.year_from),) if alone else ()
    held = getattr(view, LISTS[name][0])
    return held if isinstance(held, tuple) else (held,) if held else ()


def _label(name: str, key: str, ever: Mapping[str, Mapping[Any, Any]], words: Words) -> str:
    if name == "kind":
        return f"{kind(key).mark} {words.t(kind(key).label)}"
    arabic = ever[key]["label_ar"] if key in ever else None
    return words.name({"value": key, "value_ar": arabic}, "value")


def toggled(name: str, view: ViewState, key: str) -> ViewState:
    """The view with a value chosen, or let go where it was chosen."""
    chosen = _chosen(name, view)
    if name == "year":
        year = None if key in chosen else int(key)
        return replace(view, year_from=year, year_to=year)
    if name == "speaker":
        return replace(view, speaker=None if key in chosen else key)
    left = tuple(one for one in chosen if one != key) if key in chosen else (*chosen, key)
    return replace(view, **{LISTS[name][0]: left})


def panel(page: str, view: ViewState) -> str:
    """All facets as lists of links; `page` is where the links stay."""
    words = view.words
    lists = [_list(page, name, words.t(title), view) for name, (_, title) in LISTS.items()]
    told = words.t("Counts: events under all the other choices; for speakers, quotes.")
    return f'<div class="facets">{"".join(lists)}</div><p class="meta">{escape(told)}</p>'


def _list(page: str, name: str, title: str, view: ViewState) -> str:
    items = "".join(_item(page, name, value, view) for value in values(name, view))
    nothing = f'<li class="zero">{escape(view.words.t("none"))}</li>'
    return f'<section class="facet {name}"><h2>{escape(title)}</h2><ul>{items or nothing}</ul></section>'


def _item(page: str, name: str, value: Value, view: ViewState) -> str:
    look = " zero" if not value.count else ""
    here = ' aria-current="true"' if value.chosen else ""
    address = escape(view_state.href(page, toggled(name, view, value.key), leaf=1))
    count = view.words.number(value.count)
    return (
        f'<li class="value{look}"><a href="{address}"{here}><bdi>{escape(value.label)}</bdi> '
        f'<span class="count">{escape(count)}</span></a></li>'
    )


def chips(page: str, view: ViewState, labels: Callable[[str, str], str]) -> str:
    """What is chosen, each as a chip that clears it, and one that clears all; nothing where nothing is chosen.

    `labels(facet, value)` names a value whatever else is chosen.
    """
    made = [_chip(page, label, without, view.words) for label, without in _choices(view, labels)]
    if not made:
        return ""
    clear = escape(view.words.t("show everything"))
    made.append(
        f'<a class="clear" href="{escape(view_state.href(page, view.everything()))}">{clear}</a>'
    )
    return f'<p class="chips">{" ".join(made)}</p>'


def _chip(page: str, label: str, without: ViewState, words: Words) -> str:
    told = escape(words.t("without {choice}", choice=label))
    address = escape(view_state.href(page, without, leaf=1))
    shown = f'<bdi>{escape(label)}</bdi> <span aria-hidden="true">×</span>'
    return f'<a class="chip" href="{address}" title="{told}">{shown}</a>'


def _choices(view: ViewState, labels: Callable[[str, str], str]) -> Iterator[tuple[str, ViewState]]:
    """Every choice of a view in words, with the view that is left without it."""
    if view.pair:
        yield labels("pair", view.pair), replace(view, pair=None)
    if view.year_from or view.year_to:
        yield labels("years", ""), replace(view, year_from=None, year_to=None)
    for name in ("kind", "actor", "source", "place", "speaker"):
        for key in _chosen(name, view):
            yield labels(name, key), toggled(name, view, key)
    if view.query:
        yield view.words.t("“{query}”", query=view.query), replace(view, query="")
