"""Numbers about submissions: how many wait and how long, how fast they are answered, what is earned, row by row."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from statistics import median

from msgspec import Struct

from sitegen.signing.refusal import Refused
from sitegen.submissions import cells, rubric
from sitegen.submissions.decisions import Decision
from sitegen.submissions.office import Case, Office

COLUMNS = (
    "credential", "row", "waiting", "oldest waiting", "earned", "not yet", "incomplete", "withdrawn", "days (median)",
    "days (longest)", "rows passed", "rows not passed",
)  # fmt: skip


class Figures(Struct, frozen=True, kw_only=True):
    """The numbers of some submissions; `oldest` is the day on which the oldest one that waits was sent."""

    waiting: int
    overdue: int
    oldest: date | None
    outcomes: dict[str, int]
    days: tuple[int, ...]
    rows: dict[str, tuple[int, int]]
    """For each row of the rubric how often it passed, and how often not, in all that was judged."""

    @property
    def median_days(self) -> float | None:
        """Half of all answers came within so many days."""
        return median(self.days) if self.days else None


def by_credential(office: Office) -> dict[str, Figures]:
    """The numbers of each credential that something was sent for, in the order of their names."""
    groups: defaultdict[str, list[Case]] = defaultdict(list)
    for case in office.cases:
        groups[case.response.credential].append(case)
    return {slug: of(office, groups[slug]) for slug in sorted(groups)}


def of(office: Office, cases: Iterable[Case]) -> Figures:
    """The numbers of some submissions."""
    waiting: list[Case] = []
    decided: list[Decision] = []
    for case in cases:
        if case.decision is None:
            waiting.append(case)
        else:
            decided.append(case.decision)
    outcomes: defaultdict[str, int] = defaultdict(int)
    for decision in decided:
        outcomes[decision.outcome] += 1
    return Figures(
        waiting=len(waiting),
        overdue=sum((due := office.due(case)) is not None and due < office.today for case in waiting),
        oldest=min((case.response.submitted.date() for case in waiting), default=None),
        outcomes=dict(outcomes),
        days=tuple(sorted(decision.days for decision in decided if decision.outcome != "withdrawn")),
        rows=_rows(office, decided),
    )


def table(found: dict[str, Figures]) -> bytes:
    """The numbers as CSV: a line for each credential, and one below it for each of its rows."""
    return cells.table([COLUMNS, *_lines(found)])


def _lines(found: dict[str, Figures]) -> Iterator[list[object]]:
    for slug, one in found.items():
        outcomes = [one.outcomes.get(name, 0) for name in ("earned", "not yet", "incomplete", "withdrawn")]
        middle, longest = ("", "") if not one.days else (one.median_days, one.days[-1])
        yield [slug, "", one.waiting, one.oldest or "", *outcomes, middle, longest, "", ""]
        for row, (passed, not_passed) in one.rows.items():
            yield [slug, row, "", "", "", "", "", "", "", "", passed, not_passed]


def _rows(office: Office, decided: Iterable[Decision]) -> dict[str, tuple[int, int]]:
    """Passed and not passed for each row, by what each decision's own credential says passes now."""
    rows: dict[str, tuple[int, int]] = {}
    for decision in decided:
        try:
            asked = rubric.of(office.shelf.one(decision.credential).record)
        except Refused:
            continue
        for row in decision.rows:
            passed, not_passed = rows.get(row.row, (0, 0))
            is_met = asked.passes(row.level)
            rows[row.row] = (passed + is_met, not_passed + (not is_met))
    return rows
