"""Alternative text: every picture says in words what it shows."""

from typing import Any

import pytest

from sitegen.check import alt_text
from sitegen.model.document import Entry, Reference
from tests.check import records


def _found(*entries: Entry[Any]) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(p.code, p.path) for p in alt_text.check(records.catalog(*entries))]


def test_a_picture_with_words_is_fine() -> None:
    assert _found(records.page("help", Reference("a.png", "/media/a.png", picture=True, alt="A desk"))) == []


def test_a_link_needs_no_such_words() -> None:
    assert _found(records.page("help", Reference("a.md", "/a/"))) == []


@pytest.mark.parametrize("alt", ["", " ", "\u00a0"])
def test_a_picture_without_words_is_a_problem(alt: str) -> None:
    found = _found(records.page("help", Reference("a.png", "/media/a.png", picture=True, alt=alt)))
    assert found == [("missing-alt-text", ("body",))]


@pytest.mark.parametrize("kind", [records.entry, records.issuer])
def test_art_without_words_is_a_problem(kind: Any) -> None:
    assert _found(kind(image="a.svg")) == [("missing-alt-text", ("image",))]


@pytest.mark.parametrize("kind", [records.entry, records.issuer])
def test_art_with_words_is_fine(kind: Any) -> None:
    assert _found(kind(image="a.svg", image_alt="A lamp")) == []
