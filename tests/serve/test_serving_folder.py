"""What answers for an address, and that nothing outside the published folder does."""

import os
from pathlib import Path

import pytest

from sitegen.serving import folder
from sitegen.serving.folder import Moved

FILES = {
    "index.html",
    "a/index.html",
    "b.html",
    "c.html",
    "c/index.html",
    "d/picture.png",
    "plain",
    "_headers",
    "_redirects",
}


def find(path: str) -> str | Moved | None:
    return folder.find(path, lambda address: "file" if address in FILES else None)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/", "index.html"),
        ("/a/", "a/index.html"),
        ("/a", Moved("/a/")),
        ("/a/index.html", "a/index.html"),
        ("/b", "b.html"),
        ("/b/", Moved("/b")),
        ("/b.html", "b.html"),
        ("/c", "c.html"),
        ("/c/", "c/index.html"),
        ("/plain", "plain"),
        ("/d", None),
        ("/d/", None),
        ("/e", None),
        ("/_headers", None),
        ("/_redirects", None),
    ],
)
def test_pretty_addresses(path: str, found: str | Moved | None) -> None:
    assert find(path) == found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A published folder beside a file and a folder that nobody may see."""
    public = tmp_path / "public"
    (public / "a").mkdir(parents=True)
    (public / "a" / "index.html").write_text("page")
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key").write_text("secret")
    return public


def test_a_file_is_read(root: Path) -> None:
    assert folder.read(str(root), "a/index.html") == b"page"


@pytest.mark.parametrize("address", ["a", "a/none", "none", "a/index.html/x", "x" * 300])
def test_what_is_no_file_is_not_read(root: Path, address: str) -> None:
    assert folder.read(str(root), address) is None


def test_a_link_to_a_file_is_not_followed(root: Path) -> None:
    (root / "link").symlink_to(root.parent / "secret" / "key")
    assert folder.kind(str(root), "link") is None
    assert folder.read(str(root), "link") is None


def test_a_link_to_a_folder_is_not_followed(root: Path) -> None:
    (root / "link").symlink_to(root.parent / "secret", target_is_directory=True)
    assert folder.kind(str(root), "link/key") is None
    assert folder.read(str(root), "link/key") is None


def test_a_pipe_is_not_opened(root: Path) -> None:
    os.mkfifo(root / "pipe")
    assert folder.read(str(root), "pipe") is None


def test_a_published_folder_that_is_away_has_nothing(tmp_path: Path) -> None:
    assert folder.kind(str(tmp_path / "none"), "index.html") is None
