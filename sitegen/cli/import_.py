"""`sitegen import`: badges, credentials and frameworks from elsewhere become drafts and alignments."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli import import_known, import_report, import_stage, options, pages, say, shelf, site
from sitegen.cli.faults import Refused

if TYPE_CHECKING:
    from sitegen.transfer.arranging import Plan
    from sitegen.transfer.drafts import Found, Statement
    from sitegen.transfer.mapping import Mapping
    from sitegen.transfer.objects import Asked

MOST_FILES = 5_000
MOST_BYTES = 64_000_000


@click.command(
    "import",
    cls=pages.HelpPage,
    examples=(
        ("sitegen import badge.json", "say what would come of it"),
        ("sitegen import badge.json --yes", "write it"),
        ("sitegen import list.csv --map map.yaml", "a spreadsheet of credentials"),
        ("sitegen import skills.csv --into calm-starts", "statements of a framework"),
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="FILES...", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Write the files; without it nothing is changed.")
@click.option("--issuer", metavar="SLUG", help="Whose they are; otherwise as the files say.")
@click.option(
    "--map",
    "mapping",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="What the columns of a spreadsheet mean.",
)
@click.option("--yaml", "as_yaml", is_flag=True, help="Write .yaml files instead of .md.")
@click.option("--into", metavar="CREDENTIAL", help="Add statements of a framework to this credential.")
@click.option(
    "-o",
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write statements of a framework into this file.",
)
@click.option(
    "--framework", metavar="NAME", default="", help="The framework's name, where a file does not say it."
)
@click.option(
    "--base", metavar="URL", default="", help="What stands before a statement's identifier in its address."
)
@options.common
def command(setting: options.Setting, paths: tuple[Path, ...], **given: Any) -> int:
    """Bring credentials from elsewhere.

    Open Badges 2.0 and 3.0 (files, pictures, backpacks), CTDL, European
    credentials, Fedora badges and spreadsheets (CSV) become drafts. CASE,
    OpenSALT and OSMT become alignments. You are told what was taken over,
    what was left out and why, and what is missing. Nothing is invented, nothing is
    fetched, and no award is taken over. The exit code is 1 if something was refused.
    """
    from sitegen.transfer import arranging, drafts, objects

    root = site.root(setting)
    if given["issuer"]:
        shelf.one(root, "issuer", given["issuer"])
    mapping = _mapping(given["mapping"])
    known = import_known.of(root)
    asked = objects.Asked(known, mapping, given["framework"], given["base"])
    found = drafts.together([_read(path, asked) for path in _files(paths)])
    plan = arranging.arrange(found, arranging.Wish(given["issuer"] or "", given["as_yaml"]), known, slug)
    clean_up(setting, root, yes=given["yes"])
    if found.statements:
        _statements(setting, root, found.statements, given)
    import_report.plan(plan, found.notes, setting)
    finish(setting, root, plan, found, yes=given["yes"])
    return 1 if plan.refused else 0


def clean_up(setting: options.Setting, root: Path, *, yes: bool) -> None:
    """Take away what an import left that was cut short, if anything is to be written."""
    if yes and (removed := import_stage.undo(root)):
        say.aside(
            f"An import was cut short; what it had written (files: {removed}) was taken away again.", setting
        )


def finish(setting: options.Setting, root: Path, plan: "Plan", found: "Found", *, yes: bool) -> None:
    """Write the files of a plan, if they are to be written, and say what came of it."""
    if yes and plan.files:
        import_stage.write(root, [(file.path, file.data) for file in plan.files])
    if plan.files or not found.statements:
        say.done(import_report.summary(plan, written=yes), setting)
    if not yes:
        say.aside("Nothing was written. Add `--yes` to write it.", setting)
    elif unfinished := {file.draft.kind for file in plan.files if file.missing}:
        stopped = (
            "the site cannot be built" if "issuer" in unfinished else "these drafts are left out of the site"
        )
        say.aside(f"`sitegen check` lists what is missing. Until it is there {stopped}.", setting)


def _files(paths: tuple[Path, ...]) -> list[Path]:
    """The files at these places, those in folders included; raises Refused for what is not there."""
    found = [file for path in paths for file in _below(path)]
    if len(found) > MOST_FILES:
        raise Refused(
            f"these are {len(found):,} files; at most {MOST_FILES:,} can be imported at once", "name fewer"
        )
    return found


def _below(path: Path) -> Iterator[Path]:
    if path.is_dir():
        for folder, folders, names in os.walk(path):
            folders.sort()
            yield from (Path(folder, name) for name in sorted(names) if not name.startswith("."))
    elif path.is_file():
        yield path
    else:
        raise Refused(f"there is no file {path}", "only files can be imported: get it from its address first")


def _read(path: Path, asked: "Asked") -> "Found":
    from sitegen.transfer import drafts, reading

    if path.stat().st_size > MOST_BYTES:
        return drafts.refused(path.name, f"it is larger than {MOST_BYTES // 1_000_000} MB", "split it")
    return reading.file(path.name, path.read_bytes(), asked)


def _mapping(path: Path | None) -> "Mapping":
    from sitegen.read import records
    from sitegen.transfer.mapping import Mapping

    if path is None:
        return Mapping()
    if not path.is_file():
        raise Refused(f"there is no file {path}", "`--map` names a mapping file")
    found, problems = records.record_of(path.read_bytes(), "mapping.yaml", Mapping)
    if found is None:
        raise Refused(f"{path}: {problems[0].message}", problems[0].hint)
    return found


def _statements(
    setting: options.Setting, root: Path, statements: "tuple[Statement, ...]", given: dict[str, Any]
) -> None:
    """Statements go into a credential, into a file, or onto the screen."""
    from sitegen.transfer import aligning

    if given["into"]:
        _into(setting, root, statements, given)
        return
    text = aligning.listed(statements)
    if given["out"] is None:
        say.result(text.rstrip("\n"))
    elif given["yes"]:
        if os.path.lexists(given["out"]):
            raise Refused(f"{given['out']} exists already", "choose another name")
        given["out"].write_text(text, encoding="utf-8", newline="\n")
        say.done(f"Wrote {len(statements):,} statements into {given['out']}.", setting)
    else:
        say.done(f"Would write {len(statements):,} statements into {given['out']}.", setting)


def _into(
    setting: options.Setting, root: Path, statements: "tuple[Statement, ...]", given: dict[str, Any]
) -> None:
    from sitegen.read import tree
    from sitegen.signing import whole_files
    from sitegen.transfer import aligning

    path = import_known.credential_file(root, given["into"])
    aligned = aligning.into(tree.read(root, path), path, statements)
    if aligned.why:
        raise Refused(f"{path} was left as it is: {aligned.why}", "choose fewer, or add them by hand")
    import_report.left(aligned.left, setting)
    if given["yes"] and aligned.added:
        whole_files.replace(root / path, aligned.data)
    number = "1 alignment" if aligned.added == 1 else f"{aligned.added} alignments"
    say.done(f"{'Added' if given['yes'] else 'Would add'} {number} to {path}.", setting)


def slug(title: str) -> str:
    """The name in addresses for a title; empty if it has no letter for one."""
    try:
        return shelf.slug(title)
    except Refused:
        return ""
