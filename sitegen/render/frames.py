"""A page that many records share but for words: rendered once with marks in place of the words, then filled for each.

Words are escaped as templates escape them. A template may do nothing with a word but print it: a mark refuses all else,
so that what is filled in cannot be decided by.
"""

import re
import secrets
from collections.abc import Callable, Iterator
from typing import Any, NoReturn, TypeVar

from markupsafe import escape
from msgspec import Struct
from msgspec.structs import asdict, astuple

from sitegen.problem import Problem

Words = TypeVar("Words", bound=Struct)
SIGN = f"\ue000{secrets.token_hex(8)}:"
"""What every mark begins with. Nobody can know it before, so no record and no template has it in its own text."""
BETWEEN = "\0"


class Mark:
    """The place of a word."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __html__(self) -> str:
        return self._text

    def _refused(self, *_: object) -> NoReturn:
        raise TypeError(
            "a word of an award can be printed as it is, and nothing else; decide by `page.shape`"
        )

    __str__ = __bool__ = __len__ = __iter__ = __contains__ = __getitem__ = _refused
    __eq__ = __ne__ = __lt__ = __gt__ = __le__ = __ge__ = __hash__ = _refused
    __add__ = __radd__ = __mul__ = __rmul__ = __mod__ = __rmod__ = __format__ = _refused


class Frame:
    """A page with gaps, and which word belongs into each."""

    def __init__(self, pieces: list[str], places: list[int], count: int) -> None:
        """`pieces` are the texts around the gaps, `places` the numbers of the words in them, `count` how many there are."""
        self._page: list[bytes] = [b""] * (len(pieces) + len(places))
        self._page[::2] = [piece.encode() for piece in pieces]
        self._places = places
        self._count = count

    def fill(self, words: Struct) -> bytes:
        """The page with these words, which must be as many as those it was made for."""
        found = texts(words)
        if len(found) != self._count:
            raise ValueError(f"{len(found)} words for a page of {self._count}")
        escaped = _escaped(found)
        page = self._page.copy()
        page[1::2] = [escaped[place] for place in self._places]
        return b"".join(page)


def _escaped(words: list[str]) -> list[bytes]:
    """The words as they stand in HTML, in texts as in attributes. All are escaped at once: that is several times faster."""
    together = escape(BETWEEN.join(words)).encode().split(BETWEEN.encode())
    return together if len(together) == len(words) else [escape(word).encode() for word in words]


def make(render: Callable[[Words], bytes | Problem], words: Words) -> Frame | Problem:
    """The frame of the pages that `render` makes for words such as these, or what is wrong with the template."""
    order = names(words)
    page = render(marked(words, [f"{SIGN}{name};" for name in order]))
    if isinstance(page, Problem):
        return page
    parts = re.split(f"{SIGN}([a-z0-9_.]+);", page.decode())
    places = {name: place for place, name in enumerate(order)}
    return Frame(parts[::2], [places[name] for name in parts[1::2]], len(order))


def texts(words: Struct) -> list[str]:
    """All words of a record, those of the records in it included, in the order of its fields."""
    found = []
    for value in astuple(words):
        if isinstance(value, str):
            found.append(value)
        else:
            for part in value:
                found += texts(part)
    return found


def names(words: Struct, before: str = "") -> list[str]:
    """The name of each word, as in `evidence.0.title`, in the order of `texts`."""
    found = []
    for name, value in asdict(words).items():
        if isinstance(value, str):
            found.append(before + name)
        else:
            for number, part in enumerate(value):
                found += names(part, f"{before}{name}.{number}.")
    return found


def marked(words: Words, marks: list[str]) -> Words:
    """The record with a mark for each word."""
    return _marked(words, iter(marks))  # type: ignore[no-any-return]


def _marked(value: Any, marks: Iterator[str]) -> Any:
    if isinstance(value, str):
        return Mark(next(marks))
    if isinstance(value, Struct):
        return type(value)(**{name: _marked(part, marks) for name, part in asdict(value).items()})
    return tuple(_marked(part, marks) for part in value)
