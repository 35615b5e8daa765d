"""The labels of the values of all filters in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from alaqat.model import selection
from alaqat.model.selection import Form
from components.data import queries
from components.i18n.countries import pair_name
from components.i18n.words import Words
from components.theme.event_kinds import kind
from components.view.view_state import EMPTY, YEARS, ViewState


@dataclass(frozen=True, slots=True)
class Choice:
    """The label of one chosen value, and the view without it."""

    label: str
    without: ViewState


def choices(view: ViewState) -> Iterator[Choice]:
    """The chosen values of a view in the order of the filters; the two years are one choice."""
    for name in selection.FILTERS:
        if name in YEARS:
            if years := _years(view) if name == YEARS[0] else "":
                yield Choice(years, view.without(*YEARS))
        elif getattr(view, name) != getattr(EMPTY, name):
            for value in view.chosen(name):
                yield Choice(label(name, value, view.words), view.toggled(name, value))


def in_words(view: ViewState) -> str:
    """The chosen values in one line: `2016–2018 · Attacks · Turkey · «ship»`."""
    return " · ".join(view.words.run(choice.label) for choice in choices(view))


def label(name: str, value: str, words: Words) -> str:
    """The label of a value of a filter."""
    return _LABELS[selection.FILTERS[name].form](name, value, words)


def text_labels(name: str, words: Words) -> dict[str, str]:
    """The labels of all values of a filter whose values are texts."""
    return {row["value"]: _name(row, words) for row in queries.facet(name)}


class Counted:
    """The values of a filter under all other filters by count, each with a label and the count.

    A label is made when it is asked for: a list has thousands of pairs, and a box shows some.
    """

    def __init__(self, view: ViewState, name: str) -> None:
        self._rows = {row["value"]: row for row in queries.facet(name, view.selection())}
        self._is_pair = selection.FILTERS[name].form == "pair"
        self._words = view.words

    @property
    def values(self) -> list[str]:
        """The values, the most frequent first."""
        return list(self._rows)

    def label(self, value: str) -> str:
        """The label of a value with its count, which is 0 for one that is not listed."""
        row, words = (
            self._rows.get(value, {"value": value, "label_ar": None, "count": 0}),
            self._words,
        )
        text = pair_name(value, words) if self._is_pair else words.run(_name(row, words))
        return f"{text} ({words.number(int(row['count']))})"


def _name(row: Mapping[str, Any], words: Words) -> str:
    """The name in a row of `queries.facet`."""
    return words.name({"value": row["value"], "value_ar": row["label_ar"]}, "value")


def _years(view: ViewState) -> str:
    words, first, last = view.words, view.year_from, view.year_to
    if first and last:
        return str(first) if first == last else words.dashed(str(first), str(last))
    if first:
        return words.t("from {date}", date=str(first))
    return words.t("up to {date}", date=str(last)) if last else ""


def _text(name: str, value: str, words: Words) -> str:
    if name == "query":
        return words.t("“{query}”", query=value)
    return text_labels(name, words).get(value, value)


_LABELS: Final[Mapping[Form, Callable[[str, str, Words], str]]] = {
    "text": _text,
    "year": lambda _, value, words: value,
    "pair": lambda _, value, words: pair_name(value, words),
    "kind": lambda _, value, words: words.t(kind(value).label),
    "choice": lambda name, value, words: words.t(selection.FILTERS[name].values[value]),
}
