"""Limits that guard meaning: few decisions a function, names that say what they hold."""

from __future__ import annotations

import pytest

from tools import code_shape

FOLDERS = code_shape.FOLDERS


def test_no_function_has_more_operators_than_a_reader_can_hold():
    assert [str(place) for place in code_shape.crowded_functions(*FOLDERS)] == []


def test_no_ternary_stands_in_another():
    assert [str(place) for place in code_shape.nested_ternaries(*FOLDERS)] == []


def test_every_truth_value_says_so_in_its_name():
    assert [str(place) for place in code_shape.unmarked_predicates(*FOLDERS)] == []


def test_no_identifier_is_a_riddle():
    assert [str(place) for place in code_shape.riddles(*FOLDERS)] == []


@pytest.mark.parametrize("stage", code_shape.STAGES)
def test_a_stage_decides_at_most_twice_in_five_lines(stage):
    assert round(code_shape.density(stage), 2) <= 0.40


def test_the_checks_see_what_they_look_for(tmp_path, monkeypatch):
    code = "def free(told: int) -> bool:\n    return 1 if told else 2 if told > 1 else 3\n"
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "module.py").write_text(code, encoding="utf-8")
    monkeypatch.setattr(code_shape, "ROOT", tmp_path)
    checks = (code_shape.nested_ternaries, code_shape.unmarked_predicates, code_shape.riddles)
    assert [len(check("folder")) for check in checks] == [1, 1, 1]
    assert code_shape.density("folder") == 1.0
