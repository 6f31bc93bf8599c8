"""Later editions of an award: renewed, without the name, signed with another key."""

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from msgspec.structs import replace

from sitegen.model.award import Evidence
from sitegen.model.issuer import Compromise
from sitegen.signing import (
    desk,
    following,
    key_changes,
    ledger,
    private_key,
    register,
    status_changes,
    status_lists,
)
from sitegen.signing.orders import Order
from sitegen.signing.refusal import Refused
from sitegen.signing.status_changes import Decision

PHRASE = "four small blue words"
ANA = Order(
    credential="calm",
    name="Ana Lima",
    email="ana@example.org",
    shows_name=True,
    expires=date(2027, 3, 9),
    evidence=(Evidence(title="A log", url="https://example.org/log"),),
)
RENEW = partial(following.renew, expires=date(2029, 3, 9))
FORGET = partial(following.forget, keep_evidence=False)


def followed(office: Any, award: str, how: following.Follow) -> None:
    changes, refused = following.all_of(office.desk, [office.edition(award)], how)
    assert refused == ()
    following.write(office.desk, office.signer, changes)


def refusal(office: Any, award: str, how: following.Follow) -> str:
    _, (refused,) = following.all_of(office.desk, [office.edition(award)], how)
    return str(refused)


def rotated(office: Any, *, lost: bool = False, days: int = 30) -> Any:
    """The office some days later, with another key; the first one given up that day if it was lost."""
    place = replace(office.desk.place, now=office.desk.place.now + timedelta(days))
    if lost:
        harbor = register.read(place.root, "harbor")
        why = Compromise(at=place.today, reason="A laptop was stolen.")
        key_changes.give_up(place, harbor, harbor.issuer.keys[0], why)
        key_changes.begin(place, register.read(place.root, "harbor"), PHRASE)
    else:
        key_changes.follow(place, register.read(place.root, "harbor"), PHRASE)
    at = desk.of(place, "harbor")
    return type(office)(at, private_key.open(private_key.find(place.folder, at.register, place.now), PHRASE))


def test_a_renewed_award_keeps_its_id_and_its_first_day(office: Any) -> None:
    (award,) = office.award(ANA)
    before = office.verdict(award).award
    later = office.at(office.desk.place.now + timedelta(300))
    followed(later, award, RENEW)
    after = later.verdict(award).award
    assert later.verdict(award).state == "valid"
    assert (after.id, after.index, after.subject, after.awarded) == (
        before.id,
        before.index,
        before.subject,
        before.awarded,
    )
    assert (after.issued.date(), after.expires.date()) == (date(2027, 1, 3), date(2029, 3, 9))


def test_an_award_that_has_run_out_can_be_renewed(office: Any) -> None:
    (award,) = office.award(ANA)
    later = office.at(office.desk.place.now + timedelta(400))
    assert later.verdict(award).state == "expired"
    followed(later, award, RENEW)
    assert later.verdict(award).state == "valid"


def test_older_lines_stay_as_they_are(office: Any) -> None:
    (award,) = office.award(ANA)
    before = office.edition(award)
    data = (office.desk.root / before.file).read_bytes()
    followed(office, award, RENEW)
    assert (office.desk.root / before.file).read_bytes() == data
    assert office.edition(award).file != before.file
    assert len(list(ledger.editions(office.desk.root, "harbor"))) == 2


def test_two_editions_in_one_second_are_signed_one_after_the_other(office: Any) -> None:
    (award,) = office.award(ANA)
    followed(office, award, RENEW)
    followed(office, award, FORGET)
    moments = sorted(one.signed for one in ledger.editions(office.desk.root, "harbor"))
    assert [moment - moments[0] for moment in moments] == [timedelta(seconds=n) for n in range(3)]
    assert office.verdict(award).state == "valid"
    assert office.verdict(award).award.name == ""


def test_a_withdrawn_name_leaves_the_proof(office: Any) -> None:
    (award,) = office.award(ANA)
    index = office.edition(award).index
    followed(office, award, FORGET)
    said = office.verdict(award).award
    assert (said.name, said.evidence, said.index) == ("", (), index)
    assert said.identity.kind == "private"
    assert office.verdict(award).state == "valid"


def test_a_public_hash_goes_with_the_name(office: Any) -> None:
    (award,) = office.award(replace(ANA, privacy="hashed"))
    followed(office, award, FORGET)
    assert office.verdict(award).award.identity is None


def test_evidence_can_stay_when_the_name_goes(office: Any) -> None:
    (award,) = office.award(ANA)
    followed(office, award, partial(following.forget, keep_evidence=True))
    assert office.verdict(award).award.evidence == ANA.evidence


