"""Public keys: the one way they are written, and those that nobody may use."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sitegen.model import base58, keys


def written(number: int) -> str:
    """A multikey with any number in it, good or not."""
    return "z" + base58.encode(keys.PUBLIC + number.to_bytes(32, "little"))


def eightfold(y: int) -> tuple[int, int]:
    """Eight times a point of the curve with this y, by the textbook's formula of addition (RFC 8032, 5.1.4)."""
    prime, d = keys.PRIME, -121665 * pow(121666, -1, keys.PRIME) % keys.PRIME
    square = (y * y - 1) * pow(d * y * y + 1, -1, prime) % prime
    x = pow(square, (prime + 3) // 8, prime)
    if x * x % prime != square:
        x = x * pow(2, (prime - 1) // 4, prime) % prime
    for _ in range(3):
        both = d * x * x * y * y % prime
        x, y = (
            2 * x * y * pow(1 + both, -1, prime) % prime,
            (y * y + x * x) * pow(1 - both, -1, prime) % prime,
        )
    return x, y


def test_a_key_is_read_as_it_was_written() -> None:
    public = Ed25519PrivateKey.generate().public_key().public_bytes_raw()
    assert keys.decode(keys.encode(public)) == public


def test_the_sample_of_the_specification_is_read() -> None:
    # W3C Data Integrity EdDSA Cryptosuites, representation of keys
    sample = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
    assert keys.encode(keys.decode(sample)) == sample


@pytest.mark.parametrize("y", sorted(keys.SMALL))
def test_every_small_y_is_one_of_a_point_whose_order_divides_eight(y: int) -> None:
    assert eightfold(y) == (0, 1)


@pytest.mark.parametrize("sign", [0, 1 << 255])
@pytest.mark.parametrize("y", sorted(keys.SMALL))
def test_a_key_of_small_order_is_refused_with_either_sign(y: int, sign: int) -> None:
    with pytest.raises(keys.WeakKey, match="anybody can sign"):
        keys.decode(written(y | sign))


@pytest.mark.parametrize("y", [0, 1, 2, 18])
def test_a_number_beyond_the_prime_is_refused(y: int) -> None:
    with pytest.raises(keys.WeakKey, match="another key"):
        keys.decode(written(keys.PRIME + y))


def test_a_number_without_a_point_is_refused() -> None:
    with pytest.raises(keys.WrongKey, match="no point"):
        keys.decode("z6Mkeb4rtEhc8DUtvt5ehaVjdx3TLbQPpnTArkXhqfb1Mq75")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "does not begin"),
        ("z3u2UHC9VnG2KDPJCJvjHhqvVqpvS2LgyyLjU2cuM2ALSeFi", "is a private key"),
        ("z6Mk", "too short"),
        ("z6Mk" + "0" * 44, "has a sign"),
        ("z6Mk" + "1" * 1000, "has a sign"),
        ("z6MkjWn59y65kTt94QBsRjorba8dBusUF2SnLyNFd6pJ5nB51", "too short or too long"),
        (" z6MkjWn59y65kTt94QBsRjorba8dBusUF2SnLyNFd6pJ5nB5", "does not begin"),
    ],
)
def test_other_text_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(keys.WrongKey, match=words):
        keys.decode(text)


def test_fewer_bytes_than_a_key_has_are_refused() -> None:
    with pytest.raises(keys.WrongKey, match="32 bytes"):
        keys.encode(b"\x02" * 31)


@pytest.mark.parametrize("data", [b"", b"\0", b"\0\0\x01", b"\xff" * 64, b"\0" * 5 + b"Hello"])
def test_base58_gives_back_what_went_in(data: bytes) -> None:
    assert base58.decode(base58.encode(data)) == data


def test_base58_agrees_with_known_text() -> None:
    # draft-msporny-base58, test vectors
    assert base58.encode(b"Hello World!") == "2NEpo7TZRRrLZSi2U"
    assert base58.encode(bytes.fromhex("0000287fb4cd")) == "11233QC4"
