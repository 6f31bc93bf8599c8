"""`sitegen review list` and `open`: what waits, and one submission beside the rubric."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import click

from sitegen.cli import options, pages, review_options, say, signing_options
from sitegen.cli.options import Setting
from sitegen.reports import visible

if TYPE_CHECKING:
    from sitegen.submissions.office import Case, Office
    from sitegen.submissions.rubric import Rubric
    from sitegen.submissions.scores import Score
    from sitegen.submissions.shelf import Listed


class Look(NamedTuple):
    """How a submission is shown: beside which rubric, to which assessor, and whether with names."""

    asked: "Rubric"
    judge: str
    names: bool


@click.command(
    "list",
    cls=pages.HelpPage,
    examples=(
        ("sitegen review list", "what waits, the oldest first"),
        ("sitegen review list --all --names", "also what is decided, with names"),
    ),
)
@review_options.credential
@click.option("--all", "everything", is_flag=True, help="Also what is decided.")
@click.option("--names", is_flag=True, help="Show who sent it; assessors need not know.")
@options.common
def waiting(setting: Setting, credential: str | None, *, everything: bool, names: bool) -> int:
    """Show what waits for an assessor or a decision, the oldest first."""
    with signing_options.told():
        office = review_options.opened(setting)
        shown = [
            case
            for case in office.cases
            if (everything or case.decision is None) and credential in (None, case.response.credential)
        ]
        for case in shown:
            who = f"  {case.response.name or case.response.email}" if names else ""
            say.result(visible.line(_line(office, case) + who))
    if not shown:
        say.aside("Nothing waits." if not everything else "Nothing was sent in yet.", setting)
    return 0


@click.command(
    "open",
    cls=pages.HelpPage,
    examples=(
        ("sitegen review open 3f9a1c7b", "without the name of who sent it"),
        ("sitegen review open 3f9a1c7b --as maren", "with what you scored so far"),
    ),
)
@review_options.submission
@click.option("--as", "judge", metavar="NAME", default="", help="Who is looking: shows their own scores.")
@click.option("--names", is_flag=True, help="Show who sent it.")
@options.common
def show(setting: Setting, submission: str, judge: str, *, names: bool) -> int:
    """Show a submission beside the rubric.

    What another assessor found is shown only when you have scored every row,
    and so has everybody else who has to.
    """
    with signing_options.told():
        office = review_options.opened(setting)
        say_case(office, office.find(submission), judge=judge, names=names)
    return 0


def say_case(office: "Office", case: "Case", *, judge: str, names: bool = False) -> None:
    """Print a submission beside the rubric."""
    from sitegen.submissions import rubric

    listed = office.credential(case)
    look = Look(rubric.of(listed.record), judge, names)
    for line in _page(office, case, listed, look):
        say.result(line)


def _line(office: "Office", case: "Case") -> str:
    from sitegen.submissions import showing

    due = office.due(case)
    late = " LATE" if showing.is_late(office, case) else ""
    sent, until = case.response.submitted.date(), f"due {due}" if due else "due -"
    which = f"attempt {office.attempt(case)}"
    return f"{case.short}  sent {sent}  {until}{late}  {case.response.credential}  {which}  {showing.state(office, case)}"


def _page(office: "Office", case: "Case", listed: "Listed", look: Look) -> Iterator[str]:
    from sitegen.submissions import showing

    response, asked = case.response, look.asked
    shown = showing.scores(case, listed.record, asked, look.judge)
    yield visible.line(f"{listed.record.title} {listed.record.version}  ({listed.slug})")
    yield visible.line(_line(office, case))
    if look.names:
        yield visible.line(f"From: {response.name} <{response.email}>")
    for earlier in office.earlier(case):
        yield f"Before: {earlier.short}, sent {earlier.response.submitted.date()}: {showing.state(office, earlier)}"
    for remark in showing.remarks(office, case, listed, asked):
        yield visible.line(f"Note: {remark}")
    for number, part in enumerate(asked.parts, 1):
        yield f"\n{number}. {visible.line(part.title)}"
        yield from _wrapped(listed.record.evidence[number - 1].task, "   asked   ")
        yield from _texts(showing.said(response, part, number), "   sent    ")
        yield from _rows(asked, part.id, shown)
    yield from _texts(showing.for_all_parts(response), "\nsent for all parts  ")
    for note in response.notes:
        yield from _wrapped(f"{note.heading}: {note.text}", "\nalso  ")


def _rows(asked: "Rubric", part: str, shown: "list[Score]") -> Iterator[str]:
    """The rows of a part with their levels, and what was found."""
    for number, row in enumerate(asked.rows, 1):
        if row.part != part:
            continue
        yield f"   row {number}   {visible.line(row.criterion)}  [{row.id}]"
        for level, (name, words) in enumerate(zip(asked.levels, row.levels, strict=True), 1):
            passes = "passes" if asked.passes(name) else "does not pass"
            yield from _wrapped(f"{words}", f"     {level} {name} ({passes}): ")
        for score in shown:
            found = next((one for one in score.rows if one.row == row.id), None)
            if found is not None:
                yield from _wrapped(
                    f"{found.level or 'no level yet'}. {found.feedback}", f"     {score.assessor}: "
                )


def _texts(texts: Iterable[str], head: str) -> Iterator[str]:
    for text in texts:
        yield from _wrapped(text, head)


def _wrapped(text: str, head: str) -> Iterator[str]:
    """A text under its head, as wide as the terminal; nothing in it can move the cursor."""
    indent = " " * len(head.lstrip("\n"))
    for line in text.strip().splitlines():
        if line.strip():
            yield head + ("\n" + indent).join(
                textwrap.wrap(visible.line(line), max(40, say.columns() - len(indent))) or [""]
            )
            head = indent
