"""A file of awards: what is kept of good lines, and what is said of each bad one, at its line."""

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from sitegen.awards import batches
from sitegen.badges import open_badges_3
from sitegen.badges.refusal import Refused
from sitegen.read import tree
from tests.awards import signed_site as site
from tests.badges import sample_awards as samples

PATH = "content/awards/harbor/first.jsonl"
GOOD = site.lines(1)


def _said(data: bytes, path: str = PATH) -> list[tuple[str, int, str]]:
    """Code, line and message of every problem of a file."""
    found = batches.read(data, path, "harbor").problems
    assert {problem.span.file for problem in found} <= {path}
    return [(problem.code, problem.span.line, problem.message) for problem in found]


def _only(data: bytes) -> tuple[str, str]:
    """Code and words of the one problem of a file whose second line is bad."""
    ((code, line, message),) = _said(GOOD + data)
    assert line == 2
    before = "this award cannot be published: "
    assert message.startswith(before)
    return code, message.removeprefix(before)


def _edited(old: bytes, new: bytes) -> bytes:
    assert old in GOOD
    return GOOD.replace(old, new)


def _signed(**members: Any) -> bytes:
    """An award to which members were added, or from which they were taken (None), and which was then signed."""
    document = {name: value for name, value in (site.unsigned(site.award(2)) | members).items() if value}
    return msgspec.json.encode(samples.sign(document)) + b"\n"


def test_each_award_is_kept_with_the_place_of_its_bytes() -> None:
    data = site.lines(1, 2, 3)
    read = batches.read(data, PATH, "harbor")
    assert read.problems == ()
    assert [data[line.start : line.end] + b"\n" for line in read.file.lines] == data.splitlines(keepends=True)
    assert [(line.number, line.index) for line in read.file.lines] == [(1, 1), (2, 2), (3, 3)]


def test_what_is_kept_says_who_signed_what_and_when() -> None:
    (line,) = batches.read(GOOD, PATH, "harbor").file.lines
    assert (line.id, line.site, line.key) == (site.award(1).id, site.SITE, samples.public(site.KEY))
    assert (line.credential, line.issued, line.signed) == ("calm", site.ISSUED, site.ISSUED)


def test_awards_that_asked_the_same_have_one_mark() -> None:
    other = site.award(2, achievement=msgspec.structs.replace(site.CALM, version="1.1"))
    read = batches.read(site.lines(1, 3) + site.line(other), PATH, "harbor")
    first, second, third = (line.asked for line in read.file.lines)
    assert first == second != third


def test_the_last_line_needs_no_end() -> None:
    read = batches.read(GOOD.rstrip(), PATH, "harbor")
    assert [line.end for line in read.file.lines] == [len(GOOD) - 1]
    assert read.problems == ()


def test_line_ends_of_windows_do_not_belong_to_the_award() -> None:
    data = site.lines(1, 2).replace(b"\n", b"\r\n")
    read = batches.read(data, PATH, "harbor")
    assert read.problems == ()
    assert [data[line.start : line.end] + b"\n" for line in read.file.lines] == [GOOD, site.lines(2)]


@pytest.mark.parametrize("empty", [b"\n", b"\r\n", b"  \n", b"\t\r\n"])
def test_empty_lines_are_counted_and_mean_nothing(empty: bytes) -> None:
    read = batches.read(empty + GOOD + empty + site.lines(2) + empty, PATH, "harbor")
    assert [line.number for line in read.file.lines] == [2, 4]
    assert read.problems == ()


def test_a_file_without_awards_is_no_fault() -> None:
    assert batches.read(b"", PATH, "harbor").problems == ()


def test_a_json_file_holds_one_award() -> None:
    path = PATH.removesuffix("l")
    read = batches.read(GOOD, path, "harbor")
    assert (read.problems, [(one.number, one.end) for one in read.file.lines]) == ((), [(1, len(GOOD) - 1)])
    assert batches.read(GOOD + site.lines(2), path, "harbor").problems != ()


def test_a_json_file_without_an_award_is_at_fault() -> None:
    ((code, line, message),) = _said(b"", PATH.removesuffix("l"))
    assert (code, line) == ("award-form", 1)
    assert "it is not JSON" in message


def test_an_award_may_be_written_over_many_lines_in_a_json_file() -> None:
    data = json.dumps(json.loads(GOOD), indent=1).encode()
    assert _said(data, PATH.removesuffix("l")) == []


def test_a_letter_that_was_changed_is_found() -> None:
    assert _only(_edited(b"Calm Starts", b"Calm Startz")) == (
        "award-altered",
        "it is not what was signed: something in it was changed",
    )


