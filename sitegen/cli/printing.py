"""Prints a report in the form that was asked for, with what it needs from disk and environment."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.cli import say, site
from sitegen.cli.options import Setting

if TYPE_CHECKING:
    from sitegen.options import Result
    from sitegen.problem import Problem
    from sitegen.reports.excerpt import Read


class Place(NamedTuple):
    """The site that a report is about, and how to print."""

    root: Path
    setting: Setting


def document(found: "Sequence[Problem]", result: "Result", *, ok: bool) -> None:
    """Print the JSON report on standard output."""
    from sitegen import report

    say.result(report.json(found, ok=ok, stats=stats(result)))


def problems(found: "Sequence[Problem]", form: str, place: Place) -> None:
    """Print `found` on standard output, in any form but JSON and notes on a pull request."""
    match form:
        case "sarif":
            from sitegen import explain, report

            say.result(report.code_scanning(found, from_repository(place.root), explain.meanings()))
        case _:
            _text(found, form, place)


def stats(result: "Result") -> dict[str, int | float | str | bool]:
    """The figures of a build, for the JSON report."""
    counts = {
        f"{kind.replace('-', '_').removesuffix('s')}s": number for kind, number in result.counts.items()
    }
    return {
        **counts,
        "published": result.published,
        "made": result.made,
        "removed": result.removed,
        "seconds": round(result.seconds, 3),
    }


def elsewhere(found: "Sequence[Problem]", setting: Setting) -> None:
    """Mention problems that were not asked for."""
    from sitegen.reports import terminal

    say.aside(f"(Elsewhere: {terminal.summary(found).rstrip('.')}; `sitegen check` shows them.)", setting)


def _text(found: "Sequence[Problem]", form: str, place: Place) -> None:
    from sitegen import report

    if place.setting.quiet and not found:
        return
    look = report.Look(
        columns=say.columns(), prefix=site.prefix(place.root), ink=say.colours(place.setting, sys.stdout)
    )
    for line in report.text(found, "concise" if form == "concise" else "full", reader(place.root), look):
        say.result(line)


def reader(root: Path) -> "Read":
    """Gives the bytes of a file of the site, or None; never follows a link."""
    from sitegen.read import tree

    def read(file: str) -> bytes | None:
        try:
            return tree.read(root, file)
        except OSError:
            return None

    return read


def from_repository(root: Path) -> str:
    """The way from the top of the repository to the site: there annotations count their paths from."""
    place = root.resolve()
    for folder in (place, *place.parents):
        if (folder / ".git").exists():
            way = place.relative_to(folder).as_posix()
            return "" if way == "." else way + "/"
    return ""
