"""The site's own form: there only if it is asked for, and for the credentials that have no other."""

import pytest

from sitegen.model import urls
from sitegen.model.submit_form import SubmitForm
from sitegen.plan import pages, submit_page


@pytest.fixture
def own(with_site):
    return with_site(submit_form=SubmitForm(service="netlify", intro="Two of us read it."))


def test_a_site_has_no_form_unless_it_asks_for_one(look, own):
    there = {job.address for job in pages.plan(look)}
    assert not [address for address in there if address.startswith("submit/")]
    more = {job.address for job in pages.plan(own)} - there
    assert more == {urls.file(urls.SUBMIT), urls.file(urls.SUBMITTED)}


def test_it_offers_the_credentials_that_have_no_other_form(own):
    groups = submit_page.form(own).groups
    assert [(g.name, [c.value for c in g.choices]) for g in groups] == [("Attic Museum", ["loud-talk"])]
    assert groups[0].choices[0].version == "1.0"


def test_it_has_a_field_for_each_part_of_the_longest_credential(own):
    assert submit_page.form(own).parts == 1


def test_it_asks_for_a_name_where_there_are_too_many_to_choose_from(own, monkeypatch):
    monkeypatch.setattr(submit_page, "MOST_CHOICES", 0)
    assert submit_page.form(own).groups == ()


def test_search_engines_list_neither_page(own):
    assert not submit_page.form(own).head.index
    assert not submit_page.thanks(own).head.index


def test_what_was_sent_leads_to_a_page_without_an_ending(own):
    assert submit_page.form(own).action == "/submit/thanks/"
