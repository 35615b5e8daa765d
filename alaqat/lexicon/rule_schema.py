"""The fields and values that rules of each family may have; `data/README.md` explains them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, get_args

from alaqat.lexicon.load import table
from alaqat.model.errors import LexiconError
from alaqat.model.records import EntityType, Polarity

Frame = Literal["acts", "object", "patient", "suffers", "mutual", "change", "speaker"]
Party = Literal["any", "doer", "object", "pair", "speaker", "target"]
Part = Literal["noun", "verb"]
# The functions of alaqat/timex that read what a pattern captured; "nothing" blocks its words.
# fmt: off
TIMEX_READERS = frozenset([
    "ago", "anniversary", "before_christ", "before_happening", "calendar", "century", "clock",
    "day_and_month", "day_of_year", "day_years_ago", "decade", "deictic_range", "duration",
    "duration_sum", "every", "every_weekday", "from_then", "hijri", "hijri_century",
    "hijri_days", "hijri_period", "hijri_years", "holiday", "later", "listed_years", "nothing",
    "nth_weekday", "numeric", "numeric_spaced", "part", "period", "reference", "repeated",
    "rest", "season", "solar", "span", "sum_from_now", "text_period", "then",
    "unknown_duration", "week_of", "weekday", "weekday_day", "weekdays", "weekend", "weekly",
    "window", "years",
])
# fmt: on
# A timex example is a text, the words found in it, their value, and perhaps a publication day.
_TIMEX_EXAMPLE_SIZES = (3, 4)
_ENTITY_CASE_SIZE = 3


@dataclass(frozen=True, slots=True)
class Field:
    """The values that a field may have: a description and a test."""

    wants: str
    is_allowed: Callable[[Any], bool]
    is_required: bool = False


Schema = Mapping[str, Field]


def problem(schema: Schema, name: str, value: Any) -> str | None:
    """The error of a field, to follow its name in a message; None if it is valid."""
    field = schema.get(name)
    if field is None:
        return f"is no field of these rules; there are {', '.join(schema)}"
    if not field.is_allowed(value):
        return f"is {value!r}; it should be {field.wants}"
    return None


@cache
def schema_of(name: str) -> Schema:
    """The fields of the rules in `data/rules/<name>.yaml`.

    Raises LexiconError for a family that has no schema.
    """
    schemas: dict[str, Callable[[], Schema]] = {
        "timex/parts": _timex_part,
        "timex": _timex,
        "events": _event,
        "entities": _entity,
        "quotes": _quote,
    }
    family = name if name in schemas else name.partition("/")[0]
    if family not in schemas:
        raise LexiconError(
            f"data/rules/{name}.yaml: no family of rules is called {family!r}; "
            f"there are {', '.join(schemas)}"
        )
    return schemas[family]()


def _required(field: Field) -> Field:
    return replace(field, is_required=True)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _list_of(wants: str, is_item: Callable[[Any], bool]) -> Field:
    return Field(
        f"a list of {wants}", lambda value: isinstance(value, list) and all(map(is_item, value))
    )


def _one_of(values: frozenset[str], source: str = "") -> Field:
    wants = source or "one of " + ", ".join(sorted(values))
    return Field(wants, lambda value: isinstance(value, str) and value in values)


def _some_of(values: frozenset[str], source: str) -> Field:
    """One of `values`, or a list of several."""
    single, several = _one_of(values), _list_of("", lambda value: value in values)
    return Field(
        f"{source}, or a list of them",
        lambda value: single.is_allowed(value) or several.is_allowed(value),
    )


_TEXT = Field("a text", _is_text)
_TEXTS = _list_of("texts", _is_text)
_FLAG = Field("true, or left out", lambda value: value is True)
_LENGTH = Field("a number above 0", lambda value: type(value) is int and value > 0)


def _event() -> Schema:
    plover = table("plover", ("plover", "mode"))
    codes = frozenset(row["plover"] for row in plover if row["plover"])
    modes = frozenset(row["mode"] for row in plover if row["mode"])
    lemmas = frozenset(row["lemma"] for row in table("event_lemmas", ("lemma",)))
    cues = frozenset(row["class"] for row in table("event_cues", ("class",)))
    classes = _some_of(cues, "a class of event_cues.csv")
    return {
        "id": _required(_TEXT),
        "lemmas": _required(_list_of("lemmas of event_lemmas.csv", lambda word: word in lemmas)),
        "part": _one_of(frozenset(get_args(Part))),
        "needs": classes,
        "also": classes,
        "without": classes,
        "nowhere": classes,
        "barrier": classes,
        "not_next": classes,
        "after": _FLAG,
        "reach": _LENGTH,
        "bare": _FLAG,
        "reported": _FLAG,
        "quoted": _FLAG,
        "plover": _required(
            Field("a category of plover.csv, or null", lambda code: code is None or code in codes)
        ),
        "mode": _one_of(modes, "a mode of plover.csv"),
        "polarity": _one_of(frozenset(get_args(Polarity))),
        "negated": Field("the id of a rule", _is_text),
        "frame": _one_of(frozenset(get_args(Frame))),
        "party": _one_of(frozenset(get_args(Party))),
        "foreign": _FLAG,
        "dated": _FLAG,
        "examples": _required(_TEXTS),
        "counter": _required(_list_of("texts, each with why: where it needs one", _is_counter)),
    }


def _is_counter(value: Any) -> bool:
    """True for a text, and for a mapping of `text` and `why`."""
    return _is_text(value) or (
        isinstance(value, dict)
        and set(value) == {"text", "why"}
        and all(map(_is_text, value.values()))
    )


def _timex_part() -> Schema:
    return {"id": _required(_TEXT), "pattern": _required(_TEXT)}


def _timex() -> Schema:
    return {
        "id": _required(_TEXT),
        "pattern": _required(_TEXT),
        "read": _required(_one_of(TIMEX_READERS)),
        "examples": _list_of(
            "[text, words, value] or [text, words, value, day]", _is_timex_example
        ),
        "counter": _TEXTS,
        "silences": _TEXTS,
    }


def _is_timex_example(value: Any) -> bool:
    return (
        isinstance(value, list) and len(value) in _TIMEX_EXAMPLE_SIZES and all(map(_is_text, value))
    )


def _entity() -> Schema:
    types = {name + star for name in get_args(EntityType) for star in ("", "*")}
    cases = _list_of(
        "[text, type, mention]",
        lambda value: (
            isinstance(value, list) and len(value) == _ENTITY_CASE_SIZE and value[1] in types
        ),
    )
    return {
        "id": _required(_TEXT),
        "about": _required(_TEXT),
        "examples": _required(cases),
        "counter": _required(cases),
    }


def _quote() -> Schema:
    def cases(*keys: str) -> Field:
        return _list_of(
            f"mappings of {', '.join(keys)}",
            lambda value: isinstance(value, dict) and set(value) == set(keys),
        )

    return {
        "id": _required(_TEXT),
        "does": _required(_TEXT),
        "examples": _required(cases("text", "names", "found")),
        "counter": _required(cases("text", "names")),
    }
