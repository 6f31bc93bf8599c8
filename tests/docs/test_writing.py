"""Every page of the documentation keeps the habits that readers, and screen readers, rely on."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(DOCS.rglob("*.md"))


@pytest.fixture(params=PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def prose(request: pytest.FixtureRequest) -> str:
    """The text of a page without its blocks of code."""
    page: Path = request.param
    return re.sub(r"^ *```.*?^ *```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def test_every_column_of_a_table_has_a_heading(prose: str) -> None:
    heads = re.findall(r"^(\|.*\|)\n\|(?: *:?-+:? *\|)+$", prose, re.MULTILINE)
    assert [head for head in heads if "" in (cell.strip() for cell in head.strip("|").split("|"))] == []


def test_headings_begin_below_the_title(prose: str) -> None:
    assert re.findall(r"^# ", prose, re.MULTILINE) == []
