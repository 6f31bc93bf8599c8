import msgspec
from msgspec.structs import replace

from sitegen.plan import api, machine


def addresses(look):
    return {job.address for job in machine.jobs(look)}


def test_no_file_is_made_twice(look):
    found = [job.address for job in machine.jobs(look)]
    assert len(found) == len(set(found))


def test_a_site_may_do_without_feeds_and_api(look, with_site):
    bare = with_site(publish=replace(look.site.publish, feeds=False, api=False))
    assert addresses(bare) == {"sitemap.xml", "robots.txt", "_headers", "_redirects"}


def test_feeds_and_api_come_on_top(look):
    assert {"feed.xml", "api/index.json", "api/schemas/issuers.json"} <= addresses(look)


def test_credentials_are_made_from_their_file_and_what_surrounds_them(look):
    jobs = {job.source: job for job in machine.jobs(look) if job.maker == "api-credential"}
    job = jobs["content/credentials/lake-college/calm-start.md"]
    assert job.address == "api/credentials/calm-start.json"
    around = msgspec.json.decode(job.payload, type=api.Around)
    assert around == api.around(look, look.public["calm-start"])


def test_all_else_is_ready(look):
    assert {job.maker for job in machine.jobs(look) if not job.source} == {"file"}
