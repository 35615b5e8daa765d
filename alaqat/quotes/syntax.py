"""A reporting verb and the phrase beside it: subject, object or adverb, read from endings and commas."""

from __future__ import annotations

from alaqat.arabic.fold import folded
from alaqat.quotes.content_spans import Content
from alaqat.quotes.document_index import Cue, View
from alaqat.quotes.quote_lexicon import definite, ending, noun, parts, preposition
from alaqat.quotes.speakers import Speaker

TRANSITIVE = frozenset({"evaluate", "accuse", "demand", "express", "deny", "address", "believe"})
COMMA = "،,؛"
PHRASE = 6  # words of a subject that names nobody: a longer phrase is an object with its own


def adjoins(view: View, found: Speaker, content: Content) -> bool:
    """Whether nothing but adverbs, an office or a relative clause parts a phrase from what is said."""
    words = [token for token in view.tokens(found.end, content.at, 3) if token.text not in COMMA]
    if words and ("who" in parts(words[0].text) or noun(words[0].text) is not None):
        return True
    if content.colon is not None or _set_off(view, found, content):
        return True
    between = view.tokens(found.end, content.at, 8)
    plain = all(not token.text[0].isalnum() or "adverb" in parts(token.text) for token in between)
    return plain and content.complement is not None


def _set_off(view: View, found: Speaker, content: Content) -> bool:
    """Whether commas enclose all that stands between a phrase and its complement."""
    opens, closes = (
        view.text[found.end : found.end + 1],
        view.text[content.at - 2 : content.at].strip(),
    )
    return content.complement is not None and opens in tuple(COMMA) and closes in tuple(COMMA)


def objected(view: View, cue: Cue) -> bool:
    """Whether the verb bears its object as a pronoun («described him»)."""
    transitive = cue.entry.kind == "verb" and cue.entry.group in TRANSITIVE
    return transitive and ending("pronoun", view.text[cue.start : cue.end])


def gender(cue: Cue, text: str) -> bool | None:
    """Whether the form of a cue is a woman's (true) or a man's (false); None where it does not tell."""
    form = text[cue.start : cue.end]
    if cue.entry.kind == "participle":
        return True if ending("woman", form) else False if ending("accusative", form) else None
    lemma = folded(cue.entry.lemma)
    if cue.entry.kind != "verb" or ending("feminine", lemma):
        return None
    woman = ending("feminine", form) or (
        form.startswith(lemma) and ending("feminine", form[: len(lemma) + 1])
    )
    return True if woman else False if form == lemma else None


def oblique(view: View, found: Speaker) -> bool:
    """Whether what follows «he called it …» is its complement: an indefinite accusative, or led by a preposition."""
    word = view.text[found.start : found.end].split(" ", 1)[0]
    accusative = ending("accusative", word) and not definite(word) and len(word) > 3
    return accusative or (preposition(word[:1]) and len(word) > 4)


def adverbial(view: View, found: Speaker) -> bool:
    """Whether a phrase is an accusative with its object («offering his condolences …»)."""
    words = view.text[found.start : found.start + 60].split(" ", 2)
    return (
        len(words) > 1
        and ending("accusative", words[0])
        and not definite(words[0])
        and definite(words[1])
    )


def charged(view: View, found: Speaker) -> bool:
    """Whether the charge follows a phrase at once («accused X of spreading»)."""
    after = view.tokens(found.end, found.end + 12, 1)
    return bool(after) and len(after[0].text) > 3 and "charge" in parts(after[0].text[0])


def passive(view: View, cue: Cue, content: Content) -> bool:
    """Whether a verb of calling has neither subject nor object: «was described as …»."""
    calls = cue.entry.group == "evaluate" and cue.entry.kind == "verb" and "bi" in cue.entry.takes
    complement = content.complement
    if not calls or complement is None or complement.sort != "bi" or complement.start - cue.end > 1:
        return False
    return not ending("object", view.text[cue.start : cue.end])


def no_subject(view: View, found: Speaker) -> bool:
    """Whether the phrase after a verb says when («at the beginning of the month») or is an object with its own."""
    words = view.text[found.start : found.end].split(" ")
    nobody = not found.known and found.head is None and len(words) > PHRASE
    return found.entity is None and (nobody or "time" in parts(words[0]))


def aside(view: View, cue: Cue, found: Speaker) -> bool:
    """Whether an unlisted phrase after a verb is its complement or adverb, so that the subject is left out."""
    return adverbial(view, found) or (objected(view, cue) and oblique(view, found))
