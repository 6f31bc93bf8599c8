"""The golden site: what people and programs read of it is what is stored beside it.

If a change is meant, `python -m tests.golden.renew` stores the new state; its difference belongs in the same commit.
"""

import difflib

import pytest

from tests.golden import golden

STORED = {
    path.relative_to(golden.EXPECTED).as_posix(): path.read_bytes()
    for path in sorted(golden.EXPECTED.rglob("*"))
    if path.is_file()
}
RENEW = "if this is meant: python -m tests.golden.renew"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return golden.made(tmp_path_factory.mktemp("golden"))


def test_the_site_has_the_files_that_are_stored(made: dict[str, bytes]) -> None:
    assert sorted(made) == sorted(STORED), RENEW


@pytest.mark.parametrize("name", STORED)
def test_a_file_is_what_is_stored(made: dict[str, bytes], name: str) -> None:
    found = made.get(name, b"{}")
    assert found == STORED[name], "\n".join([*_difference(name, STORED[name], found), RENEW])


def _difference(name: str, wanted: bytes, found: bytes) -> list[str]:
    lines = (golden.readable(name, wanted), golden.readable(name, found))
    shown = list(difflib.unified_diff(*lines, f"stored/{name}", f"now/{name}", lineterm="", n=1))
    return shown or ["the same values, written in another way"]


def test_words_of_a_page_do_not_depend_on_its_markup() -> None:
    one = golden.words('<main class="a"><h1>Calm</h1><p>One <b>two</b>\n three</p></main>')
    assert (
        one
        == golden.words("<main><div><h1 id=x>Calm</h1></div>\n<p>One <i>two</i> three</main>")
        == "Calm\nOne two three\n"
    )
