"""What a plan becomes for each host."""

import re

import pytest
from msgspec.structs import replace

from sitegen import site_view
from sitegen.plan import headers, hosts, machine
from sitegen.serving import redirects as reader


def adapted(look, host, *, preview=False, base_url=""):
    site = replace(look.site, host=host, base_url=base_url or look.site.base_url)
    jobs = hosts.adapted(list(machine.jobs(look)), look, site, preview=preview)
    return {job.address: job.payload.decode() for job in jobs if job.maker == "file"}


def test_netlify_gets_the_plan_as_it_is(look):
    assert adapted(look, "netlify") == {
        job.address: job.payload.decode() for job in machine.jobs(look) if job.maker == "file"
    }


@pytest.mark.parametrize("host", ["github", "none"])
def test_files_that_a_host_does_not_read_are_not_published_there(look, host):
    assert not {"_headers", "_redirects"} & adapted(look, host).keys()


@pytest.mark.parametrize("host", ["github", "none"])
def test_a_page_at_a_former_address_leads_to_the_new_one(look, host):
    page = adapted(look, host)["credentials/quiet-start/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=/credentials/calm-start/">' in page
    assert f'<link rel="canonical" href="{look.site.base_url}/credentials/calm-start/">' in page
    assert "<script" not in page


def test_every_redirect_of_a_page_has_such_a_page(look):
    rules = reader.parse(adapted(look, "netlify")["_redirects"])
    pages = [rule for rule in rules if rule.pattern.endswith("/")]
    files = adapted(look, "github")
    assert len(pages) == 5
    assert all(f"url={rule.target}" in files[f"{rule.pattern[1:]}index.html"] for rule in pages)


def test_a_site_under_a_path_leads_on_below_it(with_site):
    look = with_site(base_url="https://example.github.io/shelf")
    page = adapted(look, "github")["credentials/quiet-start/index.html"]
    assert "url=/shelf/credentials/calm-start/" in page


def test_github_is_told_to_publish_everything_and_under_which_name(look):
    made = adapted(look, "github", base_url="https://badges.example.org/x")
    assert made[".nojekyll"] == ""
    assert made["CNAME"] == "badges.example.org\n"
    assert "CNAME" not in adapted(look, "github", base_url="https://example.github.io/x")
    assert ".nojekyll" not in adapted(look, "none")


def test_cloudflare_does_not_join_the_policies_of_pages_and_pictures(look):
    rule = adapted(look, "cloudflare")["_headers"].split("\n/art/*\n")[1].split("\n/")[0].splitlines()
    assert rule[0] == "  ! Content-Security-Policy"
    assert rule[1].startswith("  Content-Security-Policy: default-src 'none'; style-src")


def test_cloudflare_gets_the_same_headers_otherwise(look):
    def without(text):
        return [line for line in text.splitlines() if not line.startswith("  !")]

    assert without(adapted(look, "cloudflare")["_headers"]) == without(adapted(look, "netlify")["_headers"])


def test_redirects_that_cloudflare_passes_over_become_pages(look, monkeypatch):
    monkeypatch.setattr(hosts, "MOST_REDIRECTS", 3)
    over = [line.split()[0] for line in adapted(look, "cloudflare")["_redirects"].splitlines()][3:]
    made = adapted(look, "cloudflare")
    assert [old for old in over if old.endswith("/") and f"{old[1:]}index.html" not in made] == []
    assert "credentials/quiet-start/index.html" not in made


def test_cloudflares_limits_of_header_rules_are_kept(site):
    text = headers.job(replace(site, base_url="https://example.org/a-long-path-of-a-site")).payload.decode()
    assert len(re.findall(r"^/", text, re.MULTILINE)) <= 100
    assert max(map(len, text.splitlines())) <= 2_000


@pytest.mark.parametrize(
    ("host", "carried"), [("netlify", False), ("cloudflare", False), ("github", True), ("none", True)]
)
def test_pages_carry_the_policy_where_the_host_sends_none(site, host, carried):
    view = site_view.of(replace(site, host=host))
    assert bool(view.policy) is carried
    assert "frame-ancestors" not in view.policy  # means nothing there, and browsers complain of it


def test_a_preview_asks_not_to_be_listed(look):
    assert "Disallow: /\n" in adapted(look, "netlify", preview=True)["robots.txt"]
    assert "Sitemap" not in adapted(look, "github", preview=True)["robots.txt"]
    assert "Allow: /\n" in adapted(look, "netlify")["robots.txt"]


def test_words_of_a_site_cannot_leave_the_page_that_leads_on(with_site):
    made = adapted(with_site(name="<script>x</script>"), "none")["credentials/quiet-start/index.html"]
    assert "<title>&lt;script&gt;x&lt;/script&gt;</title>" in made
