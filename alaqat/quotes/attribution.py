"""Whose words: the subject after the cue, before it, or the one that the text goes on with."""

from __future__ import annotations

from collections.abc import Sequence

from alaqat.arabic.clitics import without_conjunction
from alaqat.model.records import Entity, Sentence
from alaqat.quotes import speaker_fields, speakers, topics
from alaqat.quotes.content_spans import Content
from alaqat.quotes.coreference import Cast
from alaqat.quotes.document_index import Cue, View
from alaqat.quotes.quote_lexicon import definite, letter, noun, parts
from alaqat.quotes.speaker_fields import Fields
from alaqat.quotes.speakers import Speaker
from alaqat.quotes.syntax import (
    COMMA,
    TRANSITIVE,
    adjoins,
    aside,
    charged,
    gender,
    no_subject,
    objected,
    passive,
)

_OBJECT_FIRST = frozenset({"evaluate", "accuse"})
_TOPIC = 130


class Attribution:
    """Walks the cues of an article in order and remembers who spoke last."""

    def __init__(self, view: View, entities: Sequence[Entity]) -> None:
        self._view = view
        self._ids = {entity.canonical_en: entity.id for entity in entities}
        self._cast = Cast(view)
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
        if found is not None:
            self._cast.note(found)
        if nested:
            self._last_end = content.complement.end if content.complement else cue.end
            return found
        kind = cue.entry.kind
        if found is not None and (
            kind not in ("source", "own", "none") or cue.entry.group == "voice"
        ):
            self._local = found
            self._running = found
        elif found is not None and kind == "source" and found.known:
            self._running = self._running or found
        self._last_end = content.complement.end if content.complement else cue.end
        return found

    def _speaker(self, cue: Cue, content: Content, stop: int) -> Speaker | None:
        kind = cue.entry.kind
        if kind == "none" or passive(self._view, cue, content):
            return None
        if kind == "own":
            return self._local or self._running or self._subject()
        if kind == "source":
            return self._source(cue, content, stop)
        if cue.entry.group == "relay":
            return self._relayed(cue, content.at)
        if kind == "noun":
            return self._of_noun(cue, content)
        return self._after(cue, content) or self._agreeing(cue, self._elided(cue))

    def _agreeing(self, cue: Cue, found: Speaker | None) -> Speaker | None:
        """The one left out, if the verb can be theirs; else the first who was speaking of whom it can be."""
        wanted = gender(cue, self._view.text)
        told = (found, self._local, self._subject(), self._running, self._previous)
        return next(
            (one for one in told if one is not None and self._cast.can_be_a(wanted, one)), None
        )

    def _after(self, cue: Cue, content: Content) -> Speaker | None:
        """The subject that follows its verb."""
        pause = self._view.text[cue.end : cue.end + 1] in tuple(COMMA)
        found = speakers.subject(self._view, cue.end + pause, content.at)
        if found is None or self._is_object(cue, content, found) or no_subject(self._view, found):
            return None
        if cue.entry.kind == "participle":
            return None
        found = self._cast.resolved(found, self._local or self._running)
        if found.known or found.head is not None:
            return found
        if cue.entry.group == "say" and not cue.joined and self._led(cue):
            return None
        if cue.entry.group == "utter" or objected(self._view, cue):
            return None if aside(self._view, cue, found) or cue.entry.group == "demand" else found
        adjacent = adjoins(self._view, found, content)
        text = self._view.text[found.start : found.end]
        adjacent = adjacent or definite(text) or text.isascii()
        return found if adjacent and cue.entry.group == "say" else None

    def _is_object(self, cue: Cue, content: Content, found: Speaker) -> bool:
        """Whether the phrase after a transitive verb is what is spoken of, the speaker being left out."""
        if cue.entry.group not in TRANSITIVE or objected(self._view, cue):
            return False
        if (not found.known and found.head is None) or (not cue.joined and self._led(cue)):
            return True
        if self._local is None and self._running is None and self._subject() is None:
            return False
        entity = found.entity
        feminine = letter("feminine", self._view.text[cue.start : cue.end])
        if entity is not None and entity.type == "LOC" and not feminine:
            return "masculine" not in parts(self._view.text[found.start : found.end])
        return cue.joined and self._object_first(cue, content, found)

    def _object_first(self, cue: Cue, content: Content, found: Speaker) -> bool:
        """Whether a verb that evaluates or accuses goes on from its object to what it says of it."""
        if cue.entry.group == "accuse" and charged(self._view, found):
            return True
        told = content.complement is not None and content.complement.sort == "an"
        return cue.entry.group in _OBJECT_FIRST and content.at - found.end <= 2 and not told

    def _led(self, cue: Cue) -> bool:
        """Whether the subject stands right before the verb, at the beginning of its clause."""
        topic = topics.topic(self._view, self._clause_start(cue), cue.begin)
        if topic is None or not (topic.known or topic.head is not None):
            return False
        between = self._view.tokens(topic.end, cue.begin, 3)
        pause = topic.person and topic.entity is not None
        return all(
            {"lead", "negation"} & parts(token.text) or (pause and token.text in COMMA)
            for token in between
        )

    def _elided(self, cue: Cue) -> Speaker | None:
        """No subject after the verb: before it, or the one of the clause or speech before."""
        sentence = self._sentence
        if sentence is None:
            return None
        if cue.entry.kind == "participle":
            return self._leading(cue)
        if cue.begin - sentence.fstart <= 2:
            return self._running or self._previous
        if cue.joined:
            return self._leading(cue)
        return self._inside(cue) or self._local or self._running or self._previous

    def _leading(self, cue: Cue) -> Speaker | None:
        """Who speaks on in a joined verb or a participle; a subject that no entity names comes last."""
        main = self._subject()
        known = main if main is not None and main.known else None
        return self._local or known or self._near(cue) or self._running or main

    def _inside(self, cue: Cue) -> Speaker | None:
        """Who speaks by an without_conjunction verb inside its sentence: its subject before it, unless the verb is relative."""
        if cue.entry.group == "evaluate" and self._view.relative(cue):
            return self._local or self._subject() or self._running
        if self._view.after_where(cue):
            main = self._subject()
            known = main if main is not None and main.person else None
            return self._local or known or self._running or self._previous or self._before(cue)
        return (
            self._antecedent(cue) or self._beside(cue) or self._before(cue) or self._unlisted(cue)
        )

    def _near(self, cue: Cue) -> Speaker | None:
        """The nearest person named in the sentence before the cue."""
        low = self._sentence.fstart if self._sentence else cue.begin
        near = self._view.last_naming(cue.begin, "PER", within=cue.begin - low)
        return (
            speakers.of_entity(near.entity, near.start, near.end, near.mention.role)
            if near
            else None
        )

    def _antecedent(self, cue: Cue) -> Speaker | None:
        """«the coach X, who said …»: what stands before the relative pronoun."""
        at = self._view.token_index(cue.begin)
        tokens = self._view.document.tokens
        if (
            at < 2
            or objected(self._view, cue)
            or "who" not in parts(without_conjunction(tokens[at - 1].text))
            or not tokens[at - 2].text.isalnum()
        ):
            return None
        before = tokens[at - 2]
        near = self._view.last_naming(before.end, "PER", "ORG", "LOC", within=60)
        if near is not None and near.end == before.end:
            return speakers.of_entity(near.entity, near.start, near.end, near.mention.role)
        return speakers.subject(self._view, before.start, before.end) or Speaker(
            before.start, before.end
        )

    def _beside(self, cue: Cue) -> Speaker | None:
        """«but the judge said»: a definite noun of a person or body right before the verb."""
        at = self._view.token_index(cue.begin)
        before = self._view.document.tokens[at - 1] if at else None
        found = noun(before.text) if before is not None and definite(before.text) else None
        if (
            before is None
            or found is None
            or found.kind not in ("person", "body", "medium")
            or self._view.marked(before.start)
        ):
            return None
        if at > 1 and not {"lead", "adverb"} & parts(self._view.document.tokens[at - 2].text):
            return None
        spoken = speakers.subject(self._view, before.start, cue.begin)
        return self._cast.resolved(spoken, self._running) if spoken is not None else None

    def _before(self, cue: Cue) -> Speaker | None:
        """A subject that stands before its verb: the topic of the clause, else the nearest mention."""
        start = self._clause_start(cue)
        topic = topics.topic(self._view, start, cue.begin)
        if topic is not None and (topic.known or self._headed(topic)):
            return self._cast.resolved(topic, self._running)
        near = self._view.last_naming(cue.begin, "PER", "ORG", within=_TOPIC)
        if near is not None and near.start >= start:
            return speakers.of_entity(near.entity, near.start, near.end, near.mention.role)
        return None

    def _headed(self, topic: Speaker) -> bool:
        """Whether a description begins with its noun (not with a verb that another noun follows)."""
        first = self._view.text[topic.start : topic.end].split(" ", 1)[0]
        return topic.head is not None and noun(first) is not None

    def _unlisted(self, cue: Cue) -> Speaker | None:
        """A name no entity has before its verb: «but X, who …, said», «X said»."""
        if self._sentence is None or cue.entry.group not in ("utter", "say"):
            return None
        topic = topics.topic(self._view, self._sentence.fstart, cue.begin)
        if topic is None or topic.head is not None or topic.known:
            return None
        after = self._view.tokens(topic.end, cue.begin, 2)
        follows = any("who" in parts(token.text) for token in after)
        if follows or all({"lead", "adverb"} & parts(token.text) for token in after):
            return self._cast.resolved(topic, None)
        return None

    def _clause_start(self, cue: Cue) -> int:
        """Start of the clause a verb closes: after the last comma that leaves a mention between, else the sentence."""
        low = max(self._last_end, cue.begin - 300)
        for token in reversed(self._view.tokens(max(low, cue.begin - 80), cue.begin)):
            if "an" in parts(token.text) and not self._view.named(token.start):
                return token.end
        near = self._view.last_naming(
            cue.begin, "PER", "ORG", "LOC", "OTHER", within=cue.begin - low
        )
        if near is None:
            return low
        return max(low, *(self._view.text.rfind(comma, low, near.start) + 1 for comma in COMMA))

    def _subject(self) -> Speaker | None:
        """The subject of the sentence's main verb."""
        if not self._main_known and self._sentence is not None:
            self._main = topics.main_subject(
                self._view, topics.told_from(self._view, self._sentence), self._sentence.fend
            )
            self._main_known = True
        return self._main

    def _source(self, cue: Cue, content: Content, stop: int) -> Speaker | None:
        """Who stands after «according to», «quoting»; «his office» is that of the sentence's subject."""
        stop = content.at if content.at > cue.end else stop
        for token in self._view.tokens(cue.end, stop, 8):
            if (
                "possessive" in parts(token.text)
                and self._view.naming_in(token.start, token.end) is None
            ):
                owner = self._subject() or self._local or self._running
                return owner and speakers.moved(owner, token.start, token.end)
        found = speakers.subject(self._view, cue.end, stop, source=True)
        if found is None:
            return self._local or self._running
        return self._cast.resolved(found, self._local or self._running)

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
        header = self._header(sentence, before)
        if header is not None:
            return self._local or header
        near = self._view.last_naming(before, "PER", "ORG", within=before - sentence.fstart + 1)
        spoken = self._local is not None and self._local.person
        if near is not None and not (spoken and near.entity.type == "ORG"):
            return speakers.of_entity(near.entity, near.start, near.end, near.mention.role)
        return self._local or self._running

    def _header(self, sentence: Sentence, before: int) -> Speaker | None:
        """«The foreign minister of X: "…"»: a person or body that fills the place before the colon."""
        low = max(sentence.fstart, before - _TOPIC)
        stop = self._view.text.rfind(":", low, before)
        start = max(
            (self._view.text.rfind(mark, low, stop) + 1 for mark in (":", *COMMA, "|", "-")),
            default=low,
        )
        found = speakers.subject(self._view, max(start, low), stop) if stop >= 0 else None
        if found is None or not found.known or stop - found.end > 2:
            return None
        return self._cast.resolved(found, self._running)

    def narrates(self, cue: Cue, content: Content) -> bool:
        """Whether a cue ends the clause before it: it goes on with the narrator's own report."""
        if cue.entry.kind in ("source", "own"):
            return True
        before = self._view.text[max(0, cue.begin - 2) : cue.begin].rstrip()
        goes_on = cue.entry.kind == "participle" or cue.joined
        if before[-1:] in tuple(COMMA):
            return goes_on or cue.entry.kind == "noun"
        return goes_on and (content.complement is not None or bool(content.marks))

    def fields(self, speaker: Speaker | None) -> Fields:
        """The speaker's columns of a quote; all None when nobody is known."""
        return speaker_fields.fields(self._view, self._ids, speaker)
