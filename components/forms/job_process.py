"""Commands of Alaqat in processes of their own, one at a time: their steps as they come, their end, no file left.

The web process never reads an article itself: it starts `python -m alaqat …` and follows its lines of JSON. A command
goes on when its reader looks at another page, and every reader sees it.
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

COMMAND: Final = (sys.executable, "-m", "alaqat")
HOME: Final = Path(__file__).resolve().parents[2]
STEPS: Final = frozenset({"read", "refuse", "annotate", "merge", "write"})
ERROR_LINES: Final = 40  # of standard error, the last ones
Line = Mapping[str, Any]


class Busy(Exception):
    """Another command is running."""


class Job:
    """A running or ended command: `step` is how far it is, `lines` what it wrote besides steps, `status` its end."""

    def __init__(self, name: str, process: subprocess.Popen[str]) -> None:
        self.name = name
        self.step: Line = {}
        self.lines: list[Line] = []
        self.stopped = False
        self._errors: deque[str] = deque(maxlen=ERROR_LINES)
        self._process = process
        self._ended = Event()
        Thread(target=self._follow, daemon=True).start()

    @property
    def is_running(self) -> bool:
        """True while the command is at work."""
        return not self._ended.is_set()

    @property
    def status(self) -> int | None:
        """The exit status, None while the command runs."""
        return None if self.is_running else self._process.returncode

    @property
    def done(self) -> Line | None:
        """The last line of a command that came to its end."""
        return next((line for line in reversed(self.lines) if line.get("kind") == "done"), None)

    @property
    def failure(self) -> str:
        """Why an ended command did not come to its end; empty where it did, and where a reader stopped it."""
        if self.is_running or self.done or self.stopped:
            return ""
        reasons = [
            str(line.get("message", "")) for line in self.lines if line.get("kind") == "failed"
        ]
        return next(iter([*reasons[-1:], *list(self._errors)[-1:]]), f"exit status {self.status}")

    def of(self, kind: str) -> list[Line]:
        """The lines of one kind written so far."""
        return [line for line in list(self.lines) if line.get("kind") == kind]

    def has_ended_within(self, seconds: float) -> bool:
        """Wait for the end; False when it did not come in time."""
        return self._ended.wait(seconds)

    def stop(self) -> None:
        """End the command with all it started; what it had published stays."""
        if self.is_running:
            self.stopped = True
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


_guard: Final = Lock()
_latest: dict[str, Job] = {}


def start(name: str, *arguments: str, command: Sequence[str] = ()) -> Job:
    """Run `python -m alaqat ARGUMENTS`; raises Busy while another command runs."""
    with _guard:
        before = _latest.get("job")
        if before and before.is_running:
            raise Busy(before.name)
        surroundings = {"PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}
        surroundings["ALAQAT_CORRECTIONS"] = str(Settings.from_env().corrections)
        process = subprocess.Popen(  # noqa: S603 - our own command; what readers gave is in its arguments, no shell
            [*(command or COMMAND), *arguments],
            cwd=HOME,
            env={**os.environ, **surroundings},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
        _latest["job"] = Job(name, process)
        return _latest["job"]


def building(name: str, *arguments: str) -> Job:
    """Start a command that makes a build of the store on screen: `add`, `remove` or `rebuild`."""
    return start(
        name,
        name,
        *arguments,
        "--store",
        str(Settings.from_env().store.resolve()),
        "--progress",
        "json",
    )


def latest() -> Job | None:
    """The command that runs now or ran last."""
    return _latest.get("job")


@atexit.register
def _end() -> None:
    job = latest()
    if job:
        job.stop()
