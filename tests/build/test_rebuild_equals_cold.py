"""A rebuild equals a cold build byte for byte, whatever was edited; and if nothing may be published, nothing changes.

A failing history names its seed and its edits; `pytest -k 'seed-N'` runs it again.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from sitegen import inputs, making, neighbours, reads, unchanged
from sitegen.awards import bundles
from sitegen.model import catalog
from sitegen.render.templates import Templates
from tests.build import award_edits, catalog_folder, edits
from tests.build.edit_history import Difference, History

pytestmark = pytest.mark.usefixtures("quick_templates")
SEEDS = range(25)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: f"seed-{seed}")
def test_after_every_edit_a_rebuild_is_a_cold_build(seed: int, tmp_path: Path) -> None:
    History(seed, tmp_path).run()


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: f"seed-{seed}")
def test_after_every_edit_of_awards_a_rebuild_is_a_cold_build(seed: int, tmp_path: Path) -> None:
    History(seed, tmp_path, award_edits.AWARD_EDITS, award_edits.start).run()


def test_a_key_that_ignores_the_document_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = making.Site._key
    monkeypatch.setattr(making.Site, "_key", lambda self, job, document: key(self, job, making.NOTHING))
    assert _is_caught(tmp_path, edits.text, edits.task)


def test_a_key_that_ignores_the_rest_of_the_catalog_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = making.Site._key

    def without_payload(self: Any, job: Any, document: bytes) -> bytes:
        return key(self, replace(job, payload=b""), document)

    monkeypatch.setattr(making.Site, "_key", without_payload)
    assert _is_caught(tmp_path, edits.title, edits.issuer_record)


def test_taking_every_change_for_a_private_one_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reads, "_same_entry", lambda *_: True)
    assert _is_caught(tmp_path, edits.title, edits.status, edits.focus_area)


def test_a_credential_that_is_about_something_else_now_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalog, "_gist", lambda _: "")
    assert _is_caught(tmp_path, edits.gist)


def test_neighbours_that_are_never_looked_for_again_are_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neighbours, "_mark", lambda _: b"same")
    assert _is_caught(tmp_path, edits.gist, edits.title)


def test_forgetting_what_has_gone_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look = inputs.look

    def without_gone(*words: Any) -> inputs.Inputs:
        found = look(*words)
        return inputs.Inputs(found.sources, found.changed, (), found.known, found.problems)

    monkeypatch.setattr(inputs, "look", without_gone)
    assert _is_caught(tmp_path, edits.delete, edits.rename, edits.drop_picture, edits.picture)


def test_a_theme_whose_changes_are_not_seen_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Templates, "fingerprint", lambda *_: b"same")
    assert _is_caught(tmp_path, edits.template, edits.drop_theme_file)


def test_saying_of_every_change_that_there_is_none_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged, "_same", lambda *_: True)
    assert _is_caught(tmp_path, edits.text)


def test_files_of_bundles_that_are_not_removed_are_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundles, "addresses", lambda _: [])
    assert _is_caught(tmp_path, award_edits.delete_batch, start=award_edits.start)


def _is_caught(
    folder: Path, *kinds: edits.Edit, start: Callable[[], catalog_folder.Files] = catalog_folder.start
) -> bool:
    """Whether one of the histories shows a difference."""
    for seed in SEEDS:
        try:
            History(seed, folder / str(seed), kinds, start).run()
        except Difference:
            return True
    return False
