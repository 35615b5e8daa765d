"""The office of a speaker is given as the article writes it out."""

from __future__ import annotations

import re

import pytest

from alaqat.arabic.document import prepare
from alaqat.model.records import Article, Entity, Mention
from alaqat.quotes import find


def role_of(text, *roles):
    """The role of the last quote, where the name at each place has a role."""
    spans = [match.span() for match in re.finditer("سامي حداد", text)]
    mentions = tuple(
        Mention(*span, "سامي حداد", "test", role=role)
        for span, role in zip(spans, roles, strict=True)
    )
    person = Entity("e0", "Sami Haddad", "سامي حداد", "PER", mentions)
    return find(prepare(Article("x", text)), (person,))[-1].role


@pytest.mark.parametrize(
    ("near", "elsewhere", "role"),
    [
        ("الوزير", "وزير الدفاع", "وزير الدفاع"),
        ("الرئيس", "الرئيس السابق", "الرئيس السابق"),
        ("الوزير", "وزيرة الدفاع", "الوزير"),
        ("وزير الدفاع", "وزير الدفاع السابق", "وزير الدفاع"),
    ],
)
def test_an_office_of_one_word_is_given_in_full_if_the_article_has_it(near, elsewhere, role):
    text = f'وصل {elsewhere} سامي حداد أمس. وقال {near} سامي حداد "سنبقى هنا حتى الصيف".'
    assert role_of(text, elsewhere, near) == role
