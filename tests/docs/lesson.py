"""How a lesson of the tutorial is written, so that it can be carried out.

In a lesson's Markdown a fenced block stands for something to do:

- ` ```console ` holds commands after `$ `, each with what it prints below it; `…` stands for anything, alone on a
  line for any number of lines;
- ` ```yaml path/of/file ` (or `md`, `html`, `css`) holds a whole file to write;
- ` ```yaml path/of/file line 4 ` holds what stands in the place of that line afterwards.

Every other block is for reading only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

WORDS = re.compile(r"(?:yaml|md|html|css) (?P<path>[\w./-]+)(?: line (?P<line>\d+))?")


@dataclass(frozen=True)
class Command:
    """Something to type, and the lines that are said to come of it."""

    text: str
    output: tuple[str, ...]
    where: str


@dataclass(frozen=True)
class Writing:
    """A file to write, or a line of it to replace; lines count from 1, and 0 means the whole file."""

    path: str
    text: str
    line: int
    where: str

    def carry_out(self, folder: Path) -> None:
        """Do it, below `folder`."""
        file = folder / self.path
        file.parent.mkdir(parents=True, exist_ok=True)
        text = self.text
        if self.line:
            lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
            assert self.line <= len(lines), f"{self.where}: {self.path} has fewer lines"
            lines[self.line - 1] = text
            text = "".join(lines)
        file.write_text(text, encoding="utf-8")


def steps(page: Path) -> Iterator[Command | Writing]:
    """What a lesson tells its reader to do, in order."""
    for token in MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8")):
        if token.type != "fence" or token.map is None:
            continue
        where = f"{page.name}:{token.map[0] + 1}"
        if token.info == "console":
            yield from _commands(token.content, where)
        elif found := WORDS.fullmatch(token.info):
            yield Writing(found["path"], token.content, int(found["line"] or 0), where)


def _commands(text: str, where: str) -> Iterator[Command]:
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, *output = part.rstrip("\n").split("\n")
        yield Command(command, tuple(output), where)


def agrees(stated: tuple[str, ...], printed: str) -> bool:
    """Whether what a lesson states is what was printed."""
    pattern = "".join(_pattern(line) for line in stated)
    lines = "".join(f"{line.rstrip()}\n" for line in printed.strip("\n").splitlines())
    return re.fullmatch(pattern, lines) is not None


def _pattern(line: str) -> str:
    if line.strip() == "…":
        return r"(?:.*\n)*?"
    return ".*?".join(re.escape(part) for part in line.rstrip().split("…")) + r"\n"
