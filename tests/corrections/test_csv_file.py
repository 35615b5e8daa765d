"""The file of corrections: rows written, read, refused and taken out again."""

from datetime import date
from multiprocessing import get_context

import pytest

from alaqat import corrections
from alaqat.corrections.merges import merged_ids
from alaqat.corrections.model import Correction
from alaqat.model.errors import LexiconError

GANTZ, OTHER = "per:benny-gantz", "per:بينيت-غانتوس"
EVENT = "47d3d796223e098a:120"
HEAD = "kind,a,b,reason,by,day\n"


def given(path, lines):
    path.write_text(HEAD + "".join(line + "\n" for line in lines), "utf-8")
    return corrections.read_file(path)


def test_the_file_of_the_repository_can_be_read():
    assert isinstance(corrections.read(), tuple)


def test_a_row_is_written_and_read_again(tmp_path):
    path = tmp_path / "corrections.csv"
    row = Correction("merge", GANTZ, OTHER, "the same, surely", "reader", date(2024, 5, 1))
    corrections.append(row, path)
    corrections.append(Correction("apart", GANTZ, "per:x", day=date(2024, 5, 2)), path)
    assert corrections.read(path)[0] == row
    assert len(corrections.read(path)) == 2


def test_a_reason_of_many_lines_is_one_row(tmp_path):
    path = tmp_path / "corrections.csv"
    made = corrections.append(Correction("hide", GANTZ, "", 'no\n"event"\r\n', "a,b"), path)
    assert corrections.read(path) == (made,)
    assert made.reason == 'no "event"'


def test_a_row_is_taken_out_and_the_others_and_the_notes_stay(tmp_path):
    path = tmp_path / "corrections.csv"
    path.write_text(f"# a note\n{HEAD}hide,{EVENT},,,,\nhide,{GANTZ},,,,\n", "utf-8")
    assert corrections.withdraw(Correction("hide", EVENT), path)
    assert path.read_text("utf-8") == f"# a note\n{HEAD}hide,{GANTZ},,,,\n"
    assert not corrections.withdraw(Correction("hide", EVENT), path)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["rename,per:a,per:b,,,"], "line 2: kind 'rename' should be one of merge, apart"),
        (["merge,per:a,per:b"], "line 2: has 3 cells instead of 6"),
        (["merge,per:a,Benny,,,"], "line 2: 'Benny' is no entity id"),
        (["merge,per:a,per:b,,,soon"], "line 2: the day 'soon' is no date"),
        (["merge,per:a,per:a,,,"], "line 2: per:a and per:a are one entity already"),
        (["merge,per:a,per:b,,,", "merge,per:b,per:a,,,"], "line 3: per:b and per:a are one entity already"),
        (["merge,per:a,per:b,,,", "apart,per:b,per:a,,,"], "line 3: per:b and per:a are one entity already"),
        (["apart,per:a,per:c,,,", "merge,per:b,per:c,,,", "merge,per:a,per:b,,,"], "line 4: per:a and per:c would be merged"),
        ([f"date,{EVENT},yesterday,,,"], "'yesterday' is no interval"),
        ([f"date,{EVENT},2018-05-31/2018-05-01,,,"], "is no interval"),
        ([f"date,{EVENT},0022-01-01/0022-12-31,,,"], "is no interval"),
        ([f"date,{EVENT},2018-05-31/9999-12-31,,,"], "is no interval"),
        ([f"date,{EVENT},2018-13-45/2018-13-46,,,"], "is no interval"),
        ([f"code,{EVENT},BEFRIEND,,,"], "'BEFRIEND' is no code of plover.csv"),
        (["join,per:a,per:b,,,"], "'per:a' is no report of an event"),
        (["speaker,17,per:a,,,"], "'17' is no quote id"),
        ([f"split,{EVENT},x,,,"], "'x' is no empty cell"),
    ],
)  # fmt: skip
def test_a_broken_row_is_named_and_left_out(tmp_path, lines, message):
    file = given(tmp_path / "corrections.csv", [*lines, "hide,per:z,,,,"])
    assert [row.kind for row in file.rows] == [*(line.split(",")[0] for line in lines[:-1]), "hide"]
    (refusal,) = file.refused
    assert message in refusal


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_file_that_a_spreadsheet_saved_is_read(tmp_path, encoding, delimiter):
    path = tmp_path / "corrections.csv"
    cells = ("hide", GANTZ, "", "الاسم غير صحيح", "سلمى", "1/5/2024")
    lines = ["# note", *(delimiter.join(row) for row in (HEAD.strip().split(","), cells))]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    (row,) = corrections.read(path)
    assert (row.a, row.reason, row.by, row.day) == (GANTZ, "الاسم غير صحيح", "سلمى", None)
    corrections.append(Correction("hide", OTHER), path)
    assert [row.a for row in corrections.read(path)] == [GANTZ, OTHER]


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2024/05/17", date(2024, 5, 17)),
        ("17/05/2024", date(2024, 5, 17)),
        ("5/17/2024", date(2024, 5, 17)),
        ("05.05.2024", date(2024, 5, 5)),
        ("05/06/2024", None),
    ],
)
def test_a_day_as_spreadsheets_write_it_is_read_unless_it_may_be_two(tmp_path, cell, day):
    (row,) = given(tmp_path / "c.csv", [f"hide,{GANTZ},,,,{cell}"]).rows
    assert row.day == day


