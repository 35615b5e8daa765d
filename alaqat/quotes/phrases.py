"""The noun phrase beside a cue, read word by word: a person, a body, or a description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from alaqat.quotes.view import Naming, View
from alaqat.quotes.words import Noun, State, definite, demonym, noun, parts, preposed_noun
from alaqat.records import Token

# A subject's noun phrase is read this far; longer ones in the corpus are mostly two clauses.
TOKENS = 26
DOCUMENTS = frozenset({"document", "medium"})
_TRANSPARENT = DOCUMENTS | {"part"}


@dataclass(slots=True)
class Phrase:
    """What a noun phrase has shown so far."""

    person: Naming | None = None
    body: Naming | None = None
    head: Noun | None = None
    state: State | None = None
    qualities: list[str] = field(default_factory=list)
    start: int = -1
    end: int = -1
    strange: int = 0  # leading words that are no mention, noun, adjective: an unlisted name when two or more
    qualified: bool = False  # a preposition has gone on with the description
    fixed: bool = False  # the head bears the article: no noun after it can be the head

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
        if phrase.head is None and phrase.strange > 1 and (naming is not None or _heads(token.text)):
            break
        if naming is not None and not _led(phrase, naming, token, source=source):
            if preposed and not source and naming.entity.type == "PER" and _resolved(phrase):
                break
            if _take(phrase, naming, preposed=preposed and not source):
                break
            skip, preposed = naming.end, False
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
    return phrase


def _resolved(phrase: Phrase) -> bool:
    return phrase.head is not None or phrase.body is not None


def _led(phrase: Phrase, naming: Naming, token: Token, *, source: bool) -> bool:
    """Whether a preposition glued to the mention keeps it out of the phrase."""
    if source or (naming.start == token.start and "recipient" not in parts(token.text[:2])):
        return False
    kind = phrase.head.kind if phrase.head else None
    return kind != "document" and (
        kind is None or "recipient" in parts(token.text[: naming.start - token.start] or token.text[:2])
    )


def _take(phrase: Phrase, naming: Naming, *, preposed: bool) -> bool:
    """Add a mention to the phrase; true when it names the person and the phrase is settled."""
    if phrase.empty:
        phrase.start = naming.start
    if naming.entity.type == "PER" and not preposed:
        phrase.person = naming
        return True
    if phrase.body is None and naming.entity.type != "PER":
        phrase.body = naming
        phrase.end = naming.end
    return False


def _ends(view: View, phrase: Phrase, tokens: Sequence[Token], number: int, *, source: bool) -> bool:
    """Whether the token cannot belong to the phrase."""
    word, roles = tokens[number].text, parts(tokens[number].text)
    if not word[0].isalnum():
        return word not in "()-" and not _apposition(view, phrase, tokens, number)
    if "adverb" in roles:
        return not phrase.empty
    if phrase.body is not None and phrase.head is None and _heads(word):
        return True
    if preposed_noun(word):
        return not source and not (phrase.head is not None and phrase.head.kind == "document")
    if "soft" in roles:
        return not source and (phrase.head is None or phrase.head.kind not in ("person", "group", "document", "body"))
    return "breaker" in roles and not (source and phrase.empty)


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
        if noun(token.text) is None and demonym(token.text) is None:
            return False
    return False


def _word(phrase: Phrase, token: Token) -> None:
    """Add a word that is no mention: a head noun, a nationality, a quality, or anything else."""
    state, found = demonym(token.text), noun(token.text)
    if state is not None and not phrase.empty:
        phrase.state = phrase.state or state
    elif found is not None and found.kind == "quality":
        phrase.qualities.append(found.english)
    elif found is not None and (phrase.head is None or (phrase.head.kind in _TRANSPARENT and not phrase.fixed)):
        phrase.fixed = definite(token.text)
        if phrase.empty or (phrase.head is not None and phrase.head.kind in DOCUMENTS and found.kind not in DOCUMENTS):
            phrase.start = token.start
        phrase.head = found
    if phrase.empty:
        phrase.start = token.start
    if found is None and state is None and phrase.body is None and not definite(token.text):
        phrase.strange += 1
    if state is not None or found is not None or phrase.head is None:
        phrase.end = max(phrase.end, token.end)
