"""Files made to crash, hang or deceive: each gets its own answer, none is called valid, and nothing is raised."""

import base64
import gzip
import json
from datetime import timedelta
from typing import Any

import pytest
import sample_awards as samples
from hostile_badges import BAKED, CASES, DOCUMENT, DRAWN, GOOD
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.badges import baked_png, open_badges_3, status, times, trust, verify
from sitegen.model.verdict import Verdict

FINE = samples.register()


def judged(data: bytes, register: trust.Trust = FINE) -> Verdict:
    return verify.verify(data, register, samples.NOW)


@pytest.mark.parametrize("name", CASES)
def test_each_hostile_file_has_its_own_answer(name: str) -> None:
    data, state, code = CASES[name]
    found = judged(data)
    assert (found.state, found.code) == (state, code)
    assert found.award is None
    assert all(sign.isprintable() for sign in found.words)


def bomb(size: int) -> dict[str, bytes]:
    packed = base64.urlsafe_b64encode(gzip.compress(bytes(size), 9, mtime=0)).rstrip(b"=").decode()
    document = status.document(samples.edition())
    document["credentialSubject"]["encodedList"] = f"u{packed}"
    return {document["id"]: open_badges_3.line(samples.sign(document))}


HERE = status.address(samples.SITE, "harbor", "revocation")
QUARRYS = samples.signed_list(samples.edition(issuer="quarry"), samples.QUARRY)


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (bomb(1 << 29), "status-bomb"),
        (bomb(2_000_001), "status-bomb"),
        (bomb(100), "status-short"),
        ({HERE: b"not json"}, "status-not-json"),
        ({HERE: b'{"a":' + b"[" * 100_000}, "status-too-deep"),
        ({HERE: QUARRYS}, "status-other"),
        ({HERE: GOOD}, "status-form"),
        ({HERE: samples.signed_list(samples.edition(purpose="suspension"))}, "status-other"),
        ({HERE: samples.signed_list(samples.edition(), samples.STRANGER)}, "status-unknown-key"),
        (samples.files(samples.edition(at=samples.NOW + timedelta(days=1))), "status-future"),
    ],
)
def test_a_hostile_status_list_makes_no_badge_valid(files: dict[str, bytes], code: str) -> None:
    found = judged(GOOD, trust.of(samples.KNOWN, files, samples.NOW))
    assert (found.state, found.code) == ("status-unusable", code)


@pytest.mark.parametrize("whole", [GOOD, BAKED, DRAWN])
def test_no_part_of_a_file_is_valid(whole: bytes) -> None:
    for length in range(0, len(whole.rstrip()), 37):
        found = judged(whole[:length])
        assert found.state == "not-a-badge", length


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([GOOD, BAKED, DRAWN]), st.integers(0, 10_000), st.binary(min_size=1, max_size=4))
def test_no_change_of_some_bytes_makes_another_badge_valid(whole: bytes, at: int, other: bytes) -> None:
    at %= len(whole)
    found = judged(whole[:at] + other + whole[at + len(other) :])
    assert found.code != "unforeseen"
    if found.is_valid:
        assert found == judged(GOOD)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_chance_is_never_valid_and_never_raises(data: bytes) -> None:
    for start in (b"", b"{", b"<svg", baked_png.SIGNATURE):
        found = judged(start + data)
        assert (found.is_valid, found.code != "unforeseen") == (False, True)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*DOCUMENT, "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from([*DOCUMENT, "x"]), JSON, max_size=4))
def test_no_other_value_anywhere_is_valid_or_raises(members: dict[str, Any]) -> None:
    changed = {**DOCUMENT, **members}
    found = judged(json.dumps(changed).encode())
    assert found.code != "unforeseen"
    assert found.is_valid == (changed == DOCUMENT)


def test_times_are_read_in_one_way_only() -> None:
    assert times.text(times.read("0999-03-09T14:05:00Z")) == "0999-03-09T14:05:00Z"
