"""camel-tools' morphology as a judge: a name that only a pattern made must have a word that can be a proper noun."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from alaqat.arabic import camel
from alaqat.entities.list_matches import Scan
from alaqat.entities.recognizers.rules import Rules
from alaqat.entities.spans import Finding

PROPER = "noun_prop"
_MADE = frozenset({"title", "names"})  # rules that take words for a name by what stands around them


class Morphology(Rules):
    """The rules, without the persons whose words the analyzer knows and none of them as a proper noun."""

    name = "morphology"

    def __init__(self, analyzer: Any | None = None, *, path: Path | None = None) -> None:
        self._analyzer = analyzer if analyzer is not None else camel.analyzer(path)
        self._readings = lru_cache(maxsize=50_000)(self._parts_of_speech)

    def accepts(self, scan: Scan, finding: Finding) -> bool:
        """Whether a finding may stand: listed names, words unknown to the analyzer, and proper nouns."""
        if finding.type != "PER" or finding.known or finding.rule not in _MADE:
            return True
        readings = [self._readings(word) for word in scan.text[finding.start : finding.end].split()]
        return not all(readings) or any(PROPER in found for found in readings)

    def _parts_of_speech(self, word: str) -> frozenset[str]:
        return frozenset(analysis["pos"] for analysis in self._analyzer.analyze(word))
