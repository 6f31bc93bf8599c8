"""Files made from others when a theme is loaded: joined scripts, and a style sheet for each hue."""

import re
from pathlib import Path

from sitegen.render import made, theme
from tests.render import themes

HUE = re.compile(rb"\.hue-([a-z]+)")


def assets(root: Path) -> dict[str, bytes]:
    return {asset.name: asset.data for asset in theme.load(root, "own").assets}


def test_scripts_that_are_sent_as_one_stand_in_their_order() -> None:
    assert made.made({"badge.js": b"one", "verify.js": b"two"})["checking.js"] == b"one\ntwo"


def test_what_is_sent_within_another_file_is_not_published_twice(tmp_path: Path) -> None:
    assert {"badge.js", "verify.js"} & set(assets(tmp_path)) == set()


def test_a_script_of_the_sites_own_takes_its_place_within_the_joined_one(tmp_path: Path) -> None:
    themes.put(tmp_path, {"assets/badge.js": "mine();"})
    assert assets(tmp_path)["checking.js"].startswith(b"mine();\n")


def test_a_script_for_pages_in_a_folder_is_no_module(tmp_path: Path) -> None:
    script = assets(tmp_path)["offline.js"]
    assert script.startswith(b"(()=>{")
    assert re.findall(rb"(?:^|[;}\n])export ", script) == []


def test_there_is_a_style_sheet_for_each_hue_that_names_no_other(tmp_path: Path) -> None:
    found = assets(tmp_path)
    hues = set(HUE.findall(found["badge.css"]))
    assert len(hues) == 12
    for hue in hues:
        assert HUE.findall(found[f"badge-{hue.decode()}.css"]) == [hue]


def test_but_for_hues_these_style_sheets_are_the_whole_one(tmp_path: Path) -> None:
    found = assets(tmp_path)
    rest = {
        re.sub(rb"\.hue-[a-z]+\s*\{[^}]*\}", b"", found[name]) for name in found if name.startswith("badge")
    }
    assert len(rest) == 1
