"""The terms of our badges: what each member means in Open Badges 3.0 and Verifiable Credentials 2.0."""

from typing import Any

from msgspec import to_builtins

from sitegen.badges.shapes import Member, Root, Shape, Terms

CREDENTIALS_CONTEXT = "https://www.w3.org/ns/credentials/v2"
BADGES_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"

_OB = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"
_VC = "https://www.w3.org/2018/credentials#"
_STATUS = "https://www.w3.org/ns/credentials/status#"
_SECURITY = "https://w3id.org/security#"
_SCHEMA = "https://schema.org/"
_DATE_TIME = "http://www.w3.org/2001/XMLSchema#dateTime"
_HTTPS_XSD = "https://www.w3.org/2001/XMLSchema#"


def _address_text(iri: str) -> Member:
    """An address that the contexts make a literal, not a link."""
    return Member(iri, "address text", _HTTPS_XSD + "anyURI")


def _moment(iri: str, datatype: str = _DATE_TIME) -> Member:
    return Member(iri, "moment", datatype)


def _types(vocabulary: str, *names: str) -> dict[str, str]:
    return {name: vocabulary + name for name in names}


_NAME = {"name": Member(_SCHEMA + "name")}
_DESCRIPTION = {"description": Member(_SCHEMA + "description")}
_VALIDITY = {name: _moment(_VC + name) for name in ("validFrom", "validUntil")}
_NARRATIVE = {"narrative": Member(_OB + "narrative")}
_GENRE = {"genre": Member(_SCHEMA + "genre")}
_IMAGE = {"image": Member(_OB + "image", "node", shape="image")}

_AWARD = Shape(
    ("VerifiableCredential", "OpenBadgeCredential"),
    "always",
    _NAME
    | _DESCRIPTION
    | _VALIDITY
    | {
        "issuer": Member(_VC + "issuer", "node", shape="profile", shared=True),
        # The context writes xsd:dateTime without saying what xsd is, so that is the datatype.
        "awardedDate": _moment(_OB + "awardedDate", "xsd:dateTime"),
        "credentialSubject": Member(_VC + "credentialSubject", "node", shape="subject"),
        "evidence": Member(_VC + "evidence", "node", shape="evidence", many=True),
        "credentialStatus": Member(_VC + "credentialStatus", "node", shape="status"),
    },
)
_SUBJECT = Shape(
    ("AchievementSubject",),
    "always",
    _NAME
    | {
        "identifier": Member(_OB + "identifier", "node", shape="identity", many=True),
        "achievement": Member(_OB + "achievement", "node", shape="achievement", shared=True),
        "result": Member(_OB + "result", "node", shape="result", many=True),
        "source": Member(_OB + "source", "node", shape="profile"),
    }
    | {name: _moment(_OB + name, _HTTPS_XSD + "date") for name in ("activityStartDate", "activityEndDate")},
)
_ACHIEVEMENT = Shape(
    ("Achievement",),
    "always",
    _NAME
    | _DESCRIPTION
    | _IMAGE
    | {
        "achievementType": Member(_OB + "achievementType"),
        "version": Member(_OB + "version"),
        "inLanguage": Member(_SCHEMA + "inLanguage"),
        "criteria": Member(_OB + "Criteria", "node", shape="criteria"),
        "tag": Member(_SCHEMA + "keywords", many=True),
        "alignment": Member(_OB + "alignment", "node", shape="alignment", many=True),
        "creator": Member(_OB + "creator", "node", shape="profile"),
        "resultDescription": Member(_OB + "resultDescription", "node", shape="rubric row", many=True),
    },
)
_ALIGNMENT = Shape(
    ("Alignment",),
    "maybe",
    {
        "targetName": Member(_SCHEMA + "targetName"),
        "targetUrl": _address_text(_SCHEMA + "targetUrl"),
        "targetCode": Member(_OB + "targetCode"),
        "targetDescription": Member(_SCHEMA + "targetDescription"),
        "targetFramework": Member(_SCHEMA + "targetFramework"),
        "targetType": Member(_OB + "targetType"),
    },
)
_ROW = Shape(
    ("ResultDescription",),
    "always",
    _NAME
    | {
        "resultType": Member(_OB + "resultType"),
        "requiredLevel": _address_text(_OB + "requiredLevel"),
        "rubricCriterionLevel": Member(_OB + "rubricCriterionLevel", "node", shape="rubric level", many=True),
    },
)
_REACHED = {name: _address_text(_OB + name) for name in ("resultDescription", "achievedLevel")}
_IDENTITY = Shape(
    "IdentityObject",
    "never",
    {
        "hashed": Member(_OB + "hashed", "truth", _HTTPS_XSD + "boolean"),
        "identityHash": Member(_OB + "identityHash"),
        "identityType": Member(_OB + "identityType"),
        "salt": Member(_OB + "salt"),
    },
)
_STATUS_ENTRY = Shape(
    "BitstringStatusListEntry",
    "always",
    {
        "statusPurpose": Member(_STATUS + "statusPurpose"),
        "statusListIndex": Member(_STATUS + "statusListIndex"),
        "statusListCredential": Member(_STATUS + "statusListCredential", "address"),
    },
)
_STATUS_LIST = Shape(
    ("VerifiableCredential", "BitstringStatusListCredential"),
    "always",
    _NAME
    | _DESCRIPTION
    | _VALIDITY
    | {
        "issuer": Member(_VC + "issuer", "address"),
        "credentialSubject": Member(_VC + "credentialSubject", "node", shape="bits"),
    },
)
_BITS = Shape(
    "BitstringStatusList",
    "always",
    {
        "statusPurpose": Member(_STATUS + "statusPurpose"),
        "encodedList": Member(_STATUS + "encodedList", datatype=_SECURITY + "multibase"),
    },
)
_PURPOSES = {"assertionMethod": _SECURITY + "assertionMethod"}
_PROOF = Shape(
    "DataIntegrityProof",
    "never",
    {
        "cryptosuite": Member(_SECURITY + "cryptosuite", datatype=_SECURITY + "cryptosuiteString"),
        "created": _moment("http://purl.org/dc/terms/created"),
        "verificationMethod": Member(_SECURITY + "verificationMethod", "address"),
        "proofPurpose": Member(_SECURITY + "proofPurpose", "word", words=_PURPOSES),
    },
)

