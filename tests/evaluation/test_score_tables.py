import pytest

from alaqat.evaluation import score_tables
from alaqat.evaluation.gold_scores import Tally


@pytest.mark.parametrize(
    ("tally", "cell"),
    [
        (
            Tally(gold=4, found=2, gold_right=1, found_right=1),
            "0.333 P 0.50 R 0.25 (1 of 4, 2 found)",
        ),
        (Tally(gold=0, found=3), "not annotated (3 found)"),
    ],
)
def test_a_cell_has_the_scores_and_what_they_are_of(tally, cell):
    assert score_tables._cell(tally) == cell
