"""Names of states by code."""

import pytest

from components.i18n import countries


@pytest.mark.parametrize(("code", "english", "arabic"), [
    ("TUR", "Turkey", "تركيا"), ("PSE", "Palestine", "فلسطين"), ("QAT", "Qatar", "قطر"), ("XKX", "Kosovo", "كوسوفو"),
])  # fmt: skip
def test_a_state_is_named_in_both_languages(code, english, arabic):
    assert (countries.name(code, "en"), countries.name(code, "ar")) == (english, arabic)


def test_an_unknown_code_stands_for_itself_and_none_for_nothing():
    assert (countries.name("ZZX", "en"), countries.name(None, "en")) == ("ZZX", "")
