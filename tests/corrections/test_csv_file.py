"""The file of corrections: rows written, read, refused and taken out again."""

from datetime import date
from multiprocessing import get_context

import pytest

from alaqat import corrections
from alaqat.corrections.model import Correction
from alaqat.model.errors import LexiconError

GANTZ, OTHER = "per:benny-gantz", "per:بينيت-غانتوس"
EVENT = "47d3d796223e098a:120"
HEAD = "kind,a,b,reason,by,day\n"


def rows(path, lines):
    path.write_text(HEAD + "".join(line + "\n" for line in lines), "utf-8")
    return corrections.read(path)


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
def test_a_broken_row_is_named(tmp_path, lines, message):
    with pytest.raises(LexiconError, match=message):
        rows(tmp_path / "corrections.csv", lines)


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
