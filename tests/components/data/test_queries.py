import pandas as pd

from alaqat.store.builds import Build
from components.data.queries import Kept

BUILD = Build("one", "one", {})


def test_an_answer_is_asked_for_once():
    asked = []
    kept = Kept(1000)

    def ask(build, name):
        asked.append(name)
        return [name]

    assert [kept.get(ask, BUILD, "a") for _ in range(2)] == [["a"], ["a"]]
    assert asked == ["a"]


def test_the_oldest_answers_are_forgotten_when_too_much_is_held():
    kept = Kept(250)

    def ask(build, name):
        return pd.DataFrame({"value": [name] * 100})

    for name in "abc":
        kept.get(ask, BUILD, name)
    assert [key[-1] for key in kept.answers] == ["b", "c"]
    assert kept.held == 200


def test_another_build_gives_another_answer():
    kept = Kept(250)

    def ask(build):
        return build.id

    assert [kept.get(ask, one) for one in (BUILD, Build("two", "two", {}))] == ["one", "two"]