PROFILE = Terms(
    roots=(
        Root((CREDENTIALS_CONTEXT, BADGES_CONTEXT), "award"),
        Root((CREDENTIALS_CONTEXT,), "status list"),
        Root((CREDENTIALS_CONTEXT, BADGES_CONTEXT), "proof"),
        Root((CREDENTIALS_CONTEXT,), "proof"),
    ),
    shapes={
        "award": _AWARD,
        "profile": Shape(
            ("Profile",), "always", _NAME | _DESCRIPTION | _IMAGE | {"url": _address_text(_SCHEMA + "url")}
        ),
        "subject": _SUBJECT,
        "achievement": _ACHIEVEMENT,
        "criteria": Shape(None, "maybe", _NARRATIVE),
        "image": Shape("Image", "always", {"caption": Member(_SCHEMA + "caption")}),
        "alignment": _ALIGNMENT,
        "rubric row": _ROW,
        "rubric level": Shape(("RubricCriterionLevel",), "always", _NAME | _DESCRIPTION),
        "result": Shape(("Result",), "maybe", _REACHED),
        "identity": _IDENTITY,
        "evidence": Shape(("Evidence",), "maybe", _NAME | _DESCRIPTION | _NARRATIVE | _GENRE),
        "status": _STATUS_ENTRY,
        "status list": _STATUS_LIST,
        "bits": _BITS,
        "proof": _PROOF,
    },
    types=_types(_VC, "VerifiableCredential")
    | _types(_SECURITY, "DataIntegrityProof")
    | {"Alignment": _SCHEMA + "AlignmentObject"}
    | _types(_STATUS, "BitstringStatusListCredential", "BitstringStatusList", "BitstringStatusListEntry")
    | _types(_OB, "OpenBadgeCredential", "Profile", "AchievementSubject", "Achievement", "Image", "Evidence")
    | _types(_OB, "Result", "ResultDescription", "RubricCriterionLevel", "IdentityObject"),
    address_starts=("https://", "http://", "did:", "urn:"),
)


def as_data() -> dict[str, Any]:
    """The same facts as plain dicts, lists and strings, for the script of the verification page."""
    data: dict[str, Any] = to_builtins(PROFILE)
    return data
