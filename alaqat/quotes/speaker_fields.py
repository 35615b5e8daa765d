"""What a quote's row says of its speaker: names, id, side, and the office as the article writes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from alaqat.arabic.clitics import with_article_restored
from alaqat.arabic.fold import folded
from alaqat.model.records import Entity, Mention
from alaqat.quotes.document_index import View
from alaqat.quotes.quote_lexicon import capital, definite, relation
from alaqat.quotes.speakers import Speaker

_BETWEEN = "; "


class Fields(TypedDict):
    """The speaker's columns of a quote."""

    speaker: str | None
    speaker_ar: str | None
    speaker_id: str | None
    speaker_text: str | None
    country: str | None
    role: str | None


def fields(view: View, ids: Mapping[str, str], speaker: Speaker | None) -> Fields:
    """The speaker's columns; all None when nobody is known. `ids` are entity ids by English name."""
    if speaker is None:
        return Fields(
            speaker=None,
            speaker_ar=None,
            speaker_id=None,
            speaker_text=None,
            country=None,
            role=None,
        )
    return Fields(
        speaker=_joined(speaker.english, [_names(one)[0] for one in speaker.others]),
        speaker_ar=_joined(speaker.arabic, [_names(one)[1] for one in speaker.others]),
        speaker_id=_id(ids, speaker),
        speaker_text=view.document.surface(speaker.start, speaker.end) or None,
        country=speaker.country,
        role=_role(speaker),
    )


def _joined(first: str | None, others: Sequence[str]) -> str | None:
    """Several names as one cell; none twice."""
    return _BETWEEN.join(dict.fromkeys((first, *others))) if first and others else first


def _names(entity: Entity) -> tuple[str, str]:
    """English and Arabic name; a capital's are those of its state."""
    state = capital(entity.canonical_en) if entity.type == "LOC" else None
    return (state.english, state.arabic) if state else (entity.canonical_en, entity.canonical_ar)


def _id(ids: Mapping[str, str], speaker: Speaker) -> str | None:
    """The entity's id; for a capital or a description, that of the entity the article has of the same name."""
    if speaker.entity is not None and speaker.english == speaker.entity.canonical_en:
        return speaker.entity.id
    return ids.get(speaker.english or "")


def _role(speaker: Speaker) -> str | None:
    """The office as written beside the speaker there, else nearest to it in the article, else the known one."""
    entity = speaker.entity
    if entity is None or entity.type != "PER":
        return None
    written = [mention for mention in entity.mentions if mention.role and _tells(mention.role)]
    nearest = min(
        written,
        key=lambda mention: (mention.nominal, abs(mention.start - speaker.start)),
        default=None,
    )
    role = (
        speaker.role if speaker.role and _tells(speaker.role) else nearest.role if nearest else None
    )
    return (
        _in_full(with_article_restored(role), written).replace("_", " ").strip("# ")
        if role
        else entity.role
    )


def _in_full(role: str, written: Sequence[Mention]) -> str:
    """A role of one word («the president») as the article writes it out elsewhere, if it does."""
    if " " in role.strip():
        return role
    longer = (with_article_restored(one.role or "") for one in written)
    return next((one for one in longer if one.startswith((role + " ", _bare(role) + " "))), role)


def _bare(role: str) -> str:
    return role[2:] if definite(folded(role)) else role


def _tells(role: str) -> bool:
    """Whether a role is an office and not only somebody's counterpart or relative."""
    return not relation(folded(role))
