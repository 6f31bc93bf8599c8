"""`sitegen review stats` and `agreement`: numbers about what was sent in, and about how alike assessors judge."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli import options, pages, review_options, say, signing_options
from sitegen.cli.options import Setting

if TYPE_CHECKING:
    from sitegen.submissions.agreement import Agreement
    from sitegen.submissions.figures import Figures


@click.command(
    "agreement",
    cls=pages.HelpPage,
    examples=(
        ("sitegen review agreement", "over everything that two people scored"),
        ("sitegen review agreement --between maren --between tobias", "of two people"),
    ),
)
@review_options.credential
@click.option("--between", multiple=True, metavar="NAME", help="Only these two assessors; give it twice.")
@options.common
def agreement(setting: Setting, credential: str | None, between: tuple[str, ...]) -> int:
    """Show how far two assessors agree.

    For each row of the rubric: how many pairs of levels there are, how many
    are equal, and Cohen's kappa, which is 0 for what chance would give and 1
    for full agreement. Below 20 pairs kappa says little.
    """
    from sitegen.submissions import agreement as measured

    with signing_options.told():
        office = review_options.opened(setting)
        cases = [case for case in office.cases if credential in (None, case.response.credential)]
        found = measured.of(cases, between)
    if not found.submissions:
        say.aside("Nothing was scored by two people yet.", setting)
        return 0
    for (slug, row), one in found.rows.items():
        say.result(f"{slug}  {row}  {_agreement(one)}")
    say.result(f"all {found.submissions:,} submissions  {_agreement(found.all)}")
    return 0


@click.command(
    "stats",
    cls=pages.HelpPage,
    examples=(
        ("sitegen review stats", "what waits, and how it went"),
        ("sitegen review stats --csv private/stats.csv --chart private/stats.svg", "as a table and a chart"),
    ),
)
@review_options.credential
@click.option("--csv", "table", metavar="FILE", type=click.Path(path_type=Path), help="Write a table (CSV).")
@click.option(
    "--chart", "drawing", metavar="FILE", type=click.Path(path_type=Path), help="Draw a chart (SVG)."
)
@options.common
def stats(setting: Setting, credential: str | None, table: Path | None, drawing: Path | None) -> int:
    """Show how many wait, how long it takes, and what is earned.

    Nothing of this is published. The numbers say nothing about a person,
    unless there are very few.
    """
    from sitegen.signing import whole_files
    from sitegen.submissions import chart, figures

    with signing_options.told():
        office = review_options.opened(setting)
        found = figures.by_credential(office)
        if credential is not None:
            found = {slug: one for slug, one in found.items() if slug == credential}
        for slug, one in found.items():
            say.result(f"{slug}  {_figures(one)}")
            for row, (passed, not_passed) in one.rows.items():
                say.result(f"  {row}  passed {passed} of {passed + not_passed}")
        if len(found) != 1:
            say.result(f"all  {_figures(figures.of(office, office.cases))}")
    for path, data in ((table, figures.table(found)), (drawing, chart.svg(found).encode())):
        if path is not None:
            whole_files.replace(path, data)
            say.aside(f"Wrote {path}.", setting)
    return 0


def _agreement(one: "Agreement") -> str:
    kappa = "kappa has no value here" if one.kappa is None else f"kappa {one.kappa:.2f}"
    return f"{one.equal} of {one.pairs} equal ({100 * one.equal // max(1, one.pairs)} %)  {kappa}"


def _figures(one: "Figures") -> str:
    late = f", {one.overdue} late" if one.overdue else ""
    oldest = f", the oldest since {one.oldest}" if one.oldest else ""
    parts = [f"{one.waiting:,} waiting{late}{oldest}"]
    parts += [f"{number:,} {name}" for name, number in sorted(one.outcomes.items())]
    if one.days:
        parts.append(f"answered in {one.median_days:g} days (half of them), {one.days[-1]} at most")
    return "; ".join(parts)
