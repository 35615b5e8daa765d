"""Descriptions that point to one named elsewhere: by the office, by the state, by the words, by who spoke last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from alaqat.arabic.clitics import with_article_restored, without_conjunction
from alaqat.arabic.fold import folded
from alaqat.model.records import Entity
from alaqat.quotes.document_index import Naming, View
from alaqat.quotes.quote_lexicon import (
    Noun,
    definite,
    demonym,
    field_of,
    noun,
    office_of,
    parts,
    relation,
    woman_of,
)
from alaqat.quotes.speakers import Speaker, is_definite, moved, named, of_entity

_FAR = 3000
_NEAR = 250
# Titles that any office fits.
_GENERAL = frozenset({"official", "senior figure", "leader", "diplomat"})


@dataclass(frozen=True, slots=True)
class Post:
    """An office as a role or a description gives it; None where it does not say."""

    title: str | None
    field: str | None
    state: str | None
    woman: bool | None = None

    def fits(self, other: Post) -> bool:
        """Whether both can be one office: nothing that both say differs."""
        pairs = (
            (self.title, other.title), (self.field, other.field), (self.state, other.state), (self.woman, other.woman)
        )  # fmt: skip
        return all(one == two or one is None or two is None for one, two in pairs)

    def proves(self, other: Post) -> bool:
        """Whether they fit and share a title and what it is of."""
        of = (self.field, self.state)
        shared = any(
            one is not None and one == two
            for one, two in zip(of, (other.field, other.state), strict=True)
        )
        return self.fits(other) and self.title is not None and self.title == other.title and shared


def post(text: str, country: str | None = None) -> Post:
    """The office that a folded role or description names; `country` where its words name no state."""
    text = with_article_restored(text)
    words = text.split(" ")
    head = noun(words[0])
    title = office_of(text) or (head.english if head else None)
    state = next((found.iso3 for found in map(demonym, words[1:]) if found is not None), country)
    told = head is not None and head.kind == "person" and "anyone" not in parts(words[0])
    return Post(title, field_of(text), state, woman_of(words[0]) if told else None)


@dataclass(slots=True)
class Cast:
    """The people of one article with their posts, and who was described or joined before."""

    view: View
    described: dict[str, Speaker] = field(default_factory=dict)
    together: Speaker | None = None
    _posts: dict[str, tuple[Post, ...]] | None = None

    def note(self, speaker: Speaker) -> None:
        """Remember a speaker whom later descriptions may point to."""
        if (
            speaker.head is not None
            and speaker.english
            and not speaker.bare
            and speaker.entity is None
        ):
            self.described[speaker.head.lemma] = speaker
        if speaker.others:
            self.together = speaker

    def posts(self, entity: Entity) -> tuple[Post, ...]:
        """The offices that the article writes beside an entity's name."""
        if self._posts is None:
            people = {naming.entity.id: naming.entity for naming in self.view.namings}
            self._posts = {
                key: tuple(_posts(one)) for key, one in people.items() if one.type == "PER"
            }
        return self._posts.get(entity.id, ())

    def can_be_a(self, woman: bool | None, speaker: Speaker) -> bool:
        """Whether a person may be a woman (or man, where false) by the offices written beside the name."""
        if (
            woman is None
            or speaker.others
            or (speaker.entity is not None and speaker.entity.type != "PER")
        ):
            return True
        if speaker.entity is None:
            word = self.view.text[speaker.start : speaker.end].split(" ", 1)[0]
            one = (
                speaker.head is not None
                and speaker.head.kind == "person"
                and noun(word) == speaker.head
            )
            return not one or "anyone" in parts(word) or woman_of(word) == woman
        told = {post.woman for post in self.posts(speaker.entity)} - {None}
        return not told or woman in told

    def resolved(self, speaker: Speaker, running: Speaker | None) -> Speaker:
        """A description read as the one it points to, or as it is."""
        head = speaker.head
        if head is None or speaker.entity is not None:
            return self._echo(speaker)
        if speaker.unlisted:
            return speaker
        found = self._pointed(speaker, head, running)
        if found is None:
            return speaker
        found = moved(found, speaker.start, speaker.end)
        if (
            found.entity is None
            or not found.person
            or found.others
            or not speaker.country
            or self.posts(found.entity)
        ):
            return found
        return replace(found, role=self.view.document.surface(speaker.start, speaker.end))

    def _pointed(self, speaker: Speaker, head: Noun, running: Speaker | None) -> Speaker | None:
        if head.kind == "group" and speaker.bare and is_definite(self.view, speaker):
            return self.together or self._before(head)
        if head.kind == "person":
            return self._person(speaker, running) or (self._before(head) if speaker.bare else None)
        if head.kind == "group":
            return None
        if speaker.known and not speaker.bare:
            return self._body(speaker, head)
        return self._kind(speaker, head, running) if is_definite(self.view, speaker) else None

    def _before(self, head: Noun) -> Speaker | None:
        return self.described.get(head.lemma)

    def _echo(self, speaker: Speaker) -> Speaker:
        """A name without entity that is one word of a person's name in the article: that person."""
        text = self.view.text[speaker.start : speaker.end]
        if speaker.known or speaker.head is not None or " " in text or len(text) < 3:
            return speaker
        names = {
            naming.entity.id: naming.entity
            for naming in self.view.namings
            if naming.entity.type == "PER"
        }
        fits = [
            one
            for one in names.values()
            if text in folded(one.canonical_ar).replace("-", " ").split(" ")
        ]
        return of_entity(fits[0], speaker.start, speaker.end) if len(fits) == 1 else speaker

    def _person(self, speaker: Speaker, running: Speaker | None) -> Speaker | None:
        """«The minister», «the Turkish minister of defence»: who spoke last if it can be, else who holds the office."""
        text = self.view.text[speaker.start : speaker.end]
        wanted = post(text, speaker.country)
        if not is_definite(self.view, speaker) or speaker.qualified:
            return self._holder(wanted, speaker.start)
        if (
            running is not None
            and running.person
            and not running.others
            and self._can_be(running, wanted)
        ):
            return running
        return self._holder(wanted, speaker.start) or self._bare_holder(speaker, wanted)

    def _can_be(self, running: Speaker, wanted: Post) -> bool:
        """Whether the last speaker can be the holder of a post: no post of theirs says otherwise."""
        if wanted.state and running.country != wanted.state:
            return False
        if running.entity is None:
            return running.head is not None and (wanted.state is None or not wanted.field)
        held = self.posts(running.entity)
        if wanted.title and wanted.title.lower() in _GENERAL:
            wanted = replace(wanted, title=None)
        return not held or any(wanted.fits(one) for one in held)

    def _holder(self, wanted: Post, at: int) -> Speaker | None:
        """The person whose role proves the post: the nearest before, else one named only later."""
        for naming in (*self.view.before(at, 40), *self.view.after(at, 40)):
            if naming.entity.type == "PER" and any(
                wanted.proves(one) for one in self.posts(naming.entity)
            ):
                return of_entity(naming.entity, naming.start, naming.end, naming.mention.role)
        return None

    def _bare_holder(self, speaker: Speaker, wanted: Post) -> Speaker | None:
        """«The prime minister» without a state: the nearest before whose role begins so."""
        if wanted.state or not speaker.bare:
            return None
        for naming in self.view.before(speaker.start, 20):
            if naming.entity.type == "PER" and any(
                one.title == wanted.title and one.fits(wanted) for one in self.posts(naming.entity)
            ):
                return named(naming)
        return None

    def _kind(self, speaker: Speaker, head: Noun, running: Speaker | None) -> Speaker | None:
        """«The newspaper», «the statement»: the last speaker where it can be one, else the last body called so."""
        if running is not None and running.head is not None and running.head.lemma == head.lemma:
            return running
        if head.kind == "document":
            return self._author(speaker, running)
        word = self.view.text[speaker.start : speaker.end].split(" ", 1)[0]
        for naming in self.view.before(speaker.start, 30):
            if naming.entity.type == "ORG" and word in _firsts(naming):
                return named(naming)
        return self._before(head)

    def _author(self, speaker: Speaker, running: Speaker | None) -> Speaker | None:
        """«The statement»: of the body just named, else of who spoke last, else of the last body."""
        writes = running is not None and _writes(running)
        if writes and running is not None and not running.person:
            return running
        near = self.view.last_naming(speaker.start, "ORG", within=_NEAR if writes else _FAR)
        return named(near) if near is not None else running if writes else None

    def _body(self, speaker: Speaker, head: Noun) -> Speaker | None:
        """A described organ («the Russian ministry») that the article has named in full before."""
        if head.kind != "body" or speaker.country is None:
            return None
        naming = self.view.last_naming(speaker.start, "ORG", within=_FAR)
        if naming is None or naming.entity.country not in (None, speaker.country):
            return None
        whose, english = (speaker.english or "").split(" ")[0], naming.entity.canonical_en
        fits = head.english.lower() in english.lower() and whose in english
        return named(naming) if fits else None


def _writes(speaker: Speaker) -> bool:
    """Whether a speaker can be who puts out statements."""
    return speaker.entity is not None or (speaker.head is not None and speaker.head.kind == "body")


def _posts(entity: Entity) -> Iterator[Post]:
    """Every office written beside a name; what only says whose relative somebody is says none."""
    for mention in entity.mentions:
        if mention.role and not relation(folded(mention.role)):
            yield post(folded(mention.role), entity.country)


def _firsts(naming: Naming) -> Sequence[str]:
    """The first word of a body's name, with and without the article."""
    first = folded(naming.entity.canonical_ar).split(" ", 1)[0]
    bare = without_conjunction(first)
    return (first, bare, bare[2:]) if definite(bare) else (first, bare)
