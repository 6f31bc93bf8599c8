"""The ledger: all signed awards and status lists of the project, as far as the rest of the catalog needs to know them."""

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from msgspec import Struct

from sitegen.model import editions

Purpose = Literal["revocation", "suspension"]


class AwardLine(Struct, frozen=True, kw_only=True):
    """One edition of an award: where its bytes stand in its file, and what it says of itself.

    Its form and its signature were found good; whether its issuer stands behind the key is another question. `asked` is the
    mark of what was asked (the same for all awards that asked the same), `number` the line in the file, counted from 1.
    """

    number: int
    start: int
    end: int
    digest: str
    """The digest of these bytes: what was checked is what will be published."""
    id: str
    site: str
    index: int
    key: str
    signed: datetime
    issued: datetime
    credential: str
    asked: str
    awarded: datetime
    expires: datetime | None
    name: str
    """The name that the earner chose to show, or nothing."""
    lasting: str
    """A digest of what no later edition may change."""
    withdrawable: tuple[str, ...]
    """Digests of what a later edition may leave out; empty for what this one does not have."""


class AwardFile(Struct, frozen=True, kw_only=True):
    """A batch of awards of one issuer."""

    issuer: str
    lines: tuple[AwardLine, ...] = ()


class StatusFile(Struct, frozen=True, kw_only=True):
    """A signed status list: the places that are set on it, and the public reasons for some of them."""

    issuer: str
    purpose: Purpose
    site: str
    at: datetime
    key: str
    places: int
    set: tuple[int, ...] = ()
    reasons: dict[int, str] = {}


class Standing(Struct, frozen=True):
    """A line of a file of awards, its issuer, and whether its place is set on the issuer's list (revoked, or suspended)."""

    path: str
    issuer: str
    line: AwardLine
    withdrawn: bool

    @property
    def id(self) -> str:
        return self.line.id

    @property
    def signed(self) -> datetime:
        return self.line.signed


class Ledger(Struct, frozen=True, kw_only=True):
    """All files of awards and of status lists, by path, in the order of paths."""

    awards: dict[str, AwardFile] = {}
    lists: dict[str, StatusFile] = {}

    def lines(self) -> Iterator[Standing]:
        """Every line of every file of awards, in the order of paths."""
        set_places = {(file.issuer, place) for file in self.lists.values() for place in file.set}
        for path, file in self.awards.items():
            for line in file.lines:
                yield Standing(path, file.issuer, line, (file.issuer, line.index) in set_places)

    def standings(self) -> dict[str, Standing]:
        """Every award by id: the edition of it that counts (see `model.editions`)."""
        return editions.newest(self.lines())
