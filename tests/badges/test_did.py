"""Names of issuers follow from the site's address, and their documents list every key but compromised ones."""

import pytest
import sample_awards as samples

from sitegen.badges import did


@pytest.mark.parametrize(
    ("site", "name"),
    [
        ("https://example.org", "did:web:example.org:issuers:harbor"),
        ("https://example.org:8443", "did:web:example.org%3A8443:issuers:harbor"),
        ("https://example.org/cat/x", "did:web:example.org:cat:x:issuers:harbor"),
        ("https://example.org/~us", "did:web:example.org:%7Eus:issuers:harbor"),
    ],
)
def test_a_name_follows_from_the_address_and_leads_back(site: str, name: str) -> None:
    assert did.name(site, "harbor") == name
    assert did.place(name) == (site, "harbor")


@pytest.mark.parametrize(
    "name",
    [
        "did:key:z6Mk",
        "did:web:example.org",
        "did:web:example.org:issuers:",
        "did:web:example.org:issuers:Harbor",
        "did:web:example.org:issuers:harbor\n",
        "did:web:ex\u0430mple.org:issuers:harbor",
        "did:web:example.org%3a8443:issuers:harbor",
        "did:web:example.org/x:issuers:harbor",
    ],
)
def test_other_names_are_no_issuers(name: str) -> None:
    assert did.place(name) is None


def test_retired_keys_stay_in_the_document_and_compromised_ones_go() -> None:
    document = did.document(samples.SITE, "harbor", samples.KNOWN[0].keys)
    name = did.name(samples.SITE, "harbor")
    kept = [f"{name}#{samples.public(number)}" for number in (samples.HARBOR, samples.RETIRED)]
    assert document["assertionMethod"] == kept
    assert [method["id"] for method in document["verificationMethod"]] == kept  # type: ignore[attr-defined]
    assert samples.public(samples.LEAKED) not in str(document)


def test_a_document_says_whose_it_is() -> None:
    document = did.document(samples.SITE, "harbor", ())
    assert document["id"] == did.name(samples.SITE, "harbor")
    assert document["alsoKnownAs"] == [f"{samples.SITE}/issuers/harbor/"]
    assert document["assertionMethod"] == []
