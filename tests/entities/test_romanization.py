"""English spellings where no list has one."""

import pytest

from alaqat.entities.romanization import english
from alaqat.text import folded


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("محمد العتيبي", "Mohamed Al-Otaibi"),
        ("عبد الله", "Abd Allah"),
        ("مرمرة", "Marmara"),
        ("حزب الوحدة الوطنية", "National Unity Party"),
        ("حزب العدالة والإصلاح", "Justice and Reform Party"),
        ("إفروس", "Ifros"),
    ],
)
def test_a_name_is_spelled_for_readers_of_english(name, spelled):
    assert english(folded(name), name) == spelled
