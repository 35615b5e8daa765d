"""Recognizers with models of camel-tools: its entity recognizer, and its morphology as a filter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from alaqat.arabic import camel
from alaqat.entities.list_matches import ListMatches
from alaqat.entities.recognizers import bio
from alaqat.entities.recognizers.rules import Recognized, RuleContext, Rules
from alaqat.entities.spans import EntitySpan
from alaqat.model.records import Document, Token

PROPER_NOUN: Final = "noun_prop"
# Rules that take unlisted words for a name by their context.
CONTEXT_RULES: Final = frozenset({"title", "names"})


class CamelRecognizer:
    """Names by camel-tools' `ner-arabert`; titles, list rows and surnames by the rules.

    Torch is imported only when one is made. Raises RecognizerMissing without the model.
    """

    name = "camel"

    def __init__(self, model: Any | None = None, *, path: Path | None = None) -> None:
        self._model = model if model is not None else camel.ner(path)

    def recognize(self, document: Document) -> Recognized:
        """Named mentions without overlaps in text order, and every title."""
        matches = ListMatches(document)
        return RuleContext(matches, self.name).recognized(list(self._spans(document)))

    def _spans(self, document: Document) -> Iterator[bio.LabelledSpan]:
        for sentence in document.sentences:
            tokens = [
                token
                for token in document.tokens
                if sentence.fstart <= token.start < sentence.fend and _is_labelled(token)
            ]
            if tokens:
                labels = self._model.predict_sentence([token.text for token in tokens])
                yield from bio.spans(tokens, labels)


def _is_labelled(token: Token) -> bool:
    """True if the model labels the word: BERT's tokenizer drops marks and control characters."""
    return any(unicodedata.category(char)[0] not in "CMZ" for char in token.text)


class MorphologyRecognizer(Rules):
    """The rules without persons if the analyzer knows their words, but not as proper nouns."""

    name = "morphology"

    def __init__(self, analyzer: Any | None = None, *, path: Path | None = None) -> None:
        self._analyzer = analyzer if analyzer is not None else camel.analyzer(path)
        self._tags = lru_cache(maxsize=50_000)(self._parts_of_speech)

    def is_acceptable(self, matches: ListMatches, span: EntitySpan) -> bool:
        """True for a listed name, and words that are unknown to the analyzer or proper nouns."""
        if span.type != "PER" or span.listed or span.rule not in CONTEXT_RULES:
            return True
        tags = [self._tags(word) for word in matches.text[span.start : span.end].split()]
        return not all(tags) or any(PROPER_NOUN in word_tags for word_tags in tags)

    def _parts_of_speech(self, word: str) -> frozenset[str]:
        return frozenset(analysis["pos"] for analysis in self._analyzer.analyze(word))
