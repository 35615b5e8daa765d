"""The values of each filter as lists of links, with their counts under all other filters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from alaqat.lexicon.certainty import CERTAINTIES
from alaqat.model.selection import FILTERS
from components.data import queries
from components.i18n.catalogue import N_
from components.i18n.escape import escape
from components.i18n.words import Words
from components.theme.event_kinds import kind
from components.view import view_state
from components.view.view_state import ViewState
from components.widgets import filter_labels

SHOWN: Final = 12  # values of one list; the boxes of the filter bar offer the others
YEARS: Final = 40
# filter → title of its list; the years are two filters and one list
TITLES: Final = {
    **{name: known.title for name, known in FILTERS.items() if known.title},
    "years": N_("Years"),
}


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a filter: `key` in the URL, `label` on screen, `count` under other filters."""

    key: str
    label: str
    count: int
    is_chosen: bool


def values(name: str, view: ViewState, most: int = SHOWN) -> list[Value]:
    """At most `most` values of a filter: the chosen, the most frequent, then those with count 0."""
    counts = queries.facet_counts(name, view.selection())
    unfiltered = [str(row["value"]) for row in queries.facet(name)]
    chosen = view.chosen(name)
    if name == "years":
        keys = sorted({*unfiltered, *chosen}, reverse=True)[:YEARS][::-1]
    else:
        keys = list(dict.fromkeys([*chosen, *counts, *unfiltered]))[: max(most, len(chosen))]
    label = _labels(name, view.words)
    return [Value(key, label(key), counts.get(key, 0), key in chosen) for key in keys]


def _labels(name: str, words: Words) -> Callable[[str], str]:
    """The function from a value of a filter to its label."""
    if name == "years":
        return str
    if name == "kinds":
        return lambda key: f"{kind(key).mark} {filter_labels.label(name, key, words)}"
    if FILTERS[name].form != "text":
        return lambda key: filter_labels.label(name, key, words)
    labels = filter_labels.text_labels(name, words)
    return lambda key: labels.get(key, key)


def panel(page: str, view: ViewState) -> str:
    """All lists of values, each value a link on the page `page`."""
    words = view.words
    lists = [_list(page, name, words.t(title), view) for name, title in TITLES.items()]
    note = words.t("Counts: events under all the other choices; for speakers, quotes.")
    return f'<div class="facets">{"".join(lists)}</div><p class="meta">{escape(note)}</p>'


def _list(page: str, name: str, title: str, view: ViewState) -> str:
    heading, listed = f"<h2>{escape(title)}</h2>", items(page, name, values(name, view), view)
    return f'<section class="facet facet-{name}">{heading}<ul>{listed}</ul></section>'


def items(page: str, name: str, shown: Sequence[Value], view: ViewState) -> str:
    """The values of a filter as items of a list, each a link that chooses it or drops it."""
    if not shown:
        return f'<li class="zero">{escape(view.words.t("none"))}</li>'
    return "".join(_item(page, name, value, view) for value in shown)


def _item(page: str, name: str, value: Value, view: ViewState) -> str:
    look = " zero" if not value.count else ""
    here = ' aria-current="true"' if value.is_chosen else ""
    address = escape(view_state.href(page, view.toggled(name, value.key).marked(), leaf=1))
    count = view.words.number(value.count)
    return (
        f'<li class="value{look}"><a href="{address}"{here}><bdi>{escape(value.label)}</bdi> '
        f'<span class="count">{escape(count)}</span></a></li>'
    )


def hidden_events(page: str, view: ViewState) -> str:
    """The number of events too uncertain to be shown, as a link that shows them; empty without."""
    counts = queries.facet_counts("certainty", view.selection())
    number = max(counts.values(), default=0) - counts.get(str(view.certainty), 0)
    if not number:
        return ""
    text = view.words.n("{count} uncertain event hidden", "{count} uncertain events hidden", number)
    address = escape(view_state.href(page, view, certainty=CERTAINTIES[-1], leaf=1))
    return f'<a class="quiet" href="{address}">{escape(text)}</a>'


def chips(page: str, view: ViewState) -> str:
    """A chip for each chosen value that clears it, and one that clears all; empty without any.

    A pair alone has no chip, because the filter line shows it.
    """
    if not view.without("pair").is_filtered:
        return ""
    parts = [_chip(page, choice, view) for choice in filter_labels.choices(view)]
    address = escape(view_state.href(page, view.everything()))
    parts.append(f'<a class="clear" href="{address}">{escape(view.words.t("show everything"))}</a>')
    return f'<p class="chips">{" ".join(parts)}</p>'


def _chip(page: str, choice: filter_labels.Choice, view: ViewState) -> str:
    title = escape(view.words.t("without {choice}", choice=choice.label))
    address = escape(view_state.href(page, choice.without.marked(), leaf=1))
    text = f'<bdi>{escape(choice.label)}</bdi> <span aria-hidden="true">×</span>'
    return f'<a class="chip" href="{address}" title="{title}">{text}</a>'
