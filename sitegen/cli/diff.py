"""`sitegen diff`: what a change does for earners and visitors, in words."""

import click

from sitegen.cli import options, pages, say, site
from sitegen.cli.faults import Refused


@click.command(
    cls=pages.HelpPage,
    examples=(
        ("sitegen diff main", "since the branch that is published"),
        ("sitegen diff HEAD", "what is not committed yet"),
        ("sitegen diff main --format markdown", "for a comment on a pull request"),
    ),
)
@click.argument("commit", metavar="COMMIT")
@click.option(
    "--format", "form", type=click.Choice(("text", "markdown", "json")), default="text",
    help="What the answer looks like.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@options.common
def command(setting: options.Setting, commit: str, form: str, *, as_json: bool) -> int:
    """Say what a change means for people.

    Compares the files as they are with a commit, a branch or a tag: what is
    asked of earners, on which terms, what visitors find, which addresses
    lead elsewhere, and how many people hold which version. Nothing is
    judged right or wrong; `sitegen check --against` does that.
    """
    from sitegen import difference
    from sitegen.history import HistoryError
    from sitegen.reports import differences

    root = site.root(setting)
    try:
        found = difference.of(root, commit)
    except HistoryError as error:
        raise Refused(str(error), "name a commit, a branch or a tag, as in `sitegen diff main`") from error
    if as_json or form == "json":
        import msgspec

        say.result(msgspec.json.encode({"version": 1, **msgspec.to_builtins(found)}).decode())
        return 0
    lines = differences.markdown(found) if form == "markdown" else differences.text(found)
    say.result("\n".join(lines).rstrip("\n"))
    return 0
