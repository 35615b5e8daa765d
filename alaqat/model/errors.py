"""The errors of this project; each message names the file and row, and says what to do.

AlaqatError
├── ArticleRefused   one article cannot be used; the rest of the batch goes on
├── ArticleTooSlow   one article took longer than its limit; the rest of the batch goes on
├── NothingToExport  no row of the store is in the selection
│   └── StoryMissing   the story of a link is not kept beside this store
├── LexiconError     a word list or rule file is broken
├── StoreMissing     there is no published build to read
├── StoreBroken      a build exists but is incomplete or invalid
│   ├── StoreOutdated  it was made by another version
│   └── StoreLost      there are builds, but none is the current one
├── StoreBusy        another process is writing the store
└── StoreUnwritable  the disk is full, or the store may not be written
"""

from __future__ import annotations

from typing import Self


class AlaqatError(Exception):
    """Base of every error this project raises on purpose."""


class ArticleRefused(AlaqatError):
    """One article cannot be used: the message names its file and what to do.

    `where` is the file and row as the message begins with them, once `at` has set it.
    """

    where = ""

    def at(self, where: str) -> Self:
        """This refusal, of the file or row `where`; one that has a place already keeps it."""
        if not self.where and str(self).startswith(where):
            self.where = where
        return self

    @property
    def problem(self) -> str:
        """The message without the file and row."""
        return str(self)[len(self.where) :].lstrip(":, ")


class ArticleTooSlow(AlaqatError):
    """An article took longer than its limit of time."""


class WorkerKilled(AlaqatError):
    """A process was killed each time that it read an article."""


class NothingToExport(AlaqatError):
    """No row of the store is in the selection: the message says so."""


class StoryMissing(NothingToExport):
    """The story of a link is not kept beside this store: the message says what to do."""


class LexiconError(AlaqatError):
    """A file of `data/` is broken: the message names the file and the row."""


class StoreMissing(AlaqatError):
    """No build has been published yet: the message names the command that makes one."""


class StoreBroken(AlaqatError):
    """A build exists but is incomplete, invalid or of another version."""


class StoreOutdated(StoreBroken):
    """The build was made by another version: the message names the command that makes it anew."""


class StoreLost(StoreBroken):
    """There are builds, but none is the current one: the message says how to choose one."""


class StoreBusy(AlaqatError):
    """Another process is writing the store: the message names it."""


class StoreUnwritable(AlaqatError):
    """The store cannot be written and is unchanged: the message says why and what to do."""
