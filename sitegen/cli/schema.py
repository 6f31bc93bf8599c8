"""`sitegen schema`: the files that are made from others, for editors, reviewers and other programs."""

import click

from sitegen.cli import options, pages, say, site, writing
from sitegen.cli.faults import Refused


@click.command(
    cls=pages.HelpPage,
    examples=(
        ("sitegen schema", "write schema/ and the list of owners"),
        ("sitegen schema --check", "only say whether they are up to date"),
    ),
)
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; the exit code is 1 if a file is out of date."
)
@options.common
def command(setting: options.Setting, *, only_check: bool) -> int:
    """Write the files that are made from others.

    The JSON Schemas of all records go to schema/: editors such as VS Code use
    them to complete and check fields while you type. `maintainers` of the
    site and of issuers become .github/CODEOWNERS. If there is a folder
    .github/ISSUE_TEMPLATE, it gets the form suggest-a-credential.yml; if there is an
    editor, admin/config.yml follows your records. If there is a
    .vscode/settings.json, it gets the schemas; if there is a folder
    docs/reference, the field reference fields.md is written to it.
    """
    root = site.root(setting)
    from sitegen import generated

    try:
        files = generated.files(root)
    except generated.UnreadableError as error:
        problem = error.problem
        raise Refused(f"{problem.span.file}: {problem.message}", "`sitegen check` shows the place") from error
    if only_check:
        stale = [path for path, text in files.items() if writing.differs(root / path, text)]
        for path in stale:
            say.result(f"{site.prefix(root)}{path} is out of date; `sitegen schema` makes it again")
        return 1 if stale else 0
    changed = writing.over(root, files)
    for path in changed:
        say.done(f"Wrote {site.prefix(root)}{path}", setting)
    if not changed:
        say.aside("Everything is up to date.", setting)
    return 0
