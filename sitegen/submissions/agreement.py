"""How far two assessors agree who scored the same submissions: in each row, and by Cohen's kappa over all of them.

Cohen, J. (1960), A coefficient of agreement for nominal scales: kappa = (observed - expected) / (1 - expected), where the
expected share of equal levels is that of two people who give each level as often as these did, without looking.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from msgspec import Struct

from sitegen.submissions.office import Case

Pair = tuple[str, str]
"""The levels that the first and the second assessor gave."""


class Agreement(Struct, frozen=True):
    """Of so many pairs of levels how many are equal, and kappa; None where it has no value (all levels the same)."""

    pairs: int
    equal: int
    kappa: float | None


class Found(Struct, frozen=True):
    """The agreement of a set of submissions: how many were scored twice, each row of each credential, and all together."""

    submissions: int
    rows: dict[tuple[str, str], Agreement]
    all: Agreement


def of(cases: Iterable[Case], names: tuple[str, ...] = ()) -> Found:
    """The agreement of the first two assessors of each submission, by name; or of the two named ones."""
    pairs: defaultdict[tuple[str, str], list[Pair]] = defaultdict(list)
    submissions = 0
    for case in cases:
        chosen = [score for score in case.standing if not names or score.assessor in names]
        if len(chosen) < 2:
            continue
        first, second = chosen[:2]
        submissions += 1
        for row in first.rows:
            if row.level and (other := second.level(row.row)):
                pairs[case.response.credential, row.row].append((row.level, other))
    everything = [pair for group in pairs.values() for pair in group]
    return Found(
        submissions, {key: measure(group) for key, group in sorted(pairs.items())}, measure(everything)
    )


def measure(pairs: list[Pair]) -> Agreement:
    """The agreement in some pairs of levels."""
    number = len(pairs)
    equal = sum(first == second for first, second in pairs)
    if not number:
        return Agreement(0, 0, None)
    firsts, seconds = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    expected = sum(firsts[level] * seconds[level] for level in firsts) / number**2
    kappa = None if expected == 1 else (equal / number - expected) / (1 - expected)
    return Agreement(number, equal, kappa)
