"""The published vocabularies (JSON-LD contexts) that badges may use, each known by the hash of its bytes.

They are never fetched while a badge is checked: whoever answers for one could change what every badge says. They are not in
this repository either, for they are their publishers' files; the packages openbadgeslib and PyLD carry them, and only the
data is taken from there: none of openbadgeslib's code is run. A copy with other bytes is not used.
"""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sitegen.badges import misfit
from sitegen.badges.refusal import Refused
from sitegen.badges.terms import CREDENTIALS_CONTEXT

_OB3 = "https://purl.imsglobal.org/spec/ob/v3p0/"
_CARRIED = ("openbadgeslib", "ob3/contexts")
_BUNDLED = ("pyld", "documentloader/frozen/bundled")
_PINNED = {
    CREDENTIALS_CONTEXT: (
        (*_CARRIED, "credentials-v2.json"),
        "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734",
    ),
    f"{_OB3}context-3.0.2.json": (
        (*_CARRIED, "ob-v3p0-context-3.0.2.json"),
        "00666ad080ba407687ed1846b7f5e7495f5019042b202a727de47c48a1755c53",
    ),
    f"{_OB3}context-3.0.3.json": (
        (*_CARRIED, "ob-v3p0-context-3.0.3.json"),
        "3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84",
    ),
    f"{_OB3}extensions.json": (
        (*_CARRIED, "ob-v3p0-extensions.json"),
        "87c06c81bc2317663bf288d740d94fddd2818c4342b186270ff6371dfaa63f93",
    ),
    "https://w3id.org/security/suites/ed25519-2020/v1": (
        (*_BUNDLED, "security-ed25519-2020-v1.jsonld"),
        "b9e1ab971fd8bf2c7553e0c4a9438e0b9450afde1ea1ca5b2492368b9f549588",
    ),
}
"""Known vocabularies: the package, folder and file that carry each, and the SHA-256 of its bytes."""
BADGES = frozenset({f"{_OB3}context-3.0.2.json", f"{_OB3}context-3.0.3.json"})
EXTRA = "needs some packages that are not installed; `pip install 'sitegen[foreign]'` brings them"


def require(given: object) -> list[str]:
    """The contexts of a credential. Refused, with the reason: any that is not known here, and words of its own."""
    contexts = given if isinstance(given, list) else [given]
    if any(isinstance(one, dict) for one in contexts):
        raise Refused("inline-context", "it brings definitions of its own (“@context”)")
    if not contexts or contexts[0] != CREDENTIALS_CONTEXT:
        raise Refused("foreign-context", "it is not written in the words of Verifiable Credentials 2.0")
    known = [one for one in contexts if isinstance(one, str) and one in _PINNED]
    for one in contexts:
        if one not in known:
            raise Refused(
                "foreign-context",
                f"it takes words from a place that is not known here: {misfit.shown(str(one))}",
            )
    return known


def documents(wanted: Iterable[str]) -> Mapping[str, Any]:
    """The documents of known contexts by their addresses. Refused: their bytes are not at hand, or are others."""
    return {address: _document(address) for address in wanted}


@lru_cache(maxsize=len(_PINNED))
def _document(address: str) -> Any:
    (package, folder, name), digest = _PINNED[address]
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise Refused("extra-missing", f"checking its signature {EXTRA}")
    path = Path(found.submodule_search_locations[0]) / folder / name
    data = path.read_bytes() if path.is_file() else b""
    if sha256(data).hexdigest() != digest:
        raise Refused("other-context", "the copy here of the words it uses is not the one that is known")
    return json.loads(data)
