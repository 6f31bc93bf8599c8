"""Links to forms, each for itself."""

from typing import Any

import msgspec
import pytest

from sitegen.check import form_links
from sitegen.model.terms import Form
from tests.check import records


def _codes(url: str, **fields: Any) -> list[str]:
    form = msgspec.convert({"url": url} | fields, Form)
    return [problem.code for problem in form_links.of("content/issuers/x.md", form)]


@pytest.mark.parametrize(
    "link",
    [
        "https://docs.google.com/forms/d/e/1FAIpQLSG_x/viewform?usp=pp_url&entry.1=SG_CREDENTIAL",
        "https://docs.google.com/forms/d/1a2b/viewform",
        "https://forms.office.com/Pages/ResponsePage.aspx?id=DQSIkWdsW0yxEjajBLZtrQAA&r1=SG_TITLE",
        "https://form.typeform.com/to/x#credential=SG_CREDENTIAL&v=SG_VERSION",
        "https://airtable.com/appA/pagB/form?prefill_Badge=SG_CREDENTIAL",
        "https://airtable.com/shrA1b2?prefill_Badge+Name=SG_TITLE",
        "https://form.jotform.com/240011?credential=SG_CREDENTIAL&name=SG_TITLE",
        "https://tally.so/r/w2?credential=SG_CREDENTIAL_SG_VERSION",
        "https://forms.example.org/submissions?about=SG_CREDENTIAL%20SG_VERSION",
        "https://forms.example.org/send?email=SG_CREDENTIAL",
    ],
)
def test_links_that_earners_can_use_are_fine(link: str) -> None:
    assert _codes(link) == []


@pytest.mark.parametrize("host", ["bit.ly", "forms.gle", "TinyURL.com", "t.co"])
def test_shortened_links_are_refused(host: str) -> None:
    assert _codes(f"https://{host}/3xYz?c=SG_CREDENTIAL") == ["form-shortened"]


@pytest.mark.parametrize(
    "link",
    [
        "https://docs.google.com/forms/d/1a2b/edit",
        "https://docs.google.com/forms/d/1a2b/edit?usp=sharing",
        "https://docs.google.com/forms/d/1a2b/edit#responses",
        "https://docs.google.com/forms/d/1a2b/viewanalytics",
        "https://docs.google.com/forms/d/1a2b/prefill",
        "https://docs.google.com/forms/d/e/1a2b/viewform?edit2=2_ABaOnue",
        "https://docs.google.com/spreadsheets/d/1a2b/view",
        "https://docs.google.com/document/d/1a2b",
        "https://forms.office.com/Pages/DesignPageV2.aspx?id=x",
        "https://forms.office.com/pages/analysispage.aspx?id=x",
        "https://admin.typeform.com/form/x/create",
        "https://airtable.com/appA1/tblB2/viwC3",
        "https://tally.so/forms/w2/edit",
        "https://forms.example.org/harbor/edit",
        "https://forms.example.org/harbor#responses",
    ],
)
def test_links_to_editors_and_responses_are_refused(link: str) -> None:
    assert "form-edit-link" in _codes(link)


@pytest.mark.parametrize(
    "link",
    [
        "https://tally.so/r/x?c=SG_CREDENTIALS",
        "https://tally.so/r/x?c=SG_CREDENTIAL_ID",
        "https://tally.so/r/x?c=sg_credential",
        "https://tally.so/r/x?c=SG_NAME",
        "https://tally.so/r/x#c=SG_LANGUAGE",
        "https://tally.so/r/SG_CREDENTIAL?x=1",
    ],
)
def test_words_that_nobody_replaces_are_told(link: str) -> None:
    assert _codes(link) == ["form-unknown-word"]


@pytest.mark.parametrize(
    "pair",
    [
        "email=ana@example.org",
        "entry.5=ana%40example.org",
        "entry.5=write+to+ana@example.org",
        "first_name=Ana",
        "name[first]=Ana",
        "Phone=12345",
        "prefill_x=1&student=Mo",
        "token=abc",
        "api_key=abc",
    ],
)
@pytest.mark.parametrize("mark", ["?", "#"])
def test_personal_data_and_secrets_are_not_filled_in(mark: str, pair: str) -> None:
    assert _codes(f"https://form.example.org/x{mark}{pair}") == ["form-personal-data"]


def test_fields_are_for_services_whose_links_are_known() -> None:
    fields = {"badge": "credential"}
    assert _codes("https://form.jotform.com/1", fields=fields) == []
    assert _codes("https://www.cognitoforms.com/x/y", fields=fields) == ["form-fields"]
    assert _codes("https://forms.example.org/x", fields=fields) == ["form-fields"]


def test_the_form_of_a_credential_is_looked_at_with_its_record() -> None:
    record = records.credential(form={"url": "https://bit.ly/x"})
    assert [problem.code for problem in form_links.check("x.md", record)] == ["form-shortened"]
