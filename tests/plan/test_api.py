import json

import msgspec
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from msgspec.structs import replace

from sitegen.plan import api, api_lists, api_schemas, machine

LISTS = {
    "index": api_lists.index,
    "credentials": api_lists.credentials,
    "issuers": api_lists.issuers,
    "focus-areas": api_lists.focus_areas,
    "pathways": api_lists.pathways,
}
HERE = "https://shelf.example.org"


def answer(look, documents, slug="calm-start"):
    around = api.around(look, look.public[slug])
    return json.loads(api.credential(look.site, documents[slug], around))


def validator(site, name):
    schema = api_schemas.schema(site, name)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def every_object(schema):
    """Every object type of a schema, its name and the names of its fields."""
    return {
        name: set(found["properties"]) for name, found in schema["$defs"].items() if "properties" in found
    }


@pytest.mark.parametrize("name", LISTS)
def test_a_list_fits_its_published_schema(look, name):
    validator(look.site, name).validate(json.loads(LISTS[name](look)))


@pytest.mark.parametrize("slug", ["calm-start", "loud-talk", "old-way", "someday"])
def test_a_credential_fits_its_published_schema(look, documents, slug):
    validator(look.site, "credential").validate(answer(look, documents, slug))


@pytest.mark.parametrize("name", api_schemas.ANSWERS)
def test_every_field_is_always_there(site, name):
    schema = api_schemas.schema(site, name)
    assert {key: set(found["required"]) for key, found in schema["$defs"].items()} == every_object(schema)


def test_a_schema_notices_a_wrong_answer(look, documents):
    wrong = answer(look, documents) | {"evidence": "none"}
    assert not validator(look.site, "credential").is_valid(wrong)


def test_answers_name_the_address_of_a_schema_that_is_published(look, documents):
    published = {f"{HERE}/{job.address}" for job in machine.jobs(look)}
    answers = [json.loads(made(look)) for made in LISTS.values()] + [answer(look, documents)]
    assert {found["$schema"] for found in answers} <= published


def test_a_schema_is_published_under_its_own_id(site):
    for job in api_schemas.jobs(site):
        assert json.loads(job.payload)["$id"] == f"{HERE}/{job.address}"


def test_texts_are_there_as_written_and_as_html(look, documents):
    found = answer(look, documents)
    assert found["body"] == {"markdown": "Do *this*.", "html": "<p>Do <em>this</em>.</p>"}
    assert found["evidence"][0]["task"]["markdown"] == "Keep *notes*."


def test_the_rubric_comes_best_level_first_and_says_which_pass(look, documents):
    found = answer(look, documents)
    assert [level["name"] for level in found["rubric_levels"] if level["passes"]] == ["Great", "Good enough"]
    row = found["evidence"][0]["rubric"][0]
    assert row["id"] == "what-changed"
    assert [cell["level"] for cell in row["levels"]] == ["Great", "Good enough", "Not yet"]


def test_defaults_are_written_out(look, documents):
    found = answer(look, documents, "loud-talk")
    assert found["cost"] == {"amount": 0, "currency": "USD", "note": None}
    assert found["review"]["days"] == 21


def test_words_come_with_their_labels(look, documents):
    assert answer(look, documents)["grades"][0] == {"slug": "k-2", "label": "K–2"}


def test_the_form_is_filled_in(look, documents):
    url = answer(look, documents)["submission"]["url"]
    assert url == "https://forms.example.org/f?c=calm-start&t=A%20Calm%20Start&i=Lake%20College"


def test_a_word_of_the_form_inside_a_title_stays_as_it_is(look, documents):
    document = documents["calm-start"]
    titled = replace(document, record=replace(document.record, title="SG_ISSUER"))
    around = api.around(look, look.public["calm-start"])
    assert "&t=SG_ISSUER&i=Lake" in json.loads(api.credential(look.site, titled, around))["submission"]["url"]


def test_a_retired_credential_cannot_be_submitted_and_names_its_successor(look, documents):
    found = answer(look, documents, "old-way")
    assert found["submission"] is None
    assert found["replaced_by"]["url"] == f"{HERE}/credentials/calm-start/"


def test_only_credentials_with_a_page_are_referred_to(look, documents):
    assert [named["slug"] for named in answer(look, documents)["related"]] == ["loud-talk"]
    stages = json.loads(api_lists.pathways(look))["pathways"][0]["stages"]
    assert stages[0]["credentials"] == ["calm-start", "loud-talk"]


def test_addresses_are_full_ones_even_under_a_path(with_site, documents):
    look = with_site(base_url="https://example.org/shelf")
    found = answer(look, documents)
    assert found["image"] == "https://example.org/shelf/art/credentials/calm-start.svg"
    assert found["issuer"]["url"] == "https://example.org/shelf/issuers/lake-college/"
    assert found["$schema"] == "https://example.org/shelf/api/schemas/credential.json"


def test_the_focus_area_lends_its_picture_where_none_is_drawn(with_site, look, documents):
    bare = with_site(publish=replace(look.site.publish, badge_art=False))
    assert answer(bare, documents)["image"].endswith("/art/focus-areas/reading.svg")


def test_the_list_gives_each_credential_with_its_facets(look):
    found = json.loads(api_lists.credentials(look))
    assert [card["slug"] for card in found["credentials"]] == [
        "calm-start",
        "loud-talk",
        "old-way",
        "someday",
    ]
    assert found["credentials"][0]["facets"]["focus"] == ["reading", "talk"]
    assert found["credentials"][0]["data"] == f"{HERE}/api/credentials/calm-start.json"
    assert {facet["name"] for facet in found["facets"]} >= {"focus", "issuer", "cost"}


def test_the_index_leads_to_everything(look):
    found = json.loads(api_lists.index(look))
    published = {f"{HERE}/{job.address}" for job in machine.jobs(look)}
    named = {part[key] for part in found["collections"] for key in ("url", "schema")}
    assert named | set(found["feeds"]) | {found["credential_schema"]} <= published
    assert found["credential"].replace("{slug}", "calm-start") in published


def test_a_change_that_an_answer_does_not_show_leaves_its_job_as_it_was(look, with_record):
    other = with_record("credentials", "loud-talk", summary="Another sentence about talk that carries far.")
    before, after = (api.around(which, which.public["calm-start"]) for which in (look, other))
    assert msgspec.json.encode(before) == msgspec.json.encode(after)
