"""Which triggers of a sentence stand for happenings, and how real they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from alaqat.arabic.clitics import SWALLOWED_ARTICLE, TO
from alaqat.events import clauses, status
from alaqat.events.article_context import ArticleContext, Candidate
from alaqat.events.event_rules import by_id
from alaqat.events.triggers import Trigger, Word, between

# Categories whose argument is only wished for, refused or feared: a noun inside it did not happen.
UNREAL = frozenset(("REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"))
# Categories of words and talks.
WORDS = frozenset(
    ("REQUEST", "REJECT", "THREATEN", "ACCUSE", "SUPPORT", "AGREE", "CONCEDE", "CONSULT")
)
# Categories whose reports often name no party but the people who were there.
BODILY = frozenset(("ASSAULT", "PROTEST"))
# Categories that one performs by saying so.
_SAYABLE = frozenset(("REQUEST", "REJECT", "ACCUSE", "SUPPORT", "CONCEDE"))
# How far before "that" (folded characters) a word of plan or doubt stands that governs its clause.
_LEAN = 40
# How far before a participle (folded characters) the act stands that it goes on with.
_ACT = 120
# Folded characters from a relative pronoun in which its light verb begins.
_TAIL = 12
_COMMAS = frozenset("،,")
_MARKS = ' "«»“”'
# Letters of the bare conjunction "that"; a longer one carries its subject.
_BARE = 2


def is_quoted(context: ArticleContext, trigger: Trigger, found: Sequence[Word]) -> bool:
    """Whether a trigger stands in somebody's words.

    Told by the reporter all the same: an act of speech that lies in the words said, a reported past deed ("said that
    «two were killed»"), and the noun that a half-quoted sentence goes on with ("announced «the freezing of trade»").
    """
    inside = context.quotation(trigger.word.start)
    if inside is None or trigger.rule.quoted:
        return False
    opens = trigger.word.start - len(trigger.word.clitic) - inside[0] <= 2
    lead = between(found, inside[0] - _LEAN, inside[0])
    if opens and trigger.reading == "noun" and _goes_on(context, lead, inside[0]):
        return False
    reported = any(word.has_cue("that") and 0 <= inside[0] - word.end <= 2 for word in lead)
    return not (reported and _told(trigger, inside[0]))


def _told(trigger: Trigger, start: int) -> bool:
    """Whether a quotation at `start`, led by "that", tells a deed: violence, an act of words, what "it decided"."""
    if trigger.reading == "noun":
        return (
            trigger.governed
            and trigger.word.start - start <= _LEAN
            and trigger.rule.plover not in WORDS
        )
    acts = trigger.rule.plover in _SAYABLE and trigger.rule.frame == "acts"
    return acts or (trigger.reading == "past" and trigger.rule.plover in BODILY)


def _goes_on(context: ArticleContext, lead: Sequence[Word], start: int) -> bool:
    """Whether a quotation at `start` goes on with the reporter's sentence: a verb before it and no colon."""
    text = context.document.folded[max(0, start - 3) : start]
    verbs = any(
        word.has_cue("say", "to", "telling") or any(form.part == "past" for form in word.forms)
        for word in lead
    )
    return ":" not in text and verbs


def find(
    context: ArticleContext,
    fired: Sequence[Trigger],
    found: Sequence[Word],
    cuts: Sequence[int],
    *,
    told: bool = False,
) -> Iterator[Candidate]:
    """Triggers that report something, done or not; habits and mere wishes are left out.

    `told`: the sentence is of a chronicle, whose present tense tells deeds.
    """
    text = context.document.folded
    real: list[Candidate] = []
    for one in fired:
        trigger = one
        clause = clauses.clause_at(cuts, trigger.word.start)
        opener = next((word for word in found if word.start - len(word.clitic) == clause[0]), None)
        before = opener is not None and (
            opener.has_cue("before") or (bool(real) and real[-1].before and opener is trigger.word)
        )
        if trigger.rule.reported and not _reported(context, trigger, opener, found):
            continue
        if trigger.reading == "participle" and not _carries_on(text, trigger, real, found):
            continue
        begin = clause[0] - _LEAN if opener is not None and opener.has_cue("that") else clause[0]
        told_past = before or told or _performed(trigger, opener, text)
        state = status.status(trigger, found, begin, told_past=told_past)
        if state is None and trigger.reading == "present" and _scheduled(context, clause):
            state = "planned"
        if state is None or (
            trigger.reading == "noun"
            and (_wished(trigger, clause, real) or _purpose(text, trigger))
        ):
            continue
        if state == "denied" and _declined(one, found):
            trigger, state = replace(one, rule=by_id()[one.rule.negated or ""]), "done"
        relative = opener is not None and opener.has_cue("relative")
        candidate = Candidate(
            trigger, clause, state, before, relative, _tail(trigger, clause, found, cuts)
        )
        real.append(candidate)
        yield candidate


def _tail(
    trigger: Trigger, clause: tuple[int, int], found: Sequence[Word], cuts: Sequence[int]
) -> tuple[int, int] | None:
    """The relative clause that says of a noun, by a light verb, when it was ("the talks that were held in May")."""
    near = between(found, clause[1], clause[1] + _TAIL)
    object_ = trigger.used if trigger.rule.plover not in ("CONSULT", None) else None
    of_itself = object_ is None or object_.start < trigger.word.start
    follows = trigger.reading == "noun" and of_itself and clause[1] - trigger.word.end <= _ACT // 2
    if not (
        follows and len(near) > 1 and near[0].has_cue("relative") and near[1].has_cue("say", "held")
    ):
        return None
    return clause[1], clauses.clause_at(cuts, near[1].end)[1]


def _carries_on(
    text: str, trigger: Trigger, earlier: Sequence[Candidate], found: Sequence[Word]
) -> bool:
    """Whether a participle goes on with somebody's act (", accusing X"), and is no adjective ("a hostile account")."""
    start = trigger.word.start - len(trigger.word.clitic)
    if text[max(0, start - 2) : start].strip() in _COMMAS or earlier:
        return True
    return any(word.has_cue("say", "telling") for word in between(found, start - _ACT, start))


def _declined(trigger: Trigger, found: Sequence[Word]) -> bool:
    """Whether a denied verb is an act of its own ("did not accept"), and no condition ("unless it accepts")."""
    if trigger.rule.negated is None or trigger.reading == "noun":
        return False
    return not any(
        word.has_cue("may")
        for word in between(found, trigger.word.start - _LEAN, trigger.word.start)
    )


def _scheduled(context: ArticleContext, clause: tuple[int, int]) -> bool:
    """Whether a present tense tells what is to come: its clause names a day not before publication."""
    published = context.document.article.published
    days = (mention.timex for mention in context.dates if clause[0] <= mention.start < clause[1])
    return published is not None and any(
        timex.date_from and timex.date_from > published and timex.type in ("DATE", "TIME")
        for timex in days
    )


def _reported(
    context: ArticleContext, trigger: Trigger, opener: Word | None, found: Sequence[Word]
) -> bool:
    """Whether a trigger stands in what somebody said, quoted or after "that"."""
    if context.quotation(trigger.word.start) or (opener is not None and opener.has_cue("that")):
        return True
    return any(
        word.has_cue("that", "noting")
        for word in between(found, trigger.word.start - _LEAN, trigger.word.start)
    )


def _performed(trigger: Trigger, opener: Word | None, text: str) -> bool:
    """Whether a present tense is an act by being said: "said that it rejects"."""
    if opener is None or not opener.has_cue("that") or trigger.rule.plover not in _SAYABLE:
        return False
    subject = text[opener.end : trigger.word.start].strip(_MARKS)
    return bool(subject) or opener.end - opener.start > _BARE


def _purpose(text: str, trigger: Trigger) -> bool:
    """Whether a noun of words or talks says what something is for ("to condemn", "for talks"): no event of its own."""
    lead = text[trigger.word.start - len(trigger.word.clitic) : trigger.word.start + 2]
    purposes = {SWALLOWED_ARTICLE, TO}
    return trigger.rule.plover in WORDS and (
        lead[:2] in purposes or trigger.word.clitic in purposes
    )


def _wished(trigger: Trigger, clause: tuple[int, int], earlier: Sequence[Candidate]) -> bool:
    """Whether a noun is what an earlier act of the clause asks for, refuses or threatens."""
    return any(
        one.trigger.rule.plover in UNREAL
        and (one.trigger.reading != "noun" or one.trigger.rule.plover in ("THREATEN", "REQUEST"))
        and one.clause == clause
        and trigger.word.start > one.trigger.word.end
        for one in earlier
    )
