"""The page and the command line agree on every badge: the same canonical text, the same state, the same failing check."""

import base64
import gzip
import json
import random
import zlib
from collections.abc import Iterator
from typing import Any

import made_awards
import mutations
import page_engine
import pytest
import sample_awards as samples
from msgspec import to_builtins

from sitegen.badges import canonical, identity, terms, trust, verify
from sitegen.model import base58, keys
from sitegen.model.verdict import Verdict

MUTATIONS = dict(mutations.everything())
FEWEST = 60


@pytest.fixture(scope="module")
def engine() -> Iterator[page_engine.Engine]:
    """The checking script in a browser; nothing may be thrown there."""
    with page_engine.running() as engine:
        yield engine
        assert engine.problems == []


@pytest.fixture(scope="module")
def verdicts(engine: page_engine.Engine) -> dict[str, dict[str, Any]]:
    """What the page finds of every mutation."""
    return dict(zip(MUTATIONS, engine.verdicts(list(MUTATIONS.values())), strict=True))


def by_python(case: mutations.Mutation) -> Verdict:
    return verify.verify(case.data, trust.of(samples.KNOWN, case.lists, case.now), case.now)


def said(found: Verdict) -> dict[str, Any]:
    """A verdict as far as both have it."""
    return {
        "state": found.state,
        "code": found.code,
        "checks": {check.name: check.outcome for check in found.checks},
        "issuer": found.issuer,
        "award": found.award.achievement.title if found.award else "",
    }


def heard(found: dict[str, Any]) -> dict[str, Any]:
    award = found.get("award") or {}
    return {
        "state": found["state"],
        "code": found["code"],
        "checks": found["checks"],
        "issuer": found.get("issuer", ""),
        "award": award.get("title", ""),
    }


def test_there_are_enough_mutations() -> None:
    tampered = [name for name, case in MUTATIONS.items() if by_python(case).state != "valid"]
    assert len(tampered) >= FEWEST


@pytest.mark.parametrize("name", MUTATIONS)
def test_page_and_command_line_say_the_same_of(name: str, verdicts: dict[str, dict[str, Any]]) -> None:
    assert heard(verdicts[name]) == said(by_python(MUTATIONS[name]))


def test_reasons_and_dates_of_lists_are_the_same(verdicts: dict[str, dict[str, Any]]) -> None:
    given = {
        name: verdicts[name].get("reason") for name in ("revoked", "suspended", "revoked without a reason")
    }
    assert given == {"revoked": "reason 4711", "suspended": "reason 4711", "revoked without a reason": None}
    assert verdicts["revoked"]["list"] == "2026-03-09T14:05:00Z"


def test_one_bit_of_a_signature_makes_it_altered(engine: page_engine.Engine) -> None:
    value = mutations.DOCUMENT["proof"][0]["proofValue"]
    others = [mutations.put(mutations.DOCUMENT, "proof/0/proofValue", value[:at] + other + value[at + 1 :])
              for at in range(2, len(value), 3) for other in "2g" if value[at] != other]  # fmt: skip
    cases = [mutations.Mutation(data=json.dumps(document).encode()) for document in others]
    assert {found["state"] for found in engine.verdicts(cases)} == {"altered"}


def test_chance_says_the_same_on_both_sides(engine: page_engine.Engine) -> None:
    rng = random.Random(17)
    wholes = (mutations.GOOD, mutations.BAKED["a PNG with both versions"])
    cases = []
    for _ in range(400):
        whole = rng.choice(wholes)
        at, other = rng.randrange(len(whole)), rng.randbytes(rng.randint(1, 4))
        cases.append(mutations.Mutation(data=whole[:at] + other + whole[at + rng.randint(0, 4) :]))
    assert [heard(found) for found in engine.verdicts(cases)] == [said(by_python(case)) for case in cases]


def test_the_canonical_text_is_the_same(engine: page_engine.Engine) -> None:
    documents = made_awards.awards(seed=11, count=300, achievements=20)
    assert engine.call("/verify.js", "nquads", documents) == [canonical.nquads(one) for one in documents]


def test_the_facts_about_terms_are_the_same(engine: page_engine.Engine) -> None:
    theirs = engine.page.evaluate("async () => (await import('/verify.js')).TERMS")
    ours = terms.as_data()
    for shape in ours["shapes"].values():
        for member in shape["members"].values():
            member.pop("shared", None)  # what is prepared once is of no interest to the page
    assert theirs == json.loads(json.dumps(to_builtins(ours)))


def test_no_key_that_anybody_can_use_is_taken(engine: page_engine.Engine) -> None:
    written = [(y + more * keys.PRIME) | sign << 255 for y in sorted(keys.SMALL) for more in (0, 1) for sign in (0, 1)
               if y + more * keys.PRIME < 2**255]  # fmt: skip
    texts = ["z" + base58.encode(keys.PUBLIC + number.to_bytes(32, "little")) for number in written]
    assert engine.call("/verify.js", "publicKey", texts) == [{"code": "weak-key"}] * len(texts)


def test_a_picture_of_remarks_is_not_even_parsed(engine: page_engine.Engine) -> None:
    found = engine.verdicts([mutations.Mutation(data=b"<?x?>" * 200_000 + b"<p/>")])
    assert (found[0]["state"], found[0]["code"]) == ("not-a-badge", "damaged-picture")


def test_bits_are_unpacked_in_the_same_way(engine: page_engine.Engine) -> None:
    row = random.Random(3).randbytes(16_384)
    packed = base64.urlsafe_b64encode(gzip.compress(row, mtime=0)).rstrip(b"=").decode()
    sums = engine.page.evaluate(
        "async (text) => [...await (await import('/verify.js')).unpacked(text)].join()", f"u{packed}"
    )
    assert zlib.crc32(bytes(map(int, sums.split(",")))) == zlib.crc32(row)


@pytest.mark.parametrize(
    ("address", "salt"),
    [
        ("odalys@example.org", "s1"),
        (" Odalys@Example.ORG ", "s1"),
        ("odalys@example.org", "s2"),
        ("odalys@example.com", "s1"),
        ("ODALYS", "s1"),
        ("", ""),
        ("Ñandú@España.example", "s1"),
    ],
)
@pytest.mark.parametrize("kind", ["private", "hashed"])
def test_a_person_is_compared_in_the_same_way(
    engine: page_engine.Engine, kind: str, address: str, salt: str
) -> None:
    make = identity.private if kind == "private" else identity.hashed
    for owner in ("odalys@example.org", "ñandú@españa.example"):
        mark = make(owner, "s1")
        given = {"identityHash": mark.digest, "salt": mark.salt}
        found = engine.page.evaluate(
            "async (given) => (await import('/keep.js')).isAddress(...given)", [given, address, salt]
        )
        assert found == identity.fits(mark, address, salt)
