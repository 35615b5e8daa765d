"""Finds the quotes of one article: the words that cues govern, then other marked words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from alaqat.arabic.fold import folded
from alaqat.arabic.quotation_marks import LONGEST_QUOTATION
from alaqat.lexicon.distances import distance
from alaqat.model.records import Document, Entity, Quote, QuoteKind, Sentence
from alaqat.quotes.attribution import Attribution
from alaqat.quotes.content_spans import is_wish, reported_clause
from alaqat.quotes.cue_finder import Cue
from alaqat.quotes.document_index import DocumentIndex, build_index
from alaqat.quotes.mark_pairing import Mark
from alaqat.quotes.marked_names import is_name
from alaqat.quotes.quote_lexicon import SOURCE_ROLES, word_roles
from alaqat.quotes.reporting_clauses import ReportingClause, reporting_clauses
from alaqat.quotes.speakers import Speaker

_FRAGMENT_GROUPS = frozenset({"evaluate", "accuse", "demand", "express", "deny"})
_SPEECH_GROUPS = frozenset({"utter", "say", "continue"})
# Verbs of an act of speech that brings no words: a source at the end of the sentence speaks.
_WEAK_GROUPS = frozenset({"discuss", "show", "post"})
_PAUSE = "، "
_EDGE = " .\n،,"
_SOURCES = frozenset({"source", "own"})
_SENTENCE_SLACK = 2  # characters between a sentence's edge and marks that fill it
_LEAD_SLACK = 4  # characters before a source phrase that begins its sentence


@dataclass(frozen=True, slots=True)
class _Claim:
    """The attributes of a quote: its kind, its rule, its cue if any, its speaker if known."""

    kind: QuoteKind
    rule: str
    cue: Cue | None
    speaker: Speaker | None


@dataclass(slots=True)
class _QuoteReader:
    """Reads the quotes of an article sentence by sentence."""

    index: DocumentIndex
    attribution: Attribution
    quotes: list[Quote] = field(default_factory=list)
    claimed: set[int] = field(default_factory=set)  # `left` of the marks that are quotes
    clause_end: int = -1  # of the last unmarked clause: clauses do not overlap
    has_quote_before: bool = False  # in the sentence before

    def read(self, sentence: Sentence, cues: Sequence[Cue]) -> None:
        """Add the quotes of one sentence."""
        count = len(self.quotes)
        clauses = reporting_clauses(self.index, self.attribution, sentence, cues)
        sources = [clause for clause in clauses if clause.kind in _SOURCES]
        for clause in clauses:
            if _has_own_words(clause, sentence):
                self._read_clause(clause, sources)
        self._read_ungoverned(sentence, clauses, sources)
        self.quotes[count:] = _without_containers(self.quotes[count:])
        self.has_quote_before = len(self.quotes) > count

    def _read_clause(self, clause: ReportingClause, sources: Sequence[ReportingClause]) -> None:
        """The words one cue governs: marked ones if there are any, otherwise its clause."""
        marks = [
            mark
            for mark in clause.content.marks
            if not self._is_attributed(clause, mark, sources) and self._is_governed(clause, mark)
        ]
        for mark in marks:
            rule = "direct-fragment" if _is_fragment(mark) else "direct-reported"
            self._add_direct(mark, clause.speaker, clause.cue, rule)
        if not marks and clause.speaker is not None:
            self._read_indirect(clause, clause.speaker)

    def _is_attributed(
        self, clause: ReportingClause, mark: Mark, sources: Sequence[ReportingClause]
    ) -> bool:
        """True if marked words are a quote already or belong to the last source, after them."""
        if mark.left in self.claimed:
            return True
        if not sources or sources[-1].cue.begin < mark.right:
            return False
        return _is_yielding(clause, sources[-1])

    def _is_governed(self, clause: ReportingClause, mark: Mark) -> bool:
        """True if a mark holds words of the clause's speaker."""
        if self._is_loose(clause):
            return False
        if _is_fragment(mark):
            return self._is_governed_fragment(clause, mark)
        return clause.speaker is not None or clause.group in _SPEECH_GROUPS

    def _is_governed_fragment(self, clause: ReportingClause, mark: Mark) -> bool:
        """True if a few marked words are the first content of a cue that brings so few."""
        has_no_source = clause.group in SOURCE_ROLES and clause.speaker is None
        if mark is not clause.content.marks[0] or has_no_source:
            return False
        if self._is_naming(clause.cue) or self._is_in_phrase(mark):
            return False
        if mark.words == 1 and not _is_describing(clause):
            return False
        if clause.group in _FRAGMENT_GROUPS:
            return mark.left - clause.cue.end <= distance("quote-near-cue")
        return self._is_adjacent(clause, mark)

    def _is_naming(self, cue: Cue) -> bool:
        """True if a verb of calling gives a name («an operation that it called "X"»)."""
        if "baptism" not in word_roles(folded(cue.entry.lemma)):
            return False
        return "what" not in self.index.roles_before(cue.begin)

    def _is_in_phrase(self, mark: Mark) -> bool:
        """True if marked words name what something is in («in the "X"», «in the case of "X"»)."""
        before = (self.index.roles_before(mark.left, back) for back in (1, 2))
        return any("in" in roles for roles in before)

    def _is_adjacent(self, clause: ReportingClause, mark: Mark) -> bool:
        """True if a fragment is right after the verb, its subject or its complementizer."""
        between = self.index.text[_end_before(clause, mark.left) : mark.left]
        words = between.strip(" :")
        if "wording" not in word_roles(words) and (
            words or len(between) > distance("quote-fragment-gap")
        ):
            return False
        is_phrase = clause.content.complement is None and mark.words > 1
        return is_phrase or not self.index.has_word_after(mark.right)

    def _is_loose(self, clause: ReportingClause) -> bool:
        """True if a cue is too far from the marks after it."""
        content, cue = clause.content, clause.cue
        if clause.speaker is None and clause.group == "evaluate":
            return True
        is_near = content.start - cue.end <= distance("quote-near-cue")
        if clause.group in ("strict", "continue") and not is_near:
            return True
        if content.complement is not None or content.colon is not None:
            return False
        return clause.kind == "verb" and _is_far(clause)

    def _read_indirect(self, clause: ReportingClause, speaker: Speaker) -> None:
        """The unmarked clause of a cue: after a complementizer, a colon, or a comma."""
        complement = clause.content.complement
        if complement is not None:
            if not is_wish(self.index, clause.cue, complement):
                self._read_complement(clause, speaker, complement.end)
        elif clause.content.colon is not None:
            self._read_after_colon(clause, speaker, clause.content.colon)
        elif self._has_pause_only(clause, speaker):
            stop = min(clause.limit, speaker.end + LONGEST_QUOTATION)
            span = self._stripped(speaker.end + 1, stop)
            claim = _Claim("indirect", "indirect-comma", clause.cue, speaker)
            self._add_clause(span, claim, distance("quote-speech-words"))

    def _read_complement(self, clause: ReportingClause, speaker: Speaker, start: int) -> None:
        """The reported clause that begins at `start`, after a complementizer."""
        rule = "indirect-source" if clause.kind == "source" else "indirect-clause"
        claim = _Claim("indirect", rule, clause.cue, speaker)
        stop = min(clause.limit, start + LONGEST_QUOTATION)
        span = reported_clause(self.index, start, stop)
        self._add_clause(span, claim, distance("quote-clause-words"))

    def _read_after_colon(self, clause: ReportingClause, speaker: Speaker, colon: int) -> None:
        """The unmarked words after the colon of a verb of saying."""
        if clause.group not in ("utter", "say") or clause.content.marks:
            return
        if colon - clause.cue.end <= distance("quote-near-cue"):
            claim = _Claim("indirect", "indirect-colon", clause.cue, speaker)
            stop = min(clause.limit, colon + LONGEST_QUOTATION)
            span = self._stripped(colon + 1, stop)
            self._add_clause(span, claim, distance("quote-colon-words"))

    def _has_pause_only(self, clause: ReportingClause, speaker: Speaker) -> bool:
        """True if only a comma parts «and X added» from a sentence of unmarked words."""
        cue = clause.cue
        if clause.kind != "verb" or clause.group != "utter" or not cue.is_joined:
            return False
        if not clause.content.is_unmarked or speaker.start < cue.end:
            return False
        before = self.index.text[max(0, cue.begin - 2) : cue.begin].rstrip()
        after = self.index.text[speaker.end : speaker.end + len(_PAUSE)]
        return not before[-1:].isalnum() and after == _PAUSE

    def _read_ungoverned(
        self,
        sentence: Sentence,
        clauses: Sequence[ReportingClause],
        sources: Sequence[ReportingClause],
    ) -> None:
        """Marked words without an earlier cue: by a later cue, a source, a colon, or none."""
        for mark in self.index.marks_in(sentence.fstart, sentence.fend):
            if mark.left in self.claimed or _is_fragment(mark) or is_name(self.index, mark):
                continue
            after, source = _first_after(clauses, mark), _first_after(sources, mark)
            if after is not None and _is_closing(mark, after):
                self._add_direct(mark, after.speaker, after.cue, "direct-after")
            elif source is not None and self._is_source_of(mark, source):
                self._add_direct(mark, source.speaker, source.cue, "direct-source")
            else:
                self._read_bare(mark, sentence)

    def _is_source_of(self, mark: Mark, source: ReportingClause) -> bool:
        """True if a source phrase follows marked words at once, or they are many."""
        is_near = source.cue.begin - mark.right <= distance("quote-cue-after-mark")
        return is_near or mark.words >= distance("quote-bare-colon-words")

    def _read_bare(self, mark: Mark, sentence: Sentence) -> None:
        """Marked words after a colon, or a sentence of them that goes on with the speech before."""
        if self._has_colon_before(mark, sentence):
            rule, least = "direct-colon", distance("quote-bare-colon-words")
        elif self.has_quote_before and _is_whole(mark, sentence):
            rule, least = "direct-continued", distance("quote-speech-words")
        else:
            return
        if mark.words >= least:
            speaker = self.attribution.speaker_without_cue(sentence, mark.left)
            self._add_direct(mark, speaker, None, rule)

    def _has_colon_before(self, mark: Mark, sentence: Sentence) -> bool:
        """True if a colon is right before the mark."""
        before = self.index.text[max(sentence.fstart, mark.left - 3) : mark.left]
        return before.rstrip().endswith(":")

    def _stripped(self, start: int, stop: int) -> tuple[int, int]:
        """The span `start:stop` without space and punctuation around it."""
        inner = self.index.text[start:stop]
        return start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip(_EDGE))

    def _add_direct(self, mark: Mark, speaker: Speaker | None, cue: Cue | None, rule: str) -> None:
        """Add marked words as a quote."""
        self.claimed.add(mark.left)
        self._add(mark.start, mark.end, _Claim("direct", rule, cue, speaker))

    def _add_clause(self, span: tuple[int, int], claim: _Claim, least: int) -> None:
        """Add an unmarked clause of at least `least` words behind the last one."""
        start, end = span
        if start >= self.clause_end and len(self.index.text[start:end].split()) >= least:
            self.clause_end = end
            self._add(start, end, claim)

    def _add(self, start: int, end: int, claim: _Claim) -> None:
        """Add the quote of a folded span."""
        document = self.index.document
        begin, stop = document.span(start, end)
        cue = document.surface(claim.cue.start, claim.cue.end) if claim.cue else None
        fields = self.attribution.fields(claim.speaker)
        self.quotes.append(
            Quote(begin, stop, document.text[begin:stop], claim.kind, claim.rule, cue, **fields)
        )


