"""A small site, a folder for keys, and pass phrases that are fast to try."""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from sitegen.badges import status, trust, verify
from sitegen.badges.signer import Known
from sitegen.model.verdict import Verdict
from sitegen.signing import (
    awarding,
    desk,
    key_changes,
    key_file,
    ledger,
    private_key,
    register,
    status_lists,
)
from sitegen.signing.desk import Desk
from sitegen.signing.key_changes import Place
from sitegen.signing.orders import Order
from sitegen.signing.register import Register

BASE = Path(__file__).parents[1] / "cases" / "base"
PHRASE = "four small blue words"
NOW = datetime(2026, 3, 9, 14, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pass phrase costs next to nothing to try, in tests only."""
    monkeypatch.setattr(key_file, "USUAL", key_file.Cost(8, 1, 1))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small site without problems."""
    folder = tmp_path / "site"
    shutil.copytree(BASE, folder)
    return folder


@pytest.fixture
def place(root: Path, tmp_path: Path) -> Place:
    """The site, an empty folder for keys beside it, and an afternoon in March."""
    return Place(root, tmp_path / "keys", NOW)


@pytest.fixture
def harbor(root: Path) -> Register:
    """The issuer's file, without keys."""
    return register.read(root, "harbor")


@pytest.fixture
def made(place: Place, harbor: Register) -> key_changes.Made:
    """The issuer's first key."""
    return key_changes.begin(place, harbor, PHRASE)


class Office(NamedTuple):
    """A desk with an open key, for tests that award."""

    desk: Desk
    signer: private_key.Signer

    def at(self, moment: datetime) -> "Office":
        """The same desk at another moment, with the issuer's file as it is by then."""
        place = replace(self.desk.place, now=moment)
        return Office(desk.of(place, self.desk.issuer), self.signer)

    def award(self, *orders: Order) -> tuple[str, ...]:
        """Make awards; returns their ids."""
        planned = awarding.plan(self.desk, list(orders))
        assert planned.faults == ()
        awarding.write(self.desk, self.signer, planned)
        return tuple(draft.award.id for draft in planned.drafts)

    def edition(self, award: str) -> ledger.Edition:
        """The line of an award that counts."""
        return ledger.newest(self.desk.root, self.desk.issuer)[award]

    def verdict(self, award: str) -> Verdict:
        """What a check says of an award now."""
        site = self.desk.site
        known = Known(site=site.base_url, slug="harbor", name="Harbor", keys=self.desk.register.issuer.keys)
        files = {
            status.address(site.base_url, "harbor", purpose): path.read_bytes()
            for purpose in ("revocation", "suspension")
            if (path := self.desk.root / status_lists.path("harbor", purpose)).is_file()
        }
        register = trust.of([known], files, self.desk.place.now)
        return verify.verify(self.edition(award).line, register, self.desk.place.now)


@pytest.fixture
def office(place: Place, made: key_changes.Made) -> Office:
    """Everything that is needed to award `calm`."""
    at = desk.of(place, "harbor")
    return Office(at, private_key.open(private_key.find(place.folder, at.register, place.now), PHRASE))
