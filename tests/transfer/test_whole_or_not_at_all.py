"""An import is written as a whole, or not at all."""

import os
from pathlib import Path

import pytest
from commandline import Run

from sitegen.cli import import_stage
from sitegen.cli.faults import Refused

NEW = [("content/credentials/harbor/a.md", b"a"), ("content/credentials/new/b.md", b"b")]


def content(site: Path) -> dict[str, bytes]:
    folder = site / "content"
    return {path.as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_all_files_are_there_afterwards_and_no_stage(site: Path) -> None:
    import_stage.write(site, NEW)
    assert (site / "content/credentials/new/b.md").read_bytes() == b"b"
    assert list((site / ".sitegen").iterdir()) == []


def test_a_file_that_exists_keeps_everything_out(site: Path) -> None:
    before = content(site)
    with pytest.raises(Refused):
        import_stage.write(site, [*NEW, ("content/site.yaml", b"x")])
    assert content(site) == before


@pytest.mark.parametrize("failing", [0, 1])
def test_a_disk_that_fails_on_the_way_leaves_nothing(
    site: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    before, calls = content(site), []

    def link(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) > failing:
            raise KeyboardInterrupt
        target.write_bytes(source.read_bytes())

    monkeypatch.setattr(import_stage.os, "link", link)
    with pytest.raises(KeyboardInterrupt):
        import_stage.write(site, NEW)
    assert content(site) == before


def cut_short(site: Path) -> None:
    """Leave the state of an import that was killed after its first file."""
    ready = site / import_stage.READY
    for path, data in NEW:
        (ready / path).parent.mkdir(parents=True, exist_ok=True)
        (ready / path).write_bytes(data)
    os.link(ready / NEW[0][0], site / NEW[0][0])


def test_the_next_import_takes_away_what_a_killed_one_left(run: Run, site: Path) -> None:
    before = content(site)
    cut_short(site)
    (site / "empty.json").write_text("[]")
    ran = run("import", "empty.json", "--yes")
    assert "An import was cut short; what it had written (files: 1) was taken away again." in ran.err
    assert content(site) == before


def test_a_file_that_was_changed_since_is_not_taken_away(site: Path) -> None:
    cut_short(site)
    place = site / NEW[0][0]
    place.unlink()
    place.write_bytes(b"my own words")
    assert import_stage.undo(site) == 0
    assert place.read_bytes() == b"my own words"


def test_without_links_files_are_written_as_well(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_link(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(import_stage.os, "link", no_link)
    import_stage.write(site, NEW)
    assert (site / NEW[0][0]).read_bytes() == b"a"
