"""The tool that changes lines finds what can be changed, and changes it."""

import ast

import pytest

from alaqat.model import years
from tools import mutate_lines

FILE = mutate_lines.ROOT / "alaqat" / "model" / "years.py"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a < b", "a <= b"),
        ("a in b", "a not in b"),
        ("a and b", "a or b"),
        ("a + b", "a - b"),
        ("not a", "a"),
        ("a if c else b", "b if c else a"),
        ("True", "False"),
        ("7", "8"),
        ("'a'", "'ax'"),
    ],
)
def test_a_node_is_changed_into_another(before, after):
    node = ast.parse(before, mode="eval").body
    assert ast.unparse(mutate_lines.changed(node)) == after


def test_a_returned_value_becomes_none_and_none_stays():
    value, none = ast.parse("def f():\n    return a\n    return None").body[0].body
    assert ast.unparse(mutate_lines.changed(value)) == "return None"
    assert mutate_lines.changed(none) is None


def test_only_what_functions_do_is_changed(tmp_path, monkeypatch):
    monkeypatch.setattr(mutate_lines, "ROOT", tmp_path)
    path = tmp_path / "a.py"
    path.write_text(
        'LIMIT = 1\ndef f(a):\n    "Text 2."\n    if a:\n        raise E("3")\n    return 4\n'
    )
    found = {change.before for change in mutate_lines.changes(path)}
    assert found == {"4", "return 4"}


def test_a_change_reaches_the_loaded_function(monkeypatch):
    function, code = years.is_within_years, years.is_within_years.__code__
    change = next(
        one for one in mutate_lines.changes(FILE) if one.before.startswith("return first >=")
    )
    assert function(years.FIRST_DAY, years.LAST_DAY) is True
    try:
        mutate_lines.apply(change)
        assert function(years.FIRST_DAY, years.LAST_DAY) is None
    finally:
        function.__code__ = code


def test_changes_are_drawn_by_the_seed_and_each_once():
    first, second = (mutate_lines.drawn([FILE], 50, seed=1) for _ in range(2))
    assert first == second
    assert len(first) == len(set(first))
    assert mutate_lines.drawn([FILE], 50, seed=2) != first


def test_mirrored_tests_come_first():
    tests = mutate_lines.tests_of("alaqat/corrections/csv_file.py")
    assert tests[0].endswith("tests/corrections/test_csv_file.py")
    assert len(tests) > 1


def test_tests_that_cannot_be_run_notice_nothing(monkeypatch):
    monkeypatch.setattr(mutate_lines, "_OPTIONS", ("--no-such-option",))
    change = next(mutate_lines.changes(FILE))
    with pytest.raises(RuntimeError, match=r"years\.py: its tests cannot be run"):
        mutate_lines.is_noticed(change, 10)
