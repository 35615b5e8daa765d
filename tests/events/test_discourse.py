"""Whom later clauses mean without naming."""

from __future__ import annotations

from alaqat.events.discourse import DiscourseState
from alaqat.events.parties import states
from tests.events.event_builders import event_mention

CHAD, NIGER, MALI = (states()[code] for code in ("TCD", "NER", "MLI"))


def event(*actors, recipients=(), **changes):
    return event_mention(actors=actors, recipients=recipients, **changes)


def test_the_subject_is_that_of_the_last_event_with_one():
    state = DiscourseState()
    state.remember(event(CHAD))
    state.remember(event())
    assert state.subject == (CHAD,)


def test_the_two_countries_are_the_last_two_states_of_one_event():
    state = DiscourseState(frequent=(MALI,))
    assert state.pair() == (MALI,)
    state.remember(event(CHAD, recipients=(NIGER,)))
    assert state.pair() == (CHAD, NIGER)


def test_violence_and_larger_groups_leave_the_pair():
    state = DiscourseState(dyad=(CHAD, NIGER))
    state.remember(event(CHAD, recipients=(MALI,), plover="ASSAULT"))
    state.remember(event(CHAD, NIGER, MALI))
    assert (state.dyad, state.group) == ((CHAD, NIGER), (CHAD, NIGER, MALI))


def test_that_they_means_who_acted_last_in_the_sentence():
    state = DiscourseState()
    state.begin_segment()
    state.leave_clause((NIGER,))
    state.leave_clause(())
    state.enter_clause((CHAD,), has_pronoun=True)
    assert state.sentence_subject == (NIGER,)
    state.enter_clause((CHAD,), has_pronoun=False)
    assert state.sentence_subject == (CHAD,)


def test_a_sentence_forgets_who_acted_in_the_one_before():
    state = DiscourseState(latest_agents=(NIGER,))
    state.begin_segment()
    state.enter_clause((CHAD,), has_pronoun=True)
    assert state.sentence_subject == (CHAD,)
