"""What takes an award elsewhere: LinkedIn's form, other people's verifiers, and what sites show for a link to it (oEmbed).

LinkedIn's parameters are those that five code bases use (it documents none): months count from 1, days are those of UTC,
every value is percent-encoded, and what is not known is left out.
"""

import json
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import quote

from sitegen.model import urls
from sitegen.model.site import Site
from sitegen.plan.views import Link

LINKEDIN = "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME"
CARD = (1200, 630)
"""Width and height of the site's Open Graph pictures."""
VERIFIER_PLUS = "https://verifierplus.org/#verify?vc="


def linkedin(title: str, organization: str, number: str) -> str:
    """How the address begins for all awards of a credential; `number` is the issuer's on LinkedIn, or empty."""
    issuer = f"organizationId={_encoded(number)}" if number else f"organizationName={_encoded(organization)}"
    return f"{LINKEDIN}&name={_encoded(title)}&{issuer}"


def linkedin_award(awarded: datetime, expires: datetime | None, address: str, award: str) -> str:
    """How the address goes on for one award; times are aware, `address` is that of its page, `award` its id."""
    end = f"{_month('expiration', expires)}" if expires else ""
    return f"{_month('issue', awarded)}{end}&certUrl={_encoded(address)}&certId={_encoded(award)}"


def verifier_plus(record: str) -> str:
    """The page at VerifierPlus that fetches and checks the record at this full address."""
    return VERIFIER_PLUS + _encoded(record)


def oembed(site: Site, title: str, issuer: Link, card: str) -> bytes:
    """What other sites show for a link to any award of a credential (oEmbed 1.0, type link), as JSON.

    `card` is the full address of the Open Graph picture, or empty. One file serves all awards of a credential: it names no
    earner, so that a name which is taken back does not live on in other sites' memories.
    """
    picture = {"thumbnail_url": card, "thumbnail_width": CARD[0], "thumbnail_height": CARD[1]} if card else {}
    answer = {
        "version": "1.0",
        "type": "link",
        "title": title,
        "author_name": issuer.text,
        "author_url": urls.origin(site) + issuer.href,
        "provider_name": site.name,
        "provider_url": urls.absolute(site, urls.HOME),
        **picture,
    }
    return json.dumps(answer, ensure_ascii=False).encode()


def _month(what: str, moment: datetime) -> str:
    day = moment.astimezone(UTC)
    return f"&{what}Year={day.year}&{what}Month={day.month}"


@lru_cache(maxsize=4096)
def _encoded(value: str) -> str:
    return quote(value, safe="")
