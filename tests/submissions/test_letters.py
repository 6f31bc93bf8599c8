"""Letters: what the sender is told, as text and as HTML."""

from datetime import date
from html.parser import HTMLParser

import pytest

from sitegen.signing import programme
from sitegen.submissions import outbox
from tests.submissions.house import ANA, HEAD, House


@pytest.fixture
def sent(house: House) -> House:
    """A house to which Ana has sent something."""
    house.bring(HEAD + ANA)
    return house


def letter(house: House) -> str:
    """The text of the newest letter, written now."""
    at = house.office
    (*_, last) = outbox.write(at, programme.site(house.root), outbox.waiting(at))
    return (house.root / last.path).read_text()


def test_not_yet_says_what_is_missing_and_what_comes_next(sent: House) -> None:
    sent.score(sent.cases[0], "maren", "Almost there", "In six of ten you explain the task first.")
    sent.decide(sent.cases[0], "not yet", advice="Film two more openings.", by=date(2026, 6, 1))
    assert letter(sent) == (
        "To: ana@example.org\nSubject: Your work on “Calm Starts”\n\n"
        "Dear Ana Lima,\n\n"
        "thank you for the work on “Calm Starts” that you sent us on 1 March 2026. It is on its way. Below is what we saw, "
        "and what would complete it.\n\n"
        "WHAT IS NOT THERE YET\n- Students begin alone\n"
        "  It reached “Almost there”. What is asked: All ten need no word from the teacher.\n"
        "  In six of ten you explain the task first.\n\n"
        "WHAT TO DO NEXT\n- Film two more openings.\n"
        "- Keep what you have shown, work on what is named above, and send it again, all in one: "
        "https://forms.example.org/harbor?credential=calm\n"
        "- Please do so by 1 June 2026. We answer within 21 days.\n\n"
        "With kind regards,\n\nHarbor College\n"
    )


def test_earned_says_what_the_evidence_shows(sent: House) -> None:
    sent.judged(sent.cases[0], "earned", "Calm from the first minute.")
    text = letter(sent)
    assert "congratulations: you have earned “Calm Starts”" in text
    assert (
        "- Students begin alone\n  All ten need no word from the teacher.\n  Calm from the first minute."
        in text
    )
    assert "Your badge follows in a letter of its own" in text


def test_incomplete_names_the_part_and_says_that_nothing_was_judged(sent: House) -> None:
    sent.decide(sent.cases[0], "incomplete", missing=("1",))
    text = letter(sent)
    assert "WHAT WE STILL NEED\n- Ten openings\n" in text
    assert "this does not count as an attempt" in text
    assert "There is no deadline." in text


def test_the_last_attempt_leads_to_a_conversation(sent: House) -> None:
    sent.review("attempts: 1")
    sent.judged(sent.cases[0], "not yet")
    assert "we would like to talk it through with you" in letter(sent)


def test_attempts_that_are_left_are_counted(sent: House) -> None:
    sent.review("attempts: 3, days: 14")
    sent.judged(sent.cases[0], "not yet")
    text = letter(sent)
    assert "You can send it 2 more times before we would want to talk first." in text
    assert "We answer within 14 days." in text


def test_a_letter_is_written_once_and_again_if_the_decision_changes(sent: House) -> None:
    sent.judged(sent.cases[0], "not yet")
    letter(sent)
    assert outbox.waiting(sent.office) == []
    later = sent.later(1)
    later.decide(later.cases[0], "incomplete", missing=("1",), changes=True)
    assert len(outbox.waiting(later.office)) == 1


def test_who_withdrew_gets_no_letter(sent: House) -> None:
    sent.decide(sent.cases[0], "withdrawn")
    assert outbox.waiting(sent.office) == []


def test_html_says_the_same_and_brings_nothing_from_elsewhere(sent: House) -> None:
    sent.judged(sent.cases[0], "not yet", 'Mind the <script>alert("x")</script> & the rest.')
    text = letter(sent)
    (path,) = (sent.root / outbox.FOLDER).glob("*.html")
    page = path.read_text()
    assert (
        '<a href="https://forms.example.org/harbor?credential=calm">https://forms.example.org/harbor?credential=calm</a>'
        in page
    )
    words = Words()
    words.feed(page)
    said = " ".join(text.partition("\n\n")[2].split())
    for sentence in (
        "It reached “Almost there”.",
        'Mind the <script>alert("x")</script> & the rest.',
        "Harbor College",
    ):
        assert sentence in said
        assert sentence in " ".join(words.said.split())
    assert words.tags <= {"html", "meta", "title", "style", "main", "p", "h2", "ul", "li", "br", "a"}


class Words(HTMLParser):
    """The words of a page, and its tags."""

    def __init__(self) -> None:
        super().__init__()
        self.said = ""
        self.tags: set[str] = set()

    def handle_data(self, data: str) -> None:
        self.said += f" {data}"

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
