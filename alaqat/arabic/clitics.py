"""The definite article and the proclitics, which Arabic writes joined to the next word.

All functions take folded words, except `with_article_restored`, which leaves the spelling of the
rest unchanged. The table is the closed class of Modern Standard Arabic, with the combinations that
occur in news text.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final, Literal

CliticKind = Literal["conjunction", "preposition", "future", "article"]

DEFINITE_ARTICLE: Final = "ال"
# The preposition «ل» before the definite article, whose alef is then not written.
SWALLOWED_ARTICLE: Final = "لل"
AND: Final = "و"
BY: Final = "ب"
TO: Final = "ل"
CONJUNCTIONS: Final = ("و", "ف")
# Proclitics, alone and combined, with the kind of the last; the article is one of them, since a
# name may follow it («والقدس» is «القدس» with «و»). The order is that of look-ups: the first of a
# kind is the usual one.
KINDS: Final[Mapping[str, CliticKind]] = {
    "و": "conjunction",
    "ف": "conjunction",
    "ب": "preposition",
    "ل": "preposition",
    "ك": "preposition",
    "س": "future",
    "وب": "preposition",
    "ول": "preposition",
    "وك": "preposition",
    "وس": "future",
    "فب": "preposition",
    "فل": "preposition",
    "فس": "future",
    "ال": "article",
    "وال": "article",
    "بال": "article",
    "كال": "article",
    "فال": "article",
    "وبال": "article",
}
PROCLITICS: Final = frozenset(KINDS)


@cache
def clitics_of(*kinds: CliticKind) -> tuple[str, ...]:
    """The proclitics of these kinds, in the order of `KINDS`."""
    return tuple(surface for surface, kind in KINDS.items() if kind in kinds)


def clitic_kind(clitic: str) -> CliticKind | None:
    """The kind of a proclitic or a combination of them.

    None for anything else, including the empty string.
    """
    return KINDS.get(clitic)


def has_definite_article(word: str) -> bool:
    """True if a word begins with «ال»: with the article, or with the same two letters."""
    return word.startswith(DEFINITE_ARTICLE)


def has_swallowed_article(word: str) -> bool:
    """True if a word begins with «لل»: «ل» and the article without its alef."""
    return word.startswith(SWALLOWED_ARTICLE)


def without_definite_article(word: str) -> str:
    """A word without «ال» at its beginning."""
    return word.removeprefix(DEFINITE_ARTICLE)


def with_article_restored(phrase: str) -> str:
    """A phrase with «ال» for «لل» at its beginning: «للمغرب» becomes «المغرب».

    Others are unchanged.
    """
    if not has_swallowed_article(phrase):
        return phrase
    return DEFINITE_ARTICLE + phrase.removeprefix(SWALLOWED_ARTICLE)


def with_article_swallowed(word: str) -> str | None:
    """The form of a definite word after «ل»: «المغرب» becomes «للمغرب».

    None without the article.
    """
    if not has_definite_article(word):
        return None
    return SWALLOWED_ARTICLE + word.removeprefix(DEFINITE_ARTICLE)


def has_conjunction(word: str) -> bool:
    """True if a word or clitic begins with a conjunction, or with the same letter («وليد»)."""
    return word.startswith(CONJUNCTIONS)


def without_conjunction(word: str) -> str:
    """A word without the one conjunction letter at its beginning."""
    return word[1:] if has_conjunction(word) else word


def with_conjunctions(word: str) -> tuple[str, ...]:
    """A word, and the same with each conjunction before it."""
    return (word, *(letter + word for letter in CONJUNCTIONS))
