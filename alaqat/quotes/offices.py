"""Offices that roles and descriptions name, and when two of them can be one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alaqat.arabic.clitics import with_article_restored
from alaqat.arabic.fold import folded
from alaqat.model.records import Entity
from alaqat.quotes.quote_lexicon import Gender, gender_of, word_roles
from alaqat.quotes.speaker_lexicon import demonym, field_of, is_relation, office_of, speaker_noun

# English titles that any office fits.
_GENERAL = frozenset({"official", "senior figure", "leader", "diplomat"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office as a role or a description gives it; None where it does not say."""

    title: str | None
    field: str | None
    state: str | None
    gender: Gender | None = None

    @property
    def has_general_title(self) -> bool:
        """True if the title fits any office («official»)."""
        return self.title is not None and self.title.lower() in _GENERAL

    def is_compatible(self, other: Office) -> bool:
        """True if both can be one office: no attribute that both give differs."""
        pairs = (
            (self.title, other.title),
            (self.field, other.field),
            (self.state, other.state),
            (self.gender, other.gender),
        )
        return all(len({*pair} - {None}) <= 1 for pair in pairs)

    def is_same(self, other: Office) -> bool:
        """True if they are compatible and share the title and its field or state."""
        if self.title is None or self.title != other.title or not self.is_compatible(other):
            return False
        has_field = self.field is not None and self.field == other.field
        return has_field or (self.state is not None and self.state == other.state)


def parse_office(text: str, country: str | None = None) -> Office:
    """The office that a folded role or description names.

    `country` is its state (ISO alpha-3) where the words name none.
    """
    text = with_article_restored(text)
    words = text.split(" ")
    head = speaker_noun(words[0])
    title = office_of(text) or (head.english if head else None)
    states = (state.iso3 for state in map(demonym, words[1:]) if state is not None)
    has_gender = head is not None and head.kind == "person" and "anyone" not in word_roles(words[0])
    gender = gender_of(words[0]) if has_gender else None
    return Office(title, field_of(text), next(states, country), gender)


def offices_of(entity: Entity) -> Iterator[Office]:
    """Every office written beside an entity's name; a relative's or counterpart's is none."""
    for mention in entity.mentions:
        if mention.role and not is_relation(folded(mention.role)):
            yield parse_office(folded(mention.role), entity.country)
