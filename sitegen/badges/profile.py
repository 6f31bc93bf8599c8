"""The exact shape of this site's credentials, in the words of Open Badges 3.0; what does not fit is none of ours.

Members stand in the order in which they are written. Empty text and empty lists are left out. Every part has an `id`, but
for the mark of an address, which may not have one.
"""

from typing import Annotated, Final, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

from sitegen.badges.texts import Address, Digest, Index, Line, Signature, Subject, Text, Time
from sitegen.model.fields import LANGUAGE, VERSION

CONTEXT: Final = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
PRIVATE: Final = "ext:privateEmailAddress"
"""The identity type of a mark whose salt only the earner knows; verifiers that do not know it leave it alone."""

IdentityType = Literal["emailAddress", "ext:privateEmailAddress"]
TargetType = Literal["CFItem", "ceterms:Credential", "ext:ESCO"]
Context = tuple[
    Literal["https://www.w3.org/ns/credentials/v2"],
    Literal["https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
]


class Node(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, rename="camel"):
    """A part of a credential: no member may be added to it."""


class Profile(Node, frozen=True, kw_only=True):
    """An organization."""

    id: str
    type: tuple[Literal["Profile"]]
    name: Line
    url: Address = ""
    description: Text = ""


class IdentityObject(Node, frozen=True, kw_only=True):
    """A mark of an address."""

    type: Literal["IdentityObject"]
    hashed: bool
    identity_hash: Digest
    identity_type: IdentityType
    salt: Line = ""


class Criteria(Node, frozen=True, kw_only=True):
    """What was asked, as Markdown."""

    id: str
    narrative: Text = ""


class Image(Node, frozen=True, kw_only=True):
    """The badge's picture."""

    id: Address
    type: Literal["Image"]
    caption: Text = ""


class Alignment(Node, frozen=True, kw_only=True):
    """A statement of a framework."""

    id: str
    type: tuple[Literal["Alignment"]]
    target_name: Line
    target_url: Address
    target_code: Text = ""
    target_framework: Text = ""
    target_type: TargetType | UnsetType = UNSET


class RubricCriterionLevel(Node, frozen=True, kw_only=True):
    """A level of a rubric row."""

    id: str
    type: tuple[Literal["RubricCriterionLevel"]]
    name: Line
    description: Text = ""


class ResultDescription(Node, frozen=True, kw_only=True):
    """A rubric row."""

    id: str
    type: tuple[Literal["ResultDescription"]]
    name: Line
    result_type: Literal["RubricCriterionLevel"]
    required_level: str
    rubric_criterion_level: Annotated[tuple[RubricCriterionLevel, ...], Meta(min_length=1, max_length=20)]


class Achievement(Node, frozen=True, kw_only=True):
    """A credential as it was."""

    id: str
    type: tuple[Literal["Achievement"]]
    achievement_type: Literal["MicroCredential"]
    name: Line
    description: Text
    version: Annotated[str, Meta(pattern=VERSION)]
    in_language: Annotated[str, Meta(pattern=LANGUAGE)]
    criteria: Criteria
    image: Image | UnsetType = UNSET
    tag: Annotated[tuple[Line, ...], Meta(min_length=1, max_length=100)] = ()
    alignment: Annotated[tuple[Alignment, ...], Meta(min_length=1, max_length=100)] = ()
    result_description: Annotated[tuple[ResultDescription, ...], Meta(min_length=1, max_length=100)] = ()


class Result(Node, frozen=True, kw_only=True):
    """The level reached in a rubric row."""

    id: str
    type: tuple[Literal["Result"]]
    result_description: str
    achieved_level: str


class AchievementSubject(Node, frozen=True, kw_only=True):
    """The earner, and what was earned."""

    id: Subject
    type: tuple[Literal["AchievementSubject"]]
    name: Line = ""
    identifier: Annotated[tuple[IdentityObject, ...], Meta(min_length=1, max_length=1)] = ()
    achievement: Achievement
    result: Annotated[tuple[Result, ...], Meta(min_length=1, max_length=100)] = ()
    source: Profile | UnsetType = UNSET
    activity_start_date: Time | UnsetType = UNSET
    activity_end_date: Time | UnsetType = UNSET


class Evidence(Node, frozen=True, kw_only=True):
    """A piece of evidence."""

    id: Address
    type: tuple[Literal["Evidence"]]
    name: Line
    description: Text = ""
    narrative: Text = ""
    genre: Text = ""


class Status(Node, frozen=True, kw_only=True):
    """The place of an award in its issuer's status list."""

    id: str
    type: Literal["BitstringStatusListEntry"]
    status_purpose: Literal["revocation"]
    status_list_index: Index
    status_list_credential: str


class Proof(Node, frozen=True, kw_only=True):
    """A signature."""

    type: Literal["DataIntegrityProof"]
    cryptosuite: Literal["eddsa-rdfc-2022"]
    created: Time
    verification_method: str
    proof_purpose: Literal["assertionMethod"]
    proof_value: Signature


class Credential(Node, frozen=True, kw_only=True):
    """An award, signed or not yet."""

    context: Context = field(name="@context")
    id: Address
    type: tuple[Literal["VerifiableCredential"], Literal["OpenBadgeCredential"]]
    issuer: Profile
    name: Line
    valid_from: Time
    valid_until: Time | UnsetType = UNSET
    awarded_date: Time
    credential_subject: AchievementSubject
    evidence: Annotated[tuple[Evidence, ...], Meta(min_length=1, max_length=100)] = ()
    credential_status: Status
    proof: Annotated[tuple[Proof, ...], Meta(min_length=1, max_length=1)] = ()
