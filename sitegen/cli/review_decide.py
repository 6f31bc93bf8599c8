"""`sitegen review decide` and `send`: a decision, and the letter that tells it."""

from datetime import UTC, datetime
from typing import Any

import click

from sitegen.cli import days, options, pages, review_options, say, site
from sitegen.cli.options import Setting
from sitegen.reports import visible


@click.command(
    "decide",
    cls=pages.HelpPage,
    examples=(
        ("sitegen review decide 3f9a1c7b earned", "if every row has passed"),
        ("sitegen review decide 3f9a1c7b not-yet --by 2026-06-01", "with a day by which to try again"),
        ("sitegen review decide 3f9a1c7b incomplete --missing plan", "before anybody scores it"),
    ),
)
@review_options.submission
@click.argument("outcome", type=click.Choice(("earned", "not-yet", "incomplete", "withdrawn")))
@click.option(
    "--row", "levels", multiple=True, metavar="ROW=LEVEL", help="What you agreed on where scores differ."
)
@click.option("--missing", multiple=True, metavar="PART", help="A part that did not come; may be repeated.")
@click.option("--advice", metavar="TEXT", default="", help="What to do next, for the letter.")
@click.option("--by", type=days.day, metavar="DAY", help="The day by which they should send it again.")
@click.option("--change", is_flag=True, help="Replace the decision that was made before.")
@review_options.waiving
@options.common
def decide(setting: Setting, submission: str, outcome: str, **given: Any) -> int:
    """Decide on a submission.

    The levels come from the scores. Where two assessors differ they talk, and
    `--row` says what they agreed on. `earned` needs every row to pass, and
    `not-yet` needs words about every row that did not.
    """
    from sitegen.submissions import deciding, decisions, office
    from sitegen.submissions.deciding import Asked

    root = site.root(setting)
    asked = Asked(
        outcome="not yet" if outcome == "not-yet" else outcome,  # type: ignore[arg-type]
        levels=tuple(review_options.pair(text, "--row") for text in given["levels"]),
        missing=given["missing"],
        advice=given["advice"],
        by=given["by"],
        waived=frozenset({"after_talk"} if given["after_talk"] else ()),
        changes=given["change"],
    )
    with review_options.alone(setting, root):
        at = office.open_at(root, datetime.now(UTC).replace(microsecond=0))
        case = at.find(submission)
        decision = deciding.decide(at, case, asked)
        path = decisions.write(root, decision)
    for words in decision.waived:
        say.aside(visible.line(f"Not kept: {words}"), setting)
    say.done(
        f"{case.short} is decided: {decision.outcome}. To be committed: {site.prefix(root)}{path}", setting
    )
    if outcome != "withdrawn":
        then = ", then `sitegen award --from-decisions`" if outcome == "earned" else ""
        say.aside(f"Next: `sitegen review send` writes the letter{then}.", setting)
    return 0


@click.command(
    "send",
    cls=pages.HelpPage,
    examples=(
        ("sitegen review send --dry-run", "who would get a letter"),
        ("sitegen review send", "write the letters that are not written yet"),
    ),
)
@click.option("--dry-run", is_flag=True, help="Show who would get one, and write nothing.")
@options.common
def send(setting: Setting, *, dry_run: bool) -> int:
    """Write the letters for what was decided.

    They go into private/letters/, each as text and as HTML. Nothing is sent
    from here: read them, then send them as you send other letters.
    """
    from sitegen.signing import programme
    from sitegen.submissions import office, outbox

    root = site.root(setting)
    with review_options.alone(setting, root):
        at = office.open_at(root, datetime.now(UTC).replace(microsecond=0))
        cases = outbox.waiting(at)
        if dry_run:
            for case in cases:
                say.result(visible.line(f"{case.short}  {case.response.name or case.response.email}"))
            say.aside(f"{_counted(len(cases))} would be written. Nothing was written.", setting)
            return 0
        for written in outbox.write(at, programme.site(root), cases):
            who = written.case.response.name or written.case.response.email
            say.result(visible.line(f"{written.case.short}  {who}  {site.prefix(root)}{written.path}"))
    say.aside(f"{_counted(len(cases))} written. Read them, then send them.", setting)
    return 0


def _counted(number: int) -> str:
    return f"{number:,} letter{'s' if number != 1 else ''}"
