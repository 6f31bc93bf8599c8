"""Which files awards bring with them: a bundle for each batch, whatever decides about its files, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from sitegen.awards import bundles
from sitegen.awards.bundles import Bundle
from sitegen.plan.badge_words import IN_FORCE, Standing
from sitegen.plan.job import Job
from sitegen.plan.lookup import Lookup
from tests.awards import signed_site as site
from tests.badges import sample_awards as samples

FIRST, SECOND = "content/awards/harbor/first.jsonl", "content/awards/harbor/second.jsonl"
LIST, SUSPENDED = "content/status/harbor.json", "content/status/harbor.suspended.json"
LEAK = "{{key: {}, from: 2026-01-01, compromised: {{at: 2026-04-01, reason: It was lost.}}}}"
HARBOR = f"{{key: {samples.public(site.KEY)}, from: 2026-01-01}}"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with three awards of one batch."""
    return site.make(tmp_path / "site", 1, 2, 3)


def _jobs(root: Path) -> dict[str, Job]:
    return {job.address: job for job in bundles.jobs(Lookup(site.catalog(root)))}


def _bundles(root: Path) -> dict[str, Bundle]:
    return {
        name: msgspec.json.decode(job.payload, type=Bundle)
        for name, job in _jobs(root).items()
        if job.maker == bundles.MAKER
    }


def _standings(root: Path) -> dict[int, Standing]:
    """How awards stand, by number."""
    return {int(item.id[0]): item.standing for made in _bundles(root).values() for item in made.items}


def test_a_batch_is_one_job(root: Path) -> None:
    job = _jobs(root)[f"{FIRST}#1"]
    assert (job.maker, job.source) == (bundles.MAKER, FIRST)


def test_a_large_batch_is_several_jobs(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundles, "PART", 2)
    assert {name: len(made.items) for name, made in _bundles(root).items()} == {
        f"{FIRST}#1": 2,
        f"{FIRST}#2": 1,
    }


def test_only_the_edition_that_counts_is_published(root: Path) -> None:
    site.put(root, SECOND, site.renewed(site.award(2)))
    assert {name: [item.id[0] for item in made.items] for name, made in _bundles(root).items()} == {
        f"{FIRST}#1": ["1", "3"], f"{SECOND}#1": ["2"]
    }  # fmt: skip


def test_a_batch_of_which_nothing_counts_has_no_job(root: Path) -> None:
    site.put(root, SECOND, b"".join(site.renewed(site.award(number)) for number in (1, 2, 3)))
    assert list(_bundles(root)) == [f"{SECOND}#1"]


def test_what_was_asked_is_published_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundles, "PART", 2)
    site.put(root, SECOND, site.lines(4))
    assert [asked.publish for made in _bundles(root).values() for asked in made.asked.values()] == [
        True, False, False
    ]  # fmt: skip


def test_an_award_stands_as_the_lists_say(root: Path) -> None:
    site.put(root, LIST, site.status_list(2, 3))
    site.put(root, SUSPENDED, site.status_list(3, purpose="suspension"))
    assert _standings(root) == {
        1: IN_FORCE,
        2: Standing(state="revoked", reason="reason 2"),
        3: Standing(state="suspended", reason="reason 3"),
    }


def test_an_award_of_a_compromised_key_does_not_stand(root: Path) -> None:
    site.put(root, SECOND, site.line(site.award(4), samples.LEAKED))
    site.put(
        root,
        "content/issuers/harbor.md",
        site.issuer("Harbor", HARBOR, LEAK.format(samples.public(samples.LEAKED))),
    )
    found = _standings(root)
    assert (found[1], found[4].state) == (IN_FORCE, "suspended")
    assert found[4].reason == "The key that signed it may be in other hands. It was lost."


def test_an_award_of_a_compromised_key_that_was_revoked_is_revoked(root: Path) -> None:
    site.put(root, "content/issuers/harbor.md", site.issuer("Harbor", LEAK.format(samples.public(site.KEY))))
    site.put(root, LIST, site.status_list(2))
    assert {number: one.state for number, one in _standings(root).items()} == {
        1: "suspended", 2: "revoked", 3: "suspended"
    }  # fmt: skip


def test_places_of_another_issuer_say_nothing(root: Path) -> None:
    site.put(
        root,
        "content/issuers/quarry.md",
        site.issuer("Quarry", f"{{key: {samples.public(samples.QUARRY)}, from: 2026-01-01}}"),
    )
    site.put(root, "content/status/quarry.json", site.status_list(1, 2, issuer="quarry", key=samples.QUARRY))
    assert set(_standings(root).values()) == {IN_FORCE}


def test_a_credential_that_is_gone_leaves_its_awards(root: Path) -> None:
    (root / "content/credentials/harbor/calm.yaml").unlink()
    (asked,) = _bundles(root)[f"{FIRST}#1"].asked.values()
    assert (asked.credential, asked.around.credential, asked.picture.title) == ("calm", None, "calm")


def _add_batch(root: Path) -> None:
    site.put(root, SECOND, site.lines(4))


def _revoke_there(root: Path) -> None:
    site.put(root, LIST, site.status_list(4))


def _explain_other(root: Path) -> None:
    path = root / "content/focus-areas/talk.md"
    path.write_text(path.read_text().replace("who listens", "who does not"))


@pytest.mark.parametrize("edit", [_add_batch, _revoke_there, _explain_other])
def test_a_bundle_stays_as_it_is_when_something_else_changes(
    root: Path, edit: Callable[[Path], None]
) -> None:
    before = _jobs(root)[f"{FIRST}#1"]
    edit(root)
    assert _jobs(root)[f"{FIRST}#1"] == before


@pytest.mark.parametrize("pictures", [True, False])
def test_a_bundle_makes_the_files_that_it_names(root: Path, *, pictures: bool) -> None:
    settings = (root / "content/site.yaml").read_text()
    site.put(root, "content/site.yaml", f"{settings}publish: {{badge_pictures: {str(pictures).lower()}}}\n")
    named = bundles.addresses(_jobs(root)[f"{FIRST}#1"].payload)
    site.built(root)
    made = {path for path in site.published(root) if path.startswith("badges/")} - {"badges/keys.json"}
    assert sorted(named) == sorted(made)
    assert len(named) == (4 if pictures else 3) * 3 + 2


def test_an_issuer_with_keys_has_files_that_say_who_it_is(root: Path) -> None:
    jobs = _jobs(root)
    assert {"issuers/harbor/did.json", "issuers/harbor/profile.json"} <= jobs.keys()
    assert samples.public(site.KEY).encode() in jobs["badges/keys.json"].payload


def test_an_issuer_without_keys_has_none(root: Path) -> None:
    site.put(root, "content/issuers/quarry.md", site.issuer("Quarry").partition("keys:")[0] + "---\n")
    assert [name for name in _jobs(root) if "quarry" in name] == []


def test_a_site_without_awards_has_a_page_to_check_badges(tmp_path: Path) -> None:
    root = site.make(tmp_path / "site")
    site.put(root, "content/issuers/harbor.md", site.issuer().partition("keys:")[0] + "---\n")
    assert sorted(_jobs(root)) == ["badges/keys.json", "verify/index.html"]


def test_status_lists_are_published_as_they_are(root: Path) -> None:
    site.put(root, LIST, site.status_list(2))
    site.put(root, SUSPENDED, site.status_list(2, purpose="suspension"))
    site.built(root)
    files = site.published(root)
    assert files["status/harbor.json"] == (root / LIST).read_bytes()
    assert files["status/harbor.suspended.json"] == (root / SUSPENDED).read_bytes()
