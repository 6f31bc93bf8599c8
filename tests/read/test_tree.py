"""The files of a project: what is found, what is refused, and that nothing outside is opened."""

import os
import socket
from pathlib import Path

import pytest

from sitegen.read import tree


def _put(root: Path, path: str, text: str = "x") -> Path:
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text)
    return place


def _sources(root: Path, *folders: str) -> list[str]:
    return [source.path for source in tree.scan(root, folders or ("content",)).sources]


def _problems(root: Path, *folders: str) -> list[tuple[str, str]]:
    return [(p.code, p.span.file) for p in tree.scan(root, folders or ("content",)).problems]


def test_files_are_found_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for path in ("content/b.md", "content/a/z.md", "content/a.md", "docs/a.md", "other/a.md"):
        _put(tmp_path, path)
    assert _sources(tmp_path, "content", "docs") == [
        "content/a.md",
        "content/a/z.md",
        "content/b.md",
        "docs/a.md",
    ]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert tree.scan(tmp_path, ("content",)) == tree.Found((), ())


@pytest.mark.parametrize("name", [".git", ".gitkeep", ".DS_Store", "Thumbs.db", "README.md", ".gitignore"])
def test_files_that_tools_leave_behind_are_passed_over(tmp_path: Path, name: str) -> None:
    _put(tmp_path, f"content/{name}")
    assert tree.scan(tmp_path, ("content",)) == tree.Found((), ())


def test_a_link_to_a_file_is_refused(tmp_path: Path) -> None:
    _put(tmp_path, "content/a.md")
    (tmp_path / "content/b.md").symlink_to("a.md")
    assert (_sources(tmp_path), _problems(tmp_path)) == (["content/a.md"], [("link", "content/b.md")])


def test_a_link_to_a_folder_is_refused_and_not_entered(tmp_path: Path) -> None:
    _put(tmp_path, "outside/secret.md")
    _put(tmp_path, "content/a.md")
    (tmp_path / "content/more").symlink_to(tmp_path / "outside")
    assert (_sources(tmp_path), _problems(tmp_path)) == (["content/a.md"], [("link", "content/more")])


def test_a_link_that_leads_in_circles_is_refused(tmp_path: Path) -> None:
    _put(tmp_path, "content/a.md")
    (tmp_path / "content/loop").symlink_to(tmp_path / "content")
    assert _problems(tmp_path) == [("link", "content/loop")]


def test_a_link_to_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").symlink_to("/nowhere/at/all")
    assert _problems(tmp_path) == [("link", "content/a.md")]


@pytest.mark.parametrize("path", ["content", "themes", "themes/own"])
def test_a_link_in_the_place_of_a_whole_folder_is_refused(tmp_path: Path, path: str) -> None:
    folder = "content" if path == "content" else "themes/own"
    _put(tmp_path, f"outside/{folder.removeprefix(path)}/secret.md")
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).symlink_to(tmp_path / "outside")
    assert (_sources(tmp_path, folder), _problems(tmp_path, folder)) == ([], [("link", path)])


def test_a_pipe_is_refused_and_not_opened(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    os.mkfifo(tmp_path / "content/a.md")
    assert _problems(tmp_path) == [("not-a-file", "content/a.md")]


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path / "content")  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("a.md")
        assert _problems(tmp_path) == [("not-a-file", "content/a.md")]


@pytest.mark.parametrize("name", ["issuer.pem", "id.key", "a.p12", "a.pfx", ".env", "production.env"])
def test_a_key_is_refused(tmp_path: Path, name: str) -> None:
    _put(tmp_path, f"content/{name}")
    assert _problems(tmp_path) == [("secret-file", f"content/{name}")]


@pytest.mark.parametrize("name", ["id.KEY", "Issuer.Pem", ".env.local", "id_ed25519", "id_rsa"])
def test_a_key_under_another_spelling_is_no_usable_file(tmp_path: Path, name: str) -> None:
    from sitegen.problem import Problem
    from sitegen.read import places

    _put(tmp_path, f"content/issuers/{name}")
    found = tree.scan(tmp_path, ("content",))
    assert found.problems or isinstance(places.place(found.sources[0].path, None), Problem)


@pytest.mark.parametrize("name", [b"caf\xe9.md", b"a\nb.md", b"a\x1b[31m.md", "a\u202eb.md".encode()])
def test_a_name_that_cannot_be_shown_is_refused(tmp_path: Path, name: bytes) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / os.fsdecode(name)).write_text("x")
    found = tree.scan(tmp_path, ("content",))
    assert (found.sources, [p.code for p in found.problems]) == ((), ["wrong-file-name"])


@pytest.mark.parametrize("name", [b"caf\xe9.md", b"a\nb.md", b"a\x1b[31m.md", "a\u202eb.md".encode()])
def test_a_message_about_such_a_name_can_be_printed(tmp_path: Path, name: bytes) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / os.fsdecode(name)).write_text("x")
    (problem,) = tree.scan(tmp_path, ("content",)).problems
    assert (problem.message + problem.hint + problem.span.file).isprintable()


def test_folders_within_folders_without_end_are_refused(tmp_path: Path) -> None:
    folder = os.open(tmp_path, os.O_RDONLY)
    for name in ["content", *["a"] * 1_200]:
        os.mkdir(name, dir_fd=folder)
        inner = os.open(name, os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = inner
    os.close(folder)
    assert [code for code, _ in _problems(tmp_path)] == ["too-deep"]
    _unmake(tmp_path / "content")


def _unmake(top: Path) -> None:
    """Remove the deep tree, whose paths are too long for the usual means, from the inside."""
    while True:
        names = os.listdir(top / "a") if (top / "a").is_dir() else []
        if not names:
            (top / "a").rmdir()
            return
        (top / "a" / "a").rename(top / "b")
        (top / "a").rmdir()
        (top / "b").rename(top / "a")


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    _put(tmp_path, "content/a.md", "é\r\n")
    assert tree.read(tmp_path, "content/a.md").decode() in ("é\r\n", "é\n")


def test_a_file_that_has_become_a_link_is_not_read(tmp_path: Path) -> None:
    _put(tmp_path, "secret")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").symlink_to(tmp_path / "secret")
    with pytest.raises(OSError, match=r"symbolic|levels|link"):
        tree.read(tmp_path, "content/a.md")


def test_of_a_huge_file_only_so_much_is_read_that_it_can_be_refused(tmp_path: Path) -> None:
    with _put(tmp_path, "content/a.md").open("wb") as file:
        file.truncate(50_000_000)
    assert len(tree.read(tmp_path, "content/a.md")) == tree.MAX_PICTURE_BYTES + 1
