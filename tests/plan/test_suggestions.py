import pytest
from msgspec.structs import replace

from sitegen.model.nearby import Nearby
from sitegen.model.pathway import Stage
from sitegen.plan import suggestions
from sitegen.plan.lookup import Lookup

GRADES = ("early-years", "k-2", "3-5", "6-8", "9-12", "adult")


@pytest.fixture
def shelf(catalog):
    """Makes a catalog of credentials from their slugs and changed fields, with what lies near the first; settings may change."""

    def made(near=(), pathways=None, topics=None, publish=None, **records):
        model = catalog.credentials["loud-talk"]
        credentials = {
            slug: replace(model, slug=slug, record=replace(model.record, title=slug.title(), **fields))
            for slug, fields in records.items()
        }
        site = replace(catalog.site, publish=replace(catalog.site.publish, **(publish or {})))
        whole = replace(catalog, credentials=credentials, pathways=pathways or {}, site=site)
        titles = {"noise": "My room is loud"}
        return Lookup(whole, Nearby(alike={"one": tuple(near)}, topics=topics or {}, titles=titles))

    return made


@pytest.fixture
def pathway(catalog):
    """Makes a pathway from the credentials of its steps."""

    def made(*steps, **changes):
        entry = catalog.pathways["first-steps"]
        stages = tuple(Stage(title="A step", credentials=step) for step in steps)
        return {"way": replace(entry, slug="way", record=replace(entry.record, stages=stages, **changes))}

    return made


def found(look):
    return suggestions.of(look, look.public["one"])


def told(shown):
    return [(one.href.split("/")[-2], one.reason) for one in shown]


def test_what_lies_near_is_related_for_the_field_it_shares(shelf):
    look = shelf(near=("two",), one={}, two={"focus_areas": ("talk", "reading")})
    assert told(found(look).alike) == [("two", "Also in Classroom Talk")]


def test_a_topic_that_both_answer_is_the_better_reason(shelf):
    look = shelf(near=("two",), topics={"one": {"noise": 500}, "two": {"noise": 300}}, one={}, two={})
    assert told(found(look).alike) == [("two", "Helps too when you say: “My room is loud”")]


def test_what_shares_no_field_says_so(shelf):
    look = shelf(near=("two",), one={}, two={"focus_areas": ("reading",)})
    assert told(found(look).alike) == [("two", "From another field, about something close to this")]


def test_what_the_authors_name_is_not_found_a_second_time(shelf):
    look = shelf(near=("two", "three"), one={"related": ("two",)}, two={}, three={})
    assert found(look).named == ("two",)
    assert [slug for slug, _ in told(found(look).alike)] == ["three"]


def test_no_more_are_related_than_there_is_room_for(shelf):
    others = [f"c{n}" for n in range(9)]
    look = shelf(near=others[2:], one={"related": tuple(others[:2])}, **{slug: {} for slug in others})
    assert len(found(look).named) + len(found(look).alike) == suggestions.RELATED


def test_retired_credentials_and_drafts_are_not_suggested(shelf, pathway):
    look = shelf(
        near=("two", "three"),
        pathways=pathway(("one",), ("two", "three")),
        one={},
        two={"status": "retired"},
        three={"status": "draft"},
    )
    assert found(look) == suggestions.Suggestions((), (), ())


def test_the_next_step_of_a_pathway_comes_next(shelf, pathway):
    look = shelf(pathways=pathway(("one",), ("two",), title="A Longer Way"), one={}, two={})
    assert told(found(look).after) == [("two", "The next step of the pathway “A Longer Way”")]


def test_of_a_step_the_nearest_come_first(shelf, pathway):
    look = shelf(near=("three",), pathways=pathway(("one",), ("two", "three")), one={}, two={}, three={})
    assert [slug for slug, _ in told(found(look).after)] == ["three", "two"]


def test_after_the_last_step_nothing_comes_next(shelf, pathway):
    look = shelf(pathways=pathway(("two",), ("one",)), one={}, two={})
    assert found(look).after == ()


def test_a_retired_pathway_leads_nowhere(shelf, pathway):
    look = shelf(pathways=pathway(("one",), ("two",), status="retired"), one={}, two={})
    assert found(look).after == ()


def test_the_same_for_older_students_may_come_next(shelf):
    look = shelf(near=("two",), one={"grades": ("k-2",)}, two={"grades": ("k-2", "3-5", "6-8")})
    assert told(found(look).after) == [("two", "Like this one, also for Grades 3–5 and Grades 6–8")]


def test_younger_students_are_not_the_next_step(shelf):
    look = shelf(near=("two",), one={"grades": ("6-8",)}, two={"grades": ("k-2",)})
    assert found(look).after == ()


def test_a_longer_piece_of_work_in_the_same_field_may_come_next(shelf, catalog):
    effort = catalog.credentials["loud-talk"].record.effort
    longer = replace(effort, hours=2 * effort.hours)
    look = shelf(near=("two",), one={}, two={"effort": longer})
    ((slug, reason),) = told(found(look).after)
    assert slug == "two"
    assert reason.startswith("In the same field, and a longer piece of work: about ")


def test_what_comes_next_is_not_called_related_too(shelf, pathway):
    look = shelf(
        near=("two", "three"), pathways=pathway(("one",), ("two", "three")),
        one={"related": ("two",)}, two={}, three={},
    )  # fmt: skip
    assert (found(look).named, found(look).alike) == ((), ())


def test_no_more_come_next_than_can_be_considered(shelf, pathway):
    others = [f"c{n}" for n in range(9)]
    look = shelf(pathways=pathway(("one",), tuple(others)), one={}, **{slug: {} for slug in others})
    assert len(found(look).after) == suggestions.NEXT


def test_a_retired_credential_keeps_only_what_its_authors_name(shelf, pathway):
    look = shelf(near=("three",), pathways=pathway(("one",), ("three",)),
                 one={"status": "retired", "related": ("two",)}, two={}, three={})  # fmt: skip
    assert found(look) == suggestions.Suggestions(("two",), (), ())


def test_a_site_without_recommendations_shows_only_what_authors_name(shelf, pathway):
    look = shelf(near=("three",), pathways=pathway(("one",), ("three",)), publish={"recommendations": False},
                 one={"related": ("two",)}, two={}, three={})  # fmt: skip
    assert found(look) == suggestions.Suggestions(("two",), (), ())
