"""What lies near what is looked for again only where something changed, and only pages that show it are made again."""

from pathlib import Path

import pytest

from sitegen.build import build
from sitegen.options import Options, Result
from sitegen.search import nearest
from tests.build import catalog_folder

pytestmark = pytest.mark.usefixtures("quick_templates")
PAGE = "content/pages/help.md"
FIRST = "content/credentials/harbor/c0.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = catalog_folder.start()
    files["content/site.yaml"].fields["publish"] |= {"search": False, "api": False, "feeds": False}
    catalog_folder.write(files, tmp_path)
    assert made(tmp_path).published
    return tmp_path


def made(root: Path) -> Result:
    return build(Options(root=root, out=root / "public", workers=1))


def edit(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def pages(root: Path) -> dict[str, bytes]:
    return {file.parent.name: file.read_bytes() for file in root.glob("public/credentials/c*/index.html")}


def test_neighbours_are_not_looked_for_again_when_another_file_changed(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def looked_for(_: object) -> None:
        raise AssertionError("the nearest were looked for again")

    monkeypatch.setattr(nearest, "nearest", looked_for)
    edit(site, PAGE, "How to get help", "How to get more help")
    assert made(site).published


def test_only_pages_that_show_a_change_are_made_again(site: Path) -> None:
    before = pages(site)
    edit(site, FIRST, "Does 0 well.", "Visits the homes of families and listens to parents.")
    assert made(site).published
    changed = [slug for slug, data in pages(site).items() if before[slug] != data]
    assert "c0" in changed
    assert len(changed) < len(before)


def test_a_site_that_recommends_nothing_analyses_nothing(tmp_path: Path) -> None:
    files = catalog_folder.start()
    off = dict.fromkeys(("search", "topics", "recommendations"), False)
    files["content/site.yaml"].fields["publish"] |= off
    catalog_folder.write(files, tmp_path)
    result = build(Options(root=tmp_path, out=tmp_path / "public", workers=1))
    assert result.published
    assert not list(tmp_path.glob("public/topics/*"))
    assert not list(tmp_path.glob("public/a-z/*"))
    assert 'id="next"' not in (tmp_path / "public/credentials/c0/index.html").read_text(encoding="utf-8")
