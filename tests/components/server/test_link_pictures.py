"""The picture of a link is a PNG of its view, and few are drawn at a time."""

from components.server import turns
from components.server.turns import Turns

PICTURE = "/preview.png?lang=en&pair=FRA-TCD"


def test_a_link_has_a_picture(ask):
    answer = ask(PICTURE)
    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")


def test_who_asks_while_too_many_are_drawn_is_told_when_to_ask_again(ask, monkeypatch):
    monkeypatch.setattr(turns, "ANSWERS", Turns(1, most_waiting=0, seconds=0))
    with turns.ANSWERS.one():
        answer = ask(PICTURE)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")


def test_without_a_store_there_is_no_picture(ask, monkeypatch, tmp_path):
    monkeypatch.setenv("ALAQAT_STORE", str(tmp_path / "none"))
    assert ask(PICTURE).status_code == 404
