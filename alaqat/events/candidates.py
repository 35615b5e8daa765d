"""Selects the triggers of a sentence that report events, and finds their status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from alaqat.arabic.clitics import SWALLOWED_ARTICLE, TO
from alaqat.events import clauses, status
from alaqat.events.article_context import ArticleContext, Candidate
from alaqat.events.event_rules import by_id
from alaqat.events.matched_words import Word, between, has_any_cue, is_cue, word_at
from alaqat.events.triggers import Trigger
from alaqat.lexicon.distances import distance
from alaqat.model.records import Status, Timex

_COMMAS = frozenset("،,")
_QUOTATION_MARKS = ' "«»“”'


@dataclass(frozen=True, slots=True)
class _Site:
    """A trigger in its clause, with the words and clause bounds of its sentence."""

    context: ArticleContext
    trigger: Trigger
    words: Sequence[Word]
    cuts: Sequence[int]
    clause: tuple[int, int]
    opener: Word | None

    @property
    def text(self) -> str:
        return self.context.document.folded

    def is_opened_by(self, name: str) -> bool:
        """True if the clause begins with a cue of class `name`."""
        return is_cue(self.opener, name)

    def has_before(self, *names: str) -> bool:
        """True if a cue of one of the classes is in a position to govern the trigger."""
        start = self.trigger.word.start
        return has_any_cue(between(self.words, start - distance("event-lean"), start), *names)


def is_quoted(context: ArticleContext, trigger: Trigger, words: Sequence[Word]) -> bool:
    """True if a trigger is part of a speaker's words.

    Three things in quotation marks are not: an act of speech performed by the words, a past deed
    after "that" ("said that «two were killed»"), and the noun that continues a half-quoted sentence
    ("announced «the freezing of trade»").
    """
    quotation = context.quotation(trigger.word.start)
    if quotation is None or trigger.rule.quoted:
        return False
    start = quotation[0]
    lead = between(words, start - distance("event-lean"), start)
    is_first = trigger.word.begin - start <= distance("event-adjacent")
    if is_first and trigger.is_noun and _is_half_quoted(context, lead, start):
        return False
    return not (_is_indirect(lead, start) and _is_deed_in_words(trigger, start))


def _is_half_quoted(context: ArticleContext, lead: Sequence[Word], start: int) -> bool:
    """True if a quotation at `start` continues the sentence: after a verb and without a colon."""
    gap = context.document.folded[max(0, start - 3) : start]
    has_verb = has_any_cue(lead, "say", "to", "telling") or any(w.has_part("past") for w in lead)
    return has_verb and ":" not in gap


def _is_indirect(lead: Sequence[Word], start: int) -> bool:
    """True if "that" is right before a quotation at `start`."""
    reach = range(distance("event-adjacent") + 1)
    return any(word.has_cue("that") and start - word.end in reach for word in lead)


def _is_deed_in_words(trigger: Trigger, start: int) -> bool:
    """True for violence, an act of words, and what "it decided", in a quotation after "that"."""
    category = trigger.rule.category
    if trigger.is_noun:
        is_near = trigger.word.start - start <= distance("event-lean")
        return trigger.governed and is_near and not category.is_speech
    if category.is_performative and trigger.rule.frame == "acts":
        return True
    return trigger.reading == "past" and category.is_bodily


def find(
    context: ArticleContext,
    fired: Sequence[Trigger],
    words: Sequence[Word],
    cuts: Sequence[int],
    *,
    in_chronicle: bool = False,
) -> Iterator[Candidate]:
    """The triggers of a sentence that report an event, done or not, without habits and wishes.

    `cuts` are the bounds of its clauses. `in_chronicle`: the present tense reports deeds.
    """
    earlier: list[Candidate] = []
    for trigger in fired:
        clause = clauses.clause_at(cuts, trigger.word.start)
        site = _Site(context, trigger, words, cuts, clause, word_at(words, clause[0]))
        candidate = _candidate(site, earlier, in_chronicle=in_chronicle)
        if candidate:
            earlier.append(candidate)
            yield candidate


def _candidate(
    site: _Site, earlier: Sequence[Candidate], *, in_chronicle: bool
) -> Candidate | None:
    """The candidate of a site; None if the trigger reports nothing there."""
    if not _can_report(site, earlier):
        return None
    is_before = _is_before(site, earlier)
    is_deed = is_before or in_chronicle or _is_performed(site)
    event_status = _status(site, is_deed=is_deed)
    if event_status is None or _is_unreal(site, earlier):
        return None
    trigger = site.trigger
    if event_status == "denied" and _is_refusal(site):
        trigger, event_status = replace(trigger, rule=by_id()[trigger.rule.negated or ""]), "done"
    is_relative = site.is_opened_by("relative")
    return Candidate(trigger, site.clause, event_status, is_before, is_relative, _tail(site))


def _can_report(site: _Site, earlier: Sequence[Candidate]) -> bool:
    """False outside of reported speech if the rule needs it, and for a participle as adjective."""
    if site.trigger.rule.reported and not _is_speech_reported(site):
        return False
    return site.trigger.reading != "participle" or bool(earlier) or _is_continued_act(site)


def _is_before(site: _Site, earlier: Sequence[Candidate]) -> bool:
    """True in a clause of "before", or in one that goes on with it."""
    if site.is_opened_by("before"):
        return True
    return bool(earlier) and earlier[-1].before and site.opener is site.trigger.word


def _status(site: _Site, *, is_deed: bool) -> Status | None:
    """The status by the words of the clause, and by those before "that"; None for a habit."""
    start = site.clause[0]
    if site.is_opened_by("that"):
        start -= distance("event-lean")
    event_status = status.find(site.trigger, site.words, start, is_deed=is_deed)
    if event_status is None and site.trigger.reading == "present" and _is_scheduled(site):
        return "planned"
    return event_status


def _is_unreal(site: _Site, earlier: Sequence[Candidate]) -> bool:
    """True for a noun that is only wished for, or says what something is for."""
    return site.trigger.is_noun and (_is_wished(site, earlier) or _is_purpose(site))


def _tail(site: _Site) -> tuple[int, int] | None:
    """The relative clause that dates a noun by a light verb ("the talks that were held in May")."""
    trigger, end = site.trigger, site.clause[1]
    is_near = end - trigger.word.end <= distance("event-tail-gap")
    if not trigger.is_noun or not is_near or _has_object_after(trigger):
        return None
    near = between(site.words, end, end + distance("event-tail-verb"))
    if len(near) <= 1 or not near[0].has_cue("relative") or not near[1].has_cue("say", "held"):
        return None
    return end, clauses.clause_at(site.cuts, near[1].end)[1]


def _has_object_after(trigger: Trigger) -> bool:
    """True if a relative clause would describe the noun's object and not the noun itself."""
    if trigger.object_word is None or trigger.rule.category.is_occasion:
        return False
    return trigger.object_word.start >= trigger.word.start


