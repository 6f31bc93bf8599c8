"""What many badges share is made ready once, and never taken for something that it is not equal to."""

import copy
from typing import Any

import made_awards
import pytest

from sitegen.badges import canonical, proof
from sitegen.badges.frames import Frames
from sitegen.badges.refusal import Refused


def achievement() -> dict[str, Any]:
    return made_awards.whole()["credentialSubject"]["achievement"]


def test_an_equal_part_has_the_same_frame() -> None:
    frames = Frames()
    assert frames.frame("achievement", achievement()) is frames.frame("achievement", achievement())


def test_a_part_with_the_same_id_and_other_content_has_its_own_frame() -> None:
    frames = Frames()
    first = frames.frame("achievement", achievement())
    altered = achievement() | {"name": "Altered"}
    assert frames.frame("achievement", altered).blocks != first.blocks


def test_an_altered_achievement_is_caught_after_good_ones() -> None:
    frames = Frames()
    good = made_awards.signed(made_awards.whole())
    proof.check(good, frames)
    altered = copy.deepcopy(good)
    altered["credentialSubject"]["achievement"]["criteria"]["narrative"] = "Nothing was asked."
    with pytest.raises(Refused, match="altered"):
        proof.check(altered, frames)
    proof.check(good, frames)


def test_a_good_achievement_is_good_after_an_altered_one() -> None:
    frames = Frames()
    altered = copy.deepcopy(made_awards.signed(made_awards.whole()))
    altered["issuer"]["name"] = "Somebody else"
    with pytest.raises(Refused, match="altered"):
        proof.check(altered, frames)
    proof.check(made_awards.signed(made_awards.whole()), frames)


def test_a_part_that_is_changed_in_place_is_seen_to_be_changed() -> None:
    frames, award = Frames(), made_awards.whole()
    before = canonical.hashed(award, frames)
    award["credentialSubject"]["achievement"]["resultDescription"][0]["name"] = "Another"
    assert canonical.hashed(award, frames) != before


def test_a_part_of_one_kind_does_not_pass_for_another() -> None:
    frames, profile = Frames(), made_awards.whole()["issuer"]
    frames.frame("profile", profile)
    with pytest.raises(Refused, match="type"):
        frames.frame("achievement", profile)


def test_only_so_much_is_remembered() -> None:
    frames = Frames(limit=2)
    made = [frames.frame("profile", made_awards.whole()["issuer"] | {"id": f"urn:x:{n}"}) for n in range(3)]
    again = [frames.frame("profile", made_awards.whole()["issuer"] | {"id": f"urn:x:{n}"}) for n in (2, 0)]
    assert again[0] is made[2]
    assert again[1] is not made[0]


def test_an_achievement_may_have_an_image_that_the_issuer_has_too() -> None:
    award = made_awards.whole()
    award["issuer"]["image"] = copy.deepcopy(award["credentialSubject"]["achievement"]["image"])
    assert made_awards.equal_in_both_ways(award)


def test_statements_of_the_award_may_come_between_those_of_the_achievement() -> None:
    award = made_awards.whole()
    here = award["credentialSubject"]["achievement"]["id"]
    award["credentialSubject"]["id"] = f"{here}-m"
    award["credentialStatus"]["id"] = f"{here}-row-1-a"
    award["id"] = "urn:zzz"
    assert made_awards.equal_in_both_ways(award)


def test_a_key_is_read_once() -> None:
    frames = Frames(limit=1)
    assert frames.key(made_awards.PUBLIC) is frames.key(made_awards.PUBLIC)
