"""The links in what somebody sent, which of them can be opened safely, and which parts have nothing yet."""

import re
from collections.abc import Iterator

from msgspec import Struct

from sitegen.model.fields import HTTPS
from sitegen.submissions.responses import Response
from sitegen.submissions.rubric import Part, Rubric

_LINK = re.compile(r"(?i)\b(?:[a-z][a-z0-9+.-]{1,20}://|www\.|file:|javascript:|data:)[^\s<>\"']+|\\\\[^\s]+")


def links(text: str) -> tuple[str, ...]:
    """The addresses in an answer that are safe to open: https, and nothing strange in them."""
    found = (link.rstrip(".,;:!?)") for link in _LINK.findall(text))
    return tuple(link for link in found if re.match(HTTPS, link))


class Stretch(Struct, frozen=True):
    """A stretch of an answer: its text, and if that is an address which is safe to open, the host it leads to."""

    text: str
    host: str = ""


def stretches(text: str) -> Iterator[Stretch]:
    """An answer from its beginning to its end, with the addresses in it that are safe to open by themselves."""
    done = 0
    for found in _LINK.finditer(text):
        link = found[0].rstrip(".,;:!?)")
        if re.match(HTTPS, link):
            yield Stretch(text[done : found.start()])
            yield Stretch(link, re.split(r"[/?#]", link)[2])
            done = found.start() + len(link)
    yield Stretch(text[done:])


def remarks(text: str, part: str) -> Iterator[str]:
    """What is to be said of addresses in an answer that are not."""
    for link in _LINK.findall(text):
        if not re.match(HTTPS, link.rstrip(".,;:!?)")):
            where = f" (evidence {part})" if part else ""
            yield f"a link is not https and is not shown as one{where}: {link[:60]}"


def is_usable(text: str) -> bool:
    """Whether an answer can be looked at: an address that can be opened, or words and not only an address."""
    return bool(links(text)) or bool(_LINK.sub("", text).strip())


def missing(response: Response, rubric: Rubric) -> tuple[Part, ...]:
    """The parts for which nothing came; none, if the form has one field for all and something stands there."""
    usable = [piece for piece in response.evidence if is_usable(piece.text)]
    if any(not piece.part for piece in usable):
        return ()
    there = {piece.part.casefold() for piece in usable}
    return tuple(
        part
        for number, part in enumerate(rubric.parts, 1)
        if not there & {part.id, part.title.casefold(), str(number)}
    )
