"""What comes of a command that a test runs."""

from collections.abc import Callable
from typing import NamedTuple


class Ran(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]
