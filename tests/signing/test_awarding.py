"""Awards: what is written, what is not, and every refusal with its words."""

import json
import os
import stat
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from sitegen.badges import identity
from sitegen.model.award import Evidence
from sitegen.signing import awarding, batches, desk, ledger, whole_files
from sitegen.signing.orders import Order
from sitegen.signing.refusal import Refused

ANA = Order(credential="calm", name="Ana Lima", email="ana@example.org")
TODAY = date(2026, 3, 9)


def words(office: Any, *orders: Order, again: bool = False) -> list[str]:
    """What is wrong with orders."""
    return [fault.words for fault in awarding.plan(office.desk, list(orders), again=again).faults]


def files(root: Path) -> list[str]:
    """The files that awarding has to do with, but for its lock."""
    return sorted(
        path.relative_to(root).as_posix()
        for folder in ("content/awards", "content/status", "private")
        for path in (root / folder).rglob("*")
        if path.is_file()
    )


def change(office: Any, old: str, new: str) -> None:
    path = office.desk.root / "content/credentials/harbor/calm.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_an_award_is_valid_at_once(office: Any) -> None:
    (award,) = office.award(ANA)
    assert office.verdict(award).state == "valid"


def test_an_award_pins_what_was_asked(office: Any) -> None:
    (award,) = office.award(replace(ANA, results=(("students-begin-alone", "Meets the standard"),)))
    change(office, "Send ten openings.", "Send twenty openings.")
    said = office.verdict(award).award
    assert "Send ten openings." in said.achievement.criteria
    assert said.achievement.rubric[0].levels[0].text == "All ten need no word from the teacher."
    assert said.results[0].level == 0


def test_nobodys_name_or_address_is_public_unless_they_agreed(office: Any) -> None:
    office.award(ANA)
    public = "".join(path.read_text() for path in (office.desk.root / "content").rglob("*") if path.is_file())
    assert "Ana" not in public
    assert "ana@example.org" not in public


def test_a_private_award_confirms_the_address_only_to_who_has_the_link(office: Any) -> None:
    (award,) = office.award(ANA)
    mark = office.verdict(award).award.identity
    letter = next(office.desk.root.glob(f"private/awards/harbor/*/{award}.txt")).read_text()
    salt = letter.partition("#who=")[2].split()[0]
    assert mark.salt == ""
    assert identity.fits(mark, "ana@example.org", salt)
    assert not identity.fits(mark, "ana@example.org")


def test_a_hashed_award_confirms_the_address_to_everybody(office: Any) -> None:
    (award,) = office.award(replace(ANA, privacy="hashed"))
    assert identity.fits(office.verdict(award).award.identity, "Ana@Example.org ")
    assert "#who=" not in next(office.desk.root.glob("private/awards/harbor/*/*.txt")).read_text()


@pytest.mark.parametrize("agreed", [{"shows_name": True}, {"privacy": "open"}])
def test_a_name_is_shown_if_the_person_agreed(office: Any, agreed: dict[str, Any]) -> None:
    (award,) = office.award(replace(ANA, **agreed))
    assert office.verdict(award).award.name == "Ana Lima"


def test_an_issuer_can_choose_another_level_for_all_its_awards(office: Any) -> None:
    path = office.desk.root / "content/issuers/harbor.md"
    path.write_text(path.read_text().replace("type: College", "type: College\nprivacy: hashed"))
    (award,) = office.at(office.desk.place.now).award(ANA)
    assert office.verdict(award).award.identity.kind == "hashed"


def test_what_is_private_can_be_read_by_its_owner_only(office: Any) -> None:
    office.award(ANA)
    private = office.desk.root / "private"
    modes = {stat.S_IMODE(path.stat().st_mode) for path in private.rglob("*") if path.is_file()}
    assert modes == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in private.rglob("*") if path.is_dir()} == {0o700}


def test_ids_and_places_in_the_status_list_are_drawn_by_lot(office: Any) -> None:
    people = [replace(ANA, name=f"Person {n}", email=f"p{n}@example.org") for n in range(40)]
    awards = [office.edition(award) for award in office.award(*people)]
    places = [one.index for one in awards]
    assert len({one.id for one in awards}) == len(set(places)) == 40
    assert places != sorted(places)
    assert max(places) > 1000


