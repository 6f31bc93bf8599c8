"""The browser's search is the command line's: the same answers in the same order over the same files."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from sitegen.search import evaluation, groups, language, query, ranking, vectors
from sitegen.search.files import Setting
from sitegen.search.index import Source
from tests.search import indexed, twins
from tests.site import browsing, hosting

REPOSITORY = Path(__file__).parents[2]
GRADED = evaluation.read((REPOSITORY / "tests" / "relevance" / "queries.jsonl").read_bytes())
HOSTILE = [
    "", " ", "a", "x" * 10_000, "word " * 5_000, "how do I get it", "🎉🎉🎉", "מורה שקט", "<script>alert(1)</script>",
    '?*"()', '""', '"', "issuer:", ":::", "meine Schüler reden nicht", "constructor __proto__ toString", "İstanbul ΣΑΣ ﬁnd",
    "教室 的 مدرسة", "issuer:harbor", "focus:reading", "ISSUER:Harbor writing", "the", '"a b" "c d" title:x', "IEP", "SEL and udl",
    "chronic absenteeism", "10:30", "don’t don't dont", "e\u0301cole",
]  # fmt: skip

DEMANDS = [
    'issuer:harbor "exit ticket"', 'competency:"students plan" method:question', "area:reading title:groups", "focus:reading body:letters",
    "title:rubrcs", "title:rubrcs students", "title:the", "issuer:harbor title:the", "title:the issuer:harbor exit", "title:the rubrics", 'title:"" x', "author:smith exit", 'author:"exit ticket" x', "https://a.org", "note:é",
    "TITLE:Rubrics", "method:zzzz students", "issuer:nobody exit", "title:a", "body:10", "problem:solving", "é:title:exit", "title:title:exit",
]  # fmt: skip


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[Source]:
    """The sample catalog's documents."""
    project = tmp_path_factory.mktemp("sample")
    shutil.copytree(REPOSITORY / "content", project / "content")
    return indexed.of(project)


def questions(sources: list[Source]) -> list[twins.Asked]:
    """Some hundred questions: graded ones, the same with typos and half typed, phrases, demands, and what breaks things."""
    chance = random.Random(7)
    graded = [one.text for one in GRADED]
    asked = [(text, False) for text in graded]
    asked += [(slip(slip(text, chance), chance), False) for text in graded]
    asked += [(text[: chance.randrange(1, len(text) + 1)], True) for text in graded]
    asked += [(f'"{" ".join(source.title.split()[:2])}"', False) for source in sources[:20]]
    asked += [(f"title:{source.title.split()[0]} students", False) for source in sources[:10]]
    asked += [(f"issuer:harbor {text}", False) for text in graded[:10]]
    asked += [
        (f"{field}:{source.title.split()[-1]} {text}", False)
        for field in query.FIELDS
        for source, text in zip(sources[:6], graded, strict=False)
    ]
    asked += [
        (f"{field}:{text.split()[-1][:5]}", typing)
        for field in query.FIELDS
        for text in graded[:6]
        for typing in (False, True)
    ]
    asked += [(demand, False) for demand in DEMANDS]
    return asked + [(text, typing) for text in HOSTILE for typing in (False, True)]


def slip(text: str, chance: random.Random) -> str:
    """The text with a letter dropped, or two swapped."""
    at = chance.randrange(1, max(2, len(text) - 1))
    return (
        text[:at] + text[at + 1 :]
        if chance.random() < 0.5
        else text[:at] + text[at : at + 2][::-1] + text[at + 2 :]
    )


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, Path]]:
    """A page of a host, and the folder that it shows."""
    folder = tmp_path_factory.mktemp("twins")
    folder.joinpath("index.html").write_text("<!doctype html>", encoding="utf-8")
    with hosting.running(folder) as host, browsing.chromium() as browser:
        visit = browsing.Visit(browser, host.origin)
        yield visit.page, folder


@pytest.mark.parametrize("small", [groups.SMALL, 10])
def test_the_same_answers_in_the_same_order(
    page: tuple[Page, Path], sources: list[Source], monkeypatch: pytest.MonkeyPatch, small: int
) -> None:
    monkeypatch.setattr(groups, "SMALL", small)
    monkeypatch.setattr(groups, "SIZE", groups.SIZE if small > 10 else 5)
    english = language.of("en")
    shown, folder = page
    twins.publish(sources, Setting(language=english, vectors=vectors.load(english.vectors)), folder)
    asked = questions(sources)
    shown.goto("/")
    theirs = twins.ask(shown, asked)
    assert sum(bool(answer["hits"]) for answer in theirs) > 500
    index = twins.read(folder)
    for (text, typing), answer in zip(asked, theirs, strict=True):
        ours = ranking.search(index, text, typing=typing)
        assert answer == {
            "hits": [[hit.slug, hit.score, hit.problem] for hit in ours.hits],
            "mended": dict(ours.mended),
            "missed": list(ours.missed),
            "unknown": list(ours.unknown),
            "lacking": False,
        }, text


