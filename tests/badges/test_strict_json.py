"""Signed JSON is read in the one way that nobody can read differently, or not at all."""

import json
import random

import made_awards
import pytest

from sitegen.badges import strict_json
from sitegen.badges.refusal import Refused

REFUSED = {
    "too-large": b'"' + b"a" * strict_json.MOST_BYTES + b'"',
    "byte-order-mark": b"\xef\xbb\xbf{}",
    "not-utf-8": b'{"name": "\xff"}',
    "too-deep": b'{"a":' * 33 + b"1" + b"}" * 33,
    "not-json": b'{"a": 1,}',
    "repeated-member": b'{"a": {"name": 1, "n\\u0061me": 2}}',
    "number-too-large": b'{"a": 9007199254740992}',
    "number-not-whole": b'{"a": 1.0}',
    "half-sign": b'{"a": "\\ud83dx"}',
}
ALSO_REFUSED = {
    "utf-16": '{"a": 1}'.encode("utf-16"),
    "half a sign in a name": b'{"\\uDE00": 1}',
    "half a sign in raw bytes": b'"\xed\xa0\x80"',
    "endless list": b"[" * 900_000,
    "endless objects": b'{"":' * 200_000,
    "list that ends": b"[" * 33 + b"]" * 33,
    "not a number": b"NaN",
    "infinite": b"-Infinity",
    "power": b"1e3",
    "thousands of digits": b"9" * 900_000,
    "negative and too large": b"-9007199254740992",
    "text that never ends": b'"' + b'\\"' * 400_000,
    "control character": b'"a\nb"',
    "nothing": b"",
    "two values": b"{} {}",
    "comment": b"{} // {}",
    "single quotes": b"{'a': 1}",
}


@pytest.mark.parametrize("code", REFUSED)
def test_each_fault_has_its_code(code: str) -> None:
    with pytest.raises(Refused) as caught:
        strict_json.parse(REFUSED[code])
    assert caught.value.code == code


@pytest.mark.parametrize("fault", ALSO_REFUSED)
def test_hostile_text_is_refused_without_harm(fault: str) -> None:
    with pytest.raises(Refused):
        strict_json.parse(ALSO_REFUSED[fault])


@pytest.mark.parametrize(
    "text",
    [
        '{"a":"b"}',
        ' { "a" : [ 1 , -2 , true , false , null , "" ] } \n',
        '"[[[[{{{{ \\" ]"',
        '"\\ud83d\\ude00 \\u0041 \\/ \\n"',
        "9007199254740991",
        "-9007199254740991",
        "[" * 32 + "]" * 32,
        "null",
        "[[],{}]",
    ],
)
def test_good_json_is_read_as_everybody_reads_it(text: str) -> None:
    assert strict_json.parse(text.encode()) == json.loads(text)


def test_a_caller_may_allow_less() -> None:
    with pytest.raises(Refused, match="10 bytes"):
        strict_json.parse(b'{"abcdefg":1}', most_bytes=10)


def test_the_name_that_is_repeated_is_shown() -> None:
    with pytest.raises(Refused, match="“validUntil”"):
        strict_json.parse(b'{"validUntil":1,"a":2,"validUntil":3}')


def test_a_line_of_a_batch_may_end_in_a_line_feed() -> None:
    assert strict_json.parse(b'{"a":1}\n') == {"a": 1}


def test_the_quick_way_reads_what_the_careful_way_reads() -> None:
    rng = random.Random(4)
    lines = [
        json.dumps(award, ensure_ascii=False, separators=(",", ":")).encode()
        for award in made_awards.awards(3, 5, 5)
    ]
    lines += [b'{"a":[1,-2,0,true,null,"\\n\\u0000"],"b":{"c":[]}}', b"[1]", b'"\xc3\xa9"']
    pieces = [
        b'"',
        b"\\",
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b"1",
        b"1.5",
        b"\xff",
        b"\\ud800",
        b" ",
        b"-0",
        b'"a":1,',
    ]
    quick = 0
    for _ in range(3_000):
        data = bytearray(rng.choice(lines))
        for _ in range(rng.choice([0, 1, 2])):
            place = rng.randrange(len(data) + 1)
            data[place : place + rng.choice([0, 1])] = rng.choice(pieces)
        value = strict_json._rewritten(bytes(data))
        if value is not None:
            quick += 1
            assert repr(strict_json._read(bytes(data))) == repr(value)
    assert quick > 500
