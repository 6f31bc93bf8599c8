"""Art: the badge art and logos that records bring stand beside them."""

from collections.abc import Iterator

from sitegen.model.catalog import Catalog
from sitegen.problem import Problem, Span


def check(catalog: Catalog) -> Iterator[Problem]:
    """Pictures that credentials and issuers name and that are not there."""
    known = frozenset(catalog.pictures)
    for entries in (catalog.credentials, catalog.issuers):
        for entry in entries.values():
            image = entry.record.image
            if image and f"{entry.path.rpartition('/')[0]}/{image}" not in known:
                yield Problem(
                    code="missing-picture",
                    message=f"there is no picture `{image}` beside this file",
                    hint="add the .png or .svg file, or check the spelling; without `image:` the art is drawn for you",
                    span=Span(entry.path),
                    path=("image",),
                )
