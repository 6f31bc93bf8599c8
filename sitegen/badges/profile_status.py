"""The exact shape of this site's status lists, in the words of Bitstring Status List 1.0."""

from typing import Annotated, Literal

from msgspec import Meta, field

from sitegen.badges.profile import Node, Proof
from sitegen.badges.texts import Text, Time


class StatusListBits(Node, frozen=True, kw_only=True):
    """The bits of a status list."""

    id: str
    type: Literal["BitstringStatusList"]
    status_purpose: Literal["revocation", "suspension"]
    encoded_list: str


class StatusListCredential(Node, frozen=True, kw_only=True):
    """A status list, signed or not yet."""

    context: tuple[Literal["https://www.w3.org/ns/credentials/v2"]] = field(name="@context")
    id: str
    type: tuple[Literal["VerifiableCredential"], Literal["BitstringStatusListCredential"]]
    issuer: str
    description: Text = ""
    valid_from: Time
    credential_subject: StatusListBits
    proof: Annotated[tuple[Proof, ...], Meta(min_length=1, max_length=1)] = ()
