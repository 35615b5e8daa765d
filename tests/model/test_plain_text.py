import pytest

from alaqat.model.plain_text import escape_formula, unescape_formula, without_control


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\ta", "'quoted'", "'", "", "قال"])
def test_an_escaped_text_is_given_back_as_it_was(text):
    assert unescape_formula(escape_formula(text)) == text


@pytest.mark.parametrize("text", ["'quoted'", "a=1", "xy"])
def test_a_text_that_was_not_escaped_stays(text):
    assert (escape_formula(text), unescape_formula(text)) == (text, text)


def test_marks_that_act_become_a_space_and_lines_stay():
    assert without_control("a\u202e\u0000b\tc\nd") == "a b\tc\nd"
