"""Byte order marks and Windows line ends: the published site is the same, byte for byte."""

from pathlib import Path

import pytest

from sitegen import build
from sitegen.options import Options
from tests.build import catalog_folder, quick_templates

WAYS = {
    "line ends": lambda data: data.replace(b"\n", b"\r\n"),
    "mark": lambda data: b"\xef\xbb\xbf" + data,
    "both": lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_site_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    quick_templates.use(monkeypatch)
    plain = {path: catalog_folder.content(value) for path, value in catalog_folder.start().items()}
    changed = {path: WAYS[way](data) for path, data in plain.items()}
    assert _published(changed, tmp_path / "changed") == _published(plain, tmp_path / "plain")


def _published(files: dict[str, bytes], root: Path) -> dict[str, tuple[int, bytes]]:
    catalog_folder.write(dict(files), root)
    assert build.build(Options(root=root, out=root / "public", workers=1)).published
    return catalog_folder.published(root / "public")
