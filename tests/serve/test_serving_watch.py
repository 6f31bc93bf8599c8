"""When a change of a file is told."""

import os
import queue
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitegen.serving import watch

DEADLINE = 20.0
Watch = Callable[[watch.Places, threading.Event], Iterator[watch.Touched]]


class Ear:
    """Listens for changes in the background."""

    def __init__(self, how: Watch, places: watch.Places) -> None:
        self.stop = threading.Event()
        self.heard: queue.Queue[watch.Touched] = queue.Queue()
        self.thread = threading.Thread(target=self._listen, args=(how, places))
        self.thread.start()

    def _listen(self, how: Watch, places: watch.Places) -> None:
        for touched in how(places, self.stop):
            self.heard.put(touched)

    def hears(self, path: Path) -> bool:
        """Wait until a change of `path`, or of anything, is told."""
        while touched := self.heard.get(timeout=DEADLINE):
            if str(path) in touched:
                return True
        return True

    def hears_anything(self) -> watch.Touched:
        return self.heard.get(timeout=DEADLINE)


@pytest.fixture(params=[watch.notified, watch.polled], ids=["notified", "polled"])
def listen(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Ear]]:
    """Starts to listen in one of the two ways, and waits until it has begun."""
    monkeypatch.setattr(watch, "LOOK", 0.02)
    monkeypatch.setattr(watch, "AROUND", 50)
    ears: list[Ear] = []

    def begin(*folders: Path) -> Ear:
        ear = Ear(request.param, lambda: watch.outermost(folders))
        ears.append(ear)
        assert ear.hears_anything() == frozenset()
        return ear

    yield begin
    for ear in ears:
        ear.stop.set()
        ear.thread.join(DEADLINE)
        assert not ear.thread.is_alive()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path.resolve() / "content"
    (folder / "deep" / "er").mkdir(parents=True)
    (folder / "deep" / "er" / "a.md").write_text("a")
    return folder


def test_a_file_that_is_written_again_is_told(content: Path, listen: Callable[..., Ear]) -> None:
    ear = listen(content)
    (content / "deep" / "er" / "a.md").write_text("changed")
    assert ear.hears(content / "deep" / "er" / "a.md")


def test_a_file_that_is_exchanged_is_told(content: Path, listen: Callable[..., Ear]) -> None:
    ear = listen(content)
    (content.parent / "new.md").write_text("new")
    os.replace(content.parent / "new.md", content / "deep" / "er" / "a.md")
    assert ear.hears(content / "deep" / "er" / "a.md")


def test_a_file_that_is_removed_is_told(content: Path, listen: Callable[..., Ear]) -> None:
    ear = listen(content)
    (content / "deep" / "er" / "a.md").unlink()
    assert ear.hears(content / "deep" / "er" / "a.md")


def test_a_file_in_a_new_folder_is_told(content: Path, listen: Callable[..., Ear]) -> None:
    ear = listen(content)
    (content / "new").mkdir()
    (content / "new" / "b.md").write_text("b")
    touched = ear.hears_anything()
    assert touched & {str(content / "new"), str(content / "new" / "b.md")}


def test_a_folder_that_is_made_later_is_watched(content: Path, listen: Callable[..., Ear]) -> None:
    themes = content.parent / "themes"
    ear = listen(content, themes)
    themes.mkdir()
    (themes / "site.css").write_text("a")
    ear.hears_anything()
    (themes / "site.css").write_text("changed")
    assert ear.hears(themes / "site.css")


def test_a_folder_that_is_put_back_is_watched(content: Path, listen: Callable[..., Ear]) -> None:
    ear = listen(content)
    shutil.rmtree(content)
    content.mkdir()
    (content / "b.md").write_text("b")
    assert ear.hears(content / "b.md")
    (content / "b.md").write_text("changed")
    assert ear.hears(content / "b.md")


def test_a_folder_that_takes_anothers_place_is_watched(content: Path, listen: Callable[..., Ear]) -> None:
    other = content.parent / "other"
    shutil.copytree(content, other)
    ear = listen(content)
    content.rename(content.parent / "before")
    other.rename(content)
    ear.hears_anything()
    (content / "deep" / "er" / "a.md").write_text("changed once more")
    assert ear.hears(content / "deep" / "er" / "a.md")


def test_links_are_not_followed_by_looking(content: Path) -> None:
    (content / "loop").symlink_to(content, target_is_directory=True)
    places = watch.outermost((content,))
    seen = watch.polled(lambda: places, threading.Event())
    assert next(seen) == frozenset()


def test_without_watchfiles_changes_are_looked_for(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    monkeypatch.setattr(watch, "LOOK", 0.0)
    told = watch.changes(lambda: (str(content),), threading.Event())
    next(told)
    (content / "b.md").write_text("b")
    assert next(told) == {str(content / "b.md")}


def test_a_folder_inside_another_is_watched_once(tmp_path: Path) -> None:
    top = tmp_path.resolve()
    folders = (top / "a", top / "a" / "b", top / "c", top / "a")
    assert watch.outermost(folders) == (str(top / "a"), str(top / "c"))
