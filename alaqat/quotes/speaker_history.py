"""Who is speaking at a point of the article: the state that attribution goes through it with."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from alaqat.arabic.clitics import without_conjunction
from alaqat.arabic.dateline import agency_dateline_end
from alaqat.lexicon.distances import distance
from alaqat.model.records import Sentence
from alaqat.quotes import topics
from alaqat.quotes.content_spans import COMMAS, Content
from alaqat.quotes.coreference import SpeakerResolver
from alaqat.quotes.cue_finder import Cue
from alaqat.quotes.document_index import DocumentIndex
from alaqat.quotes.quote_lexicon import word_roles
from alaqat.quotes.speaker_lexicon import speaker_noun
from alaqat.quotes.speakers import Speaker

# Kinds of cues after which the narrator's own speaker goes on.
_PASSING = frozenset({"source", "own", "none"})


@dataclass(slots=True)
class SpeakerHistory:
    """The speakers that an article has had up to a cue.

    `running` spoke last, `local` spoke last in the open sentence, `previous` is the speaker or
    subject of the sentence before. The clause of the next cue begins after `clause_edge`.
    """

    index: DocumentIndex
    resolver: SpeakerResolver
    running: Speaker | None = None
    local: Speaker | None = None
    previous: Speaker | None = None
    start: int = 0  # of the open sentence
    end: int = 0
    clause_edge: int = 0
    _subject: Speaker | None = None
    _has_subject: bool = False  # `_subject` is looked up

    @property
    def speaking(self) -> Speaker | None:
        """Who spoke last, in the open sentence before all others."""
        return self.local or self.running

    def open(self, sentence: Sentence) -> None:
        """Begin a sentence."""
        if self.end:
            self.previous = self.local or self.subject() or self.previous
        self.start, self.end = sentence.fstart, sentence.fend
        self.clause_edge = sentence.fstart
        self.local, self._has_subject = None, False

    def subject(self) -> Speaker | None:
        """The subject of the open sentence's main verb."""
        if not self._has_subject:
            # behind the dateline («دبي (CNN)—»)
            start = agency_dateline_end(self.index.text, self.start, self.end) or self.start
            self._subject = topics.main_subject(self.index, start, self.end)
            self._has_subject = True
        return self._subject

    def known_subject(self) -> Speaker | None:
        """The subject of the open sentence if it is named or described."""
        subject = self.subject()
        if subject is None or not subject.is_known:
            return None
        return self.resolver.resolve(subject, self.running)

    def record(self, cue: Cue, content: Content, speaker: Speaker | None, *, nested: bool) -> None:
        """Let `speaker` have spoken with `cue`.

        A cue nested in a reported clause does not change who is speaking.
        """
        self.clause_edge = content.complement.end if content.complement else cue.end
        if speaker is None:
            return
        self.resolver.remember(speaker)
        if nested or self._is_aside(cue, content):
            return
        if cue.kind not in _PASSING or cue.group == "voice":
            self.local = self.running = speaker
            self._credit(speaker)
        elif cue.kind == "source" and speaker.is_known:
            self.running = self.running or speaker

    def _credit(self, speaker: Speaker) -> None:
        """Let the speaker be the author of the documents that the open sentence says it is in."""
        words = self.index.tokens(self.start, self.end, distance("quote-document-tokens"))
        for before, word in pairwise(words):
            noun = speaker_noun(word.text) if "in" in word_roles(before.text) else None
            if noun is not None and noun.kind == "document":
                self.resolver.credit(noun.lemma, speaker)

    def _is_aside(self, cue: Cue, content: Content) -> bool:
        """True for a verb in a relative clause that brings no words («which condemned it»)."""
        if content.complement is not None or not content.is_unmarked:
            return False
        before = self.index.token_before(cue.begin)
        return before is not None and "who" in word_roles(without_conjunction(before.text))

    def clause_start(self, cue: Cue) -> int:
        """Start of the clause that a verb closes.

        It begins after a complementizer, otherwise after the last comma before the nearest mention.
        """
        low = max(self.clause_edge, cue.begin - distance("quote-clause-lookback"))
        near = max(low, cue.begin - distance("quote-complementizer-lookback"))
        for token in reversed(self.index.tokens(near, cue.begin)):
            is_opening = not word_roles(token.text).isdisjoint({"an", "contrast"})
            if is_opening and not self.index.is_inside_mention(token.start):
                return token.end
        mention = self.index.last_mention(
            cue.begin, "PER", "ORG", "LOC", "OTHER", within=cue.begin - low
        )
        if mention is None:
            return low
        commas = (self.index.text.rfind(comma, low, mention.start) + 1 for comma in COMMAS)
        return max(low, *commas)
