from components.i18n.escape import escape


def test_escape_leaves_no_markup_and_shows_no_nan():
    assert escape("<b>&'\"") == "&lt;b&gt;&amp;&#x27;&quot;"
    assert escape(float("nan")) == ""
