"""Lists the licence of every installed package and refuses those that Alaqat may not depend on.

Usage: python tools/licences.py   (exit status 1 when a package of requirements.txt is refused)

The licence is read from the package's metadata: its licence expression, classifiers and licence
line. Permissive licences are accepted. So is the Mozilla licence, which has conditions only for
changes of the package's own files. Licences of the GPL family and packages without a licence are
refused in requirements.txt; packages that only the tests or camel-tools need are listed only.
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
# A package's use, by the first file of requirements that names it.
USES: Final = {
    "run": "requirements.txt",
    "models": "requirements-models.txt",
    "login": "requirements-login.txt",
    "dask": "requirements-dask.txt",
    "dev": "requirements-dev.txt",
    "ftm": "requirements-ftm.txt",
}
# Packages with several licences: the one chosen, and why.
CHOSEN: Final = {
    "pypdfium2": (
        "BSD-3-Clause, Apache-2.0, dependency licenses",
        "the libraries in it are under BSD, MIT, FreeType, IJG, libtiff and Unicode licences",
    ),
    "tld": ("MPL-1.1", "also under GPL and LGPL; needed by trafilatura, unchanged"),
}
# A longer licence line is the full text of a licence, in which single words prove nothing.
LONGEST_LINE: Final = 100
_GPL: Final = re.compile(r"\b[AL]?GPL|GNU|General Public", re.IGNORECASE)
_ACCEPTED: Final = re.compile(
    r"\b(MIT|0?BSD|BSL-1\.0|Apache|ISC|ISCL|PSFL?|Python Software Foundation|CNRI-Python"
    r"|HPND|Zlib|CC0|Unlicense|Public[- ]Domain|MPL|Mozilla Public)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Package:
    """An installed package: its use, its licence, and why it is refused."""

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
    names = (re.match(r"[A-Za-z0-9][\w.-]*", line) for line in lines)
    return {normal(name[0]) for name in names if name}


def statements(package: Distribution) -> list[str]:
    """The licence statements of the metadata, the most exact first."""
    metadata = package.metadata
    line = (metadata.get("License") or "").strip()
    licences = (
        metadata.get("License-Expression") or "",
        ", ".join(_classified(metadata.get_all("Classifier") or [])),
        line if len(line) <= LONGEST_LINE else "",
    )
    return [licence for licence in licences if licence]


def _classified(classifiers: list[str]) -> Iterator[str]:
    for classifier in classifiers:
        *_, last = parts = classifier.split(" :: ")
        if parts[0] == "License" and last not in {"License", "OSI Approved"}:
            yield last


def refusal(name: str, licences: list[str]) -> str | None:
    """The reason why a package with these licence statements is refused, None if it is accepted."""
    if not licences:
        return "says no licence"
    if name in CHOSEN:
        chosen, _ = CHOSEN[name]
        is_offered = chosen in re.split(r"\s+OR\s+", licences[0])
        return None if is_offered else f"no longer offers {chosen}"
    if any(_GPL.search(licence) for licence in licences):
        return "is of the GPL family"
    parts = re.split(r"\s+(?:AND|OR)\s+|,\s+", licences[0])
    unknown = [part for part in parts if not _ACCEPTED.search(part)]
    return f"has a licence not known here: {', '.join(unknown)}" if unknown else None


def packages() -> list[Package]:
    """Every installed package, by name."""
    files = {use: named(ROOT / file) for use, file in USES.items()}
    by_name = {}
    for package in distributions():
        name = normal(package.name)
        use = next((use for use, names in files.items() if name in names), "dependency")
        by_name[name] = _package(package, use)
    return [by_name[name] for name in sorted(by_name)]


def _package(package: Distribution, use: str) -> Package:
    name, licences = normal(package.name), statements(package)
    licence = licences[0] if licences else ""
    return Package(name, package.version, use, licence, refusal(name, licences))


def refused() -> list[str]:
    """A sentence for each package of requirements.txt that is refused or not installed."""
    refusals = []
    for name in sorted(named(ROOT / USES["run"])):
        try:
            reason = refusal(name, statements(distribution(name)))
        except PackageNotFoundError:
            reason = "is not installed"
        if reason:
            refusals.append(f"{name} {reason}")
    return refusals


def main() -> int:
    """Print the table and the refused packages."""
    for package in packages():
        chosen = CHOSEN.get(package.name)
        note = f"chosen: {chosen[0]}, {chosen[1]}" if chosen else package.refusal or ""
        print("\t".join((package.name, package.version, package.use, package.licence, note)))
    refusals = refused()
    print(*refusals, sep="\n", file=sys.stderr)
    return 1 if refusals else 0


if __name__ == "__main__":
    sys.exit(main())
