"""How words are set in lines: the largest size that fits, lines of like length, nothing ever too wide."""

from collections.abc import Sequence

from msgspec import Struct

from sitegen.pictures import fonts

ELLIPSIS = "…"


class Block(Struct, frozen=True):
    """A text broken into lines, and the size of its type in pixels."""

    lines: tuple[str, ...]
    size: int


def fit(text: str, weight: int, room: int, steps: tuple[tuple[int, int], ...]) -> Block:
    """Break a legible text so that no line is wider than `room` pixels.

    `steps` are pairs of type size and most lines, tried in turn; if not even the last fits, long words are
    broken and the end is cut off.
    """
    words = text.split()
    widths = [fonts.width(word, weight) for word in words]
    space = fonts.advance(" ", weight)
    for size, most in steps:
        limit = room * fonts.UNITS // size
        counts = _fill(widths, space, limit)
        if max(widths, default=0) <= limit and len(counts) <= most:
            return Block(_join(words, _even(widths, space, limit)), size)
    size, most = steps[-1]
    limit = room * fonts.UNITS // size
    pieces = [piece for word in words for piece in _pieces(word, weight, limit)]
    counts = _fill([fonts.width(piece, weight) for piece in pieces], space, limit)
    return Block(_cut(_join(pieces, counts), weight, limit, most), size)


def shorten(text: str, weight: int, room: int, size: int) -> str:
    """A legible text on one line, cut off with an ellipsis if it is wider than `room` pixels."""
    return "".join(fit(text, weight, room, ((size, 1),)).lines)


def _fill(widths: Sequence[int], space: int, limit: int) -> list[int]:
    """How many words go on each line if each line takes as many as it holds."""
    counts: list[int] = []
    reach = 0
    for width in widths:
        if counts and reach + space + width <= limit:
            counts[-1] += 1
            reach += space + width
        else:
            counts.append(1)
            reach = width
    return counts


def _even(widths: Sequence[int], space: int, limit: int) -> list[int]:
    """The same number of lines, as narrow as can be, so that none is much shorter than the others."""
    counts = _fill(widths, space, limit)
    low, high = max(widths, default=0), limit
    while high - low > space:
        middle = (low + high) // 2
        if len(_fill(widths, space, middle)) <= len(counts):
            high = middle
        else:
            low = middle
    return _fill(widths, space, high)


def _join(words: Sequence[str], counts: Sequence[int]) -> tuple[str, ...]:
    lines, first = [], 0
    for count in counts:
        lines.append(" ".join(words[first : first + count]))
        first += count
    return tuple(lines)


def _pieces(word: str, weight: int, limit: int) -> list[str]:
    """A word, broken into pieces that each fit on a line."""
    pieces, reach = [""], 0
    for sign in word:
        wide = fonts.advance(sign, weight)
        if pieces[-1] and reach + wide > limit:
            pieces.append("")
            reach = 0
        pieces[-1] += sign
        reach += wide
    return pieces


def _cut(lines: tuple[str, ...], weight: int, limit: int, most: int) -> tuple[str, ...]:
    """The first lines; if any were left out, the last ends in an ellipsis."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and fonts.width(last + ELLIPSIS, weight) > limit:
        last = last[:-1]
    return (*lines[: most - 1], last.rstrip(" ,;:–—-") + ELLIPSIS)
