"""The lines of a record's file, with fields put in by inserting lines: what stood there before is not touched."""

from sitegen.problem import Path, Problem
from sitegen.read import front_matter, text, yaml_values


class Lines:
    """A file that is being edited.

    Where its structure is not as expected the edit does nothing or something wrong: the caller reads the result back.
    """

    def __init__(self, data: bytes, path: str) -> None:
        plain, _ = text.decode(data, path)
        parts = (
            front_matter.split(plain, path) if path.endswith(".md") else front_matter.Parts(plain, 1, "", 0)
        )
        fields = "" if isinstance(parts, Problem) else parts.fields
        self.first = 0 if isinstance(parts, Problem) else parts.fields_line - 1
        self.marks = yaml_values.marks(fields)
        self.lines = data.decode("utf-8").split("\n")
        self.end = self.first + fields.count("\n") if path.endswith(".md") else len(self.lines)

    def data(self) -> bytes:
        """The bytes of the file as it is now."""
        return "\n".join(self.lines).encode()

    def append(self, new: list[str]) -> None:
        """Put lines after the last field."""
        place = self.end
        while place > self.first and not self.lines[place - 1].strip():
            place -= 1
        self._insert(place, new, 0)

    def add_item(self, field: str, last: int, new: list[str]) -> None:
        """Put a new item after the item number `last` of a list that has one item under another."""
        mark = self.marks.values.get((field, last))
        if mark is None:
            return
        line = self.lines[mark.line + self.first]
        before = line[: mark.column].rstrip()
        if before.endswith("-"):
            self._insert(self._end_of_item((field, last), len(before) - 1), new, len(before) - 1)

    def add_field(self, after: Path, new: list[str]) -> None:
        """Put a field, with what is inside it, below another one that stands on a single line."""
        mark = self.marks.keys.get(after)
        if mark is not None:
            self._insert(mark.line + self.first + 1, new, mark.column)

    def replace_value(self, path: Path, new: str) -> None:
        """Put another value in the place of one that stands on a single line."""
        mark = self.marks.values.get(path)
        if mark is not None:
            line = self.lines[mark.line + self.first]
            self.lines[mark.line + self.first] = line[: mark.column] + new + line[mark.column + mark.width :]

    def drop_empty_list(self, field: str) -> None:
        """Take away a field that says that there is nothing, such as `keys: []`."""
        mark = self.marks.keys.get((field,))
        if mark is not None:
            del self.lines[mark.line + self.first]
            self.end -= 1

    def _end_of_item(self, path: Path, dash: int) -> int:
        """The number of the line after an item whose dash stands in column `dash`."""
        marks = [mark.line for place, mark in self.marks.values.items() if place[: len(path)] == path]
        place = max(marks) + self.first + 1
        while place < self.end and _indent(self.lines[place]) > dash:
            place += 1
        return place

    def _insert(self, place: int, new: list[str], indent: int) -> None:
        """Put lines before the line number `place`, ending as the line above them does."""
        above = self.lines[place - 1] if place else ""
        ending = "\r" if above.endswith("\r") or (place == len(self.lines) and self._has_returns()) else ""
        if place == len(self.lines) and above:  # the file's last line has no end of its own
            self.lines[place - 1] = above.removesuffix("\r") + ending
            self.lines.append("")
        self.lines[place:place] = [" " * indent + line + ending for line in new]

    def _has_returns(self) -> bool:
        return any(line.endswith("\r") for line in self.lines)


def _indent(line: str) -> int:
    """The column of a line's first sign; -1 for a line that is empty."""
    return len(line) - len(line.lstrip(" ")) if line.strip() else -1
