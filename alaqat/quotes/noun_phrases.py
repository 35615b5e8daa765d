"""The noun phrase next to a cue, read word by word: a person, a body, or a description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from alaqat.arabic.clitics import CONJUNCTIONS, has_conjunction, without_conjunction
from alaqat.arabic.fold import folded
from alaqat.lexicon.distances import distance
from alaqat.model.records import Token
from alaqat.quotes.document_index import DocumentIndex, MentionRef
from alaqat.quotes.phrase import DOCUMENTS, Phrase, add_mention, add_word
from alaqat.quotes.quote_lexicon import (
    is_addressee,
    is_clitic,
    is_definite,
    is_preposition,
    word_roles,
)
from alaqat.quotes.speaker_lexicon import (
    demonym,
    field_of,
    is_honorific,
    is_preposed_noun,
    is_relation,
    noun_kind,
)

# Kinds that a preposition can go on with: «an official in …».
_PLACED = frozenset({"person", "group", "document", "report", "body", "part"})
_BODIES = frozenset({"group", "body", "medium"})
_SPEAKERS = frozenset({"person", "group", "body"})
_WRITTEN = frozenset({"document", "report"})
_OWNED = frozenset({"person", "group", "body", "medium"})
_PEOPLE = frozenset({"person", "group"})
_ORGANS = frozenset({"body", "medium"})
_COMMAS = frozenset("،,")
_BRACKETS = "()-"
_SLASH = "/"
_RELATIVE = "relative of"
_ABBREVIATED = frozenset({"abbreviation"})
_SWALLOWED = 2  # letters of a preposition and the article it has swallowed
_SHORTEST_NAME = 3  # letters of a word that can be an unlisted name


class Step(Enum):
    """What the reader does after a token."""

    NEXT = auto()
    STOP = auto()


def read_phrase(index: DocumentIndex, start: int, stop: int, *, is_source: bool = False) -> Phrase:
    """Read the noun phrase that begins at `start`, up to what cannot belong to it or `stop`.

    With `is_source` it follows a word like «according to», where prepositions belong to it.
    """
    reader = _PhraseReader(
        index, start, is_source, index.tokens(start, stop, distance("quote-phrase-tokens"))
    )
    phrase = reader.read()
    _add_companions(index, phrase, stop)
    return phrase


@dataclass(slots=True)
class _PhraseReader:
    """Reads one phrase from left to right; tokens before `mention_end` are read already."""

    index: DocumentIndex
    start: int
    is_source: bool
    tokens: Sequence[Token]
    phrase: Phrase = field(default_factory=Phrase)
    mention_end: int = 0
    is_preposed: bool = False  # the word before is a preposition

    def read(self) -> Phrase:
        """Read the tokens until one ends the phrase."""
        for position, token in enumerate(self.tokens):
            if token.start >= self.mention_end and self._step(position) is Step.STOP:
                break
        return self.phrase

    def _step(self, position: int) -> Step:
        """Read one token, or the mention that begins in it."""
        token = self.tokens[position]
        mention = self.index.mention_in(max(token.start, self.start), token.end)
        if self._is_unlisted_name() and self._is_new_phrase(position, mention):
            return Step.STOP
        if mention is None:
            return self._read_word(position)
        if not self._is_preposed_mention(mention, token):
            return self._read_mention(mention)
        if self._is_office_owner(mention, token):
            self.mention_end = mention.end
            return Step.NEXT
        return Step.STOP

    def _is_new_phrase(self, position: int, mention: MentionRef | None) -> bool:
        """True if a mention or a noun begins another phrase; no person set off by a comma."""
        if mention is None:
            return _is_head(self.tokens[position].text)
        before = self.tokens[position - 1].text if position else ""
        return mention.type != "PER" or before not in _COMMAS

    def _is_unlisted_name(self) -> bool:
        """True if the words so far read like a name that no entity has."""
        return self.phrase.head is None and self.phrase.unknown_words > 1

    def _read_mention(self, mention: MentionRef) -> Step:
        """Add a mention; stop when it settles the phrase or cannot belong to it."""
        phrase = self.phrase
        if mention.type == "PER" and self._has_owner(mention):
            return self._read_owner(mention)
        if self._is_other_phrase(mention):
            return Step.STOP
        if _is_owner(self.index, phrase, mention):
            phrase.body, phrase.end, phrase.office = mention, mention.end, None
            return Step.STOP
        if mention.type == "PER" and self._is_closed_to_people():
            return Step.STOP
        is_preposed = self.is_preposed and not (self.is_source and phrase.head is None)
        add_mention(phrase, mention, is_preposed=is_preposed)
        self.mention_end, self.is_preposed = mention.end, False
        return Step.STOP if phrase.person is not None else Step.NEXT

    def _has_owner(self, mention: MentionRef) -> bool:
        """True if the head belongs to a person: «X's government», «the lawyer of X».

        A noun of one person belongs to him only if nothing is between.
        """
        phrase = self.phrase
        if phrase.kind not in _OWNED or phrase.has_definite_head or self.is_preposed:
            return False
        tokens = self.index.tokens(phrase.start, mention.start)
        last = tokens[-1]
        if phrase.kind != "person" or noun_kind(last.text) in _ORGANS or _is_kin(tokens):
            return True
        return last.start == phrase.start and "owned" in word_roles(last.text)

    def _read_owner(self, mention: MentionRef) -> Step:
        """Let a person own the head; with a title between, the title alone stays in the phrase."""
        phrase = self.phrase
        tokens = self.index.tokens(phrase.start, mention.start)
        phrase.is_owned = phrase.kind == "person" and _is_kin(tokens)
        if not is_definite(self.index.tokens(phrase.start, mention.start)[-1].text):
            phrase.body, phrase.end, phrase.office = mention, mention.end, None
        return Step.STOP

    def _is_other_phrase(self, mention: MentionRef) -> bool:
        """True if a place or body after a complete description begins another phrase."""
        if self.phrase.kind not in _PEOPLE or self.is_source or self.is_preposed:
            return False
        if mention.type == "PER" or demonym(mention.mention.text) is not None:
            return False
        last = self.index.tokens(self.phrase.start, mention.start)[-1]
        return is_definite(last.text) or self.mention_end >= last.end

    def _read_word(self, position: int) -> Step:
        """Add a word that begins no mention; stop when it cannot belong to the phrase."""
        token = self.tokens[position]
        if self._is_end(position):
            self.phrase.is_unlisted = self._is_name_of_head(token.text)
            return Step.STOP
        roles = word_roles(token.text)
        if "adverb" in roles or self._is_courtesy(position) or self._is_slash_of_title(position):
            return Step.NEXT
        self.is_preposed = "soft" in roles
        if self.is_preposed:
            self.phrase.is_qualified = True
        else:
            add_word(self.phrase, token)
        return Step.NEXT

    def _is_courtesy(self, position: int) -> bool:
        """True for a title of courtesy («Dr.», «Mr») with a name after it."""
        if self._is_abbreviation(position):
            return True
        is_title = is_honorific(self.tokens[position].text)
        return is_title and position + 1 < len(self.tokens) and not self._is_end(position + 1)

    def _is_abbreviation(self, position: int) -> bool:
        """True for a title abbreviated with a dot, and for the dot."""
        pair = self.tokens[max(0, position - 1) : position + 1]
        return _is_abbreviation(self.tokens[position : position + 2]) or _is_abbreviation(pair)

    def _is_slash_of_title(self, position: int) -> bool:
        """True for the slash after a title («Dr./ X»)."""
        if not position or self.tokens[position].text != _SLASH:
            return False
        before = self.tokens[position - 1].text
        return is_honorific(before) or not _ABBREVIATED.isdisjoint(word_roles(before))

    def _is_closed_to_people(self) -> bool:
        """True if no person can be added: after a preposition, or next to «the company»."""
        phrase = self.phrase
        if self.is_preposed and not self.is_source:
            return phrase.head is not None or phrase.body is not None
        is_organ = phrase.has_definite_head and phrase.kind in ("medium", "body")
        return is_organ and phrase.office is None

    def _is_preposed_mention(self, mention: MentionRef, token: Token) -> bool:
        """True if a preposition attached to the mention keeps it out of the phrase."""
        # «للمغرب», «وللمغرب»; not «وليد»
        swallowed = token.text[: _SWALLOWED + has_conjunction(token.text[:1])]
        is_recipient = "recipient" in word_roles(swallowed)
        if self.is_source or (mention.start == token.start and not is_recipient):
            return False
        if self.phrase.is_empty and token.text[: mention.start - token.start] in CONJUNCTIONS:
            return False
        if self.phrase.head is None:
            return True
        clitic = token.text[: mention.start - token.start] or swallowed
        return self.phrase.kind not in _WRITTEN and "recipient" in word_roles(clitic)

    def _is_office_owner(self, mention: MentionRef, token: Token) -> bool:
        """True if «to the …» after an office names its body («secretary-general of the UN»)."""
        is_office = self.phrase.has_definite_head and self.phrase.kind == "person"
        return is_office and mention.type == "ORG" and is_addressee(token.text)

    def _is_end(self, position: int) -> bool:
        """True if the token cannot belong to the phrase."""
        word = self.tokens[position].text
        before = self.tokens[position - 1].text if position else ""
        if before and _is_in_document(before, word):
            return not self.is_source
        if self.phrase.kind in DOCUMENTS and "about" in word_roles(word):
            return "issued" not in word_roles(before)
        if self._is_abbreviation(position) or self._is_slash_of_title(position):
            return False
        if not word[0].isalnum():
            return word not in _BRACKETS and not self._is_apposition(position)
        return self._is_end_word(word)

    def _is_end_word(self, word: str) -> bool:
        """True if a word cannot belong to the phrase after any other word."""
        if is_clitic(word):
            return not self._can_begin_source
        if "adverb" in word_roles(word):
            return not self.phrase.is_empty
        return self._is_next_phrase(word) or self._is_leading_away(word)

    @property
    def _can_begin_source(self) -> bool:
        """True before the first word of a source, where particles may be."""
        return self.is_source and self.phrase.is_empty

    def _is_apposition(self, position: int) -> bool:
        """True if after a comma a person is named at once or after titles («, Mr X»)."""
        if self.phrase.is_empty or self.tokens[position].text not in _COMMAS:
            return False
        reach = position + 1 + distance("quote-apposition-reach")
        for token in self.tokens[position + 1 : reach]:
            mention = self.index.mention_in(token.start, token.end)
            if mention is not None:
                return mention.type == "PER" and mention.start == token.start
            if not _is_title(token.text) and not is_definite(token.text):
                return False
        return False

    def _is_next_phrase(self, word: str) -> bool:
        """True if a word is the noun of another phrase, or the one spoken to."""
        phrase = self.phrase
        if phrase.head is None and self._is_headless_end(word):
            return True
        if is_preposed_noun(word):
            return not self.is_source and phrase.kind not in _WRITTEN
        is_described = phrase.has_definite_head or bool(phrase.qualities)
        if not is_described or phrase.kind not in _BODIES:
            return False
        return _is_definite_speaker(word) or self._is_object(word)

    def _is_object(self, word: str) -> bool:
        """True for an indefinite organ right behind «the ministry»: another phrase begins."""
        if self.phrase.is_qualified or is_definite(word):
            return False
        return self.phrase.has_definite_head and noun_kind(word) in _ORGANS

    def _is_headless_end(self, word: str) -> bool:
        """True if a word ends a phrase that has no head."""
        if self.phrase.body is not None:
            return _is_head(word)
        return not self.is_source and is_addressee(word)

    def _is_leading_away(self, word: str) -> bool:
        """True if a preposition, particle or indefinite word leads away from the phrase."""
        phrase, roles = self.phrase, word_roles(word)
        if "wording" in roles and phrase.head is None:
            return not phrase.is_empty
        if "soft" in roles:
            return not self.is_source and phrase.kind not in _PLACED
        if phrase.has_definite_head and not self.is_source and _is_foreign(word):
            return True
        return "breaker" in roles and not self._can_begin_source

    def _is_name_of_head(self, word: str) -> bool:
        """True if the word that ends the phrase can be the name of the person it describes."""
        phrase = self.phrase
        if self.is_source or not phrase.has_definite_head or phrase.kind != "person":
            return False
        return _is_foreign(word) and _is_plain(word)


def _add_companions(index: DocumentIndex, phrase: Phrase, stop: int) -> None:
    """Add who is named with the subject: «X and his counterpart Y»."""
    last = phrase.person or (phrase.body if phrase.head is None else None)
    while last is not None and len(phrase.others) < distance("quote-companions"):
        last = _companion(index, last, stop)
        if last is not None:
            phrase.others.append(last)


def _companion(index: DocumentIndex, last: MentionRef, stop: int) -> MentionRef | None:
    """The mention of the same type that a conjunction adds right after `last`.

    A person's title or nationality may be between.
    """
    tokens = index.tokens(last.end, stop, distance("quote-companion-reach"))
    if not tokens or not _is_conjoined(tokens[0].text):
        return None
    first = tokens[0].start + 1  # behind the conjunction
    for token in tokens:
        mention = index.mention_in(token.start, token.end)
        if mention is not None and mention.type == last.type:
            return mention if token.start > first or mention.start == first else None
        word = index.text[max(first, token.start) : token.end]
        if last.type != "PER" or not _is_companion_title(word):
            return None
    return None


def _is_conjoined(word: str) -> bool:
    """True if a conjunction is written before a word of two letters or more."""
    return has_conjunction(word[:1]) and len(word) >= _SHORTEST_NAME


def _is_companion_title(word: str) -> bool:
    """True if a word without conjunction can be between it and the name it adds."""
    if _is_title(word) or demonym(without_conjunction(word)) is not None:
        return True
    return is_relation(word) or field_of(word) is not None


def _is_title(word: str) -> bool:
    """True for a speaker noun and a nationality."""
    return noun_kind(word) is not None or demonym(word) is not None


def _is_owner(index: DocumentIndex, phrase: Phrase, mention: MentionRef) -> bool:
    """True if a person owns the office that the phrase names («the spokesman of the president X»).

    His title is then inside the phrase.
    """
    role = mention.mention.role
    if mention.type != "PER" or phrase.kind != "person" or not role:
        return False
    before = index.text[phrase.start : mention.start]
    title_start = before.find(folded(role))
    return title_start > 0 and "soft" in word_roles(before[:title_start].split()[-1])


def _is_kin(tokens: Sequence[Token]) -> bool:
    """True for one who is somebody's, with a title between («the lawyer of the president X»).

    A relative always is («the widow of the prisoner X»). «A spokesman for the minister X» is read
    so, too; «the lawyer of the defence X» is X himself, since no person stands between.
    """
    roles = [word_roles(token.text) for token in tokens]
    if _RELATIVE in roles[0]:
        return True
    behalf = [place for place, names in enumerate(roles[1:2], 1) if "behalf" in names]
    title = tokens[1 + len(behalf) :][:1]
    is_owner = any(is_definite(one.text) and noun_kind(one.text) == "person" for one in title)
    return is_owner and (bool(behalf) or "kin" in roles[0])


def _is_in_document(before: str, word: str) -> bool:
    """True for where something was said: «the ministry in a statement»."""
    return "soft" in word_roles(before) and noun_kind(word) == "document"


def _is_abbreviation(pair: Sequence[Token]) -> bool:
    """True for the two tokens of an abbreviated title."""
    letters = [token.text for token in pair]
    return letters[1:] in (["."], [_SLASH]) and "abbreviation" in word_roles(letters[0])


def _is_foreign(word: str) -> bool:
    """True for an indefinite word that is neither adjective nor name of a definite head."""
    return not is_definite(word) and not _is_title(word) and len(word) >= _SHORTEST_NAME


def _is_plain(word: str) -> bool:
    """True for a word that plays no part in the rules and begins with no preposition."""
    if word_roles(word) or is_clitic(word):
        return False
    return word[0].isalnum() and not is_preposition(word[0])


def _is_head(word: str) -> bool:
    """True for a noun that would begin another phrase."""
    return noun_kind(word) not in (None, "quality") and demonym(word) is None


def _is_definite_speaker(word: str) -> bool:
    """True for a noun of a body or person with the article."""
    return noun_kind(word) in _SPEAKERS and is_definite(word) and demonym(word) is None
