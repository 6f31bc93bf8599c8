"""Two verifiers that others wrote, which see nothing but what a site of ours publishes."""

import json
from collections.abc import Mapping
from typing import Any

import sample_awards as samples
from openbadgeslib.ob2.verifier import OB2Verifier
from openbadgeslib.ob3 import OB3LdpVerifier
from pyld_reference import Reference

from sitegen.badges import did

REFERENCE = Reference()


def published(lists: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files at their addresses: the issuers' DID documents and the status lists."""
    found = dict(lists)
    for one in samples.KNOWN:
        document = did.document(one.site, one.slug, one.keys)
        found[f"{one.site}/issuers/{one.slug}/did.json"] = json.dumps(document).encode()
    return found


def openbadgeslib_takes(document: dict[str, Any], lists: Mapping[str, bytes]) -> bool:
    """Whether openbadgeslib takes a credential for good, its status included."""
    web = published(lists)
    try:
        issuer = document["issuer"]["id"]
        verifier = OB3LdpVerifier.for_issuer_did(issuer)
        verifier.verify(
            json.dumps(document), check_status=True, download=web.__getitem__, verify_status_list=False
        )
    except Exception:
        return False
    return True


def pyld_takes(document: dict[str, Any]) -> bool:
    """Whether the signature fits by PyLD, and the key is in the issuer's DID document; it looks at nothing else."""
    try:
        REFERENCE.check(document)
        method = document["proof"][0]["verificationMethod"]
        name = document["issuer"]["id"]
        place = did.place(name)
        web = published({})
        keys = json.loads(web[f"{place[0]}/issuers/{place[1]}/did.json"])["assertionMethod"] if place else []
    except Exception:
        return False
    return method in keys and len(document["proof"]) == 1


def hosted_takes(assertion: dict[str, Any], web: Mapping[str, bytes]) -> bool:
    """Whether openbadgeslib takes a hosted 2.0 assertion for good."""
    try:
        OB2Verifier(download=web.__getitem__).verify_hosted(json.dumps(assertion))
    except Exception:
        return False
    return True
