"""Prepares an article for the stages."""

from __future__ import annotations

from alaqat.arabic.fold import fold
from alaqat.arabic.sentences import sentences
from alaqat.arabic.tokenize import tokens
from alaqat.model.records import Article, Document


def prepare(article: Article, *, words: bool = True) -> Document:
    """The document of an article: folded text, sentences and tokens.

    Without `words` it has no tokens, which is much faster.
    """
    text, index = fold(article.text)
    bare = Document(article, text, index, ())
    return Document(
        article, text, index, tuple(sentences(bare)), tuple(tokens(text)) if words else ()
    )
