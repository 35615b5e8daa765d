"""Damage of a build: parts that are gone, have another size, or hold other bytes than were written.

The manifest holds size and SHA-256 of each part and a hash of itself. Sizes are compared at each
opening; hashes of whole parts by `check` and `restore`. Builds of earlier versions have no hashes:
of them only missing and empty parts are found.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

DATABASE: Final = "alaqat.duckdb"
SEARCH: Final = "search.sqlite"
MANIFEST: Final = "manifest.json"
PARTS: Final = (DATABASE, SEARCH)
Manifest = Mapping[str, Any]


def with_checksums(manifest: Manifest, folder: Path) -> dict[str, Any]:
    """The manifest with the sizes and hashes of the parts in `folder` and the hash of itself."""
    parts = {
        name: {"size": (folder / name).stat().st_size, "sha256": _file_hash(folder / name)}
        for name in PARTS
    }
    complete = {**manifest, "parts": parts}
    return {**complete, "sha256": _manifest_hash(complete)}


def read_manifest(path: Path) -> dict[str, Any]:
    """The manifest file; raises OSError or ValueError if it cannot be read or was changed."""
    manifest = json.loads(path.read_bytes())
    if not isinstance(manifest, dict):
        raise ValueError(f"{MANIFEST} holds no manifest")
    stated = manifest.get("sha256")
    if stated is not None and stated != _manifest_hash(manifest):
        raise ValueError(f"{MANIFEST} was changed")
    return manifest


def visible_damage(folder: Path, manifest: Manifest) -> Iterator[str]:
    """A sentence for each part that is gone, empty, or of another size; reads no part."""
    for name in PARTS:
        path = folder / name
        if not path.is_file():
            yield f"{name} is missing"
            continue
        size, stated = path.stat().st_size, _stated(manifest, name).get("size")
        if size == 0 or stated not in (None, size):
            yield f"{name} has {size:,} bytes instead of {stated or 'some'}"


def damage(folder: Path, manifest: Manifest) -> list[str]:
    """A sentence for each part that is damaged; reads all parts, and raises OSError."""
    found = list(visible_damage(folder, manifest))
    for name in PARTS if not found else ():
        stated = _stated(manifest, name).get("sha256")
        if stated not in (None, _file_hash(folder / name)):
            found.append(f"{name} does not hold what was written")
    return found


def _stated(manifest: Manifest, name: str) -> Mapping[str, Any]:
    """What the manifest says of a part; nothing in builds of earlier versions."""
    stated: Mapping[str, Any] = manifest.get("parts", {}).get(name, {})
    return stated


def _file_hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _manifest_hash(manifest: Manifest) -> str:
    rest = {name: value for name, value in manifest.items() if name != "sha256"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()
