"""The links in what somebody sent, which of them can be opened safely, and which parts have nothing yet."""

import re
from collections.abc import Iterator

from sitegen.model.fields import HTTPS
from sitegen.submissions.responses import Response
from sitegen.submissions.rubric import Part, Rubric

_LINK = re.compile(r"(?i)\b(?:[a-z][a-z0-9+.-]{1,20}://|www\.|file:|javascript:|data:)[^\s<>\"']+|\\\\[^\s]+")


def links(text: str) -> tuple[str, ...]:
    """The addresses in an answer that are safe to open: https, and nothing strange in them."""
    found = (link.rstrip(".,;:!?)") for link in _LINK.findall(text))
    return tuple(link for link in found if re.match(HTTPS, link))


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
