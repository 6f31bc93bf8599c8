"""Awards beside the rest of the catalog: whose key signed them, where they stand on the status list, and what is said."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from sitegen import build
from sitegen.problem import Problem
from tests.awards import signed_site as site
from tests.badges import sample_awards as samples

FIRST, SECOND = "content/awards/harbor/first.jsonl", "content/awards/harbor/second.jsonl"
LIST, SUSPENDED = "content/status/harbor.json", "content/status/harbor.suspended.json"
ISSUER = "content/issuers/harbor.md"
GIVEN_UP = "{{key: {}, from: 2026-01-01, compromised: {{at: 2026-04-01, reason: A laptop was stolen.}}}}"
Edit = Callable[[Path], object]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with three awards that are in order."""
    return site.make(tmp_path / "site", 1, 2, 3)


def _problems(root: Path) -> list[Problem]:
    found = list(build.check(site.options(root)).problems)
    assert all(problem.hint for problem in found)
    return found


def _only(root: Path) -> Problem:
    (problem,) = _problems(root)
    return problem


def _place(problem: Problem) -> tuple[str, str, int]:
    return problem.code, problem.span.file, problem.span.line


def _key(number: int, since: str = "2026-01-01", until: str = "") -> str:
    return f"{{key: {samples.public(number)}, from: {since}{f', until: {until}' if until else ''}}}"


def _keys(root: Path, *keys: str) -> None:
    site.put(root, ISSUER, site.issuer("Harbor", *keys))


def test_a_site_whose_awards_are_in_order_has_no_problems(root: Path) -> None:
    assert _problems(root) == []


def test_a_site_without_awards_has_no_problems(tmp_path: Path) -> None:
    assert _problems(site.make(tmp_path / "site")) == []


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ((_key(samples.QUARRY),), "a key that its issuer does not list"),
        ((_key(site.KEY, "2026-03-10"),), "a key that its issuer did not use at that time"),
        ((_key(site.KEY, "2026-01-01", "2026-03-08"),), "a key that its issuer did not use at that time"),
    ],
    ids=["not listed", "too early", "too late"],
)
def test_a_key_that_does_not_speak_for_the_issuer(root: Path, keys: tuple[str, ...], words: str) -> None:
    _keys(root, *keys)
    award, status = _problems(root)
    assert (_place(award), _place(status)) == (("award-key", FIRST, 1), ("status-list", LIST, 1))
    assert award.message == (
        f"this award cannot be published: it is signed with {words} (and so for 2 more in this file)"
    )
    assert status.message == f"this status list cannot be published: it is signed with {words}"


def test_a_key_speaks_until_the_end_of_its_last_day(root: Path) -> None:
    _keys(root, _key(site.KEY, "2026-03-09", "2026-03-09"))
    assert _problems(root) == []


def test_an_issuer_without_keys_has_no_awards(root: Path) -> None:
    site.put(root, ISSUER, (site.BASE / ISSUER).read_text())
    assert [_place(problem) for problem in _problems(root)] == [
        ("award-key", FIRST, 1), ("status-list", LIST, 1)
    ]  # fmt: skip


def test_a_key_of_another_issuer_is_named_as_such(root: Path) -> None:
    site.put(root, "content/issuers/quarry.md", site.issuer("Quarry", _key(samples.QUARRY)))
    site.put(root, SECOND, site.line(site.award(4), samples.QUARRY))
    assert _place(_only(root)) == ("award-key", SECOND, 1)
    assert "signed with the key of another issuer" in _only(root).message


def test_an_issuer_that_is_not_in_the_catalog_has_no_awards(root: Path) -> None:
    path = "content/awards/stranger/all.jsonl"
    site.put(root, path, site.line(site.award(4, issuer="stranger"), samples.STRANGER))
    site.put(root, "content/status/stranger.json", site.status_list(issuer="stranger", key=samples.STRANGER))
    award, status = _problems(root)
    assert (_place(award), _place(status)) == (
        ("award-key", path, 1), ("status-list", "content/status/stranger.json", 1)
    )  # fmt: skip
    assert "names an issuer that is not in the register" in award.message


