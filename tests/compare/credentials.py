"""A credential to compare, with as little in it as a credential can have."""

from typing import Any

from msgspec.structs import replace

from sitegen.model.credential import Credential, KeyMethod
from sitegen.model.evidence import EvidenceRequirement, RubricRow
from sitegen.model.terms import Effort

LEVELS = {
    "Meets the standard": "Names three moments.",
    "Almost there": "Names one.",
    "Not yet": "Names none.",
}
ROW = RubricRow(criterion="The moments", levels=LEVELS)
PLAN = EvidenceRequirement(title="A plan", kinds=("plan",), task="Send two plans for a week.", rubric=(ROW,))
LOG = EvidenceRequirement(
    title="A log", kinds=("log",), task="Send what you wrote down each day.", rubric=(ROW,)
)

CALM = Credential(
    title="Calm Routines",
    summary="Plans routines that help students to settle.",
    status="published",
    version="1.3",
    focus_areas=("climate",),
    problems=("They never settle down",),
    audience=("teacher",),
    effort=Effort(hours=12),
    competency="Plans routines.",
    key_method=KeyMethod(name="Practice", summary="Practice it."),
    evidence=(PLAN, LOG),
)


def calm(**fields: Any) -> Credential:
    """The credential with other fields."""
    return replace(CALM, **fields)


def plan(**fields: Any) -> Credential:
    """The credential with another first part."""
    return calm(evidence=(replace(PLAN, **fields), LOG))


def row(**fields: Any) -> Credential:
    """The credential with another row in its first part."""
    return plan(rubric=(replace(ROW, **fields),))
