"""JSON Schemas of the API's answers, made from the very records that answers are encoded from."""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from sitegen.model import urls
from sitegen.model.site import Site
from sitegen.plan import api_credential_records, api_records
from sitegen.plan.job import Job

ANSWERS: dict[str, type[Struct]] = {
    "index": api_records.Index,
    "credentials": api_records.CredentialList,
    "credential": api_credential_records.Credential,
    "issuers": api_records.IssuerList,
    "focus-areas": api_records.FocusAreaList,
    "pathways": api_records.PathwayList,
}
"""The record behind each schema, by the name in its address."""


def schema(site: Site, name: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an answer."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": urls.absolute(site, urls.api_schema(name)),
        **msgspec.json.schema(ANSWERS[name]),
    }


def jobs(site: Site) -> Iterator[Job]:
    """A file for every schema."""
    for name in ANSWERS:
        data = msgspec.json.encode(schema(site, name), order="sorted")
        yield Job(urls.file(urls.api_schema(name)), "file", data)