def test_a_name_can_be_withdrawn_from_an_award_that_has_run_out_or_was_revoked(office: Any) -> None:
    first, second = office.award(ANA, replace(ANA, name="Bo Aho", email="bo@example.org"))
    later = rotated(office, days=400)
    gone = Decision(what="revoke", award=second, reason="Copied")
    status_changes.decide(later.desk, later.signer, [(later.edition(second), gone)])
    for award in (first, second):
        followed(later, award, FORGET)
    late = later.at(later.desk.place.now + timedelta(seconds=9))
    assert late.verdict(first).state == "expired"
    assert late.verdict(second).state == "revoked"
    assert late.edition(first).name == late.edition(second).name == ""


@pytest.mark.parametrize("what", ["revoke", "suspend"])
def test_what_does_not_hold_is_not_renewed(office: Any, what: Any) -> None:
    (award,) = office.award(ANA)
    fallen = Decision(what=what, award=award, reason="Copied")
    status_changes.decide(office.desk, office.signer, [(office.edition(award), fallen)])
    assert refusal(office, award, RENEW) == f"{award} is {'revoked' if what == 'revoke' else 'suspended'}"


def test_an_award_cannot_be_renewed_until_a_day_that_is_past(office: Any) -> None:
    (award,) = office.award(ANA)
    assert "would have expired already" in refusal(
        office, award, partial(following.renew, expires=date(2026, 3, 9))
    )


def test_what_a_retired_key_signed_stays_valid(office: Any) -> None:
    (award,) = office.award(ANA)
    assert rotated(office).verdict(award).state == "valid"


def test_what_a_lost_key_signed_is_good_again_once_it_is_reissued(office: Any) -> None:
    (award,) = office.award(ANA)
    later = rotated(office, lost=True)
    assert later.verdict(award).state == "key-compromised"
    followed(later, award, following.reissue)
    assert later.verdict(award).state == "valid"
    assert later.edition(award).key == later.signer.public


def test_status_lists_signed_with_a_lost_key_are_signed_again(office: Any) -> None:
    (award,) = office.award(ANA)
    pause = Decision(what="suspend", award=award, reason="Under review")
    status_changes.decide(office.desk, office.signer, [(office.edition(award), pause)])
    (other,) = office.award(replace(ANA, name="Bo Aho", email="bo@example.org"))
    later = rotated(office, lost=True)
    followed(later, other, following.reissue)
    pair = status_lists.read(later.desk)
    assert pair.revoked.key == pair.suspended.key == later.signer.public
    assert later.verdict(other).state == "valid"


def test_what_was_signed_on_the_day_a_key_was_lost_is_not_signed_again(office: Any) -> None:
    (award,) = office.award(ANA)
    later = rotated(office, lost=True, days=0)
    assert "when somebody else may have had" in refusal(later, award, following.reissue)


def test_with_a_lost_key_nothing_is_renewed_before_it_is_reissued(office: Any) -> None:
    (award,) = office.award(ANA)
    later = rotated(office, lost=True)
    assert "which is given up" in refusal(later, award, RENEW)


def test_an_award_that_has_run_out_is_not_reissued(office: Any) -> None:
    (award,) = office.award(ANA)
    assert "ran out on 2027-03-09" in refusal(rotated(office, lost=True, days=400), award, following.reissue)


def test_a_line_that_was_changed_is_never_given_a_good_signature(office: Any) -> None:
    (award,) = office.award(ANA)
    (batch,) = (office.desk.root / "content/awards/harbor").iterdir()
    batch.write_bytes(batch.read_bytes().replace(b"Ana Lima", b"Eve Lima"))
    assert f"the award {award} cannot be signed again" in refusal(office, award, RENEW)


def test_a_line_signed_with_a_key_that_is_not_listed_is_never_given_a_good_signature(office: Any) -> None:
    (award,) = office.award(ANA)
    path = office.desk.root / "content/issuers/harbor.md"
    text = path.read_text()
    path.write_text(text[: text.index("keys:")] + "---\n")
    for status in (office.desk.root / "content/status").iterdir():
        status.unlink()
    place = office.desk.place
    key_changes.begin(place, register.read(place.root, "harbor"), PHRASE)
    at = type(office)(desk.of(place, "harbor"), office.signer)
    assert "does not list" in refusal(at, award, following.reissue)


def test_one_that_cannot_be_followed_does_not_hide_the_others(office: Any) -> None:
    good, bad = office.award(ANA, replace(ANA, name="Bo Aho", email="bo@example.org"))
    gone = Decision(what="revoke", award=bad, reason="Copied")
    status_changes.decide(office.desk, office.signer, [(office.edition(bad), gone)])
    found = [office.edition(award) for award in (bad, good)]
    changes, refused = following.all_of(office.desk, found, RENEW)
    assert [change.before.id for change in changes] == [good]
    assert [type(one) for one in refused] == [Refused]
