"""Which column is what."""

import pytest

from alaqat.ingest import columns
from alaqat.model.errors import AlaqatError, ArticleRefused


@pytest.mark.parametrize(("option", "found"), [
    ("", {}), (" text = body , published=date,", {"text": "body", "published": "date"}),
])  # fmt: skip
def test_an_option_names_columns(option, found):
    assert columns.parse_columns(option) == found


@pytest.mark.parametrize("option", ["text", "text=", "colour=red", "=body"])
def test_a_wrong_option_is_named(option):
    said = f"--columns: '{option}' should be PART=COLUMN, with one of text, published, title, source, url, language, name as the part"
    with pytest.raises(AlaqatError) as refused:
        columns.parse_columns(option)
    assert str(refused.value) == said


@pytest.mark.parametrize(("header", "chosen", "found"), [
    (["Title", "Body", "Published-Date"], {}, {"text": "Body", "published": "Published-Date", "title": "Title"}),
    (["Body", "Text"], {"title": "Body"}, {"title": "Body", "text": "Text"}), (["Body"], {"text": "Missing"}, {"text": "Body"}),
    (["a", "b", ""], {}, {}),
])  # fmt: skip
def test_columns_are_guessed_by_their_names(header, chosen, found):
    assert columns.guess_columns(header, chosen) == found


@pytest.mark.parametrize(("header", "chosen", "said"), [
    (["a"], {"text": "b"}, "f: has no column 'b' for the text; it has a"),
    (["a", "b"], {}, "f: has no column of text; it has a, b: name it with --columns text=COLUMN"),
    ([], {}, "f: has no column of text; it has nothing: name it with --columns text=COLUMN"),
    (["url"], {}, "f: has no column of text; it has url: name it with --columns text=COLUMN, or give the links as a .txt, one a line"),
    (["a" * 201], {}, f"f: has no column of text; it has {'a' * 200}: name it with --columns text=COLUMN"),
])  # fmt: skip
def test_a_table_without_text_is_refused(header, chosen, said):
    with pytest.raises(ArticleRefused) as refused:
        columns.require_columns(header, chosen, "f")
    assert str(refused.value) == said


def test_a_mapping_is_an_option_again():
    assert columns.as_option({"published": "date", "text": "body"}) == "text=body,published=date"
    assert columns.require_columns(["body"], {"text": "body"}, "f") == {"text": "body"}
