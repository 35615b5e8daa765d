"""Quotes of one article: each cue gets its speaker and its content, then what no cue governs gets its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from alaqat.arabic.fold import folded
from alaqat.arabic.quotation_marks import LONGEST_QUOTATION
from alaqat.model.records import Document, Entity, Quote, QuoteKind, Sentence
from alaqat.quotes import content_spans
from alaqat.quotes.attribution import Attribution
from alaqat.quotes.document_index import Cue, View, view
from alaqat.quotes.mark_pairing import Mark
from alaqat.quotes.quote_lexicon import parts
from alaqat.quotes.reporting_clauses import Turn, plan
from alaqat.quotes.speakers import Speaker

# Marked fragments below this many words need a cue that governs fragments (annotation guide: fewer than 3 words).
FRAGMENT = 3
# Marked words without any cue: this many are a speech that goes on.
SPEECH = 8
# Characters between a cue and content it governs directly: subject, office and place fit in.
NEAR = 90
# Characters of telling between a subject and words that no complementizer or colon brings.
FAR = 90
# A source phrase this close to the end of its sentence closes it («…, according to the ministry»).
CLOSING = 160

_FRAGMENT_GROUPS = frozenset({"evaluate", "accuse", "demand", "express", "deny"})
_SPEECH_GROUPS = frozenset({"utter", "say", "continue"})
# Verbs that tell of an act of speech rather than of its words: a source at the end of the sentence speaks instead.
_WEAK_GROUPS = frozenset({"discuss", "show", "post"})
_PAUSE = "، "
_SOURCES = ("source", "own")


@dataclass(frozen=True, slots=True)
class _Claim:
    """What makes a span a quote: its kind, the rule, the cue if any, the speaker if known."""

    kind: QuoteKind
    rule: str
    cue: Cue | None
    speaker: Speaker | None


@dataclass(slots=True)
class _Reader:
    view: View
    attribution: Attribution
    quotes: list[Quote] = field(default_factory=list)
    claimed: set[int] = field(default_factory=set)
    edge: int = -1  # end of the last unmarked clause: clauses do not overlap
    reported: bool = False  # whether the sentence before held somebody's words

    def sentence(self, sentence: Sentence, cues: Sequence[Cue]) -> None:
        """Extract the quotes of one sentence."""
        count = len(self.quotes)
        turns = plan(self.view, self.attribution, sentence, cues)
        sources = [turn for turn in turns if turn.kind in _SOURCES]
        for turn in turns:
            if turn.kind not in ("none", "own") and (
                turn.kind != "source" or _leads(turn.cue, sentence)
            ):
                self._turn(turn, sources)
        marks = [
            mark
            for mark in self.view.marks_in(sentence.fstart, sentence.fend)
            if mark.left not in self.claimed
        ]
        if marks:
            self._ungoverned(sentence, marks, turns, sources)
        if len(self.quotes) == count and sources:
            self._trailing(sentence, sources[0])
        self.quotes[count:] = _unmarked(self.quotes[count:])
        self.reported = len(self.quotes) > count

    def _turn(self, turn: Turn, sources: Sequence[Turn]) -> None:
        """The words one cue governs: marked ones if there are any, else its clause."""
        direct = [mark for mark in turn.content.marks if self._governs(turn, mark, sources)]
        for mark in direct:
            rule = "direct-fragment" if mark.words < FRAGMENT else "direct-reported"
            self._direct(mark, turn.speaker, turn.cue, rule)
        if not direct and turn.speaker is not None:
            self._indirect(turn, turn.speaker)

    def _governs(self, turn: Turn, mark: Mark, sources: Sequence[Turn]) -> bool:
        """Whether a mark holds words of the cue's speaker."""
        if mark.left in self.claimed or any(
            one.cue.begin >= mark.right and _yields(turn, one) for one in sources[-1:]
        ):
            return False
        if self._loose(turn):
            return False
        if mark.words >= FRAGMENT:
            return turn.speaker is not None or turn.group in _SPEECH_GROUPS
        nobody = turn.group == "relay" and turn.speaker is None
        if mark is not turn.content.marks[0] or nobody or self._baptises(turn.cue):
            return False
        if turn.group in _FRAGMENT_GROUPS:
            return mark.left - turn.cue.end <= NEAR
        return self._adjacent(turn, mark)

    def _baptises(self, cue: Cue) -> bool:
        """Whether a verb of calling gives a thing its name («an operation that it called "X"»), not an opinion."""
        at = self.view.token_index(cue.begin)
        before = self.view.document.tokens[at - 1].text if at else ""
        return "baptism" in parts(folded(cue.entry.lemma)) and "what" not in parts(before)

    def _adjacent(self, turn: Turn, mark: Mark) -> bool:
        """Whether a fragment stands right after the verb, its subject or its complementizer."""
        complement = turn.content.complement
        places = (complement.end if complement else 0, turn.speaker.end if turn.speaker else 0)
        anchor = max((at for at in places if turn.cue.end < at <= mark.left), default=turn.cue.end)
        opens = mark.left - anchor < 5 and not self.view.text[anchor : mark.left].strip(" :")
        goes_on = self.view.text[mark.right : mark.right + 2].strip()[:1].isalnum()
        return opens and not (goes_on and (complement is not None or mark.words == 1))

    def _loose(self, turn: Turn) -> bool:
        """Whether a cue hangs too loosely on the marks after it: a strict one far off, a calling one of nobody."""
        if turn.group in ("strict", "continue") and turn.content.at - turn.cue.end > NEAR:
            return True
        if turn.speaker is None and turn.group == "evaluate":
            return True
        return turn.content.complement is None and turn.content.colon is None and self._far(turn)

    def _far(self, turn: Turn) -> bool:
        """Whether much is told between the subject and the first marks: they are a part of the telling."""
        after = max(turn.cue.end, turn.speaker.end if turn.speaker else 0)
        return turn.kind == "verb" and turn.content.marks[0].left - max(after, turn.cue.end) > FAR

    def _indirect(self, turn: Turn, speaker: Speaker) -> None:
        """The unmarked clause of a cue: after its complementizer, else after a colon."""
        content = turn.content
        spoken = turn.group in ("utter", "say") and not content.marks
        if content.complement is not None:
            start = content.complement.end
            claim = _Claim(
                "indirect",
                f"indirect-{'source' if turn.kind == 'source' else 'clause'}",
                turn.cue,
                speaker,
            )
            for begin, end in content_spans.clauses(
                self.view, start, min(turn.limit, start + LONGEST_QUOTATION)
            ):
                self._clause(begin, end, claim, FRAGMENT - 1)
        elif content.colon is not None and spoken and content.colon - turn.cue.end <= NEAR:
            start, end = self._stripped(
                content.colon + 1, min(turn.limit, content.colon + LONGEST_QUOTATION)
            )
            self._clause(
                start, end, _Claim("indirect", "indirect-colon", turn.cue, speaker), FRAGMENT + 1
            )
        elif self._paused(turn, speaker):
            start, end = self._stripped(
                speaker.end + 1, min(turn.limit, speaker.end + LONGEST_QUOTATION)
            )
            self._clause(
                start, end, _Claim("indirect", "indirect-comma", turn.cue, speaker), SPEECH
            )

    def _paused(self, turn: Turn, speaker: Speaker) -> bool:
        """Whether only a comma parts «and X added» from a sentence of unmarked words."""
        cue, content = turn.cue, turn.content
        if (
            turn.kind != "verb"
            or turn.group != "utter"
            or not cue.joined
            or content.marks
            or content.colon is not None
        ):
            return False
        before = self.view.text[max(0, cue.begin - 2) : cue.begin].rstrip()
        after = self.view.text[speaker.end : speaker.end + 2]
        return not before[-1:].isalnum() and speaker.start >= cue.end and after == _PAUSE

    def _clause(self, start: int, end: int, claim: _Claim, least: int) -> None:
        if start >= self.edge and len(self.view.text[start:end].split()) >= least:
            self.edge = end
            self._add(start, end, claim)

    def _ungoverned(
        self,
        sentence: Sentence,
        marks: Sequence[Mark],
        turns: Sequence[Turn],
        sources: Sequence[Turn],
    ) -> None:
        """Marked words that no earlier cue of their sentence governs: by a later one, a colon, or none."""
        begins, ends = [turn.cue.begin for turn in turns], [turn.cue.begin for turn in sources]
        for mark in marks:
            if content_spans.is_name(self.view, mark) or mark.words < FRAGMENT:
                continue
            after = turns[bisect_left(begins, mark.end) :][:1]
            source = sources[bisect_left(ends, mark.end) :][:1]
            if after and _closes(mark, after[0]):
                self._direct(mark, after[0].speaker, after[0].cue, "direct-after")
            elif source:
                self._direct(mark, source[0].speaker, source[0].cue, "direct-source")
            else:
                self._bare(mark, sentence)

    def _bare(self, mark: Mark, sentence: Sentence) -> None:
        """Marked words after a colon, or a sentence of marked words that goes on with the speech before it."""
        colon = (
            self.view.text[max(sentence.fstart, mark.left - 3) : mark.left].rstrip().endswith(":")
        )
        whole = mark.left - sentence.fstart <= 2 and sentence.fend - mark.right <= 2
        if colon and mark.words > FRAGMENT + 1:
            self._direct(mark, self.attribution.standing(sentence, mark.left), None, "direct-colon")
        elif whole and self.reported and mark.words >= SPEECH:
            self._direct(
                mark, self.attribution.standing(sentence, mark.left), None, "direct-continued"
            )

    def _trailing(self, sentence: Sentence, turn: Turn) -> None:
        """«…, according to X»: the unmarked sentence before a closing source phrase is X's."""
        speaker = turn.speaker
        if speaker is None or not speaker.known or _leads(turn.cue, sentence):
            return
        start, end = self._stripped(sentence.fstart, turn.cue.begin)
        if sentence.fend - turn.cue.begin < CLOSING and end - start < LONGEST_QUOTATION:
            self._clause(
                start, end, _Claim("indirect", "indirect-trailing", turn.cue, speaker), FRAGMENT + 1
            )

    def _stripped(self, start: int, stop: int) -> tuple[int, int]:
        inner = self.view.text[start:stop]
        return start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip(" .\n،,"))

    def _direct(self, mark: Mark, speaker: Speaker | None, cue: Cue | None, rule: str) -> None:
        self.claimed.add(mark.left)
        self._add(mark.start, mark.end, _Claim("direct", rule, cue, speaker))

    def _add(self, start: int, end: int, claim: _Claim) -> None:
        document = self.view.document
        begin, stop = document.span(start, end)
        said = document.surface(claim.cue.start, claim.cue.end) if claim.cue else None
        who = self.attribution.fields(claim.speaker)
        self.quotes.append(
            Quote(begin, stop, document.text[begin:stop], claim.kind, claim.rule, said, **who)
        )


