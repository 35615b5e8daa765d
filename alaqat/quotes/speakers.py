"""Who speaks: the noun phrase next to a cue read as an entity, several, or a description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, takewhile

from alaqat.arabic.quotation_marks import DOUBLE_FAMILY, OPENING
from alaqat.lexicon.distances import distance
from alaqat.model.records import Entity, Token
from alaqat.quotes.document_index import DocumentIndex, MentionRef
from alaqat.quotes.noun_phrases import read_phrase
from alaqat.quotes.phrase import Phrase
from alaqat.quotes.quote_lexicon import forms_of, is_addressee, is_definite, word_roles
from alaqat.quotes.speaker_description import describe
from alaqat.quotes.speaker_lexicon import (
    Noun,
    capital,
    demonym,
    is_honorific,
    is_preposed_noun,
    speaker_noun,
)
from alaqat.quotes.unlisted_names import is_name_word, is_nameable, name_after, nominal

_PEOPLE = frozenset({"person", "group"})
# Kinds of what a body wrote or is: the body speaks itself.
_VOICES = frozenset({"medium", "report"})
_WRITTEN = frozenset({"document", "report"})
_PAUSES = frozenset("،,")
_BEFORE_NAME = _PAUSES | OPENING | DOUBLE_FAMILY
_AFTER_NAME = frozenset({"an", "bi", "soft", "breaker", "adverb"})
_MARK_GAP = 3  # characters before a mark: a space and a clitic
_SHORTEST_DEFINITE = 5  # letters of a noun with the article or a clitic of two letters


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker and the folded span it was read from.

    `head` is the noun of a description. `others` speak with it.
    """

    start: int
    end: int
    entity: Entity | None = None
    english: str | None = None
    arabic: str | None = None
    country: str | None = None
    role: str | None = None
    head: Noun | None = None
    is_strange: bool = False  # reads like a name that no entity has
    is_qualified: bool = False  # a preposition goes on with the description
    is_bare: bool = False  # a description of its noun alone
    is_unlisted: bool = False  # a description before a name that no entity has
    others: tuple[Speaker, ...] = ()

    @property
    def is_known(self) -> bool:
        """True if an entity or a description names it."""
        return self.entity is not None or self.english is not None

    @property
    def is_described(self) -> bool:
        """True if it is known or a noun heads it."""
        return self.is_known or self.head is not None

    @property
    def is_person(self) -> bool:
        """True if it is one person or several."""
        return self.type == "PER" if self.type is not None else self.kind in _PEOPLE

    @property
    def is_individual(self) -> bool:
        """True if it is one person, named or described."""
        return self.type == "PER" or self.kind == "person"

    @property
    def is_one_person(self) -> bool:
        """True if it is a person or people who speak alone."""
        return self.is_person and not self.others

    @property
    def type(self) -> str | None:
        """The type of its entity; None for a description."""
        return self.entity.type if self.entity is not None else None

    @property
    def kind(self) -> str | None:
        """The kind of its noun (`kind` in speaker_nouns.csv); None without one."""
        return self.head.kind if self.head is not None else None


def speaker_of_entity(entity: Entity, start: int, end: int, role: str | None = None) -> Speaker:
    """An entity as a speaker; a capital speaks for its state."""
    state = capital(entity.canonical_en) if entity.type == "LOC" else None
    if state:
        return Speaker(start, end, entity, state.english, state.arabic, state.iso3, role)
    return Speaker(
        start, end, entity, entity.canonical_en, entity.canonical_ar, entity.country, role
    )


def speaker_of_mention(mention: MentionRef) -> Speaker:
    """The speaker a mention names."""
    return speaker_of_entity(mention.entity, mention.start, mention.end, mention.mention.role)


def last_speaker(index: DocumentIndex, before: int, *types: str, within: int) -> Speaker | None:
    """The nearest entity of one of `types` that ends at or before `before`, as a speaker.

    Its mention starts at most `within` characters before `before`.
    """
    mention = index.last_mention(before, *types, within=within)
    return speaker_of_mention(mention) if mention is not None else None


