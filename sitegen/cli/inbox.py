"""`sitegen inbox`: brings in what people sent through a form, from the form's own export."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli import options, pages, printing, review_options, say, signing_options, site
from sitegen.cli.faults import Refused
from sitegen.cli.options import Setting
from sitegen.reports import visible

if TYPE_CHECKING:
    from sitegen.submissions.importing import Plan
    from sitegen.submissions.mapping import Form
    from sitegen.submissions.table import Table

MOST_SHOWN = 100
"""So many notices are shown; `-v` shows all."""


class Inbox(pages.HelpPage, click.Group):
    """A group with a help page that starts with examples."""


@click.group(
    cls=Inbox,
    examples=(
        ("sitegen inbox import responses.csv --form harbor --dry-run", "what an export would bring"),
        ("sitegen inbox import responses.csv --form harbor", "bring it in"),
        ("sitegen inbox forget 3f9a1c7b", "delete what somebody sent in, if they ask for it"),
    ),
)
@options.common
def command(setting: Setting) -> None:
    """Bring in what people sent through a form.

    It goes into private/inbox/ on this machine, and never into the
    repository. `sitegen review` goes on from there.
    """


def _forms(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    folder = context.params.get("folder") or Path()
    found = (path.stem for path in (folder / "content" / "forms").glob("*.yaml"))
    return sorted(name for name in found if name.startswith(incomplete))


@command.command(
    "import",
    cls=pages.HelpPage,
    examples=(
        ("sitegen inbox import private/march.csv --form harbor", "new and changed responses only"),
        ("sitegen inbox import private/march.csv --form harbor --dry-run", "the same, and write nothing"),
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--form",
    "name",
    metavar="NAME",
    required=True,
    shell_complete=_forms,
    help="Which form it is from: the name of its file in content/forms/.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be brought in, and write nothing.")
@options.common
def bring(setting: Setting, file: Path, name: str, *, dry_run: bool) -> int:
    """Bring in the responses of an export (CSV).

    What was brought in before is known again, so the same export, or a longer
    one, can be given any number of times. Every row is counted. A row that
    cannot be used is named with the reason, and the others go on; the exit
    code is 1 then.
    """
    from sitegen.submissions import inbox

    root = site.root(setting)
    with review_options.alone(setting, root):
        form = _form(setting, root, name)
        if form is None:
            return 1
        plan = _plan(setting, root, form, file)
        brought = [*plan.new, *plan.changed]
        if brought and not dry_run:
            where = inbox.add(root, form.name, brought)
            say.detail(f"They lie in {site.prefix(root)}{where}.", setting)
    _tell(setting, file, plan, dry_run=dry_run)
    return 1 if plan.refused else 0


@command.command(
    "forget",
    cls=pages.HelpPage,
    examples=(("sitegen inbox forget 3f9a1c7b", "what one person sent in, at one time"),),
)
@review_options.submission
@click.option("--yes", is_flag=True, help="Do it without asking.")
@options.common
def forget(setting: Setting, submission: str, *, yes: bool) -> int:
    """Delete what somebody sent in, if they ask for it.

    The name, the address, the evidence, what assessors wrote and the letter
    are deleted from private/. The outcome stays in the numbers, and the same
    export does not bring the rest back. `sitegen forget` is for badges.
    """
    from sitegen.submissions import forgetting, office

    root = site.root(setting)
    with review_options.alone(setting, root):
        case = office.open_at(root, datetime.now(UTC)).find(submission)
        signing_options.confirmed(f"Delete what was sent as {case.short}?", yes=yes)
        forgetting.forget(root, case)
    say.done(f"{case.short} is forgotten. Copies of private/ and the form itself may still have it.", setting)
    return 0


def _form(setting: Setting, root: Path, name: str) -> "Form | None":
    """The form, unless its file has problems, which are shown."""
    from sitegen.submissions import mapping

    form = mapping.read(root, name)
    if isinstance(form, tuple):
        printing.problems(form, "full", printing.Place(root, setting))
        return None
    return form


def _plan(setting: Setting, root: Path, form: "Form", file: Path) -> "Plan":
    from sitegen.submissions import columns, importing, inbox, office
    from sitegen.submissions.rows import Reader

    found = _table(setting, file)
    held = columns.of(form, found.headings)
    for words, names in (
        ("Columns left aside", held.unused),
        ("Columns about machines, dropped", held.dropped),
    ):
        if names:
            shown = ", ".join(visible.shortened(name, 60) for name in names)
            say.aside(f"{words}: {shown}", setting)
    at = office.open_at(root, datetime.now(UTC).replace(microsecond=0))
    reader = Reader(form, held, at.shelf, at.now)
    return importing.plan(reader, found.rows, office.past(at, inbox.secret(root)))


def _table(setting: Setting, file: Path) -> "Table":
    from sitegen.submissions import apart, encodings, table

    try:
        with file.open("rb") as opened:
            data = opened.read(encodings.MAX_BYTES + 1)
    except OSError as error:
        raise Refused(f"{file} cannot be read: {error.strerror}", "check the name of the export") from error
    apart.refuse_export(file)
    decoded = encodings.decode(data)
    say.aside(f"Read {file} as {decoded.name}.", setting)
    return table.read(decoded.text)


def _tell(setting: Setting, file: Path, plan: "Plan", *, dry_run: bool) -> None:
    shown = plan.notices if setting.verbose else plan.notices[:MOST_SHOWN]
    for notice in shown:
        kind = "error" if notice.refused else "note"
        say.result(visible.line(f"{file}:{notice.line}: {kind}: {notice.words}"))
        if notice.hint:
            say.result(visible.line(f"  = help: {notice.hint}"))
    if len(shown) < len(plan.notices):
        say.result(f"… and {len(plan.notices) - len(shown):,} more; `-v` shows them all.")
    say.result(_summary(plan))
    if dry_run:
        say.aside("Nothing was written.", setting)
    elif plan.new or plan.changed:
        say.aside("`sitegen review list` shows what waits.", setting)


def _summary(plan: "Plan") -> str:
    counts = [
        (len(plan.new), "new"),
        (len(plan.changed), "changed since"),
        (plan.known, "known already"),
        (plan.left, "changed after the decision, left as they were"),
        (plan.refused, "refused"),
    ]
    said = ", ".join(f"{number:,} {words}" for number, words in counts if number) or "nothing in it"
    return f"{plan.rows:,} row{'s' if plan.rows != 1 else ''}: {said}."
