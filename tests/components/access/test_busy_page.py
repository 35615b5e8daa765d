"""The page for visitors beyond what a process can serve."""

import pytest
from starlette.datastructures import Headers

from components.access import busy_page


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_page_as_a_whole(lang, whole):
    whole(lang, busy_page.html(Headers({"accept-language": lang})))
