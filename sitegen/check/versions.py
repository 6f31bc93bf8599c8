"""Versions: what is asked of earners does not change under a version that some already hold."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from sitegen.model.credential import Credential
from sitegen.problem import Problem, Span

ASKED = ("competency", "evidence", "rubric_levels", "passing_level")
"""The fields that say what must be shown; a change in any of them needs a new version."""


def check(path: str, before: Credential, after: Credential) -> Iterator[Problem]:
    """What is asked has changed although the version has not, or the version went back."""
    if _number(after.version) < _number(before.version):
        yield _problem(
            path,
            "version-went-back",
            f"the version went back from {before.version} to {after.version}",
            before,
        )
    elif before.status != "draft" and before.version == after.version:
        changed = [name for name in ASKED if _plain(getattr(before, name)) != _plain(getattr(after, name))]
        if changed:
            what = " and ".join(WORDS[name] for name in changed)
            yield _problem(
                path,
                "changed-without-version",
                f"{what} changed, but the version is still {after.version}",
                before,
            )


def _plain(value: Any) -> str:
    """A value without its spacing and line ends, so that rewrapping a paragraph is no change."""
    return re.sub(r"(\\n|\s)+", " ", msgspec.json.encode(value).decode())


def _number(version: str) -> tuple[int, int]:
    first, _, second = version.partition(".")
    return int(first), int(second)


def _problem(path: str, code: str, message: str, before: Credential) -> Problem:
    first, second = _number(before.version)
    return Problem(
        code=code,
        message=message,
        hint=f'write `version: "{first + 1}.0"` if it is now harder or easier, '
        f'`version: "{first}.{second + 1}"` if it only reads better',
        span=Span(path),
        path=("version",),
    )


WORDS = {
    "competency": "the competency",
    "evidence": "the evidence or its rubric",
    "rubric_levels": "the rubric levels",
    "passing_level": "the passing level",
}
