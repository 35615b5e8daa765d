"""EventDate a happening took place: its own date, its sentence's, the running context's, or the article's day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alaqat.events import background_filter, date_choice, date_mentions
from alaqat.events.article_context import ArticleContext, Candidate, Segment
from alaqat.events.date_choice import EventDate
from alaqat.events.date_mentions import DateMention
from alaqat.events.matched_words import Word, between
from alaqat.events.triggers import Trigger

# Folded characters from a sentence's start in which a date opens it.
_LEAD = 40
# Folded characters from a sentence's start in which "also" continues what was told last, and the sentences it may skip.
_ALSO, _SKIPPED = 22, 2
# Folded characters between a noun that needs a date of its own and that date.
_NEAR = 60
# Folded characters in which "after" leads a noun, and those between the two.
_LED, _GAP = 24, 8
# Folded characters between a date and the "and" that goes on with its day.
_AND = 3
# Days between the story and what was told last, after which the text has turned to history.
_OLD = 40


def find(
    context: ArticleContext, segment: Segment, one: Candidate, candidates: Sequence[Candidate]
) -> list[EventDate]:
    """The intervals of one candidate: none, one, or several where its dates are joined by "and"."""
    if one.before:
        earlier = [mention for mention in segment.dates if mention.end <= one.clause[0]]
        closed = date_choice.end_of(earlier[-1]) if earlier else None
        if closed:
            return [closed]
    counted = _counted(context, segment, one, candidates)
    if counted:
        return [counted]
    mention = _stamp(context, segment, one, candidates)
    if (
        mention
        and one.trigger.rule.dated
        and not one.is_verbal
        and not 0 <= mention.start - one.trigger.word.end <= _NEAR
    ):
        return []
    if mention and _foreign(context, one, mention, segment):
        return []
    promised = (
        mention
        and one.trigger.rule.category.has_unreal_object
        and one.status == "done"
        and _ahead(context, mention)
    )
    shift = _shift(one.trigger, segment.words)
    if mention and not promised and not shift:
        return date_choice.coordinated(
            segment.dates,
            date_mentions.with_year(context.document.folded, segment.dates, mention, one.clause),
        )
    when = (
        date_choice.of(mention)
        if mention and shift
        else _joined(context, segment, one, candidates)
        or _from_context(context, segment, one, candidates)
    )
    return [date_choice.moved(when, shift)] if when else []


def _stamp(
    context: ArticleContext, segment: Segment, one: Candidate, candidates: Sequence[Candidate]
) -> DateMention | None:
    """The expression of the candidate's entry, what it names or its clause, else the sentence opens with."""
    entry = context.entry(segment)
    if (
        entry
        and entry.inline
        and segment.start <= entry.heading.start < segment.end
        and _leading(one, candidates)
    ):
        return entry.heading
    return _named(segment, one) or _told(context, segment, one, candidates)


def _told(
    context: ArticleContext, segment: Segment, one: Candidate, candidates: Sequence[Candidate]
) -> DateMention | None:
    """The expression that a candidate of running text has, in its clause or before it."""
    word, rule = one.trigger.word, one.trigger.rule
    led = background_filter.circumstance(context, segment, one, candidates)
    if led or _argument(one, candidates):
        return _own(segment, one) or (
            None if led and led.has_cue("since") else _cause(segment, one)
        )
    if one.tail:
        return _own(segment, one) or next(
            (mention for mention in segment.dates if _inside(mention, one.tail)), None
        )
    others = [
        other.trigger.word.start for other in candidates if other.trigger.rule.plover != rule.plover
    ]
    strict = one.trigger.reading == "noun" or rule.category.is_speech
    usable = [mention for mention in segment.dates if not _so_far(mention, segment, one)]
    mention = date_mentions.choose(
        usable, one.clause, (word.start, word.end), others, strict=strict
    )
    if mention or one.relative or not (one.is_verbal or rule.plover == "CONSULT"):
        return mention
    if one.trigger.reading == "participle":
        earlier = [mention for mention in segment.dates if mention.end <= word.start]
        return earlier[-1] if earlier else None
    return _opening(context, usable, segment, one, candidates)


def _named(segment: Segment, one: Candidate) -> DateMention | None:
    """The year that names the object of a relative clause ("the 2015 agreement that it signed")."""
    used = one.trigger.object_word
    if not one.relative or used is None or used.end > one.clause[0]:
        return None
    naming = (
        mention
        for mention in segment.dates
        if mention.noun is not None and mention.end <= one.clause[0]
    )
    return next((mention for mention in naming if mention.start > used.start), None)


def _inside(mention: DateMention, span: tuple[int, int]) -> bool:
    return span[0] <= mention.start < span[1]


