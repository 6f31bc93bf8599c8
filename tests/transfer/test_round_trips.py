"""Import, export, import: nothing that was taken over the first time is lost on the way."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sitegen.cli import export_source, import_known
from sitegen.model.credential import Credential
from sitegen.model.issuer import Issuer
from sitegen.model.site import Site
from sitegen.signing import achievements
from sitegen.transfer import fitting, reading
from sitegen.transfer.drafts import Draft
from sitegen.transfer.known import Known
from sitegen.transfer.objects import Asked
from sitegen.transfer.outgoing import credentials_csv, ctdl, open_badges

TOP = Path(__file__).parents[2]
EXAMPLES = Path(__file__).parent / "examples"
SITE = Site(name="Case", tagline="A case.", base_url="https://case.example.org")
ISSUER = Issuer(name="Bay College", summary="A college on the bay that offers courses.", type="College")
KNOWN = Known(
    focus_areas={"talk": "talk"},
    audiences=SITE.audiences,
    grades=SITE.grades,
    evidence_kinds=SITE.evidence_kinds,
)
FILLED = {
    "summary": "What somebody adds who knows more of it.",
    "focus_areas": ["talk"],
    "problems": ["Nobody answers my questions"],
    "audience": ["coach"],
    "effort": {"hours": "5"},
    "competency": "Does what it says.",
    "key_method": {"name": "Method", "summary": "It is done so."},
}
"""What a person adds to a draft."""


def imported(name: str, data: bytes) -> list[Draft]:
    found = reading.file(name, data, Asked(KNOWN))
    return [draft for draft in found.drafts if draft.kind == "credential"]


def finished(fields: dict[str, Any]) -> Credential:
    """A draft with everything that was missing."""
    row = {
        "criterion": "It is done",
        "levels": dict.fromkeys(fields.get("rubric_levels", ["Yes", "No"]), "As it says."),
    }
    parts = fields.get("evidence") or [{}]
    evidence = [
        {"title": "What you did", "kinds": ["plan"], "task": "Send it.", "rubric": [row], **part}
        for part in parts
    ]
    levels = {"rubric_levels": fields.get("rubric_levels", ["Yes", "No"])}
    return msgspec.convert({**FILLED, **levels, **fields, "evidence": evidence}, Credential, strict=False)


def lost(first: Any, second: Any, way: str = "") -> Iterator[str]:
    """The ways to what stands in the first and not in the second."""
    if isinstance(first, dict):
        for name, value in first.items():
            yield from lost(value, second.get(name) if isinstance(second, dict) else None, f"{way}.{name}")
    elif isinstance(first, list) and first and isinstance(first[0], dict) and isinstance(second, list):
        for number, value in enumerate(first):
            near = [list(lost(value, other, f"{way}.{number}")) for other in second]
            yield from min(near, key=len, default=[f"{way}.{number}"])
    elif first != second and not is_same_number(first, second):
        yield way


def is_same_number(first: Any, second: Any) -> bool:
    return isinstance(second, str) and second.replace(".", "").isdigit() and float(first) == float(second)


def to_ctdl(record: Credential) -> Any:
    return ctdl.credential(SITE, "it", record, {"talk": "Talk"}, ("bay", ISSUER))


def to_3(record: Credential) -> Any:
    return open_badges.definition_3(SITE, ("bay", ISSUER), asked(record))


def to_2(record: Credential) -> Any:
    return open_badges.definition_2(SITE, "bay", asked(record))


def asked(record: Credential) -> Any:
    return achievements.of(TOP, SITE, "content/credentials/bay/it.md", record)


BADGES = ("badge-class.json", "assertion.json", "credential.json")


@pytest.mark.parametrize(
    ("name", "export"),
    [
        *[(name, to_2) for name in BADGES],
        *[(name, to_3) for name in (*BADGES, "achievement.json")],
        ("registry.json", to_ctdl),
        ("registry-old.json", to_ctdl),
    ],
)
def test_what_was_taken_over_comes_back(name: str, export: Any) -> None:
    first = imported(name, (EXAMPLES / name).read_bytes())[0]
    fields = fitting.fit(first.fields, Credential).fields
    again = imported("again.json", json.dumps(export(finished(fields))).encode())[0]
    assert list(lost(fields, again.fields)) == []


@pytest.mark.parametrize(
    "name", [*BADGES, "achievement.json", "registry.json", "european.jsonld", "fedora.yaml"]
)
def test_a_spreadsheet_gives_back_every_form(name: str) -> None:
    first = imported(name, (EXAMPLES / name).read_bytes())[0]
    record = finished(fitting.fit(first.fields, Credential).fields)
    again = imported("again.csv", credentials_csv.text([({"slug": "it"}, record)]).encode())[0]
    assert msgspec.convert(again.fields, Credential, strict=False) == record
    assert again.slug == "it"


def test_a_spreadsheet_of_the_whole_sample_gives_back_every_record() -> None:
    source = export_source.read(TOP)
    table = credentials_csv.text(
        ({"slug": one.slug, "issuer": one.issuer}, one.record) for one in source.credentials
    )
    found = reading.file("all.csv", table.encode(), Asked(import_known.of(TOP)))
    again = {draft.slug: msgspec.convert(draft.fields, Credential, strict=False) for draft in found.drafts}
    assert found.refused == ()
    assert again == {one.slug: one.record for one in source.credentials}


def test_no_cell_of_a_spreadsheet_is_a_formula() -> None:
    record = finished(
        {"title": "=cmd|' /C calc'!A0", "summary": "@SUM(1) is what it begins with, and it is long enough"}
    )
    table = credentials_csv.text([({}, record)])
    assert "'=cmd" in table
    assert "'@SUM" in table
    again = imported("again.csv", table.encode())[0].fields
    assert again["title"] == record.title
    assert again["summary"] == record.summary


def test_text_that_looks_like_html_survives_a_spreadsheet() -> None:
    record = finished({"title": "About Tags", "body": "Write `<p>` &amp; &, not <b>bold</b>.\n\n  - 'two'"})
    again = imported("again.csv", credentials_csv.text([({}, record)]).encode())[0].fields
    assert again["body"] == record.body


def test_identifiers_of_the_registry_last() -> None:
    record = finished({"title": "Wait Time"})
    assert ctdl.identifier(SITE, "wait", record) == ctdl.identifier(
        SITE, "wait", finished({"title": "Wait Longer"})
    )
    assert ctdl.identifier(SITE, "wait", record) != ctdl.identifier(SITE, "wait-longer", record)


def test_an_identifier_that_was_given_is_kept() -> None:
    first = imported("registry.json", (EXAMPLES / "registry.json").read_bytes())[0]
    graph = to_ctdl(finished(fitting.fit(first.fields, Credential).fields))["@graph"]
    assert graph[0]["ceterms:ctid"] == "ce-11111111-2222-4333-8444-555555555555"


NEEDED = ("@id", "@type", "ceterms:ctid", "ceterms:name", "ceterms:description", "ceterms:subjectWebpage",
          "ceterms:credentialStatusType", "ceterms:inLanguage", "ceterms:ownedBy")  # fmt: skip


@pytest.mark.parametrize("name", NEEDED)
def test_ctdl_has_what_the_registry_asks_for(name: str) -> None:
    assert to_ctdl(finished({"title": "Wait Time", "status": "published"}))["@graph"][0][name]