def _has_own_words(clause: ReportingClause, sentence: Sentence) -> bool:
    """True if a cue governs the words after it: no closing source, no cue without words."""
    if clause.kind == "source":
        return _is_leading(clause.cue, sentence)
    return clause.kind not in ("none", "own")


def _is_fragment(mark: Mark) -> bool:
    """True for marked words too few to be a speech (annotation guide: fewer than 3)."""
    return mark.words < distance("quote-fragment-words")


def _is_describing(clause: ReportingClause) -> bool:
    """True for «describing him as …», the words of which can be one."""
    return clause.kind == "participle" and clause.group == "evaluate"


def _is_far(clause: ReportingClause) -> bool:
    """True if much is narrated between the subject and the first marks: they are part of it."""
    cue_end, speaker = clause.cue.end, clause.speaker
    subject_end = max(cue_end, speaker.end if speaker else 0)
    return clause.content.marks[0].left - subject_end > distance("quote-far-marks")


def _is_whole(mark: Mark, sentence: Sentence) -> bool:
    """True if the marks fill the sentence."""
    is_first = mark.left - sentence.fstart <= _SENTENCE_SLACK
    return is_first and sentence.fend - mark.right <= _SENTENCE_SLACK


def _first_after(clauses: Sequence[ReportingClause], mark: Mark) -> ReportingClause | None:
    """The first clause whose cue begins at or after the end of the marked words."""
    position = bisect_left(clauses, mark.end, key=lambda clause: clause.cue.begin)
    return clauses[position] if position < len(clauses) else None


