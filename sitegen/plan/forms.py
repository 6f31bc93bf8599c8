"""Submission forms: the address of a form, filled in for one credential."""

from sitegen.model import form_links, urls
from sitegen.model.credential import Credential
from sitegen.model.document import Document
from sitegen.model.form_links import Fact
from sitegen.model.site import Site
from sitegen.model.terms import Form


def address(form: Form, site: Site, document: Document[Credential], issuer: str) -> str:
    """The form's link with its words replaced; `issuer` is the issuer's name."""
    record = document.record
    facts: dict[Fact, str] = {
        "credential": document.slug,
        "title": record.title,
        "issuer": issuer,
        "version": record.version,
        "url": urls.absolute(site, urls.credential(document.slug)),
        "lang": site.language,
    }
    return form_links.fill(form_links.link(form), facts)
