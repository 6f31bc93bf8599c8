"""`sitegen review score`: the level and the feedback that an assessor gives each row of the rubric."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli import options, pages, review_options, review_show, say, signing_options
from sitegen.cli.faults import Refused
from sitegen.cli.options import Setting
from sitegen.cli.presence import somebody_is_there
from sitegen.reports import visible

if TYPE_CHECKING:
    from pathlib import Path

    from sitegen.submissions.rubric import Row, Rubric
    from sitegen.submissions.scores import Score


@click.command(
    "score",
    cls=pages.HelpPage,
    examples=(
        ("sitegen review score 3f9a1c7b --as maren", "asks row by row"),
        ("sitegen review score 3f9a --as maren --row repair=2 --feedback repair='Say what …'", "one row"),
    ),
)
@review_options.submission
@click.option("--as", "judge", metavar="NAME", required=True, help="Who scores it.")
@click.option("--row", "levels", multiple=True, metavar="ROW=LEVEL", help="A level, by name or number.")
@click.option("--feedback", multiple=True, metavar="ROW=TEXT", help="What the sender reads about a row.")
@click.option("--complete", is_flag=True, help="Score it although a part seems to be missing.")
@click.option("--same", is_flag=True, help="It was changed, and what you found before still holds.")
@click.option("--without-badge", is_flag=True, help="Score it although you are not known to hold it.")
@review_options.waiving
@options.common
def score(setting: Setting, submission: str, judge: str, **given: Any) -> int:
    """Score a submission, row by row.

    Each answer is kept at once, so you can stop and go on another day. What
    the other assessor found is not shown until both have scored every row.
    """
    from sitegen.submissions import assessors, office, rubric, scoring

    place = signing_options.place(setting, None)
    with review_options.alone(setting, place.root):
        at = office.open_at(place.root, place.now)
        case = at.find(submission)
        allowed = frozenset(name for name, value in given.items() if value is True)
        begun = scoring.begin(place, at, case, assessors.read(place.root, judge), allowed)
        asked = rubric.of(at.credential(case).record)
        if given["levels"] or given["feedback"] or given["same"]:
            begun = _from_options(asked, begun, given)
            _save(place.root, begun)
            return _tell(setting, asked, begun)
    if not somebody_is_there():
        raise Refused("which levels?", "add `--row ROW=LEVEL` for each row, and `--feedback ROW=TEXT`")
    review_show.say_case(at, case, judge=judge)
    return _tell(setting, asked, _from_questions(setting, place.root, asked, begun))


def _from_options(asked: "Rubric", begun: "Score", given: dict[str, Any]) -> "Score":
    from sitegen.submissions import scoring

    for text in given["levels"]:
        row, level = review_options.pair(text, "--row")
        begun = scoring.answered(asked, begun, row, level, "")
    for text in given["feedback"]:
        row, words = review_options.pair(text, "--feedback")
        begun = scoring.answered(asked, begun, row, "", words)
    return begun


def _from_questions(setting: Setting, root: "Path", asked: "Rubric", begun: "Score") -> "Score":
    """Ask for what is still open, and keep every answer at once."""
    from sitegen.submissions import scoring

    for row in asked.rows:
        if begun.level(row.id) in asked.levels:
            continue
        level, words = _ask(asked, row)
        if not level:
            break
        with review_options.alone(setting, root):
            begun = scoring.answered(asked, begun, row.id, level, words)
            _save(root, begun)
    return begun


def _ask(asked: "Rubric", row: "Row") -> tuple[str, str]:
    """The level of a row and the feedback; an empty level ends the questions for today."""
    say.result(f"\n{visible.line(row.criterion)}")
    choices = [str(number) for number in range(1, len(asked.levels) + 1)]
    names = ", ".join(f"{number} {name}" for number, name in zip(choices, asked.levels, strict=True))
    level = click.prompt(
        f"Level ({names}; empty: go on another day)", default="", show_default=False, err=True,
        type=click.Choice([*choices, ""]), show_choices=False,
    )  # fmt: skip
    words = click.prompt("Feedback for the sender", default="", show_default=False, err=True) if level else ""
    return str(level), str(words)


def _save(root: "Path", begun: "Score") -> None:
    from msgspec.structs import replace

    from sitegen.submissions import scores

    scores.save(root, replace(begun, at=datetime.now(UTC).replace(microsecond=0)))


def _tell(setting: Setting, asked: "Rubric", begun: "Score") -> int:
    open_rows = [row.id for row in asked.rows if begun.level(row.id) not in asked.levels]
    done = len(asked.rows) - len(open_rows)
    rest = f"; still open: {', '.join(open_rows)}" if open_rows else ""
    say.done(f"{begun.assessor} has scored {done} of {len(asked.rows)} rows{rest}.", setting)
    if not open_rows:
        say.aside(
            f"`sitegen review decide {begun.response[:8]} …` comes next, when everybody is done.", setting
        )
    return 0
