"""Which awards may be published, going by the whole catalog: its issuers and their keys, and their status lists.

Nothing here asks for the time of day: an award that has run out keeps its page, and the page says so by itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from sitegen.awards import editions
from sitegen.badges import did, register, signer
from sitegen.badges.refusal import Refused
from sitegen.badges.signer import Known
from sitegen.model.catalog import Catalog
from sitegen.model.ledger import AwardLine, Standing, StatusFile
from sitegen.problem import Problem, Span

NO_LIST = "`sitegen award` writes the list together with the awards; take both from where they were made"
SEE_KEYS = "`sitegen keys list` shows an issuer's keys with their times"


class Lists(Struct, frozen=True):
    """Both status lists of an issuer, as far as it has them."""

    revoked: StatusFile | None = None
    suspended: StatusFile | None = None


def lists(catalog: Catalog) -> dict[str, Lists]:
    """The status lists of every issuer that has any."""
    found: dict[str, Lists] = {}
    for file in catalog.ledger.lists.values():
        before = found.get(file.issuer, Lists())
        found[file.issuer] = (
            Lists(file, before.suspended) if file.purpose == "revocation" else Lists(before.revoked, file)
        )
    return found


def problems(catalog: Catalog) -> Iterator[Problem]:
    """Everything about awards and status lists that only shows beside the rest of the catalog."""
    if not catalog.ledger.awards and not catalog.ledger.lists:
        return
    trusted = _Trusted(catalog)
    standings = catalog.ledger.standings().values()
    yield from _lists(catalog, trusted)
    yield from _gathered(_awards(standings, trusted))
    yield from _gathered(editions.problems(catalog.ledger))
    yield from _gathered(_places(catalog, standings))
    yield from _gathered(_credentials(catalog, standings))


def _gathered(found: Iterable[Problem]) -> Iterator[Problem]:
    """What is wrong with many awards of a file is said once, at the first: a key taken away must not fill the screen."""
    same: dict[tuple[str, str], list[Problem]] = {}
    for problem in found:
        same.setdefault((problem.span.file, problem.message), []).append(problem)
    for problems in same.values():
        first = min(problems, key=lambda problem: problem.span.line)
        others = len(problems) - 1
        more = f" (and so for {others:,} more in this file)" if others else ""
        yield replace(first, message=first.message + more)


class _Trusted:
    """The register, asked once for every key and moment."""

    def __init__(self, catalog: Catalog) -> None:
        self.site = catalog.site.base_url
        self.known: Mapping[str, Known] = {
            did.name(self.site, slug): register.known(self.site, slug, entry.record)
            for slug, entry in catalog.issuers.items()
        }
        self.unread = set(catalog.unread.get("issuer", ()))
        self.stand_in = catalog.stand_in

    def objection(self, issuer: str, site: str, key: str, moments: tuple[datetime, ...]) -> Refused | None:
        """Why a signature cannot stand; None if it can."""
        if self.stand_in or issuer in self.unread:
            return None  # the site's settings or the issuer's own file are at fault, and that is said there
        if site != self.site:
            return Refused("award-key", f"it was made for the site {site}, and this one is {self.site}")
        try:
            signer.require(self.known, did.name(site, issuer), key, moments)
        except Refused as refused:
            return refused
        return None


def _lists(catalog: Catalog, trusted: _Trusted) -> Iterator[Problem]:
    for path, file in catalog.ledger.lists.items():
        found = trusted.objection(file.issuer, file.site, file.key, (file.at,))
        if found and found.code == "key-compromised":
            yield _untrusted_list(path)
        elif found:
            message = f"this status list cannot be published: {found.words}"
            yield _problem("status-list", path, 1, message, SEE_KEYS)
    for issuer, pair in lists(catalog).items():
        if pair.revoked and pair.suspended and not set(pair.suspended.set).issubset(pair.revoked.set):
            yield _problem(
                "status-list", f"content/status/{issuer}.suspended.json", 1,
                "an award is suspended on this list and not revoked on the other, so one of the two is an older edition",
                "take both lists from the same commit",
            )  # fmt: skip


def _untrusted_list(path: str) -> Problem:
    """Whoever checks an award finds nothing then to tell by whether it was revoked, and does not take it for valid."""
    return Problem(
        code="status-list",
        message="nobody trusts this status list any more: its issuer marked the key that signed it as compromised",
        hint="`sitegen reissue` signs it again with another key",
        severity="warning",
        span=Span(path, 1),
    )


def _awards(standings: Iterable[Standing], trusted: _Trusted) -> Iterator[Problem]:
    """Awards whose key does not speak for their issuer; of each award only the edition that counts is looked at."""
    for standing in standings:
        path, line = standing.path, standing.line
        found = trusted.objection(standing.issuer, line.site, line.key, (line.issued, line.signed))
        if found and found.code == "key-compromised":
            yield _compromised(path, line)
        elif found:
            message = f"this award cannot be published: {found.words}"
            yield _problem("award-key", path, line.number, message, SEE_KEYS)


def _compromised(path: str, line: AwardLine) -> Problem:
    """A key that got into other hands must not take the whole site down: its awards are shown as not to be trusted."""
    return Problem(
        code="award-compromised",
        message="this award is published as one that cannot be trusted: its issuer marked the key as compromised",
        hint="`sitegen reissue` signs it again with another key",
        severity="warning",
        span=Span(path, line.number),
    )


def _places(catalog: Catalog, standings: Iterable[Standing]) -> Iterator[Problem]:
    """Every award has a place of its own on its issuer's list, and the list has that place."""
    pairs = lists(catalog)
    unread = catalog.unread.get("status", ())
    taken: dict[tuple[str, int], Standing] = {}
    for standing in standings:
        path, issuer, line = standing.path, standing.issuer, standing.line
        mine = pairs.get(issuer, Lists()).revoked
        if (mine is None or line.index >= mine.places) and not (mine is None and issuer in unread):
            yield _problem("award-status", path, line.number, _NOWHERE.format(issuer=issuer), NO_LIST)
        first = taken.setdefault((issuer, line.index), standing)
        if first is not standing:
            yield _taken(*sorted((first, standing), key=editions.moment))


_NOWHERE = (
    "this award cannot be published: content/status/{issuer}.json has no place for it, so nobody could tell whether "
    "it was revoked"
)


def _taken(first: Standing, later: Standing) -> Problem:
    return Problem(
        code="award-status",
        message="this award cannot be published: its place on the status list belongs to another one already",
        hint="the award made later has to be made again with `sitegen award`",
        span=Span(later.path, later.line.number),
        related=(Span(first.path, first.line.number),),
    )


def _credentials(catalog: Catalog, standings: Iterable[Standing]) -> Iterator[Problem]:
    """Awards for a credential that another issuer offers today: it moved there, or somebody adorns himself with it."""
    for standing in standings:
        path, issuer, line = standing.path, standing.issuer, standing.line
        offered = catalog.credentials.get(line.credential)
        if issuer in catalog.issuers and offered is not None and offered.issuer != issuer:
            yield Problem(
                code="award-credential",
                message=f"this award is for `{line.credential}`, which is a credential of `{offered.issuer}`",
                hint="issuers award their own credentials; all is well if this one has moved since",
                severity="warning",
                span=Span(path, line.number),
            )


def _problem(code: str, path: str, line: int, message: str, hint: str) -> Problem:
    return Problem(code=code, message=message, hint=hint, span=Span(path, line))
