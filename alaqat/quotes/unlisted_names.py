"""Names that no entity has: which words can be one, and where one stands after a description."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from alaqat.arabic.clitics import has_swallowed_article
from alaqat.lexicon.distances import distance
from alaqat.model.records import Token
from alaqat.quotes.document_index import DocumentIndex
from alaqat.quotes.quote_lexicon import (
    forms_of,
    has_suffix,
    is_adjective,
    is_clitic,
    is_common_word,
    is_definite,
    is_part_of_names,
    is_present_verb,
    word_roles,
)
from alaqat.quotes.speaker_lexicon import demonym, is_honorific, noun_kind

_SHORTEST_NAME = 3  # letters of a word that can be a name alone
# Roles of words that are nouns all the same («the agreement»).
_NOUNS = frozenset({"naming", "named", "titling", "issued"})
_SHORTEST_OWNED = 6  # letters of a noun between a preposition and a pronoun («بطموحه»)
_SHORTEST_VERB = 4  # letters of «صورت»
_PARTICLE = "name particle"
# Roles of verbal nouns.
_ACTS = frozenset({"unnamed", "homograph"})
# Which signs together show a verb: frequent, feminine ending, first letter of a derived verb,
# beginning of «استفعل».
_VERBS = frozenset(
    {
        (True, True, False, False),
        (True, True, True, False),
        (False, True, True, False),
        (True, True, True, True),
        (False, True, True, True),
        (True, False, True, True),
    }
)
_FEWEST_WORDS = 2  # of a name after a description
_MOST_WORDS = 5
_PAUSES = frozenset("،,.")


def is_nameable(words: Sequence[str]) -> bool:
    """True if folded words can name or describe a speaker that no entity and no noun explains.

    They are in Latin letters, or begin with a word that can be a noun without a preposition.
    """
    text = "".join(words)
    if text.isascii():
        return any(map(str.isalpha, text))
    first = words[0]
    if _PARTICLE in word_roles(first):
        return len(words) > 1
    if len(words) == 1 and (len(first) < _SHORTEST_NAME or is_adjective(first)):
        return False
    return _is_noun(first)


def nominal(words: Sequence[str]) -> Sequence[str]:
    """The words of a name or noun without what follows them.

    After a name a word without the article does not belong to it («X his wish»), after another
    noun a word with a particle («the women with one voice»).
    """
    name = list(takewhile(is_name_word, words))
    if not name:
        return [*words[:1], *takewhile(_is_bare, words[1:])]
    return [*name, *takewhile(is_definite, words[len(name) :])]


def _is_bare(word: str) -> bool:
    """True for a word without a particle attached to it."""
    return not _has_particle(word)


def _is_noun(word: str) -> bool:
    """True for a folded word that may be a noun in the nominative, frequent or not."""
    return _is_word(word) and (is_definite(word) or not _is_verb_or_adverb(word))


def _is_verb_or_adverb(word: str) -> bool:
    """True for a frequent word in the form of a verb in the present or of an accusative."""
    is_verb = len(word) > _SHORTEST_NAME and is_present_verb(word)
    return is_common_word(word) and (is_verb or has_suffix("accusative", word))


def is_person_word(word: str) -> bool:
    """True for a folded word that can be part of a name, and for a plural of persons."""
    return is_name_word(word) or (_is_noun(word) and has_suffix("plural person", word))


def is_name_word(word: str) -> bool:
    """True for a folded word that can be part of a personal name, syllables included."""
    is_frequent = len(word) >= _SHORTEST_NAME and is_common_word(word)
    return _PARTICLE in word_roles(word) or (_is_word(word) and not is_frequent)


def _is_word(word: str) -> bool:
    """True for a word in letters that no list of quotation, speakers or nationalities has."""
    if not word.isalpha() or is_clitic(word) or word_roles(word) - _NOUNS:
        return False
    is_listed = noun_kind(word) is not None or demonym(word) is not None
    if is_listed or _has_particle(word):
        return False
    return is_part_of_names(word) or not (_is_owned_act(word) or _is_verb(word))


def _is_owned_act(word: str) -> bool:
    """True for a verbal noun with a pronoun («his refusal»).

    The feminine ending is written open before the pronoun: «زيارته» is of «زيارة».
    """
    noun = word.removesuffix(next(filter(word.endswith, forms_of("owner")), ""))
    feminine = noun.removesuffix(*forms_of("feminine")) + "".join(forms_of("woman"))
    return noun != word and not _ACTS.isdisjoint(word_roles(noun) | word_roles(feminine))


def _is_verb(word: str) -> bool:
    """True for a word that reads like a verb of the past, by its first letters and its ending.

    «استخدم» is a frequent word with the beginning of a derived verb, «صورت» a frequent one with
    the feminine ending, «اقترعت» one with that ending and a derived verb's first letter.
    """
    if len(word) < _SHORTEST_VERB or is_definite(word) or has_suffix("noun", word):
        return False
    signs = (
        is_common_word(word),
        has_suffix("feminine", word),
        word.startswith(forms_of("verb beginning")),
        word.startswith(forms_of("derived verb")) and not _is_verbal_noun(word),
    )
    return tuple(signs) in _VERBS


def _is_verbal_noun(word: str) -> bool:
    """True for the verbal noun of a derived verb («استخدام»): a long vowel before its end."""
    return word[-2] in forms_of("accusative")


def _has_particle(word: str) -> bool:
    """True for a word with a particle attached to it: a frequent one, or one with a pronoun."""
    if not word.startswith(forms_of("attached")):
        return False
    is_owned = len(word) >= _SHORTEST_OWNED and has_suffix("object", word)
    return is_owned or is_common_word(word[1:]) or has_swallowed_article(word)


def name_after(index: DocumentIndex, start: int, stop: int) -> tuple[int, int] | None:
    """The span of the name behind the rest of a description at `start` («director of X, Tom Y»).

    None if the description ends before a name of two words or more.
    """
    run: list[Token] = []
    for token in index.tokens(start, stop, distance("quote-set-off-tokens")):
        if _is_name_token(index, token) or (run and _is_family_name(index, token)):
            run.append(token)
        elif run or is_honorific(token.text):
            if run:
                break
        elif not _is_description(index, token):
            return None
    if _FEWEST_WORDS <= len(run) <= _MOST_WORDS:
        return run[0].start, run[-1].end
    return None


def _is_name_token(index: DocumentIndex, token: Token) -> bool:
    """True for a word that can be part of a name and is in no mention and no cue."""
    if index.mention_in(token.start, token.end) is not None or index.is_verb_cue(token.start):
        return False
    return not is_definite(token.text) and is_name_word(token.text)


def _is_family_name(index: DocumentIndex, token: Token) -> bool:
    """True for a word that can follow a given name, though it is a frequent one («Parker»)."""
    word = token.text
    if index.mention_in(token.start, token.end) is not None or index.is_verb_cue(token.start):
        return False
    return _is_word(word) and not (is_definite(word) and is_common_word(word))


def _is_description(index: DocumentIndex, token: Token) -> bool:
    """True if a token can go on with a description before a name."""
    mention = index.mention_in(token.start, token.end)
    if index.is_verb_cue(token.start) or (mention is not None and mention.type == "PER"):
        return False
    if not token.text[0].isalnum():
        return token.text in _PAUSES
    return word_roles(token.text).isdisjoint({"breaker", "who", "adverb"})
