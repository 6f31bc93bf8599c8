"""The life of a key: begun, followed, ended, given up."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from sitegen import build
from sitegen.model.issuer import Compromise
from sitegen.options import Options
from sitegen.signing import key_changes, key_folder, private_key, register, whole_files
from sitegen.signing.key_changes import Made, Place
from sitegen.signing.refusal import Refused
from sitegen.signing.register import Register

PHRASE = "four small blue words"
TODAY = date(2026, 3, 9)


def again(place: Place) -> Register:
    return register.read(place.root, "harbor")


def test_a_new_key_is_in_the_issuers_file_from_today(place: Place, made: Made) -> None:
    (key,) = again(place).issuer.keys
    assert (key.key, key.start, key.until) == (made.key, TODAY, None)
    assert key_folder.read(made.file).key == made.key


def test_check_finds_nothing_wrong_with_what_was_written(place: Place, made: Made) -> None:
    key_changes.follow(place, again(place), PHRASE)
    result = build.check(Options(root=place.root, out=place.root / "public", workers=1))
    assert result.problems == ()


def test_a_second_key_beside_one_in_use_is_refused(place: Place, made: Made) -> None:
    with pytest.raises(Refused, match="has a key that is in use"):
        key_changes.refuse_second(again(place), TODAY)


def test_a_key_that_follows_ends_the_one_before(place: Place, made: Made) -> None:
    following = key_changes.follow(place, again(place), PHRASE)
    first, second = again(place).issuer.keys
    assert (first.key, first.until) == (made.key, TODAY)
    assert (second.key, second.start, second.until) == (following.key, TODAY, None)


def test_no_key_is_made_in_a_folder_of_the_site(place: Place, harbor: Register) -> None:
    with pytest.raises(Refused, match="inside the site"):
        key_changes.begin(replace(place, folder=place.root / "private"), harbor, PHRASE)
    assert again(place).issuer.keys == ()
    assert not (place.root / "private").exists()


def test_no_public_key_is_written_if_the_private_one_could_not_be(
    place: Place, harbor: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(whole_files, "create", full)
    with pytest.raises(KeyboardInterrupt):
        key_changes.begin(place, harbor, PHRASE)
    assert again(place).data == harbor.data


def test_a_file_that_cannot_be_edited_is_found_out_before_a_key_is_made(place: Place) -> None:
    path = place.root / "content/issuers/harbor.md"
    path.write_text(path.read_text().replace("type: College\n", "type: College\nkeys: [\n  ]\n"))
    with pytest.raises(Refused, match="cannot be changed safely"):
        key_changes.begin(place, again(place), PHRASE)
    assert not place.folder.exists()


def test_a_key_can_end_earlier_but_never_later(place: Place, made: Made) -> None:
    key_changes.end(place, again(place), again(place).issuer.keys[0], date(2026, 6, 30))
    key_changes.end(place, again(place), again(place).issuer.keys[0], date(2026, 5, 31))
    with pytest.raises(Refused, match="stays ended"):
        key_changes.end(place, again(place), again(place).issuer.keys[0], date(2026, 6, 1))


def test_a_key_cannot_end_before_it_begins(place: Place, made: Made) -> None:
    with pytest.raises(Refused, match="cannot end on"):
        key_changes.end(place, again(place), again(place).issuer.keys[0], TODAY - timedelta(1))


def test_a_key_is_given_up_once(place: Place, made: Made) -> None:
    lost = Compromise(at=TODAY, reason="A laptop was stolen.")
    key_changes.give_up(place, again(place), again(place).issuer.keys[0], lost)
    with pytest.raises(Refused, match="given up already"):
        key_changes.give_up(place, again(place), again(place).issuer.keys[0], lost)


@pytest.mark.parametrize("day", [TODAY - timedelta(1), TODAY + timedelta(1)])
def test_the_day_it_was_lost_lies_in_its_life(place: Place, made: Made, day: date) -> None:
    with pytest.raises(Refused, match="must lie between"):
        key_changes.give_up(
            place, again(place), again(place).issuer.keys[0], Compromise(at=day, reason="Lost.")
        )


@pytest.mark.parametrize("part", [slice(None), slice(0, 12), slice(-8, None)])
def test_a_key_is_known_by_its_beginning_or_its_end(place: Place, made: Made, part: slice) -> None:
    assert key_changes.chosen(again(place), made.key[part], TODAY).key == made.key


def test_a_key_that_is_not_there_is_refused_with_those_that_are(place: Place, made: Made) -> None:
    with pytest.raises(Refused, match="no key like `xyz`") as refused:
        key_changes.chosen(again(place), "xyz", TODAY)
    assert key_changes.short(made.key) in refused.value.hint


def test_the_key_to_sign_with_is_the_newest_that_is_listed(place: Place, made: Made) -> None:
    following = key_changes.follow(place, again(place), PHRASE)
    assert private_key.find(place.folder, again(place), place.now).file.key == following.key
    signer = private_key.open(private_key.find(place.folder, again(place), place.now), PHRASE)
    assert signer.public == following.key


def test_the_wrong_pass_phrase_opens_nothing(place: Place, made: Made) -> None:
    with pytest.raises(Refused, match="the pass phrase does not fit"):
        private_key.open(private_key.find(place.folder, again(place), place.now), PHRASE + "!")


def test_an_issuer_without_keys_is_told_how_to_make_one(place: Place, harbor: Register) -> None:
    with pytest.raises(Refused, match="has no key yet"):
        private_key.find(place.folder, harbor, place.now)


def test_a_key_that_is_elsewhere_is_asked_for(place: Place, made: Made, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="on this machine"):
        private_key.find(tmp_path / "empty", again(place), place.now)


def test_a_key_signs_nothing_before_its_first_or_after_its_last_day(place: Place, made: Made) -> None:
    key_changes.end(place, again(place), again(place).issuer.keys[0], TODAY)
    for day in (-1, 1):
        with pytest.raises(Refused, match="signs from 2026-03-09 to 2026-03-09, not today"):
            private_key.find(place.folder, again(place), place.now + timedelta(day))
    assert private_key.find(place.folder, again(place), place.now)


def test_a_key_that_was_given_up_signs_nothing(place: Place, made: Made) -> None:
    lost = Compromise(at=TODAY, reason="A laptop was stolen.")
    key_changes.give_up(place, again(place), again(place).issuer.keys[0], lost)
    with pytest.raises(Refused, match="given up since 2026-03-09"):
        private_key.find(place.folder, again(place), place.now)


def test_a_key_of_somebody_else_is_refused(place: Place, harbor: Register, made: Made) -> None:
    with pytest.raises(Refused, match="is no key of `harbor`"):
        private_key.at(made.file, harbor, place.now)
