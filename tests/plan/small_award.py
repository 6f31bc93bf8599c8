"""An award by hand, of the small catalog's credential `calm-start`."""

from datetime import UTC, datetime
from typing import Any

from msgspec.structs import replace

from sitegen.model.award import (
    Achievement,
    Alignment,
    Assessor,
    Award,
    Evidence,
    Identity,
    RowResult,
    RubricLevel,
    RubricRow,
)

LEVELS = tuple(RubricLevel(name=name, text=f"{name}: words") for name in ("Great", "Good enough", "Not yet"))
ACHIEVEMENT = Achievement(
    credential="calm-start",
    title="A Calm Start",
    version="1.0",
    summary="Begin every lesson in a way that students can do on their own.",
    competency="The educator opens lessons calmly.",
    criteria="Keep *notes*.",
    language="en",
    focus_areas=("Reading",),
    alignments=(Alignment(name="Statement", url="https://example.org/f/1", framework="F", code="1.a"),),
    rubric=tuple(
        RubricRow(name=name, levels=LEVELS, required="Good enough")
        for name in ("What changed", "What is next")
    ),
)


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


AWARD = Award(
    id="ab" + 15 * "cd",
    site="https://shelf.example.org",
    issuer="museum",
    issuer_name="Attic Museum",
    subject="urn:uuid:3f1c7a5e-2b1d-4c8e-9a77-0d5b6c1e2f30",
    achievement=ACHIEVEMENT,
    issued=at(2026, 3, 9, 14, 5),
    awarded=at(2026, 3, 9, 14, 5),
    expires=at(2031, 3, 9),
    began=at(2025, 9, 1),
    finished=at(2026, 2, 20),
    index=48213,
    name="Jordan Avery",
    identity=Identity(kind="private", digest="sha256$" + 64 * "0"),
    results=(RowResult(0, 0), RowResult(1, 1)),
    evidence=(
        Evidence(
            title="Two routines", url="https://portfolio.example.org/1", description="A plan.", kind="Plan"
        ),
        Evidence(title="What I learned", text="Told on request."),
    ),
    assessor=Assessor(name="Attic Review Board", role="two assessors"),
    key="z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH",
    signed=at(2026, 3, 9, 14, 6),
)


def award(**changes: Any) -> Award:
    return replace(AWARD, **changes)
