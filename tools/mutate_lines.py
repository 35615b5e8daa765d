"""Changes one line of a function at a time and checks that its tests notice: `make mutate`.

Usage: python tools/mutate_lines.py [--count 200] [--seed 1] [--seconds 120] [FILE …]

A change turns a comparison, a truth value, a number, an operator, a condition, a returned value or
a text into another one. The mirrored tests of the module run first, then those of its folder, in a
forked process that has the word lists loaded; it ends at the first failure, and after its seconds
of processor time or four times as long, which counts as noticed. All these tests must pass without
a change before. Changes that no test noticed are printed; those of `EQUAL` are known to change
nothing.
"""

from __future__ import annotations

import argparse
import ast
import copy
import importlib
import os
import random
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Timer
from types import CodeType, FunctionType
from typing import Any, Final, NamedTuple

import pytest
from tqdm import tqdm

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from alaqat.lexicon import load  # noqa: E402 - the path above comes first
from alaqat.model.settings import DATA  # noqa: E402

GOAL: Final = 0.85
# Files where a change costs nobody a wrong answer, or that tests run in other processes.
LEFT_OUT: Final = ("alaqat/training/", "alaqat/readers/trained/", "alaqat/cli.py")
COMPARISONS: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
OPERATORS: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult,
}  # fmt: skip
# Modules that are loaded before pytest starts are not rewritten; those of packages need not be.
_OPTIONS: Final = (
    *("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
)
_NOT_RUN: Final = 70
_CONTROL_SECONDS: Final = 3600
_WAITS: Final = (
    4  # times its seconds of processor time a process may take, as one may wait for ever
)
# (file, line as written, line as changed) that mean the same, with the reason
EQUAL: Final[dict[tuple[str, str, str], str]] = {
    (
        "alaqat/events/event_dating.py",
        "end < candidate.word.start",
        "end <= candidate.word.start",
    ): "no word begins where a duration ends: a space is between them",
    ("alaqat/model/selection.py", "'filter'", "'filterx'"): "runs at import, before the change",
    ("alaqat/export/export_request.py", "':'", "':x'"): "letters are never quoted in a link",
    ("components/server/embeds.py", "''", "'x'"): "an unknown theme is that of the browser",
    ("components/widgets/article_view.py", "'/* '", "'/* x'"): "a comment of a script",
}


class Change(NamedTuple):
    """A change of a file: the position of the changed node among the nodes of its tree."""

    file: str
    line: int
    node: int
    before: str
    after: str


def changes(path: Path) -> Iterator[Change]:
    """Every change of the functions of a file, but of texts of errors and docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    inside = {
        id(node)
        for function in nodes
        if isinstance(function, ast.FunctionDef)
        for statement in function.body
        for node in ast.walk(statement)
    }
    functional = inside - {id(node) for text in nodes for node in _words(text)}
    for position, node in enumerate(nodes):
        if id(node) in functional and (other := changed(node)) is not None:
            before, after = (ast.unparse(one) for one in (node, other))
            name = str(path.relative_to(ROOT))
            yield Change(name, getattr(node, "lineno", 0), position, before, after)


def _words(statement: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a statement that is only read by people: an error raised, or a docstring.

    Also those of `strict=True` of `zip`, which checks what always holds.
    """
    is_docstring = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    is_check = isinstance(statement, ast.keyword) and statement.arg == "strict"
    is_read = is_docstring or is_check or isinstance(statement, ast.Raise)
    return ast.walk(statement) if is_read else iter(())


def changed(node: ast.AST) -> ast.AST | None:
    """The node changed, None if it is of no kind that is changed."""
    other = copy.deepcopy(node)
    if isinstance(other, ast.Compare) and type(other.ops[0]) in COMPARISONS:
        other.ops[0] = COMPARISONS[type(other.ops[0])]()
    elif isinstance(other, ast.BoolOp):
        other.op = ast.And() if isinstance(other.op, ast.Or) else ast.Or()
    elif isinstance(other, ast.BinOp) and type(other.op) in OPERATORS:
        other.op = OPERATORS[type(other.op)]()
    elif isinstance(other, ast.UnaryOp) and isinstance(other.op, ast.Not):
        return other.operand
    elif isinstance(other, ast.IfExp):
        other.body, other.orelse = other.orelse, other.body
    elif isinstance(other, ast.Constant):
        return _other_constant(other)
    elif isinstance(other, ast.Return):
        return _other_return(other)
    else:
        return None
    return other


def _other_return(node: ast.Return) -> ast.Return | None:
    """A statement that returns None instead; None if it returns that or False already."""
    is_none = isinstance(node.value, ast.Constant) and str(node.value.value) in ("None", "False")
    return None if node.value is None or is_none else ast.Return(ast.Constant(None))


def _other_constant(node: ast.Constant) -> ast.Constant | None:
    if isinstance(node.value, bool):
        return ast.Constant(not node.value)
    if isinstance(node.value, int):
        return ast.Constant(node.value + 1)
    return ast.Constant(f"{node.value}x") if isinstance(node.value, str) else None


def tests_of(file: str) -> list[str]:
    """The mirrored tests of a file, then those of its folder."""
    folder = ROOT / "tests" / Path(file).parent.relative_to(Path(file).parts[0])
    if file.startswith("components/"):
        folder = ROOT / "tests" / Path(file).parent
    mirrored = folder / f"test_{Path(file).stem}.py"
    others = sorted(folder.glob("test_*.py")) if folder.is_dir() else []
    return [str(path) for path in dict.fromkeys([mirrored, *others]) if path.exists()]


def apply(change: Change) -> None:
    """Give the functions of the loaded module the code of the changed file."""
    path = ROOT / change.file
    tree = ast.parse(path.read_text(encoding="utf-8"))
    node = list(ast.walk(tree))[change.node]
    other = ast.copy_location(changed(node) or node, node)
    tree = ast.fix_missing_locations(_Replaced(node, other).visit(tree))
    module = _module(change.file)
    codes = dict(_codes(compile(tree, str(path), "exec")))
    for function in _functions(module):
        if code := codes.get((function.__qualname__, function.__code__.co_firstlineno)):
            function.__code__ = code


def _module(file: str) -> Any:
    """The module of a file; a package for its `__init__.py`."""
    name = ".".join(Path(file).with_suffix("").parts)
    return importlib.import_module(name.removesuffix(".__init__"))


class _Replaced(ast.NodeTransformer):
    def __init__(self, node: ast.AST, other: ast.AST) -> None:
        self._node, self._other = node, other

    def visit(self, node: ast.AST) -> Any:
        return self._other if node is self._node else self.generic_visit(node)


def _codes(code: CodeType) -> Iterator[tuple[tuple[str, int], CodeType]]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield (constant.co_qualname, constant.co_firstlineno), constant
            yield from _codes(constant)


def _functions(module: Any) -> Iterator[FunctionType]:
    """The functions and methods that a module defines, also behind decorators."""
    left, seen = list(vars(module).values()), set()
    while left:
        value = left.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        wrapped = getattr(value, "__wrapped__", None) or getattr(value, "__func__", None)
        parts = (wrapped, getattr(value, "fget", None), getattr(value, "func", None))
        left.extend(part for part in parts if part is not None)
        if isinstance(value, FunctionType) and value.__module__ == module.__name__:
            yield value
        elif isinstance(value, type) and value.__module__ == module.__name__:
            left.extend(vars(value).values())
        elif isinstance(value, dict):
            left.extend(value.values())


def is_noticed(change: Change, seconds: int) -> bool:
    """True if the tests of the changed file fail in a forked process.

    Raises RuntimeError if they cannot be run.
    """
    status = _status(tests_of(change.file), seconds, change)
    if status > pytest.ExitCode.INTERRUPTED:  # a module that cannot be collected interrupts
        raise RuntimeError(f"{change.file}: its tests cannot be run (status {status})")
    return status != pytest.ExitCode.OK


def _status(tests: list[str], seconds: int, change: Change | None = None) -> int:
    """How pytest ends in a forked process with a change; negative if a signal ended it."""
    child = os.fork()
    if child == 0:
        status = _NOT_RUN
        try:
            os.setpgid(0, 0)
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            os.dup2(null, 2)
            if change:
                apply(change)
            status = int(pytest.main([*_OPTIONS, *tests]))
        finally:
            os._exit(status)
    timer = Timer(_WAITS * seconds, os.killpg, (child, signal.SIGKILL))
    timer.start()
    _, result = os.waitpid(child, 0)
    timer.cancel()
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(result)


def sources(names: list[str]) -> list[Path]:
    """The files that may be changed: those named, or all that have tests."""
    if names:
        return [(ROOT / name).resolve() for name in names]
    paths = sorted([*(ROOT / "alaqat").rglob("*.py"), *(ROOT / "components").rglob("*.py")])
    files = ((path, str(path.relative_to(ROOT))) for path in paths)
    return [path for path, name in files if not name.startswith(LEFT_OUT) and tests_of(name)]


def drawn(paths: list[Path], count: int, seed: int) -> list[Change]:
    """`count` changes: a file is drawn first, then a change of it, each change once."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    by_file = {path: list(changes(path)) for path in paths}
    for listed in by_file.values():
        draw.shuffle(listed)
    picked: list[Change] = []
    while len(picked) < count and (left := [path for path in paths if by_file[path]]):
        picked.append(by_file[draw.choice(left)].pop())
    return picked


def main() -> int:
    """Make the changes; the exit status is 1 if fewer than GOAL were noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=int, default=120)
    options = parser.parse_args()
    os.nice(10)  # it takes long, and nobody waits for it
    for table in (DATA / "lexicon").glob("*.csv"):
        load.table(table.stem)
    picked = drawn(sources(options.files), options.count, options.seed)
    for change in picked:
        _module(change.file)
    tests = sorted({test for change in picked for test in tests_of(change.file)})
    if _status(tests, _CONTROL_SECONDS):
        print("tests fail without any change; run them first", file=sys.stderr)
        return 2
    noticed, unnoticed = 0, []
    for change in tqdm(picked, unit=" changes", disable=None):
        if is_noticed(change, options.seconds):
            noticed += 1
            continue
        unnoticed.append(change)
        print(f"{change.file}:{change.line}: {change.before}  →  {change.after}", flush=True)
    known = [one for one in unnoticed if (one.file, one.before, one.after) in EQUAL]
    counted = len(picked) - len(known)
    print(f"{noticed} of {counted} changes noticed ({noticed / counted:.0%}), {len(known)} equal")
    return int(noticed / counted < GOAL)


if __name__ == "__main__":
    sys.exit(main())
