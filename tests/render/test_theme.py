"""Themes: a site's own laid over the default one, file by file, and nothing from outside."""

import os
from pathlib import Path

import pytest

from sitegen.render import theme
from tests.render import themes


def test_the_default_theme_has_a_template_for_every_page(tmp_path: Path) -> None:
    from sitegen.makers import PAGES

    wanted = {f"{maker}.html" for maker in (*PAGES, "credential")}
    assert wanted - set(theme.load(tmp_path, "default").templates) == set()


def test_without_an_own_theme_nothing_is_own(tmp_path: Path) -> None:
    assert not theme.load(tmp_path, "default").own


def test_a_theme_that_has_no_folder_is_the_default_one(tmp_path: Path) -> None:
    assert theme.load(tmp_path, "gone").templates == theme.load(tmp_path, "default").templates


def test_an_own_template_takes_the_place_of_the_default_one(tmp_path: Path) -> None:
    themes.put(tmp_path, {"templates/404.html": "mine"})
    assert theme.load(tmp_path, "own").templates["404.html"] == "mine"


def test_the_default_template_stays_there_under_its_full_name(tmp_path: Path) -> None:
    themes.put(tmp_path, {"templates/404.html": "mine"})
    default = theme.load(tmp_path, "default").templates["404.html"]
    assert theme.load(tmp_path, "own").templates["default/404.html"] == default


def test_other_templates_stay_the_default_ones(tmp_path: Path) -> None:
    themes.put(tmp_path, {"templates/404.html": "mine"})
    assert (
        theme.load(tmp_path, "own").templates["home.html"]
        == theme.load(tmp_path, "default").templates["home.html"]
    )


def test_an_own_asset_takes_the_place_of_the_default_one(tmp_path: Path) -> None:
    themes.put(tmp_path, {"assets/site.css": "mine"})
    data = [asset.data for asset in theme.load(tmp_path, "own").assets if asset.name == "site.css"]
    assert data == [b"mine"]


def test_assets_may_be_added(tmp_path: Path) -> None:
    themes.put(tmp_path, {"assets/fonts/one.woff2": "mine"})
    assert "fonts/one.woff2" in [asset.name for asset in theme.load(tmp_path, "own").assets]


def test_the_address_of_an_asset_follows_its_bytes(tmp_path: Path) -> None:
    addresses = []
    for text in ("one", "two", "one"):
        themes.put(tmp_path, {"assets/a.b.css": text})
        addresses += [a.address for a in theme.load(tmp_path, "own").assets if a.name == "a.b.css"]
    assert addresses[0] == addresses[2] != addresses[1]


def test_assets_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    themes.put(tmp_path, {"assets/z.css": "", "assets/a.css": "", "assets/m/b.css": ""})
    names = [asset.name for asset in theme.load(tmp_path, "own").assets]
    assert names == sorted(names)


@pytest.mark.parametrize(
    "name", [".DS_Store", ".gitkeep", "LICENSE", "a.html", "a.zip", "a.css.bak", ".hidden.css", "a.pem"]
)
def test_what_is_no_asset_is_left_out(tmp_path: Path, name: str) -> None:
    themes.put(tmp_path, {f"assets/{name}": "x", "assets/a.css": "x"})
    assert name not in [asset.name for asset in theme.load(tmp_path, "own").assets]


def test_what_is_no_template_is_left_out(tmp_path: Path) -> None:
    themes.put(tmp_path, {"templates/notes.txt": "x", "templates/a.html": "x"})
    assert "notes.txt" not in theme.load(tmp_path, "own").templates


@pytest.mark.parametrize("linked", ["themes", "themes/own", "themes/own/assets", "themes/own/templates"])
def test_a_link_in_the_place_of_a_folder_is_not_followed(tmp_path: Path, linked: str) -> None:
    folder = "themes/own/assets".removeprefix(linked).strip("/")
    for inner in {folder, folder.replace("assets", "templates")}:
        (tmp_path / "outside" / inner).mkdir(parents=True, exist_ok=True)
        (tmp_path / "outside" / inner / "secret.css").write_text("secret")
        (tmp_path / "outside" / inner / "secret.html").write_text("secret")
    (tmp_path / linked).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / linked).symlink_to(tmp_path / "outside")
    found = theme.load(tmp_path, "own")
    assert "secret" not in {
        *found.templates.values(),
        *(asset.data.decode("utf-8", "replace") for asset in found.assets),
    }


def test_a_link_in_the_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    themes.put(tmp_path, {"assets/a.css": "x", "templates/a.html": "x"})
    (tmp_path / "themes/own/assets/b.css").symlink_to(tmp_path / "secret")
    (tmp_path / "themes/own/templates/b.html").symlink_to(tmp_path / "secret")
    found = theme.load(tmp_path, "own")
    assert "b.html" not in found.templates and "b.css" not in [asset.name for asset in found.assets]


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    themes.put(tmp_path, {"assets/a.css": "x"})
    os.mkfifo(tmp_path / "themes/own/assets/b.css")
    assert "b.css" not in [asset.name for asset in theme.load(tmp_path, "own").assets]


def test_a_template_that_is_not_utf8_is_a_problem(tmp_path: Path) -> None:
    themes.put(tmp_path, {"templates/404.html": b"ok\ncaf\xe9"})
    found = [(p.code, p.span.file) for p in theme.load(tmp_path, "own").problems]
    assert found == [("not-utf8", "themes/own/templates/404.html")]


def test_a_template_with_a_byte_order_mark_is_one_without(tmp_path: Path) -> None:
    themes.put(tmp_path, {"templates/404.html": b"\xef\xbb\xbfx"})
    assert theme.load(tmp_path, "own").templates["404.html"] == "x"


def test_a_template_with_windows_line_ends_makes_the_same_page(tmp_path: Path) -> None:
    one = themes.page(tmp_path, "{% if true %}\na\n{% endif %}\nb\n")
    assert themes.page(tmp_path, "{% if true %}\r\na\r\n{% endif %}\r\nb\r\n") == one
