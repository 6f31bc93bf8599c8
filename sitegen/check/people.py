"""People's own pages: they show badges that are theirs, and offer help only with what they hold."""

from collections.abc import Iterator, Mapping

from sitegen.model.catalog import Catalog
from sitegen.model.document import Entry
from sitegen.model.ledger import Standing
from sitegen.model.person import Person
from sitegen.problem import Path, Problem, Span


def check(catalog: Catalog) -> Iterator[Problem]:
    """Badges that are unknown, somebody else's or withdrawn, and offers of help that nothing stands behind."""
    if not catalog.people:
        return
    standings = catalog.ledger.standings()
    is_whole = not catalog.unread.get("awards")
    for entry in catalog.people.values():
        for index, award in enumerate(entry.record.awards):
            place: Path = ("awards", index)
            if award in standings:
                yield from _award(entry, place, standings[award])
            elif is_whole:  # the award may stand in a file that could not be read
                yield _problem(
                    entry, place, "unknown-award", "there is no award with this id",
                    "copy the last part of the address of the badge's page",
                )  # fmt: skip
        yield from _help(entry, standings)


def _award(entry: Entry[Person], place: Path, standing: Standing) -> Iterator[Problem]:
    shown = standing.line.name
    if shown != entry.record.name:
        whose = f"shows the name “{shown}”" if shown else "shows no name"
        yield _problem(
            entry, place, "award-of-another", f"this badge {whose}, so it cannot stand on the page of “{entry.record.name}”",
            "show only badges with this very name; the issuer can sign a badge again with the name on it",
        )  # fmt: skip


def _help(entry: Entry[Person], standings: Mapping[str, Standing]) -> Iterator[Problem]:
    record = entry.record
    held = [standings[award] for award in record.awards if award in standings]
    holds = {standing.line.credential for standing in held if not standing.withdrawn}
    for index, slug in enumerate(record.helps_with):
        if slug not in holds and len(held) == len(record.awards):
            yield _problem(
                entry, ("helps_with", index), "not-held", f"none of the badges on this page is for `{slug}`",
                "offer help only with credentials whose badge is listed under `awards`",
            )  # fmt: skip
    if record.helps_with and not record.contact:
        yield _problem(
            entry, ("helps_with",), "no-contact", "nobody can ask for this help: there is no way to write",
            "add `contact:`, the address of a form or of a profile",
        )  # fmt: skip


def _problem(entry: Entry[Person], place: Path, code: str, message: str, hint: str) -> Problem:
    return Problem(code=code, message=message, hint=hint, span=Span(entry.path), path=place)
