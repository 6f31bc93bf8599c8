"""What the commands of `sitegen review` and `sitegen inbox` share: options, and one at a time, after mending."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli import say, shelf, signing_options, site
from sitegen.cli.faults import Refused
from sitegen.cli.options import Setting

if TYPE_CHECKING:
    from sitegen.submissions.office import Office


def _credentials(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    folder = context.params.get("folder") or Path()
    return [slug for slug in shelf.slugs(folder, "credential") if slug.startswith(incomplete)]


credential = click.option(
    "--credential", metavar="SLUG", shell_complete=_credentials, help="Only what was sent for this one."
)
submission = click.argument("submission")
"""A submission by the beginning of its id."""


def waiving(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that let a rule of the credential pass."""
    talk = click.option(
        "--after-talk", is_flag=True, help="The conversation after the last attempt took place."
    )
    return talk(function)


@contextmanager
def alone(setting: Setting, root: Path) -> Iterator[None]:
    """Work on what was sent in while nobody else does, with everything in order that a killed command left.

    Refusals are said as those of other commands. Raises Refused if `private/` would be shared.
    """
    from sitegen.reviewing import alone

    with signing_options.told(), alone.held(root) as mended:
        for path in mended:
            say.aside(f"Wrote {site.prefix(root)}{path}, which was missing or had been changed.", setting)
        yield


def opened(setting: Setting) -> "Office":
    """The office of the site, as it is now."""
    from sitegen.submissions import office

    return office.open_at(site.root(setting), datetime.now(UTC).replace(microsecond=0))


def pair(text: str, option: str) -> tuple[str, str]:
    """What stands before and after the first `=`; raises Refused if there is none."""
    before, sign, after = text.partition("=")
    if not sign:
        raise Refused(f"`{text}` does not say what belongs to which row", f"as in `{option} next-step='…'`")
    return before.strip(), after.strip()
