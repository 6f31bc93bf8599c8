"""The sample awards as they are published: byte for byte, checked by our command and by others, with nothing private in them."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from openbadgeslib.ob2.verifier import OB2Verifier
from openbadgeslib.ob3 import OB3LdpVerifier

from sitegen.signing import ledger

ROOT = Path(__file__).parents[2]
SITE = "https://credentials.example.org"
ISSUERS = ledger.issuers(ROOT)
SECRET = re.compile(
    rb"[\w.+-]@(?![\w.-]+\.invalid)[\w-]+\.[a-z]|mailto:|PRIVATE KEY|(?<!\w)z3u2\w{40,50}(?!\w)|#who=[\w-]{22}",
    re.IGNORECASE,
)
TEXTS = (".html", ".json")


class Web:
    """The published files at their addresses, as verifiers fetch them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, address: str, **_: Any) -> bytes:
        assert address.startswith(f"{SITE}/")
        return (self.folder / address.removeprefix(f"{SITE}/")).read_bytes()


def file(folder: Path, award: str, ending: str = "json") -> Path:
    return folder / "badges" / award[:2] / f"{award}.{ending}"


@pytest.fixture(scope="module")
def states(folder: Path) -> dict[str, str]:
    """What `sitegen verify` says of every published badge, by id."""
    files = sorted(folder.glob("badges/[0-9a-f][0-9a-f]/*.json"))
    signed = [str(path) for path in files if not path.name.endswith(".ob2.json")]
    command = [sys.executable, "-m", "sitegen", "verify", "--trust", str(folder), "--json", *signed]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    return {Path(badge["file"]).stem: badge["state"] for badge in json.loads(done.stdout)["badges"]}


def test_every_award_is_published_as_it_was_signed(folder: Path, states: dict[str, str]) -> None:
    held = {one.id: one.line for issuer in ISSUERS for one in ledger.newest(ROOT, issuer).values()}
    assert {award: file(folder, award).read_bytes() for award in states} == held


def test_the_command_tells_every_state_apart(states: dict[str, str]) -> None:
    assert set(states.values()) >= {"valid", "expired", "revoked", "suspended"}
    assert len(states) >= 120


def test_pictures_hold_the_same_badges(folder: Path, states: dict[str, str]) -> None:
    pictures = [str(file(folder, award, "png")) for award in states]
    command = [sys.executable, "-m", "sitegen", "verify", "--trust", str(folder), "--json", *pictures]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    badges = json.loads(done.stdout)["badges"]
    assert {Path(badge["file"]).stem: badge["state"] for badge in badges} == states


@pytest.mark.parametrize("issuer", ISSUERS)
def test_another_library_takes_the_same_badges_for_good(
    folder: Path, states: dict[str, str], issuer: str
) -> None:
    verifier = OB3LdpVerifier.for_issuer_did(f"did:web:credentials.example.org:issuers:{issuer}")
    taken = {}
    for award in ledger.newest(ROOT, issuer):
        document = file(folder, award).read_text("utf-8")
        try:
            verifier.verify(document, check_status=True, download=Web(folder), verify_status_list=False)
            taken[award] = True
        except Exception:
            taken[award] = False
    assert taken == {award: states[award] == "valid" for award in taken}


@pytest.mark.parametrize("issuer", ISSUERS)
def test_it_takes_the_same_hosted_assertions_for_good_but_knows_no_first_day(
    folder: Path, states: dict[str, str], issuer: str
) -> None:
    verifier = OB2Verifier(download=Web(folder))
    taken = {}
    for award in ledger.newest(ROOT, issuer):
        try:
            verifier.verify_hosted(file(folder, award, "ob2.json").read_text("utf-8"))
            taken[award] = True
        except Exception:
            taken[award] = False
    assert taken == {award: states[award] in ("valid", "not-yet-valid") for award in taken}


def test_nothing_private_is_published_with_them(folder: Path) -> None:
    files = [path for name in ("badges", "status", "issuers") for path in (folder / name).rglob("*.*")]
    assert [path for path in files if path.suffix in TEXTS and SECRET.search(path.read_bytes())] == []


def test_a_withdrawn_name_is_nowhere_on_the_site(folder: Path) -> None:
    gone = [name.encode() for name in ("Teun Lindeboom", "Evander Cobbler-Ruiz")]
    files = list((folder / "badges").rglob("*.*"))
    assert [path for path in files if any(name in path.read_bytes() for name in gone)] == []


def test_the_page_for_employers_leads_to_a_badge_of_each_kind(folder: Path, states: dict[str, str]) -> None:
    text = (folder / "for-employers" / "index.html").read_text("utf-8")
    assert 'href="/verify/"' in text
    linked = re.findall(r'href="/badges/../([0-9a-f]{32})"', text)
    assert [states[award] for award in linked] == ["valid", "revoked", "expired"]
