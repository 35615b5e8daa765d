"""Scores as text for the terminal and as rows for a file."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from alaqat.evaluation.evaluate import Evaluation
from alaqat.evaluation.gold_scores import GROUPS, MEASURES, Key, Tally

COLUMNS: Final = (
    "reader", "measure", "group", "value", "f1", "precision", "recall", "gold", "found",
    "articles", "on", "measured",
)  # fmt: skip
_NOT_ANNOTATED: Final = "not annotated"


def readable(evaluations: Sequence[Evaluation]) -> str:
    """A table of all measures, then one a group, with a block of columns a reader."""
    articles = evaluations[0].scores.articles
    parts = [f"{articles} articles", _table("measure", _measure_rows(evaluations), evaluations)]
    for group in GROUPS:
        if rows := _group_rows(evaluations, group):
            parts.append(_table(f"by {group}", rows, evaluations))
    return "\n\n".join(parts)


def error_lines(evaluation: Evaluation) -> Iterator[str]:
    """A line for each difference between annotations and what the reader found, by article."""
    for error in evaluation.scores.errors:
        yield f"{evaluation.reader}  {error.article}  {error.kind}: {error.text}"


def write(evaluations: Iterable[Evaluation], path: Path, on: str) -> None:
    """Write all tallies to a CSV file; `on` says which articles were scored."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for evaluation in evaluations:
            writer.writerows(_file_rows(evaluation, on))


def _file_rows(evaluation: Evaluation, on: str) -> Iterator[dict[str, Any]]:
    for key, tally in sorted(evaluation.scores.tallies.items()):
        if tally.gold:
            yield {
                **key._asdict(),
                "reader": evaluation.reader,
                "f1": f"{tally.f1:.3f}",
                "precision": f"{tally.precision:.3f}",
                "recall": f"{tally.recall:.3f}",
                "gold": tally.gold,
                "found": tally.found,
                "articles": evaluation.scores.articles,
                "on": on,
                "measured": datetime.now(UTC).date().isoformat(),
            }


def _measure_rows(evaluations: Sequence[Evaluation]) -> list[tuple[str, list[Tally]]]:
    return [(measure, _tallies(evaluations, Key(measure))) for measure in MEASURES]


def _group_rows(evaluations: Sequence[Evaluation], group: str) -> list[tuple[str, list[Tally]]]:
    """Rows of a group: the most frequent value first, and by measure where there are several."""
    keys = {
        key for evaluation in evaluations for key in evaluation.scores.tallies if key.group == group
    }
    first = evaluations[0].scores.tallies

    def order(key: Key) -> tuple[int, str, int]:
        return -first[key].gold, key.value, MEASURES.index(key.measure)

    by_value = sorted(keys, key=lambda key: (key.value, MEASURES.index(key.measure)))
    ordered = by_value if group == "outlet" else sorted(keys, key=order)
    return [(f"{key.value}  {key.measure}", _tallies(evaluations, key)) for key in ordered]


def _tallies(evaluations: Sequence[Evaluation], key: Key) -> list[Tally]:
    return [evaluation.scores.tallies[key] for evaluation in evaluations]


def _table(
    title: str, rows: Sequence[tuple[str, list[Tally]]], evaluations: Sequence[Evaluation]
) -> str:
    width = max(len(title), *(len(name) for name, _ in rows))
    heads = "".join(f"  {evaluation.reader:<40}" for evaluation in evaluations)
    lines = [f"{title:<{width}}{heads}".rstrip()]
    for name, tallies in rows:
        cells = "".join(f"  {_cell(tally):<40}" for tally in tallies)
        lines.append(f"{name:<{width}}{cells}".rstrip())
    return "\n".join(lines)


def _cell(tally: Tally) -> str:
    if not tally.gold:
        return f"{_NOT_ANNOTATED} ({tally.found} found)"
    counts = f"{tally.gold_right} of {tally.gold}, {tally.found} found"
    return f"{tally.f1:.3f} P {tally.precision:.2f} R {tally.recall:.2f} ({counts})"
