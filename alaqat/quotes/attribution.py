"""The speaker of each cue: the subject after it, before it, or who the text goes on with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from alaqat.lexicon.distances import distance
from alaqat.model.records import Entity, Sentence, Token
from alaqat.quotes.agreement import Agreement, cue_agreement
from alaqat.quotes.content_spans import COMMAS, Content
from alaqat.quotes.coreference import SpeakerResolver
from alaqat.quotes.cue_finder import Cue
from alaqat.quotes.document_index import DocumentIndex, MentionRef
from alaqat.quotes.following_subject import subject_after
from alaqat.quotes.preceding_subject import elided_subjects, subject_before
from alaqat.quotes.quote_lexicon import SOURCE_ROLES, forms_of, word_roles
from alaqat.quotes.speaker_fields import SpeakerFields, speaker_fields
from alaqat.quotes.speaker_history import SpeakerHistory
from alaqat.quotes.speaker_lexicon import noun_kind
from alaqat.quotes.speakers import Speaker, last_speaker, read_speaker, speaker_of_mention
from alaqat.quotes.subject_start import subject_start
from alaqat.quotes.syntax import is_passive

_HEADER_GAP = 2  # characters between a speaker and the colon after it


class Attribution:
    """Goes through the cues of an article in order and gives each its speaker."""

    def __init__(self, index: DocumentIndex, entities: Sequence[Entity]) -> None:
        self._index = index
        self._ids = {entity.canonical_en: entity.id for entity in entities}
        self._history = SpeakerHistory(index, SpeakerResolver(index))

    def open(self, sentence: Sentence) -> None:
        """Begin a sentence."""
        self._history.open(sentence)

    def speaker(self, cue: Cue, content: Content, stop: int, *, nested: bool) -> Speaker | None:
        """The speaker of `cue` with its content; the text of the cue ends at `stop`.

        A cue `nested` in a reported clause does not change who is speaking.
        """
        speaker = self._speaker(cue, content, stop)
        self._history.record(cue, content, speaker, nested=nested)
        return speaker

    def _speaker(self, cue: Cue, content: Content, stop: int) -> Speaker | None:
        """The speaker by the kind of the cue."""
        if cue.kind == "none" or is_passive(self._index, cue, content):
            return None
        if cue.kind == "own":
            return self._history.speaking or self._history.subject()
        if cue.kind == "source":
            return self._source(cue, content, stop)
        if cue.kind == "noun":
            return self._owner(cue)
        if cue.group in SOURCE_ROLES:
            return self._relayed(cue, content.start) or self._relaying(cue, content)
        subject = subject_after(self._history, cue, content)
        verb = cue_agreement(cue, self._index.text)
        self._history.resolver.observe(verb, cue.end, subject)
        return subject or self._agreeing(cue)

    def _agreeing(self, cue: Cue) -> Speaker | None:
        """The subject left out after a verb: the first of the likely ones that it agrees with.

        One whose gender other verbs do not exclude goes before.
        """
        verb, history = cue_agreement(cue, self._index.text), self._history
        candidates = chain(elided_subjects(history, cue), self._named_before(cue))
        able = [one for one in filter(None, candidates) if history.resolver.can_agree(verb, one)]
        return max(able, key=partial(history.resolver.has_agreed, verb), default=None)

    def _named_before(self, cue: Cue) -> Iterator[Speaker]:
        """The persons named last before a cue, the nearest first; bodies before a feminine."""
        verb = cue_agreement(cue, self._index.text)
        for mention in self._index.mentions_before(cue.begin, distance("quote-agreeing-mentions")):
            if self._is_likely(mention, verb) and self._index.can_speak(mention):
                yield speaker_of_mention(mention)

    def _is_likely(self, mention: MentionRef, verb: Agreement) -> bool:
        """True for a person, before a feminine verb for a body and a woman by her office."""
        if verb.gender != "feminine":
            return mention.type == "PER"
        offices = self._history.resolver.offices(mention.entity)
        return mention.type == "ORG" or any(office.gender == verb.gender for office in offices)

    def _source(self, cue: Cue, content: Content, stop: int) -> Speaker | None:
        """Who is named after «according to», «quoting»; «his office» is the subject's."""
        stop = content.start if content.start > cue.end else stop
        owned = self._owned_source(cue, stop)
        if owned is not None:
            owner = self._history.subject() or self._history.speaking
            return owner and replace(owner, start=owned.start, end=owned.end)
        start = subject_start(self._index, cue.end, stop)
        speaker = read_speaker(self._index, start, stop, is_source=True)
        if speaker is None:
            return self._history.speaking
        return self._history.resolver.resolve(speaker, self._history.speaking)

    def _owned_source(self, cue: Cue, stop: int) -> Token | None:
        """The word «his office» after the cue, if it is there and no mention."""
        for token in self._index.tokens(cue.end, stop, distance("quote-source-tokens")):
            is_mention = self._index.mention_in(token.start, token.end) is not None
            if "possessive" in word_roles(token.text) and not is_mention:
                return token
        return None

    def _relayed(self, cue: Cue, stop: int) -> Speaker | None:
        """«An agency quoted X as …»: X is after the preposition of the verb."""
        for token in self._index.tokens(cue.end, stop, distance("quote-relay-tokens")):
            if SOURCE_ROLES[cue.group] in word_roles(token.text):
                return read_speaker(self._index, token.end, stop, is_source=True)
        return None

    def _relaying(self, cue: Cue, content: Content) -> Speaker | None:
        """«The agency relayed that …»: the agency; None for «…, the agency quoted him, that …»."""
        following = self._index.tokens(cue.end, content.start, 1)
        is_his = any("pronominal" in word_roles(token.text) for token in following)
        if content.complement is None or is_his:
            return None
        return subject_after(self._history, cue, content)

    def _owner(self, cue: Cue) -> Speaker | None:
        """«his saying»: of the one just mentioned; of a person before a body, if it is his."""
        history = self._history
        is_his = self._index.text[cue.start : cue.end].endswith(forms_of("his"))
        owners = (
            history.local,
            last_speaker(self._index, cue.begin, "PER", within=cue.begin - history.start),
            subject_before(history, cue),
            history.subject(),
            history.running,
        )
        likely = filter(None, owners)
        return max(likely, key=lambda one: is_his and one.is_person, default=None)

    def speaker_without_cue(self, sentence: Sentence, before: int) -> Speaker | None:
        """Who speaks in words at `before` that no cue brings.

        A speaker before a colon, or the last person of the sentence, or the last speaker.
        """
        header = self._header(sentence, before)
        local = self._history.local
        if header is not None:
            return local or header
        reach = before - sentence.fstart + 1
        last = last_speaker(self._index, before, "PER", "ORG", within=reach)
        has_person = local is not None and local.is_person
        if last is None or (has_person and last.type == "ORG"):
            return self._history.speaking
        return last

    def _header(self, sentence: Sentence, before: int) -> Speaker | None:
        """«The foreign minister of X: "…"»: a person or body that is all before a colon."""
        low = max(sentence.fstart, before - distance("quote-subject-lookback"))
        stop = self._index.text.rfind(":", low, before)
        if stop < 0:
            return None
        edges = (self._index.text.rfind(mark, low, stop) + 1 for mark in (":", *COMMAS, "|", "-"))
        speaker = read_speaker(self._index, max(low, *edges), stop)
        if speaker is None or not speaker.is_known or stop - speaker.end > _HEADER_GAP:
            return None
        return self._history.resolver.resolve(speaker, self._history.running)

    def is_narrated(self, cue: Cue, content: Content) -> bool:
        """True if a cue ends the clause before it: the narrator goes on with it."""
        if cue.kind in ("source", "own"):
            return True
        if "cut" in self._index.roles_before(cue.begin):
            return True
        before = self._index.text[max(0, cue.begin - 2) : cue.begin].rstrip()
        is_continuing = cue.kind == "participle" or cue.is_joined
        if before[-1:] in COMMAS:
            return is_continuing or cue.kind == "noun" or self._is_followed(cue, content)
        return is_continuing and (content.complement is not None or bool(content.marks))

    def _is_followed(self, cue: Cue, content: Content) -> bool:
        """True if a verb of saying has its subject right after it, before a clause of its own."""
        if cue.kind != "verb" or cue.group not in ("utter", "say") or content.complement is None:
            return False
        following = self._index.tokens(cue.end, content.start, 1)
        return any(map(self._is_named, following))

    def _is_named(self, token: Token) -> bool:
        """True for the beginning of a mention, and for a noun of a speaker."""
        is_mention = self._index.mention_in(token.start, token.end) is not None
        return is_mention or noun_kind(token.text) is not None

    def fields(self, speaker: Speaker | None) -> SpeakerFields:
        """The speaker's columns of a quote; all None without a speaker."""
        return speaker_fields(self._index, self._ids, speaker)
