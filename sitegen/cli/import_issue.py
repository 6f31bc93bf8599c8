"""`sitegen import-issue`: what somebody suggested through the form on GitHub becomes a draft."""

import sys
from pathlib import Path

import click

from sitegen.cli import import_, import_known, import_report, options, pages, shelf, site
from sitegen.cli.faults import Refused


@click.command(
    "import-issue",
    cls=pages.HelpPage,
    examples=(
        ("sitegen import-issue issue.md", "say what would come of it"),
        ("sitegen import-issue issue.md --yes", "write the draft"),
        ("gh issue view 12 --json body --jq .body | sitegen import-issue -", "without a file"),
    ),
)
@click.argument("path", metavar="FILE|-", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--yes", is_flag=True, help="Write the file; without it nothing is changed.")
@click.option("--issuer", metavar="SLUG", help="Whose it is; otherwise as the issue says.")
@click.option("--yaml", "as_yaml", is_flag=True, help="Write a .yaml file instead of .md.")
@options.common
def command(setting: options.Setting, path: Path, issuer: str | None, *, yes: bool, as_yaml: bool) -> int:
    """Make a draft of an issue that suggests a credential.

    The text is that of an issue made with the form “Suggest a credential”,
    which `sitegen schema` writes. All in it is text: nothing is run, nothing
    is fetched, and it chooses no place for the file but by its title and
    issuer. What is missing is said here and in the draft. The exit code is 1
    if no draft came of it.
    """
    from sitegen.transfer import arranging
    from sitegen.transfer.incoming import issue

    root = site.root(setting)
    if issuer:
        shelf.one(root, "issuer", issuer)
    known = import_known.of(root)
    found = issue.read(
        _text(path, issue.MOST_BYTES + 1), "an issue" if str(path) == "-" else path.name, known
    )
    plan = arranging.arrange(found, arranging.Wish(issuer or "", as_yaml), known, import_.slug)
    import_.clean_up(setting, root, yes=yes)
    import_report.plan(plan, found.notes, setting)
    import_.finish(setting, root, plan, found, yes=yes)
    return 1 if plan.refused or plan.there else 0


def _text(path: Path, most: int) -> bytes:
    """The first bytes of a file, or of what is handed over; raises Refused if there is no such file."""
    if str(path) == "-":
        return sys.stdin.buffer.read(most)
    if not path.is_file():
        raise Refused(
            f"there is no file {path}", "give the text of an issue as a file, or `-` and hand it over"
        )
    with path.open("rb") as file:
        return file.read(most)
