import json

import pytest
from msgspec.structs import replace

from sitegen.plan import credential_page


@pytest.fixture
def page(look, documents):
    def made(slug="calm-start", **changes):
        document = documents[slug]
        changed = replace(document, record=replace(document.record, **changes))
        return credential_page.view(look.site, changed, credential_page.around(look, look.public[slug]))

    return made


def test_levels_pass_down_to_the_passing_one(page):
    assert page().parts[0].passing == 2


def test_only_the_best_level_passes_if_none_is_named(page):
    assert page(passing_level=None).parts[0].passing == 1


def test_cells_come_in_the_order_of_the_levels(page):
    assert page().parts[0].rows[0].cells == ("Great: words", "Good enough: words", "Not yet: words")


def test_the_form_is_filled_in_for_the_credential(page):
    assert (
        page().submission.href
        == "https://forms.example.org/f?c=calm-start&t=A%20Calm%20Start&i=Lake%20College"
    )


def test_a_title_cannot_add_fields_to_the_form(page):
    assert "t=A%26i%3DB%23&i=" in page(title="A&i=B#").submission.href


def test_a_retired_credential_cannot_be_submitted(page):
    assert page("old-way").submission is None


def test_a_retired_credential_leads_to_its_replacement(page):
    assert page("old-way").replaced_by.href == "/credentials/calm-start/"


def test_a_draft_asks_search_engines_to_stay_away(page):
    assert not page("someday").head.index
    assert page().head.index


def test_related_credentials_without_a_page_are_left_out(page):
    assert [card.slug for card in page().related] == ["loud-talk"]


def test_text_cannot_leave_the_script_element_of_its_data(page):
    text = page(title="</script><!--<script>", summary="a & b").head.json_ld
    assert not set("<>&") & set(text)
    assert json.loads(text)["name"] == "</script><!--<script>"


def test_data_for_search_engines_has_full_addresses(page):
    data = json.loads(page().head.json_ld)
    assert data["url"] == "https://shelf.example.org/credentials/calm-start/"
    assert data["recognizedBy"]["url"] == "https://shelf.example.org/issuers/lake-college/"


def test_the_source_can_be_edited(page):
    start = "https://github.com/example/shelf/edit/main/"
    assert page().edit == f"{start}content/credentials/lake-college/calm-start.md"


def test_a_change_elsewhere_in_the_catalog_that_the_page_does_not_show_leaves_it_as_it_was(
    look, with_record, documents
):
    other = with_record("credentials", "old-way", summary="Another sentence, which no list shows any more.")
    views = [
        credential_page.view(
            which.site, documents["calm-start"], credential_page.around(which, which.public["calm-start"])
        )
        for which in (look, other)
    ]
    assert views[0] == views[1]
