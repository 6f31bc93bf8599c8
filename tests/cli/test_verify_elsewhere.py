"""`sitegen verify` and badges from elsewhere: offline it says what is missing, with `--online` it asks for just that."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import elsewhere as made
import pytest
import sample_awards as samples
from commandline import Run
from sample_pictures import png

from sitegen.badges import baked_png, identity
from sitegen.cli import elsewhere
from sitegen.foreign.web import Answer


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, Any]], list[str]]:
    """Give the network these answers; what comes back is filled with the addresses that are asked."""

    def give(found: dict[str, Any]) -> list[str]:
        shelf = made.Shelf(found)
        monkeypatch.setattr(elsewhere, "web", lambda: shelf)
        return shelf.asked

    return give


def written(badge: Any, name: str = "badge.json") -> str:
    Path(name).write_bytes(badge if isinstance(badge, bytes) else json.dumps(badge).encode())
    return name


def test_offline_it_says_what_is_missing(run: Run, site: Path, answers: Any) -> None:
    asked = answers({})
    ran = run("verify", "--trust", trusted(), written(made.signed(made.credential())))
    assert ran.code == 1
    assert "campus.example.net" in ran.out
    assert "--online" in ran.out
    assert asked == []


def trusted() -> str:
    from sitegen.badges import did

    one = samples.KNOWN[0]
    return written(did.document(one.site, one.slug, one.keys), "did.json")


def test_online_a_good_one_ends_with_0_without_any_site(run: Run, answers: Any) -> None:
    asked = answers(made.web())
    ran = run("verify", "--online", written(made.signed(made.credential())))
    assert (ran.code, ran.err) == (0, "")
    assert "named     Campus of Small Steps" in ran.out
    assert "--  issuer" in ran.out
    assert asked == [made.DID_FILE]


def test_it_can_be_read_by_programs(run: Run, answers: Any) -> None:
    answers(made.web())
    ran = run("verify", "--online", "--json", written(made.signed(made.credential())))
    badge = json.loads(ran.out)["badges"][0]
    assert (badge["valid"], badge["issuer"], badge["award"]) == (True, "campus.example.net", None)
    assert badge["claims"]["what"] == "Listening in pairs"


def test_an_address_needs_to_be_allowed(run: Run, site: Path, answers: Any) -> None:
    asked = answers({})
    ran = run("verify", "https://campus.example.net/b.json")
    assert ran.code == 2
    assert "--online" in ran.err
    assert asked == []


def test_an_address_is_fetched(run: Run, answers: Any) -> None:
    answers(made.older_web())
    assert run("verify", "--online", made.ASSERTION).code == 0


def test_a_copy_at_another_address_is_not_good(run: Run, answers: Any) -> None:
    answers(made.older_web() | {"https://evil.example.net/b": made.assertion()})
    ran = run("verify", "--online", "https://evil.example.net/b")
    assert ran.code == 1
    assert "another address" in ran.out


def test_an_address_that_answers_nothing_is_refused(run: Run, answers: Any) -> None:
    answers({})
    ran = run("verify", "--online", "https://campus.example.net/none")
    assert ran.code == 2
    assert "cannot fetch" in ran.err


@pytest.mark.parametrize(
    "address", ["http://campus.example.net/b", "https://127.0.0.1/b", "https://localhost/b"]
)
def test_addresses_that_may_not_be_asked_are_refused(run: Run, address: str) -> None:
    assert run("verify", "--online", address).code == 2


def test_a_page_is_no_badge(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from sitegen.badges.refusal import Refused

    class Pages(made.Shelf):
        def get(self, address: str) -> Answer:
            raise Refused("web-type", "it sends text/html")

    monkeypatch.setattr(elsewhere, "web", lambda: Pages({}))
    assert "name its file" in run("verify", "--online", "https://campus.example.net/").err


def test_the_oldest_pictures_hold_an_address(run: Run, answers: Any) -> None:
    answers(made.older_web())
    picture = baked_png.put(png(), b"", made.ASSERTION.encode())
    assert run("verify", "--online", written(picture, "badge.png")).code == 0
    assert run("verify", "--online", written(png(), "empty.png")).out.startswith("empty.png: not a badge")


def test_an_issuer_of_the_register_is_never_taken_as_from_elsewhere(run: Run, answers: Any) -> None:
    asked = answers(made.web())
    one = samples.KNOWN[0]
    name = "did:web:badges.example.org:issuers:harbor"
    token = made.token(made.credential(name), made.ED, f"{name}#x")
    ran = run("verify", "--online", "--trust", trusted(), written(token))
    assert ran.code == 1
    assert "another form" in ran.out
    assert one.site not in str(asked)


def test_whose_it_is_can_be_asked(run: Run, answers: Any) -> None:
    answers(made.web())
    badge = written(made.signed(made.credential()))
    assert run("verify", "--online", badge, "--recipient", "a@example.com").code == 0
    ran = run("verify", "--online", badge, "--recipient", "b@example.com")
    assert ran.code == 1
    assert "not for whom was asked" in ran.out


@pytest.mark.parametrize(
    ("mark", "address", "code", "says"),
    [
        (identity.hashed("a@example.org", "x" * 22), "A@example.org", 0, "asked about"),
        (identity.hashed("a@example.org", "x" * 22), "b@example.org", 1, "not given to"),
        (identity.private("a@example.org", "x" * 22), "a@example.org", 1, "link that the earner has"),
        (None, "a@example.org", 1, "link that the earner has"),
    ],
)
def test_whose_a_badge_of_the_register_is(run: Run, mark: Any, address: str, code: int, says: str) -> None:
    award = samples.changed(expires=None, identity=mark)
    Path("list.json").write_bytes(samples.signed_list(samples.edition()))
    badge = written(samples.line(award))
    sources = ("--trust", trusted(), "--trust", "list.json")
    ran = run("verify", *sources, badge, "--recipient", address)
    assert (ran.code, says in ran.out) == (code, True)


def test_a_revoked_badge_stays_revoked_whoever_asks(run: Run) -> None:
    award = samples.changed(expires=None, identity=None)
    Path("list.json").write_bytes(samples.signed_list(samples.edition((4711,))))
    ran = run(
        "verify",
        "--trust",
        trusted(),
        "--trust",
        "list.json",
        written(samples.line(award)),
        "--recipient",
        "x@y.example",
    )
    assert ran.out.startswith("badge.json: revoked")
