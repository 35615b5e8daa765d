"""Uploads of a reader (files, a text, links) in a temporary folder until they are added."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any, Final, Protocol
from weakref import finalize

from alaqat.model.file_names import safe_stem, safe_suffix
from components.access.policy import Editor
from components.forms import job_process
from components.forms.job_process import Job, Line

LINKS: Final = 200  # most links, and most feeds, of one upload


class Upload(Protocol):
    """A file from the browser."""

    name: str

    def getvalue(self) -> bytes:
        """The content of the file."""
        ...


@dataclass(frozen=True, slots=True)
class Given:
    """One upload; `outlet` and `day` are used for articles without their own.

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
    """A preview: its folder, the command that reads (`job`) and the one that adds (`adding`)."""

    given: Given
    job: Job
    folder: Path
    adding: Job | None = None

    @property
    def ready(self) -> Path:
        """The folder of the articles that can be added."""
        return self.folder / "ready"

    @property
    def articles(self) -> list[Line]:
        """The articles of the preview so far."""
        return self.job.lines_of("article")

    @property
    def is_added(self) -> bool:
        """True if the articles have been added."""
        return self.adding is not None and not self.adding.is_running and bool(self.adding.done)

    @property
    def refused(self) -> list[str]:
        """The reasons why parts of the upload cannot be used, with the names of uploaded files."""
        return self._reasons("refused")

    @property
    def refused_count(self) -> int:
        """How many articles the reasons are about."""
        return sum(int(line.get("count") or 1) for line in self.job.lines_of("refused"))

    @property
    def undated(self) -> Mapping[str, int]:
        """How many articles of the preview have no day, by their outlet."""
        return Counter(
            str(article.get("source") or self.given.outlet)
            for article in self.articles
            if not (article.get("published") or self.given.day)
        )

    @property
    def remarks(self) -> list[str]:
        """Remarks of the reading, such as the columns used of a table."""
        return self._reasons("remark")

    def _reasons(self, kind: str) -> list[str]:
        prefix = f"{self.folder / 'given'}/"
        return [
            str(line.get("message", "")).replace(prefix, "") for line in self.job.lines_of(kind)
        ]

    def clear(self) -> None:
        """Remove the folder."""
        rmtree(self.folder, ignore_errors=True)

    def keep(self, chosen: Collection[str], days: Mapping[str, date]) -> None:
        """Delete all other articles from the folder; fill in missing outlets and dates.

        `days` are the reader's dates by article id; the outlet and other dates are those of the
        upload.
        """
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


def stage(given: Given, *, by: Editor) -> Staged:
    """Save an upload to a folder and start its preview for an editor.

    The files are only in the folder then, no longer in memory. Raises Busy while another command
    runs.
    """
    folder = Path(mkdtemp(prefix="alaqat-"))
    try:
        job = _started(given, folder, by)
        staged = Staged(replace(given, files=()), job, folder)
    except BaseException:
        rmtree(folder, ignore_errors=True)
        raise
    finalize(staged, rmtree, folder, ignore_errors=True)
    return staged


def _started(given: Given, folder: Path, by: Editor) -> Job:
    inputs = folder / "given"
    inputs.mkdir()
    for file in given.files:
        _free_path(inputs, safe_name(file.name)).write_bytes(file.getvalue())
    if given.text.strip():
        _write_text(given, inputs)
    sources = [*([str(inputs)] if any(inputs.iterdir()) else []), *given.links]
    columns = f"--columns={given.columns}"
    return job_process.RUNNER.start(
        "preview", "preview", columns, "--out", str(folder / "ready"), "--", *sources, by=by
    )


def _write_text(given: Given, folder: Path) -> None:
    path = _free_path(folder, "pasted.txt")
    path.write_text(given.text, encoding="utf-8")
    fields = {
        "title": given.title,
        "source": given.outlet,
        "published": given.day.isoformat() if given.day else "",
    }
    metadata = {key: value for key, value in fields.items() if value}
    metadata |= {"published_basis": "reader"} if given.day else {}
    sidecar = json.dumps(metadata, ensure_ascii=False)
    path.with_suffix(".json").write_text(sidecar, encoding="utf-8")


def safe_name(name: str) -> str:
    """A file name without folders, control characters and characters special to a shell or disk."""
    path = PurePosixPath(name.replace("\\", "/"))
    return f"{safe_stem(path.stem)}{safe_suffix(path.suffix)}"


def _free_path(folder: Path, name: str) -> Path:
    path, number = folder / name, 2
    while path.exists():
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
        number += 1
    return path


def links(box: str, *, before: str = "") -> tuple[str, ...]:
    """The http and https links of a text box, one a line, with the prefix `before`; each once."""
    lines = (line.strip() for line in box.splitlines())
    prefixed = (before + line for line in lines if line.lower().startswith(("http://", "https://")))
    return tuple(dict.fromkeys(prefixed))[:LINKS]
