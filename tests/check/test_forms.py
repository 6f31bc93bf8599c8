"""Forms: where evidence is sent, and to whose host."""

from typing import Any

import pytest

from sitegen.check import forms
from sitegen.model.document import Entry
from tests.check import records


def _codes(*entries: Entry[Any], **site: Any) -> list[str]:
    return [problem.code for problem in forms.check(records.catalog(*entries, **site))]


def test_the_form_of_the_issuer_is_enough() -> None:
    assert _codes() == []


def test_a_form_of_its_own_is_enough() -> None:
    assert _codes(records.issuer(form=None), records.entry(form=records.FORM)) == []


def test_a_published_credential_without_any_form_is_a_problem() -> None:
    assert _codes(records.issuer(form=None)) == ["no-form"]


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_a_credential_that_cannot_be_earned_needs_no_form(status: str) -> None:
    assert _codes(records.issuer(form=None), records.entry(status=status)) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://docs.google.com/forms/d/e/x/viewform?usp=pp_url&entry.1=SG_TITLE",
        "https://forms.office.com/r/x",
        "https://DOCS.google.com/forms/x",
    ],
)
def test_forms_at_well_known_hosts_are_fine(address: str) -> None:
    assert _codes(records.entry(form={"url": address})) == []


def test_a_site_may_vouch_for_another_host() -> None:
    assert (
        _codes(records.entry(form={"url": "https://forms.lake.example/x"}), form_hosts=["forms.lake.example"])
        == []
    )


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/x",
        "https://docs.google.com.evil.example/forms",
        "https://xdocs.google.com/forms",
        "https://docs.google.com:8443/forms",
        "https://127.0.0.1/forms",
        "https://evil.example/docs.google.com/forms",
        "https://evil.example?docs.google.com",
        "https://evil.example#@docs.google.com/",
    ],
)
@pytest.mark.parametrize("kind", [records.entry, records.issuer])
def test_forms_at_other_hosts_are_a_problem(address: str, kind: Any) -> None:
    assert "form-elsewhere" in _codes(kind(form={"url": address}))


SHARED = "https://docs.google.com/forms/d/e/shared/viewform?usp=pp_url"


def test_a_form_that_serves_one_credential_need_not_be_told_which() -> None:
    assert _codes(records.issuer(form={"url": SHARED})) == []


def test_a_form_of_an_issuer_with_several_credentials_is_told_which() -> None:
    several = records.entry("talk-more")
    assert _codes(records.issuer(form={"url": SHARED}), several) == ["form-without-credential"]
    assert _codes(records.issuer(form={"url": SHARED + "&entry.1=SG_CREDENTIAL"}), several) == []
    assert _codes(records.issuer(form={"url": SHARED, "fields": {"1": "credential"}}), several) == []


def test_a_form_that_two_credentials_name_is_shared_too() -> None:
    own = records.entry(form={"url": SHARED}), records.entry("talk-more", form={"url": SHARED})
    assert _codes(*own) == ["form-without-credential"] * 2


def test_a_form_that_two_issuers_name_is_shared_too() -> None:
    issuers = records.issuer(form={"url": SHARED}), records.issuer("lake", form={"url": SHARED})
    assert _codes(*issuers, records.entry("talk-more", "lake")) == ["form-without-credential"] * 2


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_credentials_that_cannot_be_earned_share_no_form(status: str) -> None:
    assert _codes(records.issuer(form={"url": SHARED}), records.entry("talk-more", status=status)) == []


def test_a_link_may_not_get_too_long_by_what_is_filled_in() -> None:
    title = "語" * 90
    link = SHARED + "&entry.1=SG_CREDENTIAL" + "".join(f"&entry.{n}=SG_TITLE" for n in range(2, 5))
    assert _codes(records.entry(title=title, form={"url": link})) == ["form-too-long"]
    assert _codes(records.entry(title="Calm Starts", form={"url": link})) == []


def test_it_is_told_once_for_a_form_that_gets_too_long() -> None:
    link = SHARED + "&entry.1=SG_CREDENTIAL" + "".join(f"&entry.{n}=SG_TITLE" for n in range(2, 5))
    more = [records.entry(slug, title="語" * 90) for slug in ("one", "two", "three")]
    assert _codes(records.issuer(form={"url": link}), *more) == ["form-too-long"]
