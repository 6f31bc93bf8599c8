"""Lines with one id: which of them counts, and which may not follow another."""

import msgspec
import pytest

from sitegen.awards import batches, editions
from sitegen.model.award import Award, Evidence, Identity
from sitegen.model.catalog import Catalog
from sitegen.model.ledger import Ledger
from sitegen.model.site import Site
from tests.awards import signed_site as site
from tests.badges import sample_awards as samples

FIRST, SECOND = "content/awards/harbor/first.jsonl", "content/awards/harbor/second.jsonl"
ONE = site.award(1, name="Ada", identity=Identity(kind="private", digest="sha256$" + "0a" * 32))
SETTINGS = Site(name="Case", tagline="As small as can be.", base_url=site.SITE)


def _catalog(first: bytes, second: bytes = b"") -> Catalog:
    files = {path: batches.read(data, path, "harbor") for path, data in ((FIRST, first), (SECOND, second))}
    assert [file.problems for file in files.values()] == [(), ()]
    return Catalog(
        site=SETTINGS,
        ledger=Ledger(awards={path: read.file for path, read in files.items() if read.file.lines}),
    )


def _said(first: bytes, second: bytes = b"") -> list[tuple[str, int, str]]:
    """File, line and words of every problem, which all name the line before."""
    found = list(editions.problems(_catalog(first, second).ledger))
    assert all(problem.code == "award-edition" and problem.related and problem.hint for problem in found)
    return [(p.span.file, p.span.line, p.message.partition(": ")[2]) for p in found]


def _counts(first: bytes, second: bytes = b"") -> tuple[str, int]:
    """File and line of the one award that counts."""
    (standing,) = _catalog(first, second).ledger.standings().values()
    return standing.path, standing.line.number


def test_the_edition_signed_last_counts() -> None:
    assert _counts(site.line(ONE), site.renewed(ONE)) == (SECOND, 1)


def test_where_it_stands_does_not_matter() -> None:
    assert _counts(site.renewed(ONE) + site.line(ONE)) == (FIRST, 1)


def test_of_many_editions_one_counts() -> None:
    assert _counts(site.renewed(ONE, 3) + site.line(ONE), site.renewed(ONE, 1) + site.renewed(ONE, 2)) == (
        FIRST,
        1,
    )


def test_of_editions_signed_at_once_the_first_counts_and_the_other_is_at_fault() -> None:
    assert _counts(site.line(ONE), site.line(ONE)) == (FIRST, 1)
    assert _said(site.line(ONE), site.line(ONE)) == [
        (SECOND, 1, "another one with the same id was signed at the same moment")
    ]


@pytest.mark.parametrize(
    "after",
    [
        ONE,
        samples.changed(ONE, name=""),
        samples.changed(ONE, name="", identity=None),
        samples.changed(ONE, expires=site.later(400)),
    ],
    ids=["renewed", "without the name", "without the person", "with an end"],
)
def test_an_award_may_be_renewed_and_the_person_taken_out(after: Award) -> None:
    assert _said(site.line(ONE) + site.renewed(after)) == []


def test_an_award_may_be_signed_again_with_another_key() -> None:
    assert _said(site.line(ONE), site.line(ONE, samples.RETIRED, site.later())) == []


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (
            samples.changed(ONE, achievement=msgspec.structs.replace(site.CALM, version="2.0")),
            "of what was earned",
        ),
        (samples.changed(ONE, subject=site.award(2).subject), "of what was earned"),
        (samples.changed(ONE, index=2), "of what was earned"),
        (samples.changed(ONE, name="Eve"), "of the person or the evidence"),
        (samples.changed(ONE, evidence=(Evidence(title="A letter"),)), "of the person or the evidence"),
    ],
)
def test_a_later_edition_says_nothing_else(after: Award, words: str) -> None:
    ((file, line, said),) = _said(site.line(ONE), site.renewed(after))
    assert (file, line) == (SECOND, 1)
    assert said.endswith(words)


def test_a_name_that_was_taken_out_does_not_come_back() -> None:
    without = samples.changed(ONE, name="")
    found = _said(site.line(ONE) + site.renewed(without, 1) + site.renewed(ONE, 2))
    assert [(line, words.endswith("of the person or the evidence")) for _, line, words in found] == [
        (3, True)
    ]


def test_a_later_edition_does_not_begin_earlier() -> None:
    earlier = samples.changed(ONE, awarded=site.later(-9), issued=site.later(-9))
    later = samples.changed(ONE, awarded=site.later(-9))
    assert _said(site.line(later), site.line(earlier, at=site.later())) == [
        (SECOND, 1, "it has the id of another one and begins earlier")
    ]


def test_an_issuer_cannot_take_the_place_of_an_award_of_another() -> None:
    theirs = samples.changed(ONE, issuer="quarry", issuer_name="Quarry Hill College")
    path = "content/awards/quarry/all.jsonl"
    ours = _catalog(site.line(ONE))
    both = ours.ledger.awards | {
        path: batches.read(site.renewed(theirs, key=samples.QUARRY), path, "quarry").file
    }
    (problem,) = editions.problems(Ledger(awards=both))
    assert (problem.code, problem.span.file, problem.related[0].file) == ("award-edition", path, FIRST)
