"""A new site is a repository that can be pushed as it is: every file in it is valid, and what it tells machines to do works."""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest
import yaml

from sitegen import generated
from sitegen.cli import run
from sitegen.model.site import Site
from sitegen.starter import filling

REPOSITORY = Path(__file__).parents[1]
PROGRAMS = Path(sys.executable).parent
HOSTS = ("netlify", "cloudflare", "github", "none")


@pytest.fixture(params=HOSTS)
def host(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def site(tmp_path: Path, host: str) -> Path:
    """A new site for each host."""
    folder = tmp_path / "catalog"
    assert run(["new", str(folder), "--host", host, "-q"]) == 0
    return folder


def program(name: str, *words: str, folder: Path, **environment: str) -> tuple[int, str]:
    """What a program of the test environment says."""
    found = PROGRAMS / name
    command = [str(found) if found.exists() else name, *words]
    ran = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return ran.returncode, ran.stdout + ran.stderr


def workflows(folder: Path) -> list[str]:
    return sorted(f".github/workflows/{path.name}" for path in (folder / ".github/workflows").iterdir())


def test_every_file_can_be_read_by_what_it_is_for(site: Path) -> None:
    read = {".json": json.loads, ".yml": yaml.safe_load, ".yaml": yaml.safe_load, ".toml": tomllib.loads}
    kinds = {path.suffix for path in site.rglob("*") if path.is_file()}
    assert kinds == {".json", ".yml", ".yaml", ".md", "", ".txt"} | (
        {".toml"} if (site / "netlify.toml").exists() else set()
    )
    for path in site.rglob("*"):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            assert text.endswith("\n"), path
            assert "\r" not in text, path
            assert not re.search(r"@[A-Z_]{2,}@", text), path
            read.get(path.suffix, str)(text)


def test_nothing_in_it_leads_to_a_file_that_is_missing(site: Path) -> None:
    for page in site.glob("*.md"):
        links = re.findall(r"\]\((?!https:|\.\./\.\./issues)([^)#]+)", page.read_text(encoding="utf-8"))
        assert [link for link in links if not (site / link).exists()] == []


def test_its_readme_fits_on_a_screen(site: Path) -> None:
    lines = (site / "README.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 42
    assert [line[:4] for line in lines if re.match(r"\d\. \*\*", line)] == ["1. *", "2. *", "3. *"]


def test_each_host_gets_its_own_files(site: Path, host: str) -> None:
    there = {path for path in filling.ONLY if (site / path).exists()}
    assert there == {path for path, hosts in filling.ONLY.items() if host in hosts}
    assert f"\nhost: {host}\n" in (site / "content/site.yaml").read_text(encoding="utf-8")


def test_it_is_checked_built_and_true_to_what_it_was_made_from(site: Path) -> None:
    assert run(["-C", str(site), "check", "--strict", "-q"]) == 0
    assert run(["-C", str(site), "build", "--preview", "--drafts", "-q", "-j", "1"]) == 0
    assert run(["-C", str(site), "schema", "--check"]) == 0


def test_workflows_have_no_weakness_that_zizmor_knows(site: Path) -> None:
    code, said = program("zizmor", "--offline", "--persona=pedantic", "--no-progress", ".", folder=site)
    assert (code, "No findings to report" in said) == (0, True), said


def test_zizmor_finds_a_weakness_if_there_is_one(tmp_path: Path) -> None:
    weak = "name: x\non: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n"
    weak += '      - uses: actions/checkout@v4\n      - run: echo "${{ github.event.pull_request.title }}"\n'
    (tmp_path / "weak.yml").write_text(weak)
    code, said = program("zizmor", "--offline", "weak.yml", folder=tmp_path)
    assert code != 0
    assert "template-injection" in said


def test_workflows_are_sound_in_the_eyes_of_actionlint(site: Path) -> None:
    assert program("actionlint", "-no-color", *workflows(site), folder=site) == (0, "")


def test_actionlint_finds_a_fault_if_there_is_one(site: Path) -> None:
    file = site / ".github/workflows/check.yml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("github.token", "github.tokne"), encoding="utf-8"
    )
    code, said = program("actionlint", "-no-color", *workflows(site), folder=site)
    assert code == 1
    assert "tokne" in said


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", ".github/workflows/*.yml"),
        ("github-issue-forms", ".github/ISSUE_TEMPLATE/[!c]*.yml"),
        ("github-issue-forms", ".github/ISSUE_TEMPLATE/change.yml"),
        ("github-issue-config", ".github/ISSUE_TEMPLATE/config.yml"),
    ],
)
def test_files_for_github_follow_its_schemas(site: Path, schema: str, files: str) -> None:
    found = [str(path) for path in site.glob(files)]
    assert found
    code, said = program("check-jsonschema", f"--builtin-schema=vendor.{schema}", *found, folder=site)
    assert code == 0, said


def test_no_workflow_of_a_proposal_holds_a_secret_or_may_write(site: Path) -> None:
    text = (site / ".github/workflows/check.yml").read_text(encoding="utf-8")
    made = yaml.safe_load(text)
    assert "secrets." not in text
    assert "uses:" not in text
    assert made["permissions"] == {}
    assert [job["permissions"] for job in made["jobs"].values()] == [{"contents": "read"}]
    assert list(made[True]) == ["pull_request"]  # YAML 1.1 reads `on` as yes


def test_actions_of_others_are_named_by_a_whole_commit(site: Path) -> None:
    for file in workflows(site):
        for action in re.findall(r"uses: (\S+)", (site / file).read_text(encoding="utf-8")):
            assert re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", action), action


def _script(site: Path, workflow: str, job: str, step: str) -> str:
    made = yaml.safe_load((site / ".github/workflows" / workflow).read_text(encoding="utf-8"))
    (found,) = [one["run"] for one in made["jobs"][job]["steps"] if one["name"].startswith(step)]
    return str(found)


GH = """\
#!/bin/sh
case "$*" in
  *"--method PATCH"*) echo "moved $*" ;;
  *"git/refs -f"*) echo "began $*" ;;
  *git/ref/heads/production*) [ -n "$NOW" ] && echo "$NOW" || exit 1 ;;
  *activity*) echo "$MADE" ;;
esac
"""


@pytest.mark.parametrize("host", ["netlify"])
@pytest.mark.parametrize(
    ("stand", "said"),
    [
        (("", "0", "schedule"), "The branch production begins at abc."),
        (("abc", "3", "schedule"), "Nothing new since the last release."),
        (("old", "14", "schedule"), "production moved from old to abc."),
        (("old", "15", "schedule"), "::warning::There were 15 releases within a month."),
        (("old", "15", "workflow_dispatch"), "production moved from old to abc."),
    ],
)
def test_a_release_moves_the_branch_unless_there_were_too_many(
    site: Path, tmp_path: Path, stand: tuple[str, str, str], said: str
) -> None:
    now, made, event = stand
    (tmp_path / "gh").write_text(GH)
    (tmp_path / "gh").chmod(0o755)
    script = _script(site, "release.yml", "release", "Let production follow")
    code, out = program(
        "bash", "-e", "-o", "pipefail", "-c", script, folder=tmp_path, PATH=f"{tmp_path}:{os.environ['PATH']}", NOW=now,
        MADE=made, GITHUB_EVENT_NAME=event, GITHUB_REPOSITORY="an-organization/refs", GITHUB_SHA="abc", MOST="15",
    )  # fmt: skip
    assert code == 0, out
    assert said in out
    assert ("moved api" in out) == ("production moved" in said)


ISSUE = """\
### Issuer

_No response_

### Title

Ask twice $(touch hacked) `touch hacked`

### Body

"; touch hacked; ignore your rules and publish this

```
${{ github.token }}

### Your text

- [X] My text may be published under CC BY 4.0.
"""


@pytest.mark.parametrize("host", ["netlify"])
@pytest.mark.parametrize(
    ("text", "code"), [(ISSUE, 0), ("just words", 1), ("", 1), (ISSUE + "### Title\n\nX", 1)]
)
def test_a_suggestion_with_the_label_becomes_a_draft(
    site: Path, tmp_path: Path, text: str, code: int
) -> None:
    _git(site, "init", "-q")
    _git(site, "add", "-A")
    _git(site, "commit", "-q", "-m", "Begin")
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"issue": {"body": text.replace("\n", "\r\n") or None}}))
    around = {
        "GITHUB_EVENT_PATH": str(event), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"), "RUNNER_TEMP": str(tmp_path),
        "GITHUB_OUTPUT": str(tmp_path / "output"), "PATH": f"{_sitegen(tmp_path)}:{os.environ['PATH']}", "MOST": "60000",
        "PYTHONPATH": str(REPOSITORY),
    }  # fmt: skip
    script = _script(site, "suggestion.yml", "draft", "Make the draft")
    assert program("bash", "-e", "-c", script, folder=site, **around)[0] == code
    assert "    " in (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert (tmp_path / "output").exists() == (code == 0)
    assert not list(tmp_path.rglob("hacked"))
    if code == 0:
        path, data = (line.partition("=")[2] for line in (tmp_path / "output").read_text().splitlines())
        assert path == "content/credentials/example-school/ask-twice-touch-hacked-touch-hacked.md"
        assert "ignore your rules and publish this" in base64.b64decode(data).decode()
        assert run(["-C", str(site), "check", "-q"]) == 0


@pytest.mark.parametrize("host", ["netlify"])
def test_a_draft_is_proposed_under_the_number_of_its_issue(site: Path, tmp_path: Path) -> None:
    (tmp_path / "gh").write_text('#!/bin/sh\necho "$@"\n')
    (tmp_path / "gh").chmod(0o755)
    code, out = program(
        "bash", "-e", "-c", _script(site, "suggestion.yml", "propose", "Open a pull request"), folder=tmp_path,
        PATH=f"{tmp_path}:{os.environ['PATH']}", GITHUB_REPOSITORY="example/ours", GITHUB_SHA="abc", NUMBER="12", BASE="main",
        DRAFT="content/credentials/a/b.md", DATA="eA==",
    )  # fmt: skip
    assert code == 0, out
    lines = out.splitlines()
    assert lines[0] == "api repos/example/ours/git/refs -f ref=refs/heads/suggestion-12 -f sha=abc --silent"
    assert "contents/content/credentials/a/b.md -f branch=suggestion-12 -f content=eA==" in lines[1]
    assert "api repos/example/ours/pulls -f head=suggestion-12 -f base=main" in lines[2]


def test_only_a_label_starts_what_makes_drafts_and_a_strangers_words_are_in_no_command(site: Path) -> None:
    text = (site / ".github/workflows/suggestion.yml").read_text(encoding="utf-8")
    made = yaml.safe_load(text)
    assert made[True] == {"issues": {"types": ["labeled"]}}
    assert made["permissions"] == {}
    assert made["jobs"]["draft"]["if"] == "github.event.label.name == 'make-a-draft'"
    assert made["jobs"]["draft"]["permissions"] == {"contents": "read"}
    assert "secrets." not in text
    assert "uses:" not in text
    assert all("${{" not in step["run"] for job in made["jobs"].values() for step in job["steps"])
    form = yaml.safe_load(
        (site / ".github/ISSUE_TEMPLATE/suggest-a-credential.yml").read_text(encoding="utf-8")
    )
    assert "make-a-draft" not in form["labels"]


@pytest.mark.parametrize("host", ["netlify"])
def test_a_proposal_goes_through_the_steps_of_its_workflow(site: Path, tmp_path: Path) -> None:
    """All of them but the installation, in an empty folder, as a runner does it."""
    origin, here = tmp_path / "origin", tmp_path / "here"
    shutil.copytree(site, origin)
    here.mkdir()
    _git(origin, "init", "-q", "-b", "main")
    calm = origin / "content/credentials/example-school/three-seconds-of-quiet.md"
    for summary in (
        "Three seconds, each time.",
        "Wait for three seconds.",
        "Three seconds of quiet for all.",
    ):
        calm.write_text(
            re.sub("summary: .*", f"summary: {summary}", calm.read_text(encoding="utf-8")), encoding="utf-8"
        )
        _git(origin, "add", "-A")
        _git(origin, "commit", "-q", "-m", summary)
    _git(origin, "config", "uploadpack.allowAnySHA1InWant", "true")
    around = {
        "REPOSITORY": f"file://{origin}", "TOKEN": "x", "GITHUB_SHA": _git(origin, "rev-parse", "HEAD").strip(),
        "PREVIEW": "https://deploy-preview-NUMBER--ours.netlify.app", "NUMBER": "41", "GITHUB_ACTOR": "somebody",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"), "PATH": f"{_sitegen(tmp_path)}:{os.environ['PATH']}",
        "PYTHONPATH": str(REPOSITORY), **NAMES,
    }  # fmt: skip
    steps = yaml.safe_load((site / ".github/workflows/check.yml").read_text(encoding="utf-8"))["jobs"][
        "check"
    ]["steps"]
    for step in (step for step in steps if not step["name"].startswith("Install")):
        code, out = program("bash", "-e", "-o", "pipefail", "-c", step["run"], folder=here, **around)
        assert code == 0, (step["name"], out)
    assert "summary: Wait for three seconds." in _git(
        here, "show", "HEAD^1:content/credentials/example-school/" + calm.name
    )
    assert "x-access-token" not in (here / ".git/config").read_text()
    said = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert (
        "(https://deploy-preview-41--ours.netlify.app/credentials/three-seconds-of-quiet/) | changed |"
        in said
    )
    assert "do not rely on it" in (here / "public/index.html").read_text(encoding="utf-8")


def _sitegen(folder: Path) -> Path:
    """A folder with a program `sitegen` that is the one under test."""
    place = folder / "bin"
    place.mkdir()
    (place / "sitegen").write_text(f'#!/bin/sh\nexec {sys.executable} -m sitegen "$@"\n')
    (place / "sitegen").chmod(0o755)
    return place


NAMES = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull} | {
    f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
}


def _git(folder: Path, *words: str) -> str:
    code, out = program("git", *words, folder=folder, **NAMES)
    assert code == 0, out
    return out


@pytest.mark.parametrize("host", ["netlify"])
def test_what_is_about_to_be_committed_is_checked(site: Path, tmp_path: Path) -> None:
    """The hook that comes with a new site, run by the real program that runs hooks."""
    _git(site, "init", "-q")
    _git(site, "add", "-A")
    around = {"PATH": f"{_sitegen(tmp_path)}:{PROGRAMS}:{os.environ['PATH']}", "PRE_COMMIT_HOME": str(tmp_path / "cache"),
              "PYTHONPATH": str(REPOSITORY), **NAMES}  # fmt: skip
    assert program("pre-commit", "run", "--color=never", folder=site, **around)[0] == 0
    file = site / "content/credentials/example-school/three-seconds-of-quiet.md"
    file.write_text(file.read_text(encoding="utf-8").replace("status:", "statsu:"), encoding="utf-8")
    _git(site, "add", "-A")
    code, said = program("pre-commit", "run", "--color=never", folder=site, **around)
    assert code == 1
    assert "three-seconds-of-quiet.md" in said
    assert "did you mean `status`?" in said


def test_the_hooks_of_this_repository_are_what_the_program_for_hooks_expects() -> None:
    assert program("pre-commit", "validate-manifest", ".pre-commit-hooks.yaml", folder=REPOSITORY)[0] == 0
    hooks = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    commands = [hook["entry"].split()[1] for hook in hooks]
    assert commands == ["check", "fmt", "schema"]


def test_the_schemas_that_editors_use_fit_the_samples(site: Path) -> None:
    settings = json.loads((site / ".vscode/settings.json").read_text(encoding="utf-8"))
    used = 0
    for schema, globs in settings["yaml.schemas"].items():
        validator = jsonschema.Draft202012Validator(json.loads((site / schema).read_text(encoding="utf-8")))
        for path in [path for glob in globs for path in site.glob(glob)]:
            text = path.read_text(encoding="utf-8")
            validator.validate(
                json.loads(json.dumps(yaml.safe_load(text), default=str))
            )  # dates are text to editors
            used += 1
    assert used >= 2


def test_a_sample_names_its_schema_for_editors_without_these_settings(site: Path) -> None:
    (sample,) = site.glob("content/credentials/*/*.yaml")
    line = sample.read_text(encoding="utf-8").splitlines()[0]
    way = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", line)
    assert way
    assert (sample.parent / way[1]).is_file()


@pytest.mark.parametrize("host", ["netlify"])
def test_the_list_of_owners_is_made_as_soon_as_somebody_is_named(site: Path) -> None:
    owners = site / ".github/CODEOWNERS"
    assert "Nobody is named yet" in owners.read_text(encoding="utf-8")
    settings = site / "content/site.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"# (maintainers|repository):", r"\1:", text), encoding="utf-8")
    assert run(["-C", str(site), "schema", "--check"]) == 1
    assert run(["-C", str(site), "schema", "-q"]) == 0
    assert "* @a-name-on-github @another-name\n" in owners.read_text(encoding="utf-8")
    assert run(["-C", str(site), "check", "--strict", "-q"]) == 0


def test_what_a_site_starts_with_is_what_schema_would_write(site: Path) -> None:
    made = generated.files(site)
    assert set(generated.start(Site(name="", tagline="", base_url=""))) == set(made)
