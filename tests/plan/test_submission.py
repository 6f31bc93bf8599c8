"""How evidence is sent, and what the credential's page says about it."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from msgspec.structs import replace

from sitegen.model.submit_form import SubmitForm
from sitegen.model.terms import Form, Review
from sitegen.plan import credential_words, submission
from sitegen.plan.submission import Desk

GOOGLE = "https://docs.google.com/forms/d/e/x/viewform?usp=pp_url"
FORM = Form(
    url=f"{GOOGLE}&entry.1=SG_CREDENTIAL", asks="your name", account="a Google account, to attach files"
)


@pytest.fixture
def sent(site, documents):
    """How evidence for the calm start is sent: to a desk of Lake College, from a site with other settings."""

    def made(desk: dict[str, Any], form: Form | None = None, **changes: Any) -> Any:
        document = documents["calm-start"]
        document = replace(document, record=replace(document.record, form=form))
        return submission.of(replace(site, **changes), document, Desk(name="Lake College", **desk))

    return made


def test_the_credentials_own_form_comes_first(sent):
    own = Form(url="https://tally.so/r/own?c=SG_CREDENTIAL")
    assert sent({"form": FORM}, own).href == "https://tally.so/r/own?c=calm-start"


def test_the_words_say_whose_form_opens_and_at_which_service(sent):
    words = sent({"form": FORM}).words
    assert words[0].startswith(
        "The button opens the form of Lake College, at Google Forms (docs.google.com)."
    )
    assert "what you send goes there" in words[0]


def test_a_service_is_not_named_as_the_owner_of_a_form(sent):
    assert "the form of Lake College" in sent({"form": replace(FORM, run_by="Google Forms")}).words[0]
    assert "the form of The Workshop," in sent({"form": replace(FORM, run_by="The Workshop")}).words[0]


def test_the_words_say_what_is_filled_in_already(sent):
    assert "The name of this credential will be filled in" in sent({"form": FORM}).words[1]
    both = replace(FORM, url=f"{FORM.url}&entry.2=SG_VERSION")
    assert "The name of this credential and its version will be filled in" in sent({"form": both}).words[1]
    assert not any("filled in" in sentence for sentence in sent({"form": replace(FORM, url=GOOGLE)}).words)


def test_the_words_say_what_is_asked_and_what_account_is_needed(sent):
    words = sent({"form": replace(FORM, without_account="Without one, write to us.")}).words
    assert words[2:] == (
        "Besides your evidence, the form asks for your name.",
        "You need a Google account, to attach files.",
        "Without one, write to us.",
    )


def test_who_cannot_use_the_form_is_led_to_the_contact_page(sent):
    contact = sent({"form": FORM, "contact": "https://lake.example.org/write"}).contact
    assert (contact.text, contact.href) == ("Lake College", "https://lake.example.org/write")
    assert sent({"form": FORM}).contact.href == ""


def test_a_mailbox_is_named_before_a_contact_page(sent):
    desk = {"form": FORM, "contact": "https://lake.example.org/write", "mailbox": "office@lake.example.org"}
    assert sent(desk).contact.text == "office@lake.example.org"


def test_without_a_form_a_message_names_the_credential_and_its_parts(sent):
    found = sent({"mailbox": "office@lake.example.org"})
    parts = urlsplit(found.href)
    fields = parse_qs(parts.query)
    assert (found.kind, parts.scheme, parts.path) == ("mail", "mailto", "office@lake.example.org")
    assert fields["subject"] == ["Evidence for A Calm Start"]
    assert fields["body"][0].split("\r\n") == [
        "Credential: A Calm Start (calm-start), version 1.0",
        "https://shelf.example.org/credentials/calm-start/",
        "",
        "1. A week of notes: ",
    ]
    assert "+" not in found.href


def test_a_title_adds_no_header_to_a_message(site, documents):
    document = documents["calm-start"]
    evil = replace(document, record=replace(document.record, form=None, title="A&bcc=x@y.example\r\nB"))
    found = submission.of(site, evil, Desk(name="Lake College", mailbox="office@lake.example.org"))
    assert found is not None
    assert set(parse_qs(urlsplit(found.href).query)) == {"subject", "body"}


def test_the_sites_own_form_is_for_issuers_that_have_none(sent):
    own = {"submit_form": SubmitForm(service="netlify")}
    assert sent({"form": FORM}, **own).kind == "form"
    found = sent({"mailbox": "office@lake.example.org"}, **own)
    assert (found.kind, found.href) == ("page", "/submit/#credential=calm-start&version=1.0")
    assert found.contact.text == "office@lake.example.org"


def test_the_address_of_the_sites_own_form_counts_where_the_site_lives(sent):
    found = sent({}, submit_form=SubmitForm(service="netlify"), base_url="https://lake.example.org/catalog")
    assert found.href.startswith("/catalog/submit/#")


def test_without_any_way_there_is_none(sent):
    assert sent({}) is None


def test_an_issuers_usual_days_are_said_of_its_credentials():
    said = list(credential_words.review(Review(days=21), 9))
    assert any("within 21 days" in s and "usually come after 9 days" in s for s in said)


def test_a_credentials_own_usual_days_come_first():
    assert any("after 1 day." in s for s in credential_words.review(Review(days=21, usual_days=1), 9))


@pytest.mark.parametrize("usual", [None, 21, 30])
def test_what_is_no_news_is_not_said(usual):
    assert not any("usually" in s for s in credential_words.review(Review(days=21), usual))
