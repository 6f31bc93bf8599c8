"""The cases in `tests/cases`: each problem stands at its line, with its code, and nothing else is said."""

from pathlib import Path

import case
import problem_codes
import pytest
from case import Expected

from sitegen import build, history
from sitegen.options import Options, Result
from sitegen.problem import Problem

FOLDER = Path(__file__).parent / "cases"
FILES = sorted(FOLDER.glob("*.txt"))
NEEDS_MORE_THAN_FILES = {
    "output-is-mount": "a mounted disk",
    "output-is-file": "an output folder other than public/",
    "unreadable-file": "a file that vanishes between two looks at it",
    "changed-meanwhile": "a file of awards that changes between two looks at it",
}
"""Codes that no small site can show, and what they need; other tests show them."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    wanted = case.parse(path.read_text(encoding="utf-8"))
    case.write(wanted, tmp_path)
    result = _run(tmp_path, wanted.settings)
    found = sorted(_line(_place(problem)) for problem in result.problems)
    assert found == sorted(_line(item) for item in wanted.expected)
    for item in wanted.expected:
        assert any(item.words in said for said in _said(result, item)), _said(result, item)


def test_every_code_has_a_case() -> None:
    shown = {item.code for path in FILES for item in case.parse(path.read_text(encoding="utf-8")).expected}
    assert sorted(set(problem_codes.found()) - shown - set(NEEDS_MORE_THAN_FILES)) == []


def test_every_case_says_what_it_shows() -> None:
    assert [
        path.name for path in FILES if not case.parse(path.read_text(encoding="utf-8")).about.strip()
    ] == []


def _run(root: Path, settings: dict[str, str]) -> Result:
    options = Options(
        root=root, out=root / settings.get("out", "public"), drafts="drafts" in settings, workers=1
    )
    if "against" in settings:
        return Result(problems=history.problems(root, "HEAD", settings.get("by", "")))
    return build.build(options) if settings.get("run") == "build" else build.check(options)


def _place(problem: Problem) -> Expected:
    span = problem.span
    return Expected(span.file, span.line, span.column, span.width, problem.severity, problem.code)


def _line(item: Expected) -> str:
    return f"{item.file}:{item.line}:{item.column}+{item.width} {item.severity}[{item.code}]"


def _said(result: Result, item: Expected) -> list[str]:
    same = [problem for problem in result.problems if _place(problem) == item._replace(words="")]
    return [f"{problem.message} | {problem.hint}" for problem in same]
