"""How evidence for a credential is sent: by its form, its issuer's, the site's own, or by mail; and that in words."""

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from sitegen.model import form_links, urls
from sitegen.model.credential import Credential
from sitegen.model.document import Document
from sitegen.model.form_links import WORDS
from sitegen.model.issuer import Issuer
from sitegen.model.site import Site
from sitegen.model.submit_form import CREDENTIAL, VERSION
from sitegen.model.terms import Form
from sitegen.plan import forms
from sitegen.plan.views import Link, Submission, View


class Desk(View, frozen=True, kw_only=True):
    """Where an issuer takes in evidence, and in which time it usually answers."""

    name: str
    form: Form | None = None
    mailbox: str = ""
    contact: str = ""
    usual_days: int | None = None


def desk(issuer: Issuer) -> Desk:
    """An issuer's."""
    return Desk(
        name=issuer.name,
        form=issuer.form,
        mailbox=issuer.mailbox or "",
        contact=issuer.contact or "",
        usual_days=issuer.usual_days,
    )


def of(site: Site, document: Document[Credential], desk: Desk) -> Submission | None:
    """How to send in evidence; None for a retired credential, and if there is no way."""
    if document.record.status == "retired":
        return None
    if form := document.record.form or desk.form:
        return _by_form(site, document, desk, form)
    if site.submit_form:
        return _by_own_page(site, document, desk)
    return _by_mail(site, document, desk) if desk.mailbox else None


def _by_form(site: Site, document: Document[Credential], desk: Desk, form: Form) -> Submission:
    link = form_links.link(form)
    vendor = form_links.vendor(link)
    service = vendor.name if vendor else ""
    owner = form.run_by if form.run_by and form.run_by != service else desk.name
    return Submission(
        kind="form",
        href=forms.address(form, site, document, desk.name),
        run_by=form.run_by or "",
        asks=form.asks or "",
        account=form.account or "",
        without_account=form.without_account or "",
        words=tuple(_form_words(form, link, f"the form of {owner}, at {_place(link, service)}")),
        contact=_contact(site, document, desk),
    )


def _place(link: str, service: str) -> str:
    host = urlsplit(link).netloc.lower()
    return f"{service} ({host})" if service else host


def _form_words(form: Form, link: str, whose: str) -> Iterator[str]:
    yield f"The button opens {whose}. It is not part of this site: what you send goes there."
    later = form_links.filled_part(link)
    if WORDS["credential"] in later or WORDS["title"] in later:
        version = " and its version" if WORDS["version"] in later else ""
        yield f"The name of this credential{version} will be filled in already; leave that as it is."
    yield from _asked(form.asks, "the form")
    if form.account:
        yield f"You need {form.account.rstrip('.')}."
    if form.without_account:
        yield form.without_account


def _asked(asks: str | None, what: str) -> Iterator[str]:
    if asks:
        yield f"Besides your evidence, {what} asks for {asks.rstrip('.')}."


def _by_own_page(site: Site, document: Document[Credential], desk: Desk) -> Submission:
    facts = {CREDENTIAL: document.slug, VERSION: document.record.version}
    asks = "your name, an e-mail address for the answer, and a link to each part"
    keeps = site.submit_form.keeps if site.submit_form else None
    return Submission(
        kind="page",
        href=f"{urls.root(site)}{urls.SUBMIT}#"
        + "&".join(f"{name}={value}" for name, value in facts.items()),
        run_by=site.name,
        asks=asks,
        account="",
        without_account="",
        words=(
            f"The button opens a form on this site. What you send is kept by its host, Netlify, for {desk.name}.",
            *([keeps] if keeps else []),
            *_asked(asks, "it"),
            "You need no account.",
        ),
        contact=_contact(site, document, desk),
    )


def _by_mail(site: Site, document: Document[Credential], desk: Desk) -> Submission:
    return Submission(
        kind="mail",
        href=_mail(site, document, desk),
        run_by=desk.name,
        asks="",
        account="",
        without_account="",
        words=(
            f"The button opens a message to {desk.name} ({desk.mailbox}) in your mail program.",
            "Put one link behind each part of your evidence; pictures and videos of pupils do not belong into mail.",
            f"You need no account. If no message opens, write to {desk.mailbox} yourself, and name this credential.",
        ),
        contact=Link(text="", href=""),
    )


def _contact(site: Site, document: Document[Credential], desk: Desk) -> Link:
    """Where to turn if the form does not work: the issuer's mailbox, or its contact page; empty if it names neither."""
    if desk.mailbox:
        return Link(text=desk.mailbox, href=_mail(site, document, desk))
    return Link(text=desk.name, href=desk.contact) if desk.contact else Link(text="", href="")


def _mail(site: Site, document: Document[Credential], desk: Desk) -> str:
    """The address of a message that names the credential, with a line for each part of the evidence (RFC 6068)."""
    record = document.record
    lines = [
        f"Credential: {record.title} ({document.slug}), version {record.version}",
        urls.absolute(site, urls.credential(document.slug)),
        "",
        *(f"{number}. {part.title}: " for number, part in enumerate(record.evidence, 1)),
    ]
    subject, body = f"Evidence for {record.title}", "\r\n".join(lines)
    return f"mailto:{desk.mailbox}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
