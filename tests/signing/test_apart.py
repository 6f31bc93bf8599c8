"""Signing stays apart from the build: nothing that publishes can reach a private key."""

import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]


@pytest.mark.parametrize("module", ["sitegen.build", "sitegen.unchanged", "sitegen.serve", "sitegen.history"])
def test_what_publishes_does_not_load_what_signs(module: str) -> None:
    code = (
        f"import {module}, sys; "
        "print([name for name in sys.modules if name.startswith(('sitegen.signing', 'sitegen.submissions'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_no_module_but_the_command_line_s_and_those_of_submissions_names_it() -> None:
    outside = [
        path.relative_to(REPOSITORY).as_posix()
        for path in (REPOSITORY / "sitegen").rglob("*.py")
        if path.parent.name not in ("signing", "submissions", "reviewing", "cli")
        and "sitegen.signing" in path.read_text(encoding="utf-8")
    ]
    assert outside == []
