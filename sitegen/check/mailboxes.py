"""Mailboxes: the address that an issuer publishes for evidence is that of an office, and of no person."""

import re
from collections.abc import Iterator

from sitegen.model.catalog import Catalog
from sitegen.problem import Problem, Span

OFFICES = re.compile(
    r"(?i)academy|admin|answers|assess|award|badge|catalog|certif|contact|course|credential|desk|education|enquir|evidence"
    r"|forms?$|hello|help|info|inquir|learning|mail|micro|office|portfolio|professional|program|registrar|reply|review|school"
    r"|staff|submi|support|teach|team|training|work"
)
"""Words of which an address has one if several people read what is sent there."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Issuers whose mailbox looks like a person's: its name says neither what it is for nor whose office it is."""
    for entry in catalog.issuers.values():
        name, _, _ = (entry.record.mailbox or "").partition("@")
        if name and not OFFICES.search(name) and not _is_named_for(name, entry.slug):
            yield Problem(
                code="personal-mailbox",
                message=f"`{entry.record.mailbox}` looks like the address of a person, and it would be published",
                hint="name one that several people read, as in `credentials@…`",
                span=Span(entry.path),
                path=("mailbox",),
            )


def _is_named_for(name: str, slug: str) -> bool:
    """Whether an address has a longer word of its issuer's own name."""
    return any(len(word) > 3 and word in name.lower() for word in slug.split("-"))
