"""The words of CTDL that both ways need: identifiers of the Registry, names of our own parts, lengths of time."""

import re
import uuid

FRAMEWORK = "Credential Transparency Description Language"
RESOURCES = "https://credentialengineregistry.org/resources/"
COMPETENCY = "Competency"
"""The name of the condition that says what the earner has shown; the others are parts of the evidence."""

_CTID = re.compile(r"(?:urn:ctid:|ce-)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")
_ESCO = re.compile(r"https?://data\.europa\.eu/esco/")


def ctid(said: str) -> str:
    """An identifier as the Registry writes it now; empty if it is none. Old ones begin `urn:ctid:` and have capitals."""
    found = _CTID.fullmatch(said.strip().lower())
    return f"ce-{found[1]}" if found else ""


def ctid_of(address: str) -> str:
    """The lasting identifier of what has this address on the web: the same each time it is asked for."""
    return f"ce-{uuid.uuid5(uuid.NAMESPACE_URL, address)}"


def kind_of(address: str) -> str:
    """Which of our kinds of framework an address belongs to."""
    if _ESCO.match(address):
        return "ESCO"
    return "CTDL" if ctid(address.rstrip("/").rpartition("/")[2]) else "other"
