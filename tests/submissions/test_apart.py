"""What people sent stays out of the repository."""

import subprocess
from pathlib import Path

import pytest

from sitegen.signing.refusal import Refused
from sitegen.submissions import apart


def git(folder: Path, *words: str) -> None:
    subprocess.run(
        ["git", "-C", str(folder), "-c", "user.name=A", "-c", "user.email=a@example.org", *words],
        check=True, capture_output=True,
    )  # fmt: skip


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository that leaves `private/` out."""
    git(tmp_path, "init", "-q")
    (tmp_path / ".gitignore").write_text("/private/\n")
    return tmp_path


def test_a_folder_that_is_left_out_is_used(repository: Path) -> None:
    apart.refuse_shared(repository)


def test_a_folder_that_would_be_committed_is_refused(repository: Path) -> None:
    (repository / ".gitignore").unlink()
    with pytest.raises(Refused, match="private/ is not left out of the repository"):
        apart.refuse_shared(repository)


def test_a_folder_that_holds_committed_files_is_refused(repository: Path) -> None:
    (repository / "private").mkdir()
    (repository / "private" / "old.csv").write_text("Ana")
    git(repository, "add", "-f", "private/old.csv")
    with pytest.raises(Refused, match="private/ holds files that are in the repository already"):
        apart.refuse_shared(repository)


def test_a_link_into_another_repository_is_seen_through(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    git(other, "init", "-q")
    (other / "people").mkdir()
    (repository / "private").symlink_to(other / "people")
    with pytest.raises(Refused, match="private/ is not left out"):
        apart.refuse_shared(repository)


def test_a_folder_in_no_repository_is_used(tmp_path: Path) -> None:
    apart.refuse_shared(tmp_path)
    (tmp_path / "a.csv").write_text("x")
    apart.refuse_export(tmp_path / "a.csv")


def test_an_export_that_would_be_committed_is_refused(repository: Path) -> None:
    (repository / "a.csv").write_text("x")
    with pytest.raises(Refused, match="would be committed with the next change"):
        apart.refuse_export(repository / "a.csv")


def test_an_export_that_was_committed_is_refused(repository: Path) -> None:
    (repository / "a.csv").write_text("x")
    git(repository, "add", "a.csv")
    with pytest.raises(Refused, match="is in the repository, where everybody"):
        apart.refuse_export(repository / "a.csv")


def test_an_export_in_private_is_read(repository: Path) -> None:
    (repository / "private").mkdir()
    (repository / "private" / "a.csv").write_text("x")
    apart.refuse_export(repository / "private" / "a.csv")
