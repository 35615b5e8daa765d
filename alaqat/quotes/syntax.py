"""A reporting verb and the phrase after it: subject, object or adverb, by endings and commas."""

from __future__ import annotations

from alaqat.arabic.fold import folded
from alaqat.lexicon.distances import distance
from alaqat.quotes.content_spans import COMMAS, Content
from alaqat.quotes.cue_finder import Cue
from alaqat.quotes.document_index import DocumentIndex
from alaqat.quotes.quote_lexicon import Gender, has_suffix, is_definite, is_preposition, word_roles
from alaqat.quotes.speaker_lexicon import speaker_noun
from alaqat.quotes.speakers import Speaker

# Classes of verbs that take an object.
TRANSITIVE = frozenset({"evaluate", "accuse", "demand", "express", "deny", "address", "believe"})
_SHORTEST_ACCUSATIVE = 4  # letters of an indefinite accusative, its ending included
_SHORTEST_PREPOSED = 5  # letters of a word with a preposition attached to it
_PASSIVE_GAP = 1  # characters between a passive verb and its complement


def is_adjacent(index: DocumentIndex, speaker: Speaker, content: Content) -> bool:
    """True if a phrase and the content after it belong together.

    Only adverbs, an office or a relative clause are between, or commas set it off.
    """
    words = [
        token
        for token in index.tokens(speaker.end, content.start, distance("quote-adjacent-office"))
        if token.text not in COMMAS
    ]
    if words and _is_attribute(words[0].text):
        return True
    if content.colon is not None or _is_set_off(index, speaker, content):
        return True
    between = index.tokens(speaker.end, content.start, distance("quote-adjacent-adverbs"))
    return content.complement is not None and all(_is_adverb(token.text) for token in between)


def _is_attribute(word: str) -> bool:
    """True for a relative pronoun and for a speaker noun."""
    return "who" in word_roles(word) or speaker_noun(word) is not None


def _is_adverb(word: str) -> bool:
    """True for an adverb and for punctuation."""
    return not word[0].isalnum() or "adverb" in word_roles(word)


def _is_set_off(index: DocumentIndex, speaker: Speaker, content: Content) -> bool:
    """True if commas enclose all that is between a phrase and its complement."""
    opening = index.text[speaker.end : speaker.end + 1]
    closing = index.text[content.start - 2 : content.start].strip()
    return content.complement is not None and opening in COMMAS and closing in COMMAS


def has_object_pronoun(index: DocumentIndex, cue: Cue) -> bool:
    """True if the verb has its object as a pronoun («described him»)."""
    is_transitive = cue.kind == "verb" and cue.group in TRANSITIVE
    return is_transitive and has_suffix("pronoun", index.text[cue.start : cue.end])


def cue_gender(cue: Cue, text: str) -> Gender | None:
    """The gender that the form of a cue in the folded `text` agrees with; None if with both."""
    form = text[cue.start : cue.end]
    if cue.kind == "participle":
        return _participle_gender(form)
    lemma = folded(cue.entry.lemma)
    if cue.kind != "verb" or has_suffix("feminine", lemma):
        return None
    if _is_feminine_form(form, lemma):
        return "feminine"
    return "masculine" if form == lemma else None


def _participle_gender(form: str) -> Gender | None:
    """The gender of a participle by its ending."""
    if has_suffix("woman", form):
        return "feminine"
    return "masculine" if has_suffix("accusative", form) else None


def _is_feminine_form(form: str, lemma: str) -> bool:
    """True if the feminine ending closes a verb or is between its lemma and an object."""
    if has_suffix("feminine", form):
        return True
    return form.startswith(lemma) and has_suffix("feminine", form[: len(lemma) + 1])


def _is_indefinite_accusative(word: str) -> bool:
    """True for an accusative without the article."""
    return has_suffix("accusative", word) and not is_definite(word)


def _is_oblique(index: DocumentIndex, speaker: Speaker) -> bool:
    """True if what follows «he called it …» is its complement.

    It is then an indefinite accusative or has a preposition before it.
    """
    word = index.first_word(speaker.start, speaker.end)
    if _is_indefinite_accusative(word) and len(word) >= _SHORTEST_ACCUSATIVE:
        return True
    return is_preposition(word[:1]) and len(word) >= _SHORTEST_PREPOSED


def _is_adverbial(index: DocumentIndex, speaker: Speaker) -> bool:
    """True for an accusative with its object («offering his condolences …»)."""
    stop = speaker.start + distance("quote-adverbial-reach")
    first, _, rest = index.text[speaker.start : stop].partition(" ")
    return _is_indefinite_accusative(first) and is_definite(rest.split(" ", 1)[0])


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


def is_no_subject(index: DocumentIndex, speaker: Speaker) -> bool:
    """True if the phrase after a verb says when («at the beginning of the month») or is an object.

    A long phrase that no entity names and no noun heads is an object with its own.
    """
    if speaker.entity is not None:
        return False
    words = index.text[speaker.start : speaker.end].split(" ")
    is_long = len(words) > distance("quote-nameless-subject")
    return (is_long and not speaker.is_described) or "time" in word_roles(words[0])


def is_complement(index: DocumentIndex, cue: Cue, speaker: Speaker) -> bool:
    """True if an unlisted phrase after a verb is its complement or adverb, without a subject."""
    if _is_adverbial(index, speaker):
        return True
    return has_object_pronoun(index, cue) and _is_oblique(index, speaker)
