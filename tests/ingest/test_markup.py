import pytest

from alaqat.ingest.markup import plain_text


@pytest.mark.parametrize(
    ("held", "text"),
    [
        ("a < b > c", "a < b > c"),
        ("a\u00a0b", "a\u00a0b"),
        ("a&nbsp;b", "a b"),
        ("a  &amp; b", "a  & b"),
        ("<p>a</p><p>b <i>c</i></p>", "a\nb c"),
        ("&lt;p&gt;a&lt;/p&gt;", "a"),
        ("a<script>b()</script><br/>c", "a\nc"),
    ],
)
def test_a_field_is_read_as_a_reader_of_its_page_would(held, text):
    assert plain_text(held) == text
