"""Offices that roles and descriptions name, and when two of them can be one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from alaqat.arabic.clitics import with_article_restored
from alaqat.arabic.fold import folded
from alaqat.model.records import Entity
from alaqat.quotes.quote_lexicon import Gender, gender_of, word_roles
from alaqat.quotes.speaker_lexicon import (
    demonym,
    field_of,
    is_relation,
    noun_kind,
    office_of,
    speaker_noun,
)

# English titles that any office fits.
_GENERAL = frozenset({"official", "senior figure", "leader", "diplomat"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office as a role or a description gives it; None if it does not say."""

    title: str | None
    field: str | None
    state: str | None
    gender: Gender | None = None

    @property
    def attributes(self) -> tuple[str | None, ...]:
        """Title, field, state and gender."""
        return (self.title, self.field, self.state, self.gender)

    @property
    def without_general_title(self) -> Office:
        """The office without a title that fits any office («official»)."""
        is_general = (self.title or "").lower() in _GENERAL
        return replace(self, title=None) if is_general else self

    def is_compatible(self, other: Office) -> bool:
        """True if both can be one office: no attribute that both give differs."""
        pairs = zip(self.attributes, other.attributes, strict=True)
        return all(len({*pair} - {None}) <= 1 for pair in pairs)

    def has_same_title(self, other: Office) -> bool:
        """True if they are compatible and both titles are the same, or both are missing."""
        return self.title == other.title and self.is_compatible(other)

    def is_same(self, other: Office) -> bool:
        """True if they are compatible and share the title and its field or state."""
        if self.title is None or self.title != other.title:
            return False
        scopes = ((self.field, other.field), (self.state, other.state))
        has_scope = any(ours is not None and ours == theirs for ours, theirs in scopes)
        return has_scope and self.is_compatible(other)


def parse_office(text: str, country: str | None = None) -> Office:
    """The office that a folded role or description names.

    `country` is its state (ISO alpha-3) where the words name none.
    """
    text = with_article_restored(text)
    words = text.split(" ")
    head = speaker_noun(words[0])
    title = office_of(text) or (head.english if head else None)
    states = (state.iso3 for state in map(demonym, words[1:]) if state is not None)
    return Office(title, field_of(text), next(states, country), _noun_gender(words[0]))


def _noun_gender(word: str) -> Gender | None:
    """The gender of a person's noun; None for nouns of both genders and for other words."""
    if noun_kind(word) != "person" or "anyone" in word_roles(word):
        return None
    return gender_of(word)


def offices_of(entity: Entity) -> Iterator[Office]:
    """Every office written next to an entity's name; a relative's or counterpart's is none."""
    for mention in entity.mentions:
        if mention.role and not is_relation(folded(mention.role)):
            yield parse_office(folded(mention.role), entity.country)
