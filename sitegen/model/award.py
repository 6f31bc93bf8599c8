"""An award: that somebody earned a credential, with everything that was asked and shown at the time.

All times are aware and in UTC, whole seconds. Empty text and empty tuples stand for what an award does not say.
"""

from datetime import datetime
from typing import Literal

from msgspec import Struct

AlignmentKind = Literal["CASE", "CTDL", "ESCO", "other"]
IdentityKind = Literal["private", "hashed"]


class RubricLevel(Struct, frozen=True, kw_only=True):
    """One level of a rubric row, as it was described when the award was made."""

    name: str
    text: str = ""


class RubricRow(Struct, frozen=True, kw_only=True):
    """One criterion with its levels, best first; `required` is the name of the lowest level that passes."""

    name: str
    levels: tuple[RubricLevel, ...]
    required: str


class Alignment(Struct, frozen=True, kw_only=True):
    """A statement of somebody's framework that the credential answered to."""

    name: str
    url: str
    framework: str = ""
    code: str = ""
    kind: AlignmentKind = "other"


class Achievement(Struct, frozen=True, kw_only=True):
    """A credential as it was when the award was made, whatever the catalog says of it later.

    `credential` is its slug, `criteria` what was asked, as Markdown; `image` the full address of the badge's picture, and
    `caption` what it shows. `focus_areas` are names, not slugs.
    """

    credential: str
    title: str
    version: str
    summary: str
    competency: str
    criteria: str
    language: str
    image: str = ""
    caption: str = ""
    focus_areas: tuple[str, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    rubric: tuple[RubricRow, ...] = ()


class RowResult(Struct, frozen=True):
    """The level reached in a row of the rubric, both counted from 0: row 0, level 0 is the best level of the first row."""

    row: int
    level: int


class Evidence(Struct, frozen=True, kw_only=True):
    """A piece of evidence that the earner released; without a `url` it is only described."""

    title: str
    url: str = ""
    description: str = ""
    text: str = ""
    kind: str = ""


class Assessor(Struct, frozen=True, kw_only=True):
    """Who judged: a body, and in which role its people did. Never a person's name unless that person is the body."""

    name: str
    role: str = ""
    url: str = ""


class Identity(Struct, frozen=True, kw_only=True):
    """A mark by which an e-mail address can be confirmed and from which it cannot be read.

    `digest` is `sha256$` and 64 hexadecimal digits. Of a private mark only the earner knows the salt, so `salt` is empty;
    that of a hashed one is public, and whoever guesses the address can confirm the guess.
    """

    kind: IdentityKind
    digest: str
    salt: str = ""


class Award(Struct, frozen=True, kw_only=True):
    """That somebody earned a credential.

    `id` is 32 hexadecimal digits; `site` the address of the site it was made for, without a slash at the end; `issuer` a
    slug, and `issuer_name` and `issuer_summary` what the issuer called itself then. `subject` is a random `urn:uuid:` that
    stands for the earner, `name` what the earner chose to show. `issued` begins this edition of the award, `awarded` is the
    day of the first one, `expires` ends it. `index` is its place in the issuer's status list. `key` is the public key
    (multibase) that signed at `signed`; both are empty before that.
    """

    id: str
    site: str
    issuer: str
    issuer_name: str
    subject: str
    achievement: Achievement
    issued: datetime
    awarded: datetime
    index: int
    issuer_summary: str = ""
    name: str = ""
    identity: Identity | None = None
    expires: datetime | None = None
    began: datetime | None = None
    finished: datetime | None = None
    results: tuple[RowResult, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    assessor: Assessor | None = None
    key: str = ""
    signed: datetime | None = None
