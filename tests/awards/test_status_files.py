"""A file with a status list: what is kept of it, and what is said of one that cannot be trusted."""

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from sitegen.awards import status_files
from sitegen.badges import bits, open_badges_3, status
from tests.awards import signed_site as site
from tests.badges import sample_awards as samples

PATH = "content/status/harbor.json"
SUSPENDED = "content/status/harbor.suspended.json"
GOOD = site.status_list(7, 9)


def _words(data: bytes, path: str = PATH) -> str:
    """What is said of a bad list."""
    read = status_files.read(data, path, path.rpartition("/")[2].partition(".")[0])
    assert read.file is None
    (problem,) = read.problems
    assert (problem.code, problem.span.file, problem.span.line) == ("status-list", path, 0)
    assert problem.hint
    return problem.message.removeprefix("this status list cannot be published: ")


def _signed(change: Callable[[dict[str, Any]], None]) -> bytes:
    """A list that was changed before it was signed."""
    document: dict[str, Any] = status.document(msgspec.structs.replace(samples.edition(), site=site.SITE))
    change(document)
    return open_badges_3.line(samples.sign(document))


def test_a_list_is_kept_with_its_places_and_reasons() -> None:
    file = status_files.read(GOOD, PATH, "harbor").file
    assert file is not None
    assert (file.issuer, file.purpose, file.site, file.key) == (
        "harbor", "revocation", site.SITE, samples.public(site.KEY)
    )  # fmt: skip
    assert (file.places, file.set, file.reasons) == (bits.LEAST, (7, 9), {7: "reason 7", 9: "reason 9"})


def test_the_second_list_has_a_file_of_its_own() -> None:
    file = status_files.read(site.status_list(7, purpose="suspension"), SUSPENDED, "harbor").file
    assert file is not None
    assert file.purpose == "suspension"


def test_the_lists_of_an_issuer_cannot_change_places() -> None:
    suspended = site.status_list(7, purpose="suspension")
    assert _words(suspended) == "it is the list that belongs into `content/status/harbor.suspended.json`"
    assert _words(GOOD, SUSPENDED) == "it is the list that belongs into `content/status/harbor.json`"


def test_a_list_of_another_issuer_is_not_taken() -> None:
    words = _words(site.status_list(issuer="quarry", key=samples.QUARRY))
    assert words == "it is the list that belongs into `content/status/quarry.json`"


def test_a_list_that_was_changed_is_found() -> None:
    changed = json.loads(GOOD) | {"description": "8: reason 8"}
    assert "something in it was changed" in _words(json.dumps(changed).encode())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "it is not JSON"),
        (b"[]", "it is no status list"),
        (b"{}", "it is not signed"),
        (b"[" * 100_000, "nested more than 32 deep"),
        (b" " * 3_000_001, "it is larger than 3,000,000 bytes"),
        (site.lines(1), "it is no status list"),
        (_signed(lambda d: d.update(id="https://case.example.org/status/other.json")), "another one than its address says"),
        (_signed(lambda d: d["credentialSubject"].update(statusPurpose="refresh")), "it is no status list"),
        (_signed(lambda d: d["credentialSubject"].update(encodedList=bits.packed(bytes(100)))), "fewer than 131,072 places"),
        (_signed(lambda d: d["credentialSubject"].update(encodedList=bits.packed(bytes(2_000_001)))), "far too large"),
        (_signed(lambda d: d["credentialSubject"].update(encodedList="uAAAA")), "it is damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_no_list_is_said_to_be_none(data: bytes, words: str) -> None:
    assert words in _words(data)
