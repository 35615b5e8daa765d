"""Which encoding is found in bytes, and how mis-decoded text is described."""

from __future__ import annotations

import pytest

from alaqat.arabic.encoding import HEAD, arabic_score, decode, describe_mojibake, detect
from alaqat.model.errors import ArticleRefused

TEXT = "وصل وزير الخارجية إلى العاصمة لإجراء محادثات مع نظيره."


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf_16_le"),
        ("utf-16-be", "utf_16_be"),
        ("cp1256", "cp1256"),
        ("iso8859-6", "iso8859_6"),
    ],
)
def test_encodings_of_arabic_are_detected(encoding, name):
    assert detect(TEXT.encode(encoding)) == name


def test_a_letter_cut_at_the_end_of_the_head_is_still_utf8():
    assert detect(b"x" + (TEXT[0] * HEAD).encode()) == "utf-8"


def test_a_page_in_windows_1256_is_detected_below_its_markup():
    page = b"<div class='menu'>home</div>" * 500 + TEXT.encode("cp1256")
    assert detect(page) == "cp1256"


@pytest.mark.parametrize("data", [bytes(range(128, 256)), b"\xff\x81\x8d" * 50, b"caf\xe9"])
def test_bytes_that_are_no_arabic_have_no_encoding(data):
    assert detect(data) is None
    with pytest.raises(ArticleRefused, match="is not UTF-8; save the file as UTF-8"):
        decode(data, "a.txt")


def test_a_declared_encoding_is_used_only_if_it_gives_arabic():
    data = TEXT.encode("cp1256")
    assert detect(data, declared="windows-1256") == "windows-1256"
    assert detect(data, declared="iso-8859-1") == detect(data, declared="none") == "cp1256"


def test_line_ends_become_newlines():
    assert decode(b"a\r\nb\rc\n", "a.txt") == "a\nb\nc\n"


def test_common_letters_tell_arabic_from_other_bytes_read_as_arabic():
    assert arabic_score(TEXT) > 0.5
    assert arabic_score(TEXT.encode().decode("cp1256", "ignore")) < 0.5
    assert arabic_score(TEXT[:5]) == 0


def test_mojibake_is_described_by_both_encodings():
    read_as_1256 = TEXT.encode().decode("cp1256", "ignore")
    read_as_1252 = TEXT.encode("cp1256").decode("cp1252", "ignore")
    assert describe_mojibake(read_as_1256) == "UTF-8 that was read as Windows-1256"
    assert describe_mojibake(read_as_1252) == "Windows-1256 that was read as Windows-1252"
    assert describe_mojibake(TEXT) is None
