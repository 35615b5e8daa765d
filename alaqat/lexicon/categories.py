"""The properties of each PLOVER category, from the columns of `plover.csv`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from alaqat.lexicon.load import Row, data_folder, table
from alaqat.model.errors import LexiconError

_TRUTH = {"yes": True, "": False}


@dataclass(frozen=True, slots=True)
class Category:
    """One category. `code` is None for events outside the ontology (an election, a death).

    A field is a column of `plover.csv` under the same name; the modes of a category share it.

    - `needs_party`: an event that names no party at all is dropped.
    - `needs_two_parties`: one that is undated and names fewer than two parties is a mere mention.
    - `is_speech`: words or talks, as opposed to deeds.
    - `is_performative`: done by saying so ("he says that it condemns X" condemns X).
    - `is_request`: the one asked may be the subject of the clause that says what is asked.
    - `is_meeting`: talks and visits: a state in the genitive may be the host, not the doer.
    - `is_occasion`: it has a fixed day, so that "ahead of" it means that it is in the future.
    - `is_bodily`: done to or by people who are there; reports often name no state.
    - `is_violent`: doers and victims are found by the rules of violence.
    - `is_protest`: a crowd's act; its target is found by the rules of protest.
    - `is_stoppable`: force that others stop or foil ("an end to the raids" is no raid).
    - `has_unreal_object`: what a verb of it names is wished, refused or feared, and did not happen.
    - `has_unreal_object_as_noun`: the same after its noun ("the demand for a withdrawal").
    - `has_implied_target`: an unnamed target is the other one of the two parties spoken of.
    - `has_target_as_genitive`: the genitive after its noun is the target ("the boycott of X").
    - `has_indirect_target`: its target may follow "by" or "with" after a verb ("praised
      Egypt's role"), or before a noun that is handed over ("handed the envoy a protest note").
    - `is_void_if_denied`: a denied one is not recorded at all.
    - `is_done_once`: done on one day: a report with a day replaces the same one without.
    - `separates_modes_in_article`: two modes in one article are two events.
    - `separates_modes_between_articles`: two modes in two articles are two events.
    - `unreal_after`: class of cue words that make its noun hypothetical, or deniable by its agent
      (`wish`: "hopes for an agreement"; `proposed`: "a proposal to meet"); None: no such class.
    """

    code: str | None
    needs_party: bool
    needs_two_parties: bool
    is_speech: bool
    is_performative: bool
    is_request: bool
    is_meeting: bool
    is_occasion: bool
    is_bodily: bool
    is_violent: bool
    is_protest: bool
    is_stoppable: bool
    has_unreal_object: bool
    has_unreal_object_as_noun: bool
    has_implied_target: bool
    has_target_as_genitive: bool
    has_indirect_target: bool
    is_void_if_denied: bool
    is_done_once: bool
    separates_modes_in_article: bool
    separates_modes_between_articles: bool
    unreal_after: str | None

    @property
    def is_deniable(self) -> bool:
        """True if a denial by the supposed doer counts; a denied attack has still happened."""
        return self.unreal_after is not None


PROPERTIES = tuple(
    field.name for field in fields(Category) if field.name not in ("code", "unreal_after")
)


@cache
def categories() -> dict[str | None, Category]:
    """Every category by its code, in file order. Raises LexiconError on a forbidden cell."""
    columns = ("plover", "mode", *PROPERTIES, "unreal_after")
    rows = table("plover", columns)
    for row in rows:
        _check(row)
    return {row["plover"] or None: _category(row) for row in rows if not row["mode"]}


def category(code: str | None) -> Category:
    """The category called `code`. Raises LexiconError when `plover.csv` has no such row."""
    try:
        return categories()[code]
    except KeyError:
        raise LexiconError(
            f"{_path()}: has no category {code!r}; add a row or correct the code"
        ) from None


def _path() -> Path:
    return data_folder() / "lexicon" / "plover.csv"


def _check(row: Row) -> None:
    """Refuse a property that is neither "yes" nor empty, and one on the row of a mode."""
    where = f"{_path()}, {row['plover']} {row['mode']}".rstrip()
    for name in PROPERTIES:
        if row[name] not in _TRUTH:
            raise LexiconError(f"{where}: {name} is {row[name]!r}; write yes or leave it empty")
    for name in (*PROPERTIES, "unreal_after"):
        if row["mode"] and row[name]:
            raise LexiconError(f"{where}: a mode has its category's {name}; leave the cell empty")


def _category(row: Row) -> Category:
    properties = {name: _TRUTH[row[name]] for name in PROPERTIES}
    return Category(row["plover"] or None, **properties, unreal_after=row["unreal_after"] or None)
