"""Listings: the part of a credential that the rest of the catalog may know."""

from typing import Any

import msgspec

from sitegen.model import catalog
from sitegen.model.credential import Credential

LEVELS = {"Meets the standard": "All.", "Almost there": "Some.", "Not yet": "None."}
FIELDS: dict[str, Any] = {
    "title": "A Calm Start",
    "summary": "Begins lessons so that they settle.",
    "focus_areas": ["talk"],
    "problems": ["It takes ten minutes to begin"],
    "audience": ["classroom-teacher"],
    "effort": {"hours": 3},
    "competency": "Begins calmly.",
    "key_method": {"name": "A task", "summary": "It waits."},
    "body": "Do it.",
    "evidence": [
        {
            "title": "A",
            "kinds": ["plan", "video"],
            "task": "Send.",
            "rubric": [{"criterion": "c", "levels": LEVELS}],
        }
    ],
}


def _credential(**fields: Any) -> Credential:
    return msgspec.convert(FIELDS | fields, Credential, strict=False)


def test_a_listing_knows_the_kinds_of_evidence_part_by_part() -> None:
    assert catalog.listing(_credential()).evidence == (("plan", "video"),)


def test_a_listing_knows_the_address_of_a_form_of_its_own() -> None:
    made = catalog.listing(_credential(form={"url": "https://forms.example.org/a"}))
    assert made.form == "https://forms.example.org/a"


def test_a_listing_without_a_form_has_no_address() -> None:
    assert catalog.listing(_credential()).form == ""


def test_long_texts_are_of_no_concern_to_a_listing() -> None:
    changed = _credential(body="Other.", research=[{"note": "Other."}], licence="Other")
    assert catalog.listing(changed) == catalog.listing(_credential())


def test_a_listing_tells_that_a_credential_is_about_something_else_but_not_what() -> None:
    plain, changed = catalog.listing(_credential()), catalog.listing(_credential(competency="Other."))
    assert changed != plain
    assert msgspec.structs.replace(changed, gist=plain.gist) == plain


def test_every_field_that_a_listing_shares_is_the_credentials_own() -> None:
    credential = _credential(aliases=["old"], related=["other"], image="a.svg", version="2.1")
    listing = catalog.listing(credential)
    shared = set(listing.__struct_fields__) & set(credential.__struct_fields__) - {"evidence", "form"}
    assert all(getattr(listing, name) == getattr(credential, name) for name in shared)
