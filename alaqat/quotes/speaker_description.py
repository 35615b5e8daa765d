"""English for a speaker that no entity names: owner, qualities, office («Turkish diplomat»)."""

from __future__ import annotations

from collections.abc import Sequence

from alaqat.quotes.document_index import MentionRef
from alaqat.quotes.phrase import Phrase
from alaqat.quotes.speaker_lexicon import (
    Noun,
    adjective_of,
    attributive,
    field_of,
    office_of,
    state_code,
    state_name,
)

# Kinds of nouns that name no speaker: a statement is its author's, «some of» what follows.
_SILENT = frozenset({"document", "part"})
# Kinds that name a speaker without an owner: «experts», «police»; one unnamed person does not.
_SELF_SUFFICIENT = frozenset({"group", "body", "report"})
_WITH_FIELD = frozenset({"minister", "ministry"})


def describe(phrase: Phrase, head: Noun, text: str) -> tuple[str | None, str | None]:
    """English of a description whose folded words are `text`, and its state (ISO alpha-3).

    Both are None if the description names no speaker.
    """
    if phrase.state is not None and _is_authorless_document(phrase):
        return state_name(phrase.state.iso3), phrase.country
    owner, country = _owner(phrase)
    if _is_silent(phrase, head, owner):
        return None, None
    english = _joined([owner, *phrase.qualities, *_office(phrase, head, text)])
    if phrase.place is None or owner:
        return english, country
    return f"{english} in {phrase.place.entity.canonical_en}", phrase.place.entity.country


def _joined(parts: Sequence[str]) -> str:
    """The parts that are not empty in one line; one alone begins with a capital («Experts»)."""
    words = list(filter(None, parts))
    return words[0][:1].upper() + words[0][1:] if len(words) == 1 else " ".join(words)


def _is_authorless_document(phrase: Phrase) -> bool:
    """True for a document whose author is not named: its nationality says who speaks."""
    return phrase.kind == "document" and phrase.body is None


def _is_silent(phrase: Phrase, head: Noun, owner: str) -> bool:
    """True if a description names no speaker."""
    if head.kind in _SILENT or not head.english:
        return True
    if owner:
        return False
    if head.kind == "medium":
        return True
    return not phrase.qualities and phrase.office is None and head.kind not in _SELF_SUFFICIENT


def _office(phrase: Phrase, head: Noun, text: str) -> list[str]:
    """The office: «Minister of Defence», «court officials», «deputy minister»."""
    title = office_of(text)
    noun = title if title and " " in title else head.english
    inner = phrase.office
    if inner is None:
        return [_with_field(noun, text)]
    if head.english in _WITH_FIELD and head.english in inner.english.lower():
        return [inner.english]
    if noun == title or inner.english == head.english:
        return [_with_field(noun, text)]
    if inner.kind == "person":
        return [noun, _with_field(inner.english, text)]
    return [_with_field(inner.english, text), noun]


def _with_field(noun: str, text: str) -> str:
    """A minister or ministry with its field («Minister of Defence»), other nouns unchanged."""
    field = field_of(text) if noun in _WITH_FIELD else None
    return f"{noun.capitalize()} of {field}" if field else noun


def _owner(phrase: Phrase) -> tuple[str, str | None]:
    """The owner of the head, as English puts it before the noun, and its state."""
    body = phrase.body
    if body is not None and body.type == "PER":
        return f"{body.entity.canonical_en}'s", body.entity.country
    if body is not None and body.type == "ORG":
        return body.entity.canonical_en, body.entity.country or phrase.country
    if phrase.state is not None:
        return attributive(phrase.state.english), phrase.country
    return _place_owner(body)


def _place_owner(body: MentionRef | None) -> tuple[str, str | None]:
    """The adjective of a state, another place's own name, and the state."""
    if body is None:
        return "", None
    name = body.entity.canonical_en
    adjective = adjective_of(name)
    return attributive(adjective) if adjective else name, body.entity.country or state_code(name)
