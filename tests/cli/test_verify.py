"""`sitegen verify`: says what holds and what does not, and ends with 0 only if every badge is valid."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sample_awards as samples
from commandline import Run
from sample_pictures import png

from sitegen.badges import baked_png, did, register, status
from sitegen.model.award import Award

ISSUER = """\
name: Harbor Teaching Collective
summary: Teachers who teach teachers, in a harbor.
type: Collective
keys:
  - key: {key}
    from: 2026-01-01
"""
GOOD = samples.changed(expires=None)


@pytest.fixture
def badge(site: Path) -> Path:
    """A good badge in a site whose register and status list have its issuer."""
    settings = site / "content" / "site.yaml"
    lines = [line for line in settings.read_text().splitlines() if not line.startswith("base_url")]
    settings.write_text("\n".join([*lines, f"base_url: {samples.SITE}", ""]))
    (site / "content" / "issuers" / "harbor.md").unlink()
    (site / "content" / "issuers" / "harbor.yaml").write_text(
        ISSUER.format(key=samples.public(samples.HARBOR))
    )
    (site / "content" / "issuers" / "harbor.svg").write_text("<svg/>")
    lists(site, samples.edition())
    return written(GOOD)


def lists(site: Path, *editions: status.StatusList) -> None:
    folder = site / "content" / "status"
    folder.mkdir(exist_ok=True)
    for one in editions:
        name = f"{one.issuer}.json" if one.purpose == "revocation" else f"{one.issuer}.suspended.json"
        (folder / name).write_bytes(samples.signed_list(one))


def written(award: Award, name: str = "badge.json") -> Path:
    path = Path(name)
    path.write_bytes(samples.line(award))
    return path


def test_a_good_badge_ends_with_0(run: Run, badge: Path) -> None:
    ran = run("verify", "badge.json")
    assert ran.code == 0
    assert ran.out.startswith("badge.json: valid\n")
    assert "Calm Routines (version 1.3)" in ran.out
    assert "Odalys" in ran.out


def test_quiet_says_nothing_of_a_good_badge(run: Run, badge: Path) -> None:
    assert run("verify", "-q", "badge.json") == (0, "", "")


def test_a_nameless_earner_and_an_end_are_told(run: Run, badge: Path) -> None:
    written(samples.changed(name="", expires=datetime.now(UTC).replace(microsecond=0) + timedelta(days=9)))
    ran = run("verify", "badge.json")
    assert "somebody who chose not to be named" in ran.out
    assert "until" in ran.out


def test_one_bad_badge_among_good_ones_ends_with_1(run: Run, badge: Path) -> None:
    Path("bad.json").write_bytes(badge.read_bytes().replace(b"Calm", b"Wild"))
    ran = run("verify", "badge.json", "bad.json")
    assert ran.code == 1
    assert "badge.json: valid" in ran.out
    assert "bad.json: altered" in ran.out
    assert "NO  signature" in ran.out


def test_a_revoked_badge_ends_with_1(run: Run, badge: Path, site: Path) -> None:
    lists(site, samples.edition((4711,)))
    ran = run("verify", "badge.json")
    assert (ran.code, ran.out.splitlines()[0]) == (1, "badge.json: revoked")
    assert "reason 4711" in ran.out


def test_a_suspended_badge_ends_with_1(run: Run, badge: Path, site: Path) -> None:
    lists(site, samples.edition((4711,)), samples.edition((4711,), "suspension"))
    assert run("verify", "badge.json").out.splitlines()[0] == "badge.json: suspended"


def test_pictures_are_read(run: Run, badge: Path) -> None:
    Path("badge.png").write_bytes(baked_png.put(png(), badge.read_bytes()))
    assert run("verify", "badge.png").code == 0


def test_standard_input_is_read(run: Run, badge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with badge.open() as stream:
        monkeypatch.setattr("sys.stdin", stream)
        assert run("verify", "-").code == 0


def test_json_says_the_same_to_programs(run: Run, badge: Path) -> None:
    Path("bad.json").write_bytes(b"{}")
    ran = run("verify", "badge.json", "bad.json", "--json")
    said = json.loads(ran.out)
    assert (ran.code, said["version"], said["ok"]) == (1, 1, False)
    assert [(one["file"], one["state"], one["valid"]) for one in said["badges"]] == [
        ("badge.json", "valid", True),
        ("bad.json", "not-a-badge", False),
    ]
    assert said["badges"][0]["award"]["id"] == samples.AWARD.id


def published(folder: Path, *, with_register: bool) -> None:
    for one in samples.KNOWN:
        place = folder / "issuers" / one.slug
        place.mkdir(parents=True)
        (place / "did.json").write_text(json.dumps(did.document(one.site, one.slug, one.keys)))
    if with_register:
        (folder / "badges").mkdir()
        register_file = [register.document(one) for one in samples.KNOWN]
        (folder / "badges" / "keys.json").write_text(json.dumps(register_file))
    (folder / "status").mkdir()
    (folder / "status" / "harbor.json").write_bytes(samples.signed_list(samples.edition()))


@pytest.mark.parametrize(
    ("with_register", "name"), [(True, "Harbor Teaching"), (False, "did:web:badges.example.org")]
)
def test_a_published_site_can_be_trusted(
    run: Run, badge: Path, tmp_path: Path, with_register: bool, name: str
) -> None:
    published(tmp_path / "public", with_register=with_register)
    ran = run("-C", str(tmp_path), "verify", "--trust", str(tmp_path / "public"), "badge.json")
    assert ran.code == 0
    assert f"by        {name}" in ran.out


def test_a_did_document_and_a_status_list_can_be_trusted(run: Run, badge: Path) -> None:
    Path("did.json").write_text(json.dumps(did.document(samples.SITE, "harbor", samples.KNOWN[0].keys)))
    Path("list.json").write_bytes(samples.signed_list(samples.edition()))
    without = run("verify", "--trust", "did.json", "badge.json")
    assert (without.code, without.out.splitlines()[0]) == (1, "badge.json: status missing")
    assert run("verify", "--trust", "did.json", "--trust", "list.json", "badge.json").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("missing.json",), "cannot read missing.json"),
        (("https://badges.example.org/x.json",), "nothing is fetched"),
        ((".",), "cannot read"),
        ((), "missing argument"),
        (("badge.json", "--trust", "missing"), "does not exist"),
        (("badge.json", "--trust", "badge.json"), "cannot be trusted"),
        (("badge.json", "--trust", "content"), "there are no issuers in content"),
    ],
)
def test_wrong_use_ends_with_2(run: Run, badge: Path, words: tuple[str, ...], said: str) -> None:
    ran = run("verify", *words)
    assert ran.code == 2
    assert said in ran.err.lower()


def test_without_a_site_there_is_nothing_to_check_against(run: Run, tmp_path: Path) -> None:
    Path("badge.json").write_bytes(b"{}")
    ran = run("verify", "badge.json")
    assert ran.code == 2
    assert "no site here" in ran.err


@pytest.mark.parametrize("file", ["site.yaml", "issuers/harbor.yaml"])
def test_a_site_with_problems_is_no_register(run: Run, badge: Path, site: Path, file: str) -> None:
    (site / "content" / file).write_text("name: 1\nnonsense: true\n")
    ran = run("verify", "badge.json")
    assert ran.code == 2
    assert "cannot be used" in ran.err
