import pytest
from msgspec.structs import replace

from sitegen.model.nearby import Nearby
from sitegen.plan import pages as planned
from sitegen.plan import topics
from sitegen.plan.lookup import Lookup

TITLES = {"noise": "My room is loud", "quiet": "My room is quiet", "rain": "It rains"}


@pytest.fixture
def sorted_catalog(catalog):
    """The small catalog with situations: a credential for two of them, one for the second alone, one retired."""
    answered = {
        "loud-talk": {"noise": 610, "quiet": 400},
        "calm-start": {"quiet": 520},
        "someday": {"quiet": 90},
    }
    return Lookup(catalog, Nearby(topics=answered, titles=TITLES))


def slugs(topic):
    return [entry.slug for entry in topic.entries]


def test_a_credential_stands_under_each_situation_it_answers(sorted_catalog):
    found = {topic.slug: slugs(topic) for topic in topics.of(sorted_catalog)}
    assert found["noise"] == ["loud-talk"]
    assert set(found["quiet"]) == {"loud-talk", "calm-start", "someday"}


def test_the_credential_that_answers_best_comes_first(sorted_catalog):
    quiet = next(topic for topic in topics.of(sorted_catalog) if topic.slug == "quiet")
    assert slugs(quiet) == ["calm-start", "loud-talk", "someday"]


def test_a_situation_that_nothing_answers_has_no_page(sorted_catalog):
    assert "rain" not in {topic.slug for topic in topics.of(sorted_catalog)}


def test_topics_keep_the_order_of_the_situations(sorted_catalog):
    assert [topic.slug for topic in topics.of(sorted_catalog)] == ["noise", "quiet"]


def test_what_answers_no_situation_is_found_under_something_else(catalog):
    found = topics.of(Lookup(catalog, Nearby(topics={"loud-talk": {"noise": 610}}, titles=TITLES)))
    assert [(topic.slug, slugs(topic)) for topic in found] == [
        ("noise", ["loud-talk"]),
        (topics.REST, ["calm-start", "someday"]),
    ]


def test_retired_credentials_answer_nothing(sorted_catalog):
    assert all("old-way" not in slugs(topic) for topic in topics.of(sorted_catalog))


def test_focus_areas_are_the_topics_where_no_situations_are_known(look):
    assert [topic.slug for topic in topics.of(look)] == ["talk", "reading"]


def test_a_topic_shows_problems_with_the_credential_that_answers_them(sorted_catalog, catalog):
    found = topics.of(sorted_catalog)
    ((path, page),) = topics.pages(sorted_catalog, found[0], found)
    assert path == "/topics/noise/"
    (answer,) = page.answers
    assert answer.problems == catalog.credentials["loud-talk"].record.problems[: topics.STATEMENTS]
    assert answer.href == "/credentials/loud-talk/"


def test_a_topic_leads_back_and_to_the_other_topics(sorted_catalog):
    found = topics.of(sorted_catalog)
    ((_, page),) = topics.pages(sorted_catalog, found[0], found)
    assert [crumb.href for crumb in page.crumbs] == ["/credentials/", "/topics/"]
    assert [link.href for link in page.others] == ["/topics/quiet/"]


def test_a_long_topic_is_cut_into_pages(many):
    look = many(60)
    found = topics.of(look)
    paths = [path for path, _ in topics.pages(look, found[0], found)]
    assert paths == ["/topics/talk/", "/topics/talk/page/2/", "/topics/talk/page/3/"]


def test_the_list_of_topics_says_how_many_and_gives_an_example(sorted_catalog, catalog):
    line = topics.index(sorted_catalog, topics.of(sorted_catalog)).topics[1]
    assert (line.text, line.count) == ("My room is quiet", 3)
    assert line.said == catalog.credentials["calm-start"].record.problems[0]


def test_a_site_without_topics_has_neither_topics_nor_letters(with_site, site):
    jobs = planned.plan(with_site(publish=replace(site.publish, topics=False)))
    assert not [job.address for job in jobs if job.address.startswith(("topics/", "a-z/"))]
