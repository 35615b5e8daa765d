"""Commands of Alaqat in separate processes, one at a time, with their progress and result.

The web process does not read articles itself: it starts `python -m alaqat …` and reads the lines of
JSON that the command writes. The command continues when its reader opens another page, and all
readers see it.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Thread
from typing import IO, Any, Final

from alaqat.model.settings import Settings
from components.access.policy import Editor

COMMAND: Final = (sys.executable, "-m", "alaqat")
HOME: Final = Path(__file__).resolve().parents[2]
STEPS: Final = frozenset({"read", "refuse", "ask", "annotate", "merge", "write"})
ERROR_LINES: Final = 40  # last lines of standard error to store
Line = Mapping[str, Any]


class Busy(Exception):
    """Another command is running."""


class Job:
    """A running or ended command: `step` is its last line of progress, `lines` its other lines."""

    def __init__(self, name: str, process: subprocess.Popen[str]) -> None:
        self.name = name
        self.step: Line = {}
        self.lines: list[Line] = []
        self.is_stopped = False
        self._errors: deque[str] = deque(maxlen=ERROR_LINES)
        self._process = process
        self._ended = Event()
        Thread(target=self._follow, daemon=True).start()

    @property
    def is_running(self) -> bool:
        """True until the process has ended and its output is read."""
        return not self._ended.is_set()

    @property
    def status(self) -> int | None:
        """The exit status; None while the command runs."""
        return None if self.is_running else self._process.returncode

    @property
    def done(self) -> Line | None:
        """The line of the result of a successful command; None before and without success."""
        return next((line for line in reversed(self.lines) if line.get("kind") == "done"), None)

    @property
    def failure(self) -> str:
        """The reason why a command failed; empty if it runs, succeeded or was stopped."""
        if self.is_running or self.done or self.is_stopped:
            return ""
        reasons = [
            str(line.get("message", "")) for line in self.lines if line.get("kind") == "failed"
        ]
        return next(iter([*reasons[-1:], *list(self._errors)[-1:]]), f"exit status {self.status}")

    def lines_of(self, kind: str) -> list[Line]:
        """The lines of one kind so far."""
        return [line for line in list(self.lines) if line.get("kind") == kind]

    def has_ended_within(self, seconds: float) -> bool:
        """Wait for the end of the command; False if it still runs after `seconds`."""
        return self._ended.wait(seconds)

    def stop(self) -> None:
        """Terminate the process and its children; builds that it has published stay."""
        if self.is_running:
            self.is_stopped = True
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGTERM)

    def _follow(self) -> None:
        errors = Thread(target=self._listen, args=(self._process.stderr,), daemon=True)
        errors.start()
        for text in self._process.stdout or ():
            self._take(text)
        errors.join()
        self._process.communicate()
        self._ended.set()

    def _take(self, text: str) -> None:
        try:
            line = json.loads(text)
        except ValueError:
            return
        if isinstance(line, dict) and line.get("kind") in STEPS:
            self.step = line
        elif isinstance(line, dict):
            self.lines.append(line)

    def _listen(self, errors: IO[str] | None) -> None:
        self._errors.extend(line for text in errors or () if (line := text.strip()))


class JobRunner:
    """Starts commands, one at a time; `latest` is the command that runs now or ran last."""

    def __init__(self) -> None:
        self.latest: Job | None = None
        self._lock = Lock()

    def start(self, name: str, *arguments: str, by: Editor) -> Job:
        """Run `python -m alaqat ARGUMENTS` for an editor.

        Raises Busy while another command runs.
        """
        with self._lock:
            if self.latest and self.latest.is_running:
                raise Busy(self.latest.name)
            self.latest = Job(name, _open(arguments, by))
            return self.latest

    def start_build(self, name: str, *arguments: str, by: Editor) -> Job:
        """Run a command that builds the store on screen: `add`, `remove` or `rebuild`."""
        store = str(Settings.from_env().store.resolve())
        return self.start(name, name, *arguments, "--store", store, "--progress", "json", by=by)

    def stop(self) -> None:
        """Stop the command that runs."""
        if self.latest:
            self.latest.stop()


def _open(arguments: Sequence[str], by: Editor) -> subprocess.Popen[str]:
    variables = {"PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}
    variables["ALAQAT_CORRECTIONS"] = str(Settings.from_env().corrections)
    variables["ALAQAT_BY"] = by.name
    return subprocess.Popen(  # noqa: S603 - our own command without a shell
        [*COMMAND, *arguments],
        cwd=HOME,
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    )


RUNNER: Final = JobRunner()
atexit.register(RUNNER.stop)
