import pytest


@pytest.mark.parametrize(
    "aside", ["سمى سامي حداد حركة حماس التي عبرت عن", "أشاد سامي حداد بحماس التي أعلنت"]
)
def test_a_verb_of_a_relative_clause_that_brings_no_words_leaves_the_speaker(read, aside):
    names = {"Sami Haddad": ["PER", "سامي حداد"], "Hamas": ["ORG", "حماس"]}
    (quote,) = read(f"{aside} معارضتها للاتفاق، لافتا إلى أن الطريق سيغلق قريبا.", names)
    assert quote.speaker == "Sami Haddad"
