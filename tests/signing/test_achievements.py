"""What an award says of its credential: everything that was asked, readable far from the page it was written for."""

from pathlib import Path

import pytest

from sitegen.signing import programme
from sitegen.signing.refusal import Refused

TWO_PARTS = """\
evidence:
  - title: Ten openings
    kinds: [plan]
    task: See [the plan](../../pages/plan.md), [talk](/focus-areas/talk/#why), [there](#steps), [more](https://x.example.org/a).
    rubric: &ROWS
      - criterion: Students begin alone
        levels: {Meets the standard: All., Almost there: Half., Not yet: None.}
  - title: Twenty endings
    kinds: [plan]
    task: Send twenty endings.
    rubric:
      - criterion: Students begin alone
        levels: {Meets the standard: All., Almost there: Half., Not yet: None.}
      - criterion: Last words
        id: last
        levels: {Meets the standard: All., Almost there: Half., Not yet: None.}
alignments:
  - {framework: Standards, name: Starts well, url: "https://standards.example.org/1", code: S1, type: CASE}
""".replace(" &ROWS", "")


def offer(root: Path, **changes: str) -> programme.Offer:
    """The credential with some parts of its text changed."""
    path = root / "content/credentials/harbor/calm.yaml"
    text = path.read_text()
    for old, new in changes.items():
        text = text.replace(old, new)
    path.write_text(text)
    return programme.offer(root, programme.site(root), "calm")


@pytest.fixture
def two_parts(root: Path) -> programme.Offer:
    path = root / "content/credentials/harbor/calm.yaml"
    text = path.read_text()
    path.write_text(text[: text.index("evidence:")] + TWO_PARTS)
    return programme.offer(root, programme.site(root), "calm")


def test_it_says_what_was_asked_and_what_it_took_to_pass(root: Path) -> None:
    assert offer(root).achievement.criteria == (
        "### Ten openings\n\nSend ten openings.\n\nEvery row of the rubric had to reach “Meets the standard”."
    )


def test_a_lower_level_can_be_the_one_that_passes(root: Path) -> None:
    found = offer(root, **{"status: published": "status: published\npassing_level: Almost there"}).achievement
    assert "had to reach “Almost there”" in found.criteria
    assert found.rubric[0].required == "Almost there"


def test_links_become_full_addresses(two_parts: programme.Offer) -> None:
    base = "https://case.example.org"
    for link in (
        f"[the plan]({base}/plan/)",
        f"[talk]({base}/focus-areas/talk/#t-why)",
        f"[there]({base}/credentials/calm/#t-steps)",
        "[more](https://x.example.org/a)",
    ):
        assert link in two_parts.achievement.criteria


def test_rows_of_one_name_are_told_apart_by_their_part(two_parts: programme.Offer) -> None:
    assert two_parts.rows == (
        "ten-openings.students-begin-alone",
        "twenty-endings.students-begin-alone",
        "last",
    )
    assert [row.name for row in two_parts.achievement.rubric] == [
        "Students begin alone",
        "Students begin alone",
        "Last words",
    ]


def test_alignments_and_focus_areas_are_named(two_parts: programme.Offer) -> None:
    (alignment,) = two_parts.achievement.alignments
    assert (alignment.name, alignment.code, alignment.kind) == ("Starts well", "S1", "CASE")
    assert two_parts.achievement.focus_areas == ("Talk",)


def test_the_picture_is_the_credentials_own_if_it_has_one(root: Path) -> None:
    own = "status: published\nimage: calm.png\nimage_alt: A quiet door"
    found = offer(root, **{"status: published": own}).achievement
    assert found.image == "https://case.example.org/media/content/credentials/harbor/calm.png"
    assert found.caption == "A quiet door"


def test_the_picture_is_drawn_otherwise(root: Path) -> None:
    assert offer(root).achievement.image == "https://case.example.org/art/credentials/calm.svg"


def test_a_site_without_drawn_badges_shows_that_of_the_focus_area(root: Path) -> None:
    path = root / "content/site.yaml"
    path.write_text(path.read_text() + "publish: {badge_art: false}\n")
    assert offer(root).achievement.image == "https://case.example.org/art/focus-areas/talk.svg"


def test_settings_that_cannot_be_used_are_named(root: Path) -> None:
    (root / "content/site.yaml").write_text("nam: x\n")
    with pytest.raises(Refused, match=r"content/site\.yaml cannot be used"):
        programme.site(root)
