"""Surnames alone."""

import pytest

from tests.entities.helpers import find, surfaces


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("قال الوزير النرويجي بيتر ليندغرين إن. وعاد ليندغرين", ["بيتر ليندغرين", "ليندغرين"]),
        ("قال الوزير النرويجي بيتر ليندغرين إن. وعاد وليندغرين", ["بيتر ليندغرين", "ليندغرين"]),
        ("قال الوزير النرويجي بيتر ليندغرين إن. وعاد ليندجرين", ["بيتر ليندغرين", "ليندجرين"]),
        ("قال الوزير الصيني جينغ ليندو إن. وعاد جينغ", ["جينغ ليندو", "جينغ"]),
    ],
)
def test_a_surname_is_the_persons_in_the_rest_of_the_article(text, mentions):
    (person,) = (entity for entity in find(text).values() if entity.type == "PER")
    assert surfaces(person) == mentions


def test_a_surname_of_two_persons_is_the_nearer_ones():
    text = (
        "قال الوزير النرويجي بيتر ليندغرين إن. وقال الوزير السويدي يوهان ليندغرين إن. وعاد ليندغرين"
    )
    people = [entity for entity in find(text).values() if entity.type == "PER"]
    assert [len(person.mentions) for person in people] == [1, 2]
