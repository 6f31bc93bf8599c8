"""The published contexts, as the package openbadgeslib carries them; this repository has no copy."""

import json
from importlib import resources
from typing import Any

from sitegen.badges.terms import BADGES_CONTEXT, CREDENTIALS_CONTEXT

_FILES = {CREDENTIALS_CONTEXT: "credentials-v2.json", BADGES_CONTEXT: "ob-v3p0-context-3.0.3.json"}


def documents() -> dict[str, Any]:
    """Each context's document by its address."""
    folder = resources.files("openbadgeslib") / "ob3" / "contexts"
    return {address: json.loads((folder / name).read_text("utf-8")) for address, name in _FILES.items()}
