"""An article of a text and its metadata, or why it is refused."""

from datetime import date

import pytest

from alaqat.ingest import article_builder
from alaqat.model.errors import ArticleRefused

TEXT = "زار الوزير القاهرة أمس"


def built(text=TEXT, *metadata):
    return article_builder.build_article(text, name="n\ud800", where="f", metadata=metadata)


def test_each_field_is_the_first_that_has_a_value():
    first = ("sidecar", {"title": " ", "source": " W ", "published": "2020-03-04"})
    article = built(
        TEXT, first, ("metadata", {"title": "T", "source": "V", "url": "HTTPS://a.example"})
    )
    assert (article.title, article.source, article.url, article.name) == (
        "T",
        "W",
        "HTTPS://a.example",
        "n",
    )
    assert (article.published, article.published_basis) == (date(2020, 3, 4), "sidecar")
    assert built(TEXT, ("sidecar", {"url": "javascript:1"})).url is None


@pytest.mark.parametrize(("text", "said"), [
    ("\ufeff \n", "is empty; put the article's text in it or remove it"),
    ("... 12", "holds no letter, only marks, figures or signs; give an Arabic article"),
    ("abc " * 5 + TEXT[:4], "only 17% of its letters are Arabic; give an Arabic article"),
    (TEXT + "\0" * 4, "is full of NUL bytes, so it is no text file; give the article as UTF-8 text"),
    (TEXT + "\ufffd" * 4, "is full of replacement signs, its letters are lost, so it is no text file; give the article as UTF-8 text"),
])  # fmt: skip
def test_what_is_no_arabic_text_is_refused(text, said):
    with pytest.raises(ArticleRefused) as refused:
        built(text)
    assert str(refused.value) == f"f: {said}"


@pytest.mark.parametrize("strays", ["\0" * 3, "\ufffd" * 3])
def test_a_few_strays_and_half_of_arabic_letters_are_enough(strays):
    assert built(TEXT + strays).id
    assert built("abcd زارت").text == "abcd زارت"


def test_a_field_that_is_no_text_is_refused():
    with pytest.raises(ArticleRefused, match="f: 'title' should be text in quotation marks"):
        built(TEXT, ("sidecar", {"title": 3}))


@pytest.mark.parametrize(("length", "is_refused"), [(40, False), (41, True)])
def test_a_text_may_have_so_many_letters(length, is_refused, monkeypatch):
    monkeypatch.setattr(article_builder, "ARTICLE", 40)
    text = ("زار " * 20)[: length - 1] + "ب"
    if is_refused:
        with pytest.raises(
            ArticleRefused, match="f: has 41 characters, more than 40; split it into its articles"
        ):
            built(text)
    else:
        assert built(text).text == text
