"""A sentence as reporting clauses: each cue with its speaker, its content, and where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from alaqat.lexicon.distances import distance
from alaqat.model.records import Sentence
from alaqat.quotes.attribution import Attribution
from alaqat.quotes.content_spans import Complement, Content, find_content
from alaqat.quotes.cue_finder import Cue
from alaqat.quotes.document_index import DocumentIndex
from alaqat.quotes.quote_lexicon import word_roles
from alaqat.quotes.speakers import Speaker

# Verbs that introduce a quote also in a relative clause: «what he called "…"».
_CALLING = frozenset({"evaluate", "accuse"})
# Verbs that mostly tell what is done inside a report.
_NARRATING = frozenset({"continue", "discuss"})
_RELATIVE = frozenset({"who", "relative"})


@dataclass(frozen=True, slots=True)
class ReportingClause:
    """A cue with its content and speaker; an unmarked clause of it ends at `limit` at the latest.

    It is narrated if the cue ends the reported clause before it.
    """

    cue: Cue
    content: Content
    speaker: Speaker | None
    limit: int
    is_narrated: bool

    @property
    def kind(self) -> str:
        """The kind of its cue."""
        return self.cue.kind

    @property
    def group(self) -> str:
        """The class of its cue."""
        return self.cue.group


def reporting_clauses(
    index: DocumentIndex, attribution: Attribution, sentence: Sentence, cues: Sequence[Cue]
) -> list[ReportingClause]:
    """The reporting clauses of a sentence with the cues `cues`, in order."""
    attribution.open(sentence)
    cues = _reporting_cues(index, sentence, cues)
    clauses: list[ReportingClause] = []
    is_reporting = False  # inside the reported clause of a cue before
    for position, cue in enumerate(cues):
        stop = _stop(cues, position, sentence)
        content = find_content(index, cue, stop)
        if _is_interrupted(cues, position, content):
            content = _resumed(index, cues, position, sentence) or content
        is_narrated = attribution.is_narrated(cue, content) and not _is_inserted(clauses, cue)
        is_nested = is_reporting and not is_narrated
        speaker = attribution.speaker(cue, content, stop, nested=is_nested)
        clause = ReportingClause(cue, content, speaker, sentence.fend, is_narrated)
        clauses.append(_handed_back(index, clause, clauses) if is_nested else clause)
        is_reporting = is_nested or clauses[-1].content.complement is not None
    return _limited(clauses, sentence.fend)


def _stop(cues: Sequence[Cue], position: int, sentence: Sentence) -> int:
    """The end of the text of a cue: the next cue or the end of the sentence."""
    if position + 1 < len(cues):
        return cues[position + 1].begin
    return max(cues[position].end, sentence.fend)


def _is_interrupted(cues: Sequence[Cue], position: int, content: Content) -> bool:
    """True if a source phrase follows a verb that has brought no words yet."""
    if cues[position].kind not in ("verb", "participle") or position + 1 == len(cues):
        return False
    has_content = content.complement is not None or not content.is_unmarked
    return not has_content and cues[position + 1].kind == "source"


def _resumed(
    index: DocumentIndex, cues: Sequence[Cue], position: int, sentence: Sentence
) -> Content | None:
    """The words of a verb behind the source phrase after it («X, according to Y, said that …»)."""
    source = cues[position + 1]
    content = find_content(index, cues[position], _stop(cues, position + 1, sentence))
    if content.complement is None and content.is_unmarked:
        return None
    is_near = content.start - source.end <= distance("quote-near-cue")
    return replace(content, start=source.begin) if is_near else None


def _is_inserted(clauses: Sequence[ReportingClause], cue: Cue) -> bool:
    """True for a source phrase inside the clause before it, whose words come after it."""
    if not clauses or cue.kind != "source":
        return False
    last = clauses[-1].content
    parts = (last.complement, *last.marks)
    return any(part is not None and part.start > cue.begin for part in parts)


def _handed_back(
    index: DocumentIndex, clause: ReportingClause, before: Sequence[ReportingClause]
) -> ReportingClause:
    """A nested clause, or the outer speaker's where «and that …» hands the word back to him."""
    outer = next((other for other in reversed(before) if _is_outer(other)), None)
    complement = _resumption(index, clause)
    if outer is None or complement is None:
        return clause
    content = replace(clause.content, start=complement.start, complement=complement)
    return replace(clause, cue=outer.cue, speaker=outer.speaker, content=content)


def _is_outer(clause: ReportingClause) -> bool:
    """True if other clauses can be nested in this one."""
    return clause.is_narrated or clause.content.complement is not None


def _resumption(index: DocumentIndex, clause: ReportingClause) -> Complement | None:
    """The «and that …» between a cue without complement and its first marks."""
    content = clause.content
    if content.complement is not None or not content.marks:
        return None
    for token in reversed(index.tokens(clause.cue.end, content.marks[0].left)):
        if "wa" in word_roles(token.text):
            return Complement(token.start, token.end, "an")
    return None


def _reporting_cues(index: DocumentIndex, sentence: Sentence, cues: Sequence[Cue]) -> list[Cue]:
    """The cues without those that only qualify a noun in a report.

    An example is «the men of whom X spoke "…"».
    """
    reporting: list[Cue] = []
    for position, cue in enumerate(cues):
        stop = _stop(cues, position, sentence)
        if not reporting or not _is_attribute(index, cue, stop, outer=reporting[-1]):
            reporting.append(cue)
    return reporting


def _is_attribute(index: DocumentIndex, cue: Cue, stop: int, *, outer: Cue) -> bool:
    """True if a cue qualifies a noun in the report of the cue `outer` and brings no clause."""
    if not _is_qualifying(index, cue) or not _has_complement(index, outer, cue.begin):
        return False
    return not _has_complement(index, cue, stop)


def _has_complement(index: DocumentIndex, cue: Cue, stop: int) -> bool:
    """True if the content of a cue up to `stop` begins with a complementizer."""
    return find_content(index, cue, stop).complement is not None


def _is_qualifying(index: DocumentIndex, cue: Cue) -> bool:
    """True if a verb shows something or is in a relative clause, and is none of calling."""
    if cue.kind != "verb" or cue.group in _CALLING:
        return False
    if cue.group in _NARRATING and not cue.is_joined:
        return True
    return cue.group == "show" or not _RELATIVE.isdisjoint(index.roles_before(cue.begin))


def _limited(clauses: list[ReportingClause], end: int) -> list[ReportingClause]:
    """Let each clause end before the next narrated one, the last ones at `end`."""
    limit = end
    for position in reversed(range(len(clauses))):
        clauses[position] = replace(clauses[position], limit=limit)
        if clauses[position].is_narrated:
            limit = clauses[position].cue.begin
    return clauses
