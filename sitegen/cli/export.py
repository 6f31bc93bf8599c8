"""`sitegen export`: the catalog in forms that other software reads."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli import export_files, options, pages, say, site
from sitegen.cli.faults import Refused

if TYPE_CHECKING:
    from sitegen.cli.export_source import Source

FORMS = ("ctdl", "csv", "open-badges", "zip")


@click.command(
    cls=pages.HelpPage,
    examples=(
        ("sitegen export csv -o catalog.csv", "a spreadsheet with everything"),
        ("sitegen export ctdl -o ctdl.json", "for the Credential Registry"),
        ("sitegen export open-badges --standard 2.0", "definitions of badges"),
        ("sitegen export zip -o catalog.zip", "all of these in one file"),
    ),
)
@click.argument("form", type=click.Choice(FORMS), metavar="ctdl|csv|open-badges|zip")
@click.option(
    "-o", "--out", metavar="FILE", type=click.Path(path_type=Path), help="Write it there, not to the screen."
)
@click.option(
    "--standard", type=click.Choice(["2.0", "3.0"]), default="3.0", help="Which Open Badges; 3.0 by default."
)
@click.option("--force", is_flag=True, help="Replace the file if it is there already.")
@options.common
def command(setting: options.Setting, form: str, out: Path | None, standard: str, *, force: bool) -> int:
    """Give credentials to other software.

    A spreadsheet holds everything, drafts included, and can be imported
    again. The other forms hold what is published or retired, and you are told
    what they cannot say. The exit code is 1 if a file could not be read.
    """
    from sitegen.cli import export_source

    root = site.root(setting)
    if out is not None and os.path.lexists(out) and not (force and out.is_file() and not out.is_symlink()):
        raise Refused(f"{out} exists already", "choose another name, or add `--force` to replace the file")
    if out is None and form == "zip":
        raise Refused("a ZIP file cannot be shown", "say where to write it, as in `-o catalog.zip`")
    source = export_source.read(root)
    _give(_made(source, form, standard), out)
    _tell(setting, source, form, standard, out)
    return 1 if source.unread else 0


def _made(source: "Source", form: str, standard: str) -> bytes:
    match form:
        case "ctdl":
            return export_files.ctdl(source)
        case "csv":
            return export_files.table(source)
        case "open-badges":
            return export_files.open_badges(source, standard)
        case _:
            from sitegen.transfer.outgoing import bundle

            return bundle.packed(export_files.everything(source))


def _give(data: bytes, out: Path | None) -> None:
    if out is None:
        sys.stdout.write(data.decode().replace("\r\n", "\n"))
        return
    from sitegen.signing import whole_files

    out.parent.mkdir(parents=True, exist_ok=True)
    whole_files.replace(out, data)


def _tell(setting: options.Setting, source: "Source", form: str, standard: str, out: Path | None) -> None:
    number = len(source.credentials if form in ("csv", "zip") else source.public())
    where = f" into {out}" if out else ""
    credentials = "1 credential" if number == 1 else f"{number:,} credentials"
    issuers = "1 issuer" if len(source.issuers) == 1 else f"{len(source.issuers):,} issuers"
    say.aside(f"Exported {credentials} and {issuers}{where}.", setting)
    if words := export_files.not_said(form, standard):
        say.aside(f"This form does not say: {', '.join(words)}.", setting)
    for path in source.unread:
        say.aside(f"left out  {path}: it cannot be read; `sitegen check` says why", setting)