def _is_continued_act(site: _Site) -> bool:
    """True if a participle goes on with an act (", accusing X"); false of "a hostile account"."""
    begin = site.trigger.word.begin
    if site.text[max(0, begin - 2) : begin].strip() in _COMMAS:
        return True
    lead = between(site.words, begin - distance("event-act-before"), begin)
    return has_any_cue(lead, "say", "telling")


def _is_refusal(site: _Site) -> bool:
    """True if a denied verb is an act ("did not accept"), not a condition ("unless it accepts")."""
    if site.trigger.rule.negated is None or site.trigger.is_noun:
        return False
    return not site.has_before("may")


def _is_scheduled(site: _Site) -> bool:
    """True if a present tense reports the future: its clause names a day after publication."""
    start, end = site.clause
    dates = (date.timex for date in site.context.dates if start <= date.start < end)
    return any(_is_after_publication(site, timex) for timex in dates)


def _is_after_publication(site: _Site, timex: Timex) -> bool:
    """True for a date or time after the article's day."""
    published = site.context.document.article.published
    if published is None or timex.date_from is None:
        return False
    return timex.date_from > published and timex.type in ("DATE", "TIME")


def _is_speech_reported(site: _Site) -> bool:
    """True if a trigger is in reported speech, quoted or after "that"."""
    if site.is_opened_by("that") or site.context.quotation(site.trigger.word.start):
        return True
    return site.has_before("that", "noting")


def _is_performed(site: _Site) -> bool:
    """True if saying the present tense performs the act ("said that it rejects")."""
    opener = site.opener
    if opener is None or not opener.has_cue("that"):
        return False
    if not site.trigger.rule.category.is_performative:
        return False
    subject = site.text[opener.end : site.trigger.word.start].strip(_QUOTATION_MARKS)
    return bool(subject) or opener.end - opener.start > distance("event-bare-that")


def _is_purpose(site: _Site) -> bool:
    """True if a noun of words or talks says what something is for ("to condemn", "for talks")."""
    word = site.trigger.word
    if not site.trigger.rule.category.is_speech:
        return False
    lead = site.text[word.begin : word.start + 2]
    return word.clitic == TO or lead[:2] == SWALLOWED_ARTICLE


def _is_wished(site: _Site, earlier: Sequence[Candidate]) -> bool:
    """True if an earlier act of the clause requests, refuses or threatens the noun."""
    before = (candidate.trigger for candidate in earlier if candidate.clause == site.clause)
    start = site.trigger.word.start
    return any(_has_unreal_object(trigger) and start > trigger.word.end for trigger in before)


def _has_unreal_object(trigger: Trigger) -> bool:
    """True if the trigger's object is wished for, refused or feared, and did not happen."""
    category = trigger.rule.category
    return category.has_unreal_object_as_noun if trigger.is_noun else category.has_unreal_object