def _own(segment: Segment, one: Candidate) -> DateMention | None:
    """The expression that follows a noun in its own phrase, or in the relative clause that tells of it."""
    low, high = one.trigger.word.end, (one.tail or one.clause)[1]
    after = (
        mention
        for mention in segment.dates
        if _inside(mention, (low, high)) and mention.start - low <= _NEAR
    )
    return next(
        (
            mention
            for mention in after
            if mention.can_date(one.trigger.word.start, one.trigger.word.end)
        ),
        None,
    )


def _leading(one: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether a candidate is what an entry of a chronicle reports, no clause inside it."""
    return not one.relative and one.clause == candidates[0].clause


def _counted(
    context: ArticleContext, segment: Segment, one: Candidate, candidates: Sequence[Candidate]
) -> EventDate | None:
    """The date of a noun told by a lapse of time ("two days after the signing of"), from the day of what came then."""
    led = background_filter.circumstance(context, segment, one, candidates)
    begin = one.trigger.word.start
    spans = (
        span
        for span in context.lapses
        if led and led.end <= span[0] <= led.end + _GAP and span[1] < begin
    )
    period = next((value for _, _, value in spans), None)
    if period is None:
        return None
    main = next(
        (
            other
            for other in candidates
            if other.is_verbal and not other.relative and other is not one
        ),
        None,
    )
    mention = _stamp(context, segment, main, candidates) if main else None
    base = (date_choice.of(mention) if mention else None) or context.story
    when = date_choice.back(base, period) if base and base.granularity == "day" else None
    return replace(when, by="sentence") if when else None


def _foreign(
    context: ArticleContext, one: Candidate, mention: DateMention, segment: Segment
) -> bool:
    """Whether a date is only that of the telling: past for a plan, or before "ahead of" the happening."""
    published, last = context.document.article.published, mention.timex.date_to
    if one.status == "planned" and published and last and last < published:
        return True
    begin = one.trigger.word.start - len(one.trigger.word.clitic)
    lead = between(segment.words, begin - 20, begin)
    ahead = any(begin - word.end <= 1 and word.has_cue("ahead") for word in lead)
    return ahead and mention.end <= begin


def _ahead(context: ArticleContext, mention: DateMention) -> bool:
    published, when = context.document.article.published, date_choice.of(mention)
    return published is not None and when is not None and when.first > published


def _shift(trigger: Trigger, found: Sequence[Word]) -> int:
    """Days from the sentence's day to a noun led by "on the morrow of" (-1) or "on the eve of" (+1)."""
    start = trigger.word.start
    for word in between(found, start - 20, start):
        if 0 <= start - word.end <= 10 and word.has_cue("morrow", "eve"):
            return -1 if word.has_cue("morrow") else 1
    return 0


def _cause(segment: Segment, one: Candidate) -> DateMention | None:
    """The week, month or year of a deed is that of its cause too: "in May it expelled him after the killing of"."""
    word = one.trigger.word
    usable = [
        mention
        for mention in segment.dates
        if mention.timex.granularity != "day" and mention.timex.anchor != "event"
    ]
    coarse = [mention for mention in usable if mention.can_date(word.start, word.end)]
    own = date_mentions.choose(coarse, one.clause, (word.start, word.end), (), strict=True)
    opening = next(
        (
            mention
            for mention in coarse
            if mention.end <= segment.start + _LEAD and not mention.since
        ),
        None,
    )
    return own or (None if one.trigger.rule.category.is_speech else opening)


def _opening(
    context: ArticleContext,
    usable: Sequence[DateMention],
    segment: Segment,
    one: Candidate,
    candidates: Sequence[Candidate],
) -> DateMention | None:
    """A date that opens the sentence dates all of it."""
    edge = max(min(candidate.trigger.word.start for candidate in candidates), segment.start + _LEAD)
    word = one.trigger.word
    said = [
        mention
        for mention in usable
        if mention.end <= edge and mention.can_date(word.start, word.end)
    ]
    opening = [
        mention
        for mention in said
        if not background_filter.described(context, segment, mention, word)
    ]
    return next(
        (mention for mention in opening if not (mention.since or date_mentions.counts(mention))),
        None,
    )


def _so_far(mention: DateMention, segment: Segment, one: Candidate) -> bool:
    """Whether a sentence opens with "since X took office in April": what follows lasts from then till now."""
    opens = mention.scope is not None and mention.scope - segment.start <= _AND
    return opens and mention.end <= one.trigger.word.start


def _joined(
    context: ArticleContext, segment: Segment, one: Candidate, candidates: Sequence[Candidate]
) -> EventDate | None:
    """The date of the clause before, where the candidate's verb goes on with "and" and has no date of its own."""
    word, place = one.trigger.word, candidates.index(one)
    opener = next(
        (other for other in segment.words if other.start - len(other.clitic) == one.clause[0]), None
    )
    if one.trigger.reading != "past" or opener is None:
        return None
    at_once = opener.has_cue("when")
    if not place or at_once:
        return _closing(segment, one) if at_once or (opener is word and word.clitic) else None
    if not (opener.has_cue("contrast", "continue") or (opener is word and word.clitic)):
        return None
    before = candidates[place - 1]
    if before.clause[1] != one.clause[0]:
        return _closing(segment, one) if opener is word else None
    if before.trigger.reading not in ("past", "present") or before.clause[1] != one.clause[0]:
        return None
    mention = _stamp(context, segment, before, candidates)
    when = date_choice.of(mention) if mention else None
    return replace(when, by="context") if when else None


def _closing(segment: Segment, one: Candidate) -> EventDate | None:
    """The day that closes the clause before, where no happening was read ("... issued on Monday, and accused")."""
    closing = (
        mention
        for mention in segment.dates
        if 0 <= one.clause[0] - mention.end <= _AND and mention.noun is None
    )
    when = next((date_choice.of(mention) for mention in closing if not mention.since), None)
    return replace(when, by="context") if when else None


def _goes_on(segment: Segment, one: Candidate) -> bool:
    """Whether a deed may go on with what was told last: by its verb, or right after "among these measures"."""
    among = any(
        word.has_cue("among")
        for word in between(segment.words, segment.start, segment.start + _AND)
    )
    return one.status == "done" and (one.is_verbal or among)


def _continues(context: ArticleContext, segment: Segment) -> bool:
    """Whether a sentence goes on with what was told last: "also", "among these measures"."""
    also = any(
        word.has_cue("continue")
        for word in between(segment.words, segment.start, segment.start + _ALSO)
    )
    coarse = context.last is not None and context.last.granularity in ("year", "decade")
    return also and not coarse and context.silent <= _SKIPPED


def _from_context(
    context: ArticleContext, segment: Segment, one: Candidate, candidates: Sequence[Candidate]
) -> EventDate | None:
    """The date of the running story for what the sentence leaves undated."""
    low, high = one.clause
    clause = between(segment.words, low, high)
    then = any(word.has_cue("then") for word in clause)
    if context.last and (then or (_goes_on(segment, one) and _continues(context, segment))):
        return replace(context.last, by="context")
    told_before = background_filter.earlier(
        context, segment, one
    ) or background_filter.circumstance(context, segment, one, candidates)
    if told_before or one.status == "planned":
        return None
    entry = context.entry(segment)
    if entry:
        under = date_choice.of(entry.heading)
        return (
            replace(under, by="context") if under and one.is_verbal and not one.relative else None
        )
    return context.story if _of_the_story(context, segment, one, candidates) else None


def _of_the_story(
    context: ArticleContext, segment: Segment, one: Candidate, candidates: Sequence[Candidate]
) -> bool:
    """Whether what has no date is news of the story's day, by the way it is told."""
    if one.trigger.reading == "noun" and not background_filter.reported(context, segment, one):
        return False
    if one.trigger.rule.plover == "CONSULT":
        return not one.tail and (one.is_verbal or not _history(context))
    if (
        one.relative
        or one.tail
        or _argument(one, candidates)
        or not (one.is_verbal or _shift(one.trigger, segment.words))
    ):
        return False
    if one.trigger.rule.category.is_speech and not one.trigger.word.clitic:
        return True
    old = any(
        mention.end <= one.trigger.word.start and mention.noun is None and _past(context, mention)
        for mention in segment.dates
    )
    return not old and (one.trigger.rule.category.is_speech or not _history(context))


def _past(context: ArticleContext, mention: DateMention) -> bool:
    """Whether an expression lies so far before the story that it has turned to history."""
    last = mention.timex.date_to
    return (
        last is not None and context.story is not None and (context.story.first - last).days > _OLD
    )


def _argument(one: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether a noun is what an act of words in its clause is about: it came before, nobody says when."""
    return one.trigger.reading == "noun" and any(
        other.trigger.rule.category.is_speech
        and not other.trigger.rule.category.is_meeting
        and other.clause == one.clause
        and other.trigger.word.start < one.trigger.word.start
        for other in candidates
    )


def _history(context: ArticleContext) -> bool:
    """Whether the text has turned to an earlier time than its story's."""
    return bool(
        context.last and context.story and (context.story.first - context.last.last).days > _OLD
    )