def _unmarked(quotes: Sequence[Quote]) -> list[Quote]:
    """A sentence's quotes without the clauses that hold marked words of the same speaker."""
    marked = [
        quote for quote in quotes if quote.kind == "direct" and len(quote.text.split()) >= FRAGMENT
    ]
    marked.sort(key=lambda quote: quote.start)
    return [quote for quote in quotes if quote.kind == "direct" or not _holds(quote, marked)]


def _holds(clause: Quote, marked: Sequence[Quote]) -> bool:
    """Whether the first marked words in a clause are of its own speaker (`marked` by place)."""
    at = bisect_left(marked, clause.start, key=lambda quote: quote.start)
    return (
        at < len(marked) and marked[at].start < clause.end and marked[at].speaker == clause.speaker
    )


def _yields(turn: Turn, source: Turn) -> bool:
    """Whether words told with an act are the closing source's: a person's, or an organ's of the state that acts."""
    if turn.group in _WEAK_GROUPS:
        return True
    if (
        source.speaker is None
        or turn.speaker is None
        or not (turn.group == "demand" or turn.kind == "noun")
    ):
        return False
    state = turn.speaker.entity is not None and turn.speaker.entity.type == "LOC"
    return state and (source.speaker.person or _same_side(source.speaker, turn.speaker))


def _same_side(one: Speaker, other: Speaker) -> bool:
    return one.country is not None and one.country == other.country


def _leads(cue: Cue, sentence: Sentence) -> bool:
    """Whether a source phrase stands before the words it covers."""
    return cue.begin - sentence.fstart <= 4


def _closes(mark: Mark, turn: Turn) -> bool:
    """«…», said X: a verb of speech right after the mark, joined by no conjunction."""
    near = turn.cue.begin - mark.right <= 12 and not turn.cue.joined
    return near and turn.kind == "verb" and turn.group in _SPEECH_GROUPS


def find(document: Document, entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """Quotations of an article, direct and indirect, with their speakers, in text order.

    `entities` are the article's entities with their mentions. Linear in the length of the text.
    """
    seen = view(document, entities)
    reader = _Reader(seen, Attribution(seen, entities))
    at = 0
    for sentence in document.sentences:
        while at < len(seen.cues) and seen.cues[at].begin < sentence.fstart:
            at += 1
        first = at
        while at < len(seen.cues) and seen.cues[at].begin < sentence.fend:
            at += 1
        reader.sentence(sentence, seen.cues[first:at])
    return tuple(sorted(reader.quotes, key=lambda quote: (quote.start, quote.end)))