def test_awards_of_a_site_at_another_address(root: Path) -> None:
    settings = (root / "content/site.yaml").read_text()
    site.put(root, "content/site.yaml", settings.replace(site.SITE, "https://other.example.org"))
    award, status = _problems(root)
    assert (award.code, status.code) == ("award-key", "status-list")
    assert f"made for the site {site.SITE}, and this one is https://other.example.org" in award.message


def test_a_site_may_lie_under_a_path(tmp_path: Path) -> None:
    root = site.make(tmp_path / "site")
    below = f"{site.SITE}/badges/of"
    settings = (root / "content/site.yaml").read_text()
    site.put(root, "content/site.yaml", settings.replace(site.SITE, below))
    site.put(root, FIRST, site.line(site.award(1, site=below)))
    site.put(root, LIST, site.status_list(site=below))
    site.built(root)
    assert f'"id":"{below}/badges/' in (root / "public/badges/10" / f"1{'0' * 31}.json").read_text()


@pytest.mark.parametrize("keys", [(), (_key(samples.RETIRED),)], ids=["the only key", "one of two keys"])
def test_what_a_compromised_key_signed_is_a_warning_and_the_site_is_published(
    root: Path, keys: tuple[str, ...]
) -> None:
    _keys(root, GIVEN_UP.format(samples.public(site.KEY)), *keys)
    award, status = _problems(root)
    assert (_place(award), award.severity) == (("award-compromised", FIRST, 1), "warning")
    assert (_place(status), status.severity) == (("status-list", LIST, 1), "warning")
    assert award.message.endswith("marked the key as compromised (and so for 2 more in this file)")
    site.built(root)


def test_an_award_that_was_signed_again_is_in_order(root: Path) -> None:
    """The first edition was signed with a key that was given up later; only the one that counts is looked at."""
    again = site.line(site.award(4), samples.RETIRED, site.later())
    site.put(root, SECOND, site.line(site.award(4), samples.LEAKED) + again)
    _keys(root, _key(site.KEY), _key(samples.RETIRED), GIVEN_UP.format(samples.public(samples.LEAKED)))
    assert _problems(root) == []


def test_an_award_needs_a_status_list(root: Path) -> None:
    (root / LIST).unlink()
    problem = _only(root)
    assert _place(problem) == ("award-status", FIRST, 1)
    assert problem.message == (
        "this award cannot be published: content/status/harbor.json has no place for it, so nobody could tell whether it "
        "was revoked (and so for 2 more in this file)"
    )


def test_the_list_of_suspended_awards_does_not_stand_in_for_the_other(root: Path) -> None:
    (root / LIST).unlink()
    site.put(root, SUSPENDED, site.status_list(purpose="suspension"))
    assert _place(_only(root)) == ("award-status", FIRST, 1)


def test_an_award_needs_a_place_on_the_list(root: Path) -> None:
    site.put(root, SECOND, site.lines(4) + site.line(site.award(5, index=131_072)))
    assert _place(_only(root)) == ("award-status", SECOND, 2)


def test_two_awards_cannot_share_a_place(root: Path) -> None:
    site.put(root, "content/awards/harbor/again.jsonl", site.line(site.award(4, index=2), at=site.later()))
    problem = _only(root)
    assert _place(problem) == ("award-status", "content/awards/harbor/again.jsonl", 1)
    assert "its place on the status list belongs to another one" in problem.message
    assert [(span.file, span.line) for span in problem.related] == [(FIRST, 2)]


def test_of_two_that_share_a_place_the_later_one_is_at_fault(root: Path) -> None:
    site.put(root, "content/awards/harbor/a.jsonl", site.line(site.award(4, index=2), at=site.later()))
    assert _place(_only(root)) == ("award-status", "content/awards/harbor/a.jsonl", 1)


