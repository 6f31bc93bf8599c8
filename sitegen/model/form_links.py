"""Links to forms: the words in them that stand for a credential, how each vendor's link is put together, and filling it."""

import re
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote, quote_plus, urlsplit

from msgspec import Struct

if TYPE_CHECKING:
    from sitegen.model.terms import Form

Fact = Literal["credential", "title", "issuer", "version", "url", "lang"]
"""What a form can be told of a credential."""

WORDS: dict[Fact, str] = {
    "credential": "SG_CREDENTIAL",
    "title": "SG_TITLE",
    "issuer": "SG_ISSUER",
    "version": "SG_VERSION",
    "url": "SG_URL",
    "lang": "SG_LANG",
}
"""The word that stands for each fact."""

_FACT = {word: fact for fact, word in WORDS.items()}
_WORD = re.compile("|".join(WORDS.values()))
_FILLED_PART = re.compile("[?#]")


class Vendor(Struct, frozen=True):
    """A service that runs forms: its name, its hosts, and how its links carry values.

    `key` says how a field's name becomes that of a parameter; `{}` stands for the name, and `only` for which names this is
    done. `always` must be in the query. A vendor whose links cannot be put together from names has `key` empty.
    """

    name: str
    hosts: tuple[str, ...]
    key: str = ""
    only: str = ".*"
    plus: bool = False
    """Whether a space in a field's name is written as `+`."""
    in_fragment: bool = False
    always: str = ""


VENDORS = (
    Vendor("Google Forms", ("docs.google.com",), "entry.{}", r"\d+", always="usp=pp_url"),
    Vendor(
        "Microsoft Forms",
        ("forms.office.com", "forms.cloud.microsoft", "forms.microsoft.com"),
        "r{}",
        "[0-9a-f]+",
    ),
    Vendor("Typeform", ("form.typeform.com",), "{}", in_fragment=True),
    Vendor("Airtable", ("airtable.com",), "prefill_{}", "(?!prefill_).*", plus=True),
    Vendor("Jotform", ("form.jotform.com",), "{}"),
    Vendor("Baserow", ("baserow.io",)),
    Vendor("Cognito Forms", ("www.cognitoforms.com",)),
    Vendor("SurveyMonkey", ("www.surveymonkey.com",)),
    Vendor("Tally", ("tally.so",)),
)
"""The services that every site knows. How a link is put together was found in what they publish, or seen in use."""

_AT = {host: vendor for vendor in VENDORS for host in vendor.hosts}


def vendor(link: str) -> Vendor | None:
    """Whose service a link leads to; None if it is none that every site knows."""
    return _AT.get(urlsplit(link).netloc.lower())


def link(form: "Form") -> str:
    """The form's link with words for facts in it: as it was written, and with a parameter for each of its `fields`."""
    known = vendor(form.url) if form.fields else None
    if known is None or not known.key:
        return form.url
    pairs = [
        f"{_parameter(known, name)}={WORDS[fact]}" for name, fact in form.fields.items() if fact in WORDS
    ]
    before, hash_sign, fragment = form.url.partition("#")
    if known.in_fragment:
        return f"{before}#{'&'.join([*([fragment] if fragment else []), *pairs])}"
    first = [known.always] if known.always and known.always not in before else []
    return before + ("&" if "?" in before else "?") + "&".join([*first, *pairs]) + hash_sign + fragment


def _parameter(known: Vendor, name: str) -> str:
    written = known.key.format(name) if re.fullmatch(known.only, name) else name
    return quote_plus(written) if known.plus else quote(written, safe="[]")


def filled_part(link: str) -> str:
    """The part of a link in which words are replaced: all from the first `?` or `#`."""
    start = _FILLED_PART.search(link)
    return link[start.start() :] if start else ""


def fill(link: str, facts: dict[Fact, str]) -> str:
    """The link with its words replaced, percent-encoded (UTF-8, a space is `%20`: a `+` stays a plus in fragments).

    All words are replaced in one pass, so that a title which holds such a word stays as it is.
    """
    later = filled_part(link)
    filled = _WORD.sub(lambda match: quote(facts[_FACT[match[0]]], safe=""), later)
    return link.removesuffix(later) + filled if later else link
