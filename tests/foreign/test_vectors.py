"""The vectors of W3C Data Integrity EdDSA Cryptosuites, by the general way; keys, hashes and signatures are the published ones."""

from hashlib import sha256

import pytest
import test_w3c_vectors as published

from sitegen.foreign import data_integrity, linked_data, public_keys
from sitegen.model import base58

EXAMPLES = {published.EXAMPLES: {"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}}


def test_the_first_vector_holds() -> None:
    document, document_hash, value = published.VECTORS["alumni"]
    statements = linked_data.canonical(document, EXAMPLES)
    assert sha256(statements.encode()).hexdigest() == document_hash
    digest = data_integrity.digest(statements, document["@context"], published.OPTIONS, EXAMPLES)
    assert digest[:32].hex() == published.OPTIONS_HASH
    public_keys.require(public_keys.of_multikey(published.PUBLIC), digest, base58.decode(value[1:]))


def test_a_changed_vector_does_not() -> None:
    document, _, value = published.VECTORS["alumni"]
    statements = linked_data.canonical({**document, "name": "Other"}, EXAMPLES)
    digest = data_integrity.digest(statements, document["@context"], published.OPTIONS, EXAMPLES)
    with pytest.raises(public_keys.Refused, match="altered"):
        public_keys.require(public_keys.of_multikey(published.PUBLIC), digest, base58.decode(value[1:]))
