import re

import pytest

from sitegen.search import english, meaning, vectors
from sitegen.search import language as languages
from sitegen.search.english_situations import SITUATIONS
from sitegen.search.situations import Situations


@pytest.fixture(scope="module")
def texts():
    return meaning.Texts(vectors.load(english.VECTORS))


@pytest.fixture(scope="module")
def situations(texts):
    return Situations(SITUATIONS, texts)


def about(texts, *sentences):
    return texts.written([texts.of(languages.words(text)) for text in sentences], meaning.FINE)


@pytest.mark.parametrize(
    ("said", "slug"),
    [
        ("parents never answer my messages and the school newsletter goes unread", "families"),
        ("they skip count wrongly and mix up fractions on the number line", "mathematics"),
        ("a newcomer arrived who speaks no English at all", "learning-english"),
        ("he screams, throws chairs and has an angry outburst twice a week", "meltdowns"),
    ],
)
def test_what_is_said_leads_to_its_situation(situations, texts, said, slug):
    assert next(iter(situations.of(about(texts, said)))) == slug


def test_nothing_is_said_of_what_is_near_none(situations, texts):
    assert situations.of(about(texts, "submarine velocity petroleum")) == {}


def test_two_situations_at_most_the_nearest_first(situations, texts):
    found = situations.of(about(texts, "math fractions numbers", "grades gradebook retake"))
    assert 1 <= len(found) <= 2
    assert list(found.values()) == sorted(found.values(), reverse=True)


def test_without_vectors_there_are_no_situations():
    assert Situations(SITUATIONS, None).of("H" * 192) == {}
    assert Situations((), None).of("") == {}


def test_each_situation_has_a_name_of_its_own_for_addresses():
    slugs = [one.slug for one in SITUATIONS]
    assert len(set(slugs)) == len(slugs)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", slug) for slug in slugs)


def test_each_situation_answers_to_its_own_words(situations, texts):
    for one in SITUATIONS:
        assert next(iter(situations.of(about(texts, one.words)))) == one.slug