def test_a_huge_cell_and_an_open_quotation_mark_cost_one_row(tmp_path):
    huge = f"hide,{GANTZ},,{'x' * 200_000},,"
    file = given(tmp_path / "c.csv", [huge, f'hide,{GANTZ},,"open,,', f"hide,{OTHER},,,,"])
    assert [row.a for row in file.rows] == [OTHER]
    assert "line 2: is longer than 20,000 characters" in file.refused[0]
    assert "line 3: is no row" in file.refused[1]


@pytest.mark.parametrize("reason", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)"])
def test_a_formula_is_text_in_the_file_and_reads_as_it_was(tmp_path, reason):
    path = tmp_path / "corrections.csv"
    made = corrections.append(Correction("hide", GANTZ, "", reason, reason), path)
    assert f",'{reason},'{reason}," in path.read_text("utf-8")
    assert corrections.read(path) == (made,)
    assert made.reason == reason


def test_marks_of_direction_and_control_characters_are_not_written(tmp_path):
    path = tmp_path / "corrections.csv"
    corrections.append(Correction("hide", GANTZ, "", "a\u202eb\x00c\u2066d", "e\u2028f"), path)
    (row,) = corrections.read(path)
    assert (row.reason, row.by) == ("a b c d", "e f")


def test_two_merges_of_one_name_make_all_three_one():
    rows = [Correction("merge", "per:a", "per:b"), Correction("merge", "per:c", "per:b")]
    assert merged_ids(rows) == {"per:a": "per:c", "per:b": "per:c"}


def test_a_row_that_contradicts_the_file_is_not_written(tmp_path):
    path = tmp_path / "corrections.csv"
    corrections.append(Correction("apart", "per:a", "per:b"), path)
    before = path.read_text("utf-8")
    with pytest.raises(LexiconError, match="would be merged and are kept apart"):
        corrections.append(Correction("merge", "per:a", "per:b"), path)
    assert path.read_text("utf-8") == before


def test_a_missing_column_is_named(tmp_path):
    (tmp_path / "c.csv").write_text("# note\nkind,a,b\n", "utf-8")
    with pytest.raises(LexiconError, match="line 2: the header should be kind,a,b,reason,by,day"):
        corrections.read(tmp_path / "c.csv")


def test_no_file_is_no_correction(tmp_path):
    assert corrections.read(tmp_path / "none.csv") == ()


def _write(path, who):
    for number in range(10):
        corrections.append(Correction("hide", f"per:{who}-{number}", by=who), path)


def test_two_who_correct_at_once_lose_nothing(tmp_path):
    path, spawn = tmp_path / "corrections.csv", get_context("spawn")
    writers = [spawn.Process(target=_write, args=(path, who)) for who in ("ann", "bob")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert sorted(row.by for row in corrections.read(path)) == ["ann"] * 10 + ["bob"] * 10
