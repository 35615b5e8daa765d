"""Where clauses begin, and which quotations are sentences."""

from __future__ import annotations

from alaqat.events.clauses import boundaries, clause_at, quoted
from tests.events.event_builders import word

TEXT = "قال زيد إن عمرا جاء، وخالد ذهب"


def test_a_cue_of_a_clause_begins_one():
    opener = word(TEXT.index("إن"), TEXT.index("إن") + 2, "open", "that")
    assert TEXT.index("إن") in boundaries(TEXT, [opener], [], set(), (0, len(TEXT)))


def test_a_comma_and_and_begin_a_clause_but_for_a_party():
    place = TEXT.index("وخالد")
    assert boundaries(TEXT, [], [], set(), (0, len(TEXT))) == [0, place, len(TEXT)]
    assert boundaries(TEXT, [], [], {place}, (0, len(TEXT))) == [0, len(TEXT)]


def test_a_position_lies_in_one_clause():
    assert clause_at([0, 10, 20], 9) == (0, 10)
    assert clause_at([0, 10, 20], 10) == (10, 20)
    assert clause_at([0, 10, 20], 20) == (20, 20)


def test_a_short_quotation_is_a_name():
    text = "«كتائب القسام» قالت «إن الحرب لم تنته بعد»"
    assert quoted(text) == [(text.rindex("«"), len(text))]
