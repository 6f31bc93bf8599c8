"""`sitegen check`: every problem of the content at once; nothing is written."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli import against as against_a_commit
from sitegen.cli import bar, options, pages, printing, pull_request, say, site
from sitegen.cli.faults import Refused

if TYPE_CHECKING:
    from sitegen.options import Result
    from sitegen.problem import Problem

FORMS = ("full", "concise", "json", "github", "sarif")


@click.command(
    cls=pages.HelpPage,
    examples=(
        ("sitegen check", "everything"),
        ("sitegen check content/issuers", "problems in this folder only"),
        ("sitegen check --strict", "warnings count as errors"),
        ("sitegen check --against main", "only what has changed, and what that does"),
        ("sitegen check --format github", "notes on a pull request"),
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path())
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="full", help="What the report looks like."
)
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
@click.option("--drafts", is_flag=True, help="Accepted as by `build`; drafts are always checked.")
@click.option("--against", metavar="COMMIT", help="Check the change from this commit to now, and only that.")
@click.option(
    "--by",
    metavar="NAME",
    envvar="GITHUB_ACTOR",
    default="",
    help="Who proposes the change, on GitHub: then files of other issuers are named.",
)
@click.option(
    "--preview-at",
    metavar="URL",
    default="",
    help="Where the change is previewed: the summary of a pull request then leads to its pages.",
)
@click.option(
    "--write-aliases", is_flag=True, help="Write the former names of renamed files into the new ones."
)
@options.common
def command(
    setting: options.Setting, paths: tuple[str, ...], form: str, against: str | None, **given: Any
) -> int:
    """Find every problem in the content.

    Nothing is published or changed. With PATHS only problems of these files
    and folders are shown, though everything is read. With --against only
    the change is looked at: its files, what it makes wrong in others, and
    what it does to versions, addresses, owners, keys and awards. The exit
    code is 1 if there is an error.
    """
    root = site.root(setting)
    if given["write_aliases"] and against is None:
        raise Refused("`--write-aliases` needs a commit to compare with", "add it, as in `--against main`")
    preview = pull_request.address(given["preview_at"])
    wanted = [_inside(root, path) for path in paths]
    asked = against_a_commit.Asked(against, given["by"], given["write_aliases"]) if against else None
    result, asides = _checked(setting, root, asked, drafts=given["drafts"])
    shown, elsewhere = _split(result.problems, wanted)
    ok = not any(given["strict"] or problem.severity == "error" for problem in shown)
    if form == "json":
        printing.document(shown, result, ok=ok)
    elif form == "github":
        pull_request.tell(shown, root, pull_request.Seen(against, preview, tuple(asides)))
    else:
        printing.problems(shown, form, printing.Place(root, setting))
    if elsewhere and form in ("full", "concise"):
        printing.elsewhere(elsewhere, setting)
    for words in asides if form in ("full", "concise") else ():
        say.aside(words, setting)
    return 0 if ok else 1


def _checked(
    setting: options.Setting, root: Path, asked: against_a_commit.Asked | None, *, drafts: bool
) -> "tuple[Result, list[str]]":
    from sitegen.options import Options

    wanted = Options(root=root, out=root / "public", drafts=drafts)
    if asked is not None:
        return against_a_commit.checked(setting, wanted, asked)
    from sitegen import build

    with bar.progress(setting) as show:
        return build.check(wanted, show), []


def _inside(root: Path, path: str) -> str:
    """The path from the site's top with `/` between folders; paths are given as seen from the current folder."""
    if not os.path.lexists(path):
        raise Refused(f"there is no file or folder {path}", "paths are seen from the folder you are in")
    top, place = (
        os.path.realpath(root),
        os.path.join(os.path.realpath(os.path.dirname(path) or "."), os.path.basename(path)),
    )
    return os.path.normpath(os.path.relpath(place, top)).replace(os.sep, "/")


def _split(problems: "Sequence[Problem]", wanted: list[str]) -> "tuple[list[Problem], list[Problem]]":
    """The problems that have to do with the wanted paths, and the others."""
    if not wanted or "." in wanted:
        return list(problems), []
    shown = [p for p in problems if any(_covers(path, p) for path in wanted)]
    return shown, [p for p in problems if p not in shown]


def _covers(path: str, problem: "Problem") -> bool:
    files = (problem.span.file, *(span.file for span in problem.related))
    return any(file == path or file.startswith(path + "/") for file in files)
