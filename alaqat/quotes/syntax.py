"""A reporting verb and the phrase after it: subject, object or adverb, by endings and commas."""

from __future__ import annotations

from alaqat.lexicon.distances import distance
from alaqat.quotes.content_spans import Content
from alaqat.quotes.cue_finder import Cue
from alaqat.quotes.document_index import DocumentIndex
from alaqat.quotes.quote_lexicon import has_suffix, word_roles
from alaqat.quotes.speakers import Speaker

# Classes of verbs that take an object.
TRANSITIVE = frozenset({"evaluate", "accuse", "demand", "express", "deny", "address", "believe"})
_SHORTEST_ACCUSATIVE = 4  # letters of an indefinite accusative, its ending included
_SHORTEST_PREPOSED = 5  # letters of a word with a preposition attached to it
_PASSIVE_GAP = 1  # characters between a passive verb and its complement


def has_object_pronoun(index: DocumentIndex, cue: Cue) -> bool:
    """True if the verb has its object as a pronoun («described him»)."""
    is_transitive = cue.kind == "verb" and cue.group in TRANSITIVE
    return is_transitive and has_suffix("pronoun", index.text[cue.start : cue.end])


def has_charge_after(index: DocumentIndex, speaker: Speaker) -> bool:
    """True if the charge follows a phrase at once («accused X of spreading»)."""
    stop = speaker.end + distance("quote-next-word-reach")
    after = index.tokens(speaker.end, stop, 1)
    if not after or len(after[0].text) < _SHORTEST_ACCUSATIVE:
        return False
    return "charge" in word_roles(after[0].text[0])


def is_passive(index: DocumentIndex, cue: Cue, content: Content) -> bool:
    """True if a verb of calling has neither subject nor object: «was described as …»."""
    complement = content.complement
    if complement is None or complement.role != "bi" or not _is_calling(cue):
        return False
    if complement.start - cue.end > _PASSIVE_GAP:
        return False
    return not has_suffix("object", index.text[cue.start : cue.end])


def _is_calling(cue: Cue) -> bool:
    """True for a verb of calling whose complement takes «ب»."""
    return cue.group == "evaluate" and cue.kind == "verb" and "bi" in cue.entry.takes
