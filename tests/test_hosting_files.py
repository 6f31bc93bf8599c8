"""What hosts and GitHub read at the top of this repository is valid, and true to what it follows from."""

import importlib.util
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REPOSITORY = Path(__file__).parents[1]
PROGRAMS = Path(sys.executable).parent
WORKFLOWS = sorted(REPOSITORY.glob(".github/workflows/*.yml"))


def said(*command: str) -> tuple[int, str]:
    words = [str(PROGRAMS / command[0]), *command[1:]]
    ran = subprocess.run(words, cwd=REPOSITORY, capture_output=True, text=True, timeout=120, check=False)
    return ran.returncode, ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def pinning() -> ModuleType:
    """The tool that writes requirements.txt."""
    spec = importlib.util.spec_from_file_location(
        "pin_requirements", REPOSITORY / "tools/pin_requirements.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pins() -> dict[str, Requirement]:
    lines = (REPOSITORY / "requirements.txt").read_text(encoding="utf-8").splitlines()
    found = [Requirement(line) for line in lines if not line.startswith("#")]
    return {canonicalize_name(requirement.name): requirement for requirement in found}


def test_every_package_that_is_needed_is_pinned_and_no_other(pinning: ModuleType) -> None:
    assert sorted(pins()) == sorted(pinning.closure(pinning.needed()))


def test_every_pin_is_one_version_that_is_accepted(pinning: ModuleType) -> None:
    accepted = {canonicalize_name(one.name): one.specifier for one in pinning.needed()}
    for name, requirement in pins().items():
        (exact,) = requirement.specifier
        assert exact.operator == "=="
        assert name not in accepted or accepted[name].contains(exact.version), name


def test_previews_are_marked_and_nothing_is_signed_or_secret() -> None:
    made = tomllib.loads((REPOSITORY / "netlify.toml").read_text(encoding="utf-8"))
    production, previews = (
        made["build"]["command"],
        [context["command"] for context in made["context"].values()],
    )
    assert "--preview" not in production
    assert len(previews) == 2
    assert all("--preview" in command for command in previews)
    assert all("--host netlify" in command for command in (production, *previews))
    assert made["build"]["environment"] == {"PYTHON_VERSION": "3.13"}


def test_workflows_have_no_weakness_that_zizmor_knows() -> None:
    assert len(WORKFLOWS) == 2
    code, words = said("zizmor", "--offline", "--persona=pedantic", "--no-progress", *map(str, WORKFLOWS))
    assert code == 0, words


def test_workflows_are_sound_in_the_eyes_of_actionlint() -> None:
    assert said("actionlint", "-no-color", *map(str, WORKFLOWS)) == (0, "")


def test_forms_for_issues_follow_the_schema_of_github() -> None:
    forms = [
        str(path) for path in REPOSITORY.glob(".github/ISSUE_TEMPLATE/*.yml") if path.name != "config.yml"
    ]
    assert len(forms) >= 2
    code, words = said("check-jsonschema", "--builtin-schema=vendor.github-issue-forms", *forms)
    assert code == 0, words
