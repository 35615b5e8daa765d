"""The speaker's columns of a quote: names, id, state, and the office as the article writes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from alaqat.arabic.clitics import with_article_restored
from alaqat.arabic.fold import folded
from alaqat.model.records import Mention
from alaqat.quotes.document_index import DocumentIndex
from alaqat.quotes.quote_lexicon import is_definite
from alaqat.quotes.speaker_lexicon import is_relation
from alaqat.quotes.speakers import Speaker

_SEPARATOR = "; "


class SpeakerFields(TypedDict):
    """The speaker's columns of a quote."""

    speaker: str | None
    speaker_ar: str | None
    speaker_id: str | None
    speaker_text: str | None
    country: str | None
    role: str | None


NO_SPEAKER = SpeakerFields(
    speaker=None, speaker_ar=None, speaker_id=None, speaker_text=None, country=None, role=None
)


def speaker_fields(
    index: DocumentIndex, ids: Mapping[str, str], speaker: Speaker | None
) -> SpeakerFields:
    """The speaker's columns; all None without a speaker. `ids` are entity ids by English name."""
    if speaker is None:
        return NO_SPEAKER
    return SpeakerFields(
        speaker=_joined(speaker.english, [other.english for other in speaker.others]),
        speaker_ar=_joined(speaker.arabic, [other.arabic for other in speaker.others]),
        speaker_id=_id(ids, speaker),
        speaker_text=index.document.surface(speaker.start, speaker.end) or None,
        country=speaker.country,
        role=_role(speaker),
    )


def _joined(first: str | None, others: Sequence[str | None]) -> str | None:
    """The first name and those of others as one cell, each once."""
    return first and _SEPARATOR.join(dict.fromkeys(filter(None, (first, *others))))


def _id(ids: Mapping[str, str], speaker: Speaker) -> str | None:
    """The entity's id; for a capital or a description the id of the entity with the same name."""
    if speaker.entity is not None and speaker.english == speaker.entity.canonical_en:
        return speaker.entity.id
    return ids.get(speaker.english or "")


def _role(speaker: Speaker) -> str | None:
    """The office of a person: as written there, else nearest in the article, else the known one."""
    if speaker.entity is None or speaker.type != "PER":
        return None
    written = [mention for mention in speaker.entity.mentions if _is_office(mention.role)]
    role = speaker.role if _is_office(speaker.role) else _nearest_role(written, speaker.start)
    if not role:
        return speaker.entity.role
    return _in_full(with_article_restored(role), written).replace("_", " ").strip("# ")


def _nearest_role(mentions: Sequence[Mention], start: int) -> str | None:
    """The role next to the mention nearest to `start`, those of a name before those of a noun."""
    ranked = sorted(mentions, key=lambda mention: (mention.nominal, abs(mention.start - start)))
    return ranked[0].role if ranked else None


def _in_full(role: str, written: Sequence[Mention]) -> str:
    """A role of one word («the president») as the article writes it out elsewhere, if it does."""
    if " " in role.strip():
        return role
    beginnings = (role + " ", _without_article(role) + " ")
    longer = (with_article_restored(mention.role or "") for mention in written)
    return next((other for other in longer if other.startswith(beginnings)), role)


def _without_article(role: str) -> str:
    """A role without the article at its start."""
    return role[2:] if is_definite(folded(role)) else role


def _is_office(role: str | None) -> bool:
    """True for an office, false for a counterpart or relative."""
    return bool(role) and not is_relation(folded(role or ""))
