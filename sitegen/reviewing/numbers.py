"""The figures of everything that was sent in, and how far assessors agree, as a page and as a chart."""

from sitegen.reviewing.views import Figure, Numbers, Share
from sitegen.reviewing.visit import Visit
from sitegen.submissions import agreement, chart, figures
from sitegen.submissions.agreement import Agreement
from sitegen.submissions.figures import Figures

OUTCOMES = ("earned", "not yet", "incomplete", "withdrawn")


def view(visit: Visit) -> Numbers:
    """The page with all numbers."""
    office = visit.office
    found = figures.by_credential(office)
    together = [_figure("All credentials", figures.of(office, office.cases))] if len(found) > 1 else []
    agreed = agreement.of(office.cases)
    shares = [_share(f"{slug}: {row}", one) for (slug, row), one in agreed.rows.items()]
    if agreed.submissions:
        shares.append(_share("Everything together", agreed.all))
    return Numbers(
        title="Numbers",
        outcomes=OUTCOMES,
        figures=(*(_figure(slug, one) for slug, one in found.items()), *together),
        twice=agreed.submissions,
        shares=tuple(shares),
    )


def drawing(visit: Visit) -> bytes:
    """The chart (SVG)."""
    return chart.svg(figures.by_credential(visit.office)).encode()


def _figure(name: str, one: Figures) -> Figure:
    return Figure(
        name=name,
        waiting=one.waiting,
        late=one.overdue,
        oldest=one.oldest,
        outcomes=tuple(one.outcomes.get(outcome, 0) for outcome in OUTCOMES),
        days=f"{one.median_days:g} (at most {one.days[-1]})" if one.days else "",
        rows=tuple((row, passed, passed + failed) for row, (passed, failed) in one.rows.items()),
    )


def _share(name: str, one: Agreement) -> Share:
    return Share(name, one.pairs, one.equal, "no value here" if one.kappa is None else f"{one.kappa:.2f}")
