"""Who writes in a session."""

import pytest

from components.access.policy import Editor
from components.i18n.words import Words
from components.widgets import rights
from tests.components.outline import outline

EN = Words("en")


@pytest.fixture
def policy(monkeypatch):
    """`policy(has_login=True)` is the policy of the server; nobody has signed in."""

    def given(*, user=None, **fields):
        held = {"is_read_only": False, "secret": "", "has_login": False} | fields
        stand_in = type("Policy", (), {**held, "from_env": classmethod(lambda cls: cls())})
        monkeypatch.setattr(rights, "Policy", stand_in)
        monkeypatch.setattr(rights, "_user", lambda: user or {})

    return given


@pytest.mark.parametrize(("fields", "name"), [
    ({"is_read_only": True, "secret": "s"}, "only read"), ({"secret": "s"}, "secret"),
    ({"has_login": True}, "login"), ({"has_login": True, "user": {"is_logged_in": True}}, "logged in"),
])  # fmt: skip
def test_the_notice_offers_the_way_to_sign_in(fields, name, policy, whole):
    policy(**fields)
    whole(name, outline(lambda: rights.draw_notice(EN)))


@pytest.mark.parametrize("user", [{}, {"is_logged_in": True}])
def test_an_editor_who_signed_in_finds_the_way_out(user, policy, whole):
    policy(has_login=True, user=user)
    editor = Editor("<Salma>", has_signed_in=True)
    whole(f"signed in {len(user)}", outline(lambda: rights.draw_signed_in(EN, editor)))
    assert outline(lambda: rights.draw_signed_in(EN, Editor("local"))) == ""


def test_who_may_not_write_is_refused(monkeypatch):
    monkeypatch.setattr(rights, "editor", lambda: None)
    with pytest.raises(rights.NotAllowed):
        rights.required_editor()
    monkeypatch.setattr(rights, "editor", lambda: Editor("a"))
    assert rights.required_editor() == Editor("a")
