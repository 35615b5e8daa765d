"""Who speaks: the noun phrase beside a cue read as an entity, a composed description, or an anaphor."""

from __future__ import annotations

from dataclasses import dataclass, replace

from alaqat.quotes.phrases import DOCUMENTS, Phrase, read
from alaqat.quotes.view import Naming, View
from alaqat.quotes.words import Noun, capital, noun
from alaqat.records import Entity
from alaqat.text import folded

_GROUPS = frozenset({"person", "group"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker and the folded span it was read from.

    `head` is set for descriptions and anaphors; `strange` marks what reads like a name that no entity has,
    `qualified` a description that goes on with a preposition.
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

    @property
    def known(self) -> bool:
        """Whether somebody is named or described by it."""
        return self.entity is not None or self.english is not None


def of_entity(entity: Entity, start: int, end: int, role: str | None = None) -> Speaker:
    """An entity as a speaker; a capital speaks for its state."""
    state = capital(entity.canonical_en) if entity.type == "LOC" else None
    if state:
        return Speaker(start, end, entity, state.english, state.arabic, state.iso3, role)
    return Speaker(start, end, entity, entity.canonical_en, entity.canonical_ar, entity.country, role or entity.role)


def moved(speaker: Speaker, start: int, end: int) -> Speaker:
    """The same speaker, read from another place."""
    return replace(speaker, start=start, end=end)


def _named(naming: Naming) -> Speaker:
    return of_entity(naming.entity, naming.start, naming.end, naming.mention.role)


def subject(view: View, at: int, stop: int, *, source: bool = False) -> Speaker | None:
    """The speaker that the noun phrase beginning at `at` (before `stop`) gives; None when there is no phrase.

    With `source` the phrase follows a word like «according to», where prepositions belong to it.
    """
    phrase = read(view, at, stop, source=source)
    if phrase.person is None and phrase.body is None:
        named = _marked(view, at if phrase.empty else phrase.end, stop)
        if named is not None:
            return named
    return None if phrase.empty else _speaker(view, phrase)


def _marked(view: View, at: int, stop: int) -> Speaker | None:
    """A speaker named in marks: «the newspaper "X" said»."""
    mark = next(iter(view.marks_in(at, min(stop, at + 3))), None)
    if mark is None or mark.words > 6:
        return None
    naming = view.naming_in(mark.start, mark.end)
    if naming is not None and naming.start - mark.start <= 1:
        return _named(naming)
    return Speaker(mark.start, mark.end)


def _speaker(view: View, phrase: Phrase) -> Speaker:
    """Read a finished phrase as a speaker."""
    if phrase.person is not None:
        return _named(phrase.person)
    body, head = phrase.body, phrase.head
    if body is not None and (
        head is None or head.kind == "document" or (head.kind == "medium" and body.entity.type == "ORG")
    ):
        return _named(body)
    if head is None:
        return Speaker(phrase.start, phrase.end, strange=phrase.strange > 1)
    end = max(phrase.end, body.end if body else 0)
    english, country = _composed(phrase, head, body)
    arabic = view.document.surface(phrase.start, end) if english else None
    return Speaker(phrase.start, end, None, english, arabic, country, None, head, qualified=phrase.qualified)


def _composed(phrase: Phrase, head: Noun, body: Naming | None) -> tuple[str | None, str | None]:
    """English of a description («Turkish diplomat») and its state; None when it says too little."""
    if head.kind in DOCUMENTS or head.kind == "part":
        return None, None
    whose = phrase.state.english if phrase.state else body.entity.canonical_en if body else ""
    if not whose and not phrase.qualities:
        return None, None
    if body is not None and body.entity.type == "ORG":
        whose = body.entity.canonical_en
    country = phrase.state.iso3 if phrase.state else body.entity.country if body else None
    return " ".join(part for part in (whose, *phrase.qualities, head.english) if part), country


def anaphor(view: View, speaker: Speaker, running: Speaker | None) -> Speaker:
    """A description that points back («the statement», «the minister») read as the one it points to."""
    head = speaker.head
    if head is None or speaker.entity is not None:
        return speaker
    if head.kind in _GROUPS:
        found = _same_person(view, speaker, head, running)
    elif speaker.known:
        found = _same_body(view, speaker, head)
    else:
        found = _same_kind(view, speaker, head, running) if _definite(view, speaker) else None
    return speaker if found is None else moved(found, speaker.start, speaker.end)


def _same_person(view: View, speaker: Speaker, head: Noun, running: Speaker | None) -> Speaker | None:
    """«The minister», «the Turkish official»: the running speaker unless of another state, or who holds the office."""
    if head.kind != "person":
        return None
    fits = running is not None and _person(running) and _definite(view, speaker) and not speaker.qualified
    if running is not None and fits and (not speaker.known or (running.entity and running.country == speaker.country)):
        return running
    return _holder(view, speaker)


def _holder(view: View, speaker: Speaker) -> Speaker | None:
    """The nearest person before whose role is written with the same words («the prime minister»)."""
    text = view.text[speaker.start : speaker.end]
    if " " not in text:
        return None
    for naming in view.before(speaker.start, 30):
        role = naming.mention.role or naming.entity.role
        if naming.entity.type == "PER" and role and text in folded(role):
            return _named(naming)
    return None


def _same_kind(view: View, speaker: Speaker, head: Noun, running: Speaker | None) -> Speaker | None:
    """«The newspaper», «the statement»: the running speaker where it can be one, else the last body called so."""
    if running is not None and running.head is not None and running.head.lemma == head.lemma:
        return running
    if running is not None and running.entity is not None and (not _person(running) or head.kind == "document"):
        return running
    word = view.text[speaker.start : speaker.end].split(" ", 1)[0]
    for naming in view.before(speaker.start, 30):
        same = any(word.endswith(part) for part in folded(naming.entity.canonical_ar).split(" ")[:1])
        if naming.entity.type == "ORG" and (same or head.kind == "document"):
            return _named(naming)
    return None


def _person(speaker: Speaker) -> bool:
    if speaker.entity is not None:
        return speaker.entity.type == "PER"
    return speaker.head is not None and speaker.head.kind in _GROUPS


def _definite(view: View, speaker: Speaker) -> bool:
    word = view.text[speaker.start : speaker.end].split(" ", 1)[0]
    return noun(word[2:]) is not None and len(word) > 4


def _same_body(view: View, speaker: Speaker, head: Noun) -> Speaker | None:
    """A described organ («the Russian ministry») that the article has named in full before."""
    if head.kind != "body" or speaker.country is None:
        return None
    naming = view.last_naming(speaker.start, "ORG", within=3000)
    if naming is None or naming.entity.country not in (None, speaker.country):
        return None
    whose, english = (speaker.english or "").split(" ")[0], naming.entity.canonical_en
    fits = head.english.lower() in english.lower() and whose in english
    return _named(naming) if fits else None
