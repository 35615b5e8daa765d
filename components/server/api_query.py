"""What a request of the API asks for: the filters of a link and a page of rows, checked.

The filters and their schemas are those of `alaqat.model.selection`; parameters of a link that
choose no rows (`event`, `leaf` and so on) may stand in a request and mean nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from alaqat.model.errors import AlaqatError
from alaqat.model.filter_schemas import TEXT, Schema, filter_schemas, has_valid_values, number
from alaqat.model.selection import Selection
from components.theme.event_kinds import KINDS
from components.view import view_state
from components.view.view_state import ViewState

USUAL, MOST = 100, 1000  # rows of a page
FARTHEST: Final = 10_000_000  # rows before a page
_SHOWN: Final = 80  # characters of a wrong value in the answer
_DAY: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
FILTERS: Final[Mapping[str, Schema]] = filter_schemas(KINDS)
# Parameters of a page of the dashboard that choose rows, too
OF_PAGES: Final[Mapping[str, Schema]] = {
    "entity": TEXT,
    "zoom": {"type": "string", "pattern": f"^{_DAY}_{_DAY}$"},
}
PAGING: Final[Mapping[str, Schema]] = {
    "limit": {**number(1, MOST), "default": USUAL},
    "offset": {**number(0, FARTHEST), "default": 0},
}
SCHEMAS: Final[Mapping[str, Schema]] = {**FILTERS, **OF_PAGES, **PAGING}
_IGNORED: Final = frozenset(name for name, _ in view_state.PARAMETERS.values()) - SCHEMAS.keys()


class BadQuery(AlaqatError):
    """A request that cannot be answered: the message says why, `status` is that of the answer."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class ApiQuery:
    """The view of a request, its most rows, and the number of rows before them."""

    view: ViewState
    limit: int = USUAL
    offset: int = 0

    @property
    def selection(self) -> Selection:
        """The rows that the view chooses."""
        return self.view.selection(entities=(self.view.entity,) if self.view.entity else ())


def read(params: Mapping[str, Sequence[str]]) -> ApiQuery:
    """The query of the parameters of a request.

    Raises BadQuery with 400 for a parameter or value that is not in the schemas, with 422 for
    values that agree with them and mean nothing, such as an end before its beginning.
    """
    for name, values in params.items():
        _check(name, values)
    view, ignored = view_state.parse(params)
    if ignored:
        raise BadQuery(422, f"{_short(ignored)}: there is no such day, year or stretch of time")
    page = {name: int(params[name][0]) for name in PAGING if name in params}
    return ApiQuery(view, **page)


def _check(name: str, values: Sequence[str]) -> None:
    if name not in SCHEMAS:
        if name not in _IGNORED:
            raise BadQuery(400, f"{_short([name])}: there is no such parameter; {_known()}")
    elif not has_valid_values(SCHEMAS[name], values):
        given = _short(f"{name}={value}" for value in values)
        raise BadQuery(400, f"{given}: not a value of this parameter, which takes {_takes(name)}")


def _known() -> str:
    return f"there are {', '.join(SCHEMAS)}"


def _takes(name: str) -> str:
    """What a parameter takes, in words."""
    schema: Mapping[str, Any] = SCHEMAS[name]
    is_list = schema["type"] == "array"
    one: Mapping[str, Any] = schema["items"] if is_list else schema
    if "enum" in one:
        words = f"one of {', '.join(one['enum'])}"
    elif one["type"] == "integer":
        words = f"a whole number from {one['minimum']} to {one['maximum']}"
    else:
        words = WORDS.get(name, f"a text of at most {one.get('maxLength')} characters")
    return f"{words}, at most {schema['maxItems']} times" if is_list else f"{words}, once"


WORDS: Final = {
    "pair": "the codes of two different states, such as ISR-TUR",
    "zoom": "a first and a last day, such as 2018-05-01_2018-06-30",
}


def _short(values: Iterable[str]) -> str:
    text = ", ".join(values)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
