"""A complaint of the YAML library, with the lines it is about, and what an author is told of it."""

from msgspec import Struct


class Said(Struct, frozen=True):
    """What is wrong, what to do, and where: line and column count from 0."""

    message: str
    hint: str
    line: int
    column: int = 0
    width: int = 1


class Fault(Struct, frozen=True):
    """The library's complaint, with the lines of the text it is about."""

    problem: str
    context: str
    begun: tuple[int, int]
    """Where the thing began in which the fault was found."""
    line: int
    column: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The line of the fault."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def character(self) -> str:
        """The character at the fault; empty at the end of a line."""
        return self.text[self.column : self.column + 1]


def at(fault: Fault, message: str, hint: str, width: int = 1) -> Said:
    """Something that is wrong where the library stopped."""
    return Said(message, hint, fault.line, fault.column, width)


def from_start(fault: Fault, message: str, hint: str) -> Said:
    """Something that is wrong with what began earlier, and did not end well."""
    line, column = fault.begun
    return Said(message, hint, line, column)
