"""Frees what closed sessions leave: their uploads, their objects, their memory.

Streamlit holds a closed session for `server.disconnectedSessionTTL` seconds and drops it at the
next occasion only. Python's garbage collection walks all objects that are not frozen; Streamlit
runs it after each rerun, so whatever lives long is frozen.
"""

from __future__ import annotations

import asyncio
import atexit
import gc
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager, suppress
from functools import cache
from typing import Any, Final

from streamlit import runtime

from alaqat.model.free_memory import return_free_memory
from components.data.query_cache import QUERY_CACHE, RENDER_CACHE

EVERY: Final = 15.0  # seconds
UNASKED: Final = 60.0  # seconds after which an answer of the store that nobody asks for is dropped
GROWTH: Final = 20_000  # objects more than after the last collection that bring the next one


class _Objects:
    """The number of objects that were not frozen after the last collection."""

    after_last = 0


def freeze() -> None:
    """Collect garbage and exclude what lives from later collections.

    What was frozen before and has died since is collected as well.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    _Objects.after_last = len(gc.get_objects())


@cache
def freeze_once() -> None:
    """Freeze what the first rerun has loaded."""
    freeze()
    atexit.register(gc.unfreeze)  # DuckDB reports objects that are still frozen as leaked


@asynccontextmanager
async def running() -> AsyncIterator[None]:
    """Tidy up from time to time, until the end of the block."""
    task = asyncio.create_task(_tidy_again_and_again())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _tidy_again_and_again() -> None:
    resumable: frozenset[str] = frozenset()
    while True:
        await asyncio.sleep(EVERY)
        before, resumable = resumable, _resumable_sessions()
        await asyncio.to_thread(tidy, resumable, has_ended=bool(before - resumable))


def tidy(resumable: Collection[str] = (), *, has_ended: bool = True) -> None:
    """Free the uploads of sessions that ended, and memory if one has or many objects are new."""
    remove_uploads(resumable)
    QUERY_CACHE.forget(UNASKED)
    RENDER_CACHE.forget(UNASKED)
    if has_ended or len(gc.get_objects()) - _Objects.after_last > GROWTH:
        freeze()
        return_free_memory()


def _resumable_sessions() -> frozenset[str]:
    """The closed sessions that Streamlit still holds; asking makes it drop those that are over."""
    if not runtime.exists():
        return frozenset()
    manager: Any = getattr(runtime.get_instance(), "_session_mgr", None)
    storage = getattr(manager, "_session_storage", None)
    return frozenset(info.session.id for info in storage.list()) if storage else frozenset()


def uploaded_bytes() -> dict[str, int]:
    """The bytes of uploads that are held, by session."""
    return {
        session: sum(len(file.data) for file in list(files.values()))
        for session, files in list(_uploads().items())
    }


def remove_uploads(resumable: Collection[str] = ()) -> None:
    """Remove the uploads of sessions that are neither open nor `resumable`."""
    for session in set(_uploads()) - set(resumable):
        if not runtime.get_instance().is_active_session(session):
            _manager().remove_session_files(session)


def _manager() -> Any:
    return runtime.get_instance().uploaded_file_mgr


def _uploads() -> dict[str, dict[str, Any]]:
    uploads: dict[str, dict[str, Any]] = _manager().file_storage if runtime.exists() else {}
    return uploads
