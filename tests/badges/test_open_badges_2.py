"""The 2.0 side of an award: what it says, and what it keeps to itself."""

import json

import msgspec
import pytest
import sample_awards as samples

from sitegen.badges import identity, open_badges_2
from sitegen.model.award import Identity
from sitegen.model.issuer import Issuer

ISSUER = Issuer(name="Harbor", summary="Teachers who teach teachers.", type="Collective")


def test_an_assertion_says_where_everything_is() -> None:
    assertion = open_badges_2.assertion(samples.AWARD)
    stem = f"{samples.SITE}/badges/ab/{samples.AWARD.id}"
    assert assertion["id"] == f"{stem}.ob2.json"
    assert assertion["image"] == f"{stem}.png"
    assert assertion["badge"] == open_badges_2.class_address(
        samples.SITE, samples.AWARD.issuer, samples.ACHIEVEMENT
    )
    assert assertion["expires"] == "2027-03-09T14:05:00Z"
    assert assertion["verification"] == {"type": "HostedBadge"}


def test_an_award_without_an_end_does_not_name_one() -> None:
    assert "expires" not in open_badges_2.assertion(samples.PLAIN)
    assert "evidence" not in open_badges_2.assertion(samples.PLAIN)


@pytest.mark.parametrize("award", [samples.AWARD, samples.PLAIN])
def test_the_recipient_of_a_private_award_is_its_random_id(award: object) -> None:
    recipient = open_badges_2.assertion(award)["recipient"]  # type: ignore[arg-type]
    assert recipient == {
        "type": "url",
        "hashed": True,
        "identity": identity.digest(award.subject, award.id),  # type: ignore[attr-defined]
        "salt": award.id,  # type: ignore[attr-defined]
    }


def test_the_recipient_of_a_hashed_award_is_the_mark_of_the_address() -> None:
    mark = Identity(kind="hashed", digest="sha256$" + "0b" * 32, salt="salt")
    recipient = open_badges_2.assertion(samples.changed(identity=mark))["recipient"]
    assert recipient == {"type": "email", "hashed": True, "identity": mark.digest, "salt": "salt"}


def test_a_revoked_assertion_says_nothing_else() -> None:
    revoked = open_badges_2.revoked(samples.AWARD, "By mistake")
    assert set(revoked) == {"@context", "id", "type", "revoked", "revocationReason"}


def test_a_class_is_the_same_for_awards_that_asked_the_same() -> None:
    newer = msgspec.structs.replace(samples.ACHIEVEMENT, criteria="Three artifacts.")
    mark = open_badges_2.mark(samples.SITE, samples.AWARD.issuer, samples.ACHIEVEMENT)
    assert mark == open_badges_2.mark(
        samples.SITE, samples.AWARD.issuer, msgspec.structs.replace(samples.ACHIEVEMENT)
    )
    assert mark != open_badges_2.mark(samples.SITE, samples.AWARD.issuer, newer)
    assert open_badges_2.class_address(samples.SITE, samples.AWARD.issuer, samples.ACHIEVEMENT).endswith(
        f"/calm-routines-{mark}.json"
    )


def test_two_issuers_that_ask_the_same_have_a_class_each() -> None:
    """A class names its issuer: in a shared file one of the two would stand under the other's name."""
    mine, theirs = (open_badges_2.badge_class(samples.SITE, slug, samples.ACHIEVEMENT, "https://x.example/x.png")
                    for slug in ("harbor", "quarry"))  # fmt: skip
    assert mine["issuer"] != theirs["issuer"]
    assert mine["id"] != theirs["id"]


def test_a_class_says_what_was_asked() -> None:
    asked = open_badges_2.badge_class(samples.SITE, "harbor", samples.ACHIEVEMENT, "https://x.example/x.png")
    assert asked["image"] == samples.ACHIEVEMENT.image
    assert asked["criteria"]["narrative"].endswith("Two artifacts.")  # type: ignore[index]
    assert [one["targetName"] for one in asked["alignment"]] == ["Climate", "Calm"]  # type: ignore[attr-defined]
    assert asked["issuer"] == f"{samples.SITE}/issuers/harbor/profile.json"


def test_a_class_always_has_a_picture() -> None:
    plain = samples.PLAIN.achievement
    assert open_badges_2.badge_class(samples.SITE, "harbor", plain, "https://x.example/x.png")["image"]


def test_no_mail_can_reach_the_address_in_an_issuers_profile() -> None:
    profile = open_badges_2.issuer("https://a.example.org:8443/x", "harbor", ISSUER)
    assert profile["email"] == "see-our-page@a.example.org.invalid"


def test_no_key_or_contact_of_a_person_is_in_any_of_them() -> None:
    documents = json.dumps(
        [open_badges_2.assertion(samples.AWARD), open_badges_2.issuer(samples.SITE, "harbor", ISSUER)]
    )
    assert samples.AWARD.name not in documents
    assert documents.count("@") - documents.count("@context") == 1
