"""Look-ups by folded offset."""

from __future__ import annotations

NAMES = {"Sami Haddad": ["PER", "سامي حداد"], "Reuters": ["ORG", "رويترز"]}
TEXT = "وصل سامي حداد أمس. وقالت رويترز «سامي حداد هنا» ذلك"


def test_the_last_mention_is_the_nearest_of_a_type_outside_marks(index):
    built = index(TEXT, NAMES)
    end = len(built.text)
    assert built.last_mention(end, "PER", within=end).start == built.text.index("سامي")
    assert built.last_mention(end, "PER", within=5) is None


def test_an_offset_inside_marks_or_a_mention(index):
    built = index(TEXT, NAMES)
    name, marked = built.text.index("حداد"), built.text.rindex("سامي")
    assert built.is_inside_mention(name)
    assert not built.is_inside_marks(name)
    assert built.is_inside_marks(marked)


def test_the_words_before_an_offset_have_roles_the_first_has_none(index):
    built = index("دون أن يصل")
    offset = built.text.index("يصل")
    assert "an" in built.roles_before(offset)
    assert "without" in built.roles_before(offset, 2)
    assert built.roles_before(0) == frozenset()


def test_a_mention_inside_another_is_left_out(index):
    built = index(
        "وزارة الدفاع", {"Ministry": ["ORG", "وزارة الدفاع"], "Defence": ["ORG", "الدفاع"]}
    )
    assert [mention.entity.canonical_en for mention in built.mentions] == ["Ministry"]