def read_speaker(
    index: DocumentIndex, start: int, stop: int, *, is_source: bool = False
) -> Speaker | None:
    """The speaker in the noun phrase that begins at `start`, before `stop`; None without a phrase.

    With `is_source` the phrase follows a word like «according to».
    """
    start += _each_length(index, start)
    phrase = read_phrase(index, start, stop, is_source=is_source)
    if phrase.person is None and phrase.body is None:
        marked = _marked_speaker(index, _noun_end(index, phrase, start), stop)
        if marked is not None:
            return _with_noun(index, phrase, marked)
    is_settled = phrase.person is not None or phrase.is_owned
    if is_settled or phrase.kind != "person" or is_source:
        return None if phrase.is_empty else _speaker_of_phrase(index, phrase)
    phrase.person = _set_off_person(index, phrase, stop)
    speaker = _speaker_of_phrase(index, phrase)
    name = name_after(index, phrase.end, stop) if phrase.person is None else None
    if name is None or speaker is None:
        return speaker
    return replace(speaker, start=name[0], end=name[1], is_unlisted=True)


def _each_length(index: DocumentIndex, start: int) -> int:
    """The length of «each of» with its space, if it begins after the space at `start`."""
    each = next(
        (form for form in forms_of("each") if index.text.startswith(form + " ", start + 1)), ""
    )
    return len(each) + 1 if each else 0


def _set_off_person(index: DocumentIndex, phrase: Phrase, stop: int) -> MentionRef | None:
    """The person named at the end of a long description, after a pause or before the quote.

    «the secretary-general of the alliance, X, said», «the head of the commission X said that».
    """
    nearby = index.mentions_after(phrase.end, distance("quote-set-off-mentions"))
    mention = next((mention for mention in nearby if mention.type == "PER"), None)
    reach = min(stop, phrase.end + distance("quote-set-off-reach"))
    if mention is None or mention.start >= reach:
        return None
    between = index.tokens(phrase.end, mention.start, distance("quote-set-off-tokens"))
    if not _is_description(index, between) or not _has_words_after(index, mention):
        return None
    return mention


def _is_description(index: DocumentIndex, tokens: Sequence[Token]) -> bool:
    """True if tokens can go on with a description; the last may be a pause."""
    words = list(tokens)
    while words and is_honorific(words[-1].text):
        words.pop()
    if len(words) > 1 and words[-2].text in _PAUSES and is_name_word(words[-1].text):
        words.pop()  # a part of the name that its mention has not
    if words and words[-1].text in _BEFORE_NAME:
        words.pop()
    return not any(_is_break(index, token) for token in words)


def _is_break(index: DocumentIndex, token: Token) -> bool:
    """True if a token is a verb, a particle, a pronoun or a pause that ends a description."""
    if not token.text[0].isalnum():
        return "abbreviation" not in index.roles_before(token.start)
    if index.is_verb_cue(token.start):
        return True
    return not word_roles(token.text).isdisjoint({"breaker", "who"})


def _has_words_after(index: DocumentIndex, mention: MentionRef) -> bool:
    """True if a complementizer or punctuation follows the mention."""
    stop = mention.end + distance("quote-next-word-reach")
    after = index.tokens(mention.end, stop, 1)
    if not after:
        return False
    word = after[0].text
    if (
        not word[0].isalnum()
        or is_addressee(word)
        or index.mention_in(after[0].start + 1, after[0].end)
    ):
        return True
    return not word_roles(word).isdisjoint(_AFTER_NAME)


def _noun_end(index: DocumentIndex, phrase: Phrase, start: int) -> int:
    """Where the words before a marked name end; `start` for an empty phrase.

    «A report of the newspaper "X"»: the noun with a preposition is one of them.
    """
    if phrase.is_empty:
        return start
    if phrase.kind not in _WRITTEN:
        return phrase.end
    after = index.tokens(phrase.end, phrase.end + distance("quote-next-word-reach"), 1)
    return after[0].end if after and is_preposed_noun(after[0].text) else phrase.end


