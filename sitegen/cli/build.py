"""`sitegen build`: makes the site and puts it in place of the one before, as a whole."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli import bar, options, pages, printing, say, site
from sitegen.cli.faults import Refused
from sitegen.workers import calm

if TYPE_CHECKING:
    from sitegen.options import Options, Result

HOSTS = ("netlify", "cloudflare", "github", "none")


@click.command(
    cls=pages.HelpPage,
    examples=(
        ("sitegen build", "make the site, in public/"),
        ("sitegen build --drafts --out preview", "with drafts, elsewhere"),
        ("sitegen build --clean", "as if for the first time"),
        ("sitegen build --host github", "for GitHub Pages"),
        ("sitegen build --strict --json", "for a machine that publishes"),
    ),
)
@click.option(
    "--out", metavar="DIR", type=click.Path(path_type=Path), help="Where the site goes, instead of public/."
)
@click.option("--drafts", is_flag=True, help="Publish drafts too.")
@click.option(
    "--host", type=click.Choice(HOSTS), help="What publishes the site, if not what content/site.yaml says."
)
@click.option("--preview", is_flag=True, help="Mark every page as a preview that nobody may rely on.")
@click.option("--strict", is_flag=True, help="Publish only if there are no warnings either.")
@click.option("--clean", is_flag=True, help="Forget the last build and make every page again.")
@click.option("--force", is_flag=True, help="Replace a folder that sitegen did not make.")
@click.option("--wait", is_flag=True, help="If another build is running, wait for it.")
@click.option(
    "-j", "workers", metavar="N", type=click.IntRange(1, 256), help="Processes; one per processor by default."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document instead of text.")
@options.common
def command(
    setting: options.Setting, out: Path | None, workers: int | None, *, as_json: bool, **flags: Any
) -> int:
    """Make the site from the content.

    If there is an error, nothing is published and the last good site stays as
    it is. Every moment the folder holds one complete site, old or new.
    """
    root = site.root(setting)
    calm()
    from sitegen import unchanged
    from sitegen.options import Options

    target = Path.cwd() / out if out else root.resolve() / "public"
    wanted = Options(root=root, out=target, workers=workers, **flags)
    result = unchanged.result(wanted)
    if result is None:
        from sitegen import build

        with bar.progress(setting) as show:
            result = build.build(wanted, show)
    _refuse(result)
    place = printing.Place(root, setting)
    if as_json:
        printing.document(result.problems, result, ok=result.published)
    else:
        _tell(result, wanted, place)
    return 0 if result.published else 1


def _refuse(result: "Result") -> None:
    """An output folder that must not be replaced is a wrong use of the command, not a fault of the content."""
    for problem in result.problems:
        if problem.code.startswith("output-"):
            raise Refused(problem.message, problem.hint)


def _tell(result: "Result", wanted: "Options", place: printing.Place) -> None:
    if result.problems:
        printing.problems(result.problems, "full", place)
    if result.note:
        say.aside(result.note, place.setting)
    if not result.published:
        say.aside(_unpublished(wanted.out), place.setting)
    elif not place.setting.quiet:
        say.result(
            summary(result, _shown(wanted.out), say.colours(place.setting, sys.stdout)("Built", "good"))
        )


def _unpublished(out: Path) -> str:
    if out.is_dir():
        return f"Nothing was published. The site of before stays in {_shown(out)}"
    return "Nothing was published."


def _shown(out: Path) -> str:
    here = Path.cwd()
    return (out.relative_to(here).as_posix() if out.is_relative_to(here) else str(out)) + "/"


def summary(result: "Result", out: str, built: str = "Built") -> str:
    """What was built, in a line."""
    from sitegen.model.wording import count

    kinds = ("credential", "issuer", "focus-area")
    counts = [count(result.counts.get(kind, 0), kind.replace("-", " ")) for kind in kinds]
    changed = result.made + result.removed
    notes = [f"{count(changed, 'file')} changed" if changed else "nothing changed"]
    if drafts := result.counts.get("draft", 0):
        notes.append(f"{count(drafts, 'draft')} left out")
    return f"{built} {', '.join(counts)} in {result.seconds:.1f} s ({', '.join(notes)})  {out}"