def _without_containers(quotes: Sequence[Quote]) -> list[Quote]:
    """A sentence's quotes without the clauses that contain marked words of the same speaker."""
    least = distance("quote-fragment-words")
    direct = [
        quote for quote in quotes if quote.kind == "direct" and len(quote.text.split()) >= least
    ]
    direct.sort(key=lambda quote: quote.start)
    return [quote for quote in quotes if quote.kind == "direct" or not _is_container(quote, direct)]


def _is_container(clause: Quote, direct: Sequence[Quote]) -> bool:
    """True if the first of the direct quotes in a clause is of its own speaker."""
    position = bisect_left(direct, clause.start, key=lambda quote: quote.start)
    if position == len(direct):
        return False
    first = direct[position]
    return first.start < clause.end and first.speaker == clause.speaker


def _is_yielding(clause: ReportingClause, source: ReportingClause) -> bool:
    """True if words reported with an act are the closing source's.

    The source is a person, or an organ of the state that acts.
    """
    if clause.group in _WEAK_GROUPS:
        return True
    if source.speaker is None or clause.speaker is None or clause.speaker.type != "LOC":
        return False
    if clause.group != "demand" and clause.kind != "noun":
        return False
    return source.speaker.is_person or _is_same_state(source.speaker, clause.speaker)


