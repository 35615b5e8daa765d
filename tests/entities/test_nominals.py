"""Descriptions that stand for a person."""

import pytest

from tests.entities.helpers import find, surfaces


def mentions(text):
    return {
        mention
        for entity in find(text).values()
        if entity.type == "PER"
        for mention in surfaces(entity)
        if mention.startswith("*")
    }


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير العدل النرويجي بيتر هانسن إن. وأضاف الوزير النرويجي أنه",
        "قال الوزير النرويجي أنه. وأكد وزير العدل النرويجي بيتر هانسن ذلك",
    ],
)
def test_a_title_is_that_of_its_only_holder(text):
    assert mentions(text) == {"*الوزير النرويجي"}


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير العدل النرويجي بيتر هانسن إن. وأضاف الوزير السويدي أنه",
        "قال وزير العدل النرويجي بيتر هانسن إن. وأضاف وزير الدفاع النرويجي أنه",
        "قال وزير العدل النرويجي بيتر هانسن إن. وأضافت الوزيرة النرويجية أنها",
        "قال وزير العدل النرويجي بيتر هانسن إن. وأضاف الرئيس النرويجي أنه",
    ],
    ids=["state", "portfolio", "gender", "role"],
)
def test_a_title_of_another_is_left_out(text):
    assert mentions(text) == set()


def test_a_title_after_its_holders_name_is_no_mention_of_its_own():
    assert mentions("قال بيتر هانسن، وزير العدل النرويجي، إن") == set()


@pytest.mark.parametrize(
    "text",
    [
        "التقى وزير العدل قنطوف شرفوخ وزير العدل النرويجي بيتر هانسن. وقال وزير العدل إن",
        "التقى الوزير قنطوف شرفوخ وزير العدل النرويجي بيتر هانسن. وقال الوزير إن",
    ],
)
def test_a_title_without_a_state_is_the_one_called_so(text):
    people = [entity for entity in find(text).values() if entity.canonical_ar == "قنطوف شرفوخ"]
    assert any(mention.nominal for entity in people for mention in entity.mentions)