def test_an_award_of_another_issuer_is_in_the_wrong_folder() -> None:
    code, words = _only(site.line(site.award(2, issuer="quarry"), samples.QUARRY))
    assert code == "award-folder"
    assert words == "it is an award of `quarry`, and stands in the folder of `harbor`"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"not json", "it is not JSON"),
        (b"\xff\xfe{\x00}\x00", "it is not written in UTF-8"),
        (b"\xef\xbb\xbf" + GOOD, "a byte order mark"),
        (b"[" * 100_000, "nested more than 32 deep"),
        (b"[]", "not an object in braces"),
        (b"null", "not an object in braces"),
        (b"{}", "it is not signed"),
        (GOOD.strip() + GOOD, "it is not JSON"),
        (GOOD.strip() + b"\r" + GOOD, "it is not JSON"),
        (_edited(b'{"@context":', b'{"name":"A","@context":'), "it has a member twice: “name”"),
        (_edited(b'"statusListIndex":"1"', b'"statusListIndex":NaN'), "not whole"),
        (_edited(b'"statusListIndex":"1"', b'"statusListIndex":1' + b"0" * 5_000), "number that is too large"),
        (_edited(b"Calm", b"\\ud800"), "half of a sign"),
        (_edited(b'"proof":[', b'"proof":[{},'), "signed more than once"),
        (_edited(b"assertionMethod", b"authentication"), "for another purpose"),
        (_edited(b"eddsa-rdfc-2022", b"eddsa-jcs-2022"), "in a way that our badges are not signed"),
        (_edited(b'"@context":["https', b'"@context":[{"name":"urn:x"},"https'), "definitions of its own"),
        (_edited(b"context-3.0.3.json", b"context-3.0.2.json"), "takes its words from a context"),
        (_edited(b'"type":["VerifiableCredential","Open', b'"type":["Verifiable'), "none of the kinds of document"),
        (_edited(b'"validFrom"', b'"nonsense":"x","validFrom"'), "says something that our badges do not say"),
        (_signed(name=None), "it lacks `name`"),
        (_edited(b'"validFrom":"2026-03-09T14:05:00Z"', b'"validFrom":"2026-03-09T14:05:00"'), "without a time and its zone"),
        (_edited(b'"validFrom":"2026-03-09T14:05:00Z"', b'"validFrom":"2026-02-30T14:05:00Z"'), "does not exist"),
        (_signed(validFrom="2020-03-09T14:05:00Z"), "its dates contradict one another"),
        (_signed(id="https://elsewhere.example.org/badges/20/" + "2" + "0" * 31 + ".json"), "address"),
        (_signed(description="Extra"), "description"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_no_award_of_ours_is_said_to_be_none(data: bytes, words: str) -> None:
    code, said = _only(data if data.endswith(b"\n") else data + b"\n")
    assert code == "award-form"
    assert words in said


def test_a_line_that_is_too_long_is_refused_even_if_it_is_an_award() -> None:
    words = "w" * 90_000
    rows = tuple(samples.Evidence(title=f"Piece {n}", text=words) for n in range(12))
    code, said = _only(site.line(site.award(2, evidence=rows)))
    assert (code, said) == ("award-form", "it is larger than 1,000,000 bytes")


def test_a_good_award_after_a_bad_one_is_not_blamed() -> None:
    assert [line for _, line, _ in _said(b"x\n" + GOOD + b"y\n" + site.lines(2))] == [1, 3]


def test_after_twenty_faults_no_more_are_looked_for() -> None:
    assert [line for _, line, _ in _said(b"x\n" * 30)] == list(range(1, batches.MOST_SHOWN + 1))


def test_a_file_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MAX_BATCH_BYTES", 1_000)
    assert _said(GOOD) == [("file-too-large", 0, "this file of awards has more than 1,000 bytes")]


def test_every_problem_says_what_to_do() -> None:
    data = (
        GOOD + _edited(b"Calm", b"Lame") + b"x\n" + site.line(site.award(3, issuer="quarry"), samples.QUARRY)
    )
    found = batches.read(data, PATH, "harbor").problems
    assert len(found) == 3
    assert all(problem.hint for problem in found)


def test_an_award_is_read_again_as_it_was() -> None:
    assert batches.award(GOOD.strip()).id == site.award(1).id


ODD: tuple[Any, ...] = (None, True, 0, -1, "", "x", "\x00", "\u202e", [], [[]], {}, {"": ""}, ["x", "x"])


def _places(node: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where every value of a document stands."""
    yield place
    parts = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, part in parts:
        yield from _places(part, (*place, name))


def _with(document: Any, place: tuple[Any, ...], value: Any) -> Any:
    """The document with another value in one place."""
    if not place:
        return value
    changed = copy.deepcopy(document)
    node = changed
    for name in place[:-1]:
        node = node[name]
    node[place[-1]] = value
    return changed


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_whatever_stands_in_an_award_it_is_refused_in_words(odd: Any) -> None:
    whole = samples.signed(samples.changed(site=site.SITE), site.KEY)
    assert batches.read(msgspec.json.encode(whole), PATH, "harbor").problems == ()
    for place in _places(whole):
        changed = _with(whole, place, odd)
        if changed != whole:
            ((code, line, message),) = _said(msgspec.json.encode(changed))
            assert (code in ("award-form", "award-altered"), line) == (True, 1), (place, message)
            assert message.isprintable()


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_what_an_issuer_signs_is_ours_or_refused_in_words(odd: Any) -> None:
    """Not everything can be signed; whatever can is either an award as we write them or no award."""
    unsigned = site.unsigned(samples.changed(site=site.SITE))
    for place in _places(unsigned):
        changed = _with(unsigned, place, odd)
        try:
            signed = samples.sign(changed, site.KEY)
        except (Refused, KeyError, TypeError, AttributeError):
            continue
        read = batches.read(msgspec.json.encode(signed), PATH, "harbor")
        for line in read.file.lines:
            award = batches.award(msgspec.json.encode(signed))
            assert (line.id, open_badges_3.document(award)) == (award.id, changed), place


def test_bytes_changed_at_random_are_refused_in_words() -> None:
    chance = random.Random(3)
    good = GOOD.strip()
    for _ in range(1_500):
        data = bytearray(good)
        for _ in range(chance.choice((1, 1, 2, 5))):
            start = chance.randrange(len(data))
            data[start : start + chance.choice((0, 1, 1, 9))] = chance.randbytes(chance.choice((0, 1, 1, 3)))
        read = batches.read(bytes(data), PATH.removesuffix("l"), "harbor")
        assert bytes(data).strip() == good or read.problems, bytes(data)
