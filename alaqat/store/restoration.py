"""Making an earlier whole build the current one again."""

from __future__ import annotations

from pathlib import Path

from alaqat.model.errors import StoreBroken, StoreMissing
from alaqat.model.settings import Settings
from alaqat.store import damage
from alaqat.store.builds import Build, builds_in, current_id
from alaqat.store.lock import exclusive_access
from alaqat.store.publish import set_current


def restore(root: Path | None = None, build_id: str | None = None) -> Build:
    """Make build `build_id` the current one, by default the current or else the newest whole one.

    Every byte of the build is compared with its checksums. Raises StoreMissing if the store has no
    such build, and StoreBroken if it is damaged or none is whole.
    """
    root = root or Settings.from_env().store
    if not root.is_dir():
        raise StoreMissing(f"{root}: nothing has been built yet; run: python -m alaqat build")
    with exclusive_access(root):
        build = _named(root, build_id) if build_id else _newest_whole(root)
        set_current(root, build.id)
    return build


def _named(root: Path, build_id: str) -> Build:
    builds = {build.id: build for build in builds_in(root)}
    if build_id not in builds:
        known = ", ".join(builds) or "none"
        raise StoreMissing(f"{root}: has no build {build_id!r} that can be read; it has: {known}")
    if problems := damage.damage(builds[build_id].path, builds[build_id].manifest):
        raise StoreBroken(
            f"{root / build_id}: is not whole ({'; '.join(problems)}); "
            "run: python -m alaqat restore"
        )
    return builds[build_id]


def _newest_whole(root: Path) -> Build:
    """The current build if it is whole, else the newest that is."""
    current = current_id(root)
    builds = sorted(builds_in(root), key=lambda build: build.id != current)
    for build in builds:
        if not damage.damage(build.path, build.manifest):
            return build
    raise StoreBroken(
        f"{root}: no build in it is whole; read the articles again with: python -m alaqat build"
    )