def _is_same_state(speaker: Speaker, other: Speaker) -> bool:
    """True if both speakers belong to one state."""
    return speaker.country is not None and speaker.country == other.country


def _is_leading(cue: Cue, sentence: Sentence) -> bool:
    """True if a source phrase is before the words it covers."""
    return cue.begin - sentence.fstart <= _LEAD_SLACK


def _is_closing(mark: Mark, clause: ReportingClause) -> bool:
    """True for «…», said X: a verb of speech right after the mark, joined by no conjunction."""
    if clause.kind != "verb" or clause.group not in _SPEECH_GROUPS or clause.cue.is_joined:
        return False
    return clause.cue.begin - mark.right <= distance("quote-cue-after-mark")


def _cues_by_sentence(index: DocumentIndex) -> Iterator[tuple[Sentence, Sequence[Cue]]]:
    """Each sentence with the cues that begin in it."""
    begins = [cue.begin for cue in index.cues]
    for sentence in index.document.sentences:
        first, last = bisect_left(begins, sentence.fstart), bisect_left(begins, sentence.fend)
        yield sentence, index.cues[first:last]


def find(document: Document, entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """Quotations of an article, direct and indirect, with their speakers, in text order.

    `entities` are the article's entities with their mentions. Linear in the length of the text.
    """
    index = build_index(document, entities)
    reader = _QuoteReader(index, Attribution(index, entities))
    for sentence, cues in _cues_by_sentence(index):
        reader.read(sentence, cues)
    return tuple(sorted(reader.quotes, key=lambda quote: (quote.start, quote.end)))


def _end_before(clause: ReportingClause, limit: int) -> int:
    """The folded offset where the last part of a clause before `limit` ends.

    The parts are the cue, the speaker and the complementizer.
    """
    parts = (clause.content.complement, clause.speaker)
    ends = [part.end for part in parts if part is not None]
    start = clause.cue.end
    return max((end for end in ends if start < end <= limit), default=start)
