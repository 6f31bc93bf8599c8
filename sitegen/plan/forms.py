"""Submission forms: the address of a form, filled in for one credential."""

import re
from urllib.parse import quote

from sitegen.model import urls
from sitegen.model.credential import Credential
from sitegen.model.document import Document
from sitegen.model.site import Site
from sitegen.model.terms import Form

_WORDS = re.compile("SG_(?:CREDENTIAL|TITLE|ISSUER|VERSION|URL|LANG)")


def address(form: Form, site: Site, document: Document[Credential], issuer: str) -> str:
    """The form's address with its sentinel words replaced, percent-encoded; `issuer` is the issuer's name.

    All words are replaced in one pass, so that a title which holds such a word stays as it is.
    """
    record = document.record
    values = {
        "SG_CREDENTIAL": document.slug,
        "SG_TITLE": record.title,
        "SG_ISSUER": issuer,
        "SG_VERSION": record.version,
        "SG_URL": urls.absolute(site, urls.credential(document.slug)),
        "SG_LANG": site.language,
    }
    return _WORDS.sub(lambda match: quote(values[match[0]], safe=""), form.url)
