"""Agreement of a reporting verb with its subject: gender and number, read from the forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from alaqat.arabic.fold import folded
from alaqat.model.records import Entity
from alaqat.quotes.cue_finder import Cue
from alaqat.quotes.quote_lexicon import (
    Gender,
    forms_of,
    gender_of,
    has_suffix,
    is_definite,
    word_roles,
)
from alaqat.quotes.speaker_lexicon import Noun, speaker_noun

Number = Literal["one", "several"]
# Kinds of nouns that have one gender: bodies, papers, reports, and what they write.
_THINGS = frozenset({"body", "medium", "report", "document"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """Gender and number of a verb or a subject; None where its form fits both."""

    gender: Gender | None = None
    number: Number | None = None

    def can_agree(self, other: Agreement) -> bool:
        """True if no feature that both have differs."""
        numbers = {self.number, other.number} - {None}
        return self.is_same_gender(other) and len(numbers) <= 1

    def is_same_gender(self, other: Agreement) -> bool:
        """True if the genders do not differ."""
        genders = {self.gender, other.gender} - {None}
        return len(genders) <= 1


ANY = Agreement()
SEVERAL = Agreement(None, "several")
_FEMININE = Agreement("feminine", "one")
_MASCULINE = Agreement("masculine", "one")
_BY_KIND = {"group": SEVERAL, **dict.fromkeys(_THINGS, _MASCULINE)}


def cue_agreement(cue: Cue, text: str) -> Agreement:
    """What the form of a cue in the folded `text` agrees with; anything for a source or a noun."""
    form = text[cue.start : cue.end]
    if cue.kind == "participle":
        return _participle_agreement(form)
    return _verb_agreement(form, folded(cue.entry.lemma)) if cue.kind == "verb" else ANY


def _participle_agreement(form: str) -> Agreement:
    """The agreement of a participle by its ending."""
    if has_suffix("woman", form):
        return _FEMININE
    return _MASCULINE if has_suffix("accusative", form) else SEVERAL


def _verb_agreement(form: str, lemma: str) -> Agreement:
    """The agreement of a verb of `lemma` (its past, third person masculine) by its affixes."""
    if _is_plural(form, lemma):
        return SEVERAL
    if form.startswith(forms_of("masculine present")):
        return _MASCULINE
    if _is_feminine(form, lemma):
        return _FEMININE
    return _MASCULINE if form.startswith(lemma) else ANY


def _is_plural(form: str, lemma: str) -> bool:
    """True if a verb has an ending of the dual or plural that is no part of its lemma."""
    ending = form[len(lemma) :] if form.startswith(lemma) else form
    if ending.startswith(forms_of("plural object")) or ending in forms_of("dual past"):
        return True
    return has_suffix("plural verb", form) and not has_suffix("plural verb", lemma)


def _is_feminine(form: str, lemma: str) -> bool:
    """True if a verb begins or ends with «ت», and its lemma has not the same letter there."""
    (mark,) = forms_of("feminine")
    if form.startswith(lemma):
        return form[len(lemma) :].startswith(mark)
    prefix = 2 * mark if lemma.startswith(mark) else mark
    return form.startswith(prefix) or form.endswith(mark)


def noun_agreement(word: str, noun: Noun) -> Agreement:
    """What a speaker noun in the form `word` agrees with."""
    roles = word_roles(word)
    if "impersonal" in roles or (noun.kind in _THINGS and has_suffix("noun", word)):
        return _FEMININE
    if noun.kind == "person":
        return Agreement(None if "anyone" in roles else gender_of(word), "one")
    return _BY_KIND.get(noun.kind, ANY)


def word_agreement(word: str) -> Agreement:
    """What an unlisted noun with the article agrees with: the feminine if its ending says so."""
    return _FEMININE if is_definite(word) and has_suffix("noun", word) else ANY


def entity_agreement(entity: Entity) -> Agreement:
    """What a place or body agrees with by its name; a person's gender is not in the name."""
    name = folded(entity.canonical_ar)
    if entity.type == "PER" or "masculine" in word_roles(name):
        return Agreement(None, "one")
    if entity.type == "LOC":
        return _FEMININE
    first = name.split(" ", 1)[0]
    noun = speaker_noun(first)
    return noun_agreement(first, noun) if noun is not None else ANY
