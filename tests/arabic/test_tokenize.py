"""Tokens are words and marks with their place."""

from alaqat.arabic.tokenize import tokens


def test_tokens_split_marks_from_words_and_keep_their_place():
    text = 'قال:"نعم"، 12.5'
    assert [text[token.start : token.end] for token in tokens(text)] == [
        token.text for token in tokens(text)
    ]
    assert "نعم" in [token.text for token in tokens(text)]
