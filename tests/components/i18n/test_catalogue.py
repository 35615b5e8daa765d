from components.i18n.catalogue import LANGUAGES, endonym


def test_each_language_names_itself():
    assert [endonym(lang) for lang in LANGUAGES] == ["العربية", "English"]
