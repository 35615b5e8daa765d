"""English for a speaker whom no entity names: whose, of what kind, in which office («Turkish diplomat»)."""

from __future__ import annotations

from alaqat.quotes.document_index import Naming
from alaqat.quotes.noun_phrases import Phrase
from alaqat.quotes.quote_lexicon import (
    Noun,
    adjective,
    attributive,
    field_of,
    office_of,
    state_code,
    state_name,
)

# Nouns that say nobody by themselves: a statement is its author's, «some of» what follows.
_SILENT = frozenset({"document", "part"})
# What is somebody without an owner: «experts», «police»; one unnamed person is not.
_PLURAL = frozenset({"group", "body", "report"})
_WITH_FIELD = frozenset({"minister", "ministry"})


def describe(phrase: Phrase, head: Noun, text: str) -> tuple[str | None, str | None]:
    """English of a description whose folded words are `text`, and its state; None where it says nobody."""
    whose, country = _whose(phrase)
    if head.kind == "document" and phrase.state is not None and phrase.body is None:
        return state_name(phrase.state.iso3), phrase.state.iso3
    if head.kind in _SILENT or not head.english or (head.kind == "medium" and not whose):
        return None, None
    if not (whose or phrase.qualities or phrase.office or head.kind in _PLURAL):
        return None, None
    words = [part for part in (whose, *phrase.qualities, *_office(phrase, head, text)) if part]
    row = " ".join(words)
    english = row[:1].upper() + row[1:] if len(words) == 1 else row
    if phrase.place is None or whose:
        return english, country
    return f"{english} in {phrase.place.entity.canonical_en}", phrase.place.entity.country


def _office(phrase: Phrase, head: Noun, text: str) -> list[str]:
    """The office: «Minister of Defence», «court officials», «deputy minister»."""
    title = office_of(text)
    noun = title if title and " " in title else head.english
    inner = phrase.office
    if inner is not None and head.english in _WITH_FIELD and head.english in inner.english.lower():
        return [inner.english]
    if inner is None or inner.english == head.english or noun == title:
        return [_fielded(noun, text)]
    if inner.kind == "person":
        return [noun, _fielded(inner.english, text)]
    return [_fielded(inner.english, text), noun]


def _fielded(noun: str, text: str) -> str:
    field = field_of(text) if noun in _WITH_FIELD else None
    return f"{noun.capitalize()} of {field}" if field else noun


def _whose(phrase: Phrase) -> tuple[str, str | None]:
    """Whose it is, as English puts it before the noun, and the state."""
    if phrase.body is not None and phrase.body.entity.type == "PER":
        return f"{phrase.body.entity.canonical_en}'s", phrase.body.entity.country
    if phrase.body is not None and phrase.body.entity.type == "ORG":
        entity = phrase.body.entity
        return entity.canonical_en, entity.country or (phrase.state.iso3 if phrase.state else None)
    if phrase.state is not None:
        return attributive(phrase.state.english), phrase.state.iso3
    return _of_place(phrase.body)


def _of_place(body: Naming | None) -> tuple[str, str | None]:
    """A state's adjective, another place's own name."""
    if body is None:
        return "", None
    name = body.entity.canonical_en
    state = adjective(name)
    return attributive(state) if state else name, body.entity.country or state_code(name)
