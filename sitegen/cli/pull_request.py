"""What people see of a check on a pull request: notes at lines, those on changed lines first, and a summary of all."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.cli import printing, say
from sitegen.cli.faults import Refused

if TYPE_CHECKING:
    from sitegen.problem import Problem
    from sitegen.touched import Touched, TouchedPage

SUMMARY = "GITHUB_STEP_SUMMARY"
"""Names the file that becomes the summary of a step (GitHub's documentation of workflow commands)."""


class Seen(NamedTuple):
    """What is known of the change: the commit it is compared with, if any, where its preview is, and sentences about it."""

    commit: str | None = None
    preview: str = ""
    asides: tuple[str, ...] = ()


def tell(found: "Sequence[Problem]", root: Path, seen: Seen) -> None:
    """Print a note for each problem, and write the summary where it is wanted."""
    from sitegen import report
    from sitegen.reports import github, terminal

    prefix = printing.from_repository(root)
    touched, pages = _of_change(root, seen.commit)
    ordered = report.first_on_changed_lines(found, touched.__contains__ if touched else lambda _: False)
    for line in report.annotations(ordered, prefix):
        say.result(line)
    say.result(terminal.summary(found))
    if table := os.environ.get(SUMMARY):
        text = report.step_summary(ordered, prefix, github.Around(tuple(pages), seen.preview, seen.asides))
        with Path(table).open("a", encoding="utf-8") as file:
            file.write(text)


def address(given: str) -> str:
    """The address of a preview without a slash at the end; raises Refused if it is none."""
    if given and not given.startswith("https://"):
        raise Refused(f"{given} is not the address of a preview", "it begins with `https://`")
    return given.rstrip("/")


def _of_change(root: Path, commit: str | None) -> "tuple[Touched | None, list[TouchedPage]]":
    if commit is None:
        return None, []
    from sitegen import history, touched

    change = history.change(root, commit)
    return touched.Touched(change), touched.pages(change)