def test_another_language_gives_the_same_too(page: tuple[Page, Path]) -> None:
    sources = [
        Source(slug="ruhe", title="Ruhige Klassen", problems=("Die Klassen werden nicht leise",)),
        Source(slug="lesen", title="Gemeinsam lesen", problems=("Kinder lesen ungern vor",)),
    ]
    shown, folder = page
    twins.publish(sources, Setting(language=language.of("de")), folder)
    asked = [("klasse", False), ("klassen werden leise", False), ("ungern lese", True), ("lesen", False)]
    shown.goto("/")
    index = twins.read(folder)
    ours = [ranking.search(index, text, typing=typing) for text, typing in asked]
    assert [answer["hits"] for answer in twins.ask(shown, asked)] == [
        [[hit.slug, hit.score, hit.problem] for hit in answer.hits] for answer in ours
    ]
    assert [hit.slug for hit in ours[1].hits] == ["ruhe"]


SPANISH = [
    Source(
        slug="calma",
        title="Rutinas de calma",
        problems=("Mis estudiantes se bloquean cuando cambia el horario",),
        texts={"summary": "Empezar la clase con una rutina corta.", "method": "Una señal conocida"},
    ),
    Source(
        slug="familias",
        title="Mensajes que las familias contestan",
        problems=("Las familias nunca responden a mis mensajes",),
        texts={"summary": "Escribir notas breves y amables."},
    ),
    Source(slug="lectura", title="Lectura en grupos pequeños", problems=("Mi alumno no quiere leer",)),
]
FORMS = {
    "estudiante": "calma",
    "cambios de horarios": "calma",
    "respondieron": "familias",
    "responder": "familias",
    "una familia": "familias",
    "contestar": "familias",
    "alumnos": "lectura",
    "pequeñas": "lectura",
    "method:señales": "calma",
    "title:grupo": "lectura",
    "lecutra": "lectura",
    "¿por qué no quieren leer?": "lectura",
}
"""Questions in forms that no credential has, with what they should find first."""


def test_spanish_finds_other_forms_of_a_word_in_both(page: tuple[Page, Path]) -> None:
    shown, folder = page
    twins.publish(SPANISH, Setting(language=language.of("es")), folder)
    asked = [(text, typing) for text in FORMS for typing in (False, True)]
    shown.goto("/")
    index = twins.read(folder)
    ours = [ranking.search(index, text, typing=typing) for text, typing in asked]
    theirs = twins.ask(shown, asked)
    assert [(answer["hits"], answer["mended"]) for answer in theirs] == [
        ([[hit.slug, hit.score, hit.problem] for hit in answer.hits], dict(answer.mended)) for answer in ours
    ]
    found = {
        text: answer.hits[0].slug for (text, typing), answer in zip(asked, ours, strict=True) if not typing
    }
    assert found == FORMS
    mended = [set(answer.mended) for (_, typing), answer in zip(asked, ours, strict=True) if not typing]
    assert set().union(*mended) == {"lecutra"}


def test_both_make_the_same_stems(page: tuple[Page, Path]) -> None:
    table = vectors.load("english.vectors")
    assert table is not None
    chance = random.Random(11)
    words = [word for word, _ in table.words()]
    words += ["".join(chance.choices("aeioulyrstndbbgmp", k=chance.randrange(3, 12))) for _ in range(5000)]
    shown, folder = page
    twins.publish([], Setting(language=language.of("de")), folder)
    shown.goto("/")
    stems = shown.evaluate(
        "async (words) => { const { stem } = await import('/search.js'); return words.map(stem); }", words
    )
    known = language.of("en").stem
    assert [(word, stem) for word, stem in zip(words, stems, strict=True) if stem != known(word)] == []


def test_files_that_are_missing_leave_an_answer_by_words(
    page: tuple[Page, Path], sources: list[Source]
) -> None:
    english = language.of("en")
    shown, folder = page
    twins.publish(sources, Setting(language=english, vectors=vectors.load(english.vectors)), folder)
    (folder / "data" / "search" / "about.json").write_text('{"mark": "of another build", "vectors": ""}')
    shown.goto("/")
    (answer,) = twins.ask(shown, [("exit tickets", False)])
    assert answer["lacking"]
    assert answer["hits"][0][0] == "exit-tickets"
