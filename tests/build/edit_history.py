"""Random histories of edits, and what must hold after each of them: a rebuild is a cold build, or changes nothing."""

import os
import random
from pathlib import Path

from sitegen import build
from sitegen.options import Options, Result
from tests.build import catalog_folder, edits

LENGTH = 8


class Difference(AssertionError):
    """A rebuild that is not what a cold build of the same files is; the message says after which edits."""


class History:
    """One catalog that is edited and rebuilt."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.seed = seed
        self.folder = folder
        self.chance = random.Random(seed)
        self.files = catalog_folder.start()
        self.good = catalog_folder.copied(self.files)
        self.switches = {"drafts": False}
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
            edit = self.chance.choice(edits.EDITS)
            edit(desk)
            self.done.append(edit.__name__)

    def _is_broken(self) -> bool:
        return bool(self.done) and self.done[-1] == "(not published)"

    def _build(self, name: str) -> None:
        before = self.written
        self.written = catalog_folder.write(self.files, self.folder / "kept", before)
        if self.chance.random() < 0.2:
            self._touch()
        result = self._run(self.folder / "kept", self._touched(before))
        cold_folder = self.folder / f"cold-{name}"
        catalog_folder.write(self.files, cold_folder)
        cold = self._run(cold_folder)
        now = catalog_folder.published(self.folder / "kept" / "public")
        self._compare("problems", _said(cold), _said(result))
        self._compare("whether it is published", cold.published, result.published)
        if result.published:
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

    def _run(self, root: Path, touched: frozenset[str] | None = None) -> Result:
        return build.build(
            Options(root=root, out=root / "public", workers=1, **self.switches), touched=touched
        )

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


def _said(result: Result) -> list[tuple[object, ...]]:
    return [(p.code, p.span, p.message, p.hint, p.severity) for p in result.problems]
