"""One file of awards → what the ledger keeps of it; every award's form and signature is checked."""

from collections.abc import Iterator
from hashlib import blake2b

import msgspec
from msgspec import Struct

from sitegen.badges import open_badges_2, open_badges_3, proof, strict_json
from sitegen.badges.frames import Frames
from sitegen.badges.refusal import Refused
from sitegen.model import editions
from sitegen.model.award import Achievement, Award
from sitegen.model.ledger import AwardFile, AwardLine
from sitegen.problem import Problem, Span
from sitegen.read import tree

MOST_SHOWN = 20
"""So many awards of a file are found fault with; whoever wrote it needs no longer list."""

_encode = msgspec.json.Encoder().encode


class Batch(Struct, frozen=True):
    """The awards of a file that are in order, and what is wrong with the others."""

    file: AwardFile
    problems: tuple[Problem, ...]


def read(data: bytes, path: str, issuer: str) -> Batch:
    """The awards in the bytes of a file in an issuer's folder."""
    if len(data) > tree.MAX_BATCH_BYTES:
        return Batch(AwardFile(issuer=issuer), (_too_large(path),))
    lines: list[AwardLine] = []
    problems: list[Problem] = []
    reader = _Reader()
    for number, start, end in _spans(data, path):
        try:
            lines.append(reader.line(data[start:end], issuer, (number, start, end)))
        except Refused as refused:
            problems.append(_problem(refused, path, number))
            if len(problems) == MOST_SHOWN:
                break
    return Batch(AwardFile(issuer=issuer, lines=tuple(lines)), tuple(problems))


def lines(data: bytes, path: str) -> list[tuple[int, bytes]]:
    """The bytes of each award of a file, with the number of its line; nothing is checked."""
    return [(number, data[start:end]) for number, start, end in _spans(data, path)]


def digest(data: bytes) -> str:
    """A digest of the bytes of an award."""
    return blake2b(data, digest_size=16).hexdigest()


def award(text: bytes) -> Award:
    """The award in a line of a file that was read before and found good."""
    return open_badges_3.known(text)


class _Reader:
    """Reads awards one after another; what they share is worked out once."""

    def __init__(self) -> None:
        self.frames = Frames()
        self.marks: dict[Achievement, str] = {}

    def line(self, text: bytes, issuer: str, place: tuple[int, int, int]) -> AwardLine:
        if len(text) > strict_json.MOST_BYTES:
            raise Refused("award-form", f"it is larger than {strict_json.MOST_BYTES:,} bytes")
        shape = open_badges_3.exact(text)
        document = strict_json.parse(text) if shape is None else msgspec.json.decode(text)
        proof.check(document, self.frames)
        found = open_badges_3.award_in(shape or open_badges_3.shape(document))
        if found.issuer != issuer:
            raise Refused(
                "award-folder", f"it is an award of `{found.issuer}`, and stands in the folder of `{issuer}`"
            )
        assert found.signed is not None  # an award that was read is signed
        number, start, end = place
        return AwardLine(
            number=number, start=start, end=end, digest=digest(text), id=found.id, site=found.site, index=found.index,
            key=found.key, signed=found.signed, issued=found.issued, credential=found.achievement.credential,
            asked=self._mark(found), awarded=found.awarded, expires=found.expires, name=found.name,
            lasting=digest(_encode([getattr(found, name) for name in editions.LASTING])),
            withdrawable=tuple(
                digest(_encode(value)) if (value := getattr(found, name)) else "" for name in editions.WITHDRAWABLE
            ),
        )  # fmt: skip

    def _mark(self, found: Award) -> str:
        asked = found.achievement
        if asked not in self.marks:
            self.marks[asked] = open_badges_2.mark(found.site, found.issuer, asked)
        return self.marks[asked]


def _spans(data: bytes, path: str) -> Iterator[tuple[int, int, int]]:
    """The line number, the beginning and the end of each award's bytes; a `.json` file holds one."""
    if not path.endswith(".jsonl"):
        yield 1, 0, len(data.rstrip())
        return
    start = 0
    number = 0
    while start < len(data):
        number += 1
        end = data.find(b"\n", start) % (len(data) + 1)
        kept = end - 1 if data[end - 1 : end] == b"\r" else end
        if data[start:kept].strip():
            yield number, start, kept
        start = end + 1


def _too_large(path: str) -> Problem:
    return Problem(
        code="file-too-large",
        message=f"this file of awards has more than {tree.MAX_BATCH_BYTES:,} bytes",
        hint="make smaller batches, of a few hundred awards",
        span=Span(path),
    )


_SAID = {
    "award-folder": (
        "award-folder", "awards stand in `content/awards/ISSUER/`, each in the folder of the issuer that signed it",
    ),
    "altered": (
        "award-altered", "an award stays byte for byte as it was signed; take the file from where it was made",
    ),
}  # fmt: skip
"""The problem for a refusal, and what to do."""

_OTHERWISE = (
    "award-form",
    "awards are written by `sitegen award`, never by hand; take the file from where it was made",
)


def _problem(refused: Refused, path: str, number: int) -> Problem:
    code, hint = _SAID.get(refused.code, _OTHERWISE)
    message = f"this award cannot be published: {refused.words}"
    return Problem(code=code, message=message, hint=hint, span=Span(path, number))
