"""Changes one thing at a time and checks that a test fails: `python tools/mutate.py`.

It changes the PLOVER code of each event rule, each filter of a selection, and each column of an
exported table, and prints the changes with which all tests pass.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import replace
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pandas as pd
import pytest
from tqdm import tqdm

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from alaqat import store  # noqa: E402 - the path above comes first
from alaqat.events import candidates, event_rules  # noqa: E402
from alaqat.export import csv_table  # noqa: E402
from alaqat.export import export_tables as tables  # noqa: E402
from alaqat.export.export_request import ExportRequest  # noqa: E402
from alaqat.model.selection import SELECTED  # noqa: E402
from alaqat.store import filters_sql  # noqa: E402
from tests import builders  # noqa: E402
from tests.events import test_rule_codes  # noqa: E402
from tests.export import test_export_tables as test_tables  # noqa: E402

FILTER_TESTS = "tests/store/test_filter_values.py"
Check = Callable[[], object]


def is_noticed(check: Check) -> bool:
    """True if a check fails, as it should after a change."""
    try:
        check()
    except Exception:  # any exception means that the change is noticed
        return True
    return False


def surviving_rules() -> Iterator[tuple[str, bool]]:
    """Each event rule with another PLOVER code: its name, and whether no test noticed."""
    rules = dict(event_rules.by_id())
    for rule in tqdm(event_rules.rules_as_written(), desc="rules", leave=False):
        original = rules[rule.id]
        other = "PROTEST" if original.plover != "PROTEST" else "AID"
        changed = rules | {rule.id: replace(original, plover=other, mode=None)}
        with patched_rules(changed):
            yield (
                rule.id,
                not is_noticed(
                    lambda rule=rule: test_rule_codes.test_a_rule_gives_the_code_of_the_codebook(
                        rule
                    )
                ),
            )


@contextmanager
def patched_rules(rules: dict[str, Any]) -> Iterator[None]:
    """Make the event stage use `rules` instead of those of the data folder."""
    event_rules.by_lemma.cache_clear()
    with (
        patch.object(event_rules, "by_id", lambda: rules),
        patch.object(candidates, "by_id", lambda: rules),
    ):
        yield
    event_rules.by_lemma.cache_clear()


def surviving_filters() -> Iterator[tuple[str, bool]]:
    """Each filter that keeps every row: its name, and whether no test noticed."""
    whole = filters_sql.values
    for name in tqdm(SELECTED, desc="filters", leave=False):

        def without(selection: Any, asked: str, name: str = name) -> Sequence[Any]:
            return () if asked == name else whole(selection, asked)

        with patch.object(filters_sql, "values", without), redirect_stdout(StringIO()):
            status = pytest.main(["-q", "-x", "-p", "no:cacheprovider", str(ROOT / FILTER_TESTS)])
        yield name, status == pytest.ExitCode.OK


def surviving_columns() -> Iterator[tuple[str, bool]]:
    """Each exported column emptied: its table and name, and whether no test noticed."""
    with tempfile.TemporaryDirectory() as folder:
        build = builders.publish_visits(Path(folder) / "store")
        for kind in tqdm(tables.TABLES, desc="exports", leave=False):
            for column in tables.TABLES[kind]:
                yield (
                    f"{kind}.{column}",
                    not is_noticed(
                        lambda kind=kind, column=column: _check_without(build, kind, column)
                    ),
                )


def _check_without(build: store.Build, kind: str, column: str) -> None:
    """Run the test of exported cells with one column of a table changed in the file only."""

    def broken(request: ExportRequest) -> pd.DataFrame:
        table = tables.rows_of(request)
        return table.assign(**{column: [f"{value}x" for value in table[column]]})

    with patch.object(csv_table, "rows_of", broken):
        test_tables.test_every_cell_of_a_csv_is_that_of_the_store(
            partial(ExportRequest, build), kind
        )


def main() -> int:
    """Make every change once; the exit status is 1 if a change was not noticed."""
    families = (surviving_rules, surviving_filters, surviving_columns)
    lost = 0
    for family in families:
        results = list(family())
        survivors = [name for name, survived in results if survived]
        lost += len(survivors)
        print(f"{family.__name__}: {len(results)} broken, {len(survivors)} unnoticed", *survivors)
    return int(bool(lost))


if __name__ == "__main__":
    sys.exit(main())
