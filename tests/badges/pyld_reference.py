"""The same signatures made with PyLD: an independent way to the same bytes."""

from hashlib import sha256
from typing import Any

import contexts
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pyld import jsonld

from sitegen.model import base58

_OPTIONS = ("type", "cryptosuite", "created", "verificationMethod", "proofPurpose")


class Reference:
    """PyLD with nothing but the published contexts, or with `further` ones; everything else is not loaded."""

    def __init__(self, further: dict[str, Any] | None = None) -> None:
        self._documents = contexts.documents() | (further or {})
        self._configs: dict[str, str] = {}

    def canonical(self, document: dict[str, Any]) -> str:
        """Canonical N-Quads by URDNA2015."""
        text: str = jsonld.normalize(
            document,
            {
                "algorithm": "URDNA2015",
                "format": "application/n-quads",
                "documentLoader": self._load,
                "base": "",
            },
        )
        return text

    def sign(
        self, document: dict[str, Any], key: Ed25519PrivateKey, method: str, created: str
    ) -> dict[str, Any]:
        """The document with its proof."""
        values = ("DataIntegrityProof", "eddsa-rdfc-2022", created, method, "assertionMethod")
        options = dict(zip(_OPTIONS, values, strict=True))
        value = "z" + base58.encode(key.sign(self.digest(document, options)))
        return {**document, "proof": [{**options, "proofValue": value}]}

    def check(self, document: dict[str, Any]) -> None:
        """Raises cryptography's InvalidSignature if the proof does not fit the document."""
        proof = document["proof"][0]
        unsigned = {name: value for name, value in document.items() if name != "proof"}
        public = base58.decode(proof["verificationMethod"].partition("#")[2][1:])[2:]
        digest = self.digest(unsigned, {name: proof[name] for name in _OPTIONS})
        signature = base58.decode(proof["proofValue"][1:])
        Ed25519PublicKey.from_public_bytes(public).verify(signature, digest)

    def digest(self, document: dict[str, Any], options: dict[str, Any]) -> bytes:
        """The 64 bytes that are signed."""
        config = {"@context": document["@context"], **options}
        if str(config) not in self._configs:
            self._configs[str(config)] = self.canonical(config)
        config, text = self._configs[str(config)], self.canonical(document)
        return sha256(config.encode()).digest() + sha256(text.encode()).digest()

    def _load(self, address: str, _options: dict[str, Any]) -> dict[str, Any]:
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": address,
            "document": self._documents[address],
        }
