"""What of a credential can be searched: its texts by field, and its problem statements."""

from collections.abc import Sequence

from sitegen.model.catalog import Catalog
from sitegen.model.credential import Credential
from sitegen.model.document import Document
from sitegen.search.index import Source


def of(document: Document[Credential], catalog: Catalog) -> Source:
    """The credential as a document to be found; names of its issuer and focus areas come from the catalog."""
    known = catalog.focus_areas
    areas = [known[slug].record.name for slug in document.record.focus_areas if slug in known]
    issuer = catalog.issuers.get(document.issuer)
    return named(document, issuer.record.name if issuer else document.issuer, areas)


def named(document: Document[Credential], issuer: str, areas: Sequence[str]) -> Source:
    """The credential as a document to be found, with the names of its issuer and its focus areas."""
    record = document.record
    method = record.key_method
    return Source(
        slug=document.slug,
        title=record.title,
        problems=record.problems,
        texts={
            "summary": record.summary,
            "competency": record.competency,
            "method": f"{method.name}. {method.summary}",
            "focus": ", ".join(areas),
            "body": "\n".join((record.body, *(f"{part.name}. {part.text}" for part in method.components))),
            "issuer": issuer,
        },
    )
