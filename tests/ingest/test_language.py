"""Other languages in Arabic letters."""

import pytest

from alaqat.ingest import language

ARABIC = "زار وزير الخارجية القاهرة أمس والتقى نظيره وبحث معه العلاقات بين البلدين والتعاون"


@pytest.fixture(autouse=True)
def function_words(monkeypatch):
    monkeypatch.setattr(
        language,
        "_function_words",
        lambda: {"Persian": frozenset({"است"}), "Urdu": frozenset({"ہے"})},
    )


@pytest.mark.parametrize(("words", "foreign", "name"), [
    (10, 2, "Persian"), (11, 1, None), (18, 2, "Persian"), (19, 2, None), (9, 2, None),
])  # fmt: skip
def test_a_tenth_of_function_words_makes_a_foreign_text(words, foreign, name):
    text = " ".join(["كلمة"] * words + ["است"] * foreign)
    assert language.foreign_language(text) == name


def test_the_language_with_most_of_its_words_is_named():
    assert language.foreign_language("كلمة " * 9 + "است " * 2 + "ہے " * 3) == "Urdu"
    assert language.foreign_language(ARABIC) is None


def test_only_the_beginning_of_a_text_is_judged():
    assert language.foreign_language("كلمة " * 800 + "است " * 800) is None
    assert language.foreign_language("كلمة " * 700 + "است " * 800) == "Persian"
