"""What a reader hands in, put aside in a folder of its own until it is added: files, a pasted text, links."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any, Final, Protocol
from weakref import finalize

from alaqat.model.file_names import safe_stem, safe_suffix
from components.forms import job_process
from components.forms.job_process import Job, Line

LINKS: Final = 200  # links and feeds at a time


class Upload(Protocol):
    """A file from the browser."""

    name: str

    def getvalue(self) -> bytes:
        """Its bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Given:
    """Everything handed in at once; outlet and day are for what says neither itself.

    `columns` names the columns of tables: `text=body,published=date`.
    """

    files: tuple[Upload, ...] = ()
    text: str = ""
    title: str = ""
    links: tuple[str, ...] = ()
    outlet: str = ""
    columns: str = ""
    day: date | None = None

    @property
    def is_empty(self) -> bool:
        """True if there is nothing to read."""
        return not (self.files or self.text.strip() or self.links)


@dataclass(slots=True, weakref_slot=True, eq=False)
class Staged:
    """A preview: its folder, which goes with it, and the command that reads; `adding` is the one that adds."""

    given: Given
    job: Job
    folder: Path
    adding: Job | None = None

    @property
    def ready(self) -> Path:
        """Where the articles lie that can be added."""
        return self.folder / "ready"

    @property
    def articles(self) -> list[Line]:
        """The articles found so far."""
        return self.job.of("article")

    @property
    def refused(self) -> list[str]:
        """Why some of what was given cannot be used; files by the names they were given under."""
        return self._reasons("refused")

    @property
    def remarks(self) -> list[str]:
        """Which columns of tables were taken, and the like."""
        return self._reasons("remark")

    def _reasons(self, kind: str) -> list[str]:
        inside = f"{self.folder / 'given'}/"
        return [str(line.get("message", "")).replace(inside, "") for line in self.job.of(kind)]

    def clear(self) -> None:
        """Remove the folder."""
        rmtree(self.folder, ignore_errors=True)

    def keep(self, chosen: Collection[str], days: Mapping[str, date]) -> None:
        """Leave only the chosen articles, with the outlet and day that the reader gave where they have none."""
        for article in self.articles:
            sidecar = self.ready / f"{article['file']}.json"
            if article["id"] not in chosen:
                sidecar.unlink(missing_ok=True)
                (self.ready / f"{article['file']}.txt").unlink(missing_ok=True)
                continue
            metadata: dict[str, Any] = json.loads(sidecar.read_text("utf-8"))
            day = days.get(article["id"]) or self.given.day
            if day and not metadata.get("published"):
                metadata |= {"published": day.isoformat(), "published_basis": "reader"}
            if self.given.outlet and not metadata.get("source"):
                metadata["source"] = self.given.outlet
            sidecar.write_text(json.dumps(metadata, ensure_ascii=False), encoding="utf-8")


def stage(given: Given) -> Staged:
    """Put what was handed in aside and start to read it. Raises Busy while another command runs."""
    folder = Path(mkdtemp(prefix="alaqat-"))
    try:
        staged = Staged(given, _started(given, folder), folder)
    except BaseException:
        rmtree(folder, ignore_errors=True)
        raise
    finalize(staged, rmtree, folder, ignore_errors=True)
    return staged


def _started(given: Given, folder: Path) -> Job:
    inside = folder / "given"
    inside.mkdir()
    for file in given.files:
        _free(inside, safe(file.name)).write_bytes(file.getvalue())
    if given.text.strip():
        _paste(given, inside)
    sources = [*([str(inside)] if any(inside.iterdir()) else []), *given.links]
    columns = f"--columns={given.columns}"
    return job_process.start(
        "preview", "preview", columns, "--out", str(folder / "ready"), "--", *sources
    )


def _paste(given: Given, inside: Path) -> None:
    path = _free(inside, "pasted.txt")
    path.write_text(given.text, encoding="utf-8")
    fields = {
        "title": given.title,
        "source": given.outlet,
        "published": given.day.isoformat() if given.day else "",
    }
    known = {key: value for key, value in fields.items() if value}
    known |= {"published_basis": "reader"} if given.day else {}
    path.with_suffix(".json").write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")


def safe(name: str) -> str:
    """A file's name without folders, controls or anything a shell or a disk could misread."""
    path = PurePosixPath(name.replace("\\", "/"))
    return f"{safe_stem(path.stem)}{safe_suffix(path.suffix)}"


def _free(folder: Path, name: str) -> Path:
    path, number = folder / name, 2
    while path.exists():
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
        number += 1
    return path


def links(box: str, *, before: str = "") -> tuple[str, ...]:
    """The links of a text box, one a line, each once, with `before` put to each; only http and https are links."""
    lines = (line.strip() for line in box.splitlines())
    found = (before + line for line in lines if line.lower().startswith(("http://", "https://")))
    return tuple(dict.fromkeys(found))[:LINKS]
