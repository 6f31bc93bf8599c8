"""A key file: what opens it, and what does not."""

import json
from datetime import UTC, datetime

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sitegen.model import keys
from sitegen.signing import key_file
from sitegen.signing.refusal import Refused

PHRASE = "four small blue words"
NOW = datetime(2026, 3, 9, 14, 5, tzinfo=UTC)


@pytest.fixture
def private() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.generate()


@pytest.fixture
def file(private: Ed25519PrivateKey) -> key_file.KeyFile:
    return key_file.seal(private, "harbor", NOW, PHRASE)


def test_the_pass_phrase_opens_it(private: Ed25519PrivateKey, file: key_file.KeyFile) -> None:
    read = key_file.decode(key_file.encode(file), "a.key")
    assert key_file.unseal(read, PHRASE).private_bytes_raw() == private.private_bytes_raw()


def test_the_private_key_stands_nowhere_in_it(private: Ed25519PrivateKey, file: key_file.KeyFile) -> None:
    text = key_file.encode(file)
    assert key_file._text(private.private_bytes_raw())[:20].encode() not in text
    assert private.private_bytes_raw() not in text


def test_it_says_whose_key_it_is_and_since_when(file: key_file.KeyFile) -> None:
    said = json.loads(key_file.encode(file))
    assert (said["issuer"], said["created"]) == ("harbor", "2026-03-09T14:05:00Z")
    assert keys.decode(said["key"])


def test_two_files_of_one_key_have_nothing_in_common(private: Ed25519PrivateKey) -> None:
    one, other = (key_file.seal(private, "harbor", NOW, PHRASE) for _ in range(2))
    assert one.salt != other.salt
    assert one.nonce != other.nonce
    assert one.sealed != other.sealed


@pytest.mark.parametrize("phrase", ["", "four small blue word", "four small blue words "])
def test_another_pass_phrase_does_not_open_it(file: key_file.KeyFile, phrase: str) -> None:
    with pytest.raises(Refused, match="the pass phrase does not fit"):
        key_file.unseal(file, phrase)


def test_a_pass_phrase_is_the_same_however_its_accents_were_typed(private: Ed25519PrivateKey) -> None:
    file = key_file.seal(private, "harbor", NOW, "caf\u00e9 au lait, merci")
    assert key_file.unseal(file, "cafe\u0301 au lait, merci")


@pytest.mark.parametrize(
    "change",
    [
        {"issuer": "quarry"},
        {"created": datetime(2020, 1, 1, tzinfo=UTC)},
        {"key": "z6MkjWn59y65kTt94QBsRjorba8dBusUF2SnLyNFd6pJ5nB5"},
        {"argon2id": key_file.Cost(16, 1, 1)},
        {"salt": "AAAAAAAAAAAAAAAAAAAAAA=="},
        {"salt": "not base64"},
        {"salt": ""},
        {"nonce": "AAAA"},
        {"sealed": ""},
        {"argon2id": key_file.Cost(8, 1, 4)},
    ],
)
def test_a_file_in_which_anything_was_changed_does_not_open(
    file: key_file.KeyFile, change: dict[str, object]
) -> None:
    with pytest.raises(Refused, match="or the key file was changed"):
        key_file.unseal(msgspec.structs.replace(file, **change), PHRASE)


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"[]", b'{"form": 1}', b"-----BEGIN PRIVATE KEY-----", b"[" * 5000]
)
def test_anything_else_is_no_key_file(data: bytes) -> None:
    with pytest.raises(Refused, match=r"a\.key is not a key file"):
        key_file.decode(data, "a.key")


def test_a_later_form_is_not_guessed_at(file: key_file.KeyFile) -> None:
    with pytest.raises(Refused, match="not a key file that this version knows"):
        key_file.decode(
            key_file.encode(msgspec.structs.replace(file, form="sitegen private key, version 2")), "a"
        )


def test_a_file_that_would_take_all_memory_is_refused_before_it_does(file: key_file.KeyFile) -> None:
    text = key_file.encode(file).replace(b'"memory": 8', b'"memory": 99999999')
    with pytest.raises(Refused, match="is not a key file"):
        key_file.decode(text, "a.key")


@pytest.mark.parametrize("phrase", ["", "short", "aaaaaaaaaaaaaaaaaaaa", "12121212121212"])
def test_a_pass_phrase_that_would_be_guessed_is_refused(phrase: str) -> None:
    with pytest.raises(Refused, match="too short"):
        key_file.refuse_weak(phrase)
