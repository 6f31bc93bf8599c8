"""`sitegen schema`: what editors and other programs need to know about the fields."""

import click

from sitegen.cli import options, pages, say, site, writing
from sitegen.cli.new_record import settings_of


@click.command(
    cls=pages.HelpPage,
    examples=(
        ("sitegen schema", "write schema/ and the field reference"),
        ("sitegen schema --check", "only say whether they are up to date"),
    ),
)
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; the exit code is 1 if a file is out of date."
)
@options.common
def command(setting: options.Setting, *, only_check: bool) -> int:
    """Write the JSON Schemas of all records.

    They go to schema/. Editors such as VS Code use them to complete and check fields while you
    type. If there is a folder docs/reference, the field reference fields.md is
    written to it too.
    """
    root = site.root(setting)
    from sitegen import schema

    files = schema.schemas(settings_of(root).base_url)
    if (root / "docs" / "reference").is_dir():
        files["docs/reference/fields.md"] = schema.reference()
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
