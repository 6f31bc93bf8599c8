"""Art: a badge or logo that a record names is a picture beside it."""

from typing import Any

import pytest

from sitegen.check import art
from tests.check import records


def _codes(*entries: Any, pictures: tuple[str, ...] = ()) -> list[str]:
    return [problem.code for problem in art.check(records.catalog(*entries, pictures=pictures))]


def test_art_beside_its_credential_is_fine() -> None:
    assert _codes(records.entry(image="a.svg"), pictures=("content/credentials/harbor/a.svg",)) == []


def test_a_logo_beside_its_issuer_is_fine() -> None:
    assert _codes(records.issuer(image="a.svg"), pictures=("content/issuers/a.svg",)) == []


def test_a_record_without_art_is_fine() -> None:
    assert _codes() == []


@pytest.mark.parametrize(
    "image",
    [
        "gone.svg",
        "../lake/a.svg",
        "./a.svg",
        "../../../etc/passwd",
        "/a.svg",
        "https://a.example/a.svg",
        "a.svg?x",
        "a",
    ],
)
def test_art_that_is_not_beside_its_record_is_a_problem(image: str) -> None:
    pictures = ("content/credentials/harbor/a.svg", "content/credentials/lake/a.svg")
    assert _codes(records.entry(image=image), pictures=pictures) == ["missing-picture"]


def test_a_logo_that_is_nowhere_is_a_problem() -> None:
    assert _codes(records.issuer(image="gone.svg")) == ["missing-picture"]
