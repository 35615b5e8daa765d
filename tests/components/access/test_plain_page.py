import pytest
from starlette.datastructures import Headers

from components.access import plain_page
from components.i18n.words import Words


@pytest.mark.parametrize(
    ("accepted", "asked", "lang"),
    [("en-GB,ar", None, "en"), ("fr,en", None, "ar"), (None, None, "ar"), ("ar", "en", "en")],
)
def test_a_page_is_in_the_language_that_is_asked_for_first(accepted, asked, lang):
    headers = Headers({"accept-language": accepted} if accepted else {})
    assert plain_page.words_of(headers, asked).lang == lang


def test_a_title_is_text_and_a_page_is_loaded_again_only_if_it_should_be():
    page = plain_page.page(Words("en"), "a < b", "<p>c</p>")
    assert page.startswith('<!doctype html><html lang="en" dir="ltr">')
    assert page.endswith("<main><h1>a &lt; b</h1><p>c</p></main></body></html>")
    assert 'content="width=device-width"><title>' in page
    assert 'content="5"' in plain_page.page(Words("en"), "", "", refresh=5)
