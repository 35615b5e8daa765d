from components.i18n.catalogue import LANGUAGES, endonym
from components.i18n.words import Words


def test_each_language_names_itself():
    assert [endonym(lang) for lang in LANGUAGES] == ["العربية", "English"]


def test_the_pager_of_a_list_is_not_named_as_the_pages_are():
    arabic = Words("ar")
    assert arabic.t("Pagination") != arabic.t("Pages")
