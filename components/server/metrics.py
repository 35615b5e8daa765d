"""`/metrics` for Prometheus, where ALAQAT_METRICS=1 asks for it; otherwise there is no such page.

It holds numbers only, of this process and of the store: no text, no name, no address.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from components.access.guard import SESSIONS
from components.data.query_cache import QUERY_CACHE
from components.data.rerun_times import RERUN_TIMES
from components.data.store_figures import store_figures

PATH: Final = "/metrics"
# Prometheus' text format: https://prometheus.io/docs/instrumenting/exposition_formats/
CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
_ESCAPED: Final = {"\\": r"\\", "\n": r"\n", '"': r"\""}
_TO_ESCAPE: Final = re.compile(r'[\\\n"]')
Sample = tuple[Mapping[str, str], float]


async def metrics(request: Request) -> PlainTextResponse:
    """The figures of this moment."""
    text = await run_in_threadpool(_text, int(request.scope.get(SESSIONS, 0)))
    return PlainTextResponse(text, media_type=CONTENT_TYPE)


def routes() -> list[Route]:
    """The route, none without ALAQAT_METRICS=1."""
    return [Route(PATH, metrics)] if os.environ.get("ALAQAT_METRICS") == "1" else []


def _text(sessions: int) -> str:
    return "".join(line + "\n" for line in _lines(sessions))


def _lines(sessions: int) -> Iterator[str]:
    figures = store_figures()
    yield from _metric(
        "alaqat_builds", "gauge", "Builds of the store that can be read.", [({}, figures.builds)]
    )
    yield from _metric(
        "alaqat_built_seconds",
        "gauge",
        "When the shown build was made (Unix time).",
        [({}, figures.built)],
    )
    yield from _metric(
        "alaqat_rows",
        "gauge",
        "Rows of the shown build by frame.",
        [({"frame": name}, count) for name, count in figures.rows.items()],
    )
    yield from _metric(
        "alaqat_refused_articles_total",
        "counter",
        "Articles that builds refused, by cause.",
        [({"cause": name}, count) for name, count in figures.refused.items()],
    )
    yield from _metric(
        "alaqat_sessions", "gauge", "Open sessions of this process.", [({}, sessions)]
    )
    yield from _metric(
        "alaqat_query_cache_hits_total",
        "counter",
        "Questions to the store that were answered from memory.",
        [({}, QUERY_CACHE.hits)],
    )
    yield from _metric(
        "alaqat_query_cache_misses_total",
        "counter",
        "Questions to the store that the store answered.",
        [({}, QUERY_CACHE.misses)],
    )
    yield from _rerun_times()


def _rerun_times() -> Iterator[str]:
    name = "alaqat_rerun_seconds"
    yield f"# HELP {name} Time of the reruns of pages in this process."
    yield f"# TYPE {name} histogram"
    for bound, number in RERUN_TIMES.at_most.items():
        yield f'{name}_bucket{{le="{bound}"}} {number}'
    yield f'{name}_bucket{{le="+Inf"}} {RERUN_TIMES.number}'
    yield f"{name}_sum {RERUN_TIMES.total:.6f}"
    yield f"{name}_count {RERUN_TIMES.number}"


def _metric(name: str, kind: str, meaning: str, samples: Iterable[Sample]) -> Iterator[str]:
    yield f"# HELP {name} {meaning}"
    yield f"# TYPE {name} {kind}"
    for labels, value in samples:
        pairs = ",".join(f'{label}="{_escaped(text)}"' for label, text in sorted(labels.items()))
        yield f"{name}{{{pairs}}} {value}" if pairs else f"{name} {value}"


def _escaped(text: str) -> str:
    return _TO_ESCAPE.sub(lambda match: _ESCAPED[match[0]], text)
