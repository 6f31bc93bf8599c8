"""Second owners: whoever changes an issuer's keys is not the only one who could agree to it."""

from collections.abc import Iterator

from sitegen.model.issuer import Issuer
from sitegen.model.site import Site
from sitegen.problem import Problem, Span


def check(path: str, before: Issuer | None, after: Issuer, site: Site) -> Iterator[Problem]:
    """A change of keys that fewer than two people could look at; nothing is known of catalogs that name nobody anywhere."""
    if after.keys == (before.keys if before else ()):
        return
    people = {*site.maintainers, *after.maintainers}
    is_team = any("/" in name for name in people)
    if (people or site.repository) and len(people) < 2 and not is_team:
        yield _alone(path, next(iter(people), ""))


def _alone(path: str, name: str) -> Problem:
    who = f"only @{name} is named" if name else "nobody is named"
    return Problem(
        code="keys-without-second-owner",
        message=f"keys of this issuer change, and {who} who could agree to it: nobody agrees to a change of their own",
        hint="name two people at least, under `maintainers:` in content/site.yaml or in this file, and run `sitegen schema`",
        severity="warning",
        span=Span(path),
        path=("keys",),
        on_key=True,
    )