def test_a_day_in_the_past_is_kept_as_the_day_of_the_award(office: Any) -> None:
    (award,) = office.award(replace(ANA, awarded=date(2026, 2, 1), expires=date(2028, 2, 1)))
    said = office.verdict(award).award
    assert (said.awarded.date(), said.issued.date(), said.expires.date()) == (
        date(2026, 2, 1),
        TODAY,
        date(2028, 2, 1),
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"awarded": TODAY + timedelta(1)}, "2026-03-10 lies in the future"),
        ({"expires": TODAY}, "it would have expired already, on 2026-03-09"),
        ({"credential": "clam"}, "there is no credential `clam`; did you mean `calm`?"),
        ({"credential": "../issuers/harbor"}, "there is no credential `../issuers/harbor`"),
        ({"name": "", "email": ""}, "there is neither a name nor an e-mail address"),
        ({"email": "ana"}, "`ana` is no e-mail address"),
        ({"name": "ana@example.org"}, "the name looks like an e-mail address, and names can become public"),
        ({"name": "Ana\u202e"}, "an invisible or control character (U+202E) stands in it"),
        ({"name": "", "shows_name": True}, "a name is to be shown, but none is given"),
        ({"email": "", "privacy": "hashed"}, "a hash of the address is wanted, but no address is given"),
        ({"name": "", "privacy": "open"}, "an award with an open name has none"),
        ({"name": "A" * 201}, "the name has 201 characters; at most 200 fit"),
        ({"role": "Panel"}, "a role is given, but not whose"),
        (
            {"evidence": (Evidence(title="Video", url="http://example.org"),)},
            "`http://example.org` is no address that can be published",
        ),
        (
            {"evidence": (Evidence(title="Log", url="https://example.org/1"),) * 2},
            "the same evidence is named twice",
        ),
        ({"results": (("nix", "Not yet"),)}, "`calm` has no rubric row `nix`"),
        ({"results": (("1", "Great"),)}, "the row “Students begin alone” has no level “Great”"),
        (
            {"results": (("students begin alone", "almost there"),)},
            "“Students begin alone” reached only “almost there”, and it takes “Meets the standard” to earn this",
        ),
        (
            {"results": (("1", "Meets the standard"), ("students-begin-alone", "Meets the standard"))},
            "the rubric row `students-begin-alone` is given twice",
        ),
    ],
)
def test_what_cannot_be_awarded_is_refused_with_the_reason(
    office: Any, given: dict[str, Any], said: str
) -> None:
    assert words(office, replace(ANA, **given)) == [said]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("draft", "`calm` is a draft, so its criteria may still change"),
        ("retired", "`calm` is retired, so it is not awarded any more"),
    ],
)
def test_only_what_is_published_is_awarded(office: Any, status: str, said: str) -> None:
    change(office, "status: published", f"status: {status}")
    assert words(office, ANA) == [said]


def test_a_credential_with_a_problem_is_not_awarded(office: Any) -> None:
    change(office, "summary:", "sumary:")
    assert "cannot be used" in words(office, ANA)[0]


def test_a_credential_whose_levels_contradict_each_other_is_not_awarded(office: Any) -> None:
    change(office, "status: published", "status: published\npassing_level: Great")
    assert "cannot be used" in words(office, ANA)[0]


def test_the_credential_of_another_issuer_is_refused(office: Any) -> None:
    other = office.desk.root / "content/credentials/quarry"
    other.mkdir()
    text = (office.desk.root / "content/credentials/harbor/calm.yaml").read_text()
    (other / "other.yaml").write_text(text)
    assert words(office, replace(ANA, credential="other")) == [
        "`other` belongs to `quarry`, and a batch is signed by one issuer"
    ]


@pytest.mark.parametrize(
    "second",
    [
        ANA,
        replace(ANA, name="", email=" ANA@example.org"),
        replace(ANA, name="ana  lima", email=""),
    ],
)
def test_a_second_award_of_the_same_thing_is_refused(office: Any, second: Order) -> None:
    (award,) = office.award(ANA)
    (said,) = words(office, second)
    assert said.endswith(f"holds `calm` 1.0 already ({award})")
    assert words(office, second, again=True) == []


def test_a_second_award_in_one_batch_is_refused_too(office: Any) -> None:
    said = words(office, replace(ANA, line=2), replace(ANA, line=3, name="Ana M. Lima"))
    assert said == ["Ana M. Lima holds `calm` 1.0 already (line 2)"]


def test_two_people_of_one_name_are_told_apart_by_their_addresses(office: Any) -> None:
    office.award(ANA)
    assert words(office, replace(ANA, email="ana.lima@elsewhere.example")) == []


def test_a_hashed_award_is_recognized_on_a_machine_that_has_no_private_files(office: Any) -> None:
    (award,) = office.award(replace(ANA, privacy="hashed"))
    for path in office.desk.root.glob("private/awards/harbor/*.csv"):
        path.unlink()
    assert award in words(office, replace(ANA, name="A. L."))[0]


def test_a_shown_name_is_recognized_on_a_machine_that_has_no_private_files(office: Any) -> None:
    (award,) = office.award(replace(ANA, shows_name=True))
    for path in office.desk.root.glob("private/awards/harbor/*.csv"):
        path.unlink()
    assert award in words(office, ANA)[0]


