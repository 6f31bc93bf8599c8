"""Two texts: whether they differ, in which words, and whether only numbers grew or shrank."""

import re
from difflib import SequenceMatcher

from sitegen.compare.points import Bearing

AROUND = 5
"""Words that are shown on either side of a difference."""

MOST_WORDS = 45
"""Words beyond which what differs is cut."""

NUMBERS = {word: number for number, word in enumerate(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
)}  # fmt: skip
LIMITS = re.compile(
    r"\b(at most|up to|no more than|not more than|within|fewer|less|maximum|until|every|per|out of)\b"
)
"""Words beside which a larger number need not ask for more."""

_TOKEN = re.compile(r"\w+|[^\w\s]")


def differ(before: str, after: str) -> bool:
    """Whether the texts say something else; spaces and line ends are no words."""
    return before.split() != after.split()


def excerpt(before: str, after: str) -> tuple[str, str]:
    """The words that differ on either side, with some around them."""
    old, new = before.split(), after.split()
    same = [
        block for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks() if block.size
    ]
    head = same[0].size if same and same[0].a == same[0].b == 0 else 0
    ends = [block for block in same if block.a + block.size == len(old) and block.b + block.size == len(new)]
    tail = ends[0].size if ends and ends[0].a >= head else 0
    return _cut(old, head, tail), _cut(new, head, tail)


def _cut(words: list[str], head: int, tail: int) -> str:
    first, last = max(0, head - AROUND), len(words) - max(0, tail - AROUND)
    shown = words[first:last]
    if len(shown) > MOST_WORDS:
        shown = [*shown[: MOST_WORDS // 2], "…", *shown[-(MOST_WORDS // 2) :]]
    return " ".join([*(["…"] if first else []), *shown, *(["…"] if last < len(words) else [])])


def direction(before: str, after: str) -> Bearing:
    """`harder` if nothing but numbers differs, and all of them grew; `easier` if all shrank; `asked` if one cannot tell.

    A number beside words such as `at most` or `within` tells nothing.
    """
    old, new = _tokens(before), _tokens(after)
    places = [place for place, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]]
    if len(old) != len(new) or not places or LIMITS.search(" ".join(old)):
        return "asked"
    steps = {_step(old[place], new[place]) for place in places}
    return steps.pop() if len(steps) == 1 else "asked"


def _step(before: str, after: str) -> Bearing:
    old, new = _number(before), _number(after)
    if old is None or new is None:
        return "asked"
    return "harder" if new > old else "easier"


def _number(word: str) -> int | None:
    return int(word) if word.isascii() and word.isdigit() else NUMBERS.get(word)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.lower())
