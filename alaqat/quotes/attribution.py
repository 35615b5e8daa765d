"""Whose words: the subject after the cue, before it, or the one that the text goes on with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from alaqat.quotes import speakers
from alaqat.quotes.clauses import Content
from alaqat.quotes.speakers import Speaker
from alaqat.quotes.view import Cue, View
from alaqat.quotes.words import definite, ending, letter, noun, parts
from alaqat.records import Entity, Sentence

_TRANSITIVE = frozenset({"evaluate", "accuse", "demand", "express", "deny", "address", "believe"})
_OBJECT_FIRST = frozenset({"evaluate", "accuse"})
_COMMA = "،,؛"
_TOPIC = 130


class Fields(TypedDict):
    """The speaker's columns of a quote."""

    speaker: str | None
    speaker_ar: str | None
    speaker_id: str | None
    speaker_text: str | None
    country: str | None
    role: str | None


class Attribution:
    """Walks the cues of an article in order and remembers who spoke last."""

    def __init__(self, view: View, entities: Sequence[Entity]) -> None:
        self._view = view
        self._ids = {entity.canonical_en: entity.id for entity in entities}
        self._running: Speaker | None = None
        self._local: Speaker | None = None
        self._previous: Speaker | None = None
        self._main: Speaker | None = None
        self._main_known = False
        self._sentence: Sentence | None = None
        self._last_end = 0

    def open(self, sentence: Sentence) -> None:
        """Begin a sentence."""
        if self._sentence is not None:
            self._previous = self._local or self._subject() or self._previous
        self._sentence, self._local, self._main_known = sentence, None, False
        self._last_end = sentence.fstart

    def speaker(self, cue: Cue, content: Content, stop: int, *, nested: bool) -> Speaker | None:
        """The speaker of `cue`, whose content is `content` and whose text ends at `stop`.

        A cue `nested` in somebody's reported clause does not change who is speaking.
        """
        found = self._speaker(cue, content, stop)
        if nested:
            self._last_end = content.complement.end if content.complement else cue.end
            return found
        kind = cue.entry.kind
        if found is not None and kind not in ("source", "own", "none"):
            self._local = found
            self._running = found
        elif found is not None and kind == "source" and found.known:
            self._running = self._running or found
        self._last_end = content.complement.end if content.complement else cue.end
        return found

    def _speaker(self, cue: Cue, content: Content, stop: int) -> Speaker | None:
        kind = cue.entry.kind
        if kind == "none":
            return None
        if kind == "own":
            return self._local or self._running or self._subject()
        if kind == "source":
            return self._source(cue, content, stop)
        if cue.entry.group == "relay":
            return self._relayed(cue, content.at)
        if kind == "noun":
            return self._of_noun(cue, content)
        return self._after(cue, content) or self._elided(cue)

    def _after(self, cue: Cue, content: Content) -> Speaker | None:
        """The subject that follows its verb."""
        found = speakers.subject(self._view, cue.end, content.at)
        if found is None or self._is_object(cue, content, found):
            return None
        if cue.entry.kind == "participle":
            return None
        if found.known:
            return found
        if found.head is not None:
            return speakers.anaphor(self._view, found, self._local or self._running)
        if cue.entry.group == "utter" or self._objected(cue):
            return found
        adjacent = content.at - found.end <= 2 and (content.complement is not None or content.colon is not None)
        text = self._view.text[found.start : found.end]
        adjacent = adjacent or definite(text) or text.isascii()
        return found if adjacent and cue.entry.group == "say" else None

    def _objected(self, cue: Cue) -> bool:
        """Whether the verb bears its object as a pronoun («described him»)."""
        transitive = cue.entry.kind == "verb" and cue.entry.group in _TRANSITIVE
        return transitive and ending("pronoun", self._view.text[cue.start : cue.end])

    def _is_object(self, cue: Cue, content: Content, found: Speaker) -> bool:
        """Whether the phrase after a transitive verb is what is spoken of, the speaker being left out."""
        if cue.entry.group not in _TRANSITIVE or self._objected(cue):
            return False
        if not found.known and found.head is None:
            return True
        if self._local is None and self._running is None and self._subject() is None:
            return False
        entity = found.entity
        feminine = letter("feminine", self._view.text[cue.start : cue.end])
        if entity is not None and entity.type == "LOC" and not feminine:
            return "masculine" not in parts(self._view.text[found.start : found.end])
        return cue.entry.group in _OBJECT_FIRST and cue.joined and content.at - found.end <= 2

    def _elided(self, cue: Cue) -> Speaker | None:
        """No subject after the verb: before it, or the one of the clause or speech before."""
        sentence = self._sentence
        if sentence is None:
            return None
        if cue.entry.kind == "participle":
            return self._local or self._subject() or self._near(cue) or self._running
        if cue.begin - sentence.fstart <= 2:
            return self._running or self._previous
        if cue.joined:
            return self._local or self._subject() or self._near(cue) or self._running
        if cue.entry.group == "evaluate" and self._relative(cue):
            return self._local or self._subject() or self._running
        return self._antecedent(cue) or self._before(cue) or self._local or self._running or self._previous

    def _near(self, cue: Cue) -> Speaker | None:
        """The nearest person named in the sentence before the cue."""
        low = self._sentence.fstart if self._sentence else cue.begin
        near = self._view.last_naming(cue.begin, "PER", within=cue.begin - low)
        return speakers.of_entity(near.entity, near.start, near.end, near.mention.role) if near else None

    def _relative(self, cue: Cue) -> bool:
        """Whether a relative pronoun stands before the verb: «what he called …»."""
        at = self._view.token_index(cue.begin)
        return at > 0 and bool({"who", "relative"} & parts(self._view.document.tokens[at - 1].text))

    def _antecedent(self, cue: Cue) -> Speaker | None:
        """«the coach X, who said …»: what stands before the relative pronoun."""
        at = self._view.token_index(cue.begin)
        tokens = self._view.document.tokens
        if at < 2 or "who" not in parts(tokens[at - 1].text) or not tokens[at - 2].text.isalnum():
            return None
        before = tokens[at - 2]
        near = self._view.last_naming(before.end, "PER", "ORG", "LOC", within=60)
        if near is not None and near.end == before.end:
            return speakers.of_entity(near.entity, near.start, near.end, near.mention.role)
        return Speaker(before.start, before.end)

    def _before(self, cue: Cue) -> Speaker | None:
        """A subject that stands before its verb: the topic of the clause, else the nearest mention."""
        start = self._clause_start(cue)
        topic = self._topic(start, cue.begin)
        if topic is not None and (topic.known or topic.head is not None):
            return speakers.anaphor(self._view, topic, self._running)
        near = self._view.last_naming(cue.begin, "PER", "ORG", within=_TOPIC)
        if near is not None and near.start >= start:
            return speakers.of_entity(near.entity, near.start, near.end, near.mention.role)
        return None

    def _clause_start(self, cue: Cue) -> int:
        """Start of the clause a verb closes: after the last comma that leaves a mention between, else the sentence."""
        low = max(self._last_end, cue.begin - 300)
        for token in reversed(self._view.tokens(max(low, cue.begin - 80), cue.begin)):
            if "an" in parts(token.text) and not self._view.named(token.start):
                return token.end
        near = self._view.last_naming(cue.begin, "PER", "ORG", "LOC", "OTHER", within=cue.begin - low)
        if near is None:
            return low
        return max(low, *(self._view.text.rfind(comma, low, near.start) + 1 for comma in _COMMA))

    def _topic(self, start: int, stop: int) -> Speaker | None:
        """The noun phrase a clause begins with, its leading particles skipped."""
        for token in self._view.tokens(start, stop, 12):
            if "lead" in parts(token.text) or not token.text[0].isalnum():
                continue
            return speakers.subject(self._view, token.start, stop)
        return None

    def _subject(self) -> Speaker | None:
        """The subject of the sentence's main verb."""
        if not self._main_known and self._sentence is not None:
            self._main = self._main_subject(self._sentence.fstart, self._sentence.fend)
            self._main_known = True
        return self._main

    def _main_subject(self, start: int, stop: int, *, retry: bool = True) -> Speaker | None:
        for token in self._view.tokens(start, stop, 12):
            roles = parts(token.text)
            if "lead" in roles or not token.text[0].isalnum():
                continue
            naming = self._view.naming_in(token.start, token.end)
            if retry and ({"soft", "breaker"} & roles or (naming is not None and naming.start > token.start + 1)):
                comma = self._view.text.find("،", token.end, min(stop, token.end + 160))
                return self._main_subject(comma + 1, stop, retry=False) if comma >= 0 else None
            nominal = naming is not None or noun(token.text) is not None
            found = speakers.subject(self._view, token.start if nominal else token.end, stop)
            return found if found is not None and (found.known or found.strange) else None
        return None

    def _source(self, cue: Cue, content: Content, stop: int) -> Speaker | None:
        """Who stands after «according to», «quoting»; «his office» is that of the sentence's subject."""
        stop = content.at if content.at > cue.end else stop
        for token in self._view.tokens(cue.end, stop, 8):
            if "possessive" in parts(token.text) and self._view.naming_in(token.start, token.end) is None:
                owner = self._subject() or self._local or self._running
                return owner and speakers.moved(owner, token.start, token.end)
        found = speakers.subject(self._view, cue.end, stop, source=True)
        if found is None:
            return self._local or self._running
        return speakers.anaphor(self._view, found, self._local or self._running)

    def _relayed(self, cue: Cue, stop: int) -> Speaker | None:
        """«An agency quoted X as …»: X stands after the preposition."""
        for token in self._view.tokens(cue.end, stop, 16):
            if "about" in parts(token.text):
                return speakers.subject(self._view, token.end, stop, source=True)
        return None

    def _of_noun(self, cue: Cue, content: Content) -> Speaker | None:
        """«his saying»: the one just spoken of."""
        return self._local or self._before(cue) or self._subject() or self._running

    def standing(self, sentence: Sentence, before: int) -> Speaker | None:
        """Who speaks in words that no cue brings: the last person of the sentence, else the running speaker."""
        near = self._view.last_naming(before, "PER", "ORG", within=before - sentence.fstart + 1)
        if near is not None:
            return speakers.of_entity(near.entity, near.start, near.end, near.mention.role)
        return self._running

    def narrates(self, cue: Cue, content: Content) -> bool:
        """Whether a cue ends the clause before it: it goes on with the narrator's own report."""
        if cue.entry.kind in ("source", "own"):
            return True
        before = self._view.text[max(0, cue.begin - 2) : cue.begin].rstrip()
        if before[-1:] in tuple(_COMMA):
            return True
        speaks = content.complement is not None or bool(content.marks)
        return (cue.entry.kind == "participle" and speaks) or (cue.joined and speaks)

    def fields(self, speaker: Speaker | None) -> Fields:
        """The speaker's columns of a quote; all None when nobody is known."""
        if speaker is None:
            return Fields(speaker=None, speaker_ar=None, speaker_id=None, speaker_text=None, country=None, role=None)
        text = self._view.document.surface(speaker.start, speaker.end)
        return Fields(
            speaker=speaker.english,
            speaker_ar=speaker.arabic,
            speaker_id=self._id(speaker),
            speaker_text=text or None,
            country=speaker.country,
            role=speaker.role,
        )

    def _id(self, speaker: Speaker) -> str | None:
        """The entity's id; for a capital that stands for its state, the state's when the article names it."""
        if speaker.entity is None:
            return None
        if speaker.english == speaker.entity.canonical_en:
            return speaker.entity.id
        return self._ids.get(speaker.english or "")
