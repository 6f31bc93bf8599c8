"""Letters in `private/letters/`: one for each decision, as text and as HTML, written once and never sent from here."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from sitegen.model import urls
from sitegen.model.document import Document
from sitegen.model.issuer import Issuer
from sitegen.model.site import Site
from sitegen.plan import forms
from sitegen.signing import register, whole_files
from sitegen.submissions import letters, rubric
from sitegen.submissions.decisions import Decision
from sitegen.submissions.letters import About
from sitegen.submissions.office import Case, Office
from sitegen.submissions.shelf import Listed

FOLDER = "private/letters"
FOLDER_MODE = 0o700


class Written(Struct, frozen=True):
    """A letter that was written: to whom, and its text file from the top of the site."""

    case: Case
    path: str


def waiting(office: Office) -> list[Case]:
    """The decided submissions whose letter is not written yet, or was written before the decision was changed."""
    return [
        case
        for case in office.cases
        if case.decision and not case.response.is_forgotten and _is_owed(office.root, case.decision)
    ]


def is_written(root: Path, decision: Decision) -> bool:
    """Whether the letter of a decision, as it is now, was written."""
    return (root / path(decision)).is_file()


def path(decision: Decision) -> str:
    """The text file of a letter, from the top of the site; the moment of the decision is part of it."""
    return f"{FOLDER}/{decision.response[:12]}-{decision.at:%Y%m%d%H%M%S}.txt"


def write(office: Office, site: Site, cases: list[Case]) -> Iterator[Written]:
    """Write the letters of decided submissions; raises Refused if a credential or an issuer cannot be read any more.

    The HTML comes first and the text last: a letter whose text is there is there as a whole.
    """
    issuers: dict[str, Issuer] = {}
    whole_files.make_folders(office.root / FOLDER, FOLDER_MODE)
    for case in cases:
        decision = case.decision
        assert decision is not None  # only decided submissions have letters
        listed = office.credential(case)
        if decision.issuer not in issuers:
            issuers[decision.issuer] = register.read(office.root, decision.issuer).issuer
        about = _about(site, listed, issuers[decision.issuer], case)
        yield Written(case, _write(office.root, decision, about, listed, case.response.email))


def _write(root: Path, decision: Decision, about: About, listed: Listed, email: str) -> str:
    letter = letters.blocks(decision, rubric.of(listed.record), about)
    title = letters.subject(decision, about)
    name = path(decision)
    to = f"To: {email}\n" if email else ""
    text = f"{to}Subject: {title}\n\n{letters.as_text(letter)}"
    for file, data in ((name[:-4] + ".html", letters.as_html(letter, title)), (name, text)):
        whole_files.replace(root / file, data.encode(), whole_files.PRIVATE)
    return name


def _is_owed(root: Path, decision: Decision) -> bool:
    return decision.outcome != "withdrawn" and not is_written(root, decision)


def _about(site: Site, listed: Listed, issuer: Issuer, case: Case) -> About:
    record = listed.record
    form = record.form or issuer.form
    document = Document(path=listed.path, slug=listed.slug, issuer=listed.issuer, record=record)
    return About(
        name=case.response.name,
        title=record.title,
        issuer=issuer.name,
        contact=issuer.contact or "",
        page=urls.absolute(site, urls.credential(listed.slug)),
        form=forms.address(form, site, document, issuer.name) if form else "",
        days=record.review.days,
        attempts=record.review.attempts,
    )
