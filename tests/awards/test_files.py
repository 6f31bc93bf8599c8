"""The files of awards: the very bytes that were signed, what is derived from them, and no word more than they may say."""

import json
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from sitegen import build
from sitegen.awards import bundles, files
from sitegen.awards.bundles import Bundle
from sitegen.badges import bake, register, trust, verify
from sitegen.model.award import Evidence
from sitegen.options import Result
from sitegen.problem import Problem
from sitegen.read import tree
from tests.awards import signed_site as site
from tests.badges import sample_awards as samples

FIRST, SECOND = "content/awards/harbor/first.jsonl", "content/awards/harbor/second.jsonl"
LIST, SUSPENDED = "content/status/harbor.json", "content/status/harbor.suspended.json"
NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with two awards."""
    return site.make(tmp_path / "site", 1, 2)


def _of(number: int, ending: str) -> str:
    one = f"{number:032x}"[::-1]
    return f"badges/{one[:2]}/{one}.{ending}"


def _published(root: Path) -> dict[str, bytes]:
    site.built(root)
    return site.published(root)


def _json(data: bytes) -> dict[str, object]:
    found: dict[str, object] = json.loads(data)
    return found


def test_the_record_is_what_was_signed_byte_for_byte(root: Path) -> None:
    found = _published(root)
    assert [found[_of(number, "json")] for number in (1, 2)] == [
        site.lines(1).rstrip(),
        site.lines(2).rstrip(),
    ]


def test_line_ends_of_windows_change_nothing(root: Path) -> None:
    before = _published(root)
    site.put(root, FIRST, b"\r\n" + site.lines(1, 2).replace(b"\n", b"\r\n"))
    assert _published(root) == before


def test_a_file_with_one_award_is_published_as_it_is(root: Path) -> None:
    data = json.dumps(json.loads(site.lines(3)), indent=1).encode()
    site.put(root, SECOND.removesuffix("l"), data + b"\n")
    assert _published(root)[_of(3, "json")] == data


def test_every_published_award_is_valid_by_what_else_is_published(root: Path) -> None:
    found = _published(root)
    lists = {f"{site.SITE}/status/harbor.json": found["status/harbor.json"]}
    known = trust.of(register.read(found["badges/keys.json"]), lists, NOW)
    states = [verify.verify(found[_of(1, ending)], known, NOW).state for ending in ("json", "png")]
    assert states == ["valid", "valid"]


def test_the_picture_holds_both_records(root: Path) -> None:
    found = _published(root)
    held = bake.found(found[_of(1, "png")])
    assert (held.credential, held.assertion) == (found[_of(1, "json")], found[_of(1, "ob2.json")])


def test_records_of_2_0_lead_to_files_that_exist(root: Path) -> None:
    found = _published(root)
    assertion = _json(found[_of(1, "ob2.json")])
    shown = _json(found[str(assertion["badge"]).removeprefix(f"{site.SITE}/")])
    assert (shown["id"], shown["issuer"]) == (assertion["badge"], f"{site.SITE}/issuers/harbor/profile.json")
    assert "issuers/harbor/profile.json" in found
    assert str(shown["image"]).removeprefix(f"{site.SITE}/") in found


@pytest.mark.parametrize(
    ("suspended", "words"),
    [((), "Revoked by its issuer. reason 2"), ((2,), "Suspended by its issuer for the time being. reason 2")],
)
def test_the_record_of_2_0_of_an_award_that_does_not_stand(
    root: Path, suspended: tuple[int, ...], words: str
) -> None:
    site.put(root, LIST, site.status_list(2))
    site.put(root, SUSPENDED, site.status_list(*suspended, purpose="suspension"))
    found = _published(root)
    assertion = _json(found[_of(2, "ob2.json")])
    assert (assertion["revoked"], assertion["revocationReason"]) == (True, words)
    assert bake.found(found[_of(2, "png")]).assertion == found[_of(2, "ob2.json")]
    assert "revoked" not in _json(found[_of(1, "ob2.json")])


def test_the_page_of_a_revoked_award_says_so_and_why(root: Path) -> None:
    site.put(root, LIST, site.status_list(2))
    page = _published(root)[_of(2, "html")].decode()
    assert "This badge was withdrawn" in page
    assert "reason 2" in page


def test_nothing_says_that_an_award_of_a_compromised_key_stands(root: Path) -> None:
    key = f"{{key: {samples.public(site.KEY)}, from: 2026-01-01, compromised: {{at: 2026-04-01, reason: It was lost.}}}}"
    site.put(root, "content/issuers/harbor.md", site.issuer("Harbor", key))
    found = _published(root)
    assert _json(found[_of(1, "ob2.json")])["revoked"] is True
    assert "please do not rely on it" in found[_of(1, "html")].decode()
    assert _json(found["issuers/harbor/did.json"])["verificationMethod"] == []


def test_what_other_sites_show_names_award_and_issuer(root: Path) -> None:
    (name,) = (name for name in _published(root) if name.endswith(".oembed.json"))
    card = _json(site.published(root)[name])
    assert (card["title"], card["author_name"]) == ("Calm Starts", "Harbor College")


def test_a_renewed_award_stays_at_its_address(root: Path) -> None:
    before = _published(root)
    again = site.renewed(site.award(2))
    site.put(root, SECOND, again)
    after = _published(root)
    assert after.keys() == before.keys()
    assert after[_of(2, "json")] == again.rstrip()


def test_a_name_that_was_taken_out_stands_nowhere(root: Path) -> None:
    named = site.award(3, name="Odalys Núñez", evidence=(Evidence(title="Log of Odalys"),))
    site.put(root, SECOND, site.line(named))
    assert "Odalys Núñez".encode() in _published(root)[_of(3, "html")]
    site.put(
        root, "content/awards/harbor/third.jsonl", site.renewed(samples.changed(named, name="", evidence=()))
    )
    assert [path for path, data in _published(root).items() if b"Odalys" in data] == []


def test_words_of_an_award_are_never_markup(root: Path) -> None:
    bad = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    asked = msgspec.structs.replace(
        site.CALM, title=bad, summary=bad, competency=bad, caption=bad, focus_areas=(bad,),
        criteria=f"{bad}\n\n[a](javascript:alert(1)) [b](http://b.example.org/) [c](https://c.example.org/)",
    )  # fmt: skip
    one = site.award(
        3, name=bad, achievement=asked, evidence=(Evidence(title=bad, description=bad, kind=bad),)
    )
    site.put(root, SECOND, site.line(one))
    page = _published(root)[_of(3, "html")].decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert 'href="javascript:' not in page
    assert 'href="http:' not in page
    assert "c.example.org" in page


def test_links_in_what_was_asked_lead_to_full_addresses_only(root: Path) -> None:
    asked = msgspec.structs.replace(
        site.CALM, criteria="[a](../lake/) [b](/talk/) [c](https://c.example.org/)"
    )
    site.put(root, SECOND, site.line(site.award(3, achievement=asked)))
    page = _published(root)[_of(3, "html")].decode()
    assert 'href="https://c.example.org/"' in page
    assert 'href="../lake/"' not in page


def test_it_makes_no_difference_how_many_layouts_are_remembered(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [site.award(number, name=name) for number, name in ((3, "A"), (4, ""), (5, "B"), (6, ""))]
    site.put(root, SECOND, b"".join(map(site.line, others)))
    usual = _published(root)
    monkeypatch.setattr(files, "LAYOUTS", 1)
    build.build(msgspec.structs.replace(site.options(root), clean=True))
    assert site.published(root) == usual


def _changed_meanwhile(root: Path, data: bytes, monkeypatch: pytest.MonkeyPatch) -> Result:
    """A build during which the batch becomes `data` after it was checked."""
    real = tree.part

    def part(*words: object) -> bytes:
        site.put(root, FIRST, data)
        return real(*words)  # type: ignore[arg-type]

    monkeypatch.setattr(tree, "part", part)
    return build.build(site.options(root))


@pytest.mark.parametrize(
    "data", [b"", site.lines(2, 1), site.lines(1, 2).replace(b"Calm", b"Lame"), site.lines(1)[:-9]],
    ids=["emptied", "other awards", "altered", "cut off"],
)  # fmt: skip
def test_only_what_was_checked_is_published(root: Path, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    site.put(root, FIRST, site.lines(1))
    before = _published(root)
    site.put(root, FIRST, site.lines(1, 2))
    result = _changed_meanwhile(root, data, monkeypatch)
    assert [(p.code, p.span.file) for p in result.problems] == [("changed-meanwhile", FIRST)]
    assert not result.published
    assert site.published(root) == before


def test_after_a_change_in_between_the_next_build_goes_on(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _changed_meanwhile(root, site.lines(2, 1, 3), monkeypatch)
    monkeypatch.undo()
    found = _published(root)
    assert found[_of(3, "json")] == site.lines(3).rstrip()


def test_a_batch_that_vanishes_in_between_is_a_problem_of_its_file(root: Path) -> None:
    publisher = files.Publisher(site.catalog(root).site, lambda _: b"")

    def gone(_start: int, _end: int) -> bytes:
        raise FileNotFoundError

    item = bundles.Item(id="0" * 32, start=0, end=1, digest="", asked="")
    bundle = Bundle(issuer="harbor", pictures=False, items=(item,), asked={})
    (problem,) = publisher.files(FIRST, bundle, gone)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.span.file) == ("changed-meanwhile", FIRST)


def _own_theme(root: Path, template: str) -> None:
    settings = (root / "content/site.yaml").read_text()
    site.put(root, "content/site.yaml", f"{settings}theme: own\n")
    site.put(root, "themes/own/templates/badge.html", template)


def test_a_theme_may_have_a_page_of_its_own_for_awards(root: Path) -> None:
    _own_theme(root, '{% extends "default/badge.html" %}{% block related %}<p>Ours</p>{% endblock %}')
    assert b"<p>Ours</p>" in _published(root)[_of(1, "html")]


@pytest.mark.parametrize(
    "block",
    ["{{ page.nothing }}", "{% if page.words.name %}x{% endif %}", "{{ page.words.name|upper }}"],
    ids=["unknown", "decided by a word", "a word changed"],
)
def test_a_template_that_cannot_be_filled_is_a_problem_and_keeps_the_site_as_it_is(
    root: Path, block: str
) -> None:
    before = _published(root)
    _own_theme(root, f'{{% extends "default/badge.html" %}}{{% block related %}}{block}{{% endblock %}}')
    result = build.build(site.options(root))
    assert [(p.code, p.span.file) for p in result.problems] == [
        ("template-error", "themes/own/templates/badge.html")
    ]
    assert site.published(root) == before
