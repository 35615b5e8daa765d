"""Finds the actors and recipients of one candidate, from its parties and their prepositions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alaqat.events import parties
from alaqat.events.arguments import core, prepositions
from alaqat.events.article_context import ArticleContext, Candidate, Segment, Span
from alaqat.events.bystanders import is_bystander
from alaqat.events.matched_words import Word, between, has_any_cue, word_at
from alaqat.events.parties import Party
from alaqat.lexicon.distances import distance
from alaqat.model.records import Actor

# Frames whose victims follow the trigger.
_HARM = ("patient", "suffers")


@dataclass(frozen=True, slots=True)
class _Parties:
    """The parties around a trigger.

    `before` and `after` the trigger in its clause, `prior` to the clause, and `means`, soon after
    the trigger, where the means of a killing are named; only `means` includes bystanders.
    """

    before: Sequence[Party]
    after: Sequence[Party]
    prior: Sequence[Party]
    means: Sequence[Party]


def sides(
    context: ArticleContext, segment: Segment, candidate: Candidate, candidates: Sequence[Candidate]
) -> prepositions.Sides:
    """Actors and recipients of a candidate; `candidates` are all of the sentence.

    Updates the discourse state: the subject before the clause, then the clause's actors.
    """
    text = context.document.folded
    clause = _extended_clause(segment, candidate)
    spans = _parties(segment, candidate, candidates, clause, text)
    scene = _scene(context, segment, candidate, spans, clause)
    context.discourse.enter_clause(
        core.sentence_subject(scene.prior), has_pronoun=scene.is_continued
    )
    both_sides = _resolved(context, segment, candidate, scene)
    context.discourse.leave_clause(both_sides[0])
    return both_sides


def _extended_clause(segment: Segment, candidate: Candidate) -> Span:
    """The clause with the relative clause about its noun; for protests, about its last noun."""
    start, end = candidate.clause
    if candidate.tail:
        end = candidate.tail[1]
    if candidate.category.is_protest:
        opener = word_at(segment.words, end)
        end = segment.end if opener is not None and opener.has_cue("relative") else end
    return start, end


def _parties(
    segment: Segment,
    candidate: Candidate,
    candidates: Sequence[Candidate],
    clause: Span,
    text: str,
) -> _Parties:
    """The parties around the trigger that can take part; adjacent names of one actor are merged."""
    (start, end), word, category = clause, candidate.word, candidate.category
    in_reach = parties.within(segment.parties, segment.start, end)
    active = [party for party in in_reach if not is_bystander(segment, party, text, category)]
    own = parties.within(active, start, end)
    limit = end if end != candidate.clause[1] else _reach(segment, candidate, candidates)
    return _Parties(
        before=parties.merged(_ended_by(own, word.start)),
        after=parties.merged(parties.within(own, word.end, limit)),
        prior=parties.merged(_ended_by(active, start)),
        means=parties.within(segment.parties, word.end, word.end + distance("event-means")),
    )


def _ended_by(named: Sequence[Party], position: int) -> list[Party]:
    """The parties that end at `position` or before."""
    return [party for party in named if party.end <= position]


def _reach(segment: Segment, candidate: Candidate, candidates: Sequence[Candidate]) -> int:
    """The end of the phrase of a noun or victim: later parties belong to the next trigger.

    That of changed relations ends at their cause ("relations soured after the war on X").
    """
    begin, end, frame = candidate.word.end, candidate.clause[1], candidate.trigger.rule.frame
    if frame == "change":
        causes = (word for word in between(segment.words, begin, end) if word.has_cue("prior"))
        end = next((cause.start for cause in causes), end)
    if not candidate.is_noun and frame not in _HARM:
        return end
    starts = (other.word.start for other in candidates if other.word.start > candidate.word.start)
    return min(starts, default=end)


def _scene(
    context: ArticleContext, segment: Segment, candidate: Candidate, spans: _Parties, clause: Span
) -> core.ArgumentContext:
    """The parties with their prepositions, and the clause's references to known parties."""
    text, all_words, word = context.document.folded, segment.words, candidate.word
    before = prepositions.link(text, all_words, spans.before, clause[0])
    after = prepositions.link(text, all_words, spans.after, word.end, candidate.trigger.object_word)
    if candidate.is_verbal and candidate.category.has_indirect_target:
        after = prepositions.link_praised(text, all_words, after, word.end)
    words = between(all_words, *clause)
    if candidate.is_verbal and context.discourse.pair() and _has_pair_subject(text, words, word):
        before, after = [], []
    return core.ArgumentContext(
        words=all_words,
        before=before,
        after=after,
        has_pair=has_any_cue(words, "pair"),
        is_continued=bool(words) and _is_that_they(words[0], clause[0]),
        has_group=has_any_cue(words, "group"),
        prior=prepositions.link(text, all_words, spans.prior, segment.start),
        means=prepositions.link(text, all_words, spans.means, word.end),
    )


def _has_pair_subject(text: str, clause: Sequence[Word], verb: Word) -> bool:
    """True if "the two countries" follows a verb: no other party is its subject."""
    pairs = (word for word in clause if word.has_cue("pair"))
    return any(not text[verb.end : pair.start].strip() for pair in pairs)


def _is_that_they(opener: Word, start: int) -> bool:
    """True if the clause at `start` opens with "that" and a pronoun ("that they")."""
    is_opener = opener.begin == start and opener.has_cue("that")
    return is_opener and opener.end - opener.start > distance("event-bare-that")


def _resolved(
    context: ArticleContext, segment: Segment, candidate: Candidate, scene: core.ArgumentContext
) -> prepositions.Sides:
    """The sides by the rule's grammar, completed from the next clause or the noun described."""
    both_sides = core.sides(candidate.trigger, scene, context.discourse)
    if candidate.category.is_request and both_sides[0] and not both_sides[1]:
        both_sides = both_sides[0], _requested_party(segment, candidate, context.document.folded)
    if _is_harm_described(candidate):
        both_sides = core.with_described_victim(
            both_sides, candidate.trigger, scene, candidate.clause[0]
        )
    return both_sides


def _is_harm_described(candidate: Candidate) -> bool:
    """True if a relative clause reports harm to the noun that it describes."""
    trigger = candidate.trigger
    is_past_harm = trigger.rule.frame == "patient" and trigger.reading == "past"
    return candidate.relative and is_past_harm


def _requested_party(segment: Segment, candidate: Candidate, text: str) -> tuple[Actor, ...]:
    """The recipient of a request: the subject of its clause ("asked that China withdraw ...")."""
    opener = word_at(segment.words, candidate.clause[1])
    if opener is None or not opener.has_cue("that"):
        return ()
    after = parties.within(segment.parties, opener.end, segment.end)
    party = next((party for party in after if not party.clitic), None)
    if party is None:
        return ()
    gap = text[opener.end : party.start].split()
    return (party.actor,) if len(gap) <= distance("event-asked-verb-words") else ()
