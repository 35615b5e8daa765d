"""What a single word can be within a personal name."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, Literal

from alaqat.arabic.clitics import AND, DEFINITE_ARTICLE, SWALLOWED_ARTICLE, clitics_of
from alaqat.arabic.fold import folded
from alaqat.entities.gazetteer import FEMININE, common_words, endings, words
from alaqat.entities.list_matches import ListMatches
from alaqat.lexicon.distances import distance
from alaqat.lexicon.load import forms, table

# no: no part of a name; weak: a name that is a common word too; known: a listed part of a name;
# article: a word with «ال»; unknown: in no list; chain: «بن», «عبد», «أبو» and their like.
WordKind = Literal["no", "weak", "known", "article", "unknown", "chain"]
# Begins present verbs, which take no preposition: «بيرغمان» is not «ب» with a verb.
YEH: Final = "\u064a"
ALEF_MAKSURA: Final = "\u0649"
ALEFS_WITH_HAMZA: Final = ("\u0623", "\u0625")
FIRST_LETTER: Final = "\u0621"
LAST_LETTER: Final = "\u06d3"
# Conjunctions and prepositions of one letter.
CLITIC_LETTERS: Final = tuple(
    clitic for clitic in clitics_of("conjunction", "preposition") if len(clitic) == 1
)


@cache
def press_names() -> frozenset[str]:
    """Folded names of people abroad as the press spells them."""
    return frozenset(folded(form) for row in table("press_names") for form in forms(row))


@cache
def bearers_by_part() -> dict[str, int]:
    """Bearers of each listed part of a name; 0 for a part of a foreign name."""
    foreign = {form for form in press_names() if " " not in form} - common_words()
    rows = table("name_parts", ("form", "latin", "count"))
    return dict.fromkeys(foreign, 0) | {row["form"]: int(row["count"]) for row in rows}


@cache
def common() -> frozenset[str]:
    """Folded common words, verbs of speech with a clitic included."""
    cues = {folded(form) for row in table("cues") for form in forms(row) if " " not in form}
    with_clitics = {letter + cue for cue in cues for letter in CLITIC_LETTERS}
    names = {folded(form) for row in table("press_names") for form in forms(row)}  # «كيري»
    return common_words() | words("never") | cues | (with_clitics - names)


def is_part(word: str) -> bool:
    """True if a word is a listed part of a name, also a common word: for positions of names."""
    return word in bearers_by_part() and word not in words("never")


def is_frequent(word: str) -> bool:
    """True if the word is the name of so many people that it is a name in any position."""
    return bearers_by_part().get(word, 0) >= distance("entity-frequent-bearers")


def is_rare(word: str) -> bool:
    """True if a word is no common word, with its article or without."""
    return word not in common() and word.removeprefix(DEFINITE_ARTICLE) not in common()


@lru_cache(maxsize=200_000)
def word_kind(word: str) -> WordKind:
    """What a folded word can be within a name."""
    if not _is_arabic_word(word):
        return "no"
    if word in words("chain"):
        return "chain"
    if word in words("never"):
        return "no"
    bearers = bearers_by_part().get(word)
    if bearers is None:
        return "no" if word in common() else _unlisted_kind(word)
    return _listed_kind(word, bearers)


def _is_arabic_word(word: str) -> bool:
    return FIRST_LETTER <= word[:1] <= LAST_LETTER and word.isalpha() and len(word) > 1


def _listed_kind(word: str, bearers: int) -> WordKind:
    if _is_common_with_article(word):
        return "article"
    if word in common():
        return "weak" if bearers == 0 or is_frequent(word) else "no"
    return "no" if _is_name_with_and(word) else "known"


def _is_common_with_article(word: str) -> bool:
    """True for a rare name that is a common word with the definite article."""
    has_article = word.startswith(DEFINITE_ARTICLE)
    return has_article and not is_frequent(word) and word[len(DEFINITE_ARTICLE) :] in common()


def _is_name_with_and(word: str) -> bool:
    """True for a rare name that is a frequent one with «و»."""
    return word[0] == AND and not is_frequent(word) and is_frequent(word[1:])


def _unlisted_kind(word: str) -> WordKind:
    if word.startswith(SWALLOWED_ARTICLE) and _is_long(word):
        return "no"
    if word.startswith(DEFINITE_ARTICLE):
        return "article"
    if len(word) < distance("entity-unlisted-word") or word.endswith(endings("suffix")):
        return "no"
    return "no" if _has_verb_start(word) or _has_clitic(word) else "unknown"


def _is_long(word: str) -> bool:
    """True if a word has letters enough for a clitic and a word."""
    return len(word) >= distance("entity-word-with-clitic")


def _has_verb_start(word: str) -> bool:
    return _is_long(word) and word.lstrip(AND).startswith(endings("verb_start"))


def _has_clitic(word: str) -> bool:
    """True if a word looks like a clitic and a common word, a name or a noun with a suffix."""
    if word[0] not in CLITIC_LETTERS or word.endswith(endings("name_end")):
        return False
    rest = word[1:]
    if rest[0] != YEH and (rest in common() or rest in bearers_by_part()):
        return True
    return _is_long(word) and word.endswith((FEMININE, *endings("possessive_end")))


def kind_at(matches: ListMatches, index: int) -> WordKind:
    """The kind of word `index`, with regard to its spelling before folding.

    The spelling can show a name («آلان») that folds to a common word («الآن»). A word with a hamza
    that folds to the definite article has none («إليونور»).
    """
    word = matches.words[index]
    kind = word_kind(word)
    if kind == "article" and matches.surface(index)[0] in ALEFS_WITH_HAMZA:
        return "unknown" if word not in common() else "no"
    if kind == "no" and word in words("spelled_folded"):
        return "known" if matches.surface(index) in endings("spelled") else "no"
    return kind


def is_preposition(matches: ListMatches, index: int) -> bool:
    """True if word `index` is «على» and not the name «علي», which folds to the same.

    In an article that writes ى for every final ي («فى»), the word is a name before another part of
    a name or a pause.
    """
    if not has_final_alef_maksura(matches, index):
        return _is_preposition_with_dots(matches, index)
    if not has_undotted_yeh(matches):
        return True
    return matches.is_joined(index + 1) and not is_sure_part(matches.words[index + 1])


def _is_preposition_with_dots(matches: ListMatches, index: int) -> bool:
    """True for «علي» as some papers write «على»: not before a part of a name or a pause."""
    if matches.words[index] not in words("homograph") or not matches.is_joined(index + 1):
        return False
    following = matches.words[index + 1]
    if is_sure_part(following) or (
        following.startswith(DEFINITE_ARTICLE) and following in bearers_by_part()
    ):
        return False
    return has_dotted_maksura(matches)


def has_dotted_maksura(matches: ListMatches) -> bool:
    """True if the article writes ي for a final ى: «حتي», or «علي» before a common noun."""
    if any(f" {word} " in matches.document.text for word in endings("maksura")):
        return True
    return any(
        word in words("homograph")
        and matches.is_joined(index)
        and matches.words[index - 1] in common_words()
        and not has_final_alef_maksura(matches, index)
        and _is_common_noun_with_article(matches, index + 1)
        for index, word in enumerate(matches.words)
    )


def _is_common_noun_with_article(matches: ListMatches, index: int) -> bool:
    if not matches.is_joined(index) or index in matches.titles or index in matches.demonyms:
        return False
    word = matches.words[index]
    return word.startswith(DEFINITE_ARTICLE) and word in common()


def is_sure_part(word: str) -> bool:
    """True for a listed part of a name that is no common word."""
    return word_kind(word) in ("known", "chain")


def has_undotted_yeh(matches: ListMatches) -> bool:
    """True if the article writes ى for every final ي, as the Egyptian press does."""
    text = matches.document.text
    undotted, dotted = endings("ya_written")[0], endings("ya_dotted")[0]
    return text.count(f" {undotted} ") > text.count(f" {dotted} ")


def has_final_alef_maksura(matches: ListMatches, index: int) -> bool:
    """True if a name that folds to a preposition is written with a final ى."""
    return matches.words[index] in words("homograph") and matches.surface(index).endswith(
        ALEF_MAKSURA
    )


def has_hamza_after_clitic(matches: ListMatches, index: int) -> bool:
    """True if a clitic letter precedes an alef with hamza («لإبداء»): the word begins there."""
    if matches.words[index][0] not in CLITIC_LETTERS:
        return False
    return matches.surface(index)[1:2] in ALEFS_WITH_HAMZA
