"""Measures the shape of the code: `python tools/code_shape.py [FOLDER …]`.

For each folder it prints the decisions per line of a function, and then every place that breaks a
limit. A decision is an `if`, a loop, an `except`, a ternary, a comprehension's `for` or `if`, or an
`and`/`or`. `tests/test_code_shape.py` holds the limits.
"""

from __future__ import annotations

import ast
import functools
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("alaqat", "components", "pages")
STAGES = ("alaqat/timex", "alaqat/entities", "alaqat/quotes", "alaqat/events")
MOST_OPERATORS = 12  # boolean operators and ternaries in one function
PREDICATES = ("is_", "has_", "can_", "should_")
# Words that names may not contain, as they do not say what is meant.
RIDDLES = frozenset({"told", "said", "kept", "taken", "made", "whose", "whom", "beside", "nobody"})
Function = ast.FunctionDef | ast.AsyncFunctionDef
_BRANCHES = (ast.If, ast.For, ast.While, ast.IfExp, ast.ExceptHandler)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the code that breaks a limit: its file, its line, and the broken limit."""

    path: Path
    line: int
    problem: str

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line}: {self.problem}"


def sources(*folders: str) -> list[Path]:
    """The Python files below `folders`, in the order of their names."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


@functools.cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file, parsed once, as each check reads all files."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(tree: ast.AST) -> Iterator[Function]:
    """Every function and method of a module, including nested ones."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def decisions(node: ast.AST) -> int:
    """The decisions inside `node`."""
    count = 0
    for child in ast.walk(node):
        count += isinstance(child, _BRANCHES)
        if isinstance(child, ast.comprehension):
            count += 1 + len(child.ifs)
        if isinstance(child, ast.BoolOp):
            count += len(child.values) - 1
    return count


def density(*folders: str) -> float:
    """Decisions per line of the functions below `folders`."""
    total = lines = 0
    for path in sources(*folders):
        for function in outer_functions(parsed(path)):
            total += decisions(function)
            lines += (function.end_lineno or function.lineno) - function.lineno + 1
    return total / lines if lines else 0.0


def outer_functions(tree: ast.AST) -> Iterator[Function]:
    """The functions and methods of a module without nested functions."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, Function):
            yield child
        else:
            yield from outer_functions(child)


def operators(function: Function) -> int:
    """The boolean operators and ternaries of a function, without those of functions inside it."""
    count = 0
    left: list[ast.AST] = list(ast.iter_child_nodes(function))
    while left:
        node = left.pop()
        if isinstance(node, Function):
            continue
        count += isinstance(node, ast.IfExp)
        if isinstance(node, ast.BoolOp):
            count += len(node.values) - 1
        left.extend(ast.iter_child_nodes(node))
    return count


def crowded_functions(*folders: str) -> list[Place]:
    """Functions with more boolean operators and ternaries than the limit."""
    return [
        Place(path, function.lineno, f"{function.name}: {count} boolean operators and ternaries")
        for path in sources(*folders)
        for function in functions(parsed(path))
        if (count := operators(function)) > MOST_OPERATORS
    ]


def nested_ternaries(*folders: str) -> list[Place]:
    """Ternaries inside ternaries."""
    return [
        Place(path, node.lineno, "a ternary inside a ternary")
        for path in sources(*folders)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.IfExp)
        and any(isinstance(part, ast.IfExp) for part in (node.test, node.body, node.orelse))
    ]


def unmarked_predicates(*folders: str) -> list[Place]:
    """Functions that return a truth value and whose name begins with none of `PREDICATES`."""
    return [
        Place(
            path,
            function.lineno,
            f"{function.name} returns bool; begin it with is_/has_/can_/should_",
        )
        for path in sources(*folders)
        for function in functions(parsed(path))
        if isinstance(function.returns, ast.Name)
        and function.returns.id == "bool"
        and not function.name.lstrip("_").startswith(PREDICATES)
        and not function.name.startswith("__")
    ]


def riddles(*folders: str) -> list[Place]:
    """Identifiers that hold a word of `RIDDLES`."""
    places = []
    for path in sources(*folders):
        for node in ast.walk(parsed(path)):
            places += [
                Place(path, getattr(node, "lineno", 1), f"identifier {name}")
                for name in _identifiers(node)
                if RIDDLES & set(name.lower().strip("_").split("_"))
            ]
    return places


def _identifiers(node: ast.AST) -> Iterator[str]:
    """The names that a node gives: functions, classes, arguments, variables, fields."""
    if isinstance(node, Function | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
        yield node.attr


def main() -> None:
    """Print the density of the folders named (all by default), then every broken limit."""
    folders = tuple(sys.argv[1:]) or FOLDERS
    for folder in folders:
        print(f"{density(folder):.2f} decisions a line in {folder}")
    for check in (crowded_functions, nested_ternaries, unmarked_predicates, riddles):
        for place in check(*folders):
            print(place)


if __name__ == "__main__":
    main()
