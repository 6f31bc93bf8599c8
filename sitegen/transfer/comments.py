"""The comments among the fields of a file: which there are, and how they come back into its canonical form."""

import re
from collections import Counter
from typing import Any

from msgspec import Struct

from sitegen.problem import Path
from sitegen.read import yaml_values
from sitegen.transfer.canonical import Line

MOST = 400
"""Number signs that are looked at; each asks for another reading of the file."""

_SIGN = re.compile(r"(?:^|(?<=[ \t]))#")


class Comment(Struct, frozen=True):
    """A comment with its number sign, on a line counted from 0, `alone` or behind something."""

    line: int
    text: str
    alone: bool


def find(fields: str, value: Any) -> list[Comment] | None:
    """The comments in the YAML `fields`, which mean `value`; None if there are too many number signs to tell.

    A number sign begins a comment if the fields mean the same without it and all that follows on its line. A text that
    contains one would lose something.
    """
    lines = fields.split("\n")
    signs = [(number, at.start()) for number, line in enumerate(lines) for at in _SIGN.finditer(line)]
    if len(signs) > MOST:
        return None
    found: dict[int, Comment] = {}
    for number, at in signs:
        line = lines[number]
        if number not in found and _means(lines, number, line[:at], value):
            found[number] = Comment(number, line[at:].rstrip(), not line[:at].strip())
    return list(found.values())


def _means(lines: list[str], number: int, instead: str, value: Any) -> bool:
    read, faults = yaml_values.values("\n".join([*lines[:number], instead, *lines[number + 1 :]]))
    return not faults and read == value


def are_kept(before: list[Comment], fields: str, value: Any) -> bool:
    """Whether the same comments stand in `fields`."""
    after = find(fields, value)
    return after is not None and Counter(c.text for c in before) == Counter(c.text for c in after)


def put_back(lines: list[Line], comments: list[Comment], fields: str) -> list[str] | None:
    """The canonical lines with the comments of `fields` where they stood; None if one of them has no place there.

    What stands above all fields stays there. A comment on a line of its own goes with the field or item below it, another
    with the one it stands behind.
    """
    starts = _starts(fields)
    first = min((line for line, _ in starts), default=0)
    written = {line.path: number for number, line in enumerate(lines) if line.path is not None}
    above: dict[int, list[str]] = {}
    behind: dict[int, str] = {}
    for comment in comments:
        if comment.alone:
            place = 0 if comment.line < first else _below(starts, comment.line, written, len(lines))
            if place is None:
                return None
            above.setdefault(place, []).append(comment.text)
        else:
            place = _beside(starts, comment.line, written)
            if place is None or place in behind:
                return None
            behind[place] = comment.text
    return _together(lines, above, behind)


def _starts(fields: str) -> list[tuple[int, Path]]:
    """The line on which each field and item begins, and the way to it; outer ones first."""
    marks = yaml_values.marks(fields)
    items = {path: mark for path, mark in marks.values.items() if path and isinstance(path[-1], int)}
    found = [(mark.line, path) for path, mark in {**marks.keys, **items}.items()]
    return sorted(found, key=lambda start: (start[0], len(start[1])))


def _below(starts: list[tuple[int, Path]], line: int, written: dict[Path, int], end: int) -> int | None:
    following = next((path for start, path in starts if start > line), None)
    return end if following is None else written.get(following)


def _beside(starts: list[tuple[int, Path]], line: int, written: dict[Path, int]) -> int | None:
    here = [path for start, path in starts if start == line]
    path = here[-1] if here else ()
    while path and path not in written:
        path = path[:-1]
    return written.get(path)


def _together(lines: list[Line], above: dict[int, list[str]], behind: dict[int, str]) -> list[str]:
    result: list[str] = []
    for number, line in enumerate(lines):
        margin = line.text[: len(line.text) - len(line.text.lstrip(" "))] if number else ""
        result += [margin + text for text in above.get(number, [])]
        result.append(f"{line.text} {behind[number]}" if number in behind else line.text)
    return result + above.get(len(lines), [])