def test_a_new_version_of_a_credential_can_be_earned_again(office: Any) -> None:
    office.award(ANA)
    change(office, "status: published", 'status: published\nversion: "1.1"')
    assert words(office, ANA) == []


def test_all_problems_of_all_orders_are_said_at_once(office: Any) -> None:
    bad = [replace(ANA, name=f"P{n}", email=f"{n}", awarded=TODAY + timedelta(n)) for n in (1, 2)]
    assert len(words(office, *bad)) == 4


def test_nothing_is_written_if_one_order_is_wrong(office: Any) -> None:
    planned = awarding.plan(office.desk, [ANA, replace(ANA, email="x")])
    with pytest.raises(Refused, match="nothing was awarded"):
        awarding.write(office.desk, office.signer, planned)
    assert files(office.desk.root) == []


def test_the_batch_is_a_new_file_and_older_ones_are_not_touched(office: Any) -> None:
    office.award(ANA)
    (first,) = (office.desk.root / "content/awards/harbor").iterdir()
    before = first.read_bytes()
    office.award(replace(ANA, name="Bo", email="bo@example.org"))
    assert first.read_bytes() == before
    assert len(list((office.desk.root / "content/awards/harbor").iterdir())) == 2
    assert first.name.startswith("2026-03-09-")


@pytest.mark.parametrize("step", ["write", "sync", "sign"])
def test_an_interrupt_half_way_leaves_no_award_and_no_letter(
    office: Any, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    done = {"number": 0}

    def interrupted(*args: Any, **kwargs: Any) -> Any:
        done["number"] += 1
        if step != "sign" or done["number"] > 3:
            raise KeyboardInterrupt
        return real(*args, **kwargs)

    real = batches.proof.sign
    planned = awarding.plan(
        office.desk, [replace(ANA, name=f"P{n}", email=f"p{n}@example.org") for n in range(9)]
    )
    if step == "sign":
        monkeypatch.setattr(batches.proof, "sign", interrupted)
    elif step == "write":
        monkeypatch.setattr(batches, "write", interrupted)
    else:
        monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        awarding.write(office.desk, office.signer, planned)
    assert [name for name in files(office.desk.root) if not name.startswith("content/status/")] == []


def test_links_are_kept_before_the_batch_and_letters_written_after_it(
    office: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    real = whole_files.create

    def noted(path: Path, *rest: Any, **more: Any) -> None:
        seen.append(path.suffix)
        real(path, *rest, **more)

    monkeypatch.setattr(whole_files, "create", noted)
    office.award(ANA)
    assert seen == [".csv", ".jsonl", ".txt"]


def test_nothing_is_awarded_if_private_files_would_be_committed(office: Any) -> None:
    import subprocess

    subprocess.run(["git", "init", "-q", str(office.desk.root)], check=True)
    planned = awarding.plan(office.desk, [ANA])
    with pytest.raises(Refused, match="private/ is not left out of the repository"):
        awarding.write(office.desk, office.signer, planned)
    assert files(office.desk.root) == []
    (office.desk.root / ".gitignore").write_text("/private/\n")
    awarding.write(office.desk, office.signer, planned)


def test_a_line_that_is_no_award_is_named(office: Any) -> None:
    office.award(ANA)
    (batch,) = (office.desk.root / "content/awards/harbor").iterdir()
    batch.write_bytes(batch.read_bytes() + b"{}\n")
    with pytest.raises(Refused, match=f"line 2 of content/awards/harbor/{batch.name} is no award"):
        awarding.plan(office.desk, [ANA])


def test_an_award_is_found_by_the_beginning_of_its_id_and_by_its_address(office: Any) -> None:
    (award,) = office.award(ANA)
    root = office.desk.root
    address = json.loads(office.edition(award).line)["id"]
    for given in (award, award[:8], award.upper(), address, address.removesuffix(".json") + "#who=abc"):
        assert ledger.find(root, given) == ("harbor", award)


@pytest.mark.parametrize(("given", "said"), [("ab", "too short"), ("0" * 32, "there is no award")])
def test_an_award_that_cannot_be_found_is_refused(office: Any, given: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        ledger.find(office.desk.root, given)


def test_a_site_that_moved_does_not_sign_into_the_lists_of_the_old_address(office: Any) -> None:
    office.award(ANA)
    path = office.desk.root / "content/site.yaml"
    path.write_text(path.read_text().replace("case.example.org", "new.example.org"))
    moved = desk.of(office.desk.place, "harbor")
    with pytest.raises(Refused, match="the list of another site or issuer"):
        awarding.plan(moved, [replace(ANA, name="Bo", email="bo@example.org")])
