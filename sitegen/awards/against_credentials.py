"""Whether an award that a change adds is for a credential of its own issuer.

The check of a site warns of awards for another issuer's credential, for a credential may have moved since they were made.
An award that is new cannot have that excuse. One that is signed again (renewed, its name withdrawn, another key) is not new.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from sitegen.awards import batches
from sitegen.problem import Problem, Span

CREDENTIALS = "content/credentials/"
ENDINGS = (".md", ".yaml", ".yml")

_FOR = re.compile(rb'"achievement":\{"id":"[^"]*/credentials/([a-z0-9-]+)/#version-')
_ID = re.compile(rb'"id":"[^"]*/badges/../([0-9a-f]{32})\.json"')

Lines = Iterable[tuple[int, bytes]]
Files = Callable[[str], Iterable[str]]
Versions = Callable[[str], tuple[bytes | None, bytes | None]]


def problems(path: str, issuer: str, added: Lines, versions: Versions, files: Files) -> Iterator[Problem]:
    """What is wrong with the lines that a change adds to the file at `path`; `files` gives those of an issuer's awards.

    A line that is no award is left to those who read it.
    """
    known: set[bytes] | None = None
    for number, line in added:
        asked, award = _FOR.search(line), _ID.search(line)
        if asked is None or award is None or _is_own(asked[1].decode(), issuer, versions):
            continue
        known = _ids(files(issuer), versions) if known is None else known
        if award[1] not in known:
            yield _foreign(path, number, asked[1].decode(), issuer)


def _is_own(credential: str, issuer: str, versions: Versions) -> bool:
    """Whether the issuer offers a credential, or did so before this change."""
    return any(any(versions(f"{CREDENTIALS}{issuer}/{credential}{ending}")) for ending in ENDINGS)


def _ids(files: Iterable[str], versions: Versions) -> set[bytes]:
    """The awards that there were before the change."""
    befores = ((path, versions(path)[0]) for path in files)
    found = (_ID.search(line) for path, data in befores if data for _, line in batches.lines(data, path))
    return {award[1] for award in found if award}


def _foreign(path: str, number: int, credential: str, issuer: str) -> Problem:
    return Problem(
        code="award-credential",
        message=f"this new award is for `{credential}`, which is no credential of `{issuer}`",
        hint="an issuer awards its own credentials; whoever offers this one has to award it",
        span=Span(path, number),
    )
