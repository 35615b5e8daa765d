"""Recognizes marked words that are a name or title and not a quote."""

from __future__ import annotations

import re

from alaqat.lexicon.distances import distance
from alaqat.quotes.document_index import DocumentIndex
from alaqat.quotes.mark_pairing import Mark
from alaqat.quotes.quote_lexicon import has_suffix, word_roles

# Roles of words that end the search for a naming noun: only adjectives come between.
_BETWEEN = frozenset({"adverb", "breaker", "soft", "an", "bi", "wa"})
_LATIN = re.compile(r"[A-Za-z]")
_SLACK = 2  # characters by which marks and the mention inside them may differ at the start


def is_name(index: DocumentIndex, mark: Mark) -> bool:
    """True if marked words are a name or title."""
    if mark.words > distance("quote-name-words"):
        return False
    return (
        _has_naming_noun_before(index, mark)
        or _is_titled(index, mark)
        or _has_name_inside(index, mark)
    )


def _has_name_inside(index: DocumentIndex, mark: Mark) -> bool:
    """True if the marked words read like a name by themselves."""
    inner = index.text[mark.start : mark.end]
    return (
        _is_called(index, mark, inner)
        or _is_site(mark, inner)
        or _is_mention(index, mark)
        or _is_latin(mark, inner)
    )


def _is_called(index: DocumentIndex, mark: Mark, inner: str) -> bool:
    """True if the first word begins names («the initiative of …») and predicates nothing here."""
    if mark.words > distance("quote-mention-words") or "named" not in word_roles(
        inner.split(maxsplit=1)[0]
    ):
        return False
    # Words after the mark have what is marked for their subject.
    return index.has_word_after(mark.right) or not _is_predicated(index, mark)


def _is_site(mark: Mark, inner: str) -> bool:
    """True if the marked words are the address of a site."""
    return mark.words <= distance("quote-site-words") and has_suffix("site", inner)


def _is_mention(index: DocumentIndex, mark: Mark) -> bool:
    """True if a mention fills the marks."""
    mention = index.mention_in(mark.start, mark.end)
    if mention is None or mark.words > distance("quote-mention-words"):
        return False
    return mention.start - mark.start <= _SLACK and mention.end >= mark.end - 1


def _is_latin(mark: Mark, inner: str) -> bool:
    """True if a few marked words are mostly in Latin letters."""
    return mark.words <= distance("quote-short-name-words") and (
        len(_LATIN.findall(inner)) > len(inner) / 2
    )


def _is_predicated(index: DocumentIndex, mark: Mark) -> bool:
    """True if the mark follows a complementizer or a colon («said it is "an operation …"»)."""
    before = index.token_before(mark.left)
    if before is None or before.text[-1] == ":":
        return True
    return not word_roles(before.text).isdisjoint({"an", "bi"})


def _is_titled(index: DocumentIndex, mark: Mark) -> bool:
    """True after «entitled:», or for a short name after the article alone («the "…"»)."""
    last = index.token_before(mark.left)
    if last is None:
        return False
    is_short = mark.words <= distance("quote-short-name-words")
    if is_short and "article" in word_roles(last.text):
        return True
    return last.text == ":" and "titling" in index.roles_before(mark.left, 2)


def _has_naming_noun_before(index: DocumentIndex, mark: Mark) -> bool:
    """True if a noun that names something is before the mark, adjectives between.

    The fewer words are marked, the more adjectives may be between.
    """
    for back in range(1, _naming_reach(mark) + 1):
        token = index.token_before(mark.left, back)
        if token is None:
            return False
        roles = word_roles(token.text)
        if "wording" in roles:
            return False
        if "naming" in roles:
            return True
        if not token.text[0].isalnum() or roles & _BETWEEN:
            return False
    return False


def _naming_reach(mark: Mark) -> int:
    """How many words before the mark a naming noun may be."""
    if mark.words <= distance("quote-site-words"):
        return 3
    return 2 if mark.words <= distance("quote-short-name-words") else 1
