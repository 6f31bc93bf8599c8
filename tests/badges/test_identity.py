"""Marks of addresses: as the standard has them, comparable, and of no use to those without the salt."""

import pytest

from sitegen.badges import identity


def test_a_mark_is_made_as_the_standard_says() -> None:
    assert (
        identity.digest("a@example.com", "Kosher")
        == "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399"
    )


@pytest.mark.parametrize("address", ["a@example.com", " A@Example.COM\n"])
def test_a_private_mark_fits_the_address_with_the_salt_only(address: str) -> None:
    mark = identity.private("a@example.com", "Kosher")
    assert mark.salt == ""
    assert identity.fits(mark, address, "Kosher")
    assert not identity.fits(mark, address)
    assert not identity.fits(mark, address, "Other")


def test_a_hashed_mark_brings_its_salt() -> None:
    mark = identity.hashed("a@example.com", "Kosher")
    assert identity.fits(mark, "A@example.com")
    assert identity.fits(mark, "A@example.com", "Other")
    assert not identity.fits(mark, "b@example.com")


@pytest.mark.parametrize(
    "address", ["", "a", "a@", "@b", "a b@c.example", "a@b@c", "x" * 65 + "@a.example", "\ud800@a.example"]
)
def test_what_is_no_address_fits_nothing(address: str) -> None:
    assert not identity.fits(identity.hashed("a@example.com", "Kosher"), address)


def test_no_mark_is_made_of_what_is_no_address() -> None:
    with pytest.raises(ValueError, match="not an e-mail address"):
        identity.private("somebody", "Kosher")


def test_a_salt_is_128_bits_as_text_for_addresses() -> None:
    assert identity.salt(bytes(range(16))) == "AAECAwQFBgcICQoLDA0ODw"
    assert len(identity.salt(bytes(32))) == 22


def test_a_salt_needs_enough_chance() -> None:
    with pytest.raises(ValueError, match="16 random bytes"):
        identity.salt(bytes(15))
