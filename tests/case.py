"""A case: a small site in one text file, with the problems that are expected beside the lines that cause them."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

BASE = Path(__file__).parent / "cases" / "base"
HEAD = re.compile(r"=== (?P<path>\S+)(?: \((?P<way>.*)\))?")
CARETS = re.compile(r"(?P<indent>\s*)(?P<carets>\^+) (?P<rest>(error|warning)\[.*)")
WHOLE = re.compile(r"! (?P<rest>(error|warning)\[.*)")
REPEATED = re.compile(r"\.\.\. (\d+) times: (.*)")
BEFORE = "before"
SAID = re.compile(r"(?P<severity>error|warning)\[(?P<code>[a-z0-9-]+)\] ?(?P<words>.*)")


class Expected(NamedTuple):
    """A problem, its place, and words of its message or hint. A line of 0 means the file as a whole."""

    file: str
    line: int
    column: int
    width: int
    severity: str
    code: str
    words: str = ""


class File(NamedTuple):
    """A file of the site: how it is to be written, and its lines without the marks."""

    path: str
    way: str
    lines: list[str]


class Case(NamedTuple):
    """What a case file says: what it shows, how it is run, its files, and the problems to expect."""

    about: str
    settings: dict[str, str]
    files: list[File]
    expected: list[Expected]


def parse(text: str) -> Case:
    """The case in the text of a case file."""
    about, *sections = re.split(r"(?m)^(?==== )", text)
    settings = dict(re.findall(r"(?m)^([a-z]+): (.*)$", about))
    files: list[File] = []
    expected: list[Expected] = []
    for section in sections:
        head, _, rest = section.partition("\n")
        match = HEAD.fullmatch(head)
        assert match, f"not a file's head: {head}"
        lines = rest.removesuffix("\n").split("\n") if rest else []
        path, way = match["path"], match["way"] or ""
        if way == "changed":
            lines = _changed((BASE / path).read_text(encoding="utf-8"), lines)
        kept = list(_unmarked(path, lines, expected))
        files.append(File(path, way, kept))
    return Case(about, settings, files, expected)


def _unmarked(path: str, lines: list[str], expected: list[Expected]) -> Iterator[str]:
    number = 0
    for line in lines:
        if mark := CARETS.fullmatch(line):
            expected.append(
                _expected(path, max(1, number), len(mark["indent"]) + 1, len(mark["carets"]), mark["rest"])
            )
        elif mark := WHOLE.fullmatch(line):
            expected.append(_expected(path, 0, 1, 1, mark["rest"]))
        elif repeated := REPEATED.fullmatch(line):
            number += int(repeated[1])
            yield from [repeated[2]] * int(repeated[1])
        else:
            number += 1
            yield line


def _expected(path: str, line: int, column: int, width: int, rest: str) -> Expected:
    said = SAID.fullmatch(rest)
    assert said, f"not a problem: {rest}"
    return Expected(path, line, column, width, said["severity"], said["code"], said["words"])


def _changed(base: str, lines: list[str]) -> list[str]:
    """The base file with the fields given in `lines` in place of its own, or after them."""
    blocks = _blocks(base.rstrip("\n").split("\n"))
    for name, block in _blocks(lines).items():
        if block[0] == f"{name}: (left out)":
            del blocks[name]
            blocks = _added_to_first(blocks, block[1:])
        else:
            blocks[name] = block
    return [line for block in blocks.values() for line in block]


def _added_to_first(blocks: dict[str, list[str]], marks: list[str]) -> dict[str, list[str]]:
    first = next(iter(blocks))
    return {**blocks, first: blocks[first] + marks}


def _blocks(lines: list[str]) -> dict[str, list[str]]:
    """Lines by the field at the margin that they belong to."""
    blocks: dict[str, list[str]] = {}
    name = ""
    for line in lines:
        if re.match(r"[a-z_]+:", line):
            name = line.partition(":")[0]
        blocks.setdefault(name, []).append(line)
    return blocks


def write(case: Case, root: Path) -> None:
    """The site of a case, laid over the base, in the folder `root`."""
    for source in BASE.rglob("*"):
        if source.is_file():
            _place(root, source.relative_to(BASE).as_posix()).write_bytes(source.read_bytes())
    for file in case.files:
        if file.way == BEFORE:
            _write(_place(root, file.path), file)
    if "against" in case.settings:
        _commit(root)
    for file in case.files:
        if file.way not in ("expected", BEFORE):
            place = _place(root, file.path)
            place.unlink(missing_ok=True)
            _write(place, file)


def _commit(root: Path) -> None:
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "base"]):
        subprocess.run(["git", *_NOBODY, *words], cwd=root, check=True)


_NOBODY = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")


def _place(root: Path, path: str) -> Path:
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    return place


def _write(place: Path, file: File) -> None:
    text = "\n".join(file.lines) + "\n"
    if file.way == "removed":
        return
    if file.way == "pipe":
        os.mkfifo(place)
    elif file.way.startswith("link to "):
        place.symlink_to(file.way.removeprefix("link to "))
    elif file.way == "escapes":
        place.write_bytes(_bytes(text))
    elif match := re.fullmatch(r"(.*), (\d+) times", file.way):
        place.write_text(match[1] * int(match[2]), encoding="utf-8")
    else:
        place.write_text(text, encoding="utf-8", newline="\n")


def _bytes(text: str) -> bytes:
    r"""`\x41` stands for a byte, `\u{202e}` for a character."""
    parts = re.split(r"(\\x[0-9a-f]{2}|\\u\{[0-9a-f]+\})", text)
    return b"".join(
        bytes.fromhex(part[2:]) if part.startswith("\\x")
        else chr(int(part[3:-1], 16)).encode() if part.startswith("\\u{")
        else part.encode()
        for part in parts
    )  # fmt: skip
