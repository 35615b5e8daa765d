"""A noun phrase as far as it is read, and what each kind of word does to it.

A phrase is in one of these states:

- empty: no word is read (`start` is negative);
- headless: words are read, but no noun that heads a description;
- headed: `head` is its noun; nationality, qualities, office, body and place describe it;
- settled: `person` or the owner of an office is found, and reading stops.

`word_class` says what a word is in the state that the phrase is in, `ADD` what is done with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final, NamedTuple

from alaqat.model.records import Token
from alaqat.quotes.document_index import MentionRef
from alaqat.quotes.quote_lexicon import is_definite
from alaqat.quotes.speaker_lexicon import Noun, State, demonym, speaker_noun

DOCUMENTS = frozenset({"document", "medium"})
# Nouns that are also adjectives: «a press statement».
_ADJECTIVAL = frozenset({"journalist"})
# Heads that give way to the noun after them: «the newspaper of the party», «some of the residents».
_TRANSPARENT = DOCUMENTS | {"part"}
# Kinds of nouns to which a body does not give way.
_MEMBERS = frozenset({"report", "group", "person"})


@dataclass(slots=True)
class Phrase:
    """What the words of a noun phrase have shown so far; `start:end` are folded offsets."""

    person: MentionRef | None = None
    body: MentionRef | None = None
    others: list[MentionRef] = field(default_factory=list)  # who speaks with the person or body
    place: MentionRef | None = None  # where it is («the police in X»)
    head: Noun | None = None
    office: Noun | None = None  # the second noun, which the head belongs to («ministry official»)
    state: State | None = None
    qualities: list[str] = field(default_factory=list)  # English adjectives
    start: int = -1
    end: int = -1
    unknown_words: int = 0  # words of no known class: two or more read like an unlisted name
    is_qualified: bool = False  # a preposition goes on with the description
    has_definite_head: bool = False  # the head has the article: no noun after it can be the head
    is_owned: bool = False  # a person after it owns the head («the lawyer of the president X»)
    is_unlisted: bool = False  # a name that no entity has follows the description

    @property
    def is_empty(self) -> bool:
        """True if no word is read."""
        return self.start < 0

    @property
    def country(self) -> str | None:
        """The state of the nationality (ISO alpha-3)."""
        return self.state.iso3 if self.state is not None else None

    @property
    def kind(self) -> str | None:
        """The kind of the head (`kind` in speaker_nouns.csv); None for a headless phrase."""
        return self.head.kind if self.head is not None else None


class Word(NamedTuple):
    """A word that is no mention, with its look-ups. A tuple: one is made for every word read."""

    token: Token
    state: State | None
    noun: Noun | None
    is_definite: bool

    @property
    def is_unknown(self) -> bool:
        """True if it is neither a nationality nor a speaker noun."""
        return self.state is None and self.noun is None


class WordClass(Enum):
    """What a word is in a phrase."""

    ADJECTIVE = auto()  # a noun used as an adjective
    NATIONALITY = auto()
    QUALITY = auto()
    HEAD = auto()
    OFFICE = auto()
    OTHER = auto()


def lookup(token: Token) -> Word:
    """The look-ups of a token."""
    text = token.text
    return Word(token, demonym(text), speaker_noun(text), is_definite(text))


def word_class(phrase: Phrase, word: Word) -> WordClass:
    """What `word` is as the next word of `phrase`."""
    if _is_adjective(phrase, word):
        return WordClass.ADJECTIVE
    if word.state is not None and not phrase.is_empty:
        return WordClass.NATIONALITY
    if word.noun is None:
        return WordClass.OTHER
    return _noun_class(phrase, word.noun)


def _noun_class(phrase: Phrase, noun: Noun) -> WordClass:
    """What a speaker noun is as the next word of `phrase`."""
    if noun.kind == "quality":
        return WordClass.QUALITY
    if phrase.head is None or _can_give_way(phrase, noun):
        return WordClass.HEAD
    return WordClass.OFFICE if _can_take_office(phrase) else WordClass.OTHER


def _is_adjective(phrase: Phrase, word: Word) -> bool:
    """True if an indefinite noun after a head is used as an adjective."""
    if word.noun is None or word.noun.english not in _ADJECTIVAL:
        return False
    return phrase.head is not None and not word.is_definite


def _can_give_way(phrase: Phrase, noun: Noun) -> bool:
    """True if `noun`, after a transparent head, says who speaks.

    A union does not give way to its members («of journalists») or to its head.
    """
    if phrase.kind not in _TRANSPARENT or phrase.has_definite_head:
        return False
    # «the agency of news», «the union of journalists», «the party of the president»
    return phrase.kind != "medium" or noun.kind not in _MEMBERS


def _can_take_office(phrase: Phrase) -> bool:
    """True if a second noun of the phrase is an office: nothing after the head yet."""
    return phrase.office is None and phrase.state is None and phrase.body is None


def add_word(phrase: Phrase, token: Token) -> None:
    """Add a token that is neither a mention nor a particle to `phrase`."""
    word = lookup(token)
    kind = word_class(phrase, word)
    if kind is WordClass.ADJECTIVE:
        return
    if kind in ADD:
        ADD[kind](phrase, word)
    _extend(phrase, word)


def _extend(phrase: Phrase, word: Word) -> None:
    """Let the phrase reach over `word`; an unknown word is no part of a headed one."""
    if phrase.is_empty:
        phrase.start = word.token.start
    if word.is_unknown and phrase.body is None:
        phrase.unknown_words += not word.is_definite
    is_genitive = word.is_definite and word.token.start - phrase.end <= 1
    if phrase.head is None or not word.is_unknown or is_genitive:
        phrase.end = max(phrase.end, word.token.end)


def _add_nationality(phrase: Phrase, word: Word) -> None:
    """Give the phrase its state; the first nationality counts."""
    phrase.state = phrase.state or word.state


def _add_quality(phrase: Phrase, word: Word) -> None:
    """Add an English adjective."""
    if word.noun is not None:
        phrase.qualities.append(word.noun.english)


def _add_head(phrase: Phrase, word: Word) -> None:
    """Make a noun the head; an author after a document begins the phrase anew."""
    phrase.has_definite_head = word.is_definite
    if word.noun is not None and _is_author(phrase, word.noun):
        phrase.start = word.token.start
    phrase.head = word.noun


def _is_author(phrase: Phrase, noun: Noun) -> bool:
    """True if a noun after a document is its author («a statement of the organisation»)."""
    if phrase.kind == "document":
        return noun.kind != "document"
    return phrase.kind in DOCUMENTS and noun.kind not in DOCUMENTS


def _add_office(phrase: Phrase, word: Word) -> None:
    """Make a noun the office that the head belongs to."""
    phrase.office = word.noun


ADD: Final[Mapping[WordClass, Callable[[Phrase, Word], None]]] = {
    WordClass.NATIONALITY: _add_nationality,
    WordClass.QUALITY: _add_quality,
    WordClass.HEAD: _add_head,
    WordClass.OFFICE: _add_office,
}


def add_mention(phrase: Phrase, mention: MentionRef, *, is_preposed: bool) -> None:
    """Add a mention to `phrase`: its person, its state, its place, or its body.

    With `is_preposed` a preposition is before the mention.
    """
    if phrase.is_empty:
        phrase.start = mention.start
    if mention.type == "PER" and not is_preposed:
        phrase.person = mention
    elif mention.type != "PER" and phrase.body is None:
        _add_description(phrase, mention, is_preposed=is_preposed)
        phrase.end = mention.end


def _add_description(phrase: Phrase, mention: MentionRef, *, is_preposed: bool) -> None:
    """Add a place or body that the head belongs to, or the place where it is."""
    if phrase.head is None or mention.type != "LOC":
        phrase.body = mention
    elif is_preposed:
        phrase.place = phrase.place or mention
    else:
        _add_state(phrase, mention)


def _add_state(phrase: Phrase, mention: MentionRef) -> None:
    """Add a state's name, which is written like its feminine adjective, or another place's."""
    state = demonym(mention.mention.text)
    if state is None:
        phrase.body = mention
    else:
        phrase.state = phrase.state or state
