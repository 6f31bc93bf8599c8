"""The list of mistakes that issuers make, and what is said of each."""

import re
from pathlib import Path

import case

from sitegen import build, history
from sitegen.options import Options
from sitegen.problem import Problem

CASES = Path(__file__).parent / "cases"
ROW = re.compile(r"^\| (.+) \| `([a-z0-9-]+)` \|$", re.MULTILINE)


def listed() -> list[tuple[str, Path]]:
    """Each kind of mistake, in words, with the case that shows it."""
    rows = ROW.findall((CASES / "MISTAKES.md").read_text(encoding="utf-8"))
    return [(kind, CASES / f"{name}.txt") for kind, name in rows]


def found(path: Path, root: Path) -> tuple[Problem, ...]:
    """What is said of the case in a file, whose site is written into `root`."""
    wanted = case.parse(path.read_text(encoding="utf-8"))
    case.write(wanted, root)
    if "against" in wanted.settings:
        return history.problems(root, "HEAD", wanted.settings.get("by", ""))
    return build.check(Options(root=root, out=root / "public", workers=1)).problems
