"""Names of files that are made from data."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alaqat.model.file_names import UniqueStems, safe_stem


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("../../etc/passwd", "etc_passwd"),
        ("/etc/passwd", "etc_passwd"),
        ("https://a.example/x?y=1#z", "https_a.example_x_y_1_z"),
        ("a\0b", "a_b"),
        ("..", "article"),
        ("", "article"),
        ("CON", "_CON"),
        ("aux.txt", "_aux.txt"),
        ("خبر اليوم", "خبر_اليوم"),
        ("003_06c0d10d26cf6d3c", "003_06c0d10d26cf6d3c"),
    ],
)
def test_a_text_becomes_a_name_inside_its_folder(text, stem):
    assert safe_stem(text) == stem


@given(st.lists(st.text(max_size=300), max_size=8))
def test_any_texts_get_distinct_names_that_stay_in_the_folder(texts):
    stems = UniqueStems()
    names = [stems.add(text) for text in texts]
    assert len({name.casefold() for name in names}) == len(texts)
    for name in names:
        assert Path("/out", f"{name}.json").resolve().parent == Path("/out")
        assert len(f"{name}.json".encode()) < 255


def test_a_number_that_is_itself_a_name_is_not_given_twice():
    stems = UniqueStems()
    assert [stems.add(text) for text in ("a", "a-2", "a", "A")] == ["a", "a-2", "a-3", "A-4"]