def _marked_speaker(index: DocumentIndex, start: int, stop: int) -> Speaker | None:
    """A speaker named in marks: «the newspaper "X" said»."""
    mark = next(iter(index.marks_in(start, min(stop, start + _MARK_GAP))), None)
    if mark is None or mark.words > distance("quote-marked-speaker-words"):
        return None
    if index.text[start : mark.left].strip():
        return None
    mention = index.mention_in(mark.start, mark.end)
    if mention is not None and mention.start - mark.start <= 1:
        return speaker_of_mention(mention)
    words = list(dropwhile(str.isdigit, index.text[mark.start : mark.end].split()))
    return Speaker(mark.start, mark.end) if is_nameable(words) else None


def _with_noun(index: DocumentIndex, phrase: Phrase, marked: Speaker) -> Speaker:
    """A speaker named in marks with the noun before them and the nationality after them.

    «The British newspaper "X"» is its mention then.
    """
    if phrase.head is None:
        return marked
    after = index.tokens(marked.end, marked.end + distance("quote-set-off-reach"))
    adjectives = [token.end for token in takewhile(_is_nationality, after) if demonym(token.text)]
    closing = next((mark.right for mark in index.marks_in(phrase.end, marked.end)), marked.end)
    return replace(marked, start=phrase.start, end=max([closing, *adjectives]))


def _is_nationality(token: Token) -> bool:
    """True for a nationality, and for the mark before it."""
    return not token.text[0].isalnum() or demonym(token.text) is not None


def _speaker_of_phrase(index: DocumentIndex, phrase: Phrase) -> Speaker | None:
    """Read a finished phrase as a speaker; None if its words can be neither noun nor name."""
    mention = phrase.person or _speaking_body(phrase)
    if mention is not None:
        return _with_companions(speaker_of_mention(mention), phrase)
    if phrase.head is None or _is_misread(index, phrase):
        words = nominal(index.text[phrase.start : phrase.end].split())
        if not is_nameable(words):
            return None
        end = phrase.start + len(" ".join(words))
        return Speaker(phrase.start, end, is_strange=phrase.unknown_words > 1)
    return _described(index, phrase, phrase.head)


def _described(index: DocumentIndex, phrase: Phrase, head: Noun) -> Speaker:
    """The description of a phrase as a speaker."""
    end = max(phrase.end, phrase.body.end if phrase.body else 0)
    english, country = describe(phrase, head, index.text[phrase.start : end])
    return Speaker(
        phrase.start,
        end,
        english=english,
        arabic=index.document.surface(phrase.start, end) if english else None,
        country=country,
        head=head,
        is_qualified=phrase.is_qualified,
        is_bare=country is None and not phrase.qualities and phrase.office is None,
        is_unlisted=phrase.is_unlisted,
    )


def _is_misread(index: DocumentIndex, phrase: Phrase) -> bool:
    """True if words that are neither noun nor adjective come before the head.

    The head then belongs to another phrase.
    """
    if not phrase.unknown_words:
        return False
    stop = phrase.start + distance("quote-first-word-reach")
    first = index.first_word(phrase.start, stop)
    return speaker_noun(first) is None and not is_definite(first)


def _speaking_body(phrase: Phrase) -> MentionRef | None:
    """The body of a phrase if it speaks itself: it has no noun, or one for what it is or wrote."""
    body = phrase.body
    if body is None or phrase.head is None or phrase.kind == "document":
        return body
    return body if body.type == "ORG" and phrase.kind in _VOICES else None


def _with_companions(speaker: Speaker, phrase: Phrase) -> Speaker:
    """The speaker with those who speak with it."""
    others = tuple(
        speaker_of_mention(mention)
        for mention in phrase.others
        if mention.entity is not speaker.entity
    )
    return replace(speaker, end=phrase.others[-1].end, others=others) if others else speaker


def has_definite_noun(index: DocumentIndex, speaker: Speaker) -> bool:
    """True if a description is of one already known.

    Its noun, or the word that the noun belongs to, has the article.
    """
    noun, _, owner = index.text[speaker.start : speaker.end].partition(" ")
    if len(noun) >= _SHORTEST_DEFINITE and speaker_noun(noun[2:]) is not None:
        return True
    return is_definite(owner.split(" ", 1)[0])
