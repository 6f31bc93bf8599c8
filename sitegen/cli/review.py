"""`sitegen review`: from what people sent in to a decision that they are told."""

import click

from sitegen.cli import (
    options,
    pages,
    review_decide,
    review_numbers,
    review_options,
    review_score,
    review_serve,
    review_show,
    say,
)
from sitegen.cli.faults import Refused
from sitegen.cli.options import Setting
from sitegen.reports import visible


class Review(pages.HelpPage, click.Group):
    """A group with a help page that starts with examples."""


@click.group(
    cls=Review,
    examples=(
        ("sitegen review list", "what waits, the oldest first"),
        ("sitegen review open 3f9a1c7b", "one submission beside the rubric"),
        ("sitegen review score 3f9a1c7b --as maren", "a level and feedback for each row"),
        ("sitegen review decide 3f9a1c7b not-yet", "decide, once enough people scored it"),
        ("sitegen review send", "write the letters"),
        ("sitegen review serve --open", "score and decide in your browser"),
    ),
)
@options.common
def command(setting: Setting) -> None:
    """Judge what people sent in, and tell them.

    Everything about people stays in private/ on this machine. A decision also
    leaves a small file in decisions/ that says nothing about the person and
    can be committed.
    """


@command.command(
    "assessor",
    cls=pages.HelpPage,
    examples=(
        ("sitegen review assessor", "who was introduced"),
        ("sitegen review assessor maren --email maren@example.org", "introduce somebody"),
        ("sitegen review assessor maren --badge 'https://…#who=…'", "a badge they hold, by its own link"),
    ),
)
@click.argument("name", required=False)
@click.option("--email", metavar="ADDRESS", help="The address to which their badges were awarded.")
@click.option("--badge", "badges", multiple=True, metavar="LINK", help="A badge's own link; may be repeated.")
@options.common
def assessor(setting: Setting, name: str | None, email: str | None, badges: tuple[str, ...]) -> int:
    """Introduce an assessor, so that it is known what they hold.

    This is needed where a credential says that its assessors hold it
    themselves. Their badges are looked up in content/awards/.
    """
    from sitegen.cli import site
    from sitegen.submissions import assessors
    from sitegen.submissions.assessors import Assessor

    root = site.root(setting)
    if name is None:
        if email or badges:
            raise Refused("whose address or badge?", "name the assessor first")
        for one in assessors.known(root):
            say.result(
                visible.line(f"{one.name}  {one.email or 'no address'}  {len(one.badges)} badges given")
            )
        return 0
    with review_options.alone(setting, root):
        before = assessors.read(root, name)
        known = tuple(dict.fromkeys((*before.badges, *badges)))
        assessors.save(root, Assessor(name=name, email=email or before.email, badges=known))
    say.done(f"{name} is known now.", setting)
    return 0


for one in (
    review_show.waiting,
    review_show.show,
    review_score.score,
    review_decide.decide,
    review_decide.send,
    review_numbers.agreement,
    review_numbers.stats,
    review_serve.serve,
):
    command.add_command(one)
