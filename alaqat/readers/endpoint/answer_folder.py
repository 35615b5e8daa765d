"""Answers on disk, one file each: a run that was stopped goes on, and a test needs no server."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from threading import get_ident


class AnswerFolder:
    """The recorded answers of a folder. Each file has the model's name and its answer."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, key: str) -> str | None:
        """The answer of that key; None if there is none or its file cannot be read."""
        try:
            record = json.loads((self._path / f"{key}.json").read_bytes())
            answer = record["answer"]
        except (OSError, ValueError, LookupError, TypeError):
            return None
        return answer if isinstance(answer, str) else None

    def put(self, key: str, answer: str, model: str) -> None:
        """Record an answer; the file is there as a whole or not at all."""
        self._path.mkdir(parents=True, exist_ok=True)
        unfinished = self._path / f".{key}.{os.getpid()}.{get_ident()}"
        text = json.dumps({"model": model, "answer": answer}, ensure_ascii=False, indent=1)
        unfinished.write_text(text + "\n", encoding="utf-8", errors="replace")
        unfinished.replace(self._path / f"{key}.json")


def answer_key(parts: Sequence[object]) -> str:
    """The key of an answer: a hash of the text, the prompt and the model."""
    joined = "\x1f".join(map(str, parts)).encode(errors="surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:32]
