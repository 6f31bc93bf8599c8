"""“Suggest a change” opens the page on which a file can be edited, wherever the repository lives."""

import pytest
from msgspec.structs import replace

from sitegen.model.site import Repository
from sitegen.plan import heads

FILE = "content/credentials/lake-college/calm-start.md"


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        (Repository(url="https://github.com/a/b"), "https://github.com/a/b/edit/main/"),
        (Repository(url="https://github.com/a/b.git"), "https://github.com/a/b/edit/main/"),
        (Repository(url="https://github.com/a/b/"), "https://github.com/a/b/edit/main/"),
        (Repository(url="https://gitlab.com/a/team/b"), "https://gitlab.com/a/team/b/-/edit/main/"),
        (Repository(url="https://gitlab.example.edu/a/b"), "https://gitlab.example.edu/a/b/-/edit/main/"),
        (
            Repository(url="https://code.example.edu/a/b", service="gitlab"),
            "https://code.example.edu/a/b/-/edit/main/",
        ),
        (Repository(url="https://codeberg.org/a/b"), "https://codeberg.org/a/b/_edit/main/"),
        (
            Repository(url="https://git.example.org/a/b", service="forgejo"),
            "https://git.example.org/a/b/_edit/main/",
        ),
        (Repository(url="https://git.example.org/a/b"), "https://git.example.org/a/b/edit/main/"),
        (
            Repository(url="https://github.com/a/b", branch="year 2/x#y"),
            "https://github.com/a/b/edit/year%202/x%23y/",
        ),
        (
            Repository(url="https://github.com/a/b", folder="catalog/"),
            "https://github.com/a/b/edit/main/catalog/",
        ),
    ],
)
def test_the_address_is_that_of_the_service(site, repository, address):
    assert heads.edit(replace(site, repository=repository), FILE) == address + FILE


def test_bitbucket_says_so_at_the_end(site):
    made = heads.edit(replace(site, repository=Repository(url="https://bitbucket.org/a/b")), FILE)
    assert made == f"https://bitbucket.org/a/b/src/main/{FILE}?mode=edit"


def test_without_a_repository_there_is_no_link(site):
    assert heads.edit(replace(site, repository=None), FILE) == ""
