"""Alternative text: every picture says in words what it shows."""

from collections.abc import Iterator

from sitegen.model.catalog import Catalog
from sitegen.problem import Problem, Span


def check(catalog: Catalog) -> Iterator[Problem]:
    """Pictures in texts, badge art and logos without words for people who cannot see them."""
    for entries in (
        catalog.credentials,
        catalog.issuers,
        catalog.focus_areas,
        catalog.pathways,
        catalog.pages,
    ):
        for entry in entries.values():
            for reference in entry.references:
                if reference.picture and not reference.alt.strip():
                    yield _missing(entry.path, ("body",), reference.target)
    for credential in catalog.credentials.values():
        if credential.record.image and not credential.record.image_alt:
            yield _missing(credential.path, ("image",), "")
    for issuer in catalog.issuers.values():
        if issuer.record.image and not issuer.record.image_alt:
            yield _missing(issuer.path, ("image",), "")


def _missing(path: str, place: tuple[str], target: str) -> Problem:
    hint = (
        "write what it shows between the brackets: `![what it shows](file.png)`"
        if target
        else "add `image_alt:` with what it shows"
    )
    return Problem(
        code="missing-alt-text",
        message="this picture has no words for people who cannot see it",
        hint=hint,
        span=Span(path),
        path=place,
        needle=target,
    )
