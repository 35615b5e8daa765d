import pytest

from components.i18n.bidi import isolate


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("\u2066abc", "\u2066abc\u2069"),
        ("abc\u2069\u2069", "abc"),
        ("\u2068مصر\u2069 abc", "\u2068مصر\u2069 abc"),
    ],
)
def test_an_isolate_holds_even_what_brings_its_own_marks(given, kept):
    assert isolate(given) == f"\u2068{kept}\u2069"
