"""The published files: the same for the same documents, of a build that can be told, and no more of them than are needed."""

import json
from collections.abc import Iterable

import pytest
from search import small

from sitegen.search import addresses, files, groups, inside, language, ranking, vectors, words
from sitegen.search.files import Setting
from sitegen.search.index import Source
from sitegen.search.published import Published, UnreadableError

TABLE = vectors.load("english.vectors")
ENGLISH = Setting(language=language.of("en"), vectors=TABLE)
GERMAN = Setting(language=language.of("de"))
MANY = [
    Source(
        slug=f"credential-{n}",
        title=f"{'Reading Routines Fractions Families'.split()[n % 4]} {n}",
        problems=(f"my {'readers classes numbers parents'.split()[n % 4]} give up in week {n}",),
        texts={"summary": f"A {'story bell fraction letter'.split()[n % 4]} helps.", "issuer": "Harbor"},
    )
    for n in range(60)
]


def built(sources: Iterable[Source] = small.SOURCES, setting: Setting = ENGLISH) -> dict[str, bytes]:
    return files.files(*inside.entries(sources, setting))


def answers(found: dict[str, bytes], text: str, setting: Setting = ENGLISH) -> list[str]:
    index = Published(found.get, setting.vectors)
    return [hit.slug for hit in ranking.search(index, text).hits]


def test_equal_documents_give_equal_bytes() -> None:
    assert built() == built()


def test_a_changed_document_changes_no_other_card() -> None:
    before = built(MANY)
    after = built([*MANY[:-1], Source(slug=MANY[-1].slug, title="Something else")])
    cards = [address for address in before if address.startswith(f"{addresses.TOP}cards/")]
    assert sum(before[address] != after[address] for address in cards) == 1


def test_a_document_more_leaves_the_cards_of_the_others_where_they_are() -> None:
    before, after = built(MANY[:-1]), built(MANY)
    cards = [address for address in before if address.startswith(f"{addresses.TOP}cards/")]
    assert sum(before[address] != after.get(address) for address in cards) <= 1


def test_all_files_can_be_read_as_json() -> None:
    assert all(json.loads(data) for data in built(MANY).values())


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b"null", b'{"mark":"00000000"}'])
def test_a_file_that_is_missing_or_damaged_leaves_an_answer(broken: bytes) -> None:
    whole = built()
    for address in whole:
        if address != addresses.INDEX:
            assert len(answers({**whole, address: broken}, '"exit tickets" issuer:harbor talk')) <= 3


def test_a_file_of_another_build_is_not_used() -> None:
    ours, theirs = built(), built(MANY)
    mixed = {**ours, addresses.ABOUT: theirs[addresses.ABOUT]}
    index = Published(mixed.get, TABLE)
    assert ranking.search(index, "exit tickets").hits[0].meaning == 0
    assert index.lacking == {addresses.ABOUT}


@pytest.mark.parametrize("broken", [b"", b"{}", b'{"version": 99}'])
def test_without_its_first_file_an_index_cannot_be_used(broken: bytes) -> None:
    with pytest.raises(UnreadableError):
        Published({**built(), addresses.INDEX: broken}.get)


def test_large_catalogs_are_asked_by_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = answers(built(MANY), "parents give up")
    monkeypatch.setattr(groups, "SMALL", 10)
    monkeypatch.setattr(groups, "SIZE", 4)
    found = built(MANY)
    assert addresses.ABOUT not in found
    assert addresses.group(0) in found
    assert set(answers(found, "parents give up")) == set(alone)


def test_groups_are_of_equal_size_and_hold_every_document_once() -> None:
    directions = [[n % 7, n % 5, n % 3, 1] for n in range(64)]
    found = groups.members(directions, 8)
    assert {len(numbers) for numbers in found} == {8}
    assert sorted(number for numbers in found for number in numbers) == list(range(64))


def test_a_language_without_vectors_is_searched_by_words() -> None:
    sources = [Source(slug="ruhe", title="Ruhige Klassen", problems=("Die Klasse wird nicht leise",))]
    found = built(sources, GERMAN)
    assert addresses.ABOUT not in found
    assert answers(found, "klasse", GERMAN) == ["ruhe"]


def test_every_word_is_in_the_file_that_is_looked_into() -> None:
    assert TABLE is not None
    found = dict(words.files(TABLE, ENGLISH.language))
    told = words.note(TABLE)
    for word, name in [("the", words.COMMON), *((w, "") for w in ("teacher", "zebra", "quiet"))]:
        address = addresses.words(told.folder, name or str(words.shard(word, told.shards)))
        assert word in json.loads(found[address])["words"]
