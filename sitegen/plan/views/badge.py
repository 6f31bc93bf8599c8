"""The page of an award: what it shares with many others, the words that are its own, and the page for checking any badge.

`BadgeWords` holds every text that differs from award to award. A template prints them and decides nothing by them (all
decisions stand in `BadgePage`), so that one page can be made once and filled for thousands of awards.
"""

from sitegen.plan.views.cards import IssuerCard
from sitegen.plan.views.credential import AlignmentLine, RecognitionLine
from sitegen.plan.views.frame import Page
from sitegen.plan.views.pieces import Day, Link, View


class EvidenceWords(View, frozen=True, kw_only=True):
    """A piece of evidence that the earner released."""

    title: str
    about: str
    kind: str
    href: str


class EvidenceShape(View, frozen=True, kw_only=True):
    """Which words a piece of evidence has besides its title."""

    has_about: bool
    has_kind: bool
    has_href: bool


class BadgeWords(View, frozen=True, kw_only=True):
    """What differs from award to award. Texts that an award does not have are empty; `BadgePage` says which it has."""

    title: str
    """For the `title` element."""
    description: str
    name: str
    """What the earner chose to show."""
    id: str
    address: str
    """The full address of the page."""
    record: str
    """The signed record, and below it its other files."""
    record_address: str
    record_2: str
    digest: str
    """SHA-256 of the signed record that the page was made from, in hexadecimal."""
    picture: str
    picture_address: str
    awarded: str
    awarded_iso: str
    """Days are given for people and for machines; those for machines are as in the record, `2026-03-09T14:05:00Z`."""
    issued: str
    issued_iso: str
    expires: str
    expires_iso: str
    began: str
    finished: str
    since: str
    """The day on which the award was withdrawn or suspended, or had expired."""
    reason: str
    linkedin: str
    """How the address for adding it to a profile goes on after `BadgePage.linkedin`."""
    verifier_plus: str
    subject: str
    key: str
    signed: str
    entry: str
    """Its entry in the status list."""
    evidence: tuple[EvidenceWords, ...]


class ReachedRow(View, frozen=True, kw_only=True):
    """A row of the rubric as it was when the award was made, with the level that was reached."""

    criterion: str
    level: str
    text: str
    """What that level looks like; may be empty."""


class AssessorLine(View, frozen=True, kw_only=True):
    """Who judged; `role` and `href` may be empty."""

    name: str
    role: str
    href: str


class BadgeShape(View, frozen=True, kw_only=True):
    """How an award stands as far as the build knows, and which words it has: all that a template may decide by."""

    state: str
    """`in-force`, `expired`, `not-yet`, `revoked` or `suspended`."""
    has_since: bool
    has_reason: bool
    is_named: bool
    has_end: bool
    is_renewed: bool
    """Whether this edition was issued later than the award was first made."""
    has_times: bool
    """Whether the days on which the work began and ended are known."""
    evidence: tuple[EvidenceShape, ...]
    identity: str
    """Whether an e-mail address can be compared: `hashed`, `private` (with the earner's own link only) or empty."""


class BadgeIssuer(View, frozen=True, kw_only=True):
    """The issuer of an award as its own file describes it today, whatever its badges say."""

    card: IssuerCard
    site: str
    contact: str
    since: Day | None
    did: str
    """What it is called in records."""
    keys_json: str
    """Its keys with their times, as JSON in which `<`, `>` and `&` are escaped; may be marked safe."""
    keys_href: str
    status: str
    """Address of its status list."""
    suspended: str
    """Address of its list of suspended badges; empty if it has none."""


class BadgePage(Page, frozen=True, kw_only=True):
    """template `badge.html`"""

    words: BadgeWords
    shape: BadgeShape
    title: str
    summary: str
    competency: str
    version: str
    art: str
    art_alt: str
    hue: str
    credential: Link | None
    """The credential in the catalog; nothing if it is not there."""
    version_now: str
    """The credential's version today, if it is another one; otherwise empty."""
    focus: tuple[str, ...]
    effort: str
    rows: tuple[ReachedRow, ...]
    criteria_html: str
    assessor: AssessorLine | None
    issuer: BadgeIssuer
    signed_as: str
    """The name that the issuer has in the record, if it has another one today; otherwise empty."""
    alignments: tuple[AlignmentLine, ...]
    recognition: tuple[RecognitionLine, ...]
    related: tuple[Link, ...]
    linkedin: str
    """How the address for adding it to a profile begins; `words.linkedin` goes on."""
    embed: str
    """Address of what other sites ask for when they show a card of the page (oEmbed)."""


class VerifyPage(Page, frozen=True, kw_only=True):
    """template `verify.html`"""

    title: str
    summary: str
    keys: str
    """Address of the JSON file with the keys of all issuers."""
    employers: str
    """Address of a page that explains badges to employers; empty if the site has none."""
