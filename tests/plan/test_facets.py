import json

import pytest

from sitegen.plan import facets


@pytest.fixture
def counts(look):
    return {facet.name: {v.label: v.count for v in facet.values} for facet in facets.facets(look)}


def test_only_offered_credentials_are_counted(counts):
    assert counts["issuer"] == {"Attic Museum": 1, "Lake College": 2}


def test_a_credential_counts_in_each_of_its_focus_areas(counts):
    assert counts["focus"] == {"Classroom Talk": 3, "Reading": 1}


def test_values_that_no_credential_has_are_left_out(counts):
    assert set(counts["audience"]) == {"Classroom teachers"}


def test_grades_keep_the_order_of_the_site(counts):
    assert list(counts["grades"]) == ["K–2", "Grades 3–5"]


@pytest.mark.parametrize(
    ("slug", "effort", "cost"), [("calm-start", "medium", "fee"), ("loud-talk", "short", "free")]
)
def test_hours_and_fees_become_choices(look, slug, effort, cost):
    found = facets.values(look.public[slug])
    assert (found["effort"], found["cost"]) == ([effort], [cost])


def test_the_browser_is_given_every_offered_credential_with_its_values(look):
    data = json.loads(facets.catalog_data(look))
    assert [row["slug"] for row in data["rows"]][:2] == ["calm-start", "loud-talk"]
    assert data["rows"][0]["facets"]["focus"] == ["reading", "talk"]


def test_every_value_given_to_the_browser_has_a_label(look):
    data = json.loads(facets.catalog_data(look))
    labels = {facet["name"]: dict(facet["values"]) for facet in data["facets"]}
    for row in data["rows"]:
        assert all(slug in labels[name] for name, slugs in row["facets"].items() for slug in slugs)
