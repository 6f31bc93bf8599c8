"""Which problem codes the source can produce: read from its syntax tree, so that none can be forgotten."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "sitegen"
ELSEWHERE = ("cli", "badges", "foreign", "signing", "submissions", "transfer", "incoming", "outgoing")
"""Folders whose refusals are no problems of files: they are said in words, or become problems in `awards`."""
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")


def found() -> dict[str, str]:
    """Every code, with a module that gives it."""
    codes: dict[str, str] = {}
    for path in sorted(path for path in SOURCE.rglob("*.py") if path.parent.name not in ELSEWHERE):
        for code in _codes(ast.parse(path.read_text(encoding="utf-8"))):
            codes.setdefault(code, path.relative_to(SOURCE.parent).as_posix())
    return codes


def _codes(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _named(node)
            yield from _before_a_sentence(node.args, refused="refused" in ast.unparse(node.func))
            yield from _for_a_problem(node)
        elif isinstance(node, ast.Tuple):
            yield from _before_a_sentence(node.elts)


def _named(call: ast.Call) -> Iterator[str]:
    """The code in `Problem(code=…)`."""
    if ast.unparse(call.func).endswith("Problem"):
        for word in call.keywords:
            if word.arg == "code" and isinstance(word.value, ast.Constant):
                yield str(word.value.value)


def _before_a_sentence(values: list[ast.expr], *, refused: bool = False) -> Iterator[str]:
    """A word like `missing-field` (or any, for a refusal) that is followed by a message of three words or more."""
    for place, value in enumerate(values):
        later = any(_is_sentence(other) for other in values[place + 1 :])
        if later and isinstance(value, ast.Constant) and _is_code(value, refused=refused):
            yield str(value.value)
            return


def _is_code(value: ast.Constant, *, refused: bool = False) -> bool:
    return bool(CODE.fullmatch(str(value.value))) and (refused or "-" in str(value.value))


def _for_a_problem(call: ast.Call) -> Iterator[str]:
    """A word with a hyphen that is handed to a function that makes problems."""
    if "problem" in ast.unparse(call.func):
        for value in call.args:
            if (
                isinstance(value, ast.Constant)
                and "-" in str(value.value)
                and CODE.fullmatch(str(value.value))
            ):
                yield str(value.value)


def _is_sentence(value: ast.expr) -> bool:
    if isinstance(value, ast.BinOp):
        return _is_sentence(value.left)
    if isinstance(value, ast.JoinedStr):
        return True
    return isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value.count(" ") >= 2
