"""A floor under the sentences of newsrooms that were once read wrongly, by kind."""

from __future__ import annotations

import pytest

from tests.conftest import SHARED
from tools.real_sentences import failures

TABLE = SHARED / "real/sentences.md"
# Quotes, names and times.
FLOOR = {"q": 22, "n": 11, "t": 28}


@pytest.fixture(scope="module")
def results():
    if not TABLE.is_file():
        pytest.skip(f"needs {TABLE}")
    return failures(TABLE)


@pytest.mark.parametrize("kind", FLOOR)
def test_sentences_of_newsrooms_stay_mended(results, kind):
    of_kind = {case: failed for case, failed in results.items() if case.startswith(kind)}
    assert len([failed for failed in of_kind.values() if not failed]) >= FLOOR[kind], of_kind


def test_every_sentence_has_a_check(results):
    assert len(results) == 61
