"""Random histories of edits, and what must hold after each of them: a rebuild is a cold build, or changes nothing."""

import os
import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from sitegen import build, unchanged
from sitegen.options import Options, Result
from tests.build import catalog_folder, edits

LENGTH = 8


class Difference(AssertionError):
    """A rebuild that is not what a cold build of the same files is; the message says after which edits."""


class History:
    """One catalog that is edited and rebuilt."""

    def __init__(
        self,
        seed: int,
        folder: Path,
        kinds: Sequence[edits.Edit] = edits.EDITS,
        start: Callable[[], catalog_folder.Files] = catalog_folder.start,
    ) -> None:
        self.seed = seed
        self.kinds = kinds
        self.folder = folder
        self.chance = random.Random(seed)
        self.files = start()
        self.good = catalog_folder.copied(self.files)
        self.switches = {"drafts": False, "strict": False}
        self.written: dict[str, bytes] = {}
        self.out: dict[str, tuple[int, bytes]] = {}
        self.done: list[str] = []

    def run(self) -> None:
        """Build, then edit and build again and again; raises Difference at the first one."""
        self._build("start")
        for number in range(LENGTH):
            self._edit()
            self._build(f"{number}")

    def _edit(self) -> None:
        desk = edits.Desk(self.chance, self.files, self.switches)
        if self._is_broken() and self.chance.random() < 0.6:
            self.files = catalog_folder.copied(self.good)
            self.done.append("mend")
            return
        for _ in range(self.chance.choice((1, 1, 1, 2, 3))):
            edit = self.chance.choice(self.kinds)
            edit(desk)
            self.done.append(edit.__name__)

    def _is_broken(self) -> bool:
        return bool(self.done) and self.done[-1] == "(not published)"

    def _build(self, name: str) -> None:
        self._lose()
        before = self.written
        self.written = catalog_folder.write(self.files, self.folder / "kept", before)
        if self.chance.random() < 0.2:
            self._touch()
        touched = self._touched(before)
        options = self._options(self.folder / "kept")
        checked = build.check(options) if self.chance.random() < 0.2 else None
        foreseen = unchanged.result(options)
        result = build.build(options, touched=None if checked else touched)
        cold_folder = self.folder / f"cold-{name}"
        catalog_folder.write(self.files, cold_folder)
        cold = build.build(self._options(cold_folder))
        now = catalog_folder.published(self.folder / "kept" / "public")
        if foreseen:
            self._compare("what is said of no change", _told(result), _told(foreseen))
        if checked:
            self._compare("problems of a check", _said(cold, but="template-error"), _said(checked))
        self._compare("problems", _said(cold), _said(result))
        self._compare("whether it is published", cold.published, result.published)
        if result.published:
            self._compare("what is counted", cold.counts, result.counts)
            self._compare_sites(catalog_folder.published(cold_folder / "public"), now)
            self.good = catalog_folder.copied(self.files)
        else:
            self._compare_sites(self.out, now)
            self.done.append("(not published)")
        self.out = now

    def _touch(self) -> None:
        for path in self.written:
            if (self.folder / "kept" / path).is_file():
                os.utime(self.folder / "kept" / path)

    def _touched(self, before: dict[str, bytes]) -> frozenset[str] | None:
        """What `serve` would say of the change: which files it was, if they are all there and none is of a theme."""
        changed = {
            path for path in before.keys() | self.written.keys() if before.get(path) != self.written.get(path)
        }
        plain = all(
            (self.folder / "kept" / path).is_file() and not path.startswith("themes/") for path in changed
        )
        return frozenset(changed) if before and plain and self.chance.random() < 0.5 else None

    def _lose(self) -> None:
        """Now and then something that a build left behind is deleted."""
        name = self.chance.choice(("", "", "", "", "", "", "", ".sitegen", "public", ".public.last"))
        place = self.folder / "kept" / name
        if name and place.is_dir():
            shutil.rmtree(place)
            self.done.append(f"lost {name}")
            self.out = {} if name == "public" else self.out

    def _options(self, root: Path) -> Options:
        return Options(root=root, out=root / "public", workers=1, **self.switches)

    def _compare_sites(
        self, wanted: dict[str, tuple[int, bytes]], found: dict[str, tuple[int, bytes]]
    ) -> None:
        self._compare("addresses", sorted(wanted), sorted(found))
        for address, data in wanted.items():
            self._compare(address, data, found[address])

    def _compare(self, what: str, wanted: object, found: object) -> None:
        if wanted != found:
            steps = ", ".join(self.done)
            raise Difference(
                f"seed {self.seed}, after {steps}: {what}\n cold    {wanted!r}\n rebuilt {found!r}"
            )


def _said(result: Result, but: str = "") -> list[tuple[object, ...]]:
    """The problems, all but those of one code."""
    return [(p.code, p.span, p.message, p.hint, p.severity) for p in result.problems if p.code != but]


def _told(result: Result) -> tuple[object, ...]:
    return _said(result), result.published, result.counts, result.made, result.removed
