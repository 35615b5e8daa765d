"""The noun phrase beside a cue, read word by word: a person, a body, or a description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from alaqat.arabic.clitics import has_conjunction, without_conjunction
from alaqat.arabic.fold import folded
from alaqat.model.records import Token
from alaqat.quotes.document_index import Naming, View
from alaqat.quotes.quote_lexicon import (
    Noun,
    State,
    clitic,
    definite,
    demonym,
    field_of,
    noun,
    parts,
    preposed_noun,
    preposition,
    relation,
    to_all,
)

# A subject's noun phrase is read this far; longer ones in the corpus are mostly two clauses.
TOKENS = 26
# How many may speak with the first of a coordinated subject.
OTHERS = 5
DOCUMENTS = frozenset({"document", "medium"})
# Nouns that are also adjectives: «a press statement».
_ADJECTIVAL = frozenset({"journalist"})
# Kinds that a preposition can go on with: «an official in …».
_PLACED = frozenset({"person", "group", "document", "report", "body"})
_TRANSPARENT = DOCUMENTS | {"part"}


@dataclass(slots=True)
class Phrase:
    """What a noun phrase has shown so far."""

    person: Naming | None = None
    body: Naming | None = None
    others: list[Naming] = field(default_factory=list)  # who speaks with the person or body
    place: Naming | None = None  # where it is («the police in X»)
    head: Noun | None = None
    office: Noun | None = None  # the second noun: whose official, whose deputy
    state: State | None = None
    qualities: list[str] = field(default_factory=list)
    start: int = -1
    end: int = -1
    strange: int = (
        0  # leading words that are no mention, noun, adjective: an unlisted name when two or more
    )
    qualified: bool = False  # a preposition has gone on with the description
    fixed: bool = False  # the head bears the article: no noun after it can be the head
    unlisted: bool = False  # a name that no entity has follows the description

    @property
    def empty(self) -> bool:
        """Whether no word of the phrase was read."""
        return self.start < 0


def read(view: View, at: int, stop: int, *, source: bool = False) -> Phrase:
    """Read one noun phrase from left to right until something that cannot belong to it."""
    phrase = Phrase()
    skip, preposed = at, False
    tokens = view.tokens(at, stop, TOKENS)
    for number, token in enumerate(tokens):
        if token.start < skip:
            continue
        naming = view.naming_in(max(token.start, at), token.end)
        if (
            phrase.head is None
            and phrase.strange > 1
            and (naming is not None or _heads(token.text))
        ):
            break
        if naming is not None and not _led(phrase, naming, token, source=source):
            if _owns(view, phrase, naming):
                phrase.body, skip = naming, naming.end
                phrase.end, phrase.office = naming.end, None
                break
            if naming.entity.type == "PER" and _closed(phrase, preposed=preposed and not source):
                break
            if _take(phrase, naming, preposed=preposed and (not source or phrase.head is not None)):
                break
            skip, preposed = naming.end, False
            continue
        if naming is not None and _of_office(phrase, naming, token):
            skip = naming.end
            continue
        if naming is not None or _ends(view, phrase, tokens, number, source=source):
            break
        roles = parts(token.text)
        if "adverb" in roles:
            continue
        preposed = "soft" in roles
        phrase.qualified = phrase.qualified or preposed
        if not preposed:
            _word(phrase, token)
    _join(view, phrase, stop)
    return phrase


def _join(view: View, phrase: Phrase, stop: int) -> None:
    """Add who is named with the subject: «X and his counterpart Y»."""
    last = phrase.person or (phrase.body if phrase.head is None else None)
    while last is not None and len(phrase.others) < OTHERS:
        last = _joined(view, last, stop)
        if last is not None:
            phrase.others.append(last)


def _joined(view: View, last: Naming, stop: int) -> Naming | None:
    """The name of the same type that a conjunction adds right after `last`, a title or nationality between."""
    tokens = view.tokens(last.end, stop, 8)
    if not tokens or not has_conjunction(tokens[0].text[:1]) or len(tokens[0].text) < 3:
        return None
    for number, token in enumerate(tokens):
        naming = view.naming_in(token.start, token.end)
        if naming is not None and naming.entity.type == last.entity.type:
            return naming if number or naming.start == token.start + 1 else None
        if last.entity.type != "PER" or not _titles(token.text, first=number == 0):
            return None
    return None


def _titles(word: str, *, first: bool) -> bool:
    """Whether a word can stand between a conjunction and the name it adds."""
    bare = word[1:] if first else word
    known = (
        noun(bare) is not None
        or demonym(bare) is not None
        or demonym(without_conjunction(bare)) is not None
    )
    return known or relation(bare) or field_of(bare) is not None


def _owns(view: View, phrase: Phrase, naming: Naming) -> bool:
    """Whether a person is whose office a phrase names («the spokesman of the president X»): his title is inside."""
    role = naming.mention.role
    if (
        naming.entity.type != "PER"
        or phrase.head is None
        or phrase.head.kind != "person"
        or not role
    ):
        return False
    before = view.text[phrase.start : naming.start]
    at = before.find(folded(role))
    return at > 0 and "soft" in parts(before[:at].split()[-1])


def _closed(phrase: Phrase, *, preposed: bool) -> bool:
    """Whether a person named now cannot be the speaker: after a preposition, or beside «the company»."""
    if preposed:
        return phrase.head is not None or phrase.body is not None
    return (
        phrase.fixed
        and phrase.head is not None
        and phrase.head.kind in ("medium", "body")
        and not phrase.office
    )


def _led(phrase: Phrase, naming: Naming, token: Token, *, source: bool) -> bool:
    """Whether a preposition glued to the mention keeps it out of the phrase."""
    swallowed = token.text[: 2 + has_conjunction(token.text[:1])]  # «للمغرب», «وللمغرب»; not «وليد»
    if source or (naming.start == token.start and "recipient" not in parts(swallowed)):
        return False
    kind = phrase.head.kind if phrase.head else None
    return kind != "document" and (
        kind is None or "recipient" in parts(token.text[: naming.start - token.start] or swallowed)
    )


def _of_office(phrase: Phrase, naming: Naming, token: Token) -> bool:
    """Whether «to the …» after an office says whose it is («the secretary-general of the United Nations»)."""
    office = phrase.fixed and phrase.head is not None and phrase.head.kind == "person"
    return office and naming.entity.type == "ORG" and to_all(token.text)


def _take(phrase: Phrase, naming: Naming, *, preposed: bool) -> bool:
    """Add a mention to the phrase; true when it names the person and the phrase is settled."""
    if phrase.empty:
        phrase.start = naming.start
    if naming.entity.type == "PER" and not preposed:
        phrase.person = naming
        return True
    if naming.entity.type == "PER" or phrase.body is not None:
        return False
    state = (
        demonym(naming.mention.text)
        if phrase.head is not None and naming.entity.type == "LOC"
        else None
    )
    if preposed and naming.entity.type == "LOC" and phrase.head is not None:
        phrase.place = phrase.place or naming
    elif state is not None:
        phrase.state = phrase.state or state
    else:
        phrase.body = naming
    phrase.end = naming.end
    return False


def _ends(
    view: View, phrase: Phrase, tokens: Sequence[Token], number: int, *, source: bool
) -> bool:
    """Whether the token cannot belong to the phrase."""
    word, roles = tokens[number].text, parts(tokens[number].text)
    if number and _in_document(tokens[number - 1].text, word):
        return not source
    if phrase.head is not None and phrase.head.kind in DOCUMENTS and "about" in roles:
        return not (number and "issued" in parts(tokens[number - 1].text))
    if clitic(word):
        return not (source and phrase.empty)
    if not word[0].isalnum():
        return word not in "()-" and not _apposition(view, phrase, tokens, number)
    if "adverb" in roles:
        return not phrase.empty
    return _begins(phrase, word, source=source) or _goes_away(phrase, word, source=source)


def _begins(phrase: Phrase, word: str, *, source: bool) -> bool:
    """Whether a word is the noun of another phrase, or one spoken to."""
    if phrase.body is not None and phrase.head is None and _heads(word):
        return True
    if phrase.head is None and phrase.body is None and not source and to_all(word):
        return True
    if preposed_noun(word):
        return not source and not (phrase.head is not None and phrase.head.kind == "document")
    found = noun(word)
    organ = found is not None and found.kind == "body" and definite(word) and demonym(word) is None
    return (
        organ
        and (phrase.fixed or bool(phrase.qualities))
        and phrase.head is not None
        and phrase.head.kind in ("group", "body")
    )


def _goes_away(phrase: Phrase, word: str, *, source: bool) -> bool:
    """Whether a preposition, a particle or an indefinite word leads away from the phrase."""
    roles = parts(word)
    if "soft" in roles:
        return not source and (phrase.head is None or phrase.head.kind not in _PLACED)
    if phrase.fixed and phrase.head is not None and not source and _foreign(word):
        phrase.unlisted = phrase.head.kind == "person" and not roles and not preposition(word[0])
        return True
    return "breaker" in roles and not (source and phrase.empty)


def _in_document(before: str, word: str) -> bool:
    """Whether a phrase goes on with where it was said: «the ministry in a statement»."""
    found = noun(word)
    return "soft" in parts(before) and found is not None and found.kind == "document"


def _foreign(word: str) -> bool:
    """Whether an indefinite word follows a definite head: neither its adjective nor its name."""
    return not definite(word) and noun(word) is None and demonym(word) is None and len(word) > 2


def _heads(word: str) -> bool:
    """Whether a word is a noun that would begin another phrase."""
    found = noun(word)
    return found is not None and found.kind != "quality" and demonym(word) is None


def _apposition(view: View, phrase: Phrase, tokens: Sequence[Token], number: int) -> bool:
    """After a comma: a person named at once or after one title («the spokesman, Mr X»)."""
    if phrase.empty or tokens[number].text not in ("،", ",", ":") or tokens[number].text == ":":
        return False
    for token in tokens[number + 1 : number + 4]:
        naming = view.naming_in(token.start, token.end)
        if naming is not None:
            return naming.entity.type == "PER" and naming.start == token.start
        if noun(token.text) is None and demonym(token.text) is None and not definite(token.text):
            return False
    return False


def _gives_way(phrase: Phrase, head: Noun, found: Noun) -> bool:
    """Whether the noun after a transparent one says who speaks; not the members after a union («of journalists»)."""
    union = head.kind == "medium" and found.kind == "group"
    return head.kind in _TRANSPARENT and not phrase.fixed and not union


def _word(phrase: Phrase, token: Token) -> None:
    """Add a word that is no mention: a head noun, a nationality, a quality, or anything else."""
    state, found = demonym(token.text), noun(token.text)
    if (
        found is not None
        and found.english in _ADJECTIVAL
        and phrase.head is not None
        and not definite(token.text)
    ):
        return
    if state is not None and not phrase.empty:
        phrase.state = phrase.state or state
    elif found is not None and found.kind == "quality":
        phrase.qualities.append(found.english)
    elif found is not None and (phrase.head is None or _gives_way(phrase, phrase.head, found)):
        phrase.fixed = definite(token.text)
        if phrase.empty or (
            phrase.head is not None
            and phrase.head.kind in DOCUMENTS
            and found.kind not in DOCUMENTS
        ):
            phrase.start = token.start
        phrase.head = found
    elif (
        found is not None and phrase.office is None and phrase.state is None and phrase.body is None
    ):
        phrase.office = found
    if phrase.empty:
        phrase.start = token.start
    if found is None and state is None and phrase.body is None and not definite(token.text):
        phrase.strange += 1
    if state is not None or found is not None or phrase.head is None:
        phrase.end = max(phrase.end, token.end)
