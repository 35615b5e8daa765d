"""Titles behind a name that a later description shortens."""

import pytest

NAMES = {"Sami Haddad": ["PER", "سامي حداد"], "Karl Weber": ["PER", "كارل ويبر"]}
TITLE = "حضر سامي حداد، مدير المركز الإقليمي للمياه «بازل»، وكارل ويبر. "


@pytest.mark.parametrize("description", ["مدير مركز بازل", "مدير المركز"])
def test_a_description_with_words_of_the_title_is_its_bearer(read, description):
    quotes = read(f"{TITLE}وقال {description} إن السد آمن تماما.", NAMES)
    assert quotes[-1].speaker == "Sami Haddad"


@pytest.mark.parametrize("description", ["مدير مركز الحرب", "رئيس مركز بازل"])
def test_a_description_with_other_words_is_not(read, description):
    quotes = read(f"{TITLE}وقال {description} إن السد آمن تماما.", NAMES)
    assert quotes[-1].speaker != "Sami Haddad"


def test_a_title_of_another_state_is_not_the_description(read):
    text = "حضر سامي حداد وكيل وزارة المياه النرويجي. وقال وكيل وزارة المياه السويدي إن السد آمن."
    assert read(text, NAMES)[-1].speaker != "Sami Haddad"
