"""Criteria: each must be something that evidence can show."""

import re
from collections.abc import Iterator

from sitegen.model.credential import Credential
from sitegen.problem import Problem, Span

UNSEEN = re.compile(
    r"^(the (educator|teacher|earner) )?((deeply|fully|truly|really) )?"
    r"(understands?|knows?|believes?|appreciates?|values|feels?|loves?|cares? about|(is|are) (aware|passionate))\b",
    re.IGNORECASE,
)
"""Openings that name a state of mind, which no artifact can show."""


def check(path: str, credential: Credential) -> Iterator[Problem]:
    """Rubric rows about what somebody thinks or feels instead of what they did."""
    for number, part in enumerate(credential.evidence):
        for row_number, row in enumerate(part.rubric):
            found = UNSEEN.match(row.criterion)
            if found:
                yield Problem(
                    code="criterion-without-evidence",
                    message=f"nobody can send evidence that somebody “{found[0].strip().lower()}” something",
                    hint="name what the educator does or what students do, so that an assessor can point at it",
                    severity="warning",
                    span=Span(path),
                    path=("evidence", number, "rubric", row_number, "criterion"),
                )
