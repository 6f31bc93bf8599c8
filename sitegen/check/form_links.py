"""Links to forms, each for itself: it leads earners to the form, not its editor, and tells it nothing but the credential."""

import re
from collections.abc import Iterator
from urllib.parse import unquote_plus, urlsplit

from sitegen.model import form_links
from sitegen.model.credential import Credential
from sitegen.model.terms import Form
from sitegen.problem import Problem, Span

SHORTENERS = frozenset(
    {
        "aka.ms", "bit.ly", "buff.ly", "cutt.ly", "forms.gle", "goo.gl", "is.gd", "lnkd.in", "ow.ly", "rb.gy",
        "rebrand.ly", "shorturl.at", "t.co", "t.ly", "tiny.cc", "tinyurl.com", "v.gd",
    }
)  # fmt: skip
"""Hosts whose links hide where they lead, and drop what was filled in on the way."""

_EDITING = {
    "Google Forms": re.compile(
        r"/(?!forms/)|.*/(edit|viewanalytics|prefill|copy|template)/?(\?|#|$)|.*[?&]edit2="
    ),
    "Microsoft Forms": re.compile(r"(?i)/pages/(design|analysis|share|template)"),
    "Airtable": re.compile(r"/(app\w+/)?(tbl|viw)"),
    "Jotform": re.compile(r"/(build|tables|inbox|report|edit|submissions?)/"),
    "Tally": re.compile(r"/forms/|.*/(edit|submissions|summary)/?(\?|#|$)"),
}
_EDITING_ANYWHERE = re.compile(r"(?i)(.*/(edit|responses)/?(\?|#|$)|.*#responses$|.*/spreadsheets/)")
_EDITORS = frozenset({"admin.typeform.com", "sheets.google.com", "drive.google.com", "onedrive.live.com"})

_ANY_WORD = re.compile(r"(?i)SG_[A-Z]+(?:_(?!SG_)[A-Z]+)*")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_PRIVATE = re.compile(
    r"(?i)(e-?mail(_?address)?|(first|last|full|your|sur|family)[ _-]?name|name\[\w+\]|(tele)?phone(_?number)?|mobile"
    r"|birth(day|date)|date_of_birth|ssn|students?|street|home_?address)"
)
_SECRET = re.compile(r"(?i)(access[_-]?)?token|password|passwd|pwd|secret|api[_-]?key|auth|signature|sig")


def check(path: str, credential: Credential) -> Iterator[Problem]:
    """What is wrong with a credential's own form."""
    if credential.form:
        yield from of(path, credential.form)


def of(path: str, form: Form) -> Iterator[Problem]:
    """What is wrong with a form that stands in the file `path`, whatever the site and other forms are."""
    link = form_links.link(form)
    if urlsplit(form.url).netloc.lower() in SHORTENERS:
        yield _shortened(path, form.url)
        return
    if is_for_editing(form.url):
        yield _editing(path)
    yield from _words(path, link)
    yield from _private(path, link)
    if form.fields:
        yield from _fields(path, form)


def is_for_editing(link: str) -> bool:
    """Whether a link leads those who run a form to its questions or answers, and not earners to the form."""
    parts = urlsplit(link)
    vendor = form_links.vendor(link)
    rest = link.partition(parts.netloc)[2]
    own = _EDITING.get(vendor.name) if vendor else None
    return bool(
        parts.netloc.lower() in _EDITORS or (own and own.match(rest)) or _EDITING_ANYWHERE.match(rest)
    )


def _shortened(path: str, link: str) -> Problem:
    return Problem(
        code="form-shortened",
        message=f"{urlsplit(link).netloc} shortens links: it hides where they lead, and may lose what is filled in",
        hint="open it in a browser, and copy the long address that it leads to",
        span=Span(path),
        path=("form", "url"),
    )


def _editing(path: str) -> Problem:
    return Problem(
        code="form-edit-link",
        message="this link leads to a form's editor or to the responses, not to the form that earners fill in",
        hint="in the form, choose “get pre-filled link” or “send”, and copy the link that is made for others",
        span=Span(path),
        path=("form", "url"),
    )


def _words(path: str, link: str) -> Iterator[Problem]:
    """Words that begin like ours and are none, or stand where nothing is filled in."""
    later = form_links.filled_part(link)
    for word in dict.fromkeys(_ANY_WORD.findall(later)):
        if word not in form_links.WORDS.values():
            yield _word(path, word, f"`{word}` is no word that is replaced")
    for word in dict.fromkeys(_ANY_WORD.findall(link.removesuffix(later))):
        if word in form_links.WORDS.values():
            yield _word(path, word, f"`{word}` stands before any `?` or `#`, where nothing is filled in")


def _word(path: str, word: str, message: str) -> Problem:
    return Problem(
        code="form-unknown-word",
        message=message,
        hint=f"these are, behind `?` or `#`: {', '.join(form_links.WORDS.values())}",
        span=Span(path),
        path=("form", "url"),
        needle=word,
    )


def _private(path: str, link: str) -> Iterator[Problem]:
    """Filled-in values that tell of a person or open a door: everybody who has the page can read them."""
    for pair in re.split("[?#&]", form_links.filled_part(link)):
        name, _, value = (unquote_plus(part) for part in pair.partition("="))
        if not value or value in form_links.WORDS.values():
            continue
        secret = bool(_SECRET.fullmatch(name))
        if secret or _PRIVATE.fullmatch(name) or ("@" in value and _ADDRESS.search(value)):
            what = "a secret" if secret else "somebody’s personal data"
            yield Problem(
                code="form-personal-data",
                message=f"the link fills in `{name}` for everybody, which looks like {what}",
                hint="take it out of the link: whoever sends evidence types that in",
                span=Span(path),
                path=("form", "url"),
                needle=pair,
            )


def _fields(path: str, form: Form) -> Iterator[Problem]:
    vendor = form_links.vendor(form.url)
    if vendor is None or not vendor.key:
        known = ", ".join(known.name for known in form_links.VENDORS if known.key)
        yield Problem(
            code="form-fields",
            message=f"how a link to {vendor.name if vendor else urlsplit(form.url).netloc} fills in fields is not known",
            hint=f"`fields:` is for {known}; elsewhere paste the form’s own pre-filled link with SG_ words in it",
            span=Span(path),
            path=("form", "fields"),
        )
