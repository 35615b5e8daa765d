"""`make bench`: the speed of processing and dashboard, compared with another program or a limit.

Times are processor time of this process, for builds wall-clock time; they are medians of three runs
after a first run that fills the caches. The figures depend on the machine and are no tests.
"""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any
from unittest import mock

from alaqat import entities, events, quotes, readers, timex
from alaqat.arabic.document import prepare
from alaqat.build import executors, pipeline
from alaqat.build.report import BuildStep
from alaqat.model.records import Article
from bench import dashboard, heideltime, hostile
from bench.articles import sample
from bench.report import Line, milliseconds, table

RUNS, ARTICLES, BUILT = 3, 500, 300
UNIT = 1500  # characters of the article that the limits are for
TIMES_FASTER = 10
LIMITS = {"annotate": 0.010, "quotes": 0.004, "trained": 0.150}  # seconds for UNIT characters
# stage → its functions, as (module, name), which the pipeline calls
ENTRY_POINTS: dict[str, tuple[tuple[Any, str], ...]] = {
    "prepare": ((pipeline, "prepare"),),
    "timex": ((timex, "tag"), (timex, "resolve")),
    "entities": ((entities, "find"),),
    "quotes": ((quotes, "find"),),
    "events": ((events, "find"),),
}


def main() -> None:
    """Measure and print."""
    articles, description = sample(ARTICLES)
    print(
        f"{datetime.now(UTC):%Y-%m-%d}: {description}\n"
        f"Times are medians of {RUNS} runs; ms are processor time.\n",
        flush=True,
    )
    lines = [*_timex(articles), *_annotate(articles), *_builds(articles[:BUILT])]
    print(table(lines), flush=True)
    print(f"\nTexts made to be slow:\n\n{table(list(hostile.lines()))}", flush=True)
    try:
        lines = list(dashboard.lines())
        print(f"\nThe dashboard, medians of {dashboard.RUNS} reruns:\n\n{table(lines)}")
    except dashboard.Absent as problem:
        print(f"\nThe dashboard is left out: {problem}.")


def _timex(articles: Sequence[Article]) -> Iterator[Line]:
    try:
        peer = heideltime.measure(articles)
    except heideltime.Absent as problem:
        print(f"HeidelTime is left out: {problem}.\n")
        peer = None
    same = articles[: peer.articles if peer else None]
    expressions = sum(len(timex.tag(prepare(article))) for article in same)
    own = median(
        _seconds(lambda: [timex.tag(prepare(article)) for article in same]) for _ in range(RUNS)
    ) / len(same)
    measured = f"{milliseconds(own)} per article, {expressions} expressions"
    label = f"time expressions of {len(same)} articles (folding included)"
    if peer is None:
        yield Line(label, measured)
        return
    other = peer.seconds / peer.articles
    reference = f"HeidelTime, one JVM: {milliseconds(other)}, {peer.expressions} expressions"
    yield Line(
        label,
        measured,
        reference,
        f"{other / own:.0f}×, must be ≥ {TIMES_FASTER}×",
        other / own >= TIMES_FASTER,
    )


def _annotate(articles: Sequence[Article]) -> Iterator[Line]:
    rules, reader = readers.named("rules"), readers.named("trained")
    annotate = partial(pipeline.annotate, reader=rules)
    found = list(map(annotate, articles))
    units = sum(len(article.text) for article in articles) / UNIT
    seconds = (_seconds(lambda: list(map(annotate, articles))) for _ in range(RUNS))
    whole = median(seconds) / units
    yield _limited("annotate", f"annotate by rules, {UNIT:,} characters on one core", whole)
    with _stage_times() as spent:
        for article in articles:
            annotate(article)
    total = sum(spent.values())
    for stage, seconds in spent.items():
        yield _limited(stage, f"  of which {stage}", seconds / units, share=seconds / total)
    spent_reading = _seconds(lambda: list(map(reader.read, found)))
    yield _limited("trained", f"trained reader, {UNIT:,} characters", spent_reading / units)


def _limited(name: str, label: str, seconds: float, *, share: float | None = None) -> Line:
    measured = milliseconds(seconds) + ("" if share is None else f", {share:.0%}")
    limit = LIMITS.get(name)
    if limit is None:
        return Line(label, measured)
    return Line(label, measured, f"limit {milliseconds(limit)}", holds=seconds <= limit)


@contextmanager
def _stage_times() -> Iterator[Counter[str]]:
    """Processor seconds by stage, measured in the functions that the pipeline calls."""
    spent: Counter[str] = Counter(dict.fromkeys(ENTRY_POINTS, 0))

    def timed(stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any) -> Any:
            began = time.process_time()
            result = work(*args)
            spent[stage] += time.process_time() - began  # type: ignore[assignment]
            return result

        return call

    with ExitStack() as stack:
        for stage, functions in ENTRY_POINTS.items():
            for module, name in functions:
                stack.enter_context(
                    mock.patch.object(module, name, timed(stage, getattr(module, name)))
                )
        yield spent


def _builds(articles: Sequence[Article]) -> Iterator[Line]:
    """The speed of annotating with each executor, and of merging, layout and publishing."""
    spent = {
        name: [_built(articles, name) for _ in range(RUNS)] for name in executors.LOCAL_EXECUTORS
    }
    rates = {
        name: len(articles) / median(reading for reading, _ in runs) for name, runs in spent.items()
    }
    for name, rate in rates.items():
        reference = f"serial: {rates['serial']:.0f}" if name != "serial" else ""
        result = f"{rate / rates['serial']:.1f}×" if reference else ""
        yield Line(
            f"build of {len(articles)} articles, {name}",
            f"{rate:.0f} articles per second",
            reference,
            result,
        )
    rest = median(publishing for _, publishing in spent["serial"])
    yield Line("  then merging, layout and publishing", f"{rest:.1f} s")


def _built(articles: Sequence[Article], engine: str) -> tuple[float, float]:
    """Wall-clock seconds of annotating the articles, and of the rest of a build."""
    read = began = time.perf_counter()

    def watched(step: BuildStep) -> None:
        nonlocal read
        if step.kind == "annotate":
            read = time.perf_counter()

    with tempfile.TemporaryDirectory() as folder:
        pipeline.build(
            articles, executor=executors.executor(engine), root=Path(folder), progress=watched
        )
        return read - began, time.perf_counter() - read


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    main()
