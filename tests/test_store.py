"""The memory of a build: what is kept, what is forgotten, and that damage costs time but never a site."""

import sqlite3
from pathlib import Path

import pytest

from sitegen import build
from sitegen.options import Options, Result
from sitegen.rows import PageRow, ReadingRow, SourceRow
from sitegen.store import Store
from tests.build import catalog_folder

SOURCE = SourceRow("content/a.md", 10, 20, 30, b"d")
READING = ReadingRow("content/a.md", "page", b"k", b"d", b"{}", b"[]", b"<p>")
PAGE = PageRow("a/index.html", "text", "content/a.md", b"k", 1, "new", b"{}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "memory" / "public.sqlite"


def _filled(path: Path, version: str = "1") -> Store:
    store = Store(path, version)
    store.begin()
    store.save_sources([SOURCE], ())
    store.save_reading(READING)
    store.save_pages([PAGE], ())
    store.remember("planned", b"x")
    store.remember("trees", b"t")
    store.commit()
    return store


def _reopened(path: Path, version: str = "1") -> Store:
    _filled(path).close()
    return Store(path, version)


def test_a_new_memory_knows_nothing(path: Path) -> None:
    store = Store(path, "1")
    assert (store.sources(), store.page_keys(), list(store.readings()), store.fact("x")) == ({}, {}, [], None)


def test_what_was_committed_is_there_again(path: Path) -> None:
    store = _reopened(path)
    assert (store.source("content/a.md"), store.reading("content/a.md"), store.page("a/index.html")) == (
        SOURCE, READING, PAGE,
    )  # fmt: skip


def test_a_fact_that_is_known_is_not_written_again(path: Path) -> None:
    store = _filled(path)
    before = store.connection.total_changes
    store.remember("planned", b"x")
    assert store.connection.total_changes == before


def test_what_was_not_committed_is_gone(path: Path) -> None:
    store = _filled(path)
    store.begin()
    store.remember("planned", b"y")
    store.close()
    assert Store(path, "1").fact("planned") == b"x"


def test_what_was_rolled_back_is_gone(path: Path) -> None:
    store = _filled(path)
    store.begin()
    store.save_pages((), ["a/index.html"])
    store.rollback()
    assert store.page("a/index.html") == PAGE


def test_there_may_be_nothing_to_roll_back(path: Path) -> None:
    store = _filled(path)
    store.rollback()
    assert store.fact("planned") == b"x"


def test_another_version_starts_from_nothing(path: Path) -> None:
    store = _reopened(path, "2")
    assert (store.sources(), store.page_keys(), list(store.readings()), store.fact("planned")) == (
        {},
        {},
        [],
        None,
    )


def test_another_version_still_knows_which_folder_is_ours(path: Path) -> None:
    assert _reopened(path, "2").fact("trees") == b"t"


def test_another_version_may_have_other_tables(path: Path) -> None:
    path.parent.mkdir()
    old = sqlite3.connect(path)
    old.executescript("CREATE TABLE source (other); CREATE TABLE page (other); INSERT INTO page VALUES (1);")
    old.close()
    store = Store(path, "1")
    store.save_pages([PAGE], ())
    assert store.page_keys() == {"a/index.html": b"k"}


def test_sources_that_have_gone_are_forgotten(path: Path) -> None:
    store = _filled(path)
    store.save_sources((), ["content/a.md"])
    assert store.source("content/a.md") is None


def test_pages_that_have_gone_are_forgotten(path: Path) -> None:
    store = _filled(path)
    store.save_pages((), ["a/index.html"])
    assert store.page_keys() == {}


def test_readings_can_be_forgotten(path: Path) -> None:
    store = _filled(path)
    store.forget_readings(["content/a.md"])
    assert store.reading("content/a.md") is None


def test_a_page_is_found_by_its_source(path: Path) -> None:
    store = _filled(path)
    assert store.pages_from("content/a.md") == [PAGE]


def test_pages_without_a_source_are_nobodys(path: Path) -> None:
    store = _filled(path)
    store.save_pages([PAGE._replace(address="b", source="")], ())
    assert store.pages_from("") == []


def test_readings_come_in_the_order_of_their_paths(path: Path) -> None:
    store = Store(path, "1")
    for name in ("b", "a/z", "a"):
        store.save_reading(READING._replace(path=name))
    assert [row.path for row in store.readings()] == ["a", "a/z", "b"]


def test_readings_leave_their_documents_where_they_are(path: Path) -> None:
    assert [row.document for row in _filled(path).readings()] == [b""]


def test_only_readings_with_problems_are_troubled(path: Path) -> None:
    store = _filled(path)
    store.save_reading(READING._replace(path="b", problems=b'[{"code":"x"}]'))
    assert store.troubled() == [b'[{"code":"x"}]']


@pytest.mark.parametrize("data", [b"", b"not a database", b"SQLite format 3\0" + bytes(200), bytes(8192)])
def test_a_file_that_is_no_memory_is_thrown_away(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    assert Store(path, "1").page_keys() == {}


def test_nothing_in_a_memory_is_run(path: Path) -> None:
    _filled(path).close()
    intruder = sqlite3.connect(path)
    intruder.execute("UPDATE page SET payload = ?", (b"cos\nsystem\n(S'exit 9'\ntR.",))
    intruder.commit()
    intruder.close()
    page = Store(path, "1").page("a/index.html")
    assert page is not None and page.payload.startswith(b"cos")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project that has been built once."""
    root = tmp_path / "project"
    catalog_folder.write(catalog_folder.start(), root)
    assert _build(root).published
    return root


def _build(root: Path) -> Result:
    return build.build(Options(root=root, out=root / "public", workers=1))


@pytest.mark.parametrize("share", [0.05, 0.3, 0.5, 0.7, 0.95])
def test_damage_anywhere_in_a_memory_does_not_keep_a_site_from_being_built(
    project: Path, share: float
) -> None:
    memory = project / ".sitegen" / "public.sqlite"
    data = bytearray(memory.read_bytes())
    at = int(len(data) * share) // 4096 * 4096
    data[at : at + 4096] = b"\xff" * 4096
    memory.write_bytes(data)
    before = catalog_folder.published(project / "public")
    page = project / "content" / "pages" / "about.md"
    page.write_text(page.read_text() + "\n")
    assert (_build(project).published, catalog_folder.published(project / "public")) == (True, before)


def test_a_memory_that_has_gone_costs_time_and_nothing_else(project: Path) -> None:
    before = catalog_folder.published(project / "public")
    (project / ".sitegen" / "public.sqlite").unlink()
    assert (_build(project).published, catalog_folder.published(project / "public")) == (True, before)


def test_a_memory_of_another_release_costs_time_and_nothing_else(project: Path) -> None:
    memory = sqlite3.connect(project / ".sitegen" / "public.sqlite")
    memory.execute("UPDATE fact SET value = ? WHERE name = 'version'", (b"0.0.1",))
    memory.execute("INSERT OR REPLACE INTO fact VALUES ('site', ?)", (b'{"name":"x","gone":1}',))
    memory.commit()
    memory.close()
    before = catalog_folder.published(project / "public")
    assert (_build(project).published, catalog_folder.published(project / "public")) == (True, before)
