"""ARCHITECTURE.md names every module once, and no module that does not exist."""

import re
import tomllib
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
PACKAGE = REPOSITORY / "sitegen"
TEXT = (REPOSITORY / "ARCHITECTURE.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([a-z/]+)/` \| .+ \| (`.+`) \|$", re.MULTILINE)


def test_every_module_is_named_once_and_every_named_module_exists() -> None:
    named = [
        (f"{folder}/" if folder != "sitegen" else "") + name
        for folder, names in ROW.findall(TEXT)
        for name in re.findall(r"`(\w+)`", names)
    ]
    there = (path.relative_to(PACKAGE).with_suffix("").as_posix() for path in PACKAGE.rglob("*.py"))
    assert sorted(named) == sorted(name for name in there if not name.endswith(("__init__", "__main__")))


def test_files_on_the_walk_exist() -> None:
    walk = TEXT.split("\n## Follow one credential to its page\n")[1]
    names = re.findall(r"`([\w/.-]+\.(?:py|md|html))`", walk)
    missing = [name for name in names if not (PACKAGE / name).exists() and not (REPOSITORY / name).exists()]
    assert [name for name in missing if not list(PACKAGE.glob(f"*/{name}"))] == []


def test_layers_are_those_of_the_import_contract() -> None:
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    stated = TEXT.split("\n## Who may import whom\n")[1].split("```")[1]
    assert re.findall(r"\w+", stated) == re.findall(r"\w+", " ".join(layers).replace("sitegen.", ""))


def test_it_stays_short() -> None:
    assert len(TEXT.splitlines()) <= 110