def test_places_of_two_issuers_have_nothing_to_do_with_each_other(root: Path) -> None:
    site.put(root, "content/issuers/quarry.md", site.issuer("Quarry", _key(samples.QUARRY)))
    asked = msgspec.structs.replace(site.CALM, credential="quiet")
    theirs = site.award(4, index=1, issuer="quarry", issuer_name="Quarry College", achievement=asked)
    site.put(root, "content/awards/quarry/all.jsonl", site.line(theirs, samples.QUARRY))
    site.put(root, "content/status/quarry.json", site.status_list(issuer="quarry", key=samples.QUARRY))
    assert _problems(root) == []


def test_an_award_for_a_credential_of_another_issuer_is_a_warning(root: Path) -> None:
    site.put(root, "content/issuers/quarry.md", site.issuer("Quarry", _key(samples.QUARRY)))
    (root / "content/credentials/harbor").rename(root / "content/credentials/quarry")
    problem = _only(root)
    assert (_place(problem), problem.severity) == (("award-credential", FIRST, 1), "warning")
    assert problem.message == (
        "this award is for `calm`, which is a credential of `quarry` (and so for 2 more in this file)"
    )


def test_an_award_for_a_credential_that_is_gone_is_no_problem(root: Path) -> None:
    (root / "content/credentials/harbor/calm.yaml").unlink()
    assert [problem for problem in _problems(root) if problem.code.startswith("award")] == []


def test_a_later_edition_keeps_its_place(root: Path) -> None:
    site.put(root, SECOND, site.renewed(site.award(2)))
    assert _problems(root) == []


def test_an_edition_that_may_not_follow_is_found_in_the_build(root: Path) -> None:
    site.put(root, SECOND, site.renewed(site.award(2, subject=site.award(9).subject)))
    assert _place(_only(root)) == ("award-edition", SECOND, 1)


def test_what_is_suspended_must_be_revoked_too(root: Path) -> None:
    site.put(root, SUSPENDED, site.status_list(2, purpose="suspension"))
    problem = _only(root)
    assert _place(problem) == ("status-list", SUSPENDED, 1)
    assert "one of the two is an older edition" in problem.message


def test_suspended_awards_are_no_problem(root: Path) -> None:
    site.put(root, LIST, site.status_list(2, 3))
    site.put(root, SUSPENDED, site.status_list(2, purpose="suspension"))
    assert _problems(root) == []


def _break_issuer(root: Path) -> None:
    site.put(root, ISSUER, site.issuer().replace("type: College\n", ""))


def _break_list(root: Path) -> None:
    site.put(root, LIST, b"{}")


def _break_one_list_of_two(root: Path) -> None:
    site.put(root, SUSPENDED, site.status_list(2, purpose="suspension"))
    site.put(root, LIST, b"{}")


def _break_suspended(root: Path) -> None:
    site.put(root, LIST, site.status_list(2))
    site.put(root, SUSPENDED, site.status_list(2, purpose="suspension").replace(b"reason", b"treason"))


def _break_settings(root: Path) -> None:
    site.put(root, "content/site.yaml", "name: Case\n")


def _break_a_line(root: Path) -> None:
    data = (root / FIRST).read_bytes()
    site.put(root, FIRST, data.replace(b"Calm Starts", b"Calm Startz", 1))
    site.put(root, SECOND, site.renewed(site.award(2)) + site.line(site.award(4, index=1)))


@pytest.mark.parametrize(
    ("edit", "place"),
    [
        (_break_issuer, ("missing-field", ISSUER)),
        (_break_list, ("status-list", LIST)),
        (_break_one_list_of_two, ("status-list", LIST)),
        (_break_suspended, ("status-list", SUSPENDED)),
        (_break_settings, ("missing-field", "content/site.yaml")),
        (_break_a_line, ("award-altered", FIRST)),
    ],
)
def test_a_file_that_cannot_be_read_causes_no_other_problems(
    root: Path, edit: Edit, place: tuple[str, str]
) -> None:
    edit(root)
    assert {(problem.code, problem.span.file) for problem in _problems(root)} == {place}
