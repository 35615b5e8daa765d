"""Descriptions that point to a speaker named elsewhere in the article.

They are resolved by the office, the state, the words, or who spoke last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from alaqat.arabic.clitics import DEFINITE_ARTICLE, without_conjunction
from alaqat.arabic.fold import folded
from alaqat.lexicon.distances import distance
from alaqat.model.records import Entity, Token
from alaqat.quotes.agreement import (
    SEVERAL,
    Agreement,
    entity_agreement,
    noun_agreement,
    word_agreement,
)
from alaqat.quotes.apposed_titles import titled_behind
from alaqat.quotes.document_index import DocumentIndex, MentionRef
from alaqat.quotes.offices import Office, offices_of, parse_office
from alaqat.quotes.quote_lexicon import Gender, is_addressee, is_definite, word_roles
from alaqat.quotes.speaker_lexicon import (
    Noun,
    bearers_titles,
    is_honorific,
    noun_kind,
    speaker_noun,
)
from alaqat.quotes.speakers import (
    Speaker,
    has_definite_noun,
    last_speaker,
    read_speaker,
    speaker_of_entity,
    speaker_of_mention,
)

_SHORTEST_NAME = 3  # letters of a word that can be part of a personal name


@dataclass(slots=True)
class SpeakerResolver:
    """The people of one article with their offices, and who was described or joined before."""

    index: DocumentIndex
    described: dict[str, Speaker] = field(default_factory=dict)  # the last by the noun's lemma
    together: Speaker | None = None  # the last several who spoke together
    authors: dict[str, Speaker] = field(default_factory=dict)  # the last by the document's lemma
    _people: dict[str, Entity] | None = None
    _genders: dict[str, set[Gender]] = field(default_factory=dict)  # of the verbs before a name
    _offices: dict[str, tuple[Office, ...]] = field(default_factory=dict)

    def remember(self, speaker: Speaker) -> None:
        """Remember a speaker that later descriptions may point to."""
        is_description = speaker.entity is None and speaker.english and not speaker.is_bare
        if speaker.head is not None and is_description:
            self.described[speaker.head.lemma] = speaker
        if speaker.others:
            self.together = speaker

    def observe(self, verb: Agreement, end: int, speaker: Speaker | None) -> None:
        """Remember the gender of a verb that ends at `end` with its subject's name soon behind."""
        mention = self.index.mention_in(end, end + distance("quote-next-word-reach"))
        if mention is None or speaker is None or mention.entity is not speaker.entity:
            return
        is_object = is_addressee(self.index.first_word(mention.start, mention.end))
        if verb.gender is not None and not is_object:
            self._genders.setdefault(mention.entity.id, set()).add(verb.gender)

    def credit(self, lemma: str, speaker: Speaker) -> None:
        """Remember who spoke last in a document («in a statement»), unless it is one person."""
        if speaker.is_known and not speaker.is_individual:
            self.authors[lemma] = speaker

    def bearer(self, words: Sequence[Token], running: Speaker | None) -> Speaker | None:
        """Who an honorific pronoun, the only one of `words`, stands for.

        That is the last person of that rank, otherwise the last speaker. None for other words.
        """
        for word in words:
            titles = bearers_titles(word.text)
            before = self.index.mentions_before(word.start, distance("quote-holder-mentions"))
            bearers = (one for one in before if titles and self._has_title(one, titles))
            found = next(map(speaker_of_mention, bearers), running if titles else None)
            return found and replace(found, start=word.start, end=word.end)
        return None

    def _has_title(self, mention: MentionRef, titles: frozenset[str]) -> bool:
        """True if a word of a person's title at this mention is one of `titles`.

        The title may be one that no list has («أمير المنطقة فيصل»): in the words right before.
        """
        if mention.type != "PER":
            return False
        begin = max(mention.start - distance("quote-title-before"), 0)
        before = self.index.text[begin : mention.end]
        words = f"{folded(mention.mention.role or '')} {before}".split()
        return not titles.isdisjoint(words)

    def people(self) -> dict[str, Entity]:
        """The people of the article by id."""
        if self._people is None:
            self._people = {
                mention.entity.id: mention.entity
                for mention in self.index.mentions
                if mention.type == "PER"
            }
        return self._people

    def offices(self, entity: Entity) -> tuple[Office, ...]:
        """The offices that the article writes next to a person's name; none for other entities."""
        if entity.id not in self.people():
            return ()
        if entity.id not in self._offices:
            self._offices[entity.id] = tuple(offices_of(self.people()[entity.id]))
        return self._offices[entity.id]

    def agreements(self, speaker: Speaker) -> Sequence[Agreement]:
        """What a verb can agree with: the noun the speaker is called by, and its entity."""
        if speaker.others:
            return (SEVERAL,)
        word = self.index.first_word(speaker.start, speaker.end)
        noun = speaker_noun(word)
        written = () if noun is None else (noun_agreement(word, noun),)
        if speaker.entity is None:
            return written or (word_agreement(word),)
        return (*written, *self._entity_agreements(speaker.entity))

    def _entity_agreements(self, entity: Entity) -> Iterator[Agreement]:
        """A place's or body's by its name, a person's by the offices next to the name."""
        general = entity_agreement(entity)
        genders = {office.gender for office in self.offices(entity)} - {None}
        for gender in genders or {general.gender}:
            yield replace(general, gender=gender)

    def can_agree(self, verb: Agreement, speaker: Speaker) -> bool:
        """True if a verb can have the speaker, named before it, for its subject."""
        return any(map(verb.can_agree, self.agreements(speaker)))

    def has_agreed(self, verb: Agreement, speaker: Speaker) -> bool:
        """True unless the verbs right before the speaker's name were all of the other gender."""
        entity = speaker.entity
        genders = self._genders.get(entity.id, set()) if entity is not None else set()
        return not genders or verb.gender in {None, *genders}

    def can_follow(self, verb: Agreement, speaker: Speaker, word: str) -> bool:
        """True if a verb can have the speaker, whose phrase begins with `word`, after it.

        It is then in the singular, and its gender is that of the first of several.
        """
        if verb.number == "several":
            return False
        if speaker.others or speaker.kind == "group":
            return True
        noun = speaker_noun(word)
        if noun is not None and noun != speaker.head and speaker.kind is not None:
            return verb.is_same_gender(noun_agreement(word, noun))
        return any(map(verb.is_same_gender, self.agreements(speaker)))

    def resolve(self, speaker: Speaker, running: Speaker | None) -> Speaker:
        """The speaker that a description or part of a name refers to; otherwise `speaker`.

        `running` is who spoke last.
        """
        if speaker.head is None or speaker.entity is not None:
            return self._resolve_name(speaker)
        if speaker.is_unlisted:
            return speaker
        antecedent = self._antecedent(speaker, speaker.head, running)
        if antecedent is None:
            return speaker
        antecedent = replace(antecedent, start=speaker.start, end=speaker.end)
        if speaker.country and self._is_without_office(antecedent):
            role = self.index.document.surface(speaker.start, speaker.end)
            return replace(antecedent, role=role)
        return antecedent

    def _is_without_office(self, speaker: Speaker) -> bool:
        """True for one named person without an office next to the name in the article."""
        if speaker.entity is None or not speaker.is_one_person:
            return False
        return not self.offices(speaker.entity)

    def _antecedent(self, speaker: Speaker, head: Noun, running: Speaker | None) -> Speaker | None:
        """Who a description with the noun `head` points to, by the kind of its noun."""
        if head.kind == "person":
            return self._person(speaker, head, running) or self._same_noun(speaker, head)
        if head.kind == "group":
            return self._same_group(speaker, head)
        if speaker.is_known and not speaker.is_bare:
            return self._named_body(speaker, head)
        if not has_definite_noun(self.index, speaker):
            return None
        return self._last_of_kind(speaker, head, running)

    def _same_noun(self, speaker: Speaker, head: Noun) -> Speaker | None:
        """For a noun alone: the last description with the same noun."""
        return self.described.get(head.lemma) if speaker.is_bare else None

    def _same_person(self, speaker: Speaker, head: Noun) -> Speaker | None:
        """For a noun alone: the last description with the noun, of a speaker or another person."""
        if not speaker.is_bare:
            return None
        last = (self.described.get(head.lemma), self._introduced(speaker.start, head))
        return max(filter(None, last), key=lambda one: one.start, default=None)

    def _introduced(self, before: int, head: Noun) -> Speaker | None:
        """The nearest unnamed person before `before` that an indefinite noun introduces."""
        tokens = self.index.tokens(max(0, before - distance("quote-introduced-reach")), before)
        for token in reversed(tokens):
            if speaker_noun(token.text) == head and not is_definite(token.text):
                speaker = read_speaker(self.index, token.start, before)
                is_named = speaker is None or speaker.entity is not None
                return None if is_named else speaker
        return None

    def _same_group(self, speaker: Speaker, head: Noun) -> Speaker | None:
        """For a definite noun alone: those who spoke together, otherwise the same noun."""
        if not speaker.is_bare or not has_definite_noun(self.index, speaker):
            return None
        return self.together or self._same_noun(speaker, head)

    def namesake(self, words: Sequence[Token]) -> Speaker | None:
        """The one person of the article with the first of `words`, a title aside, in the name."""
        word = next((word for word in words if not is_honorific(word.text)), None)
        return self._named(word.text, word.start, word.end) if word is not None else None

    def _named(self, word: str, start: int, end: int) -> Speaker | None:
        """The one person of the article whose name has a word in it, as the speaker there."""
        namesakes = [one for one in self.people().values() if word in _name_words(one)]
        if len(word) < _SHORTEST_NAME or len(namesakes) != 1:
            return None
        return speaker_of_entity(namesakes[0], start, end)

    def _resolve_name(self, speaker: Speaker) -> Speaker:
        """The one person whose name has the word of a speaker without entity, else the speaker."""
        if speaker.is_described:
            return speaker
        text = self.index.text[speaker.start : speaker.end]
        return self._named(text, speaker.start, speaker.end) or speaker

    def _person(self, speaker: Speaker, head: Noun, running: Speaker | None) -> Speaker | None:
        """«The minister», «the Turkish minister of defence»: the last speaker, or the holder."""
        text = self.index.text[speaker.start : speaker.end]
        office = parse_office(text, speaker.country)
        if not has_definite_noun(self.index, speaker) or speaker.is_qualified:
            return self._holder(office, speaker.start)
        same = self._same_person(speaker, head)
        if same is not None and not self._is_called(running, head):
            return same
        if running is not None and self._can_hold(running, office):
            return running
        return self._holder(office, speaker.start) or self._holder_of_title(speaker, office)

    def _is_called(self, running: Speaker | None, head: Noun) -> bool:
        """True if the last speaker has a name, and next to it an office with the noun `head`."""
        if running is None or running.entity is None:
            return False
        return any(office.title == head.english for office in self.offices(running.entity))

    def _can_hold(self, running: Speaker, office: Office) -> bool:
        """True if the last speaker is one person whose offices do not exclude `office`."""
        if not running.is_one_person or office.state not in (None, running.country):
            return False
        if running.entity is None:
            return not (office.state and office.field)
        held = self.offices(running.entity)
        return not held or any(map(office.without_general_title.is_compatible, held))

    def _holder(self, office: Office, offset: int) -> Speaker | None:
        """The person with the same office: the nearest before `offset`, otherwise after it."""
        reach = distance("quote-holder-mentions")
        nearby = (
            *self.index.mentions_before(offset, reach),
            *self.index.mentions_after(offset, reach),
        )
        holder = self._first_holder(nearby, office.is_same)
        return holder or next(map(speaker_of_mention, titled_behind(self.index, offset)), None)

    def _holder_of_title(self, speaker: Speaker, office: Office) -> Speaker | None:
        """«The prime minister» without a state: the nearest person before with that title."""
        if office.state or not speaker.is_bare:
            return None
        before = self.index.mentions_before(speaker.start, distance("quote-title-mentions"))
        return self._first_holder(before, office.has_same_title)

    def _first_holder(
        self, mentions: Sequence[MentionRef], is_wanted: Callable[[Office], bool]
    ) -> Speaker | None:
        """The first of `mentions` with an office that is wanted."""
        for mention in mentions:
            if any(map(is_wanted, self.offices(mention.entity))):
                return speaker_of_mention(mention)
        return None

    def _last_of_kind(
        self, speaker: Speaker, head: Noun, running: Speaker | None
    ) -> Speaker | None:
        """«The newspaper», «the statement»: the last speaker, or the last body called so."""
        if head.kind == "document":
            return self._author(speaker, head, running)
        word = self.index.first_word(speaker.start, speaker.end)
        reach = distance("quote-body-mentions")
        for mention in self.index.mentions_before(speaker.start, reach):
            if mention.type == "ORG" and self._is_body_called(mention, word, head):
                return speaker_of_mention(mention)
        is_body = running is not None and running.type == "ORG"
        return running if is_body and "epithet" in word_roles(word) else self._described(head)

    def _described(self, head: Noun) -> Speaker | None:
        """The last description with the noun."""
        return self.described.get(head.lemma)

    def _is_body_called(self, mention: MentionRef, word: str, head: Noun) -> bool:
        """True if a body is called by a word with the noun `head`, in Arabic or in English."""
        if word in self._called(mention):
            return True
        return head.kind == "body" and head.english in mention.entity.canonical_en.lower().split()

    def _called(self, mention: MentionRef) -> Sequence[str]:
        """The words that a body is called by: the first of its name, and the noun before that."""
        token = self.index.word_before(mention.start)
        if token is not None and not token.text.isalnum():
            token = self.index.token_before(token.start)  # before an opening mark
        noun = without_conjunction(token.text) if token is not None else ""
        return (*_first_words(mention), noun, DEFINITE_ARTICLE + noun)

    def _author(self, speaker: Speaker, head: Noun, running: Speaker | None) -> Speaker | None:
        """«The statement»: the body just named, or the last speaker, or the last body."""
        authors = (self._named_author(speaker.start), self.authors.get(head.lemma))
        author = max(filter(None, authors), key=lambda one: one.start, default=None)
        if author is not None:
            return author
        if running is None or not _can_write(running):
            return self._last_body(speaker, "quote-author-reach")
        if not running.is_person:
            return running
        return self._last_body(speaker, "quote-recent-author-reach") or running

    def _named_author(self, offset: int) -> Speaker | None:
        """The body last named as the author of a document («a statement of the ministry»)."""
        reach = distance("quote-agreeing-mentions")
        for mention in self.index.mentions_before(offset, reach):
            token = self.index.word_before(mention.start)
            is_author = token is not None and noun_kind(token.text) == "document"
            if is_author and mention.type == "ORG" and mention.end <= offset:
                return speaker_of_mention(mention)
        return None

    def _last_body(self, speaker: Speaker, reach: str) -> Speaker | None:
        """The last body named before `speaker`, within the distance called `reach`."""
        return last_speaker(self.index, speaker.start, "ORG", within=distance(reach))

    def _named_body(self, speaker: Speaker, head: Noun) -> Speaker | None:
        """A described organ («the Russian ministry») that the article has named in full before."""
        if head.kind != "body" or speaker.country is None:
            return None
        body = self._last_body(speaker, "quote-author-reach")
        if body is None or body.entity is None:
            return None
        is_same_state = body.entity.country in (None, speaker.country)
        name = body.entity.canonical_en
        is_called_so = head.english.lower() in name.lower() and _first_adjective(speaker) in name
        return body if is_same_state and is_called_so else None


def _can_write(speaker: Speaker) -> bool:
    """True for an entity and a described body: they put out statements."""
    return speaker.entity is not None or speaker.kind == "body"


def _first_adjective(speaker: Speaker) -> str:
    """The first English word of a description («Russian»)."""
    return (speaker.english or "").split(" ")[0]


def _name_words(person: Entity) -> Sequence[str]:
    """The folded words of a person's name."""
    return folded(person.canonical_ar).replace("-", " ").split(" ")


def _first_words(mention: MentionRef) -> Sequence[str]:
    """The first word of a body's name and of its mention, with and without the article."""
    names = (mention.entity.canonical_ar, mention.mention.text)
    firsts = [folded(name).split(" ", 1)[0] for name in names]
    nouns = [without_conjunction(first).removeprefix(DEFINITE_ARTICLE) for first in firsts]
    return (*firsts, *nouns, *map(DEFINITE_ARTICLE.__add__, nouns))
