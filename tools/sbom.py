"""Writes the software bill of materials of what `make run` installs, as CycloneDX JSON.

Usage: python tools/sbom.py FILE

The components are the packages of requirements.txt with version, package URL and the licence of
their metadata; the file is the same for the same lock.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools import licences

LOCK = licences.ROOT / licences.USES["run"]
_PINNED = re.compile(r"([A-Za-z0-9][\w.-]*)==([\w.+!]+)")


def pinned(path: Path) -> Iterator[tuple[str, str]]:
    """Each package of a lock with its version."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := _PINNED.match(line):
            yield licences.normal(match[1]), match[2]


def bill(path: Path) -> Bom:
    """The bill of materials of a lock; without a time, so that it can be compared."""
    packages = list(pinned(path))
    project = Component(name="alaqat", version="0.1.0", type=ComponentType.APPLICATION)
    project.bom_ref.value = "alaqat"
    bom = Bom(
        components=[_component(name, version) for name, version in packages],
        metadata=BomMetaData(component=project, timestamp=datetime(2000, 1, 1, tzinfo=UTC)),
        serial_number=uuid5(NAMESPACE_URL, repr(packages)),
    )
    bom.register_dependency(project, bom.components)
    return bom


def _component(name: str, version: str) -> Component:
    url = PackageURL("pypi", name=name, version=version)
    component = Component(name=name, version=version, purl=url, bom_ref=str(url))
    if licence := _licence(name):
        component.licenses.add(LicenseFactory().make_from_string(licence))
    return component


def _licence(name: str) -> str | None:
    """The licence chosen of a package, else the first statement of its metadata."""
    if name in licences.CHOSEN:
        return licences.CHOSEN[name][0]
    try:
        return next(iter(licences.statements(distribution(name))), None)
    except PackageNotFoundError:
        return None


def text(bom: Bom) -> str:
    """The bill as JSON."""
    return JsonV1Dot6(bom).output_as_string(indent=1) + "\n"


def main() -> int:
    """Write the bill to the file that is named."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    Path(sys.argv[1]).write_text(text(bill(LOCK)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
