"""Who speaks: the noun phrase beside a cue read as an entity, several, or a composed description."""

from __future__ import annotations

from dataclasses import dataclass, replace

from alaqat.model.records import Entity
from alaqat.quotes.document_index import Naming, View
from alaqat.quotes.noun_phrases import Phrase, read
from alaqat.quotes.quote_lexicon import Noun, capital, definite, forms_of, noun, parts
from alaqat.quotes.speaker_description import describe

_LONG = 110  # characters of a description between its noun and the name
COMMA = "،,"
_GROUPS = frozenset({"person", "group"})
# Documents whose body is a place written with a preposition («reports in X») are not that place's words.
_OWNED = frozenset({"document"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker and the folded span it was read from.

    `head` is set for descriptions and anaphors; `strange` marks what reads like a name that no entity has,
    `unlisted` a description before such a name, `qualified` one that goes on with a preposition, `bare` one of
    its noun alone. `others` speak with `entity`, which is the first of them.
    """

    start: int
    end: int
    entity: Entity | None = None
    english: str | None = None
    arabic: str | None = None
    country: str | None = None
    role: str | None = None
    head: Noun | None = None
    strange: bool = False
    qualified: bool = False
    bare: bool = False
    unlisted: bool = False
    others: tuple[Entity, ...] = ()

    @property
    def known(self) -> bool:
        """Whether somebody is named or described by it."""
        return self.entity is not None or self.english is not None

    @property
    def person(self) -> bool:
        """Whether it is one person or several."""
        if self.entity is not None:
            return self.entity.type == "PER"
        return self.head is not None and self.head.kind in _GROUPS


def of_entity(entity: Entity, start: int, end: int, role: str | None = None) -> Speaker:
    """An entity as a speaker; a capital speaks for its state."""
    state = capital(entity.canonical_en) if entity.type == "LOC" else None
    if state:
        return Speaker(start, end, entity, state.english, state.arabic, state.iso3, role)
    return Speaker(
        start, end, entity, entity.canonical_en, entity.canonical_ar, entity.country, role
    )


def moved(speaker: Speaker, start: int, end: int) -> Speaker:
    """The same speaker, read from another place."""
    return replace(speaker, start=start, end=end)


def named(naming: Naming) -> Speaker:
    """The speaker a mention names."""
    return of_entity(naming.entity, naming.start, naming.end, naming.mention.role)


def subject(view: View, at: int, stop: int, *, source: bool = False) -> Speaker | None:
    """The speaker that the noun phrase beginning at `at` (before `stop`) gives; None when there is no phrase.

    With `source` the phrase follows a word like «according to», where prepositions belong to it.
    """
    each = next((one for one in forms_of("each") if view.text.startswith(one + " ", at + 1)), "")
    at += len(each) + 1 if each else 0
    phrase = read(view, at, stop, source=source)
    if phrase.person is None and phrase.body is None:
        found = _marked(view, at if phrase.empty else phrase.end, stop)
        if found is not None:
            return found
    if (
        phrase.person is None
        and phrase.head is not None
        and phrase.head.kind == "person"
        and not source
    ):
        phrase.person = _set_off(view, phrase, stop)
    return None if phrase.empty else _speaker(view, phrase)


def _set_off(view: View, phrase: Phrase, stop: int) -> Naming | None:
    """The person whose name closes a long description, after a pause or right before what is said.

    «the secretary-general of the alliance, X, said», «the head of the commission for the elections X said that».
    """
    naming = next((one for one in view.after(phrase.end, 4) if one.entity.type == "PER"), None)
    if naming is None or naming.start >= min(stop, phrase.end + _LONG):
        return None
    between = view.tokens(phrase.end, naming.start, 14)
    pauses = [token for token in between if not token.text[0].isalnum()]
    if (
        len(pauses) > 1
        or (pauses and pauses[0] is not between[-1])
        or any(view.is_cue(one.start) for one in between)
    ):
        return None
    if any({"breaker", "who"} & parts(token.text) for token in between):
        return None
    after = view.tokens(naming.end, naming.end + 12, 1)
    said = bool(after) and ({"an", "bi"} & parts(after[0].text) or not after[0].text[0].isalnum())
    return naming if said and (not pauses or pauses[0].text in COMMA) else None


def _marked(view: View, at: int, stop: int) -> Speaker | None:
    """A speaker named in marks: «the newspaper "X" said»."""
    mark = next(iter(view.marks_in(at, min(stop, at + 3))), None)
    if mark is None or mark.words > 6 or view.text[at : mark.left].strip():
        return None
    naming = view.naming_in(mark.start, mark.end)
    if naming is not None and naming.start - mark.start <= 1:
        return named(naming)
    return Speaker(mark.start, mark.end)


def _speaker(view: View, phrase: Phrase) -> Speaker:
    """Read a finished phrase as a speaker."""
    naming = phrase.person or (phrase.body if _is_body(phrase) else None)
    if naming is not None:
        return _together(named(naming), phrase)
    head = phrase.head
    if head is None or _misled(view, phrase):
        return Speaker(phrase.start, phrase.end, strange=phrase.strange > 1)
    end = max(phrase.end, phrase.body.end if phrase.body else 0)
    english, country = describe(phrase, head, view.text[phrase.start : end])
    arabic = view.document.surface(phrase.start, end) if english else None
    bare = country is None and not phrase.qualities and phrase.office is None
    return Speaker(
        phrase.start, end, None, english, arabic, country, None, head,
        qualified=phrase.qualified, bare=bare, unlisted=phrase.unlisted,
    )  # fmt: skip


def _misled(view: View, phrase: Phrase) -> bool:
    """Whether words that are neither noun nor adjective stand before the head: it belongs to another phrase."""
    first = view.text[phrase.start : phrase.start + 30].split(" ", 1)[0]
    return phrase.strange > 0 and noun(first) is None and not definite(first)


def _is_body(phrase: Phrase) -> bool:
    """Whether the body of a phrase speaks itself, its noun only saying what it is or what it wrote."""
    head, body = phrase.head, phrase.body
    if body is None or head is None or head.kind in _OWNED:
        return body is not None
    return body.entity.type == "ORG" and head.kind in ("medium", "report")


def _together(speaker: Speaker, phrase: Phrase) -> Speaker:
    """The speaker with those who speak with it."""
    entities = tuple(
        naming.entity for naming in phrase.others if naming.entity is not speaker.entity
    )
    return replace(speaker, end=phrase.others[-1].end, others=entities) if entities else speaker


def is_definite(view: View, speaker: Speaker) -> bool:
    """Whether a description is of one already known: its noun or what the noun belongs to bears the article."""
    words = view.text[speaker.start : speaker.end].split(" ", 2)
    return (noun(words[0][2:]) is not None and len(words[0]) > 4) or (
        len(words) > 1 and definite(words[1])
    )
