"""The canonical statements (RDFC-1.0) of a credential in any words of the known contexts. It owns PyLD.

Our own badges have a narrower form and a way of their own to the same bytes (`badges/canonical`); this one takes every term
that the published contexts have.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NoReturn

from sitegen.badges.refusal import Refused
from sitegen.foreign import contexts, expanded

MOST_WORK = 500
MOST_ALIKE = 5
"""Parts without a name that look alike are told apart by trying all orders of them; a bomb has many of them."""


def canonical(document: dict[str, Any], further: Mapping[str, Any] | None = None) -> str:
    """Canonical N-Quads of a document whose contexts are all known, each line ended by a line feed.

    Refused: whatever JSON-LD would leave out without a word, names that are no addresses, and documents that are made to
    take for ever. `further` are contexts by address that are trusted besides.
    """
    known = {**(further or {})}
    named = document.get("@context")
    listed = named if isinstance(named, list) else [named]
    if not all(isinstance(one, str) and one in known for one in listed):
        known |= contexts.documents(
            one for one in contexts.require([x for x in listed if x not in known]) if one not in known
        )
    expanded.require_plain(document)
    return _canonical(document, known)


def _canonical(document: dict[str, Any], known: Mapping[str, Any]) -> str:
    try:
        from pyld import jsonld
    except ImportError:
        raise Refused("extra-missing", f"checking its signature {contexts.EXTRA}") from None

    def load(address: str, _: Any) -> dict[str, Any]:
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address,
                "document": known[address]}  # fmt: skip

    options = {"documentLoader": load, "base": expanded.NOWHERE, "processingMode": "json-ld-1.1"}
    try:
        whole = jsonld.expand(document, options, on_property_dropped=_dropped)
        expanded.require_whole(whole)
        statements = jsonld.to_rdf(whole, options)
    except (jsonld.JsonLdError, KeyError):
        raise Refused("not-linked-data", "its parts do not fit the words that it uses") from None
    text: str = _bounded()().main(statements, {"format": "application/n-quads"})
    return text


def _dropped(_: object) -> NoReturn:
    raise Refused(
        "unknown-term", "it says something in words that its contexts do not have, so nobody signed it"
    )


@lru_cache(maxsize=1)
def _bounded() -> type[Any]:
    """PyLD's algorithm, which gives up on documents that would keep it busy for ever."""
    from pyld.canon import URDNA2015

    class Bounded(URDNA2015):  # type: ignore[misc]
        work = 0

        def create_hash_to_related(self, id_: Any, issuer: Any) -> Any:
            self.work += 1
            related = super().create_hash_to_related(id_, issuer)
            if self.work > MOST_WORK or any(len(group) > MOST_ALIKE for group in related.values()):
                raise Refused("too-alike", "too many parts of it cannot be told apart")
            return related

    return Bounded
