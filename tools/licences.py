"""Lists the licence of every installed package and refuses those that Alaqat may not depend on.

Usage: python tools/licences.py   (exit status 1 when a package of requirements.txt is refused)

What a package says of itself counts: its licence expression, its classifiers, its licence line.
Permissive licences are taken. So is the Mozilla licence: it binds only who changes the package's
own files, which are installed here as they were published. The GPL family and whatever says
nothing are refused among the packages of requirements.txt; what only tests or camel-tools' own
models bring is listed, and no more.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
# Where a package is named says what it is for; the first file that names it counts.
USES: Final = {
    "run": "requirements.txt",
    "models": "requirements-models.txt",
    "dev": "requirements-dev.txt",
}
# Packages that offer several licences: the one that is taken, and why.
CHOSEN: Final = {
    "tld": ("MPL-1.1", "offered beside GPL and LGPL; trafilatura needs it, unchanged"),
}
# A licence line longer than this is the licence's whole text, whose words say little by themselves.
LINE: Final = 100
_GPL: Final = re.compile(r"\b[AL]?GPL|GNU|General Public", re.IGNORECASE)
_TAKEN: Final = re.compile(
    r"\b(MIT|0?BSD|BSL-1\.0|Apache|ISC|ISCL|PSFL?|Python Software Foundation|CNRI-Python"
    r"|HPND|Zlib|CC0|Unlicense|Public[- ]Domain|MPL|Mozilla Public)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Package:
    """An installed package, what it is for, what it says of its licence, and why it is refused."""

    name: str
    version: str
    use: str
    licence: str
    refusal: str | None


def normal(name: str) -> str:
    """A package's name as PyPI compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def named(path: Path) -> set[str]:
    """The packages that a file of requirements names."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {normal(found[0]) for line in lines if (found := re.match(r"[A-Za-z0-9][\w.-]*", line))}


def statements(package: Distribution) -> list[str]:
    """What the metadata says of the licence, the most exact first."""
    metadata = package.metadata
    line = (metadata.get("License") or "").strip()
    said = [
        metadata.get("License-Expression") or "",
        ", ".join(_classified(metadata.get_all("Classifier") or [])),
        line if len(line) <= LINE else "",
    ]
    return [way for way in said if way]


def _classified(classifiers: list[str]) -> Iterator[str]:
    for classifier in classifiers:
        *_, last = parts = classifier.split(" :: ")
        if parts[0] == "License" and last not in {"License", "OSI Approved"}:
            yield last


def refusal(name: str, said: list[str]) -> str | None:
    """Why a licence cannot be taken; None where it can."""
    if not said:
        return "says no licence"
    if name in CHOSEN:
        licence, _ = CHOSEN[name]
        return None if licence in re.split(r"\s+OR\s+", said[0]) else f"no longer offers {licence}"
    if any(_GPL.search(way) for way in said):
        return "is of the GPL family"
    parts = re.split(r"\s+(?:AND|OR)\s+|,\s+", said[0])
    unknown = [part for part in parts if not _TAKEN.search(part)]
    return f"has a licence not known here: {', '.join(unknown)}" if unknown else None


def packages() -> list[Package]:
    """Every installed package, by name."""
    files = {use: named(ROOT / file) for use, file in USES.items()}
    found = {}
    for package in distributions():
        name = normal(package.name)
        use = next((use for use, names in files.items() if name in names), "brought along")
        found[name] = _package(package, use)
    return [found[name] for name in sorted(found)]


def _package(package: Distribution, use: str) -> Package:
    name, said = normal(package.name), statements(package)
    return Package(name, package.version, use, said[0] if said else "", refusal(name, said))


def refused() -> list[str]:
    """A sentence for each package of requirements.txt that may not be there, or is missing."""
    told = []
    for name in sorted(named(ROOT / USES["run"])):
        try:
            reason = refusal(name, statements(distribution(name)))
        except PackageNotFoundError:
            reason = "is not installed"
        if reason:
            told.append(f"{name} {reason}")
    return told


def main() -> int:
    """Print the table, then what is refused."""
    for package in packages():
        chosen = CHOSEN.get(package.name)
        note = f"taken: {chosen[0]}, {chosen[1]}" if chosen else package.refusal or ""
        print("\t".join((package.name, package.version, package.use, package.licence, note)))
    told = refused()
    print(*told, sep="\n", file=sys.stderr)
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
