"""The time to read a file of corrections grows with its rows, not faster."""

import time

import pytest

from alaqat import corrections

# Five times the rows take five times as long where reading is linear, 125 times where it is cubic.
ROWS, MOST_GROWTH = 5_000, 12


def chained(number):
    """Each entity is merged into the next, and is not the one after that of another chain."""
    kind = "apart" if number % 2 else "merge"
    other = f"per:x{number}" if number % 2 else f"per:a{number + 2}"
    return f"{kind},per:a{number},{other},why,who,2024-05-17\n"


def merged_into_one(number):
    return f"merge,per:a{number + 1},per:a{number},why,who,2024-05-17\n"


def coded(number):
    return f"code,{number:016x}:7,SANCTION/expel,why,who,2024-05-17\n"


def seconds(path, line, rows):
    """The processor seconds that it takes to read a file of `rows` rows."""
    path.write_text("kind,a,b,reason,by,day\n" + "".join(map(line, range(rows))), "utf-8")
    began = time.process_time()
    file = corrections.read_file(path)
    assert (len(file.rows), file.refused) == (rows, ())
    return time.process_time() - began


@pytest.mark.parametrize("line", [chained, merged_into_one, coded])
def test_five_times_the_rows_take_no_cubic_time(tmp_path, line):
    path = tmp_path / "corrections.csv"
    # a second look where the first finds too much growth, since other programs may have slowed it
    assert any(
        seconds(path, line, 5 * ROWS) < MOST_GROWTH * seconds(path, line, ROWS) for _ in range(2)
    )
