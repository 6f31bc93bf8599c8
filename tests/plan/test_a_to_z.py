import pytest
from msgspec.structs import replace

from sitegen.plan import a_to_z, sitemap
from sitegen.plan.lookup import Lookup


@pytest.fixture
def titled(catalog):
    """Makes a catalog whose credentials have these titles; in which language may be said."""

    def made(*titles, language="en"):
        model = catalog.credentials["loud-talk"]
        credentials = {
            f"c{n:04}": replace(model, slug=f"c{n:04}", record=replace(model.record, title=title))
            for n, title in enumerate(titles)
        }
        site = replace(catalog.site, language=language)
        return Lookup(replace(catalog, credentials=credentials, site=site))

    return made


def groups(look):
    ((_, page),) = a_to_z.pages(look)
    return {group.text: [line.text for line in group.lines] for group in page.groups}


def test_titles_stand_under_their_first_letters_in_order(titled):
    assert groups(titled("Talk", "beginning", "Arguing", "Asking")) == {
        "A": ["Arguing", "Asking"],
        "B": ["beginning"],
        "T": ["Talk"],
    }


def test_articles_do_not_count(titled):
    assert groups(titled("A Bridge", "The Bell", "Aim")) == {"A": ["Aim"], "B": ["The Bell", "A Bridge"]}


def test_articles_are_those_of_the_site_s_language(titled):
    assert list(groups(titled("Die Brücke", "The Bell", language="de"))) == ["B", "T"]
    assert list(groups(titled("The Bell", language="fi"))) == ["T"]


@pytest.mark.parametrize(
    ("title", "letter"),
    [("Écrire", "E"), ("3 ways", "0–9"), ("“Why?”", "W"), ("Ωmega", "Ω"), ("…", "#"), ("日本", "日")],
)
def test_every_title_has_a_letter(title, letter):
    assert a_to_z.letter(title) == letter


def test_numbers_and_signs_come_last(titled):
    assert list(groups(titled("…", "3 ways", "Zeal", "Ωmega", "Aim"))) == ["A", "Z", "Ω", "0–9", "#"]


def test_retired_credentials_are_listed_as_such(look):
    ((_, page),) = a_to_z.pages(look)
    retired = [line.href for group in page.groups for line in group.lines if line.retired]
    assert retired == ["/credentials/old-way/"]


def test_letters_of_a_small_catalog_lead_down_the_page(titled):
    ((path, page),) = a_to_z.pages(titled("Aim", "Bell"))
    assert path == "/a-z/"
    assert [letter.href for letter in page.letters] == ["#letter-a", "#letter-b"]
    assert [group.id for group in page.groups] == ["letter-a", "letter-b"]


def test_an_empty_catalog_has_an_empty_list(titled):
    ((_, page),) = a_to_z.pages(titled())
    assert (page.letters, page.groups, page.total) == ((), (), 0)


def test_letters_of_a_large_catalog_have_pages_of_their_own(titled):
    look = titled(*(f"Aim {n}" for n in range(a_to_z.ONE_PAGE)), "Bell", "Ωmega")
    found = dict(a_to_z.pages(look))
    assert list(found) == ["/a-z/", "/a-z/a/", "/a-z/a/page/2/", "/a-z/b/", "/a-z/u03a9/"]
    assert not found["/a-z/"].groups
    assert [letter.here for letter in found["/a-z/b/"].letters] == [False, True, False]
    assert [letter.href for letter in found["/a-z/b/"].letters] == ["/a-z/a/", "/a-z/b/", "/a-z/u03a9/"]


def test_every_credential_of_a_large_catalog_is_listed_once(titled):
    look = titled(*(f"Aim {n}" for n in range(a_to_z.ONE_PAGE + 50)), "Bell")
    lines = [line.href for _, page in a_to_z.pages(look) for group in page.groups for line in group.lines]
    assert sorted(lines) == [f"/credentials/{slug}/" for slug in look.public]


def test_the_sitemap_has_every_page_of_the_list(titled):
    look = titled(*(f"Aim {n}" for n in range(a_to_z.ONE_PAGE + 1)))
    listed = {path for path, _ in sitemap.pages(look)}
    assert {path for path, _ in a_to_z.pages(look)} <= listed
