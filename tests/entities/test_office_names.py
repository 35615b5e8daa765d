import pytest

from alaqat.entities.office_names import english_office


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("وزير الدفاع التركي", "Turkish Minister of Defence"),
        ("نائب رئيس الوزراء التركي", "Turkish Deputy Prime Minister"),
        ("المتحدث باسم أونروا", "Spokesperson, UNRWA"),
        ("الأمين العام للأمم المتحدة", "Secretary-General, United Nations"),
        ("ممثل الحركة في كوالالمبور", None),
        ("صديق العائلة", None),
        ("", None),
    ],
)
def test_an_office_has_an_english_name_if_the_lists_read_it_whole(written, english):
    assert english_office(written) == english
