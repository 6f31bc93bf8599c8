"""Write requirements.txt anew: what sitegen needs at run time, in the versions of the environment that runs this.

usage: python tools/pin_requirements.py

Hosts that look for the file install these before they build. Run the whole check first: these are the versions it ran with.
"""

# ruff: noqa: INP001
import sys
import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
HEAD = """\
# What sitegen needs at run time, and what that needs in turn, each in the version that the tests ran with. Hosts such as
# Netlify install it before they build. Made by `tools/pin_requirements.py` from pyproject.toml.
"""


def needed() -> list[Requirement]:
    """What pyproject.toml asks for."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [Requirement(text) for text in settings["project"]["dependencies"]]


def closure(wanted: list[Requirement]) -> dict[str, str]:
    """The versions of all packages that are needed, as they are installed here, by name."""
    found: dict[str, str] = {}
    while wanted:
        requirement = wanted.pop()
        name = canonicalize_name(requirement.name)
        if name not in found and (requirement.marker is None or requirement.marker.evaluate({"extra": ""})):
            package = metadata.distribution(name)
            found[name] = package.version
            wanted += [Requirement(text) for text in package.requires or ()]
    return dict(sorted(found.items()))


if __name__ == "__main__":
    pins = "".join(f"{name}=={version}\n" for name, version in closure(needed()).items())
    (ROOT / "requirements.txt").write_text(HEAD + pins, encoding="utf-8")
    sys.stdout.write(pins)
